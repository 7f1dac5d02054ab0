"""Procedures on notice boards: one page each, and the list of all by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.kinds import _paper
from generator.kinds._kind import Scope
from generator.kinds.procedure.catalogue import NO_FIELD, SECTION, url_of
from generator.kinds.procedure.paper import poster
from generator.kinds.procedure.place import NOT_HERE
from generator.kinds.procedure.sheet import Sheet
from generator.kinds.procedure.ways import fee_answer, time_answer
from generator.province.procedures import InForce
from generator.words.order import vi_key

TITLE = "Danh mục thủ tục hành chính"


def papers(found: Sequence[Sheet], scope: Scope) -> Iterator[_paper.Sheet]:
    """The list, which is what the commune's record has posted, then a page for each procedure."""
    record = scope.commune.one("procedure")
    if found:
        name = f"{SECTION}danh-muc"
        yield _paper.Sheet(name, TITLE, "procedure/list.typ", _list(found, scope), SECTION, record)
    for shown in found:
        url = url_of(shown.procedure.code)
        yield _paper.Sheet(url.strip("/"), shown.title, "procedure/poster.typ", poster(shown), url)


def _list(found: Sequence[Sheet], scope: Scope) -> dict[str, Any]:
    """Those in force or to come, by field; one of several fields stands in each."""
    kept = [each for each in found if each.procedure.in_force(scope.day) is not InForce.ENDED]
    fields: dict[str, list[Sheet]] = {}
    for each in sorted(kept, key=lambda each: (vi_key(each.title), each.procedure.code)):
        for field in dict.fromkeys(each.procedure.fields or [NO_FIELD]):
            fields.setdefault(field, []).append(each)
    names = sorted(fields, key=lambda name: (name == NO_FIELD, vi_key(name)))
    return {
        "lead": f"Có {len(kept)} thủ tục, xếp theo lĩnh vực.",
        "unsaid": _unsaid(kept),
        "desks": any(each.place.row for each in kept),
        "fields": [{"name": name, "rows": [_row(each) for each in fields[name]]} for name in names],
    }


def _unsaid(kept: Sequence[Sheet]) -> str:
    told = [each.place.row is not None for each in kept]
    if all(told):
        return ""
    which = "Ô “Quầy” để trống: nơi nộp" if any(told) else "Nơi nộp hồ sơ:"
    return f"{which} chưa công khai trên trang này, bà con hỏi trước ở trụ sở UBND."


def _row(shown: Sheet) -> dict[str, Any]:
    procedure, row = shown.procedure, shown.place.row
    return {
        "code": procedure.code,
        "name": shown.title,
        "mark": shown.banner.short if shown.banner else "",
        "time": "\n".join(time_answer(procedure).lines),
        "fee": "\n".join(fee_answer(procedure).lines),
        "desk": (row.desk or "Có nhận" if row.received else NOT_HERE) if row else "",
    }
