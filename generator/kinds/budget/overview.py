"""The budget of this year at a glance: planned and spent so far, on what, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.budget.bars import Bar, bar, bar_of, uses
from generator.kinds.budget.model import MONTHS, Budget, Side, Stage
from generator.kinds.budget.view import (
    DUTIES,
    SECTION,
    SIDES,
    Tag,
    tag_of,
    title_of,
    verdict_of,
)
from generator.province.verdicts import TIMELY_TONES, Timeliness, Verdict
from generator.words.dates import say_day

LATEST = (Stage.SETTLED, Stage.YEAR, Stage.NINE, Stage.HALF, Stage.QUARTER)
"""What tells most of what was done, first."""
Records = dict[Stage, Record[Budget]]
Years = dict[int, Records]
OVERDUE = TIMELY_TONES[Timeliness.OVERDUE]


@dataclass(frozen=True)
class Step:
    """One thing that the law orders of a year's budget: there, late, missing or yet to come."""

    title: str
    url: str
    """Empty where it is not there."""
    tag: Tag | None
    detail: str


@dataclass(frozen=True)
class Year:
    """The budget of this year."""

    year: int
    until: str
    """"Thực hiện 6 tháng" as a sentence goes on; empty where there is only a plan, or nothing."""
    bars: tuple[Bar, ...]
    uses: tuple[Bar, ...]
    url: str
    """Of the record that this is told by; empty where there is none."""
    summary: str
    """Plain words of the latest record, in Markdown; empty where there is none."""
    steps: tuple[Step, ...]
    """What is published in the course of the year."""

    @property
    def missing(self) -> int:
        """What should be there by now and is not."""
        return sum(not step.url and step.tag is not None and step.tag.tone != "tin" for step in self.steps)

    @property
    def overdue(self) -> tuple[Step, ...]:
        """What the law's day is over for."""
        return tuple(step for step in self.steps if not step.url and step.tag and step.tag.tone == OVERDUE)


@dataclass(frozen=True)
class Overview:
    """Facts of the section page."""

    day: date
    now: Year
    others: tuple[tuple[int, tuple[Step, ...]], ...]
    """What is there of other budget years, the latest first."""


def overview(scope: Scope) -> Overview | None:
    """None where nothing of the budget is disclosed."""
    years: Years = {}
    for record in scope.commune.all("budget"):
        years.setdefault(record.data.year, {})[record.data.stage] = record
    if not years:
        return None
    others = sorted((year for year in years if year != scope.day.year), reverse=True)
    return Overview(
        day=scope.day,
        now=_year(scope.day.year, years, scope),
        others=tuple((year, tuple(_listed(years[year], scope))) for year in others),
    )


def _listed(known: Records, scope: Scope) -> Iterable[Step]:
    for stage in reversed(Stage):
        if stage in known:
            yield _there(known[stage], scope)


def _year(year: int, years: Years, scope: Scope) -> Year:
    known = years.get(year, {})
    done = next((known[stage].data for stage in LATEST if stage in known), None)
    plans = [known[stage].data for stage in (Stage.DECIDED, Stage.DRAFT) if stage in known]
    plan = plans[0] if plans else None
    shown = done or plan
    return Year(
        year=year,
        until=_until(done),
        bars=tuple(bar(side, shown, plan) if shown else bar_of(side.label, None, None) for side in SIDES),
        uses=tuple(uses(shown)) if shown else (),
        url=f"{SECTION}{shown.id}/" if shown else "",
        summary=shown.summary if shown else "",
        steps=tuple(_steps(year, years, scope)),
    )


def _until(budget: Budget | None) -> str:
    if budget is None:
        return ""
    if budget.stage in MONTHS:
        return f"{MONTHS[budget.stage]} tháng đầu năm"
    return "cả năm, đã quyết toán" if budget.stage is Stage.SETTLED else "cả năm"


def _steps(year: int, years: Years, scope: Scope) -> Iterable[Step]:
    """What is published in the course of a year, in its order."""
    calendar = [(Stage.SETTLED, year - 1), *((s, year) for s in Stage if s is not Stage.SETTLED)]
    for stage, of in (*calendar, (Stage.DRAFT, year + 1)):
        record = years.get(of, {}).get(stage)
        yield _there(record, scope) if record else _absent(stage, of, scope)


def _there(record: Record[Budget], scope: Scope) -> Step:
    budget = record.data
    posted = budget.disclosure.posted
    detail = f"đăng ngày {say_day(posted)}" if posted else "chưa ghi ngày đăng"
    title = title_of(budget.stage, budget.year)
    return Step(title, f"{SECTION}{record.id}/", tag_of(verdict_of(record, scope)), detail)


def _absent(stage: Stage, year: int, scope: Scope) -> Step:
    """As the duty of the period is judged; what is not judged is missing to nobody."""
    title = title_of(stage, year)
    period = Budget.model_construct(stage=stage, year=year).period
    found = (v for v in scope.verdicts if v.duty.id == DUTIES[stage] and v.open and _is_of(v, period.end))
    verdict = next(found, None)
    if verdict is None:
        over = period.end < scope.day or (stage.is_plan and period.start <= scope.day)
        return Step(title, "", Tag("Không có trên trang này" if over else "Chưa đến kỳ", "tin"), "")
    if verdict.due is None:
        return Step(title, "", Tag("Chưa công khai", "vua"), "")
    tone = TIMELY_TONES.get(verdict.timeliness, "tin")
    return Step(title, "", Tag(verdict.label, tone), f"hạn {say_day(verdict.due.day)}")


def _is_of(verdict: Verdict, end: date) -> bool:
    return verdict.period is not None and verdict.period.end == end


def spent(found: Overview) -> str:
    """For the card: "Chi 6 tháng đầu năm 2026: 4,03 tỷ đồng trong 9,2 tỷ đồng dự toán"."""
    side = next(each for each in found.now.bars if each.name == Side.EXPENDITURE.label)
    until = f"{found.now.until} {found.now.year}" if found.now.until else f"năm {found.now.year}"
    return f"Chi {until}: {side.detail}" if found.now.until else f"Chi {until}: {side.detail} {side.figure}"
