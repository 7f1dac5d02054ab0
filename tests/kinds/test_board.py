"""Boards: the law's numbers are kept or noticed, answers are counted in days, nobody's number leaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from generator.check import check
from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.kinds._answers import answer_state, tally
from generator.kinds._disclosure import Recommendation
from generator.kinds._kind import Scope
from generator.kinds.board import KIND, card
from generator.kinds.board.table import rows
from generator.kinds.board.view import overview
from generator.province import Province
from generator.render import render
from tests.conftest import DAY, Load

BAN, DU_AN = "ban-giam-sat-dau-tu/DA-1.yml", "du-an/DA-1.yml"
TTND = "ban-thanh-tra-nhan-dan.yml"
XA = """ma: "00000"
tinh_trang: cho_tiep_nhan
thon:
"""
PROJECT = "ma: {id}\nten: Đường Nà Mẫu\ntinh_trang: {status}\n"
SUPERVISION = """loai: giam_sat_dau_tu_cong_dong
du_an: DA-1
"""
INSPECTION = """loai: thanh_tra_nhan_dan
"""
FIVE = """thanh_vien:
  - {ho_ten: A, vai_tro: truong_ban}
  - {ho_ten: B, vai_tro: pho_truong_ban}
  - {ho_ten: C, vai_tro: pho_truong_ban}
  - {ho_ten: D, vai_tro: thanh_vien}
  - {ho_ten: E, vai_tro: thanh_vien}
"""


def project(id: str = "DA-1", status: str = "dang_thuc_hien") -> dict[str, str]:
    return {f"du-an/{id}.yml": PROJECT.format(id=id, status=status)}


def commune(*thon: str) -> dict[str, str]:
    return {"xa.yml": XA + "".join(f"  - {{ma: {id}, ten: {id}, loai: xom}}\n" for id in thon)}


def found(load: Load, files: dict[str, str]) -> list[Problem]:
    """What the kinds' rules say of boards and of projects without one, profile aside."""
    scope, problems = load(files)
    assert scope, problems
    mine = ("ban-", "project_without_board")
    return [p for p in check(scope) if mine[0] in p.place.path or p.code == mine[1]]


def places(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in problems]


def codes(problems: Iterable[Problem]) -> list[str]:
    return [p.code for p in problems]


def board_of_project(load: Load, text: str, status: str = "dang_thuc_hien") -> list[Problem]:
    return found(load, {**project(status=status), BAN: text})


# Answers


def asked(sent: str, answered: str | None) -> Recommendation:
    reply = {"tra_loi": {"ngay": answered, "noi_dung": "Tiếp thu."}} if answered else {}
    return Recommendation.model_validate({"ngay": sent, "noi_dung": "Sửa cống.", **reply})


@pytest.mark.parametrize(
    ("answered", "day", "taken", "late", "tone"),
    [
        ("2026-11-01", "2026-11-22", 0, 0, "tot"),
        ("2026-11-10", "2026-11-22", 9, 0, "tot"),
        ("2026-11-16", "2026-11-22", 15, 0, "tot"),
        ("2026-11-17", "2026-11-22", 16, 1, "vua"),
        ("2026-11-22", "2026-11-22", 21, 6, "vua"),
        (None, "2026-11-01", None, 0, "vua"),
        (None, "2026-11-16", None, 0, "vua"),
        (None, "2026-11-17", None, 1, "xau"),
        (None, "2026-11-22", None, 6, "xau"),
    ],
)
def test_an_answer_is_judged_around_the_fifteenth_day(
    province: Province, answered: str | None, day: str, taken: int | None, late: int, tone: str
) -> None:
    duty = province.duty("THDC-45", DAY)
    state = answer_state(asked("2026-11-01", answered), duty, date.fromisoformat(day))
    assert (state.taken, state.late, state.tone, state.due) == (taken, late, tone, date(2026, 11, 16))
    assert state.open is (answered is None)


def test_an_answer_in_the_last_hours_of_a_year_is_counted_over_new_year(province: Province) -> None:
    state = answer_state(asked("2025-12-20", "2026-01-05"), province.duty("THDC-45", DAY), DAY)
    assert (state.taken, state.late) == (16, 1)


@pytest.mark.parametrize("answered", ["2023-06-30", None])
def test_without_a_duty_in_force_nothing_is_late(province: Province, answered: str | None) -> None:
    recommendation = asked("2023-01-01", answered)
    state = answer_state(recommendation, province.duty("THDC-45", recommendation.day), DAY)
    assert (state.due, state.late) == (None, 0)


