"""Reception: rules become the right days, days off move, changes are never lost."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.check import check
from generator.kinds.reception.model import ChangeKind, YearPlan
from generator.kinds.reception.rule import Rule, read_rule
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import sessions
from generator.kinds.reception.view import schedule
from generator.province import Province
from tests.conftest import Load
from tests.real import real_data

PLAN = """
noi_tiep: Phòng Tiếp công dân
lich:
  - nam: "{year}"
    dinh_ky:
      - ma: chu-tich
        quy_tac: {rule}
        gio: 7:30 - 11:30
        nguoi_tiep: Chủ tịch UBND xã
    dieu_chinh:
{changes}
"""


def plan(rule: str, year: int = 2026, since: str | None = None, until: str | None = None) -> YearPlan:
    return YearPlan.model_validate(
        {
            "nam": str(year),
            **({"tu_ngay": since} if since else {}),
            **({"den_ngay": until} if until else {}),
            "dinh_ky": [
                {"ma": "a", "quy_tac": rule, "gio": "7:30 - 11:30", "nguoi_tiep": "Chủ tịch UBND xã"}
            ],
        }
    )


def days(found: tuple[Session, ...]) -> list[date | None]:
    return [session.day for session in found]


def test_the_rule_of_tay_son_gives_exactly_its_published_dates(province: Province) -> None:
    published = next(
        entry
        for entry in json.loads(real_data("cong-khai/lich_tiep_cong_dan.json").read_text(encoding="utf-8"))
        if entry["don_vi"] == "Xã Tây Sơn"
    )
    made = sessions(plan("thứ Năm hằng tuần", 2025, "2025-07-01", "2025-12-31"), "", province.calendar)
    assert [str(day) for day in days(made)] == published["ngay_cu_the"]
    assert len(made) == 26


def test_new_year_2026_moves_over_the_swapped_friday(province: Province) -> None:
    made = sessions(plan("thứ Năm hằng tuần", 2026, until="2026-01-31"), "", province.calendar)
    assert made[0].planned == date(2026, 1, 1)
    assert made[0].day == date(2026, 1, 5)
    assert "Tết Dương lịch" in made[0].reason


def test_second_of_january_2026_is_known_as_a_day_off(province: Province) -> None:
    assert not province.calendar.is_working(date(2026, 1, 2))
    assert province.calendar.is_working(date(2026, 1, 10))
    made = sessions(plan("thứ Sáu hằng tuần", 2026, until="2026-01-05"), "", province.calendar)
    assert days(made) == [date(2026, 1, 5)]


def test_a_session_moved_onto_another_of_its_rule_is_one_session(province: Province) -> None:
    made = sessions(plan("thứ Hai hằng tuần", 2026, "2026-02-10", "2026-02-28"), "", province.calendar)
    assert days(made) == [date(2026, 2, 23)]
    assert made[0].planned == date(2026, 2, 23)
    assert made[0].joined == (date(2026, 2, 16),)


def test_a_rule_that_changes_in_the_middle_of_a_year_leaves_the_days_before_as_they_were(
    province: Province,
) -> None:
    rule = {"gio": "7:30 - 11:30", "nguoi_tiep": "Chủ tịch UBND xã"}
    old = {"ma": "cu", "quy_tac": "thứ Năm hằng tuần", "den_ngay": "30/11/2026", **rule}
    new = {"ma": "moi", "quy_tac": "thứ Ba hằng tuần", "tu_ngay": "01/12/2026", **rule}
    found = YearPlan.model_validate(
        {"nam": "2026", "tu_ngay": "20/11/2026", "den_ngay": "10/12/2026", "dinh_ky": [old, new]}
    )
    made = sessions(found, "", province.calendar)
    assert days(made) == [date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 8)]


def test_a_date_rule_moves_off_a_sunday(province: Province) -> None:
    made = sessions(plan("ngày 15 hằng tháng", 2026, "2026-11-01", "2026-11-30"), "", province.calendar)
    assert [(s.planned.day, s.day and s.day.day) for s in made] == [(15, 16)]


def test_a_session_at_the_end_of_december_may_move_into_january(province: Province) -> None:
    made = sessions(plan("thứ Năm hằng tuần", 2026, "2026-12-28", "2026-12-31"), "", province.calendar)
    assert days(made) == [date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("thứ Năm hằng tuần", Rule(weekdays=(3,))),
        ("Thứ 5 hàng tuần", Rule(weekdays=(3,))),
        ("thứ Hai và thứ Năm hằng tuần", Rule(weekdays=(0, 3))),
        ("thứ hai, tư mỗi tuần", Rule(weekdays=(0, 2))),
        ("ngày 15 hằng tháng", Rule(month_days=(15,))),
        ("các ngày 15 và 25 hằng tháng", Rule(month_days=(15, 25))),
        ("thứ Ba tuần đầu tháng", Rule(weekdays=(1,), nth=1)),
        ("T5 hàng tuần", Rule(weekdays=(3,))),
        ("T2, T5 hằng tuần", Rule(weekdays=(0, 3))),
        ("Sáng thứ Năm mỗi tuần", Rule(weekdays=(3,))),
        ("buổi chiều các ngày 5 và 20 hằng tháng", Rule(month_days=(5, 20))),
        ("ngày mùng 5 hằng tháng", Rule(month_days=(5,))),
        ("mồng 5 và mồng 10 hằng tháng", Rule(month_days=(5, 10))),
        ("thứ Sáu cuối cùng của mỗi tháng", Rule(weekdays=(4,), nth=-1)),
    ],
)
def test_usual_wordings_are_read(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("thứ Bảy hằng tuần", "rule_weekend"),
        ("Chủ nhật hằng tuần", "rule_weekend"),
        ("ngày 31 hằng tháng", "rule_day_of_month"),
        ("ngày 0 hằng tháng", "rule_day_of_month"),
        ("hằng tuần", "rule_unknown"),
        ("khi cần", "rule_unknown"),
        ("T7 hằng tuần", "rule_weekend"),
        ("tối thứ Năm hằng tuần", "rule_unknown"),
        ("sáng hằng tuần", "rule_unknown"),
    ],
)
def test_what_cannot_be_a_rule_is_refused(text: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        read_rule(text)
    assert refusal.value.type == code


weekdays = st.sets(st.integers(0, 4), min_size=1).map(lambda found: tuple(sorted(found)))
rules = st.one_of(
    st.builds(Rule, weekdays=weekdays),
    st.builds(Rule, weekdays=weekdays, nth=st.sampled_from([1, 2, 3, 4, -1])),
    st.builds(Rule, month_days=st.sets(st.integers(1, 28), min_size=1).map(lambda d: tuple(sorted(d)))),
)


@given(rules)
def test_a_rule_said_in_words_is_read_as_the_same_rule(rule: Rule) -> None:
    assert read_rule(rule.say()) == rule


def problems_of(load: Load, changes: str, rule: str = "thứ Năm hằng tuần", year: int = 2026) -> list[str]:
    scope, found = load({"tiep-cong-dan.yml": PLAN.format(rule=rule, changes=changes, year=year)})
    assert scope, found
    return [problem.code for problem in check(scope)]


def test_a_change_of_a_day_without_session_is_an_error_with_the_nearest_days(load: Load) -> None:
    text = PLAN.format(
        rule="thứ Năm hằng tuần",
        year=2026,
        changes="      - {ngay: 2026-11-25, loai: doi_ngay, sang_ngay: 2026-11-27}",
    )
    scope, _ = load({"tiep-cong-dan.yml": text})
    assert scope
    problem = next(p for p in check(scope) if p.code == "no_such_session")
    assert (problem.place.line, problem.place.column) == (11, 16)
    assert "26/11/2026" in problem.hint


def test_a_postponed_session_without_a_new_day_is_shown_and_noticed(load: Load) -> None:
    assert "no_new_day" in problems_of(load, "      - {ngay: 2026-11-26, loai: doi_ngay, ly_do: họp}")


def test_an_extra_session_needs_hours_and_receiver(load: Load) -> None:
    assert "extra_incomplete" in problems_of(load, "      - {ngay: 2026-11-28, loai: them_buoi}")


EXTRA = "      - {ngay: 2026-12-05, loai: them_buoi, gio: '8:00 - 9:00', nguoi_tiep: Chủ tịch UBND xã}\n"
PUT_OFF = "      - {ngay: 2026-11-26, loai: doi_ngay, ly_do: họp, ngay_dang: 2026-11-16}\n"
OF_CHANGES = {
    "no_such_session",
    "which_session",
    "session_changed_twice",
    "moved_nowhere",
    "moved_onto_session",
    "no_new_day",
    "announced_late",
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (f"{EXTRA}      - {{ngay: 2026-12-05, loai: doi_ngay, sang_ngay: 2026-12-08}}", []),
        (f"{EXTRA}      - {{ngay: 2026-12-05, loai: thay_nguoi, nguoi_tiep: Phó Chủ tịch}}", []),
        (f"{EXTRA}      - {{ngay: 2026-12-05, loai: doi_ngay, ly_do: bão}}", ["no_new_day"]),
        (f"{EXTRA}      - {{ngay: 2026-12-06, loai: doi_ngay, ly_do: bão}}", ["no_such_session"]),
        (
            f"{EXTRA.replace('12-05', '12-03')}      - {{ngay: 2026-12-03, loai: noi_dung, noi_dung: Nước}}",
            ["which_session"],
        ),
        (
            f"{EXTRA.replace('12-05', '12-03')}"
            "      - {ngay: 2026-12-03, lich: them, loai: noi_dung, noi_dung: Nước}",
            [],
        ),
        (PUT_OFF, ["no_new_day"]),
        (f"{PUT_OFF}      - {{ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-12-01}}", []),
        (
            f"{PUT_OFF}      - {{ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-12-08, ngay_dang: 2026-11-27}}",
            [],
        ),
        (
            f"{PUT_OFF}      - {{ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-11-26}}",
            [],
        ),
        (
            f"{PUT_OFF}      - {{ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-12-01}}\n"
            "      - {ngay: 2026-12-01, loai: doi_ngay, ly_do: bão}",
            ["no_new_day"],
        ),
        (
            f"{PUT_OFF}      - {{ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-12-01}}\n"
            "      - {ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-12-02}",
            ["session_changed_twice"],
        ),
    ],
)
def test_a_change_may_speak_of_an_extra_session_or_of_one_changed_before(
    load: Load, changes: str, expected: list[str]
) -> None:
    assert [code for code in problems_of(load, changes) if code in OF_CHANGES] == expected


def test_the_page_shows_an_extra_session_as_it_stands_after_its_changes(load: Load) -> None:
    moved = "      - {ngay: 2026-12-05, loai: doi_ngay, sang_ngay: 2026-12-08, ly_do: bão}\n"
    other = "      - {ngay: 2026-12-08, loai: thay_nguoi, nguoi_tiep: Phó Chủ tịch}\n"
    off = "      - {ngay: 2026-12-08, loai: doi_ngay, ly_do: lũ}\n"
    shown = {}
    for name, changes in (("moved", moved + other), ("off", moved + off)):
        scope, found = load(
            {"tiep-cong-dan.yml": PLAN.format(rule="thứ Năm hằng tuần", changes=EXTRA + changes, year=2026)}
        )
        assert scope, found
        told = schedule(scope)
        assert told
        (shown[name],) = [s for month in told.coming for s in month.sessions if s.extra]
    extra, off_day = shown["moved"], shown["off"]
    assert (extra.day, extra.planned) == (date(2026, 12, 8), date(2026, 12, 5))
    assert (extra.receiver, extra.reason, extra.moved) == ("Phó Chủ tịch", "bão", True)
    assert extra.shown == (ChangeKind.EXTRA, ChangeKind.SUBSTITUTE)
    assert (off_day.day, off_day.planned, off_day.reason) == (None, date(2026, 12, 5), "lũ")


def test_a_change_posted_too_late_is_noticed(load: Load) -> None:
    late = "      - {ngay: 2026-11-26, loai: thay_nguoi, nguoi_tiep: Phó Chủ tịch, ngay_dang: 2026-11-25}"
    assert "announced_late" in problems_of(load, late)


def test_a_monthly_rule_of_the_chair_is_too_seldom(load: Load) -> None:
    assert "too_seldom" in problems_of(load, "      []", rule="ngày 15 hằng tháng")
    assert "too_seldom" not in problems_of(load, "      []", rule="thứ Sáu hằng tuần")


def test_a_year_whose_holidays_are_not_entered_is_noticed(load: Load) -> None:
    assert "holidays_unknown" in problems_of(load, "      []", year=2027)


def test_the_next_session_is_the_first_from_today(load: Load) -> None:
    changes = "      - {ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-11-27, ly_do: họp}"
    scope, _ = load(
        {"tiep-cong-dan.yml": PLAN.format(rule="thứ Năm hằng tuần", changes=changes, year=2026)}
    )
    assert scope
    found = schedule(scope)
    assert found
    assert found.next
    assert (found.next.day, found.next.planned) == (date(2026, 11, 27), date(2026, 11, 26))
    assert found.next.changes == (ChangeKind.MOVED,)
    assert found.ended is None


def test_when_all_sessions_are_over_the_page_says_so(load: Load) -> None:
    scope, _ = load(
        {"tiep-cong-dan.yml": PLAN.format(rule="thứ Năm hằng tuần", changes="      []", year=2025)}
    )
    assert scope
    found = schedule(scope)
    assert found
    assert (found.next, found.ended) == (None, 2025)
