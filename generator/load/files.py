"""Reading the files of one folder: inside it only, no links, every file accounted for."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar
from unicodedata import normalize

from generator.core import Level, Place, Problem, Record, Source
from generator.fields.base import Model
from generator.load.models import read_model
from generator.load.names import shown, wrong_name
from generator.load.reading import Reading
from generator.load.yaml_tree import read_yaml

Kept = TypeVar("Kept", bound=Model)
ENDINGS = (".yml", ".yaml")
Changes = Mapping[str, bytes | None]
"""What files would hold, by their path inside the folder; None for those that would be gone."""
NO_CHANGES: Changes = MappingProxyType({})
LOCK = "~$"
"""What the names of files begin with that Word and Excel keep while a document is open."""


@dataclass
class Folder:
    """One folder of content being read, and what was found wrong in it."""

    root: Path
    changes: Changes = field(default_factory=lambda: NO_CHANGES)
    """Judged as if they had been made."""
    problems: list[Problem] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    """Folders that have the name of a data file; they are reported, and not looked into."""
    meant: set[str] = field(default_factory=set)
    """Names that files should have which nothing reads as they are called now."""
    misnamed: set[str] = field(default_factory=set)
    """Names in composed letters (NFC) of what is there under one that cannot stay; that has been reported."""
    _names: list[str] | None = None
    readings: list[tuple[type[Model], Reading]] = field(default_factory=list)
    """Every file read with the model that it should fit, for what is looked for in plain text."""

    @property
    def shown(self) -> str:
        """The folder as messages name it: as it was given, with forward slashes."""
        return self.root.as_posix()

    def place(self, name: str) -> Place:
        """The start of a file, by its path inside the folder, in letters that a screen can show."""
        return Place(f"{self.shown}/{shown(name)}" if name else self.shown)

    def inside(self, path: str) -> str:
        """A path as problems show it, seen from inside the folder: "du-an/DA-01.yml"."""
        return path.removeprefix(f"{self.shown}/")

    def report(self, name: str, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.place(name), code, message, hint))

    def files(self) -> list[str]:
        """Every file below the folder by its path inside it, sorted; links are reported, not followed."""
        if self._names is None:
            there = {*self._below(self.root), *self.changes}
            self._names = sorted(name for name in there if self.changes.get(name, b"") is not None)
        return self._names

    def _below(self, folder: Path) -> Iterator[str]:
        for path in self._entries(folder):
            name = path.relative_to(self.root).as_posix()
            mode = self._mode(path, name)
            if not mode or self._is_refused(path, name, mode):
                continue
            if stat.S_ISDIR(mode):
                yield from self._below(path)
            else:
                yield name

    def _is_refused(self, path: Path, name: str, mode: int) -> bool:
        """Whether a path is neither a file nor a folder as they should be; then it is reported."""
        if stat.S_ISLNK(mode):
            self._refuse_link(name)
        elif path.name.startswith(LOCK) and path.suffix.lower() in ENDINGS:
            hint = "Đóng Word, Excel, rồi xóa tệp tạm của Word/Excel này."
            self.report(name, "file_name_unfit", "là tệp tạm của Word, Excel", hint)
        elif wrong := wrong_name(path.name):
            hint = "Đổi tên tệp: chữ, chữ số, dấu gạch nối; nên viết không dấu."
            self.report(name, "file_name_unfit", wrong, hint)
            self.misnamed.add(normalize("NFC", name))
        elif stat.S_ISDIR(mode) and path.suffix.lower() in ENDINGS:
            self.folders.add(name)
            self.report(name, "not_a_file", "là thư mục, cần là tệp", "Đổi tên thư mục, tạo tệp thật.")
        elif not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
            message = "không phải tệp thường (ống dẫn hoặc thiết bị)"
            self.report(name, "not_a_file", message, "Xóa khỏi thư mục, chép tệp thật vào.")
        else:
            return False
        return True

    def _entries(self, folder: Path) -> list[Path]:
        if folder == self.root and folder.is_symlink():
            self._refuse_link("")
            return []
        try:
            return sorted(folder.iterdir()) if folder.is_dir() else []
        except OSError:
            self._refuse_unreadable(folder.relative_to(self.root).as_posix().removeprefix("."))
            return []

    def _mode(self, path: Path, name: str) -> int:
        """What kind of thing a path is, without following it; 0, and a problem, where that is hidden."""
        try:
            return path.lstat().st_mode
        except OSError:
            self._refuse_unreadable(name)
            return 0

    def _refuse_link(self, name: str) -> None:
        message = "là liên kết tới nơi khác"
        self.problems.append(Problem(self.place(name), "link_refused", message, "Chép tệp thật vào đây."))

    def _refuse_unreadable(self, name: str) -> None:
        message = "không mở được"
        hint = "Đóng chương trình đang mở tệp; nhờ người quản lý máy cho quyền đọc."
        self.problems.append(Problem(self.place(name), "file_unreadable", message, hint))

    def content(self, name: str) -> bytes:
        """What a file holds, or would hold. Raises: OSError"""
        changed = self.changes.get(name)
        return (self.root / name).read_bytes() if changed is None else changed

    def record(self, name: str, kind: str, model: type[Kept]) -> Record[Kept] | None:
        """The record of one file; None where it is wrong, and then the problems say why."""
        self.read.add(name)
        try:
            content = self.content(name)
        except OSError:
            self._refuse_unreadable(name)
            return None
        reading = read_yaml(content, f"{self.shown}/{name}")
        data = read_model(model, reading)
        self.readings.append((model, reading))
        self.problems += reading.problems
        if data is None:
            return None
        return Record(kind, PurePosixPath(name).stem, data, Source(reading.path, reading.places))

    def only(self, name: str, model: type[Kept]) -> Kept | None:
        """The model of a file that must be there."""
        record = self.only_record(name, model)
        return record.data if record else None

    def only_record(self, name: str, model: type[Kept]) -> Record[Kept] | None:
        """The record of a file that must be there."""
        if name not in self.files() and name in self.folders:
            return None
        if name not in self.files():
            self.report(name, "file_missing", "còn thiếu tệp này", "Tạo tệp theo mẫu trong tài liệu.")
            return None
        return self.record(name, "", model)

    def notice_unused(self, below: str, used: set[str]) -> None:
        """Files under a folder that no record names: forgotten, or named wrongly somewhere."""
        for name in self.files():
            if (
                name.startswith(f"{below}/")
                and name not in used
                and not PurePosixPath(name).name.startswith(".")
            ):
                message = "không có mục nào nhắc tới tệp này, nên tệp không lên trang"
                hint = "Ghi đường dẫn tệp vào mục cần đính kèm, hoặc xóa tệp."
                self.problems.append(
                    Problem(self.place(name), "file_unused", message, hint, level=Level.NOTICE)
                )
