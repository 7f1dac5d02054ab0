"""What staff have judged to be no personal data: `bao-nham.yml` in the commune's folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core import Level, Loc, Place, Problem, Record
from generator.fields.base import Model, given, many, maybe
from generator.fields.dates import Day
from generator.fields.text import Text
from generator.load.files import Folder
from generator.personal import Datum
from generator.words.dates import say_day

FILE = "bao-nham.yml"


class Mark(Model):
    """One finding that is a false alarm, with the reason and who says so; all of it is published."""

    file: Text = given("tep", "Tệp", "Như trong lời báo: xa.yml, tep/danh-sach.xlsx.")
    item: Text | None = maybe(
        "muc", "Mục", "Như trong lời báo: lanh_dao.2.tieu_su, trang 3. Bỏ trống là cả tệp."
    )
    datum: Datum = given("loai", "Loại", "Mã trong ngoặc vuông cuối lời báo: private_phone.")
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
    def owner(self) -> tuple[str, str]:
        """The field, or the attachment, that one message is about."""
        return self.file, "" if self.in_attachment else self.item


def read_marks(folder: Folder) -> Record[Marks] | None:
    """The marks of a commune; None where there are none."""
    return folder.record(FILE, "", Marks) if FILE in folder.files() else None


def sift(hits: Iterable[Hit], marks: Record[Marks] | None) -> tuple[list[Hit], list[Problem]]:
    """What still stands, and a notice for every false alarm and every mark that fits nothing."""
    marked: dict[int, list[Hit]] = {index: [] for index in range(len(marks.data.marks))} if marks else {}
    standing: list[Hit] = []
    for hit in hits:
        fitting = [i for i in marked if marks and _fits(marks.data.marks[i], hit)]
        (marked[fitting[0]] if fitting else standing).append(hit)
        for index in fitting[1:]:
            marked[index].append(hit)
    notices = [problem for index in marked if marks for problem in _judged(marks, index, marked[index])]
    return standing, notices


def item_of(loc: Loc) -> str:
    """("lanh_dao", 1, "tieu_su") → "lanh_dao.2.tieu_su": items counted from 1, as people count."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _fits(mark: Mark, hit: Hit) -> bool:
    same = mark.file == hit.file or mark.file.endswith(f"/{hit.file}")
    return same and mark.item in (None, hit.item) and mark.datum is hit.datum


def _judged(marks: Record[Marks], index: int, hits: list[Hit]) -> Iterable[Problem]:
    mark = marks.data.marks[index]
    if not hits:
        yield marks.notice(
            "mark_unused",
            ("bao_nham", index),
            f"đánh dấu báo nhầm ở tệp “{mark.file}” nhưng chỗ ấy không còn lời báo nào",
            "Xóa mục này, hoặc sửa tep, muc, loai cho đúng như lời báo.",
        )
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
