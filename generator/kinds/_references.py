"""Rules that several kinds share: what a record names must be there, a point lies in Vietnam."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.core import Commune, Loc, Place, Problem, Record
from generator.kinds._kind import Scope
from generator.words.fold import fold, nearest

VIETNAM = ((Decimal(7), Decimal(24)), (Decimal(102), Decimal(118)))
"""Latitudes and longitudes between which Vietnam lies with its islands, in degrees, wide."""


def unknown_thon(record: Record[Any], loc: Loc, id: str | None, scope: Scope) -> Iterable[Problem]:
    """An error where the commune's profile names no thôn of this id.

    While two thôn there bear one id, which is told there, nobody knows whose other id is meant.
    """
    profile = scope.commune.one("profile")
    known = [thon.id for thon in profile.data.thon] if profile else []
    if id and id not in known and len({*map(fold, known)}) == len(known):
        listed = ", ".join(known) or "xa.yml chưa có mục thon"
        yield record.problem(
            "thon_unknown",
            loc,
            f"không có thôn nào mang mã “{id}” trong xa.yml",
            meant(id, known) or f"Các mã thôn trong xa.yml: {listed}.",
        )


def unknown_procedure(record: Record[Any], loc: Loc, code: str, scope: Scope) -> Iterable[Problem]:
    """An error where the province's catalogue has no procedure of this code."""
    known = scope.province.procedures
    if code not in known:
        close = nearest(code, known)
        hint = f"Có phải là “{close}” ({known[close].name[:80]})?" if close else ""
        yield record.problem(
            "procedure_unknown",
            loc,
            f"mã “{code}” không có trong danh mục của tỉnh",
            hint or "Xem mã trong content/tinh/thu-tuc/.",
        )


def meant(written: str, known: Iterable[str]) -> str:
    """The question whether the nearest known one was meant; empty where nothing is close."""
    close = nearest(written, known)
    return f"Có phải là “{close}”?" if close else ""


def is_in_vietnam(latitude: Decimal, longitude: Decimal) -> bool:
    (south, north), (west, east) = VIETNAM
    return south <= latitude <= north and west <= longitude <= east


def inside(commune: Commune, place: Place) -> str:
    """Another place of the commune as a sentence names it: "du-an/DA-01.yml, dòng 12"."""
    name = place.path.removeprefix(f"{commune.folder.as_posix()}/")
    return f"{name}, dòng {place.line}"
