"""Petitions: judged by the province's limit or by what was promised; nobody is named; no complaints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.kinds._kind import Scope
from generator.kinds.petition import KIND, card
from generator.kinds.petition.state import DUTY, state
from generator.kinds.petition.table import rows
from generator.kinds.petition.view import SHOWN, overview
from generator.province.duties import DayUnit, Deadline, Duty
from generator.render import render
from tests.conftest import Load

HEAD = "ma: {id}\nchu_de: Rãnh nước bị tắc\nlinh_vuc: duong_sa\nngay_nhan: {received}\nkenh: hop_thon\n"
REPLY = "tra_loi: {{ngay: {day}, noi_dung: Đã nạo vét.}}\n"


def petition(
    id: str = "p", received: str = "2026-11-05", promised: str = "", answered: str = "", more: str = ""
) -> str:
    text = HEAD.format(id=id, received=received) + more
    text += f"hen_tra_loi: {promised}\n" if promised else ""
    return text + (REPLY.format(day=answered) if answered else "")


def scope_of(load: Load, *texts: str) -> Scope:
    files = {f"kien-nghi/{text.split()[1]}.yml": text for text in texts}
    scope, problems = load(files)
    assert scope, problems
    return scope


def with_limit(scope: Scope, number: int, unit: DayUnit) -> Scope:
    """The same scope in a province that sets a deadline, by a rule of its own that has not ended."""
    deadline = Deadline.model_construct(number=number, unit=unit)

    def own(duty: Duty) -> Duty:
        basis = duty.basis.model_copy(update={"until": None})
        return duty.model_copy(update={"deadline": deadline, "basis": basis}) if duty.id == DUTY else duty

    return replace(scope, province=replace(scope.province, duties=tuple(map(own, scope.province.duties))))


def found(load: Load, text: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, text)))


def label(scope: Scope) -> str:
    (record,) = scope.commune.all("petition")
    return state(record.data, scope).label


def test_without_a_limit_or_a_promise_nothing_is_late(load: Load) -> None:
    assert label(scope_of(load, petition(received="2024-08-01"))) == "Chưa trả lời"
    assert label(scope_of(load, petition(received="2024-08-01", answered="2026-11-02"))) == "Đã trả lời"


def test_what_was_promised_is_a_deadline(load: Load) -> None:
    promised = "2026-11-12"
    assert label(scope_of(load, petition(promised=promised))) == "Quá hạn 10 ngày"
    assert label(scope_of(load, petition(promised=promised, answered=promised))) == "Trả lời đúng hạn"
    late = petition(promised=promised, answered="2026-11-13")
    assert label(scope_of(load, late)) == "Chậm trả lời 1 ngày"


def test_the_province_s_limit_is_data_and_counts_working_days_or_days(load: Load) -> None:
    scope = scope_of(load, petition(answered="2026-11-13"))
    assert label(with_limit(scope, 5, DayUnit.WORKING_DAY)) == "Chậm trả lời 1 ngày"
    assert label(with_limit(scope, 8, DayUnit.DAY)) == "Trả lời đúng hạn"
    assert label(with_limit(scope, 7, DayUnit.DAY)) == "Chậm trả lời 1 ngày"


def test_the_earlier_of_limit_and_promise_counts(load: Load) -> None:
    early = scope_of(load, petition(promised="2026-11-07", answered="2026-11-09"))
    assert label(with_limit(early, 5, DayUnit.WORKING_DAY)) == "Chậm trả lời 2 ngày"
    long = scope_of(load, petition(promised="2026-12-07", answered="2026-11-20"))
    assert label(with_limit(long, 10, DayUnit.DAY)) == "Chậm trả lời 5 ngày"


def test_a_matter_from_before_the_rule_is_not_judged_by_it(load: Load) -> None:
    scope = scope_of(load, petition(received="2024-07-23", answered="2026-11-09"))
    assert label(with_limit(scope, 5, DayUnit.DAY)) == "Đã trả lời"


def test_days_are_in_order(load: Load) -> None:
    assert [p.code for p in found(load, petition(answered="2026-11-04"))] == ["dates_out_of_order"]
    assert [p.code for p in found(load, petition(promised="2026-11-04", answered="2026-11-05"))] == [
        "dates_out_of_order",
        "answer_late",
    ]
    assert [p.code for p in found(load, petition(answered="2026-12-05"))] == ["date_in_future"]
    assert found(load, petition(answered="2026-11-05")) == []


@pytest.mark.parametrize("subject", ["Khiếu nại về đất", "Tố cáo cán bộ", "Đơn tố cáo việc thu tiền"])
def test_complaints_and_denunciations_do_not_belong_here(load: Load, subject: str) -> None:
    (problem,) = found(load, petition().replace("Rãnh nước bị tắc", subject))
    assert (problem.code, problem.level) == ("complaint_not_here", Level.ERROR)


def test_asking_how_to_complain_is_a_question(load: Load) -> None:
    assert found(load, petition().replace("Rãnh nước bị tắc", "Hỏi cách viết đơn khiếu nại")) == []


def test_whoever_asks_is_not_named(load: Load) -> None:
    (problem,) = found(load, petition(more="noi_dung: Anh Lê Văn Thành báo nước tràn vào sân.\n"))
    assert (problem.code, problem.loc, problem.level) == ("person_named", ("noi_dung",), Level.ERROR)
    assert "Thành" not in problem.message
    street = petition(more="noi_dung: Đường Nguyễn Văn Cừ có ổ gà.\n")
    assert found(load, street) == []


def test_an_unknown_thon_is_told(load: Load) -> None:
    assert [p.code for p in found(load, petition(more="thon: na-mau\n"))] == ["thon_unknown"]


def test_the_overview_counts_in_time_late_and_open_with_the_overdue_first(load: Load) -> None:
    scope = scope_of(
        load,
        petition("a", promised="2026-11-12", answered="2026-11-10"),
        petition("b", promised="2026-11-12", answered="2026-11-16"),
        petition("c", received="2026-11-01", promised="2026-12-01"),
        petition("d", promised="2026-11-12"),
        petition("e", answered="2026-11-06"),
    )
    shown = overview(scope)
    assert shown
    assert (shown.in_time, shown.tally.late, shown.tally.open, shown.tally.overdue, shown.untimed) == (
        1,
        1,
        2,
        1,
        1,
    )
    assert [each.url for each in shown.open] == ["kien-nghi/d/", "kien-nghi/c/"]
    assert [each.url for each in shown.answered] == ["kien-nghi/b/", "kien-nghi/a/", "kien-nghi/e/"]
    assert card(scope).lines == (
        "Đã trả lời 3 trong 5 việc, 1 việc chậm",
        "2 việc chưa trả lời, 1 việc quá hạn",
    )
    late = next(row for row in rows(scope) if row.id == "b")
    assert (late.taken, late.late, late.due, late.state) == (
        11,
        4,
        date(2026, 11, 12),
        "Chậm trả lời 4 ngày",
    )


def test_a_long_list_is_cut_and_says_where_the_rest_is(load: Load) -> None:
    texts = [petition(f"p{n:03}", answered="2026-11-06") for n in range(SHOWN + 3)]
    scope = scope_of(load, *texts)
    shown = overview(scope)
    assert shown
    assert (len(shown.answered), shown.older) == (SHOWN, 3)


def test_the_page_says_that_complaints_go_elsewhere_also_where_it_is_empty(empty: Scope) -> None:
    drafts = [draft for draft in compose(empty) if draft.kind == "petition"]
    (page,) = render(drafts, frame(empty, drafts), empty.commune)
    assert "không nhận khiếu nại, tố cáo" in page.body


@pytest.mark.parametrize(("day", "in_force"), [(date(2024, 12, 31), True), (date(2025, 1, 1), False)])
def test_the_page_says_that_the_plan_of_2024_has_ended(load: Load, day: date, in_force: bool) -> None:
    """Kế hoạch 188/KH-UBND, mục II.1: from July to December 2024."""
    scope = replace(scope_of(load, petition(received="2024-08-01")), day=day)
    shown = overview(scope)
    assert shown
    assert (shown.ended is None) is in_force
    drafts = compose(scope)
    (page,) = render([d for d in drafts if d.url == "kien-nghi/"], frame(scope, drafts), scope.commune)
    assert ("đã hết hiệu lực sau ngày 31/12/2024" in page.body) is not in_force


def test_a_rule_of_the_province_s_own_takes_the_place_of_the_plan(load: Load) -> None:
    shown = overview(with_limit(scope_of(load, petition()), 10, DayUnit.DAY))
    assert shown
    assert shown.ended is None
