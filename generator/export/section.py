"""The tables of a commune's site: the rows of each section, computed once for all forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.core import DATA, WHOLE
from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.kinds._people import lists_people
from generator.kinds._thon import thon_names, with_names


@dataclass(frozen=True)
class Section:
    """One section that has rows."""

    kind: Kind[Any]
    rows: Sequence[BaseModel]
    name: str = DATA
    """Of its files, without ending."""
    more: str = ""
    """What it is beside the kind's title, where it is not the section's main table."""

    @property
    def title(self) -> str:
        return f"{self.kind.title}: {self.more}" if self.more else self.kind.title

    @property
    def model(self) -> type[BaseModel]:
        return type(self.rows[0])

    @property
    def csv(self) -> str:
        return f"{self.kind.section}{self.name}.csv"

    @property
    def xlsx(self) -> str:
        return f"{self.kind.section}{DATA}.xlsx"

    @property
    def json(self) -> str:
        return f"{self.kind.section}{WHOLE}.json"

    @property
    def listed(self) -> bool:
        """Whether it may be named outside of its own pages."""
        return not lists_people(self.kind)


def sections(scope: Scope) -> tuple[Section, ...]:
    """In menu order, without those where nothing is disclosed."""
    names = thon_names(scope)
    found = ((kind, with_names(kind.table(scope), names)) for kind in kinds())
    return tuple(Section(kind, rows) for kind, rows in found if rows)
