"""How the share of each commune went, week by week (ISO 8601), from the states that a mirror keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.overview.standing import Account, items_of, mean_of
from generator.province import Duty

LONGEST = 26
"""Weeks that are shown."""
Weeks = Callable[[str], Iterable[tuple[date, Sequence[Any]]]]
"""Of a slug: for each week that is known a day of it, and the entries of `cong-khai.json` on that day; the latest first."""


def no_weeks(slug: str) -> Iterable[tuple[date, Sequence[Any]]]:
    """Of a province that keeps no copies."""
    return ()


@dataclass(frozen=True)
class Trend:
    """Shares at the end of the last weeks, the oldest first; a quiet week keeps the share before it."""

    points: tuple[tuple[date, int], ...] = ()
    """(Monday, percent)"""

    @property
    def told(self) -> bool:
        return len(self.points) > 1

    @property
    def change(self) -> int:
        """Points since the first week shown."""
        return self.points[-1][1] - self.points[0][1]

    @property
    def line(self) -> str:
        """The points of an SVG polyline, 100 wide and 100 high."""
        step = 100 / max(1, len(self.points) - 1)
        return " ".join(f"{n * step:.1f},{100 - share}" for n, (_, share) in enumerate(self.points))


UNTOLD = Trend()


def trend_of(
    told: Iterable[tuple[date, Sequence[Any]]], duties: Mapping[str, Duty], now: Account | None, day: date
) -> Trend:
    """Up to the week of `day`, whose share is today's; of what is told, the latest first, only what is shown is read."""
    shares = {monday(day): now.share} if now and now.share is not None else {}
    first = monday(day) - timedelta(weeks=LONGEST - 1)
    for each, entries in told:
        share = Account(each, items_of(entries, duties, each)).share
        if each <= day and share is not None:
            shares.setdefault(monday(each), share)
            if each < first:
                break
    return Trend(tuple(_filled(shares, monday(day)))[-LONGEST:])


def mean(trends: Iterable[Trend]) -> Trend:
    """The mean of the communes that were known in each week, rounded down."""
    weeks: dict[date, list[int]] = {}
    for trend in trends:
        for week, share in trend.points:
            weeks.setdefault(week, []).append(share)
    means = ((week, mean_of(shares)) for week, shares in sorted(weeks.items()))
    return Trend(tuple((week, share) for week, share in means if share is not None))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _filled(shares: Mapping[date, int], last: date) -> Iterable[tuple[date, int]]:
    if not shares:
        return
    week, share = min(shares), 0
    while week <= last:
        share = shares.get(week, share)
        yield week, share
        week += timedelta(days=7)
