"""What both shapes of a source share: the record in the catalogue's shape, tidied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.imports.procedures.fees import doubt_free
from generator.imports.procedures.findings import Doubt, Notes
from generator.imports.procedures.text import one_line

IN_FORCE = {"", "ACTIVE", "UPDATED"}
"""What the portal calls "Công khai" and "Sửa đổi, bổ sung"."""
OVER = {"REPEALED", "ABOLISHED", "REVOKED", "CANCELLED", "CANCELED", "EXPIRED"}
"""No answer at hand shows a repealed procedure; only words that can mean nothing else are taken."""


@dataclass(frozen=True)
class Mapped:
    """One record of a source, read."""

    code: str
    tree: dict[str, Any]
    """The keys and values of the catalogue's file, before the model has seen them."""
    over: bool
    """Whether the source itself says that it is repealed."""
    notes: Notes
    direct: bool
    """Whether the portal itself answered, not somebody's copy."""


def state_is_over(state: str, notes: Notes) -> bool:
    if state.upper() not in IN_FORCE | OVER:
        notes.add(Doubt.VALUE, f"trạng thái “{state}”, coi như còn hiệu lực")
    return state.upper() in OVER


def catalogue(tree: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """The tree without empty values, without what lost its meaning with them, without doubles."""
    tree["ten"] = one_line(tree["ten"])
    for basis in tree["can_cu"]:
        basis["ten"] = basis["ten"] or basis["so_hieu"]
    for case in tree["thoi_han_truong_hop"]:
        case["ten"] = case["ten"] or tree["ten"]  # as the portal names a procedure's only case
    for case in tree["ho_so"]:
        _tidy(case, notes)
    tree["cach_thuc"] = [channel for channel in tree["cach_thuc"] if channel["kenh"]]
    account = "\n".join([*(step["noi_dung"] for step in tree["trinh_tu"]), tree["yeu_cau"]])
    doubt_free(tree["cach_thuc"], account, notes)
    tree["trinh_tu"] = [step for step in tree["trinh_tu"] if step["noi_dung"]]
    pruned: dict[str, Any] = _pruned(tree)
    limits = [limit for limit in pruned.get("thoi_han_truong_hop", ()) if "thoi_han" in limit]
    pruned["thoi_han_truong_hop"] = _without_doubles(limits)
    pruned["can_cu"] = _without_doubles(pruned.get("can_cu", ()))
    return pruned


def _tidy(case: dict[str, Any], notes: Notes) -> None:
    """Leave out papers without a name; what one of them held is reported."""
    for paper in case["giay_to"]:
        paper["mau"] = [form for form in paper["mau"] if form["ten"]]
        if not paper["ten"]:
            notes.add(Doubt.SHAPE, "giấy tờ không có tên", str(_pruned(paper)))
    case["giay_to"] = [paper for paper in case["giay_to"] if paper["ten"]]


def _without_doubles(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same item twice is once."""
    kept: list[dict[str, Any]] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: kept for key, item in value.items() if (kept := _pruned(item))}
    if isinstance(value, list):
        return [kept for item in value if (kept := _pruned(item))]
    return value
