"""Rules of documents that several places name: one number, one day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.core import Commune, Loc, Problem, Record
from generator.fields.walk import find
from generator.kinds._disclosure import Document
from generator.kinds._references import inside
from generator.words.dates import say_day
from generator.words.fold import fold

YEAR = re.compile(r"/(20\d\d)/")
OWN = {"number", "day", "issuer"}
"""What a record has that is a document itself."""


@dataclass(frozen=True)
class Named:
    """A document with number and day, and where it is named."""

    record: Record[Any]
    loc: Loc
    number: str
    day: date
    issuer: str
    """Folded; empty where it is not told."""

    def is_same_as(self, other: Named) -> bool:
        """Whether two mean one document: numbers begin anew each year and with each issuer."""
        if fold(self.number) != fold(other.number):
            return False
        if self.issuer and other.issuer and self.issuer != other.issuer:
            return False
        same_date = (self.day.month, self.day.day) == (other.day.month, other.day.day)
        return self.day.year == other.day.year or same_date or bool(YEAR.search(self.number))


def check_documents(commune: Commune) -> Iterable[Problem]:
    known: dict[str, list[Named]] = {}
    for found in _documents(commune):
        yield from _year(found)
        before = known.setdefault(fold(found.number), [])
        twin = next((other for other in before if found.is_same_as(other)), None)
        if twin is None:
            before.append(found)
        elif twin.day != found.day:
            yield found.record.notice(
                "document_day_differs",
                (*found.loc, "ngay"),
                f"văn bản số {found.number} ghi ngày {say_day(found.day)}, chỗ khác ghi ngày "
                f"{say_day(twin.day)} ({inside(commune, twin.record.source.at(*twin.loc, 'ngay'))})",
                "Một văn bản một ngày; sửa ngày gõ nhầm.",
            )


def _year(found: Named) -> Iterable[Problem]:
    """A number that carries its year, as laws and contracts do, is of that year."""
    year = YEAR.search(found.number)
    if year and int(year[1]) != found.day.year:
        yield found.record.notice(
            "document_year_differs",
            (*found.loc, "ngay"),
            f"văn bản số {found.number} là của năm {year[1]}, ngày ghi {say_day(found.day)}",
            "Xem lại số hoặc ngày.",
        )


def _documents(commune: Commune) -> Iterator[Named]:
    """Those named in records, and those that are records themselves."""
    for group in commune.records.values():
        for record in group:
            own = [((), record.data)] if type(record.data).model_fields.keys() >= OWN else []
            for loc, document in (*own, *find(Document, record.data)):
                if document.number and document.day:
                    issuer = fold(document.issuer or "")
                    yield Named(record, loc, document.number, document.day, issuer)
