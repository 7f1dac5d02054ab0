"""Funds: what is left is computed, organisations alone are named, the decision sets the deadline going."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.assess import assess
from generator.core import Level, Problem
from generator.kinds._kind import Scope
from generator.kinds._naming import given_name, person_named
from generator.kinds.fund import KIND, card
from generator.kinds.fund.table import rows
from generator.kinds.fund.view import overview
from tests.conftest import Load

XA = 'ma: "00000"\ntinh_trang: chinh_thuc\n'
HEAD = "ma: q\nten: Quỹ khuyến học\nloai: quy\nmuc_dich: Thưởng học sinh.\ntu_nguyen: có\n"
YEAR = (
    "dot:\n  - {ky: năm 2026, ky_truoc: 2 triệu, muc_tieu: 20 triệu, da_thu: 10 triệu, da_chi: 4 triệu%s}\n"
)


def scope_of(load: Load, text: str) -> Scope:
    scope, problems = load({"xa.yml": XA, "quy/q.yml": text})
    assert scope, problems
    return scope


def found(load: Load, text: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, text)))


def test_what_is_left_is_computed_and_a_typed_one_must_agree(load: Load) -> None:
    assert found(load, HEAD + YEAR % "") == []
    assert found(load, HEAD + YEAR % ", con_lai: 8 triệu") == []
    (problem,) = found(load, HEAD + YEAR % ", con_lai: 6 triệu")
    assert (problem.code, problem.level) == ("remaining_differs", Level.ERROR)
    assert "8.000.000 đồng" in problem.message


def test_no_more_is_spent_than_there_was(load: Load) -> None:
    assert found(load, HEAD + (YEAR % "").replace("da_chi: 4", "da_chi: 12")) == []
    (problem,) = found(load, HEAD + (YEAR % "").replace("da_chi: 4", "da_chi: 13"))
    assert problem.code == "spent_over_collected"


def test_gifts_of_organisations_are_part_of_what_was_collected(load: Load) -> None:
    gift = ", to_chuc_ung_ho: [{ten: Hợp tác xã Chè, so_tien: %s triệu}]"
    assert found(load, HEAD + YEAR % (gift % 10)) == []
    assert [p.code for p in found(load, HEAD + YEAR % (gift % 11))] == ["more_than_all"]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Hợp tác xã Chè Mẫu (hư cấu)", ""),
        ("Công đoàn xã Mẫu", ""),
        ("Trường tiểu học Nguyễn Văn Cừ", ""),
        ("Ngân hàng Chính sách xã hội", ""),
        ("Nguyễn Văn Tâm", "Nguyễn Văn Tâm"),
        ("Gia đình bà Lý Thị Mai ở Hà Nội", "bà Lý Thị Mai"),
        ("ông Tâm Anh", "ông Tâm Anh"),
    ],
)
def test_a_person_is_told_from_an_organisation(name: str, person: str) -> None:
    assert person_named(name) == person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Điện yếu ở nhà anh Páo", "anh Páo"),
        ("Nước đọng trước cổng, chị Sua ở cuối bản", "chị Sua"),
        ("Đèn hỏng từ ngã ba ông Tạ đến cầu ông Đốc", ""),
        ("Các anh Công an và bà Chủ tịch xã đã tới", ""),
        ("Công Sơn, Thanh Hóa, sông Cầu, UBND xã Bà Nà, ao cá bác Hồ", ""),
    ],
)
def test_somebody_may_be_called_by_the_given_name(text: str, name: str) -> None:
    assert given_name(text) == name


def test_a_giver_of_things_is_not_a_person_either(load: Load) -> None:
    thing = ", hien_vat: [{noi_dung: Xi măng, so_luong: 1 tấn, to_chuc: Bà Lý Thị Mai}]"
    assert [(p.code, p.loc[-1]) for p in found(load, HEAD + YEAR % thing)] == [("person_named", "to_chuc")]


def test_campaigns_do_not_overlap_in_whatever_order_they_stand(load: Load) -> None:
    before = "  - {ky: năm 2025, da_thu: 5 triệu, da_chi: 3 triệu}\n"
    assert found(load, HEAD + YEAR % "" + before) == []
    assert [p.code for p in found(load, HEAD + YEAR % "" + before.replace("3 t", "2 t"))] == [
        "carried_differs"
    ]
    inside = before.replace("năm 2025", "quý IV/2026")
    assert [p.code for p in found(load, HEAD + YEAR % "" + inside)] == ["periods_overlap"]


def test_the_decision_sets_both_duties_going(load: Load) -> None:
    text = HEAD + "can_cu: {ngay: 2026-10-05}\ncong_khai: {ngay_dang: 2026-10-14}\n"
    told = {
        v.duty.id: (v.timeliness.value, v.days, v.due.day if v.due else None)
        for v in assess(scope_of(load, text))
        if v.record and v.record.kind == "fund"
    }
    assert told == {
        "THDC-11.5": ("khong_co_han", 0, None),  # the law of the budget has its own time for funds
        "TCTT-17.1dd": ("cham", 2, date(2026, 10, 12)),
    }


def test_the_latest_campaign_speaks_for_the_fund(load: Load) -> None:
    before = "  - {ky: năm 2025, da_thu: 5 triệu, da_chi: 3 triệu}\n"
    scope = scope_of(load, HEAD + YEAR % "" + before)
    shown = overview(scope)
    assert shown
    (sheet,) = shown.sheets
    assert [each.title for each in sheet.campaigns] == ["Năm 2026", "Năm 2025"]
    collected, spent = sheet.campaigns[0].bars
    assert (collected.percent, collected.detail) == (50, "50% của 20 triệu đồng cần thu")
    assert spent.detail == "33,3% của 12 triệu đồng đang có, còn 8 triệu đồng"
    assert card(scope).lines == ("1 quỹ, khoản đóng góp", "Còn lại 8 triệu đồng")
    assert [row.left for row in rows(scope)] == [8_000_000, 2_000_000]


def test_a_fund_without_figures_says_so(load: Load) -> None:
    scope = scope_of(load, HEAD)
    assert card(scope).lines == ("1 quỹ, khoản đóng góp",)
    (row,) = rows(scope)
    assert (row.name, row.left) == ("Quỹ khuyến học", None)


def test_money_that_nobody_accounts_for_is_told(load: Load) -> None:
    text = HEAD + YEAR % ", khoan_chi: [{ngay: 2026-05-01, noi_dung: Giấy khen, so_tien: 1 triệu}]"
    shown = overview(scope_of(load, text))
    assert shown
    latest = shown.sheets[0].latest
    assert latest
    assert latest.rest == 3_000_000


def test_the_day_of_an_expense_lies_in_its_campaign(load: Load) -> None:
    text = HEAD + YEAR % ", khoan_chi: [{ngay: 2026-11-30, noi_dung: Giấy khen, so_tien: 4 triệu}]"
    scope = scope_of(load, text)
    assert [p.code for p in KIND.check(scope)] == ["date_in_future"]
    assert list(KIND.check(replace(scope, day=date(2026, 11, 30)))) == []
