"""How a record is called: by the code that is also the name of its file, and by the field that says most."""

from __future__ import annotations

from collections.abc import Sequence

from generator.from_schema.inputs import Form, Input

NAMING = (Form.LINE, Form.PERIOD, Form.DAY, Form.YEAR, Form.CODE, Form.CHOICE, Form.PROSE)
"""What tells one item of a list from another, the best first."""
TITLES = ("ten", "chu_de", "trich_yeu")
"""What a record calls itself, before any other line of it."""


def own_code(found: Sequence[Input]) -> Input | None:
    """The record's own code; None where it goes by the code of what it belongs to."""
    return next((f for f in found if f.form is Form.CODE and not f.repeated and not f.of), None)


def naming(found: Sequence[Input]) -> str:
    """The key of the field that names a group best, its code aside; empty where none does."""
    single = [field for field in found if not field.repeated]
    for required in (True, False):
        asked = [field for field in single if field.required is required]
        named = [field for field in asked if field.key in TITLES or (field.of and required)]
        by_form = [field for form in NAMING for field in asked if field.form is form]
        if best := [*named, *by_form]:
            return best[0].key
    return ""
