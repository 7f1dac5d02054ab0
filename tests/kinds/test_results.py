"""Dossier results: counts agree, rates are made of them, a printed rate that is not is shown as it is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.kinds._kind import Scope
from generator.kinds.results import KIND, card
from generator.kinds.results.check import differs
from generator.kinds.results.model import PeriodResult, PublishedRate, RateOf
from generator.kinds.results.table import rows
from generator.kinds.results.view import say_share, sheet
from generator.render import render
from tests.conftest import Load
from tests.real import real_data

FILE = "ket-qua-ho-so.yml"
COUNTS = {"tiep_nhan": "100", "truoc_han": "30", "dung_han": "60", "tre_han": "2", "dang_giai_quyet": "8"}
APOLOGY = """xin_loi:
  - ma: "1.001193"
    ngay_hen: 10/09/2026
    ngay_xin_loi: 08/09/2026
    ly_do: Mưa lũ.
    ngay_hen_moi: 22/09/2026
"""


def result(period: str = "tháng 9/2026", **fields: object) -> dict[str, object]:
    return {"ky": period, **COUNTS, **fields}


def text(*results: dict[str, object], rest: str = "") -> str:
    """JSON is YAML; each result stands on one line, so that a place is a line."""
    listed = "".join(f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in results)
    return f"ket_qua:\n{listed}{rest}"


def scope_of(load: Load, *results: dict[str, object], rest: str = "") -> Scope:
    scope, problems = load({FILE: text(*results, rest=rest)})
    assert scope, problems
    return scope


def found(load: Load, *results: dict[str, object], rest: str = "") -> list[Problem]:
    return list(KIND.check(scope_of(load, *results, rest=rest)))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def body(scope: Scope) -> str:
    drafts = compose(scope)
    return next(
        p.body for p in render(drafts, frame(scope, drafts), scope.commune) if p.url == KIND.section
    )


def test_counts_that_agree_are_right_with_what_was_carried_over(load: Load) -> None:
    assert found(load, result(tre_han="0", dung_han="62")) == []
    assert found(load, result(ky_truoc="5", tre_han="0", dung_han="67")) == []


def test_what_came_in_is_what_went_out_and_what_is_left(load: Load) -> None:
    (problem,) = found(load, result(tiep_nhan="110", tre_han="0"))
    assert (problem.code, problem.level) == ("sum_differs", Level.ERROR)
    assert "110" in problem.message
    assert "98" in problem.message


def test_a_part_is_never_more_than_its_whole(load: Load) -> None:
    assert codes(found(load, result(truc_tuyen="101", tre_han="0", dung_han="62"))) == [
        ("more_than_all", 2)
    ]
    assert codes(found(load, result(dang_qua_han="9", tre_han="0", dung_han="62"))) == [
        ("more_than_all", 2)
    ]


def test_periods_of_one_field_do_not_overlap_and_those_of_two_may(load: Load) -> None:
    quiet = {"tre_han": "0", "dung_han": "62"}
    month, quarter = result(**quiet), result("quý III/2026", **quiet)
    assert codes(found(load, quarter, month)) == [("periods_overlap", 3)]
    land, papers = {**month, "linh_vuc": "Đất đai"}, {**quarter, "linh_vuc": "Hộ tịch"}
    assert found(load, land, papers) == []
    again = {**quarter, "linh_vuc": "đất  ĐAI"}
    assert codes(found(load, land, again)) == [("periods_overlap", 3)]


def test_what_waits_at_the_end_of_a_month_begins_the_next_in_whatever_order_they_stand(load: Load) -> None:
    quiet = {"tre_han": "0", "dung_han": "62"}
    august = result("tháng 8/2026", **quiet)
    right = result(ky_truoc="8", tre_han="0", dung_han="70")
    wrong = result(ky_truoc="18", tre_han="0", dung_han="80")
    assert found(load, right, august) == []
    assert codes(found(load, wrong, august)) == [("carried_differs", 2)]
    assert found(load, wrong, result("tháng 7/2026", **quiet)) == [], "August is not told"


def test_fields_together_are_at_most_the_whole_period(load: Load) -> None:
    whole = result(tre_han="0", dung_han="62")
    part = {**whole, "linh_vuc": "Đất đai"}
    assert found(load, whole, part) == []
    assert codes(found(load, whole, part, {**part, "linh_vuc": "Hộ tịch"})) == [("sum_differs", 2)]


@pytest.mark.parametrize(
    ("in_time", "resolved", "printed", "wrong"),
    [
        (2602, 2760, "94,3", False),
        (2602, 2760, "94,2", False),
        (2602, 2760, "94", False),
        (2602, 2760, "94,28", False),
        (2602, 2760, "95", True),
        (2602, 2760, "96,2%", True),
        (999, 1000, "100", True),
        (1000, 1000, "100", False),
        (1, 1000, "0", True),
        (0, 0, "100", False),
    ],
)
def test_a_printed_rate_may_be_rounded_or_cut_and_all_must_be_all(
    in_time: int, resolved: int, printed: str, wrong: bool
) -> None:
    counts = {"truoc_han": "0", "dung_han": str(in_time), "tre_han": str(resolved - in_time)}
    one = PeriodResult.model_validate(
        {"ky": "quý III/2025", "tiep_nhan": str(resolved), "dang_giai_quyet": "0", **counts}
    )
    rate = PublishedRate.model_validate({"ve": "dung_va_truoc_han", "ty_le": printed, "van_ban": {}})
    assert differs(one, rate) is wrong


def test_an_online_rate_that_was_not_counted_is_not_judged() -> None:
    one = PeriodResult.model_validate(result())
    rate = PublishedRate.model_validate({"ve": "truc_tuyen", "ty_le": "99", "van_ban": {}})
    assert one.rate(RateOf.ONLINE) is None
    assert not differs(one, rate)


def test_the_real_report_of_phu_giao_is_noticed_and_shown_with_both_figures(load: Load) -> None:
    entries = json.loads(real_data("cong-khai/thong_ke_giai_quyet_tthc.json").read_text("utf-8"))
    real = next(entry for entry in entries if "Phú Giáo" in entry["don_vi"])
    own = real["rieng_tham_quyen_xa"]
    rate = {
        "ve": "dung_va_truoc_han",
        "ty_le": f"{own['ty_le_cong_bo']:.1%}".replace(".", ","),
        "van_ban": {"so": "1/BC"},
    }
    one: dict[str, object] = {
        "ky": f"{real['tu']} - {real['den']}",
        "tiep_nhan": str(own["tong"]),
        "truoc_han": "0",
        "dung_han": str(own["dung_truoc_han"]),
        "tre_han": str(own["tong"] - own["dung_truoc_han"]),
        "dang_giai_quyet": "0",
        "ty_le_cong_bo": [rate],
    }
    scope = scope_of(load, one)
    noticed = [problem for problem in KIND.check(scope) if problem.code == "rate_differs"]
    assert [problem.level for problem in noticed] == [Level.NOTICE]
    shown = body(scope)
    assert "96,2%" in shown
    assert "94,3%" in shown
    assert "2.602 trong 2.760" in shown


def test_an_apology_names_a_procedure_and_days_in_order(load: Load) -> None:
    quiet = result(tre_han="0", dung_han="62")
    assert codes(found(load, quiet, rest=APOLOGY + "    ngay_tra: 22/09/2026\n")) == []
    assert codes(found(load, quiet, rest=APOLOGY)) == [("promise_over", 8)]
    early = APOLOGY.replace("22/09", "02/09") + "    ngay_tra: 22/09/2026\n"
    assert codes(found(load, quiet, rest=early)) == [("dates_out_of_order", 8)]
    unknown = APOLOGY.replace("1.001193", "1.001139") + "    ngay_tra: 22/09/2026\n"
    (problem,) = found(load, quiet, rest=unknown)
    assert problem.code == "procedure_unknown"
    assert "1.001193" in problem.hint


def test_late_dossiers_without_apology_are_noticed(load: Load) -> None:
    assert codes(found(load, result())) == [("late_without_apology", 1)]


def test_the_latest_period_comes_first_whatever_the_order_of_the_file(load: Load) -> None:
    shown = sheet(scope_of(load, result("tháng 8/2026"), result("tháng 10/2026"), result("tháng 9/2026")))
    assert shown
    assert shown.latest.title == "Tháng 10/2026"
    assert [each.title for each in shown.earlier] == ["Tháng 9/2026", "Tháng 8/2026"]


def test_a_period_told_by_fields_alone_is_added_up(load: Load) -> None:
    land = result(linh_vuc="Đất đai", truc_tuyen="10")
    papers = result(linh_vuc="Hộ tịch", truc_tuyen="30")
    shown = sheet(scope_of(load, land, papers))
    assert shown
    assert (shown.latest.result.received, shown.latest.result.online, shown.latest.online) == (
        200,
        40,
        "20%",
    )
    assert [each.title for each in shown.fields] == ["Đất đai", "Hộ tịch"]


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, ""),
        (0, 5, "0%"),
        (1, 5000, "dưới 0,1%"),
        (4999, 5000, "hơn 99,9%"),
        (5, 5, "100%"),
        (1, 3, "33,3%"),
    ],
)
def test_a_share_never_claims_nothing_or_all_where_it_is_not_so(part: int, whole: int, said: str) -> None:
    assert say_share(part, whole) == said


def test_nothing_resolved_gives_a_page_without_a_rate(load: Load) -> None:
    nothing = dict.fromkeys(COUNTS, "0")
    scope = scope_of(load, {"ky": "tháng 9/2026", **nothing})
    assert "chưa có" in body(scope)
    assert card(scope).lines == ("Tháng 9/2026: đã trả 0 hồ sơ",)


def test_rates_in_the_table_are_computed(sample: Scope) -> None:
    listed = list(rows(sample))
    assert len(listed) == 22
    october = next(row for row in listed if row.period == "tháng 10/2026" and row.field == "Mọi lĩnh vực")
    assert october.in_time_rate == Decimal("99.6")


def test_the_sample_says_that_a_printed_100_per_cent_is_none(sample: Scope) -> None:
    assert [p.code for p in KIND.check(sample)] == ["rate_differs"]
    assert "báo cáo ghi 100%" in body(sample)
