"""Budget: lines add up, rates are computed, each stage answers for its own duty, what lacks is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.assess import assess
from generator.core import Problem
from generator.fields.figure import Figure
from generator.kinds._kind import Scope
from generator.kinds.budget import KIND, card
from generator.kinds.budget.figures import children, differs
from generator.kinds.budget.model import Against, Budget, Indicator, PublishedRate, Stage
from generator.kinds.budget.overview import overview
from generator.kinds.budget.table import rows
from generator.kinds.budget.view import DUTIES, sheet
from generator.province.verdicts import DutyStanding, Timeliness, by_duty, standing_of
from tests.conftest import Load

XA = 'ma: "00000"\ntinh_trang: chinh_thuc\ntham_gia_tu: 2026-01-01\n'
HEAD = "ma: {id}\ngiai_doan: {stage}\nnam: {year}\ntom_tat: Thu, chi.\ndon_vi: trieu_dong\n"
LINES = """bang:
  - phan: chi
    chi_tieu:
      - {ten: Tổng chi, du_toan: 9.200, thuc_hien: 4.030}
      - {ten: Đầu tư, cap: 2, du_toan: 3.100, thuc_hien: 1.240}
      - {ten: Đường, cap: 3, du_toan: 2.000, thuc_hien: 1.000}
      - {ten: Trường, cap: 3, du_toan: 1.100, thuc_hien: 240}
      - {ten: Thường xuyên, cap: 2, du_toan: 6.100, thuc_hien: 2.790}
