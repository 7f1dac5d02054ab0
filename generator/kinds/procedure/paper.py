"""Procedures on notice boards: one page each, and the list of all by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.procedure.catalogue import NO_FIELD, SECTION, url_of
from generator.kinds.procedure.limits import Time
from generator.kinds.procedure.place import NOT_HERE, Place
from generator.kinds.procedure.room import PAGE, brief, fitting, height
from generator.kinds.procedure.sheet import Sheet as Shown
from generator.kinds.procedure.ways import Way, fee_answer, time_answer
from generator.province import Procedure, Summary
from generator.province.procedures import InForce
from generator.words.dates import say_day
from generator.words.letters import small
from generator.words.order import vi_key
from generator.words.sentences import unmarked

LIST = "Danh mục thủ tục hành chính"
RESULTS = 3
"""How many results a page names."""
TITLES = ((90, 2.2), (200, 1.6), (400, 1.3))
"""A title of up to so many characters is so many times as large as the text; a longer one is as large."""


def papers(found: Sequence[Shown], scope: Scope) -> Iterator[Sheet]:
    """One page a procedure, then the list; the latter is what the commune's record has posted."""
    for shown in found:
        url = url_of(shown.procedure.code)
        yield Sheet(url.strip("/"), shown.title, "procedure/poster.typ", _poster(shown), url)
    record = scope.commune.one("procedure")
    yield Sheet(
        f"{SECTION}danh-muc", LIST, "procedure/list.typ", _list(found, scope), SECTION, record
    )


def _poster(shown: Shown) -> dict[str, Any]:
    told = _told(shown)
    groups, left, cut = ([], 0, False)
    if not shown.papers_told:
        groups, left, cut = fitting(shown.groups, PAGE - height(shown.title, told))
    return {
        "large": next((times for most, times in TITLES if len(shown.title) <= most), 1),
        **told,
        "groups": groups,
        "left": f"Còn {left} giấy tờ" if left else "Chỗ có dấu “…”" if cut else "",
    }


def _told(shown: Shown) -> dict[str, Any]:
    """All but the official papers."""
    procedure, place = shown.procedure, shown.place
    return {
        "official": shown.official,
        "banners": list(_banners(shown)),
        "answers": [_answer(fact.label, *fact.answer.lines, fact.answer.more) for fact in shown.facts],
        "asking": list(_asking(place)),
        "summary": _summary(shown.summary) if shown.summary else None,
        "outdated": shown.outdated,
        "ways": [list(row) for row in _ways(shown)],
        "audience": "; ".join(procedure.audience),
        "results": [brief(result) for result in procedure.results[:RESULTS]],
        "source": _source(procedure),
    }


def _banners(shown: Shown) -> Iterable[str]:
    if shown.banner:
        yield f"{shown.banner.text}."
    if shown.elsewhere:
        named = ", ".join(shown.elsewhere)
        yield f"Bản trên Cổng ghi cơ quan của {named}. Bà con hỏi xã trước khi làm theo."


def _answer(label: str, *lines: str) -> dict[str, Any]:
    return {"label": label, "lines": [line for line in lines[:-1] if line], "more": lines[-1]}


def _asking(place: Place) -> Iterable[tuple[str, str]]:
    """When to come and whom to ask: posts, never names."""
    row, centre = place.row, place.centre
    if centre and centre.address:
        yield "Địa chỉ", centre.address
    if centre and centre.hours:
        yield "Giờ nhận", "\n".join(f"{o.days}: {'; '.join(s.say() for s in o.hours)}" for o in centre.hours)
    if row and row.post:
        yield "Ai nhận", row.post
    if place.phone:
        yield "Gọi hỏi trước", place.phone
    if row and row.received and row.note:
        yield "Ghi chú", row.note


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "lead": unmarked(summary.lead),
        "bring": [{"what": thing.what, "note": thing.note or ""} for thing in summary.bring],
        "notes": list(summary.notes),
    }


def _ways(shown: Shown) -> Iterable[tuple[str, str, str]]:
    """Way or case, time, fee: only where the short answers do not say it all."""
    rows = [(way.name, _time(way.time), _fees(way)) for way in shown.ways]
    plain = len(rows) == 1 and not any("\n" in text for text in rows[0])
    if not plain:
        yield from rows
    for case in shown.case_times:
        if case.case:
            yield brief(case.case), _time(case.time), ""


def _time(time: Time) -> str:
    return "\n".join(filter(None, (time.text, brief(time.note), time.remark)))


def _fees(way: Way) -> str:
    lines = []
    for fee in way.fees:
        lines.append(f"{fee.name}: {small(fee.text)}" if fee.name else fee.text)
        lines.append(brief(fee.note))
    return "\n".join(filter(None, lines))


def _source(procedure: Procedure) -> str:
    return (
        f"Mã thủ tục: {procedure.code}. Lấy từ {procedure.source} ngày {say_day(procedure.fetched)}; "
        "bản gốc ở Cổng Dịch vụ công quốc gia có giá trị."
    )


def _list(found: Sequence[Shown], scope: Scope) -> dict[str, Any]:
    """Those in force or to come, by field; of several fields a procedure stands in each."""
    kept = [each for each in found if each.procedure.in_force(scope.day) is not InForce.ENDED]
    fields: dict[str, list[Shown]] = {}
    for each in sorted(kept, key=lambda each: (vi_key(each.title), each.procedure.code)):
        for field in dict.fromkeys(each.procedure.fields or [NO_FIELD]):
            fields.setdefault(field, []).append(each)
    disclosed = scope.commune.one("procedure") is not None
    names = sorted(fields, key=lambda name: (name == NO_FIELD, vi_key(name)))
    return {
        "lead": f"Có {len(kept)} thủ tục, xếp theo lĩnh vực. Quét mã QR để xem giấy tờ phải mang của từng thủ tục.",
        "unsaid": "" if disclosed else "Nơi nộp hồ sơ: chưa công khai trên trang này. Hỏi ở trụ sở UBND.",
        "fields": [{"name": name, "rows": [_row(each, disclosed) for each in fields[name]]} for name in names],
    }


def _row(shown: Shown, disclosed: bool) -> list[str]:
    procedure, row = shown.procedure, shown.place.row
    name = "\n".join(filter(None, (shown.title, shown.banner.short if shown.banner else "")))
    desk = (row.desk or "Có nhận" if row.received else NOT_HERE) if row else "Chưa công khai"
    times, fees = time_answer(procedure), fee_answer(procedure)
    return [procedure.code, name, "\n".join(times.lines), "\n".join(fees.lines), *([desk] if disclosed else [])]
