"""How a record is called: by the code that is also the name of its file, and by the field that says most."""

from __future__ import annotations

from collections.abc import Sequence

from generator.from_schema.inputs import Form, Input

NAMING = (Form.LINE, Form.PERIOD, Form.DAY, Form.YEAR, Form.CODE, Form.CHOICE, Form.PROSE)
"""What tells one item of a list from another, the best first."""


def own_code(found: Sequence[Input]) -> Input | None:
    """The record's own code; None where it goes by the code of what it belongs to."""
    return next((f for f in found if f.form is Form.CODE and not f.repeated and not f.of), None)


def naming(found: Sequence[Input]) -> str:
    """The key of the field that names a group best, its code aside; empty where none does."""
    single = [field for field in found if not field.repeated]
    for required in (True, False):
        for form in NAMING:
            key = next((f.key for f in single if f.form is form and f.required is required), "")
            if key:
                return key
    return ""
