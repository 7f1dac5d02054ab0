"""What a field that holds somebody else's code may be given: the codes with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.province import Province

Offered = Mapping[str, Sequence[tuple[str, str]]]
"""(code, code and name) of each, by what a field says that its codes are of."""


def offered(province: Province, day: date) -> Offered:
    """What the province declares; a commune's repository may not hold it."""
    duties = {duty.id: duty.title for duty in province.duties if duty.basis.in_force(day)}
    found = {
        "procedure": {p.code: p.name for p in province.procedures.values()},
        "duty": duties,
        "plan": {plan.id: plan.title for plan in province.plans},
    }
    return {
        whose: [(code, f"{code} {name}") for code, name in names.items()] for whose, names in found.items()
    }
