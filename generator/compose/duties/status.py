"""The page "Công khai đến đâu": every duty, what is there, what is missing, what came late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.compose.duties.data import FILE, expected, report
from generator.compose.duties.places import STATUS, STATUS_TITLE
from generator.compose.duties.waiting import Waiting, waiting_of
from generator.compose.pages import pages_of
from generator.core import Draft, Link
from generator.kinds._kind import Scope
from generator.province import Duty, is_unread, say_basis
from generator.province.verdicts import (
    TIMELY_TONES,
    DutyStanding,
    Fulfilment,
    Timeliness,
    Verdict,
    by_duty,
    standing_of,
)
from generator.words.dates import say_day
from generator.words.letters import capital

FEW = 3
"""Items of one duty that are shown without unfolding."""


@dataclass(frozen=True)
class Item:
    """One period or record of a duty."""

    name: str
    """The period, or the title of the page."""
    page: Link | None
    state: str
    tone: str
    label: str
    label_tone: str
    lines: tuple[str, ...]
    """Why, the deadline with its count, what is lacking."""
    mend: str


@dataclass(frozen=True)
class Line:
    """One duty."""

    duty: Duty
    tally: str
    """"22 mục: 20 đúng hạn, 2 chậm"; empty for few items."""
    items: tuple[Item, ...]
    few: bool


@dataclass(frozen=True)
class Group:
    """Duties that stand alike."""

    id: str
    title: str
    lead: str
    lines: tuple[Line, ...]

    @property
    def folded(self) -> bool:
        """What is in order takes no room until it is asked for."""
        return self.id in (DutyStanding.PUBLISHED, DutyStanding.EMPTY, DutyStanding.NOT_APPLICABLE)

    @property
    def mending(self) -> tuple[tuple[str, str], ...]:
        """What a clerk does for each open duty."""
        return tuple(
            (line.duty.title, item.mend) for line in self.lines for item in line.items[:1] if item.mend
        )


@dataclass(frozen=True)
class Status:
    """Facts of the page."""

    day: date
    counts: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]
    expected: tuple[Duty, ...]
    """What the law orders, where the commune has not joined and nothing is judged."""
    waiting: tuple[Waiting, ...]
    """What else is overdue: it is no disclosure, but people wait for it."""
    unread: bool
    """Whether nobody has compared any basis with the gazette: said once, not on every line."""


GROUPS = (
    ("qua-han", "Quá hạn", "Đã quá ngày luật định mà trang này chưa có."),
    ("chua-co", "Chưa công khai", "Luật đòi, trang này chưa có; chưa rõ có việc phát sinh hay không."),
    ("chua-den-han", "Sắp đến hạn", "Chưa có, nhưng còn trong hạn."),
    ("da-co", "Đã công khai", "Có trên trang này."),
    (
        "khong-phat-sinh",
        "Không phát sinh",
        "Xã khai là không có gì để công khai, có người chịu trách nhiệm.",
    ),
    ("khong-ap-dung", "Không áp dụng", "Luật không đòi ở loại đơn vị này."),
)


def status(scope: Scope, drafts: Sequence[Draft]) -> Draft:
    pages, duties = pages_of(drafts), tuple(expected(scope))
    lines = [(standing_of(verdicts).value, _line(verdicts, pages)) for verdicts in by_duty(scope.verdicts)]
    groups = tuple(
        Group(id, title, lead, found)
        for id, title, lead in GROUPS
        if (found := tuple(line for place, line in lines if place == id))
    )
    waiting = tuple(waiting_of(scope, pages)) if scope.verdicts else ()
    counted = Counter(place for place, _ in lines)
    counts = tuple((title, counted[id]) for id, title, _ in GROUPS[:5])
    return Draft(
        STATUS,
        STATUS_TITLE,
        "duties/status.html",
        Status(scope.day, counts, groups, () if scope.verdicts else duties, waiting, is_unread(duties)),
        f"Pháp luật đòi {scope.commune.name} công khai những gì, đã có đến đâu, mục nào chậm.",
        data=report(scope, pages),
        data_file=FILE,
        also=("Nghĩa vụ công khai", "Mức độ công khai"),
    )


def _line(verdicts: Sequence[Verdict], pages: Mapping[str, Link]) -> Line:
    shown = verdicts[0].duty
    items = tuple(_item(verdict, pages, shown) for verdict in verdicts)
    few = len(items) <= FEW
    return Line(shown, "" if few else _tally(verdicts), items, few)


def _tally(verdicts: Sequence[Verdict]) -> str:
    told = Counter(_short(verdict) for verdict in verdicts)
    return f"{len(verdicts)} mục: " + ", ".join(f"{count} {name}" for name, count in told.items())


def _short(verdict: Verdict) -> str:
    if verdict.state is Fulfilment.PUBLISHED and verdict.timeliness is not Timeliness.NONE:
        return verdict.timeliness.label.lower()
    return verdict.state.label.lower()


def _item(verdict: Verdict, pages: Mapping[str, Link], shown: Duty) -> Item:
    page = pages.get(verdict.record.source.path) if verdict.record else None
    open_late = verdict.open and verdict.timeliness is Timeliness.OVERDUE
    name = verdict.period_name or verdict.part or (page.text if page else "")
    return Item(
        name=capital(name),
        page=page,
        state=verdict.state.label,
        tone={Fulfilment.PUBLISHED: "tot", Fulfilment.MISSING: "xau" if open_late else "vua"}.get(
            verdict.state, "tin"
        ),
        label="" if verdict.open and verdict.timeliness is Timeliness.UNKNOWN else verdict.label,
        label_tone=TIMELY_TONES.get(verdict.timeliness, "tin"),
        lines=tuple(_lines(verdict, shown)),
        mend=verdict.mend,
    )


def _lines(verdict: Verdict, shown: Duty) -> Iterator[str]:
    yield f"{_dated(verdict)}."
    if verdict.due:
        yield f"Hạn: {say_day(verdict.due.day)}, {verdict.due.count}."
    if verdict.duty.basis != shown.basis:
        yield f"Xét theo căn cứ khi ấy: {say_basis(verdict.duty.basis)}."
    yield from (f"{form}." for form in verdict.lacking)


def _dated(verdict: Verdict) -> str:
    """ "Đã công khai ngày 09/04/2026, chưa ghi …": the day stands right behind what was done on it."""
    if verdict.posted is None or verdict.state is Fulfilment.EMPTY:
        return verdict.why
    done, day = Fulfilment.PUBLISHED.label, say_day(verdict.posted)
    if verdict.why.startswith(done):
        return f"{done} ngày {day}{verdict.why.removeprefix(done)}"
    return f"{verdict.why}. Đăng ngày {day}"
