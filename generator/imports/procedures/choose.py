"""One procedure for each code out of all records: the portal's own answer before a copy, then the newer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.core import Problem
from generator.imports.procedures.findings import Doubt, Finding, Notes
from generator.imports.procedures.fit import UnusableError, fit
from generator.imports.procedures.flat import map_flat
from generator.imports.procedures.mapped import Mapped
from generator.imports.procedures.portal import map_portal
from generator.imports.procedures.sources import Item, Shape
from generator.imports.procedures.text import clean, short
from generator.province import Procedure

READERS = {Shape.PORTAL: map_portal, Shape.FLAT: map_flat}
CODES = {Shape.PORTAL: "code", Shape.FLAT: "ma"}
NAMES = {Shape.PORTAL: "name", Shape.FLAT: "ten"}
Told = Callable[[str, int, int], None]
"""Called with what is being done, steps done and steps in all."""


@dataclass
class Chosen:
    """What the sources say, by code."""

    procedures: dict[str, Procedure] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    """Codes that the source itself calls repealed."""
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def choose(items: Sequence[Item], day: date, told: Told) -> Chosen:
    """Read every record, keep the best for each code, and make the model's procedures of them."""
    chosen = Chosen()
    best: dict[str, tuple[Item, Mapped]] = {}
    for done, item in enumerate(items, 1):
        code, name = _said(item, CODES[item.shape]), _said(item, NAMES[item.shape])
        if code and name:
            mapped = READERS[item.shape](item.record, Notes(code))
            best[code] = _better(best.get(code), (item, mapped), chosen)
        else:
            chosen.problems.append(_nameless(item, code, name))
        told("Đang đọc", done, len(items))
    for code, (item, mapped) in sorted(best.items()):
        _take(code, item, mapped, chosen, day)
    return chosen


def _take(code: str, item: Item, mapped: Mapped, chosen: Chosen, day: date) -> None:
    try:
        chosen.procedures[code] = fit(mapped, day.isoformat())
    except UnusableError as error:
        hint = "Sửa trong tệp nguồn hoặc tải lại từ Cổng rồi nhập lại."
        chosen.problems.append(item.problem("unusable", f"mã “{short(code)}”: {error}", hint))
        return
    chosen.findings += mapped.notes.found
    if mapped.over:
        chosen.over.add(code)


def _better(
    old: tuple[Item, Mapped] | None, new: tuple[Item, Mapped], chosen: Chosen
) -> tuple[Item, Mapped]:
    """Of two records of a code the portal's own, then the later updated, then the one read first."""
    if old is None:
        return new
    if old[1].direct == new[1].direct and old[1].tree != new[1].tree:
        places = " và ".join(f"{item.place.path} {item.which}".strip() for item, _ in (old, new))
        chosen.findings.append(
            Finding(Doubt.DOUBLE, "lấy bản cập nhật sau, bằng nhau thì bản đọc trước", new[1].code, places)
        )
    return new if _weight(new[1]) > _weight(old[1]) else old


def _weight(mapped: Mapped) -> tuple[bool, str]:
    return mapped.direct, mapped.tree.get("nguon_cap_nhat", "")


def _said(item: Item, key: str) -> str:
    value = item.record.get(key)
    return clean(value) if isinstance(value, str) else ""


def _nameless(item: Item, code: str, name: str) -> Problem:
    missing, key = ("tên thủ tục", NAMES[item.shape]) if code else ("mã thủ tục", CODES[item.shape])
    known = f", chỉ có “{short(code or name)}”" if code or name else ""
    message = f"không có {missing} (mục “{key}”){known}"
    if isinstance(item.record.get(key), int | float):
        message = f"mục “{key}” là một số ({item.record[key]}), số 0 ở cuối mã có thể đã mất"
    hint = "Tải lại bản ghi này từ nguồn, hoặc sửa mục này (đặt trong ngoặc kép) rồi nhập lại."
    return item.problem("missing", message, hint)