"""


def text(id: str, stage: str, year: int = 2026, rest: str = "") -> str:
    return HEAD.format(id=id, stage=stage, year=year) + rest


def scope_of(load: Load, **files: str) -> Scope:
    scope, problems = load({"xa.yml": XA, **{f"ngan-sach/{id}.yml": body for id, body in files.items()}})
    assert scope, problems
    return scope


def judged(load: Load, **files: str) -> Scope:
    scope = scope_of(load, **files)
    return replace(scope, verdicts=assess(scope))


def found(load: Load, lines: str, stage: str = "thuc_hien_6_thang") -> list[Problem]:
    return list(KIND.check(scope_of(load, a=text("a", stage, rest=lines))))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5.200", "5200"),
        ("1.250.000.000", "1250000000"),
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("12,75", "12.75"),
        ("0", "0"),
        ("1 250", "1250"),
    ],
)
def test_figures_are_read_as_offices_print_them(written: str, number: str) -> None:
    assert TypeAdapter(Figure).validate_python(written) == Decimal(number)


@pytest.mark.parametrize(
    ("written", "code"),
    [("5,200", "number_ambiguous"), ("-5", "money_negative"), ("5,2 tỷ", "number_expected")],
)
def test_a_figure_that_may_mean_two_things_is_refused(written: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Figure).validate_python(written)
    assert refused.value.errors()[0]["type"] == code


def test_lines_belong_to_the_nearest_line_above_that_is_higher() -> None:
    lines = [Indicator.model_construct(name=str(n), level=n) for n in (1, 2, 3, 3, 2, 1, 2)]
    assert children(lines) == [[1, 4], [2, 3], [], [], [], [6], []]


def test_a_table_that_adds_up_is_right_on_every_level(load: Load) -> None:
    assert found(load, LINES) == []


def test_every_level_and_column_must_add_up(load: Load) -> None:
    assert codes(found(load, LINES.replace("4.030", "4.035"))) == [("sum_differs", 9)]
    assert codes(found(load, LINES.replace("2.000", "2.005"))) == [("sum_differs", 10)]


def test_lines_of_which_only_some_are_told_are_at_most_the_whole(load: Load) -> None:
    some = LINES.replace("thuc_hien: 4.030}", "thuc_hien: 5.000, trong_do: có}")
    assert found(load, some) == []
    assert codes(found(load, some.replace("5.000", "4.000"))) == [("more_than_all", 9)]
    untold = LINES.replace("du_toan: 6.100, ", "")
    assert found(load, untold) == [], "a part without a figure: nothing to add"


def test_rounding_in_millions_is_no_mistake_and_in_dong_nothing_is_rounded(load: Load) -> None:
    lines = "bang:\n  - phan: chi\n    chi_tieu:\n" + "".join(
        f"      - {{ten: {name}, cap: {level}, thuc_hien: '{figure}'}}\n"
        for name, level, figure in (
            ("T", 1, "1000,1"),
            ("A", 2, "333,4"),
            ("B", 2, "333,4"),
            ("C", 2, "333,4"),
        )
    )
    assert found(load, lines) == []
    assert codes(found(load, lines.replace("1000,1", "1000,5"))) == [("sum_differs", 9)]
    whole = lines.replace(",4", "").replace("1000,1", "1000")
    exact = text("a", "thuc_hien_6_thang", rest=whole).replace("don_vi: trieu_dong\n", "")
    scope = scope_of(load, a=exact)
    assert [problem.code for problem in KIND.check(scope)] == ["sum_differs", "amount_unlikely"]


def rate(part: str, whole: str, printed: str) -> tuple[Indicator, PublishedRate]:
    row = Indicator.model_validate({"ten": "x", "thuc_hien": part, "du_toan": whole})
    return row, PublishedRate(so_voi="du_toan", ty_le=printed)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("part", "whole", "printed", "wrong"),
    [
        ("4.030", "9.200", "43,8", False),
        ("4.030", "9.200", "44", False),
        ("4.030", "9.200", "43", False),
        ("4.030", "9.200", "44,8", True),
        ("10.300", "9.200", "111,96", False),
        ("10.300", "9.200", "112", False),
        ("1", "0", "100", False),
    ],
)
def test_a_printed_rate_may_be_rounded_or_cut_off_and_more_than_a_hundred(
    part: str, whole: str, printed: str, wrong: bool
) -> None:
    assert differs(*rate(part, whole, printed)) is wrong


def test_a_plan_is_compared_with_the_year_before() -> None:
    row = Indicator.model_validate({"ten": "x", "du_toan": "9.800", "nam_truoc": "9.200"})
    assert row.compared(Against.PREVIOUS) == (Decimal(9800), Decimal(9200))


def test_a_rate_that_does_not_agree_is_shown_with_the_computed_one(load: Load) -> None:
    lines = LINES.replace(
        "thuc_hien: 4.030}", "thuc_hien: 4.030, ty_le_cong_bo: [{so_voi: du_toan, ty_le: 48}]}"
    )
    scope = scope_of(load, a=text("a", "thuc_hien_6_thang", rest=lines))
    (record,) = scope.commune.all("budget")
    (doubt,) = sheet(record, scope).doubts
    assert doubt == ("Tổng chi: báo cáo ghi 48% dự toán, tính từ bảng số là 43,8% (4.030 so với 9.200).")


@pytest.mark.parametrize(
    ("stage", "period"),
    [
        (Stage.DRAFT, "năm 2026"),
        (Stage.QUARTER, "quý I/2026"),
        (Stage.HALF, "6 tháng đầu năm 2026"),
        (Stage.NINE, "9 tháng đầu năm 2026"),
        (Stage.YEAR, "năm 2026"),
        (Stage.SETTLED, "năm 2026"),
    ],
)
def test_the_period_follows_from_stage_and_year(stage: Stage, period: str) -> None:
    assert str(Budget.model_construct(stage=stage, year=2026).period) == period


def verdicts(scope: Scope, duty: str) -> Iterator[tuple[str, str, int, date | None]]:
    for v in scope.verdicts:
        if v.duty.id == duty and v.record:
            yield str(v.period), v.timeliness.value, v.days, v.due.day if v.due else None


def test_each_stage_is_judged_by_its_own_deadline(load: Load) -> None:
    def posted(day: str) -> str:
        return f"cong_khai: {{ngay_dang: {day}}}\n"

    scope = judged(
        load,
        draft=text("draft", "du_toan_trinh", 2027, "ngay_khai_mac: 2026-11-09\n" + posted("2026-11-17")),
        decided=text(
            "decided", "du_toan_quyet_dinh", 2026, "quyet_dinh: {ngay: 2026-01-02}\n" + posted("2026-02-01")
        ),
        half=text("half", "thuc_hien_6_thang", 2026, posted("2026-07-14")),
        settled=text(
            "settled", "quyet_toan", 2026, "quyet_dinh: {ngay: 2026-09-01}\n" + posted("2026-10-02")
        ),
    )
    assert list(verdicts(scope, "NS-DU-THAO")) == [("năm 2027", "cham", 1, date(2026, 11, 16))]
    assert list(verdicts(scope, "NS-QUYET-DINH")) == [("năm 2026", "dung_han", 0, date(2026, 2, 1))]
    assert list(verdicts(scope, "NS-QUY")) == [("quý II/2026", "cham", 4, date(2026, 7, 10))]
    assert list(verdicts(scope, "NS-QUYET-TOAN")) == [("năm 2026", "cham", 1, date(2026, 10, 1))]


def test_a_missing_report_is_named_from_january_on_and_its_file_is_told(load: Load) -> None:
    body = "cong_khai: {ngay_dang: 2026-07-14}\n"
    scope = judged(load, half=text("half", "thuc_hien_6_thang", 2026, body))
    found = {v.period_name: v.mend for v in scope.verdicts if v.duty.id == "NS-QUY"}
    assert found["9 tháng đầu năm 2026"] == (
        "Thêm tệp ngan-sach/2026-9-thang.yml, giai_doan: thuc_hien_9_thang."
    )
    assert found["6 tháng đầu năm 2026"] == ""


def test_the_general_laws_set_no_shorter_deadline_than_the_law_on_budgets(load: Load) -> None:
    body = "quyet_dinh: {ngay: 2026-10-02}\ncong_khai: {ngay_dang: 2026-10-30}\n"
    scope = judged(load, a=text("a", "du_toan_quyet_dinh", 2026, body))
    told = {v.duty.id: v.timeliness.value for v in scope.verdicts if v.record and v.record.kind == "budget"}
    assert told == {"NS-QUYET-DINH": "dung_han", "THDC-11.2": "khong_co_han", "TCTT-17.1d": "khong_co_han"}


def test_the_year_at_a_glance_tells_what_is_there_late_missing_and_to_come(load: Load) -> None:
    scope = judged(
        load,
        plan=text("plan", "du_toan_quyet_dinh", 2026, LINES.replace(", thuc_hien", ", nam_truoc")),
        half=text("half", "thuc_hien_6_thang", 2026, LINES + "cong_khai: {ngay_dang: 2026-07-14}\n"),
    )
    shown = overview(scope)
    assert shown
    assert [(s.title, s.url, s.tag.text if s.tag else "") for s in shown.now.steps] == [
        ("Quyết toán ngân sách năm 2025", "", "Quá hạn 206 ngày"),
        ("Dự toán ngân sách năm 2026 trình Hội đồng nhân dân", "", "Không có trên trang này"),
        ("Dự toán ngân sách năm 2026 đã quyết định", "ngan-sach/plan/", ""),
        ("Thực hiện ngân sách 3 tháng đầu năm 2026", "", "Quá hạn 226 ngày"),
        ("Thực hiện ngân sách 6 tháng đầu năm 2026", "ngan-sach/half/", "Chậm 4 ngày"),
        ("Thực hiện ngân sách 9 tháng đầu năm 2026", "", "Quá hạn 43 ngày"),
        ("Thực hiện ngân sách cả năm 2026", "", "Chưa đến kỳ"),
        ("Dự toán ngân sách năm 2027 trình Hội đồng nhân dân", "", "Còn 33 ngày"),
    ]
    assert shown.now.missing == 3
    spending = next(bar for bar in shown.now.bars if bar.name == "Chi")
    assert (spending.percent, spending.figure) == (44, "43,8%")
    assert spending.detail == "4,03 tỷ đồng trong 9,2 tỷ đồng dự toán"
    assert [bar.name for bar in shown.now.uses] == ["Thường xuyên", "Đường", "Trường"]
    assert card(scope).lines == (
        "Chi 6 tháng đầu năm 2026: 4,03 tỷ đồng trong 9,2 tỷ đồng dự toán",
        "Còn thiếu 3 nội dung của năm 2026, đều đã quá hạn",
    )
    assert [step.title for step in shown.now.overdue] == [
        "Quyết toán ngân sách năm 2025",
        "Thực hiện ngân sách 3 tháng đầu năm 2026",
        "Thực hiện ngân sách 9 tháng đầu năm 2026",
    ]


def test_without_a_word_of_this_year_the_page_still_says_what_is_missing(load: Load) -> None:
    shown = overview(scope_of(load, a=text("a", "quyet_toan", 2024)))
    assert shown
    assert [bar.figure for bar in shown.now.bars] == ["chưa có số", "chưa có số"]
    assert [year for year, _ in shown.others] == [2024]
    assert shown.now.missing == 0, "where nothing is judged, nothing is called missing"


def test_the_page_counts_as_missing_what_the_page_of_the_duties_counts(load: Load) -> None:
    scope = judged(
        load, half=text("half", "thuc_hien_6_thang", 2026, "cong_khai: {ngay_dang: 2026-07-14}\n")
    )
    shown = overview(scope)
    open_now = [v for v in scope.verdicts if v.duty.id in DUTIES.values() and v.open]
    missing = [v for v in open_now if v.timeliness is not Timeliness.DUE]
    assert shown
    assert shown.now.missing == len(missing) > 0
    standing = {verdicts[0].duty.id: standing_of(verdicts) for verdicts in by_duty(scope.verdicts)}
    open_standings = (DutyStanding.OVERDUE, DutyStanding.MISSING)
    assert {v.duty.id for v in missing} == {
        id for id in DUTIES.values() if standing.get(id) in open_standings
    }


def test_the_table_is_in_dong_with_computed_rates(load: Load) -> None:
    first = next(iter(rows(scope_of(load, a=text("a", "thuc_hien_6_thang", rest=LINES)))))
    assert (first.planned, first.actual, first.to_plan) == (9_200_000_000, 4_030_000_000, Decimal("43.8"))
    assert first.previous is None
    assert first.to_previous is None


def test_the_sample_has_a_quarter_posted_late_and_one_missing(sample: Scope) -> None:
    scope = replace(sample, verdicts=assess(sample))
    shown = overview(scope)
    assert shown
    told = {step.title: step.tag.text for step in shown.now.steps if step.tag}
    assert told["Thực hiện ngân sách 6 tháng đầu năm 2026"] == "Chậm 4 ngày"
    assert told["Thực hiện ngân sách 9 tháng đầu năm 2026"] == "Quá hạn 43 ngày"
    assert told["Dự toán ngân sách năm 2027 trình Hội đồng nhân dân"] == "Đúng hạn"
