"""The records that a commune's folder holds now, for a workbook to show and to be compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from generator.canonical import as_tree, as_yaml
from generator.core import Problem, in_order
from generator.fields.base import Model
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.load.files import Folder
from generator.load.yaml_tree import read_yaml
from generator.words.fold import fold


@dataclass(frozen=True)
class Existing:
    """One record that is there."""

    path: str
    """Below the commune's folder."""
    model: Model
    content: bytes

    @property
    def tree(self) -> Any:
        return as_tree(self.model)

    @property
    def digest(self) -> str:
        """What a workbook remembers of the record that it was made from."""
        return sha256(as_yaml(self.model)).hexdigest()

    @property
    def texts(self) -> Any:
        """The same with every value as the text of its canonical file."""
        return read_yaml(as_yaml(self.model), self.path).tree


@dataclass(frozen=True)
class Present:
    """The records of some kinds in one folder."""

    records: Mapping[str, Mapping[str, Existing]]
    """By the name of the kind, then by their id."""
    thon: Mapping[str, str]
    """Full name of each thôn by its code."""
    problems: tuple[Problem, ...]
    """Why files of these kinds could not be read."""


def present(root: Path, chosen: Iterable[Kind[Any]]) -> Present:
    """What the folder holds of some kinds; files with errors are left out, and told."""
    folder = Folder(root)
    records = {kind.name: _records(kind, folder) for kind in chosen}
    problems = in_order(folder.problems)
    profile = records.get("profile") or _records(_kind("profile"), Folder(root))
    thon = [thon for one in profile.values() for thon in getattr(one.model, "thon", ())]
    return Present(records, _names({each.id: each.full_name for each in thon}), problems)


def _names(thon: Mapping[str, str]) -> dict[str, str]:
    """The full names; where two thôn have one name, with their codes."""
    times = Counter(map(fold, thon.values()))
    return {code: name if times[fold(name)] == 1 else f"{name} ({code})" for code, name in thon.items()}


def _records(kind: Kind[Any], folder: Folder) -> dict[str, Existing]:
    names = [name for name in folder.files() if any(fnmatchcase(name, form) for form in kind.files)]
    found: dict[str, Existing] = {}
    for name in names:
        record = folder.record(name, kind.name, kind.model)
        if record is not None:
            found[PurePosixPath(name).stem] = Existing(name, record.data, folder.content(name))
    return found


def _kind(name: str) -> Kind[Any]:
    return next(kind for kind in kinds() if kind.name == name)