def test_a_deadline_in_working_days_is_not_judged_as_days(province: Province) -> None:
    duty = province.duty("TCD-24.4", DAY)
    assert duty
    assert duty.deadline
    assert answer_state(asked("2026-11-01", None), duty, DAY).due is None


def test_answers_are_tallied_each_under_one_heading(province: Province) -> None:
    duty = province.duty("THDC-45", DAY)
    days = [("2026-11-01", "2026-11-05"), ("2026-10-01", "2026-11-05"), ("2026-10-01", None)]
    counts = tally(answer_state(asked(*each), duty, DAY) for each in [*days, ("2026-11-20", None)])
    assert (counts.all, counts.answered, counts.late, counts.open, counts.overdue) == (4, 2, 1, 2, 1)


# Nothing private


@pytest.mark.parametrize("key", ["dia_chi", "dien_thoai", "so_dien_thoai", "ngay_sinh", "so_cccd"])
def test_a_member_has_no_address_and_no_number_of_their_own(load: Load, key: str) -> None:
    members = f"thanh_vien:\n  - ho_ten: A\n    vai_tro: truong_ban\n    {key}: x\n"
    scope, problems = load({**project(), BAN: SUPERVISION + members})
    assert scope is None
    assert places(problems) == [("unknown_key", 6, 5)]


# The file and its project


def test_a_type_that_is_not_the_file_s_is_an_error(load: Load) -> None:
    assert ("board_type", 1, 7) in places(found(load, {TTND: SUPERVISION, **project()}))
    assert ("board_type", 1, 7) in places(board_of_project(load, INSPECTION + FIVE))


def test_a_board_of_a_project_names_its_project(load: Load) -> None:
    text = "loai: giam_sat_dau_tu_cong_dong\n" + FIVE
    problem = next(p for p in board_of_project(load, text) if p.code == "project_missing")
    assert (problem.level, problem.place.path.endswith(BAN)) == (Level.ERROR, True)


def test_an_unknown_project_is_an_error_with_the_nearest(load: Load) -> None:
    files = {
        **project("DA-2026-01"),
        "ban-giam-sat-dau-tu/DA-2026-1.yml": SUPERVISION.replace("1", "2026-1"),
    }
    problem = next(p for p in found(load, files) if p.code == "project_unknown")
    assert (problem.place.line, problem.place.column, problem.level) == (2, 8, Level.ERROR)
    assert "“DA-2026-01”" in problem.hint


def test_a_project_other_than_the_file_name_is_an_error(load: Load) -> None:
    files = {**project(), **project("DA-2"), "ban-giam-sat-dau-tu/DA-2.yml": SUPERVISION + FIVE}
    assert ("project_differs", 2, 8) in places(found(load, files))


def test_the_people_s_inspection_names_no_project(load: Load) -> None:
    text = INSPECTION + "du_an: DA-1\n"
    assert ("project_unexpected", 2, 8) in places(found(load, {**project(), TTND: text}))


@pytest.mark.parametrize(
    ("status", "noticed"),
    [
        ("chuan_bi", False),
        ("dang_thuc_hien", True),
        ("tam_dung", True),
        ("hoan_thanh", False),
        ("da_quyet_toan", False),
        ("dung_han", False),
    ],
)
def test_a_project_carried_out_without_a_board_is_noticed_at_the_project(
    load: Load, status: str, noticed: bool
) -> None:
    problems = [p for p in found(load, project(status=status)) if p.code == "project_without_board"]
    assert [(p.place.path.endswith(DU_AN), p.place.line) for p in problems] == [(True, 3)] * noticed


def test_a_project_with_a_board_is_not_noticed(load: Load) -> None:
    assert board_of_project(load, SUPERVISION + FIVE) == []


# Members


def test_fewer_members_than_the_law_orders_are_noticed(load: Load) -> None:
    four = FIVE.rsplit("  - ", 1)[0]
    assert places(board_of_project(load, SUPERVISION + four)) == [("too_few_members", 4, 3)]
    assert codes(board_of_project(load, SUPERVISION)) == ["too_few_members"]


def test_a_thon_that_the_profile_does_not_name_is_an_error_with_the_nearest(load: Load) -> None:
    text = SUPERVISION + FIVE.replace("A, ", "A, thon: khe-do, ")
    problems = found(load, {**commune("khe-da", "na-mau"), **project(), BAN: text})
    assert places(problems) == [("thon_unknown", 4, 23)]
    assert "“khe-da”" in problems[0].hint


