"""The tables of the whole province: of each kind its own columns, behind the code and the name of the unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from generator.core import DATA, WHOLE
from generator.export.columns import Column, columns
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.kinds._people import data_lists_people
from generator.kinds.official import KIND as OFFICIALS
from generator.kinds.procedure import KIND as CATALOGUE


def _unit(key: str, title: str, description: str) -> Column:
    return Column((key,), (key,), title, title, description, "string", required=True)


CODE = _unit("ma_don_vi", "Mã đơn vị", "Mã xã, phường: 5 chữ số theo danh mục của Cục Thống kê.")
NAME = _unit("ten_don_vi", "Tên đơn vị", "Tên đầy đủ của xã, phường.")


@dataclass(frozen=True)
class Table:
    """The table of one kind."""

    kind: Kind[Any]
    own: tuple[Column, ...]
    """Those that the communes' CSV has too; an older or newer copy may lack any."""

    @property
    def columns(self) -> tuple[Column, ...]:
        return (CODE, NAME, *self.own)

    @property
    def name(self) -> str:
        """Of its files, without ending: "du-an"."""
        return self.kind.section.strip("/")

    @property
    def csv(self) -> str:
        """The communes' file of the same rows."""
        return f"{self.kind.section}{DATA}.csv"

    @property
    def json(self) -> str:
        """The communes' file of the same entries."""
        return f"{self.kind.section}{WHOLE}.json"


def tables() -> tuple[Table, ...]:
    """In menu order; none of a kind whose files name persons, none of what is the province's own catalogue."""
    return tuple(
        Table(kind, _columns(kind)) for kind in kinds() if kind not in apart() and kind != CATALOGUE
    )


def apart() -> tuple[Kind[Any], ...]:
    """The kinds that are not put together, since their files list persons; those of officials too."""
    return tuple(kind for kind in kinds() if data_lists_people(kind) or kind == OFFICIALS)


def row_model(kind: Kind[Any]) -> type[BaseModel]:
    """The model of the rows of a kind's CSV, as its function `rows` says."""
    model: type[BaseModel] = get_args(get_type_hints(kind.rows)["return"])[0] if kind.rows else kind.model
    return model


def _columns(kind: Kind[Any]) -> tuple[Column, ...]:
    """Nothing is promised of what others have written but its type; whose it is, we say ourselves."""
    found = (
        column for column in columns(row_model(kind)) if column.heading not in (CODE.heading, NAME.heading)
    )
    return tuple(replace(column, required=False, choices=()) for column in found)
