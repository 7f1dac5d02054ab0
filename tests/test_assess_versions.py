"""A law that is amended judges its own time only: what was late stays late, what was asked stays asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.assess import assess
from generator.province import Duty
from generator.province.duties import Deadline, Moment
from generator.province.units import UnitType
from generator.province.verdicts import Verdict
from tests.conftest import Load
from tests.test_assess import DECLARED, XA, document, told

Amend = Callable[[Duty], Duty]
Judge = Callable[..., list[Verdict]]


@pytest.fixture
def judge(load: Load) -> Judge:
    """The verdicts of one duty on a day, where its last version gives way to an amended one on a day."""

    def verdicts(
        id: str, day: date, since: date | None = None, amend: Amend = lambda duty: duty, **files: str
    ) -> list[Verdict]:
        named = {f"{name.replace('__', '/').replace('_', '-')}.yml": text for name, text in files.items()}
        joined = named.pop("joined.yml", "2026-01-01")
        scope, problems = load({"xa.yml": XA.format(joined=joined), **named})
        assert scope, problems
        duties = amended(scope.province.duties, id, since, amend) if since else scope.province.duties
        province = replace(scope.province, duties=duties)
        return [v for v in assess(replace(scope, province=province, day=day)) if v.duty.id == id]

    return verdicts


def amended(duties: tuple[Duty, ...], id: str, since: date, amend: Amend) -> tuple[Duty, ...]:
    last = max((duty for duty in duties if duty.id == id), key=lambda duty: duty.basis.since)

    def with_basis(duty: Duty, **times: date) -> Duty:
        return duty.model_copy(update={"basis": duty.basis.model_copy(update=times)})

    old, new = with_basis(last, until=since - timedelta(1)), with_basis(amend(last), since=since)
    return (*(duty for duty in duties if duty is not last), old, new)


def from_receipt(duty: Duty) -> Duty:
    assert isinstance(duty.deadline, Deadline)
    return duty.model_copy(update={"deadline": duty.deadline.model_copy(update={"since": Moment.RECEIVED})})


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 6, 1)])
def test_an_amendment_that_counts_from_another_moment_leaves_old_records_late(
    judge: Judge, day: date
) -> None:
    text = document("THDC-11.1", "2024-05-06", "2024-05-20")
    (verdict,) = judge("THDC-11.1", day, date(2027, 1, 1), from_receipt, van_ban__a=text)
    assert told(verdict) == ("da_cong_khai", "cham", 7, date(2024, 5, 13))


def test_a_record_that_a_new_version_sets_going_is_judged_by_it(judge: Judge) -> None:
    moments = "moc:\n  - {loai: ngay_nhan, ngay: 2027-03-15}\n"
    text = document("THDC-11.1", "2027-03-01", "2027-03-20", moments)
    for since, last in ((date(2027, 3, 15), date(2027, 3, 8)), (date(2027, 1, 1), date(2027, 3, 22))):
        (verdict,) = judge("THDC-11.1", date(2027, 6, 1), since, from_receipt, van_ban__a=text)
        assert verdict.due
        assert verdict.due.day == last


@pytest.mark.parametrize(
    ("day", "days"), [(date(2027, 1, 31), 214), (date(2027, 2, 1), 215), (date(2027, 6, 1), 335)]
)
def test_an_amendment_does_not_begin_the_lateness_of_what_must_always_be_there_anew(
    judge: Judge, day: date, days: int
) -> None:
    (verdict,) = judge("THDC-35.2a", day, date(2027, 2, 1), joined="2026-07-01")
    assert told(verdict) == ("chua_co", "qua_han", days, date(2026, 7, 1))


def test_an_amendment_that_binds_others_keeps_what_was_late_and_asks_nothing_more(judge: Judge) -> None:
    def for_wards(duty: Duty) -> Duty:
        return duty.model_copy(update={"binds": [UnitType.WARD]})

    text = document("THDC-11.6", "2026-03-02", "2026-03-16")
    day, since = date(2026, 11, 22), date(2026, 7, 1)
    (none,) = judge("THDC-11.6", day, since, for_wards)
    assert none.state.value == "khong_ap_dung"
    (late,) = judge("THDC-11.6", day, since, for_wards, van_ban__a=text)
    assert told(late)[:3] == ("da_cong_khai", "cham", 7)


@pytest.mark.parametrize("joined", ["2025-01-01", "2025-07-01"])
def test_every_year_of_a_plan_is_asked_for_also_between_two_laws(judge: Judge, joined: str) -> None:
    """Decided until 20/12/2025, under Thông tư 343/2016; no day is known without the decision."""
    found = judge("NS-QUYET-DINH", date(2026, 2, 15), joined=joined)
    years = {verdict.period.end.year: told(verdict) for verdict in found if verdict.period}
    assert years[2026] == ("chua_co", "khong_tinh_duoc", 0, None)
    assert 2027 not in years
    later = judge("NS-QUYET-DINH", date(2026, 2, 15), joined="2026-01-01")
    assert [v for v in later if v.period and v.period.end.year == 2026] == []


def test_a_declaration_stands_beside_a_record_of_another_time(judge: Judge) -> None:
    empty = DECLARED.format(duty="THDC-11.9", period="năm 2026", day="2026-10-02")
    old = document("THDC-11.9", "2024-02-01", "2024-02-05")
    declared, published = judge("THDC-11.9", date(2026, 11, 22), khong_phat_sinh=empty, van_ban__a=old)
    assert (declared.state.value, published.state.value) == ("khong_phat_sinh", "da_cong_khai")
    (alone,) = judge("THDC-11.9", date(2027, 1, 1), khong_phat_sinh=empty, van_ban__a=old)
    assert alone.state.value == "da_cong_khai"


def test_what_must_always_be_there_and_came_late_stays_late(judge: Judge) -> None:
    rated = "cach_danh_gia:\n  - {loai: phieu_giay, noi: Một cửa}\ncong_khai:\n  ngay_dang: 2026-10-13\n"
    before = judge("THDC-35.2a", date(2026, 10, 1), joined="2026-07-01")
    assert [told(v)[:3] for v in before] == [("chua_co", "qua_han", 92)]
    for day in (date(2026, 10, 20), date(2028, 6, 1)):
        (verdict,) = judge("THDC-35.2a", day, joined="2026-07-01", hai_long=rated)
        assert told(verdict) == ("da_cong_khai", "cham", 104, date(2026, 7, 1))


def test_the_list_of_a_quarter_is_asked_for_once_the_quarter_is_over(judge: Judge) -> None:
    def asked(day: date) -> list[str]:
        return [v.period_name for v in judge("THDC-13.2", day, joined="2026-07-01")]

    assert asked(date(2026, 12, 31)) == ["quý III/2026"]
    assert asked(date(2027, 1, 1)) == ["quý IV/2026", "quý III/2026"]
