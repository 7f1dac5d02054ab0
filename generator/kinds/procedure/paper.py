"""A procedure on one page of a notice board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.kinds.procedure.place import Place
from generator.kinds.procedure.room import LINE, MORE, PAGE, Listed, brief, fitting, height, texts
from generator.kinds.procedure.sheet import Fact, Sheet
from generator.kinds.procedure.ways import MANY
from generator.province import Procedure, Summary
from generator.province.procedures import FeeState
from generator.words.dates import say_day
from generator.words.letters import capital
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


DETAILS = (
    *(Detail(results, note, 20) for results, note in ((9, 2000), (4, 300), (2, 160), (1, 90), (1, 60))),
    *(Detail(1, 60, notes) for notes in (8, 6, 4, 2)),
)


def poster(shown: Sheet) -> dict[str, Any]:
    """Facts of the page: all that the official text says of papers, times and fees, where there is room for it."""
    for detail in DETAILS:
        told = _told(shown, detail)
        listed = _listed(shown, PAGE - _height(shown, told))
        if listed is not None and not listed.left:
            break
    listed = listed or Listed([], 0)
    return {
        **told,
        "large": next((times for most, times in TITLES if len(shown.title) <= most), 1.0),
        "groups": listed.groups,
        "left": _left(shown, told, listed),
    }


def _left(shown: Sheet, told: dict[str, Any], listed: Listed) -> str:
    """What only the page shows; empty where that is nothing."""
    notes = len(shown.summary.notes) - len(told["summary"]["notes"]) if shown.summary else 0
    parts = (
        f"còn {listed.left} giấy tờ" if listed.left else "",
        f"còn {notes} lưu ý" if notes else "",
        "chỗ có dấu “…”" if any(text.endswith(MORE) for text in texts((told, listed.groups))) else "",
    )
    return capital(", ".join(filter(None, parts)))


def _listed(shown: Sheet, room: float) -> Listed | None:
    """The official papers, where the summary does not say what to bring; None where there is no room at all."""
    if shown.text.papers_told:
        return Listed([], 0) if room >= 0 else None
    return fitting(shown.text.groups, room - HEADING - 1.6)


def _height(shown: Sheet, told: dict[str, Any]) -> float:
    """Lines of all but the official papers."""
    size = next((times for most, times in TITLES if len(shown.title) <= most), 1.0)
    summary = told["summary"]
    left = [each[part] for each in told["answers"] for part in ("lines", "more")]
    left += [told["phone"], told["post"]]
    right = [*told["where"]["lines"], told["where"]["more"], *(row[1] for row in told["asking"])]
    sides = [height(left, line=SIDE), height(right, line=SIDE) + 1]
    headings = (
        1 + bool(told["more"]) + (1 + bool(summary["bring"]) + bool(summary["notes"]) if summary else 0)
    )
    more = sum(max(height(row[0], line=LINE / 4), height(row[1], line=LINE * 0.75)) for row in told["more"])
    bring = [f"{thing['what']} {thing['note']}" for thing in summary["bring"]] if summary else []
    said = (summary["lead"], bring, summary["notes"]) if summary else ()
    whole = (told["official"], told["banners"], said, told["audience"], told["results"], told["source"])
    title = height(shown.title, line=LINE * 1.15 / size) * size
    return title + 1 + max(sides) + headings * HEADING + more + height(whole)


def _told(shown: Sheet, detail: Detail) -> dict[str, Any]:
    """All but the official papers."""
    procedure, place, where = shown.procedure, shown.place, shown.facts[1]
    return {
        "official": shown.official,
        "banners": list(_banners(shown)),
        "answers": [_answer(fact) for fact in shown.facts if fact is not where],
        "where": _answer(where),
        "post": place.row.post or "" if place.row else "",
        "phone": place.phone or "",
        "asking": [list(row) for row in _asking(place)],
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
    """Where and when to come."""
    row, centre = place.row, place.centre
    if centre and centre.address:
        yield "Địa chỉ", centre.address
    if centre and centre.hours:
        yield (
            "Giờ nhận",
            "\n".join(f"{o.days}: {'; '.join(s.say() for s in o.hours)}" for o in centre.hours),
        )
    if row and row.received and row.note:
        yield "Ghi chú", row.note


def _summary(summary: Summary, detail: Detail) -> dict[str, Any]:
    return {
        "lead": unmarked(summary.lead),
        "bring": [{"what": thing.what, "note": thing.note or ""} for thing in summary.bring],
        "notes": list(summary.notes[: detail.notes]),
    }


def _more(shown: Sheet, detail: Detail) -> Iterable[tuple[str, str]]:
    """What the source says of times and fees beside the short answers, each once."""
    many = MANY in " ".join(line for fact in shown.facts for line in fact.answer.lines)
    for way in shown.text.ways:
        if way.time.note or many:
            yield "Thời hạn", _with(way.time.text, way.time.note, detail)
    for case in shown.text.case_times:
        if case.case and len(shown.text.case_times) > 1:
            yield brief(case.case, detail.note), _with(case.time.text, case.time.note, detail)
    for way in shown.text.ways:
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
