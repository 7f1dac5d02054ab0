"""A field of a model as a field of the forms in the browser, in the words that Sveltia CMS and Decap CMS share.

https://decapcms.org/docs/widgets/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.from_schema.called import naming
from generator.from_schema.inputs import Form, Input
from generator.from_schema.offered import Offered
from generator.from_schema.spelled import SPELLED

Tree = dict[str, Any]
WRONG = "Chưa đúng dạng. Xem gợi ý dưới ô."
CLOCK, YEAR, DAY = "([01][0-9]|2[0-3]):[0-5][0-9]", "[0-9]{4}", "[0-9]{2}/[0-9]{2}/[0-9]{4}"
SPAN = f"{CLOCK} - {CLOCK}"
WRITTEN: Mapping[Form, tuple[str, str]] = {
    Form.LINK: (r"https?://[^ ]+", WRONG),
    Form.HOURS: (f"{SPAN}(; {SPAN})*", "Ghi giờ như 07:30 - 11:30; 13:30 - 17:00."),
    Form.PERIOD: (
        f"năm {YEAR}|quý (I|II|III|IV)/{YEAR}|tháng ([1-9]|1[0-2])/{YEAR}|6 tháng cuối năm {YEAR}"
        f"|([2-9]|1[01]) tháng đầu năm {YEAR}|giai đoạn {YEAR} - {YEAR}|{DAY} - {DAY}",
        "Ghi kỳ như quý III/2026; năm 2026; tháng 9/2026; 6 tháng đầu năm 2026; 01/07/2026 - 15/09/2026.",
    ),
}
"""The one writing of what people write in several ways, so that forms give the bytes of `congkhai fmt`."""
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
    Form.MONEY: {**WHOLE, "min": 0},
    Form.COUNT: {**WHOLE, "min": 0},
    Form.NUMBER: BROKEN,
    Form.PERCENT: BROKEN,
    Form.YES_NO: {"widget": "boolean"},
    Form.FILE: {"widget": "file", "choose_url": False},
    Form.PICTURE: {"widget": "image", "choose_url": False},
}
"""All else is a line of text. Prose is written as plain Markdown, so that nothing rewrites it."""
WHEN = {Form.PERIOD: "", Form.YEAR: "", Form.DAY: " | date('DD/MM/YYYY')"}
"""What tells items of one name apart, and how it is shown."""


def form_fields(inputs: Iterable[Input], choices: Offered, relations: Mapping[str, Tree]) -> list[Tree]:
    """The fields of one group in the order of its files."""
    return [_field(field, choices, relations) for field in inputs]


def summary(inputs: Sequence[Input], before: str = "") -> str:
    """One line that stands for a group: of when it is, if it always says so, and its name."""
    single = [field for field in inputs if field.required and not field.repeated]
    found = [f"{before}{f.key}{shown}" for form, shown in WHEN.items() for f in single if f.form is form]
    others = [f for f in single if f.form not in (*WHEN, Form.PROSE)] if found else inputs
    name = naming(others)
    return " - ".join(f"{{{{{part}}}}}" for part in (*found[:1], *([before + name] if name else [])))


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
    line = summary(field.inside, "fields.")
    return {
        "widget": "list",
        "label_singular": field.title,
        "collapsed": True,
        **({"summary": line} if line else {}),
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
    pattern, wrong = WRITTEN.get(field.form, (field.pattern, SPELLED.get(field.form, WRONG)))
    checked: Tree = {"pattern": [f"^(?:{pattern})$", wrong]} if pattern else {}
    return {**WIDGETS.get(field.form, {"widget": "string"}), **checked}
