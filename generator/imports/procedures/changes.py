"""What an import does to the catalogue: added, changed, the same, back again, ended, not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from generator.province import Procedure
from generator.words.dates import say_day

GONE = "; không còn trong danh mục nhập ngày {day}"
OVER = "; nguồn ghi đã bãi bỏ"
ENDED_BY_IMPORT = re.compile("; (?:không còn trong danh mục nhập ngày .*|nguồn ghi đã bãi bỏ)$")
"""Kept at the end of `nguon`, so that readers see why, and an end that a person wrote is told apart."""


class Fate(Enum):
    """What becomes of one procedure's file."""

    ADDED = "Thêm mới"
    CHANGED = "Thay đổi"
    BACK = "Có lại trong nguồn, đã bỏ ngày hết áp dụng"
    ENDED = "Bãi bỏ / không còn trong danh mục"
    UNSEEN = "Không thấy trong nguồn lần này, để nguyên"
    SAME = "Không đổi"


@dataclass(frozen=True)
class Change:
    """The fate of one procedure, and what to write: None where its file stays as it is."""

    fate: Fate
    procedure: Procedure
    fields: tuple[str, ...] = ()
    """Vietnamese titles of the fields that differ."""

    @property
    def writes(self) -> bool:
        return self.fate not in (Fate.SAME, Fate.UNSEEN)


def settle(new: Procedure, over: bool, old: Procedure | None, day: date) -> Change:
    """One procedure of the sources against the file that stands.

    `hieu_luc_tu` and `hieu_luc_den` are no source's: what people wrote there is kept. `ngay_nhap`
    alone is no change.
    """
    ended_before = old is not None and old.until is not None and by_import(old)
    kept = old.until if old and not ended_before else None
    until = kept or (_end(old if ended_before else None, day) if over else None)
    source = f"{new.source}{OVER}" if over and not kept else new.source
    new = new.model_copy(update={"since": old.since if old else None, "until": until, "source": source})
    if old is None:
        return Change(Fate.ENDED if over else Fate.ADDED, new)
    fields = differing(old, new)
    if not fields:
        return Change(Fate.SAME, old)
    if ended_before and until is None:
        return Change(Fate.BACK, new, fields)
    return Change(Fate.ENDED if over and not ended_before and not kept else Fate.CHANGED, new, fields)


def missing(old: Procedure, full: bool, day: date) -> Change | None:
    """A procedure of the catalogue that no source has; None where it has ended already.

    It ends only where the sources are the whole catalogue, and where nobody wrote an end or a
    beginning still to come.
    """
    if old.until and old.until < day:
        return None
    if not full or old.until or (old.since and old.since >= day):
        return Change(Fate.UNSEEN, old)
    source = f"{old.source}{GONE.format(day=say_day(day))}"
    ended = old.model_copy(update={"until": day - timedelta(days=1), "source": source})
    return Change(Fate.ENDED, ended, differing(old, ended))


def by_import(procedure: Procedure) -> bool:
    """Whether an import wrote the end date, not a person."""
    return bool(ENDED_BY_IMPORT.search(procedure.source))


def differing(old: Procedure, new: Procedure) -> tuple[str, ...]:
    """Vietnamese titles of the fields that differ; the day of the import is not one of them."""
    return tuple(
        info.title or name
        for name, info in Procedure.model_fields.items()
        if name != "fetched" and getattr(old, name) != getattr(new, name)
    )


def _end(old: Procedure | None, day: date) -> date | None:
    return old.until if old else day - timedelta(days=1)
