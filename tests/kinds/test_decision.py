"""Matters that residents decide: the count decides, by the law of its day; deadlines after the vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.kinds._kind import Scope
from generator.kinds._votes import Votes, outcome
from generator.kinds.decision import KIND
from generator.kinds.decision.result import passed
from generator.kinds.decision.view import sheet
from generator.province import Province
from generator.province.duties import Moment, Share
from tests.conftest import Load

FILE = "dan-ban/DB-01.yml"
XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\nthon:\n' + "".join(
    f"  - {{ma: t{number}, ten: T{number}, loai: xom}}\n" for number in range(1, 7)
)
HEAD = "ma: DB-01\nten: Đổ bê tông ngõ\nkhoan: {matter}\nhinh_thuc_ban: hop\ncau_hoi: Có đồng ý không?\n"
VOTE = "  - {{thon: {thon}, ngay: {day}, phieu: {{so_ho: '{all}', du: '{came}', tan_thanh: '{yes}', khong_tan_thanh: '0'}}}}\n"


def vote(yes: int, all: int = 100, day: str = "2026-09-14", thon: str = "t1") -> str:
    return VOTE.format(thon=thon, day=day, all=all, came=all, yes=yes)


def scope_of(load: Load, votes: str, matter: str = "dong_gop", more: str = "") -> Scope:
    scope, problems = load({FILE: f"{HEAD.format(matter=matter)}theo_thon:\n{votes}{more}", "xa.yml": XA})
    assert scope, problems
    return scope


def result(scope: Scope) -> bool | None:
    (record,) = KIND.records(scope)
    return passed(record.data, scope)


@pytest.mark.parametrize(
    ("matter", "yes", "all", "expected"),
    [
        ("dong_gop", 66, 99, True),  # exactly two thirds are enough
        ("dong_gop", 65, 99, False),
        ("thu_chi", 67, 100, True),
        ("thu_chi", 66, 100, False),
        ("huong_uoc", 50, 100, False),  # more than half, so half is not enough
        ("huong_uoc", 51, 100, True),
        ("tu_quan", 51, 101, True),
        ("tu_quan", 0, 0, False),
    ],
)
def test_two_thirds_for_money_more_than_half_for_the_rest(
    load: Load, matter: str, yes: int, all: int, expected: bool
) -> None:
    assert result(scope_of(load, vote(yes, all), matter)) is expected


def test_the_threshold_is_data_and_another_law_gives_another_result(load: Load) -> None:
    scope = scope_of(load, vote(70))
    share = Share.model_validate({"phan": "3", "tren": "4"})
    duties = tuple(
        d.model_copy(update={"share": share}) if d.id == "THDC-21.1" else d for d in scope.province.duties
    )
    assert result(scope) is True
    assert result(replace(scope, province=replace(scope.province, duties=duties))) is False


def test_a_vote_before_the_law_has_no_computed_result_and_no_contradiction(load: Load) -> None:
    scope = scope_of(load, vote(10, day="2023-06-30"), more="ket_qua: thong_qua\n")
    assert result(scope) is None
    assert list(KIND.check(scope)) == []


def test_all_households_count_and_not_only_those_that_came(province: Province) -> None:
    votes = Votes.model_validate({"so_ho": "286", "du": "200", "tan_thanh": "190", "khong_tan_thanh": "4"})
    found = outcome(votes, province.duty("THDC-21.1", date(2026, 9, 14)))
    assert (found.passed, found.needed, votes.neither) == (False, 191, 6)
    assert found.say() == "190 trong 286 hộ tán thành (66,4%); cần ít nhất 2/3, tức 191 hộ"


def commune_wide(load: Load, *yes: int) -> Scope:
    votes = "".join(vote(count, thon=f"t{number}") for number, count in enumerate(yes, 1))
    return scope_of(load, votes, more="pham_vi: xa\n")


def test_the_whole_commune_needs_two_thirds_of_all_thon_also_of_those_that_have_not_voted(
    load: Load,
) -> None:
    assert result(commune_wide(load, 90, 90, 90)) is None
    assert result(commune_wide(load, 90, 90, 90, 90)) is True
    assert result(commune_wide(load, 10, 10, 90)) is None
    assert result(commune_wide(load, 10, 10, 10)) is False


def test_what_the_thon_of_a_commune_came_to_is_told_with_the_rule(load: Load) -> None:
    scope = commune_wide(load, 90, 90, 10)
    (record,) = KIND.records(scope)
    found = sheet(record, scope)
    assert found.state == "Đã có kết quả 3 thôn, chưa đủ để kết luận"
    assert found.tally == "2 thôn tán thành, 1 thôn không; cần ít nhất 2/3, tức 4 thôn"


@pytest.mark.parametrize(
    ("typed", "yes", "codes"),
    [
        ("thong_qua", 70, []),
        ("thong_qua", 60, ["result_differs"]),
        ("khong_thong_qua", 60, []),
        ("khong_thong_qua", 70, ["result_differs"]),
    ],
)
def test_a_typed_result_is_only_compared(load: Load, typed: str, yes: int, codes: list[str]) -> None:
    scope = scope_of(load, vote(yes), more=f"ket_qua: {typed}\n")
    assert [problem.code for problem in KIND.check(scope)] == codes
    assert result(scope) is (yes == 70)


@pytest.mark.parametrize(
    ("more", "steps"),
    [
        ("", [("", "Chưa công khai, quá hạn 62 ngày")]),
        ("ngay_gui: 2026-09-21\n", [("2026-09-21", "Đúng hạn"), ("", "Chưa công khai, quá hạn 55 ngày")]),
        (
            "ngay_gui: 2026-09-22\n",
            [("2026-09-22", "Chậm 1 ngày"), ("", "Chưa công khai, quá hạn 54 ngày")],
        ),
        (
            "ngay_gui: 2026-09-15\ncong_nhan: {ngay: 2026-09-22}\n",
            [("2026-09-15", "Đúng hạn"), ("2026-09-22", "Đúng hạn")],
        ),
        (
            "ngay_gui: 2026-09-15\ncong_nhan: {ngay: 2026-09-23}\n",
            [("2026-09-15", "Đúng hạn"), ("2026-09-23", "Chậm 1 ngày")],
        ),
    ],
)
def test_five_working_days_to_send_it_and_five_to_recognise_it(
    load: Load, more: str, steps: list[tuple[str, str]]
) -> None:
    scope = scope_of(load, vote(90), more=more)
    (record,) = KIND.records(scope)
    found = sheet(record, scope).steps
    assert [(step.day.isoformat() if step.day else "", step.state) for step in found] == steps


def test_what_was_not_agreed_has_no_next_step(load: Load) -> None:
    scope = scope_of(load, vote(10))
    (record,) = KIND.records(scope)
    assert (sheet(record, scope).state, sheet(record, scope).steps) == ("Không được thông qua", ())


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 12, 5), "Sắp họp, ngày 05/12/2026"),
        (date(2026, 12, 6), "Chưa công khai kết quả"),
    ],
)
def test_what_is_still_to_come_is_an_invitation(load: Load, day: date, state: str) -> None:
    scope = scope_of(load, "  - {thon: t1, ngay: 2026-12-05}\n")
    (record,) = KIND.records(scope)
    assert sheet(record, replace(scope, day=day)).state == state
    assert KIND.answered(scope) == ()


@pytest.mark.parametrize(
    ("form", "told", "late"),
    [
        ("hop", "2026-09-12", None),
        ("hop", "2026-09-13", date(2026, 9, 12)),
        ("phieu", "2026-09-12", None),
        ("phieu", "2026-09-14", date(2026, 9, 12)),
        ("truc_tuyen", "2026-09-14", None),
    ],
)
def test_two_days_before_a_meeting_or_a_ballot(load: Load, form: str, told: str, late: date | None) -> None:
    text = HEAD.format(matter="tu_quan").replace("hop\n", f"{form}\n")
    row = vote(90).replace("phieu: {", f"ngay_moi: {told}, phieu: {{")
    scope, _ = load({FILE: f"{text}theo_thon:\n{row}", "xa.yml": XA})
    assert scope
    (record,) = KIND.records(scope)
    assert sheet(record, scope).lines[0].late == late
    assert [problem.code for problem in KIND.check(scope)] == (["announced_late"] if late else [])


def test_a_vote_that_was_counted_answers_its_duty(load: Load) -> None:
    (answer,) = KIND.answered(scope_of(load, vote(90)))
    assert answer.duties == ("THDC-23",)
    assert answer.moments == {Moment.HELD: date(2026, 9, 14)}


def test_a_vote_of_the_past_without_its_result_is_missing(load: Load) -> None:
    scope = scope_of(load, "  - {thon: t1, ngay: 2026-09-14}\n")
    assert list(KIND.answered(replace(scope, day=date(2026, 9, 14)))) == []
    (answer,) = KIND.answered(scope)
    assert (answer.duties, answer.missing) == (("THDC-23",), ("kết quả kiểm phiếu ở Xóm T1",))
    part = scope_of(load, vote(90) + "  - {thon: t2, ngay: 2026-09-20}\n", more="pham_vi: xa\n")
    assert [answer.missing for answer in KIND.answered(part)] == [("kết quả kiểm phiếu ở Xóm T2",), ()]
