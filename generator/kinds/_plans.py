"""What kinds share that carry out a plan of the province: the plan is there, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._references import meant


def unknown_plan(record: Record[Any], loc: Loc, id: str, scope: Scope) -> Iterable[Problem]:
    """An error where the province's `mo-hinh.yml` has no plan of this id."""
    known = [plan.id for plan in scope.province.plans]
    if id not in known:
        listed = ", ".join(known) or "tỉnh chưa có tệp mo-hinh.yml"
        yield record.problem(
            "plan_unknown",
            loc,
            f"không có kế hoạch “{id}” trong mo-hinh.yml của tỉnh",
            meant(id, known) or f"Các mã kế hoạch: {listed}.",
        )
