"""Support: rows, thôn and decision agree; persons stand on their own page and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from generator.assess import assess
from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.export import export
from generator.kinds._kind import Scope
from generator.kinds._people import PersonRow
from generator.kinds.support import KIND, Support, card
from generator.kinds.support.table import rows
from generator.kinds.support.view import overview, sheet
from generator.render import render
from tests.conftest import Load

FILE = "ho-tro/HT-01.yml"
XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\nthon:\n  - {ma: khe-da, ten: Khe Đá, loai: ban}\n'
HEAD = """ma: HT-01
ten: Hỗ trợ giống chè
loai: san_xuat
ky: năm 2026
giu_den: 31/12/2027
ly_do_giu: Chờ hết hạn ý kiến.
"""
THON = """theo_thon:
  - {thon: khe-da, so_luong: "2", so_tien: 9.000.000}
"""
LIST = """danh_sach:
  - {ho_ten: Bàn Văn Chài, thon: khe-da, muc: 6.000.000, ngay: 12/10/2026}
  - {ho_ten: Bàn Thị Mụi, thon: khe-da, muc: 3.000.000, ngay: 12/10/2026}
"""


def scope_of(load: Load, text: str) -> Scope:
    scope, problems = load({FILE: text, "xa.yml": XA})
    assert scope, problems
    return scope


def found(load: Load, text: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, text)))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def bodies(scope: Scope) -> dict[str, str]:
    drafts = compose(scope)
    return {page.url: page.body for page in render(drafts, frame(scope, drafts), scope.commune)}


def test_thon_list_and_decision_that_agree_are_right(load: Load) -> None:
    assert found(load, HEAD) == []
    assert found(load, HEAD + 'tong_so: "2"\ntong_tien: 9.000.000\n' + THON + LIST) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THON.replace('"2"', '"3"') + LIST, [("count_differs", 8)]),
        (THON.replace("9.000.000", "9.500.000") + LIST, [("sum_differs", 8)]),
        ('tong_so: "3"\n' + THON, [("count_differs", 7)]),
        ("tong_tien: 9.000.001\n" + THON, [("sum_differs", 7)]),
        ('tong_so: "3"\n' + LIST, [("count_differs", 7)]),
        ("tong_tien: 10.000.000\n" + LIST, [("sum_differs", 7)]),
        (THON.replace("khe-da", "khe-do"), [("thon_unknown", 8)]),
        (THON + "  - {thon: khe-da, so_luong: '0', so_tien: 0}\n", [("not_unique", 9)]),
        (THON + LIST + "  - {ho_ten: Ma Văn Tếnh, muc: 1.000.000}\n", [("thon_missing", 12)]),
        (LIST.replace("Bàn Thị Mụi", "Bàn Văn Chài"), [("person_twice", 9)]),
        (LIST.replace("6.000.000", "6.000"), [("amount_unlikely", 8)]),
        (LIST.replace("ngay: 12/10/2026}\n  - {ho_ten: Bàn Thị", "ngay: 12/12/2026}\n  - {ho_ten: Bàn Thị"), [("date_in_future", 8)]),
        ("kinh_phi: 8.000.000\n" + THON, [("paid_over_plan", 7)]),
        ("dang_ky_den: 31/07/2026\nquyet_dinh: {ngay: 28/06/2026}\n", [("decided_before_closing", 8)]),
        ("quyet_dinh: {ngay: 28/12/2026}\n", [("date_in_future", 7)]),
        ("y_kien: {lien_he: {chuc_vu: A}, bac: '1'}\n", [("more_than_all", 7)]),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_told_at_its_place(
    load: Load, text: str, expected: list[tuple[str, int]]
) -> None:
    assert codes(found(load, HEAD + text)) == expected


def test_a_payment_before_the_decision_is_an_error_with_both_days(load: Load) -> None:
    (first, second) = found(load, HEAD + "quyet_dinh: {ngay: 28/10/2026}\n" + LIST)
    assert (first.code, first.level) == ("dates_out_of_order", Level.ERROR)
    assert "12/10/2026" in first.message
    assert "28/10/2026" in first.message
    assert second.place.line == 10


def test_a_person_has_the_columns_that_the_law_orders_and_no_others() -> None:
    keys = {info.alias for info in PersonRow.model_fields.values()}
    assert keys == {"ho_ten", "thon", "chinh_sach", "muc", "ngay"}
    for forbidden in ("dan_toc", "benh", "cccd", "ngay_sinh", "dien_thoai", "so_tai_khoan"):
        with pytest.raises(ValidationError):
            PersonRow.model_validate({"ho_ten": "Bàn Văn Chài", forbidden: "x"})


@pytest.mark.parametrize("line", ["giu_den: 31/12/2027\n", "ly_do_giu: Chờ hết hạn ý kiến.\n"])
def test_a_list_without_its_last_day_or_reason_is_refused(load: Load, line: str) -> None:
    scope, problems = load({FILE: HEAD.replace(line, ""), "xa.yml": XA})
    assert scope is None
    assert [problem.code for problem in problems] == ["missing"]


def test_names_stand_on_the_programmes_own_page_and_in_no_other_page_or_file(sample: Scope) -> None:
    name, own = "Bàn Văn Chài", "ho-tro/HT-2026-01/"
    assert [url for url, body in bodies(sample).items() if name in body] == [own]
    drafts = compose(sample)
    files = export(sample, drafts, frame(sample, drafts))
    written = {file.path for file in files if file.content and name.encode() in file.content}
    assert written == set()
    assert not any(draft.listed for draft in drafts if draft.url == own)


def test_after_its_last_day_the_names_are_gone(load: Load) -> None:
    scope = scope_of(load, HEAD + THON + LIST)
    last = replace(scope, day=date(2027, 12, 31))
    later = replace(scope, day=date(2028, 1, 1))
    (record,) = KIND.records(scope)
    assert [person.name for person in sheet(record, last).people] == ["Bàn Văn Chài", "Bàn Thị Mụi"]
    assert sheet(record, later).people == ()
    assert sheet(record, later).count == 2


def test_the_table_is_by_thon_and_knows_no_person(sample: Scope) -> None:
    listed = list(rows(sample))
    assert [(row.id, row.thon, row.count) for row in listed] == [
        ("HT-2026-01", "Bản Khe Đá", 8),
        ("HT-2026-01", "Bản Lũng Cọc", 6),
        ("HT-2026-02", "Bản Khe Đá", 4),
        ("HT-2026-02", "Xóm Suối Mẫu", 5),
        ("HT-2027-01", None, None),
    ]


def test_what_one_may_still_ask_for_comes_first(sample: Scope) -> None:
    shown = overview(sample)
    assert shown
    assert [each.support.id for each in shown.sheets] == ["HT-2027-01", "HT-2026-01", "HT-2026-02"]
    assert (shown.open, shown.amount, shown.told) == (1, 186_000_000, 2)
    assert card(sample).lines[1] == "1 chính sách đang nhận đăng ký"


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 12, 15), "Đang nhận đăng ký đến 15/12/2026"), (date(2026, 12, 16), "Chưa có kết quả")],
)
def test_the_last_day_to_ask_is_still_open(load: Load, day: date, state: str) -> None:
    scope = replace(scope_of(load, HEAD + "dang_ky_den: 15/12/2026\n"), day=day)
    (record,) = KIND.records(scope)
    assert sheet(record, scope).state == state


@pytest.mark.parametrize(("day", "closed"), [(date(2026, 12, 15), False), (date(2026, 12, 16), True)])
def test_a_day_to_register_that_is_past_is_marked(load: Load, day: date, closed: bool) -> None:
    scope = replace(scope_of(load, HEAD + "dang_ky_den: 15/12/2026\n"), day=day)
    assert ("đã hết hạn" in bodies(scope)["ho-tro/HT-01/"]) == closed


def test_a_day_for_objections_that_is_past_is_marked(load: Load) -> None:
    text = HEAD + "y_kien: {lien_he: {chuc_vu: Văn phòng}, den_ngay: 15/12/2026}\n"
    scope = scope_of(load, text)
    assert "đã hết hạn" not in bodies(replace(scope, day=date(2026, 12, 15)))["ho-tro/HT-01/"]
    assert "đã hết hạn" in bodies(replace(scope, day=date(2026, 12, 16)))["ho-tro/HT-01/"]


def test_a_programme_of_which_only_the_name_is_told_says_what_is_missing(load: Load) -> None:
    page = bodies(scope_of(load, HEAD))["ho-tro/HT-01/"]
    assert page.count("ưa công khai trên trang này") == 4


def test_a_result_is_judged_by_its_own_day_of_posting(load: Load) -> None:
    decided = "quyet_dinh: {so: 5/QĐ-UBND, ngay: 01/09/2026}\n"
    posted = "cong_khai: {ngay_dang: 03/08/2026}\n"

    def verdicts(more: str) -> list[tuple[str, date | None, int]]:
        text = HEAD + "ngay_nhan: 03/08/2026\n" + more + posted
        scope, problems = load({FILE: text, "xa.yml": XA.replace("cho_tiep_nhan", "chinh_thuc")})
        assert scope, problems
        found = [v for v in assess(scope) if v.record and v.duty.id.startswith("ND73-37-CH")]
        return [(v.duty.id.removeprefix("ND73-37-"), v.posted, v.days) for v in found]

    policy = ("CHINH-SACH", date(2026, 8, 3), 0)
    assert verdicts("") == [policy]
    late = ("CHI-TRA", date(2026, 10, 6), 5)
    assert verdicts(decided + "ngay_dang_ket_qua: 06/10/2026\n") == [policy, late]
    assert verdicts(decided) == [policy, ("CHI-TRA", None, 0)]


def test_no_field_of_the_kind_asks_for_illness_or_ethnicity() -> None:
    def titles(model: type[BaseModel]) -> list[str]:
        return [info.title or "" for info in model.model_fields.values()]

    words = " ".join([*titles(Support), *titles(PersonRow)]).lower()
    assert not any(word in words for word in ("bệnh", "dân tộc", "khuyết tật", "căn cước", "ngày sinh"))
