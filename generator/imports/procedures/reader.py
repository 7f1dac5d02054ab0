"""Reading JSON that others wrote: what nobody asked for is reported, so that a new key is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.imports.procedures.findings import Doubt, Notes
from generator.imports.procedures.text import clean
from generator.words.dates import VIETNAM

EPOCH = datetime(1970, 1, 1, 7, tzinfo=VIETNAM)
YEARS = range(1990, 2100)
"""A date outside them is a slip of the source (seconds for milliseconds, 0 for none)."""


class Reader:
    """One JSON object; each value is taken once, and `done` tells what was left."""

    def __init__(self, value: Mapping[str, Any], notes: Notes, path: str = "") -> None:
        self.left = dict(value)
        self.notes = notes
        self.path = path
        self.inner: list[Reader] = []

    def text(self, key: str) -> str:
        value = self.left.pop(key, None)
        if isinstance(value, bool | list | dict):
            self._odd(key, value)
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return clean("" if value is None else str(value))

    def flag(self, key: str) -> bool:
        value = self.left.pop(key, None)
        if value is not None and not isinstance(value, bool):
            self._odd(key, value)
        return value is True

    def number(self, key: str) -> Decimal | str | None:
        """A number of 0 or more, words where the source wrote words, None where it wrote nothing."""
        value = self.left.get(key)
        words = self.text(key)
        try:
            number = Decimal(words)
        except InvalidOperation:
            return words or None
        if number.is_finite() and number >= 0:
            return number
        self._odd(key, value)
        return None

    def day(self, key: str) -> str:
        """Milliseconds since the epoch, meant in UTC+7, to "2026-01-16"; empty where there is none."""
        number = self.number(key)
        if number is None:
            return ""
        try:
            day = EPOCH + timedelta(milliseconds=int(number))
        except (ValueError, OverflowError):
            day = EPOCH
        if day.year in YEARS:
            return day.date().isoformat()
        self._odd(key, number)
        return ""

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        items = self._list(key)
        for item in items:
            if not isinstance(item, str):
                self._odd(key, item)
        return [clean(item) for item in items if isinstance(item, str)]

    def each(self, key: str) -> list[Reader]:
        """A list of objects."""
        return [reader for item in self._list(key) if (reader := self._inside(key, item))]

    def group(self, key: str) -> Reader:
        """One object; an empty one where there is none."""
        value = self.left.pop(key, None)
        inside = None if value is None else self._inside(key, value)
        return inside or Reader({}, self.notes, self._named(key))

    def names(self, key: str) -> list[str]:
        """The names in a list of objects such as `{id, name, code}`."""
        return [reader.text("name") for reader in self.each(key)]

    def done(self, useless: frozenset[str]) -> None:
        """Report every key that holds something, was not asked for and is not known to be of no use."""
        for key, value in self.left.items():
            if value and self._named(key) not in useless:
                self.notes.add(Doubt.KEY, self._named(key), str(value))
        for reader in self.inner:
            reader.done(useless)

    def _list(self, key: str) -> list[Any]:
        value = self.left.pop(key, None)
        if isinstance(value, list):
            return value
        if value:
            self._odd(key, value)
        return []

    def _inside(self, key: str, value: Any) -> Reader | None:
        if not isinstance(value, dict):
            self._odd(key, value)
            return None
        self.inner.append(Reader(value, self.notes, self._named(key)))
        return self.inner[-1]

    def _named(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _odd(self, key: str, value: object) -> None:
        self.notes.add(Doubt.SHAPE, self._named(key), str(value))
