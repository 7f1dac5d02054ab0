"""What forms leave out since it goes without saying, as `generator.canonical` does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.from_schema.inputs import Form, inputs
from generator.kinds import kinds
from generator.load.false_alarms import Marks


@cache
def defaults() -> Mapping[str, Any]:
    """Values that a file does not hold since they go without saying, by key; none that means two things."""
    found: dict[str, set[str]] = {}
    models: list[type[BaseModel]] = [*(kind.model for kind in kinds()), Marks]
    for model in models:
        for key, value in _defaults(model):
            found.setdefault(key, set()).add(json.dumps(value))
    return {
        key: json.loads(min(values))
        for key, values in found.items()
        if len(values) == 1 and values != {"null"}
    }


def _defaults(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for field in inputs(model):
        if field.form is Form.GROUP or field.repeated:
            yield field.key, None
        else:
            default = model.model_fields[field.name].default if not field.required else None
            yield field.key, getattr(default, "value", default)
        if field.model:
            yield from _defaults(field.model)
