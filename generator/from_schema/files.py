"""The data files that people write, each with where its schema stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.fields.base import Model
from generator.load.data_files import commune_files, stem
from generator.province.files import FILES
from generator.province.procedures import Procedure

FOLDER = "schema"


@dataclass(frozen=True)
class DataFile:
    """The files of one model."""

    schema: str
    """Path of its schema: "schema/xa/du-an.schema.json"."""
    model: type[Model]
    globs: tuple[str, ...]
    """Where its files stand, from the top of the repository."""


def data_files() -> Iterator[DataFile]:
    """Those of a commune, then those of the province; not the procedures, which the import writes."""
    yield from _files("xa", "content/xa/*", commune_files())
    yield from _files("tinh", "content/tinh", (one for one in FILES.items() if one[1] is not Procedure))


def _files(name: str, root: str, found: Iterable[tuple[str, type[Model]]]) -> Iterator[DataFile]:
    patterns: dict[type[Model], list[str]] = {}
    for pattern, model in found:
        patterns.setdefault(model, []).append(pattern)
    for model, own in patterns.items():
        globs = tuple(f"{root}/{pattern}" for pattern in own)
        yield DataFile(f"{FOLDER}/{name}/{stem(own[0])}.schema.json", model, globs)
