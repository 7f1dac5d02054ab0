"""What a commune has withdrawn (`thu-hoi.yml`): data of persons that had slipped out, named without them."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.core import Commune
from generator.fields.attachment import FOLDER
from generator.fields.base import Model, given, many, refuse, scalar
from generator.fields.dates import Day
from generator.fields.text import Text
from generator.fields.typed import quote
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.personal.masking import in_path, masked_path
from generator.words.dates import say_day

FILE, NAME = "thu-hoi.yml", "withdrawal"
HIDDEN = "•"
"""In the name of a file that itself held a number of a person: that number is kept nowhere, not as a digest
either, since so few digits are hidden that anybody could try them all."""


def read_file(value: object) -> str:
    """The path of a file as it stood in the commune's folder: of a disclosure, or below `tep/`."""
    found = scalar(value)
    if in_path(found):
        message = "tên tệp có số của một người, mà thu-hoi.yml được đăng"
        raise refuse("withdrawn_named", message, f"Che số ấy đi, ghi: {masked_path(found)}")
    if kind_of(found) or (found.startswith(f"{FOLDER}/") and ".." not in PurePosixPath(found).parts):
        return found
    message = f"ghi {quote(found)}, không phải tệp của mục nào"
    raise refuse("withdrawn_unknown", message, "Ghi như du-an/DA-01.yml hoặc tep/ten-tep.pdf.")


class Withdrawal(Model):
    """One file that was public and must no longer be found anywhere."""

    file: Annotated[str, BeforeValidator(read_file)] = given(
        "tep", "Tệp", "Trong thư mục của xã: du-an/DA-01.yml, tep/danh-sach.pdf."
    )
    day: Day = given("ngay", "Ngày thu hồi", "Ngày gỡ khỏi trang.")
    reason: Text = given("ly_do", "Lý do", "Được công khai: không nhắc lại thông tin đã lộ.")

    @property
    def kind(self) -> Kind[Any] | None:
        """The kind of disclosure that it was; None for an attachment."""
        return kind_of(self.file)

    @property
    def address(self) -> str:
        """Where its page stood: "du-an/DA-01/"; empty where it had none of its own, or one named by a person."""
        if not self.kind or self.kind.files == (self.file,) or HIDDEN in self.file:
            return ""
        return f"{self.kind.section}{PurePosixPath(self.file).stem}/"


class Withdrawals(Model):
    """The file `thu-hoi.yml`."""

    entries: list[Withdrawal] = many("thu_hoi", "Thu hồi", "Những tệp đã thu hồi.", least=1)


def withdrawals(commune: Commune) -> tuple[Withdrawal, ...]:
    """Everything that a commune has withdrawn, as its file lists it."""
    record = commune.one(NAME)
    return tuple(record.data.entries) if record else ()


def withdrawn_as(file: str, entries: Iterable[Withdrawal]) -> Withdrawal | None:
    """The latest withdrawal of a file, also where its name is kept with a number hidden."""
    names = (file, masked_path(file))
    return max((e for e in entries if e.file in names), key=lambda e: e.day, default=None)


def told_withdrawn(file: str, commune: Commune) -> str:
    """ "đã thu hồi ngày 02/11/2026" of a file that a record names; empty where it is not withdrawn."""
    entry = withdrawn_as(file, withdrawals(commune))
    return f"đã thu hồi ngày {say_day(entry.day)}" if entry else ""


def digests_of(entries: Iterable[Withdrawal]) -> tuple[str, ...]:
    """What stands for each withdrawal, sorted: SHA-256, since even a file's name may name a person.

    With its day, "5f3c…@2026-11-22": a file may come back mended, slip out again, be withdrawn again.
    """
    named = ((sha256(entry.file.encode()).hexdigest(), entry.day.isoformat()) for entry in entries)
    return tuple(sorted({f"{digest}@{day}" for digest, day in named}))


def covers(known: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether what was built with some digests shows nothing that others say is withdrawn."""
    latest: dict[str, str] = {}
    for digest, _, day in (mark.partition("@") for mark in known):
        latest[digest] = max(day, latest.get(digest, ""))
    return all(latest.get(digest, "") >= day for digest, _, day in (m.partition("@") for m in asked))


def kind_of(file: str) -> Kind[Any] | None:
    """The kind that a file of a commune's folder belongs to."""
    return next((k for k in kinds() if any(fnmatchcase(file, pattern) for pattern in k.files)), None)
