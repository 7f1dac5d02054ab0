"""What the pages of the consultations show, worked out for one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.core import Link, Record
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_links
from generator.kinds.consultation.model import Consultation, Opinion, Taken
from generator.province import Duty
from generator.words.dates import say_day

SECTION = "lay-y-kien/"
LEAST = "THDC-28.2"
TONES = {Taken.FULLY: "tot", Taken.PARTLY: "vua", Taken.EXPLAINED: "vua"}


@dataclass(frozen=True)
class Answered:
    """A group of opinions with the tone of its tag."""

    opinion: Opinion
    tone: str


@dataclass(frozen=True)
class Sheet:
    """One consultation on a day."""

    day: date
    consultation: Consultation
    url: str
    state: str
    """"Đang lấy ý kiến, còn 12 ngày", "Đã đóng, chờ tổng hợp", "Đã trả lời", "Trả lời một phần"."""
    tone: str
    open: bool
    thon: tuple[Link, ...]
    clause: str
    """"Khoản 3, Điều 25 Luật Thực hiện dân chủ ở cơ sở"; empty where no law in force names it."""
    length: int
    """Days from the first to the last."""
    least: int | None
    """As many as the law asks for, where this one has fewer."""
    answered: tuple[Answered, ...]
    coming: bool


def overview(scope: Scope) -> tuple[Sheet, ...]:
    """Those that are open first, the one that closes soonest on top; then those to come, then the latest."""
    found = [sheet(record, scope) for record in scope.commune.all("consultation")]
    return tuple(sorted(found, key=_rank))


def sheet(record: Record[Consultation], scope: Scope) -> Sheet:
    found, day = record.data, scope.day
    state, tone = _state(found, day)
    return Sheet(
        day=day,
        consultation=found,
        url=f"{SECTION}{record.id}/",
        state=state,
        tone=tone,
        open=found.is_open(day),
        thon=thon_links(found.thon, scope),
        clause=_clause(found, scope.province.duty("THDC-25", found.since)),
        length=length(found),
        least=too_short(found, scope),
        answered=tuple(Answered(each, TONES[each.taken]) for each in _opinions(found)),
        coming=day < found.since,
    )


def length(found: Consultation) -> int:
    """Days for answers; the day of publication is not counted."""
    return (found.until - found.since).days


def too_short(found: Consultation, scope: Scope) -> int | None:
    """The days that the law of its time asks for, where it has fewer and no other law sets its time."""
    duty = scope.province.duty(LEAST, found.since)
    if found.special or duty is None or duty.minimum is None or length(found) >= duty.minimum:
        return None
    return duty.minimum


def _state(found: Consultation, day: date) -> tuple[str, str]:
    """In words, with the tone of its tag."""
    if day < found.since:
        return f"Sắp lấy ý kiến, từ ngày {say_day(found.since)}", "tin"
    if day <= found.until:
        left = (found.until - day).days
        return f"Đang lấy ý kiến, {f'còn {left} ngày' if left else 'hôm nay là ngày cuối'}", "tin"
    if found.summary is None:
        return "Đã đóng, chờ tổng hợp", "vua"
    if not found.summary.unanswered:
        return "Đã trả lời", "tot"
    return ("Trả lời một phần" if found.summary.opinions else "Đã tổng hợp, chưa trả lời"), "vua"


def _clause(found: Consultation, duty: Duty | None) -> str:
    if duty is None:
        return ""
    return f"Khoản {found.subject.clause}, {duty.basis.article} {duty.basis.document}"


def _opinions(found: Consultation) -> list[Opinion]:
    return found.summary.opinions if found.summary else []


def _rank(sheet: Sheet) -> tuple[int, int, str]:
    found = sheet.consultation
    if sheet.open:
        return 0, found.until.toordinal(), sheet.url
    if sheet.coming:
        return 1, found.since.toordinal(), sheet.url
    return 2, -found.until.toordinal(), sheet.url
