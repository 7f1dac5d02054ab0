"""A procedure on one page of a notice board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.kinds.procedure.place import Place
from generator.kinds.procedure.room import LINE, PAGE, Listed, brief, fitting, height
from generator.kinds.procedure.sheet import Fact, Sheet
from generator.kinds.procedure.ways import MANY
from generator.province import Procedure, Summary
from generator.province.procedures import FeeState
from generator.words.dates import say_day
from generator.words.sentences import unmarked

TITLES = ((90, 2.2), (200, 1.6), (400, 1.3))
"""A title of up to so many characters is so many times as large as the text; a longer one is as large."""
HEADING = 2.1
"""Lines of a heading with what is around it."""
SIDE = LINE / 3
"""Characters of a line of the short answers."""


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
    left = [each[part] for each in told["answers"] for part in ("lines", "more")]
    right = [*told["where"]["lines"], told["where"]["more"], *(row[1] for row in told["asking"])]
    sides = [height(left, line=SIDE), height(right, line=SIDE) + 1]
    headings = 1 + bool(told["more"]) + (1 + bool(summary["bring"]) + bool(summary["notes"]) if summary else 0)
    more = sum(max(height(row[0], line=LINE / 4), height(row[1], line=LINE * 0.75)) for row in told["more"])
    whole = (told["official"], told["banners"], summary, told["audience"], told["results"], told["source"])
    title = height(shown.title, line=LINE * 1.15 / size) * size
    return title + 1 + max(sides) + headings * HEADING + more + height(whole)


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
        "more": [list(row) for row in dict.fromkeys(_more(shown, detail))],
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


def _more(shown: Sheet, detail: Detail) -> Iterable[tuple[str, str]]:
    """What the source says of times and fees beside the short answers, each once."""
    many = MANY in " ".join(line for fact in shown.facts for line in fact.answer.lines)
    for way in shown.ways:
        if way.time.note or many:
            yield "Thời hạn", _with(way.time.text, way.time.note, detail)
    for case in shown.case_times:
        if case.case and len(shown.case_times) > 1:
            yield brief(case.case, detail.note), _with(case.time.text, case.time.note, detail)
    for way in shown.ways:
        for fee in way.fees:
            if fee.state is not FeeState.UNKNOWN and (fee.note or many):
                yield fee.name or "Phí, lệ phí", _with(fee.text, fee.note, detail)


def _with(text: str, note: str, detail: Detail) -> str:
    return f"{text}\n{brief(note, detail.note)}" if note else text


def _source(procedure: Procedure) -> str:
    return (
        f"Mã thủ tục: {procedure.code}. Lấy từ {procedure.source} ngày {say_day(procedure.fetched)}; "
        "bản gốc ở Cổng Dịch vụ công quốc gia có giá trị."
    )
