"""A procedure on one page of a notice board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.kinds.procedure.place import Place
from generator.kinds.procedure.room import LINE, PAGE, Listed, brief, fitting, height
from generator.kinds.procedure.sheet import Fact, Sheet
from generator.kinds.procedure.ways import Way
from generator.province import Procedure, Summary
from generator.province.procedures import FeeState
from generator.words.dates import say_day
from generator.words.letters import small
from generator.words.sentences import unmarked

TITLES = ((90, 2.2), (200, 1.6), (400, 1.3))
"""A title of up to so many characters is so many times as large as the text; a longer one is as large."""
HEADING = 2.2
"""Lines of a heading with what is around it."""


@dataclass(frozen=True)
class Detail:
    """How much is told beside the papers; the more there is to bring, the less."""

    results: int
    """How many results are named."""
    note: int
    """About how many characters of a long note of the source are shown."""
    notes: int
    """How many remarks of the summary."""


DETAILS = (Detail(4, 300, 20), Detail(2, 160, 20), Detail(1, 90, 20), Detail(1, 60, 6), Detail(1, 60, 3))


def poster(shown: Sheet) -> dict[str, Any]:
    """Facts of the page: all that the official text says of papers, times and fees, where there is room for it."""
    for detail in DETAILS:
        told = _told(shown, detail)
        listed = _listed(shown, PAGE - _height(shown, told))
        if listed is not None and not listed.left:
            break
    listed = listed or Listed([], 0, True)
    return {
        **told,
        "large": next((times for most, times in TITLES if len(shown.title) <= most), 1.0),
        "groups": listed.groups,
        "left": f"Còn {listed.left} giấy tờ" if listed.left else "",
    }


def _listed(shown: Sheet, room: float) -> Listed | None:
    """The official papers, where the summary does not say what to bring; None where there is no room at all."""
    if shown.papers_told:
        return Listed([], 0, False) if room >= 0 else None
    return fitting(shown.groups, room - HEADING - 1.6)


def _height(shown: Sheet, told: dict[str, Any]) -> float:
    """Lines of all but the official papers."""
    size = next((times for most, times in TITLES if len(shown.title) <= most), 1.0)
    summary = told["summary"]
    half = LINE * 0.36
    sides = [height(told[side], line=half) for side in ("answers", "asking")]
    headings = 1 + bool(told["ways"]) + (1 + bool(summary["bring"]) + bool(summary["notes"]) if summary else 0)
    ways = sum(max(height(text, line=LINE / 3.3) for text in row) for row in told["ways"])
    whole = (told["official"], told["banners"], summary, told["audience"], told["results"], told["source"])
    title = height(shown.title, line=LINE * 1.15 / size) * size
    return title + max(sides) + headings * HEADING + ways + height(whole)


def _told(shown: Sheet, detail: Detail) -> dict[str, Any]:
    """All but the official papers."""
    procedure, where = shown.procedure, shown.facts[1]
    return {
        "official": shown.official,
        "banners": list(_banners(shown)),
        "answers": [_answer(fact) for fact in shown.facts if fact is not where],
        "where": _answer(where),
        "asking": [list(row) for row in _asking(shown.place)],
        "summary": _summary(shown.summary, detail) if shown.summary else None,
        "outdated": shown.outdated,
        "ways": [list(row) for row in _ways(shown, detail)],
        "audience": "; ".join(procedure.audience),
        "results": [brief(result, 3 * detail.note) for result in procedure.results[: detail.results]],
        "source": _source(procedure),
    }


def _banners(shown: Sheet) -> Iterable[str]:
    if shown.banner:
        yield f"{shown.banner.text}."
    if shown.elsewhere:
        named = ", ".join(shown.elsewhere)
        yield f"Bản trên Cổng ghi cơ quan của {named}. Bà con hỏi xã trước khi làm theo."


def _answer(fact: Fact) -> dict[str, Any]:
    return {"label": fact.label, "lines": list(fact.answer.lines), "more": fact.answer.more}


def _asking(place: Place) -> Iterable[tuple[str, str]]:
    """When to come and whom to ask: posts, never names."""
    row, centre = place.row, place.centre
    if centre and centre.address:
        yield "Địa chỉ", centre.address
    if centre and centre.hours:
        yield "Giờ nhận", "\n".join(f"{o.days}: {'; '.join(s.say() for s in o.hours)}" for o in centre.hours)
    if row and row.post:
        yield "Ai nhận", row.post
    if row and row.received and row.note:
        yield "Ghi chú", row.note
    if place.phone:
        yield "Gọi hỏi trước", place.phone


def _summary(summary: Summary, detail: Detail) -> dict[str, Any]:
    return {
        "lead": unmarked(summary.lead),
        "bring": [{"what": thing.what, "note": thing.note or ""} for thing in summary.bring],
        "notes": list(summary.notes[: detail.notes]),
    }


def _ways(shown: Sheet, detail: Detail) -> Iterable[tuple[str, str, str]]:
    """Way or case, time, fee: only where the short answers do not say it all."""
    rows = [(way.name, _with(way.time.text, way.time.note, detail), _fees(way, detail)) for way in shown.ways]
    plain = len(rows) == 1 and not any("\n" in text for text in rows[0])
    if not plain:
        yield from rows
    for case in shown.case_times:
        if case.case and len(shown.case_times) > 1:
            yield brief(case.case, detail.note), _with(case.time.text, case.time.note, detail), ""


def _fees(way: Way, detail: Detail) -> str:
    told = ((fee, f"{fee.name}: {small(fee.text)}" if fee.name else fee.text) for fee in way.fees)
    return "\n".join(_with(text, "" if fee.state is FeeState.UNKNOWN else fee.note, detail) for fee, text in told)


def _with(text: str, note: str, detail: Detail) -> str:
    return f"{text}\n{brief(note, detail.note)}" if note else text


def _source(procedure: Procedure) -> str:
    return (
        f"Mã thủ tục: {procedure.code}. Lấy từ {procedure.source} ngày {say_day(procedure.fetched)}; "
        "bản gốc ở Cổng Dịch vụ công quốc gia có giá trị."
    )
