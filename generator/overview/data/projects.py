"""The communes' OC4IDS projects in one package: what of them has the shape that our own files have (OC4IDS 0.9.5)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from generator.kinds.project.oc4ids import ALL, STATUS
from generator.kinds.project.oc4ids_parts import METHODS
from generator.overview.data.read import BrokenError, content, line
from generator.overview.sites import Published

ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00\+07:00")
WRONG = "không đúng dạng OC4IDS: {}"


def _text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _address(value: Any) -> bool:
    return isinstance(value, str) and bool(ADDRESS.fullmatch(value))


def _moment(value: Any) -> bool:
    try:
        return bool(MOMENT.fullmatch(value) and datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _number(value: Any) -> bool:
    return _whole(value) or (isinstance(value, float) and math.isfinite(value))


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _one_of(*codes: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in codes


MONEY = {"amount": _number, "currency": _one_of("VND")}
PERIOD = {"startDate": _moment, "endDate": _moment, "durationInDays": _whole}
REFERENCE = {"id": _text, "name": _text}
BREAKDOWN = {"id": _text, "description": _text, "amount": MONEY, "period": PERIOD}
OBSERVATION = {
    "id": _text,
    "period": PERIOD,
    "value": MONEY,
    "measure": _number,
    "unit": {"name": _text},
    "notes": _text,
}
SUMMARY = {
    "externalReference": _text,
    "title": _text,
    "tender": {
        "procurementMethod": _one_of(*METHODS.values()),
        "procurementMethodDetails": _text,
        "costEstimate": MONEY,
    },
    "suppliers": [REFERENCE],
    "contractValue": MONEY,
    "contractPeriod": PERIOD,
}
PROJECT = {
    "id": _text,
    "updated": _moment,
    "language": _one_of("vi"),
    "identifiers": [{"id": _text}],
    **dict.fromkeys(("title", "description", "purpose"), _text),
    "status": _one_of(*STATUS.values()),
    "sector": [_text],
    "publicAuthority": REFERENCE,
    "parties": [
        {
            **REFERENCE,
            "roles": [_text],
            "address": {"streetAddress": _text},
            "contactPoint": {"telephone": _text},
        }
    ],
    "period": PERIOD,
    "locations": [
        {
            "id": _text,
            "description": _text,
            "geometry": {"type": _one_of("Point"), "coordinates": [_number]},
        }
    ],
    "budget": {
        "amount": MONEY,
        "budgetBreakdowns": [{"id": _text, "description": _text, "budgetBreakdown": [BREAKDOWN]}],
    },
    "completion": {"endDate": _moment, "endDateDetails": _text, "finalValue": MONEY},
    "metrics": [{"id": _text, "title": _text, "observations": [OBSERVATION]}],
    "documents": [
        {
            "id": _text,
            "url": _address,
            **dict.fromkeys(("documentType", "title", "description", "author"), _text),
        }
    ],
    "contractingProcesses": [{"id": _text, "summary": SUMMARY}],
    "social": {"landCompensationBudget": MONEY},
}
"""Of each key what it may hold: a group, a list of such, or what a test says."""


def projects(site: Published) -> list[str]:
    """The projects of a commune, each as one line of JSON.

    Raises: BrokenError
    """
    package = content(site, ALL)
    if package is None:
        return []
    found = package.get("projects") if isinstance(package, dict) else None
    fitting = fitted(found, [PROJECT], "projects")
    ids = [project["id"] for project in fitting]
    if len(set(ids)) < len(ids) or not all(id.startswith(f"{site.unit.code}-") for id in ids):
        raise BrokenError(WRONG.format("mã dự án trùng nhau, hoặc không bắt đầu bằng mã đơn vị"))
    return [line(project) for project in fitting]


def fitted(value: Any, shape: Any, name: str) -> Any:
    """The value as the shape has it, without keys that the shape does not know.

    Raises: BrokenError
    """
    if isinstance(shape, dict) and isinstance(value, dict):
        kept = {key: fitted(item, shape[key], key) for key, item in value.items() if key in shape}
        if kept and ("id" in kept or "id" not in shape):
            return kept
    elif isinstance(shape, list) and isinstance(value, list):
        items = [fitted(item, shape[0], name) for item in value]
        if items and (shape == [_number] or len(set(map(_id, items))) == len(items)):
            return items
    elif callable(shape) and shape(value):
        return value
    raise BrokenError(WRONG.format(f"mục {name}"))


def _id(item: Any) -> str:
    """What may stand only once in a list."""
    found: str = item["id"] if isinstance(item, dict) else item
    return found
