"""`site_templates/drawn.json` from the pages themselves: `python -m tests.drawn` writes it anew.

What is read by a template, or by a kind while it makes its pages, is drawn; the sample commune fills every field.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from generator.assess import assess
from generator.compose import compose, frame
from generator.compose.undrawn import DRAWN
from generator.fields.base import Model
from generator.kinds._kind import Scope
from generator.load import load_commune, load_province
from generator.render import render
from tests.conftest import CONTENT, DAY

READERS = ("/jinja2/environment.py", "/generator/kinds/")
NO_READERS = ("/_thon.py", "/_withdrawn.py")
"""They go through all fields of a model, whatever is in them."""
NOT_FOR_READERS: Mapping[str, tuple[str, ...]] = {
    "kinds.budget.model.Indicator": ("partial",),
    "kinds.consultation.model.Consultation": ("id",),
    "kinds.decision.model.Decision": ("id", "result"),
    "kinds.fund.model.Campaign": ("remaining",),
    "kinds.meeting.model.Meeting": ("id",),
    "kinds.petition.model.Petition": ("id",),
    "kinds.profile.model.Profile": ("joined", "base", "rating"),
}
"""Ids that stand in the address, settings of the site, and figures that only check what pages work out."""


def drawn() -> dict[str, list[str]]:
    """The fields that pages of the sample commune draw, by model, both in order."""
    scope = _sample()
    with _watched() as read:
        drafts = compose(scope)
        render(drafts, frame(scope, drafts), scope.commune, {})
    for model, names in NOT_FOR_READERS.items():
        read[model].update(names)
    return {model: sorted(read[model]) for model in sorted(read) if model.startswith("kinds.")}


def _sample() -> Scope:
    province, _ = load_province(CONTENT / "tinh")
    assert province
    commune, _ = load_commune(CONTENT / "xa" / "xa-mau", province)
    assert commune
    scope = Scope(commune, province, DAY)
    return replace(scope, verdicts=assess(scope))


@contextmanager
def _watched() -> Iterator[defaultdict[str, set[str]]]:
    """Notes which fields of which models are read, and only by whom it matters."""
    read: defaultdict[str, set[str]] = defaultdict(set)

    def note(self: Model, name: str) -> object:
        if name in type(self).model_fields and _draws(sys._getframe(1).f_code.co_filename):
            model = type(self)
            read[f"{model.__module__.removeprefix('generator.')}.{model.__name__}"].add(name)
        return object.__getattribute__(self, name)

    with patch.object(Model, "__getattribute__", note):
        yield read


def _draws(path: str) -> bool:
    name = Path(path).as_posix()
    return any(part in name for part in READERS) and not name.endswith(NO_READERS)


def as_json(found: Mapping[str, list[str]]) -> str:
    """A line a model, so that a change shows what it is about."""
    lines = ",\n".join(f"  {json.dumps(model)}: {json.dumps(names)}" for model, names in found.items())
    return f"{{\n{lines}\n}}\n"


if __name__ == "__main__":
    DRAWN.write_text(as_json(drawn()), "utf-8", newline="\n")
