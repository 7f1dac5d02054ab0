"""A schematic map: a tile for each commune, near the place where it lies, all of one size.

Made from the coordinates of the register alone; it shows neighbours, no borders and no distances.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, radians, sqrt

from generator.core import Draft
from generator.overview.rows import Part, Row

URL, TITLE = "ban-do/", "Bản đồ"
ROOM = 1.5
"""Cells for each tile: with fewer, tiles are pushed far from their place."""
MOST = 500
"""Tiles that can still be read and touched: more than any province has."""
Cell = tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """One commune in its cell, counted from the north-west."""

    row: Row
    column: int
    line: int
    words: tuple[str, ...]
    """Its name, a line each."""

    @property
    def shade(self) -> str:
        """The ending of its class: by how much is disclosed, which the number on the tile says too."""
        if self.row.account is None:
            return "san" if self.row.part is Part.PREPARED else ""
        share = self.row.account.share or 0
        return "co" if share >= 80 else "vua" if share >= 50 else "it"


@dataclass(frozen=True)
class Map:
    """Facts of the page."""

    tiles: tuple[Tile, ...]
    columns: int
    lines: int
    unplaced: tuple[Row, ...]
    """Communes without coordinates."""


def map_page(rows: Sequence[Row]) -> Draft | None:
    """None where no commune has coordinates, or too many have."""
    placed = [row for row in rows if _has_place(row)]
    if not placed or len(placed) > MOST:
        return None
    tiles = _tiles(placed)
    facts = Map(
        tiles,
        columns=max(tile.column for tile in tiles) + 1,
        lines=max(tile.line for tile in tiles) + 1,
        unplaced=tuple(row for row in rows if not _has_place(row)),
    )
    lead = "Bản đồ sơ lược các xã, phường: nơi nào đã công khai trên trang, đến đâu."
    return Draft(URL, TITLE, "province/ban-do.html", facts, lead, menu=TITLE)


def _has_place(row: Row) -> bool:
    return row.unit.latitude is not None and row.unit.longitude is not None


def _tiles(rows: Sequence[Row]) -> tuple[Tile, ...]:
    """Each in the free cell nearest to its place; who lies in the middle chooses first."""
    places = _places(rows)
    width, height = (max(p[axis] for p in places) + 1 for axis in (0, 1))
    middle = (width / 2, height / 2)
    free = {(x, y) for x in range(ceil(width) + 1) for y in range(ceil(height) + 1)}
    found: list[tuple[Row, Cell]] = []
    for row, place in sorted(zip(rows, places, strict=True), key=lambda one: _far(one[1], middle)):
        cell = min(free, key=lambda each: (_far(place, each), each))
        free.remove(cell)
        found.append((row, cell))
    left, top = min(x for _, (x, _) in found), min(y for _, (_, y) in found)
    tiles = [Tile(row, x - left, y - top, _words(row.unit.short_name)) for row, (x, y) in found]
    return tuple(sorted(tiles, key=lambda tile: (tile.line, tile.column)))


def _places(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Coordinates in cells from the north-west corner; a degree east is shorter than one north."""
    north = [float(row.unit.latitude or 0) for row in rows]
    squeeze = cos(radians(sum(north) / len(north)))
    east = [float(row.unit.longitude or 0) * squeeze for row in rows]
    wide, high = _span(east), _span(north)
    cell = sqrt(wide * high / (len(rows) * ROOM))
    return [((x - min(east)) / cell, (max(north) - y) / cell) for x, y in zip(east, north, strict=True)]


def _span(values: Iterable[float]) -> float:
    known = list(values)
    return max(known) - min(known) or 0.01


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return round(hypot(one[0] - other[0], one[1] - other[1]), 6)


def _words(name: str) -> tuple[str, ...]:
    """A name of four words on two lines of two; of fewer, a word a line where it has three."""
    words = name.split()
    half = ceil(len(words) / 2)
    return tuple(" ".join(part) for part in (words[:half], words[half:]) if part)
