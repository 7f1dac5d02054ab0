"""A field of a model as a field of the forms in the browser, in the words that Sveltia CMS and Decap CMS share.

https://decapcms.org/docs/widgets/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.from_schema.called import naming
from generator.from_schema.inputs import Form, Input
from generator.from_schema.offered import Offered

Tree = dict[str, Any]
LINK = r"https?://[^ ]+"
WRONG = "Chưa đúng dạng. Xem gợi ý dưới ô."
WHOLE = {"widget": "number", "value_type": "int"}
BROKEN = {"widget": "number", "value_type": "float", "step": 0.0001}
WIDGETS: Mapping[Form, Tree] = {
    Form.PROSE: {"widget": "text"},
    Form.DAY: {
        "widget": "datetime",
        "format": "YYYY-MM-DD",
        "date_format": "YYYY-MM-DD",
        "time_format": False,
    },
    Form.CLOCK: {"widget": "datetime", "format": "HH:mm", "date_format": False, "time_format": "HH:mm"},
    Form.YEAR: {**WHOLE, "min": 1900, "max": 2200},
    Form.MONEY: WHOLE,
    Form.COUNT: {**WHOLE, "min": 0},
    Form.NUMBER: BROKEN,
    Form.PERCENT: BROKEN,
    Form.YES_NO: {"widget": "boolean"},
    Form.FILE: {"widget": "file", "choose_url": False},
    Form.PICTURE: {"widget": "image", "choose_url": False},
}
"""All else is a line of text. Prose is written as plain Markdown, so that nothing rewrites it."""


def form_fields(inputs: Iterable[Input], choices: Offered, relations: Mapping[str, Tree]) -> list[Tree]:
    """The fields of one group in the order of its files."""
    return [_field(field, choices, relations) for field in inputs]


def _field(field: Input, choices: Offered, relations: Mapping[str, Tree]) -> Tree:
    said: Tree = {
        "name": field.key,
        "label": field.title,
        "hint": field.hint,
        "required": field.required,
    }
    if field.form is Form.GROUP:
        return said | _group(field, form_fields(field.inside, choices, relations))
    value = _value(field, choices, relations)
    if not field.repeated:
        return said | value
    least: Tree = {"min": field.least} if field.least else {}
    if value["widget"] in ("select", "relation"):
        return said | value | {"multiple": True} | least
    item = {"name": field.key, "label": field.title, **value}
    return said | {"widget": "list", "label_singular": field.title, "field": item} | least


def _group(field: Input, fields: list[Tree]) -> Tree:
    if not field.repeated:
        return {"widget": "object", "collapsed": False, "fields": fields}
    name = naming(field.inside)
    return {
        "widget": "list",
        "label_singular": field.title,
        "collapsed": True,
        **({"summary": f"{{{{fields.{name}}}}}"} if name else {}),
        **({"min": field.least} if field.least else {}),
        "fields": fields,
    }


def _value(field: Input, choices: Offered, relations: Mapping[str, Tree]) -> Tree:
    """The widget of one value with its options."""
    if field.of in relations:
        return {"widget": "relation", **relations[field.of]}
    offered = field.choices or choices.get(field.of, ())
    if offered:
        return {
            "widget": "select",
            "options": [{"label": label, "value": code} for code, label in offered],
        }
    if field.form in (Form.FILE, Form.PICTURE):
        return {**WIDGETS[field.form], "accept": ",".join(field.endings)}
    pattern = LINK if field.form is Form.LINK else field.pattern
    checked: Tree = {"pattern": [f"^(?:{pattern})$", WRONG]} if pattern else {}
    return {**WIDGETS.get(field.form, {"widget": "string"}), **checked}
