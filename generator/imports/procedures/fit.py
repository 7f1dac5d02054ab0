"""A mapped record to the catalogue's model: what does not fit is taken out whole and reported."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.core import Loc
from generator.imports.procedures.findings import Doubt
from generator.imports.procedures.mapped import Mapped
from generator.province import Procedure

NEEDED = ("ma", "ten")
TITLES = {info.alias or name: info.title or name for name, info in Procedure.model_fields.items()}
"""Vietnamese titles of the catalogue's fields by their keys."""


class UnusableError(ValueError):
    """A record without a code or a name that the catalogue accepts; the argument says why, in Vietnamese."""


def fit(mapped: Mapped, fetched: str) -> Procedure:
    """The procedure; values that the model refuses are left out, never cut or mended.

    Raises: UnusableError
    """
    tree = {**mapped.tree, "ngay_nhap": fetched}
    while True:
        try:
            return Procedure.model_validate(tree)
        except ValidationError as error:
            # One at a time: taking one out of a list moves the places of the others.
            _leave_out(tree, error.errors()[0], mapped)


def _leave_out(tree: dict[str, Any], detail: ErrorDetails, mapped: Mapped) -> None:
    """Take out the value refused; where a needed part is missing, the group that lacks it."""
    loc: Loc = detail["loc"]
    said = str(detail.get("ctx", {}).get("message", "còn thiếu"))
    title = TITLES.get(str(loc[0]), str(loc[0]))
    if loc[0] in NEEDED:
        raise UnusableError(f"“{title}” {said}")
    where = loc[:-1] if detail["type"] == "missing" else loc
    *parents, last = where
    around: Any = tree
    for part in parents:
        around = around[part]
    mapped.notes.add(Doubt.UNFIT, f"“{title}”: {said}", str(around[last]))
    del around[last]
