"""What staff have judged to be no personal data: `bao-nham.yml` in the commune's folder."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass

from generator.core import Level, Loc, Place, Problem, Record
from generator.fields.base import Model, given, many, maybe
from generator.fields.dates import Day
from generator.fields.numbers import Count
from generator.fields.text import Text
from generator.load.files import Folder
from generator.personal import Datum
from generator.personal.masking import masked_path, masked_text
from generator.words.dates import say_day

FILE = "bao-nham.yml"
NO_VALUE = "cả mục"
LINE = (
    '- {{tep: {file}, muc: {item}, loai: {code}, gia_tri: {value}{count}, ly_do: "", nguoi: "", ngay: ""}}'
)
"""One entry on one line, to be copied; who copies it fills in what is empty."""


class Mark(Model):
    """One finding that is a false alarm, with the reason and who says so; all of it is published."""

    file: Text = given("tep", "Tệp", "Như trong lời báo: xa.yml, tep/danh-sach.xlsx.")
    item: Text | None = maybe(
        "muc", "Mục", "Như trong lời báo: lanh_dao.2.tieu_su, trang 3. Bỏ trống là cả tệp."
    )
    datum: Datum = given("loai", "Loại", "Mã trong ngoặc vuông cuối lời báo: private_phone.")
    value: Text = given("gia_tri", "Giá trị", "Giá trị đã che như trong lời báo: 0010••••••45.")
    count: Count = maybe("so_cho", "Số chỗ", "Bao nhiêu chỗ có giá trị ấy; bỏ trống là 1.", default=1)
    reason: Text = given("ly_do", "Lý do", "Vì sao đây không phải thông tin cá nhân.")
    who: Text = given("nguoi", "Người xem xét", "Chức vụ hoặc tên người đã xem.")
    day: Day = given("ngay", "Ngày xem xét", "Ngày xem.")


class Marks(Model):
    """The file `bao-nham.yml`."""

    marks: list[Mark] = many("bao_nham", "Báo nhầm", "Những chỗ máy báo nhầm.", least=1)


@dataclass(frozen=True)
class Hit:
    """One finding in the content, before anybody has judged it."""

    file: str
    """Inside the commune's folder."""
    item: str
    """YAML keys with dots, list items counted from 1; the place in an attachment."""
    datum: Datum
    shown: str
    """The value with most of it hidden."""
    place: Place
    """Where the message stands; for an attachment, at the value that names it."""
    field: str = ""
    in_list: bool = False
    """Whether the law orders the record to list persons."""
    in_attachment: bool = False

    @property
    def value(self) -> str:
        """What a mark names the value by; a column of words has none to show."""
        return self.shown or NO_VALUE

    @property
    def owner(self) -> tuple[str, str]:
        """The field, or the attachment, that one message is about."""
        return self.file, "" if self.in_attachment else self.item


def read_marks(folder: Folder) -> Record[Marks] | None:
    """The marks of a commune; None where there are none."""
    return folder.record(FILE, "", Marks) if FILE in folder.files() else None


def sift(hits: Iterable[Hit], marks: Record[Marks] | None) -> tuple[list[Hit], list[Problem]]:
    """What still stands, and a notice for every false alarm and every mark that fits nothing.

    A mark holds for the one value that was seen, at as many places as it says; more of them stand again.
    """
    found = list(hits)
    marked = _marked(found, marks.data.marks) if marks else {}
    held = {
        id(hit)
        for index, group in marked.items()
        if marks and len(group) <= marks.data.marks[index].count
        for hit in group
    }
    notices = [
        problem for index in marked if marks for problem in _judged(marks, index, marked[index], held)
    ]
    return [hit for hit in found if id(hit) not in held], notices


def _marked(hits: Iterable[Hit], marks: list[Mark]) -> dict[int, list[Hit]]:
    """The findings that each mark fits, by its index; looked up by value, so that many marks cost little."""
    marked: dict[int, list[Hit]] = {index: [] for index in range(len(marks))}
    named: dict[tuple[str, Datum], list[int]] = {}
    for index, mark in enumerate(marks):
        named.setdefault((mark.value, mark.datum), []).append(index)
    for hit in hits:
        for index in named.get((hit.value, hit.datum), ()):
            if _fits(marks[index], hit):
                marked[index].append(hit)
    return marked


def entry_for(hit: Hit, count: int) -> str:
    """The line of `bao-nham.yml` that marks a finding, which stands at so many places of its item."""
    return LINE.format(
        file=_quoted(masked_path(hit.file)),
        item=_quoted(masked_text(hit.item)),
        code=hit.datum.value,
        value=_quoted(hit.value),
        count=f", so_cho: {count}" if count > 1 else "",
    )


def _quoted(text: str) -> str:
    """The text between double quotes, as JSON and YAML write it."""
    return json.dumps(text, ensure_ascii=False)


def item_of(loc: Loc) -> str:
    """("lanh_dao", 1, "tieu_su") → "lanh_dao.2.tieu_su": items counted from 1, as people count."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _fits(mark: Mark, hit: Hit) -> bool:
    """Whether the place is the same, written as it is or as messages show it."""
    same = any(
        mark.file == name or mark.file.endswith(f"/{name}") for name in (hit.file, masked_path(hit.file))
    )
    return same and mark.item in (None, hit.item, masked_text(hit.item))


def _judged(marks: Record[Marks], index: int, hits: list[Hit], held: Container[int]) -> Iterable[Problem]:
    mark = marks.data.marks[index]
    if not hits:
        yield marks.notice(
            "mark_unused",
            ("bao_nham", index),
            f"đánh dấu báo nhầm ở tệp “{mark.file}” nhưng chỗ ấy không còn lời báo nào về “{mark.value}”",
            "Xóa mục này, hoặc sửa tep, muc, loai, gia_tri cho đúng như lời báo.",
        )
    hits = [hit for hit in hits if id(hit) in held]
    for hit in {hit.owner: hit for hit in reversed(hits)}.values():
        yield Problem(
            hit.place,
            "false_alarm",
            f"có chỗ máy ngờ là {mark.datum.label.lower()}; đã xem, là báo nhầm. Lý do: {mark.reason.rstrip('.')}."
            f" Người xem: {mark.who}, {say_day(mark.day)}",
            "Không phải sửa gì. Khi chỗ này không còn, xóa mục ấy trong bao-nham.yml.",
            hit.field,
            Level.NOTICE,
        )
