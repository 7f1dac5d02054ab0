"""The quarter and the half-year that a day lies in."""

from __future__ import annotations

from datetime import date, timedelta

from generator.fields.period import Period


def quarter_of(day: date) -> Period:
    return _part(day, 3)


def half_of(day: date) -> Period:
    return _part(day, 6)


def before(period: Period) -> date:
    """The last day of the period before."""
    return period.start - timedelta(days=1)


def _part(day: date, months: int) -> Period:
    """The part of the year that the day lies in, of so many months."""
    first = (day.month - 1) // months * months + 1
    following = date(day.year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return Period(date(day.year, first, 1), following - timedelta(days=1))