def test_every_thon_has_a_member_of_the_people_s_inspection(load: Load) -> None:
    thon = ["mot", "hai", "ba", "bon", "nam", "sau"]
    members = "".join(
        f"  - {{ho_ten: A, vai_tro: {role}, thon: {id}}}\n"
        for id, role in zip(thon[:5], ["truong_ban", *["thanh_vien"] * 4], strict=True)
    )
    problems = found(load, {**commune(*thon), TTND: f"{INSPECTION}thanh_vien:\n{members}"})
    assert places(problems) == [("thon_without_member", 3, 3)]
    assert "sau" in problems[0].message
    assert "nam" not in problems[0].message


@pytest.mark.parametrize(
    ("members", "expected"), [(4, ["too_few_members"]), (5, []), (6, ["too_many_members"])]
)
def test_a_commune_of_few_thon_elects_the_minimum_and_no_more(
    load: Load, members: int, expected: list[str]
) -> None:
    first = "  - {ho_ten: A, vai_tro: truong_ban, thon: mot}\n"
    rest = "".join(f"  - {{ho_ten: B{n}, vai_tro: thanh_vien, thon: hai}}\n" for n in range(1, members))
    files = {**commune("mot", "hai"), TTND: f"{INSPECTION}thanh_vien:\n{first}{rest}"}
    assert codes(found(load, files)) == expected


def test_a_board_without_a_head_is_noticed(load: Load) -> None:
    headless = FIVE.replace("truong_ban", "thanh_vien", 1)
    assert codes(board_of_project(load, SUPERVISION + headless)) == ["no_head"]


def test_more_deputies_than_allowed_are_noticed(load: Load) -> None:
    three = FIVE + "  - {ho_ten: G, vai_tro: pho_truong_ban}\n"
    assert codes(board_of_project(load, SUPERVISION + three)) == ["too_many_deputies"]


def test_numbers_come_from_the_duties_and_from_nowhere_else(load: Load) -> None:
    scope, _ = load({**project(), BAN: SUPERVISION + FIVE})
    assert scope
    duties = tuple(
        duty.model_copy(update={"minimum": duty.minimum and 7, "maximum": duty.maximum and 1})
        for duty in scope.province.duties
    )
    strict = replace(scope, province=replace(scope.province, duties=duties))
    lawless = replace(scope, province=replace(scope.province, duties=()))
    assert codes(KIND.check(strict)) == ["too_few_members", "too_many_deputies"]
    assert codes(KIND.check(lawless)) == []


# Dates


def test_a_term_that_is_over_is_noticed_until_the_board_is_dissolved(load: Load) -> None:
    term = "nhiem_ky: {tu_ngay: 2025-01-01, den_ngay: 2026-11-21}\n"
    assert places(board_of_project(load, SUPERVISION + FIVE + term)) == [("term_over", 9, 43)]
    assert board_of_project(load, SUPERVISION + FIVE + term.replace("21}", "22}")) == []
    assert board_of_project(load, SUPERVISION + FIVE + term + "ngay_giai_the: 2026-11-20\n") == []


def test_a_dissolved_board_is_still_judged_by_its_members(load: Load) -> None:
    text = SUPERVISION + FIVE.rsplit("  - ", 1)[0] + "ngay_giai_the: 2026-11-20\n"
    assert codes(board_of_project(load, text)) == ["too_few_members"]


def test_what_is_told_as_done_cannot_lie_ahead_but_a_term_may(load: Load) -> None:
    text = """nhiem_ky: {tu_ngay: 2026-12-01, den_ngay: 2031-11-30}
ngay_giai_the: 2026-12-01
thong_bao_chu_dau_tu: 2026-11-23
ke_hoach: [{ky: Quý I, noi_dung: Xem, ngay: 2026-11-23}]
bao_cao: [{ky: Quý I, ngay: 2026-11-23}]
kien_nghi: [{ngay: 2026-11-22, noi_dung: Sửa, tra_loi: {ngay: 2026-11-23, noi_dung: Sẽ sửa}}]
"""
    problems = board_of_project(load, SUPERVISION + FIVE + text)
    ahead = [p.place.line for p in problems if p.code == "date_in_future"]
    assert ahead == [10, 11, 12, 13, 14]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (
            "kien_nghi: [{ngay: 2026-11-10, noi_dung: Sửa, tra_loi: {ngay: 2026-11-09, noi_dung: Đã sửa}}]\n",
            63,
        ),
        ("nhiem_ky: {tu_ngay: 2026-11-10, den_ngay: 2026-11-09}\nngay_giai_the: 2026-11-11\n", 43),
        ("ngay_giai_the: 2026-11-09\nnhiem_ky: {tu_ngay: 2026-11-10}\n", 16),
    ],
)
def test_an_end_before_its_beginning_is_an_error(load: Load, text: str, column: int) -> None:
    problems = [p for p in board_of_project(load, SUPERVISION + FIVE + text) if p.level is Level.ERROR]
    assert places(problems) == [("dates_out_of_order", 9, column)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("{ngay: 2026-11-07, noi_dung: Sửa}", []),
        ("{ngay: 2026-11-06, noi_dung: Sửa}", [("answer_overdue", 10, 5)]),
        ("{ngay: 2026-10-01, noi_dung: Sửa, tra_loi: {ngay: 2026-10-16, noi_dung: Đã sửa}}", []),
        (
            "{ngay: 2026-10-01, noi_dung: Sửa, tra_loi: {ngay: 2026-10-17, noi_dung: Đã sửa}}",
            [("answer_late", 10, 55)],
        ),
    ],
)
def test_a_late_or_missing_answer_is_noticed(
    load: Load, asked: str, expected: list[tuple[str, int, int]]
) -> None:
    problems = board_of_project(load, f"{SUPERVISION}{FIVE}kien_nghi:\n  - {asked}\n")
    assert places(problems) == expected
    assert {p.level for p in problems} <= {Level.NOTICE}


