"""Which model each data file follows, told by its place below the folder of a commune or of the province."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from generator.fields.base import Model
from generator.kinds import kinds
from generator.kinds._withdrawn import FILE as WITHDRAWN
from generator.kinds._withdrawn import Withdrawals
from generator.load.false_alarms import FILE as FALSE_ALARMS
from generator.load.false_alarms import Marks
from generator.province.files import FILES


def stem(pattern: str) -> str:
    """How people call the files of a pattern: "du-an" of "du-an/*.yml", "xa" of "xa.yml"."""
    return pattern.removesuffix(".yml").replace("/*.", "/").removesuffix("/*")


def commune_files() -> Iterator[tuple[str, type[Model]]]:
    """(pattern, model) of every data file of a commune, those of a kind together."""
    yield from ((pattern, kind.model) for kind in kinds() for pattern in kind.files)
    yield FALSE_ALARMS, Marks
    yield WITHDRAWN, Withdrawals


def model_at(path: Path) -> type[Model] | None:
    """The model of a file; None where none belongs to its place."""
    whole = path.absolute()
    for root in whole.parents:
        name = whole.relative_to(root).as_posix()
        for pattern, model in _models(root):
            if fnmatchcase(name, pattern):
                return model
    return None


def _models(root: Path) -> Iterable[tuple[str, type[Model]]]:
    if root.parent.name == "xa" or (root / "xa.yml").is_file():
        return commune_files()
    if root.name == "tinh" or (root / "tinh.yml").is_file():
        return FILES.items()
    return ()
