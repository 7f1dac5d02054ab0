"""What the results page shows, worked out for one day: the latest period first, in plain figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.kinds._kind import Scope
from generator.kinds.results.check import differs, explain
from generator.kinds.results.model import Apology, PeriodResult, RateOf, Results
from generator.words.dates import say_day
from generator.words.letters import capital
from generator.words.money import say_percent, share
from generator.words.order import vi_key

COUNTS = ("carried", "received", "early", "on_time", "late", "waiting")


@dataclass(frozen=True)
class Part:
    """Some of the dossiers: their number, and their share of all as the length of a bar."""

    name: str
    count: int
    percent: int
    said: str
    """Share in words: "62,5%", "dưới 0,1%"; empty where there is nothing to share."""


@dataclass(frozen=True)
class Shown:
    """One period as it is shown."""

    title: str
    """"Tháng 10/2026", or the field where it stands under its period."""
    result: PeriodResult
    in_time: str
    """Share returned in time or sooner: "98,4%"; empty where nothing was returned."""
    online: str
    parts: tuple[Part, ...]
    doubts: tuple[str, ...]
    """Printed rates that the counts do not bear out, one sentence each."""


@dataclass(frozen=True)
class Excuse:
    """An apology with the plain name of its procedure."""

    apology: Apology
    title: str
    url: str
    state: str
    tone: str


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    day: date
    results: Results
    latest: Shown
    fields: tuple[Shown, ...]
    """The latest period by field."""
    earlier: tuple[Shown, ...]
    doubts: tuple[str, ...]
    """Of all periods, the latest first."""
    excuses: tuple[Excuse, ...]
    late: int
    """Dossiers returned late in all periods shown."""


def sheet(scope: Scope) -> Sheet | None:
    """None where the commune has disclosed no results."""
    record = scope.commune.one("results")
    if record is None:
        return None
    results: Results = record.data
    groups = _by_period(results.periods)
    latest, *earlier = (_shown(_whole(group)) for group in groups)
    fields = sorted((r for r in groups[0] if r.field), key=lambda r: vi_key(r.field or ""))
    all_of_them = [each for group in groups for each in (_shown(r) for r in group)]
    return Sheet(
        day=scope.day,
        results=results,
        latest=latest,
        fields=tuple(_shown(result, result.field) for result in fields),
        earlier=tuple(earlier),
        doubts=tuple(text for each in all_of_them for text in each.doubts),
        excuses=tuple(_excuses(results, scope)),
        late=sum(each.result.late for each in (latest, *earlier)),
    )


def say_share(part: int, whole: int) -> str:
    """A rounded share that never claims nothing or all where it is not so; empty for a share of nothing."""
    percent = share(part, whole)
    if percent is None:
        return ""
    if part > 0 and percent == 0:
        return "dưới 0,1%"
    return "hơn 99,9%" if part < whole and percent == 100 else say_percent(percent)


def _by_period(found: Iterable[PeriodResult]) -> list[list[PeriodResult]]:
    """The latest period first, each with its total and its fields."""
    periods: dict[tuple[date, date], list[PeriodResult]] = {}
    for result in found:
        periods.setdefault((result.period.end, result.period.start), []).append(result)
    return [periods[key] for key in sorted(periods, reverse=True)]


def _whole(group: list[PeriodResult]) -> PeriodResult:
    """The total of a period: as written, else its fields added up."""
    written = next((result for result in group if not result.field), None)
    if written or len(group) == 1:
        return written or group[0]
    sums = {name: sum(getattr(result, name) for result in group) for name in COUNTS}
    online = [result.online for result in group]
    known = None if None in online else sum(number or 0 for number in online)
    return PeriodResult.model_construct(period=group[0].period, online=known, **sums)


def _shown(result: PeriodResult, title: str | None = None) -> Shown:
    period = str(result.period)
    online, received = result.parts(RateOf.ONLINE)
    return Shown(
        title=title or capital(period),
        result=result,
        in_time=say_share(result.in_time, result.resolved),
        online="" if online is None else say_share(online, received),
        parts=tuple(_parts(result)),
        doubts=tuple(_doubts(result)),
    )


def _parts(result: PeriodResult) -> Iterable[Part]:
    for name, count in (
        ("Trả sớm", result.early),
        ("Trả đúng hẹn", result.on_time),
        ("Trả trễ hẹn", result.late),
        ("Đang làm", result.waiting),
    ):
        percent = share(count, result.all)
        yield Part(name, count, min(round(percent or 0), 100), say_share(count, result.all))


def _doubts(result: PeriodResult) -> Iterable[str]:
    period = str(result.period)
    about = capital(period) + (f", lĩnh vực {result.field}" if result.field else "")
    for rate in result.rates:
        if differs(result, rate):
            number = f" (số {rate.document.number})" if rate.document.number else ""
            yield f"{about}, {rate.of.label.lower()}: {explain(result, rate)}{number}."


def _excuses(results: Results, scope: Scope) -> Iterable[Excuse]:
    """The latest promise first."""
    for apology in sorted(results.apologies, key=lambda found: found.promised, reverse=True):
        procedure = scope.province.procedures.get(apology.code)
        summary = scope.province.summaries.get(apology.code)
        short = summary.short_name if summary else None
        yield Excuse(
            apology=apology,
            title=short or (procedure.name if procedure else apology.code),
            url=f"thu-tuc/{apology.code}/",
            **_state(apology, scope.day),
        )


def _state(apology: Apology, day: date) -> dict[str, str]:
    if apology.returned:
        return {"state": f"Đã trả ngày {say_day(apology.returned)}", "tone": "tot"}
    if apology.new_day < day:
        return {"state": f"Quá hẹn mới {(day - apology.new_day).days} ngày", "tone": "xau"}
    return {"state": f"Hẹn trả {say_day(apology.new_day)}", "tone": "vua"}
