"""How shares went, week by week."""

from __future__ import annotations

from datetime import date, timedelta

from generator.overview.standing import account_of
from generator.overview.weeks import LONGEST, Trend, mean, trend_of
from generator.province import Duty
from tests.overview.conftest import DAY, MakeSite, told

MONDAY = date(2026, 11, 16)
GOOD, BAD = told("TCD-24.2"), told("NS-QUY", "chua_co", "qua_han")


def test_a_quiet_week_keeps_the_share_before_it(make_site: MakeSite, duties: dict[str, Duty]) -> None:
    weeks = [(MONDAY - timedelta(weeks=3), [BAD]), (MONDAY - timedelta(weeks=2, days=-2), [GOOD, BAD])]
    now = account_of(make_site("xa-phu-dinh", [GOOD]), duties, DAY)
    trend = trend_of(weeks, duties, now, DAY)
    assert [share for _, share in trend.points] == [0, 50, 50, 100]
    assert [day.weekday() for day, _ in trend.points] == [0, 0, 0, 0]
    assert trend.points[-1][0] == MONDAY
    assert trend.change == 100


def test_a_week_to_come_is_not_believed(duties: dict[str, Duty]) -> None:
    assert trend_of([(DAY + timedelta(days=30), [GOOD])], duties, None, DAY) == Trend()


def test_no_more_than_half_a_year_is_shown(duties: dict[str, Duty]) -> None:
    weeks = [(MONDAY - timedelta(weeks=n), [GOOD]) for n in range(60)]
    assert len(trend_of(weeks, duties, None, DAY).points) == LONGEST


def test_the_mean_is_of_those_that_were_known_in_each_week() -> None:
    old, new = Trend(((MONDAY - timedelta(weeks=1), 20), (MONDAY, 41))), Trend(((MONDAY, 80),))
    assert mean([old, new]).points == ((MONDAY - timedelta(weeks=1), 20), (MONDAY, 60))