# Pages


def bodies(scope: Scope) -> dict[str, str]:
    drafts = [draft for draft in compose(scope) if draft.kind == KIND.name]
    return {page.url: page.body for page in render(drafts, frame(scope, drafts), scope.commune)}


def test_the_page_says_what_the_check_says(load: Load) -> None:
    text = f"{SUPERVISION}{FIVE.rsplit('  - ', 1)[0]}kien_nghi:\n  - {{ngay: 2026-11-04, noi_dung: Sửa}}\n"
    scope, _ = load({**project(), **project("DA-2"), BAN: text})
    assert scope
    pages = bodies(scope)
    for problem in KIND.check(scope):
        if problem.code == "too_few_members":
            assert problem.message[1:] in pages["giam-sat/"]
            assert problem.message[1:] in pages["giam-sat/DA-1/"]
        if problem.code == "answer_overdue":
            assert problem.message[1:] in pages["giam-sat/DA-1/"]
    assert 'href="../du-an/DA-2/"' in pages["giam-sat/"]


def test_projects_without_a_board_are_listed_also_where_there_is_no_board_at_all(load: Load) -> None:
    scope, _ = load(project())
    assert scope
    page = bodies(scope)["giam-sat/"]
    assert "hưa công khai" in page
    assert 'href="../du-an/DA-1/"' in page


def test_the_latest_recommendation_plan_and_report_come_first(load: Load) -> None:
    text = """ke_hoach: [{ky: Cũ, noi_dung: Xem, ngay: 2026-01-01}, {ky: Mới, noi_dung: Xem, ngay: 2026-02-01}]
bao_cao: [{ky: Cũ, ngay: 2026-01-01}, {ky: Mới, ngay: 2026-02-01}]
kien_nghi: [{ngay: 2026-01-01, noi_dung: Sửa}, {ngay: 2026-02-01, noi_dung: Sửa}]
"""
    scope, _ = load({**project(), BAN: SUPERVISION + FIVE + text})
    assert scope
    seen = overview(scope)
    sheet = seen.supervision[0]
    assert [sheet.plans[0].period, sheet.reports[0].period] == ["Mới", "Mới"]
    assert [case.state.sent.month for case in sheet.cases] == [2, 1]


def test_a_dissolved_board_stays_and_says_so(load: Load) -> None:
    scope, _ = load({**project(), BAN: SUPERVISION + FIVE + "ngay_giai_the: 2026-11-20\n"})
    assert scope
    assert "20/11/2026" in bodies(scope)["giam-sat/DA-1/"]
    seen = overview(scope)
    assert seen.uncovered == ()


def test_the_sample_shows_every_state_of_an_answer(sample: Scope) -> None:
    seen = overview(sample)
    assert seen.inspection
    states = [case.state for sheet in seen.sheets for case in sheet.cases]
    assert {(state.open, state.late > 0) for state in states} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert {p.level for p in KIND.check(sample)} == {Level.NOTICE}


def test_the_table_has_a_line_a_board_with_its_counts(sample: Scope) -> None:
    lines = {row.name: row for row in rows(sample)}
    row = lines["Ban Thanh tra nhân dân"]
    assert next(iter(lines)) == row.name
    assert (row.members, row.asked, row.answered, row.late, row.open, row.overdue) == (6, 3, 1, 0, 2, 1)


def test_the_home_page_tells_of_boards_also_where_there_is_none(sample: Scope, empty: Scope) -> None:
    for scope in (sample, empty):
        found = card(scope)
        assert 1 <= len(found.lines) <= 3
        assert found.url == KIND.section
