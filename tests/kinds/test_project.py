"""Projects: sums agree, delays are said as they are, unknown stays unknown, pictures tell no place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.build import build
from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.kinds._kind import Scope
from generator.kinds.profile import KIND as PROFILE
from generator.kinds.project import KIND
from generator.kinds.project.choices import Procurement, Status
from generator.kinds.project.delays import delays
from generator.kinds.project.gaps import gaps
from generator.kinds.project.milestones import milestones
from generator.kinds.project.model import Project
from generator.kinds.project.overview import GROUPS, card, overview
from generator.kinds.project.progress import measures, time_share
from generator.kinds.project.table import rows
from generator.kinds.project.view import sheet
from generator.photos import shrink
from generator.publish import make_site
from generator.render import render
from tests.conftest import DAY, Load

FILE = "du-an/DA-1.yml"
HEAD = "ma: DA-1\nten: Đường Nà Mẫu\n"
RUNNING = HEAD + "tinh_trang: dang_thuc_hien\n"
THON = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\nthon:\n  - {ma: khe-da, ten: Khe Đá, loai: ban}\n'


def project(status: str = "dang_thuc_hien", **fields: Any) -> Project:
    return Project.model_validate({"ma": "DA-1", "ten": "Đường", "tinh_trang": status, **fields})


def times(begin: str, finish: str, **actual: str) -> dict[str, str]:
    return {"khoi_cong_ke_hoach": begin, "hoan_thanh_ke_hoach": finish, **actual}


def report(day: str, percent: str) -> dict[str, str]:
    return {"ngay": day, "phan_tram": percent}


def said(of: Project, day: date = DAY) -> list[str]:
    return [delay.text for delay in delays(of, day)]


def scope_of(load: Load, text: str, **files: str) -> Scope:
    scope, problems = load({FILE: text, "xa.yml": THON, **files})
    assert scope, problems
    return scope


def found(load: Load, text: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, text)))


def places(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in problems]


def body(scope: Scope, url: str) -> str:
    drafts = compose(scope)
    return next(p.body for p in render(drafts, frame(scope, drafts), scope.commune) if p.url == url)


@pytest.mark.parametrize(
    ("amount", "hint"),
    [
        ("2 tỷ", "Đang thiếu 1.000.000.000 đồng; sửa nguồn hoặc tổng mức."),
        ("3,5 tỷ", "Đang thừa 500.000.000 đồng; sửa nguồn hoặc tổng mức."),
    ],
)
def test_sources_that_do_not_add_up_are_told_with_what_is_too_much_or_too_little(
    load: Load, amount: str, hint: str
) -> None:
    text = f"tong_muc_dau_tu: 3 tỷ\nnguon_von:\n  - {{nguon: xa, so_tien: '{amount}'}}"
    (problem,) = (p for p in found(load, RUNNING + text) if p.code == "sum_differs")
    assert problem.hint.replace("\u00a0", " ") == hint


# Errors, where they stand


@pytest.mark.parametrize(
    ("lines", "code", "line", "column"),
    [
        ("thon: [khe-da, khe-do]", "thon_unknown", 4, 16),
        ("toa_do: {vi_do: 105.8, kinh_do: 21.6}", "spot_outside", 4, 9),
        ("tong_muc_dau_tu: 3 tỷ\nnguon_von:\n  - {nguon: xa, so_tien: 2 tỷ}", "sum_differs", 6, 3),
        (
            "tong_muc_dau_tu: 2 tỷ\ngiai_ngan: {so_tien: 2.000.000.001, den_ngay: 1/11/2026}",
            "paid_over_total",
            5,
            22,
        ),
        (
            "giai_ngan: {so_tien: 5 triệu, den_ngay: 1/11/2026}\n"
            "ke_hoach_von:\n  - {nam: 2026, so_tien: 9 triệu, da_giai_ngan: 6 triệu}",
            "sum_differs",
            6,
            3,
        ),
        (
            "ke_hoach_von:\n  - {nam: 2026, so_tien: 1 tỷ}\n  - {nam: 2026, so_tien: 1 tỷ}",
            "not_unique",
            6,
            11,
        ),
        (
            "thoi_gian:\n  khoi_cong_ke_hoach: 2/1/2027\n  hoan_thanh_ke_hoach: 1/1/2027",
            "dates_out_of_order",
            6,
            24,
        ),
        (
            "thoi_gian:\n  khoi_cong_thuc_te: 2/3/2026\n  hoan_thanh_thuc_te: 1/3/2026",
            "dates_out_of_order",
            6,
            23,
        ),
        ("thoi_gian: {khoi_cong_thuc_te: 23/11/2026}", "date_in_future", 4, 32),
        ("khoi_luong:\n  - {ngay: 23/11/2026, phan_tram: 5}", "date_in_future", 5, 12),
        (
            "khoi_luong:\n  - {ngay: 1/9/2026, phan_tram: 5}\n  - {ngay: 1/9/2026, phan_tram: 6}",
            "not_unique",
            6,
            12,
        ),
        (
            "giam_sat:\n  - ngay: 5/9/2026\n    nguoi_giam_sat: [mat_tran]\n    kien_nghi:\n"
            "      - {ngay: 4/9/2026, noi_dung: Sửa cống}",
            "dates_out_of_order",
            8,
            16,
        ),
        ("giai_phong_mat_bang: {so_ho: 3, so_ho_da_nhan: 4}", "more_than_all", 4, 48),
        ("tai_lieu:\n  - {ten: Bản vẽ}", "paper_empty", 5, 5),
    ],
)
def test_a_mistake_is_an_error_at_its_place(
    load: Load, lines: str, code: str, line: int, column: int
) -> None:
    errors = [p for p in found(load, RUNNING + lines + "\n") if p.level is Level.ERROR]
    assert places(errors) == [(code, line, column)]


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("tong_muc_dau_tu: 4850", "amount_unlikely", 4),
        (
            "khoi_luong:\n  - {ngay: 1/9/2026, phan_tram: 50}\n  - {ngay: 1/10/2026, phan_tram: 40}",
            "work_decreased",
            6,
        ),
        (
            "thoi_gian: {khoi_cong_ke_hoach: 1/1/2026, hoan_thanh_ke_hoach: 1/10/2026}",
            "delay_unexplained",
            3,
        ),
        ("thoi_gian: {hoan_thanh_thuc_te: 1/10/2026}", "status_differs", 3),
        ("khoi_luong:\n  - {ngay: 1/6/2026, phan_tram: 50}", "report_old", 5),
        ("goi_thau:\n  - {ten: A, gia_goi_thau: 5 tỷ, gia_trung_thau: 6 tỷ}", "price_over_estimate", 5),
    ],
)
def test_what_may_be_meant_is_a_notice(load: Load, lines: str, code: str, line: int) -> None:
    problems = found(load, RUNNING + lines + "\n")
    assert [(p.code, p.place.line, p.level) for p in problems] == [(code, line, Level.NOTICE)]


def test_a_misspelt_thon_gets_the_nearest_one(load: Load) -> None:
    assert "khe-da" in found(load, RUNNING + "thon: [khe-daa]\n")[0].hint


def test_money_paid_beyond_the_total_may_stand_with_its_reason(load: Load) -> None:
    text = (
        "tong_muc_dau_tu: 2 tỷ\ngiai_ngan: {so_tien: 2,1 tỷ, den_ngay: 1/11/2026, ghi_chu: Giá thép tăng}\n"
    )
    (problem,) = found(load, RUNNING + text.replace("2,1 tỷ", '"2,1 tỷ"'))
    assert (problem.code, problem.level) == ("paid_over_total", Level.NOTICE)


def test_work_that_falls_back_is_a_notice_whatever_is_said_of_it(load: Load) -> None:
    text = (
        "khoi_luong:\n  - {ngay: 1/9/2026, phan_tram: 50}\n"
        "  - {ngay: 1/10/2026, phan_tram: 40, noi_dung: Lũ cuốn 200 mét nền}\n"
    )
    assert [problem.code for problem in found(load, RUNNING + text)] == ["work_decreased"]


def test_plans_may_lie_ahead(load: Load) -> None:
    text = "thoi_gian: {khoi_cong_ke_hoach: 1/1/2027, hoan_thanh_ke_hoach: 1/6/2027}\n"
    assert found(load, HEAD + "tinh_trang: chuan_bi\n" + text) == []


def test_a_day_that_is_told_as_wrong_is_compared_with_no_other(load: Load) -> None:
    text = (
        "thoi_gian: {khoi_cong_thuc_te: 1/3/2062, hoan_thanh_ke_hoach: 1/6/2027}\n"
        "khoi_luong:\n  - {ngay: 1/9/2026, phan_tram: 40}\n  - {ngay: 1/10/2026, phan_tram: 50}\n"
    )
    told = [(p.code, p.place.line) for p in found(load, RUNNING + text) if "date" in p.code]
    assert told == [("date_in_future", 4)]


def test_while_two_thon_bear_one_id_no_other_is_called_unknown(load: Load) -> None:
    twice = THON + "  - {ma: KHE-DA, ten: Nà Mẫu, loai: ban}\n"
    scope = scope_of(load, RUNNING + "thon: [na-mau]\n", **{"xa.yml": twice})
    assert [p.code for p in KIND.check(scope)] == []
    assert [p.code for p in PROFILE.check(scope) if p.level is Level.ERROR] == ["not_unique"]
    assert [p.code for p in found(load, RUNNING + "thon: [na-mau]\n")] == ["thon_unknown"]


def test_the_file_name_is_the_id(load: Load) -> None:
    scope, problems = load({"du-an/DA-2.yml": RUNNING})
    assert scope is None
    assert [(p.code, p.place.line) for p in problems] == [("id_differs", 1)]


# Recommendations


def visit(by: str, sent: str, answered: str = "") -> str:
    reply = f", tra_loi: {{ngay: {answered}, noi_dung: Đã sửa}}" if answered else ""
    asked = f"{{ngay: {sent}, noi_dung: Sửa cống{reply}}}"
    return f"giam_sat:\n  - ngay: 1/6/2026\n    nguoi_giam_sat: [{by}]\n    kien_nghi:\n      - {asked}\n"


@pytest.mark.parametrize(
    ("by", "sent", "answered", "codes"),
    [
        ("ban_giam_sat_dau_tu", "10/06/2026", "25/06/2026", []),
        ("ban_giam_sat_dau_tu", "10/06/2026", "26/06/2026", ["answer_late"]),
        ("mat_tran, ban_giam_sat_dau_tu", "10/06/2026", "26/06/2026", ["answer_late"]),
        ("ban_thanh_tra_nhan_dan", "10/06/2026", "26/06/2026", ["answer_late"]),
        ("tu_van", "10/06/2026", "26/06/2026", []),
        ("ban_giam_sat_dau_tu", "07/11/2026", "", []),
        ("ban_giam_sat_dau_tu", "06/11/2026", "", ["answer_overdue"]),
        ("mat_tran", "06/06/2026", "", []),
    ],
)
def test_a_board_is_answered_within_15_days_and_others_have_no_limit_here(
    load: Load, by: str, sent: str, answered: str, codes: list[str]
) -> None:
    problems = found(load, RUNNING + visit(by, sent, answered))
    assert [p.code for p in problems] == codes
    assert all(p.level is Level.NOTICE for p in problems)


def test_a_late_answer_is_shown_on_the_page(load: Load) -> None:
    scope = scope_of(load, RUNNING + visit("ban_giam_sat_dau_tu", "10/06/2026", "26/06/2026"))
    assert "Chậm trả lời 1 ngày" in body(scope, "du-an/DA-1/")


# Delays in words


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (project(), []),
        (project(thoi_gian=times("2026-01-01", "2026-11-22")), []),
        (
            project(thoi_gian=times("2026-01-01", "2026-11-10")),
            ["Đã quá ngày hoàn thành kế hoạch 12 ngày"],
        ),
        (
            project(thoi_gian=times("2026-01-01", "2026-07-10")),
            ["Đã quá ngày hoàn thành kế hoạch 135 ngày (khoảng 4 tháng)"],
        ),
        (
            project(
                thoi_gian=times("2026-01-01", "2026-09-01"),
                dieu_chinh=[{"noi_dung": "Lùi hạn", "han_moi": "2026-10-01"}],
            ),
            [
                "Đã quá hạn hoàn thành mới 52 ngày",
                "Hạn hoàn thành đã lùi 30 ngày so với kế hoạch ban đầu",
            ],
        ),
        (
            project("chuan_bi", thoi_gian=times("2026-11-02", "2027-06-01")),
            ["Đã quá ngày khởi công kế hoạch 20 ngày mà chưa khởi công"],
        ),
        (project("chuan_bi", thoi_gian=times("2026-11-23", "2027-06-01")), []),
        (
            project(thoi_gian=times("2026-06-01", "2027-06-01", khoi_cong_thuc_te="2026-06-10")),
            ["Khởi công chậm 9 ngày so với kế hoạch"],
        ),
        (
            project(
                "hoan_thanh", thoi_gian=times("2026-01-01", "2026-06-30", hoan_thanh_thuc_te="2026-07-12")
            ),
            ["Hoàn thành chậm 12 ngày so với kế hoạch"],
        ),
        (project("hoan_thanh", thoi_gian=times("2026-01-01", "2026-06-30")), []),
        (project("dung_han", thoi_gian=times("2026-01-01", "2026-06-30")), []),
        (
            project(
                thoi_gian=times("2026-01-01", "2026-12-31"),
                khoi_luong=[report("2026-10-20", "55"), report("2026-09-01", "40")],
            ),
            ["Làm chậm: đến ngày 20/10/2026 thời gian đã qua 80%, việc mới xong 55%"],
        ),
        (
            project(thoi_gian=times("2026-01-01", "2026-12-31"), khoi_luong=[report("2026-10-20", "70,5")]),
            [],
        ),
        (project(khoi_luong=[report("2026-10-20", "5")]), []),
    ],
)
def test_delays_are_said_in_plain_words_and_only_where_they_are_known(
    of: Project, words: list[str]
) -> None:
    assert said(of) == words


def test_a_project_is_late_now_only_by_what_still_holds() -> None:
    begun_late = project(thoi_gian=times("2026-06-01", "2027-06-01", khoi_cong_thuc_te="2026-06-10"))
    overdue = project(thoi_gian=times("2026-01-01", "2026-11-10"))
    assert [delay.current for delay in delays(begun_late, DAY)] == [False]
    assert [delay.current for delay in delays(overdue, DAY)] == [True]
    assert delays(overdue, DAY)[0].short == "Chậm 12 ngày so với kế hoạch"


def test_late_or_halted_without_a_reason_is_said_on_the_page(load: Load) -> None:
    halted = RUNNING.replace("dang_thuc_hien", "tam_dung")
    said_so = "<strong>Vì sao:</strong> chưa công khai trên trang này"
    assert said_so in body(scope_of(load, halted), "du-an/DA-1/")
    assert said_so not in body(scope_of(load, halted + "ly_do_cham: Chờ vốn\n"), "du-an/DA-1/")
    assert said_so not in body(scope_of(load, RUNNING), "du-an/DA-1/")


# The three measures


def figures(of: Project, day: date = DAY) -> list[tuple[int | None, str]]:
    return [(measure.percent, measure.figure) for measure in measures(of, day)]


def test_unknown_is_never_nought() -> None:
    assert figures(project()) == [(None, "chưa công khai")] * 3


def test_the_measures_are_reckoned_from_the_record() -> None:
    of = project(
        tong_muc_dau_tu="4.850.000.000",
        giai_ngan={"so_tien": "2.716.000.000", "den_ngay": "2026-11-15"},
        thoi_gian=times("2026-03-15", "2026-12-15"),
        khoi_luong=[report("2026-11-15", "64"), report("2026-04-30", "12")],
    )
    money = round(2_716_000_000 / 4_850_000_000 * 100)
    days = date(2026, 12, 15) - date(2026, 3, 15)
    time = round((DAY - date(2026, 3, 15)) / days * 100)
    assert figures(of) == [(money, f"{money}%"), (time, f"{time}%"), (64, "64%")]


@pytest.mark.parametrize(
    ("paid", "figure", "bar"),
    [
        ("0", "0%", 0),
        ("1 triệu", "dưới 1%", 0),
        ("998 triệu", "hơn 99%", 100),
        ("1 tỷ", "100%", 100),
        ("1.040 triệu", "104%", 100),
    ],
)
def test_a_share_never_claims_nothing_or_all_where_it_is_not_so(paid: str, figure: str, bar: int) -> None:
    of = project(tong_muc_dau_tu="1 tỷ", giai_ngan={"so_tien": paid, "den_ngay": "2026-11-01"})
    assert figures(of)[0] == (bar, figure)


@pytest.mark.parametrize(
    ("status", "schedule", "figure", "detail"),
    [
        (
            "chuan_bi",
            times("2027-01-11", "2027-06-30"),
            "0%",
            "Chưa đến ngày khởi công theo kế hoạch: 11/01/2027",
        ),
        (
            "dang_thuc_hien",
            times("2026-01-01", "2026-11-10"),
            "100%",
            "Hạn là ngày 10/11/2026, đã quá 12 ngày",
        ),
        (
            "hoan_thanh",
            times("2026-01-01", "2026-04-11", hoan_thanh_thuc_te="2026-03-22"),
            "80%",
            "Xong ngày 22/03/2026, sớm 20 ngày so với kế hoạch",
        ),
        (
            "hoan_thanh",
            times("2026-01-01", "2026-04-11"),
            "chưa công khai",
            "Chưa công khai ngày hoàn thành thực tế",
        ),
        ("dung_han", times("2026-01-01", "2026-04-11"), "đã dừng", "Dự án dừng hẳn, không tính thời gian"),
    ],
)
def test_time_is_told_by_the_state_of_the_project(
    status: str, schedule: dict[str, str], figure: str, detail: str
) -> None:
    measure = measures(project(status, thoi_gian=schedule), DAY)[1]
    assert (measure.figure, measure.detail) == (figure, detail)


days = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@given(days, days, days, st.integers(0, 400))
def test_time_goes_forward_between_nought_and_all(begin: date, finish: date, day: date, later: int) -> None:
    of = project(thoi_gian=times(begin.isoformat(), finish.isoformat()))
    now, then = time_share(of, day), time_share(of, day + timedelta(days=later))
    if begin >= finish:
        assert now is None
        return
    assert now is not None
    assert then is not None
    assert Decimal(0) <= now <= then <= Decimal(100)


# Pages


def test_id_name_and_state_alone_make_a_page_that_says_what_is_missing(load: Load) -> None:
    page = body(scope_of(load, RUNNING), "du-an/DA-1/")
    assert page.startswith("<h1>Đường Nà Mẫu</h1>")
    assert "Chưa công khai trên trang này: tổng mức đầu tư, nguồn vốn" in page


def test_what_is_not_due_yet_is_not_called_missing() -> None:
    assert gaps(project("chuan_bi"))["xong"] == "Chưa đến lúc có: nghiệm thu, quyết toán."
    assert gaps(project("hoan_thanh"))["xong"] == (
        "Chưa công khai trên trang này: nghiệm thu. Chưa đến lúc có: quyết toán."
    )
    assert (
        gaps(project("da_quyet_toan"))["xong"] == "Chưa công khai trên trang này: nghiệm thu, quyết toán."
    )


def test_land_that_need_not_be_taken_leaves_no_gap() -> None:
    of = project(giai_phong_mat_bang={"tinh_trang": "khong_thu_hoi"}, moi_truong={"bien_phap": "Tưới nước"})
    assert gaps(of)["dat"] == ""


def test_works_paid_by_residents_must_tell_their_technique() -> None:
    paid = project(nguon_von=[{"nguon": "dan_gop", "so_tien": "5 triệu"}])
    assert "quy trình kỹ thuật" in gaps(paid)["lam_gi"]
    assert "quy trình kỹ thuật" not in gaps(project())["lam_gi"]


def test_a_part_taken_over_is_not_the_whole() -> None:
    part = {"nghiem_thu": [{"ngay": "2026-09-22"}]}
    reached = {
        status: {stone.name: stone.reached for stone in milestones(project(status, **part))}
        for status in ("dang_thuc_hien", "hoan_thanh")
    }
    assert not reached["dang_thuc_hien"]["Nghiệm thu"]
    assert reached["hoan_thanh"]["Nghiệm thu"]


def test_bodies_carry_no_inline_style_and_one_h1(sample: Scope) -> None:
    drafts = [draft for draft in compose(sample) if draft.kind == "project"]
    pages = render(drafts, frame(sample, drafts), sample.commune)
    assert len(pages) == 4
    assert [page.url for page in pages if "style=" in page.body or page.body.count("<h1") != 1] == []


def test_every_project_has_the_same_sections_in_the_same_order(sample: Scope) -> None:
    drafts = [draft for draft in compose(sample) if draft.kind == "project"][1:]
    orders = {page.headings for page in render(drafts, frame(sample, drafts), sample.commune)}
    assert len(orders) == 1


def test_the_page_leads_to_its_board_where_there_is_one(load: Load) -> None:
    board = {"ban-giam-sat-dau-tu/DA-1.yml": "loai: giam_sat_dau_tu_cong_dong\ndu_an: DA-1\n"}
    without = scope_of(load, RUNNING)
    assert sheet(without.commune.all("project")[0], without).board is None
    assert "giam-sat/" not in body(without, "du-an/DA-1/")
    assert 'href="../../giam-sat/DA-1/"' in body(scope_of(load, RUNNING, **board), "du-an/DA-1/")


def test_the_list_adds_up_what_is_told(sample: Scope) -> None:
    found = overview(sample)
    assert found
    assert (found.count, found.late) == (3, 1)
    assert (found.total.amount, found.total.told) == (4_850_000_000 + 1_180_000_000 + 2_300_000_000, 3)
    assert (found.paid.amount, found.paid.told) == (2_716_000_000 + 1_146_500_000, 2)
    assert [(group.id, [e.project.id for e in group.entries]) for group in found.groups] == [
        ("dang-thuc-hien", ["DA-2026-01"]),
        ("chuan-bi", ["DA-2026-03"]),
        ("da-xong", ["DA-2025-02"]),
    ]


def test_late_projects_come_first_in_their_group(load: Load) -> None:
    late = (
        RUNNING.replace("DA-1", "DA-2").replace("Đường", "Ủ")
        + "thoi_gian: {hoan_thanh_ke_hoach: 1/1/2026}\n"
    )
    found = overview(scope_of(load, RUNNING, **{"du-an/DA-2.yml": late}))
    assert found
    assert [entry.project.id for entry in found.groups[0].entries] == ["DA-2", "DA-1"]


def test_the_home_card_counts_by_state(sample: Scope, empty: Scope) -> None:
    assert card(sample).lines == (
        "3 dự án: 1 đang thực hiện, 1 đang chuẩn bị, 1 đã xong",
        "1 dự án đang chậm so với kế hoạch",
        "Tính đến ngày 22/11/2026",
    )
    assert card(empty).lines == ("Danh sách dự án, công trình: chưa công khai trên trang này.",)


def test_the_table_parts_the_money_by_source(sample: Scope) -> None:
    by_id = {row.id: row for row in rows(sample)}
    house = by_id["DA-2025-02"]
    parts = (house.state, house.province, house.commune, house.residents, house.donors, house.other)
    assert parts == (0, 400_000_000, 380_000_000, 320_000_000, 80_000_000, 0)
    assert sum(part or 0 for part in parts) == house.total
    assert by_id["DA-2026-01"].late.startswith("Làm chậm: đến ngày")


def test_every_state_has_one_group_and_every_way_of_choosing_a_firm_its_explanation() -> None:
    assert sorted(status.value for *_, states in GROUPS for status in states) == sorted(
        status.value for status in Status
    )
    assert [m for m in Procurement if m is not Procurement.OTHER and "(" not in m.label] == []


# Photographs


def photo_with_place(side: int = 2400) -> bytes:
    """A JPEG as a phone writes it: lying on its side, with camera and GPS position in its Exif."""
    exif = Image.Exif()
    exif[0x0110] = "Máy ảnh hư cấu"
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 36.0, 0.0), 3: "E", 4: (105.0, 48.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (side, side // 2), "#5d9a6c").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photograph_is_published_small_upright_and_without_place_or_camera(
    load: Load, tmp_path: Path
) -> None:
    original = photo_with_place()
    assert b"Exif" in original
    assert Image.open(io.BytesIO(original)).getexif().get_ifd(0x8825)
    (tmp_path / "xa-mau" / "tep").mkdir(parents=True)
    (tmp_path / "xa-mau" / "tep" / "duong.jpg").write_bytes(original)
    scope = scope_of(load, RUNNING + "anh:\n  - {tep: tep/duong.jpg, mo_ta: Đường đất qua đồi chè}\n")
    build(*make_site(scope), tmp_path / "out")
    published = (tmp_path / "out" / "tep" / "duong.jpg").read_bytes()
    with Image.open(io.BytesIO(published)) as picture:
        assert picture.size == (640, 1280)
        assert dict(picture.getexif()) == {}
        assert not picture.info.keys() & {"exif", "xmp", "comment", "icc_profile"}
    assert b"Exif" not in published
    page = (tmp_path / "out" / "du-an" / "DA-1" / "index.html").read_text(encoding="utf-8")
    tags = re.findall(r"<img[^>]+>", page)
    assert tags == ['<img src="../../tep/duong.jpg" alt="Đường đất qua đồi chè" loading="lazy">']


def test_several_pictures_in_one_file_as_phones_write_them_become_one() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (2000, 1000), colour) for colour in ("#5d9a6c", "#c9cdd2")]
    frames[0].save(out, "MPO", save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(shrink(out.getvalue()))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1280, 640))


def test_a_photograph_without_words_is_refused(load: Load, tmp_path: Path) -> None:
    (tmp_path / "xa-mau" / "tep").mkdir(parents=True)
    (tmp_path / "xa-mau" / "tep" / "duong.jpg").write_bytes(photo_with_place(200))
    scope, problems = load({FILE: RUNNING + "anh:\n  - {tep: tep/duong.jpg}\n"})
    assert scope is None
    assert places(problems) == [("missing", 5, 5)]


def test_attachments_of_the_sample_are_small(sample: Scope) -> None:
    files = [p for p in (sample.commune.folder / "tep" / "du-an").iterdir() if p.is_file()]
    assert {p.suffix for p in files} == {".pdf", ".jpg"}
    assert max(p.stat().st_size for p in files) <= 60 * 1024


def test_the_sample_itself_has_no_error(sample: Scope) -> None:
    assert [p for p in KIND.check(sample) if p.level is Level.ERROR] == []
