"""Reading the files of one folder: inside it only, no links, every file accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.core import Place, Problem, Record, Source
from generator.fields.base import Model
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.words.fold import nearest

Kept = TypeVar("Kept", bound=Model)
ENDINGS = (".yml", ".yaml")


@dataclass
class Folder:
    """One folder of content being read, and what was found wrong in it."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    _names: list[str] | None = None

    @property
    def shown(self) -> str:
        """The folder as messages name it: as it was given, with forward slashes."""
        return self.root.as_posix()

    def report(self, name: str, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(f"{self.shown}/{name}"), code, message, hint))

    def files(self) -> list[str]:
        """Every file below the folder by its path inside it, sorted; links are reported, not followed."""
        if self._names is None:
            self._names = sorted(self._below(self.root))
        return self._names

    def _below(self, folder: Path) -> Iterator[str]:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            name = path.relative_to(self.root).as_posix()
            if path.is_symlink():
                self.report(name, "link_refused", "là liên kết tới nơi khác", "Chép tệp thật vào đây.")
            elif path.is_dir():
                yield from self._below(path)
            else:
                yield name

    def record(self, name: str, kind: str, model: type[Kept]) -> Record[Kept] | None:
        """The record of one file; None where it is wrong, and then the problems say why."""
        self.read.add(name)
        reading = read_yaml((self.root / name).read_bytes(), f"{self.shown}/{name}")
        data = read_model(model, reading)
        self.problems += reading.problems
        if data is None:
            return None
        return Record(kind, PurePosixPath(name).stem, data, Source(reading.path, reading.places))

    def only(self, name: str, model: type[Kept]) -> Kept | None:
        """The model of a file that must be there."""
        if not (self.root / name).is_file():
            self.report(name, "file_missing", "còn thiếu tệp này", "Tạo tệp theo mẫu trong tài liệu.")
            return None
        record = self.record(name, "", model)
        return record.data if record else None

    def report_unread(self, known: tuple[str, ...]) -> None:
        """Data files that nothing reads: misspelt names must not vanish quietly."""
        for name in self.files():
            if name.endswith(ENDINGS) and name not in self.read:
                close = nearest(name, known)
                hint = f"Có phải là “{close}”?" if close else f"Các tệp được đọc: {', '.join(known)}."
                self.report(name, "unknown_file", "không thuộc loại tệp dữ liệu nào", hint)
