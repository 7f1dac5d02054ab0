"""Service culture: the plan's own words, counts without persons, letters that answer for late dossiers."""

from __future__ import annotations

from decimal import Decimal

from generator.core import Level, Problem
from generator.kinds._kind import Scope
from generator.kinds.culture import KIND, card
from generator.kinds.culture.view import rows, sheet
from tests.conftest import Load

PLAN = "ke_hoach: KH-188-2024\n"
INSPECTION = """kiem_tra:
  - ky: quý III/2026
    ai_kiem_tra: Tổ kiểm tra
    so_nguoi: 40
    vi_pham: 1
    xu_ly: Nhắc nhở.
"""
RESULTS = """ket_qua:
  - {ky: tháng 8/2026, tiep_nhan: 10, truoc_han: 0, dung_han: 8, tre_han: 2, dang_giai_quyet: 0}
  - {ky: tháng 9/2026, tiep_nhan: 10, truoc_han: 0, dung_han: 9, tre_han: 1, dang_giai_quyet: 0}
  - {ky: tháng 10/2026, tiep_nhan: 10, truoc_han: 0, dung_han: 5, tre_han: 5, dang_giai_quyet: 0}
"""


def letters(period: str = "quý III/2026", **counts: int) -> str:
    told = "".join(f"    {key}: {count}\n" for key, count in counts.items())
    return f"  - ky: {period}\n{told}"


def scope_of(load: Load, text: str, **files: str) -> Scope:
    named = {f"{name.replace('_', '-')}.yml": content for name, content in files.items()}
    scope, problems = load({"van-hoa-cong-vu.yml": text, **named})
    assert scope, problems
    return scope


def found(load: Load, text: str, **files: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, text, **files)))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def test_the_rules_of_conduct_are_the_words_of_the_plan(sample: Scope) -> None:
    shown = sheet(sample)
    assert shown
    assert {rule.title: rule.words for rule in shown.conduct} == {
        "4 xin": ["Xin chào", "Xin lỗi", "Xin cảm ơn", "Xin phép"],
        "4 luôn": ["Luôn mỉm cười", "Luôn nhẹ nhàng", "Luôn lắng nghe", "Luôn giúp đỡ"],
        "5 không": [
            "Không cửa quyền, hách dịch, gây khó khăn, phiền hà",
            "Không quan liêu, vô cảm, vô trách nhiệm",
            "Không tham nhũng, lãng phí, lợi ích nhóm",
            "Không xu nịnh, chạy chọt, gian dối",
            "Không lợi dụng chức vụ, quyền hạn trong thực thi công vụ",
        ],
    }


def test_a_plan_that_the_province_has_not_is_an_error_with_the_near_one(load: Load) -> None:
    (problem,) = found(load, "ke_hoach: KH-118-2024\n")
    assert (problem.code, problem.place.line) == ("plan_unknown", 1)
    assert "KH-188-2024" in problem.hint


def test_who_did_wrong_is_among_those_inspected(load: Load) -> None:
    assert found(load, PLAN + INSPECTION) == []
    assert codes(found(load, PLAN + INSPECTION.replace("vi_pham: 1", "vi_pham: 41"))) == [
        ("more_than_all", 6)
    ]


def test_the_day_of_an_inspection_lies_in_its_period(load: Load) -> None:
    for day, expected in (("2026-07-01", []), ("2026-09-30", []), ("2026-10-01", [("outside_period", 8)])):
        assert codes(found(load, f"{PLAN}{INSPECTION}    ngay: {day}\n")) == expected


def test_faults_without_consequence_are_noticed(load: Load) -> None:
    (problem,) = found(load, PLAN + INSPECTION.replace("    xu_ly: Nhắc nhở.\n", ""))
    assert (problem.code, problem.level) == ("not_handled", Level.NOTICE)
    assert (
        found(
            load,
            PLAN + INSPECTION.replace("vi_pham: 1", "vi_pham: 0").replace("    xu_ly: Nhắc nhở.\n", ""),
        )
        == []
    )


def test_two_inspectors_may_come_in_one_period_and_one_counts_it_once(load: Load) -> None:
    second = INSPECTION.removeprefix("kiem_tra:\n")
    other = second.replace("Tổ kiểm tra", "Đoàn của tỉnh")
    assert found(load, PLAN + INSPECTION + other) == []
    again = second.replace("Tổ kiểm tra", "tổ  KIỂM tra")
    assert codes(found(load, PLAN + INSPECTION + again)) == [("periods_overlap", 8)]


def test_periods_of_letters_never_overlap_nor_lie_ahead(load: Load) -> None:
    both = "thu:\n" + letters("quý III/2026", ket_hon=1) + letters("tháng 9/2026", ket_hon=1)
    assert codes(found(load, PLAN + both)) == [("periods_overlap", 5)]
    assert codes(found(load, f"{PLAN}thu:\n" + letters("quý I/2027"))) == [("date_in_future", 3)]
    assert codes(found(load, f"{PLAN}thu:\n" + letters("quý IV/2026"))) == [("period_not_over", 3)]


def test_fewer_letters_of_apology_than_late_dossiers_of_the_same_months_are_noticed(load: Load) -> None:
    def told(count: int) -> list[Problem]:
        return found(load, f"{PLAN}thu:\n" + letters(xin_loi_tre_hen=count), ket_qua_ho_so=RESULTS)

    assert told(3) == []
    (problem,) = told(2)
    assert (problem.code, problem.place.line, problem.level) == ("letters_fewer", 4, Level.NOTICE)
    assert "3 hồ sơ" in problem.message
    assert found(load, f"{PLAN}thu:\n" + letters(ket_hon=1), ket_qua_ho_so=RESULTS) == [], "not told"


def test_letters_are_summed_and_an_occasion_nobody_counted_is_left_out(load: Load) -> None:
    text = f"{PLAN}thu:\n" + letters("quý I/2026", ket_hon=2, cam_on=0) + letters("quý II/2026", ket_hon=3)
    shown = sheet(scope_of(load, text))
    assert shown
    assert [(each.title, each.count) for each in shown.sums] == [("Chúc mừng kết hôn", 5), ("Cảm ơn", 0)]
    assert shown.span == "quý I/2026 đến quý II/2026"
    assert [title for title, _ in shown.letters] == ["Quý II/2026", "Quý I/2026"]


def test_the_table_has_one_line_a_period_with_a_computed_rate(load: Load) -> None:
    second = INSPECTION.removeprefix("kiem_tra:\n").replace("Tổ kiểm tra", "Đoàn").replace("40", "20")
    scope = scope_of(load, PLAN + INSPECTION + second + "thu:\n" + letters("quý II/2026", ket_hon=3))
    listed = [(r.period, r.weddings, r.inspected, r.faulty, r.faultless) for r in rows(scope)]
    assert listed == [
        ("quý II/2026", 3, None, None, None),
        ("quý III/2026", None, 60, 2, Decimal("96.7")),
    ]


def test_the_home_page_names_the_rules(sample: Scope, empty: Scope) -> None:
    assert card(sample).lines == ("4 xin, 4 luôn, 5 không; kết quả kiểm tra",)
    assert card(empty).lines == ("Chưa công khai trên trang này.",)


def test_the_sample_is_right(sample: Scope) -> None:
    assert list(KIND.check(sample)) == []
