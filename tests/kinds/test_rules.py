"""Rules across records: what certainly is wrong is an error, what seems so a notice, what is right is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.core import Commune, Level, Problem, Record, Source
from generator.fields.period import Period
from generator.kinds._kind import Scope
from generator.kinds._rules.addresses import check_addresses
from generator.kinds.board.check_life import period_of
from generator.kinds.project.model import Project
from generator.load import load_commune
from tests.conftest import CONTENT, DAY, Load, write_tree

DA, BAN = "du-an/DA-1.yml", "ban-giam-sat-dau-tu/DA-1.yml"
TTND, TCD = "ban-thanh-tra-nhan-dan.yml", "tiep-cong-dan.yml"
PROJECT = "ma: DA-1\nten: Đường Nà Mẫu\ntinh_trang: dang_thuc_hien\n"
BOARD = "loai: giam_sat_dau_tu_cong_dong\ndu_an: DA-1\n"
XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
PLAN = """noi_tiep: Phòng Tiếp công dân
lich:
  - nam: "2026"
    dinh_ky:
      - {ma: chu-tich, quy_tac: thứ Năm hằng tuần, gio: 7:30 - 11:30, nguoi_tiep: Chủ tịch UBND xã}
      - {ma: hdnd, quy_tac: thứ Năm hằng tuần, gio: 13:30 - 16:00, nguoi_tiep: Chủ tịch HĐND xã}
"""


def found(load: Load, files: dict[str, str], *wanted: str) -> list[Problem]:
    """Of all that is found, the problems with the wanted codes."""
    scope, problems = load(files)
    assert scope, problems
    return [problem for problem in check(scope) if problem.code in wanted]


def places(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def test_the_sample_has_no_error_and_no_notice_but_those_that_it_shows(sample: Scope) -> None:
    assert sorted({problem.code for problem in check(sample)}) == [
        "answer_late",
        "answer_overdue",
        "duty_overdue",
        "expenses_incomplete",
        "forms_lacking",
        "opinions_unanswered",
        "posted_late",
        "procedures_without_row",
        "rate_differs",
        "too_few_members",
    ]


def test_every_problem_of_a_rule_has_a_next_step(sample: Scope) -> None:
    later = replace(sample, day=date(2025, 1, 1))
    problems = [*check(sample), *check(later)]
    assert len({problem.code for problem in problems}) >= 8
    assert [problem.code for problem in problems if not problem.hint] == []


# Addresses


def project_called(id: str) -> Record[Project]:
    data = Project.model_validate({"ma": id, "ten": "Đường", "tinh_trang": "chuan_bi"})
    return Record("project", id, data, Source(f"du-an/{id}.yml", {}))


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (("DA-1", "DA-2"), []),
        (("DA-1", "da-1"), ["id_collides"]),
        (("DA-1", "da-1", "Da-1"), ["id_collides", "id_collides"]),
        (("aux",), ["id_reserved"]),
        (("COM1.cau",), ["id_reserved"]),
        (("du-lieu.csv",), ["id_reserved"]),
        (("du-lieu", "console", "com10"), []),
    ],
)
def test_ids_differ_without_case_and_are_names_that_any_disk_takes(
    ids: tuple[str, ...], expected: list[str]
) -> None:
    records = {"project": tuple(map(project_called, ids))}
    commune = Commune("00000", "Xã Mẫu", "xa-mau", "chinh_thuc", True, Path(), records)
    assert [problem.code for problem in check_addresses(commune)] == expected


# Publication


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("ngay_quyet_dinh: 20/01/2026\n  ngay_dang: 20/01/2026\n  ngay_sua: 20/01/2026", []),
        ("ngay_dang: 23/01/2026\n  ngay_sua: 22/01/2026", [("dates_out_of_order", 6)]),
        (
            "ngay_dang: 23/01/2026\n  dinh_chinh: [{ngay: 22/01/2026, noi_dung: A}]",
            [("dates_out_of_order", 6)],
        ),
        (
            "hinh_thuc: [{loai: niem_yet, tu_ngay: 23/01/2026, den_ngay: 22/01/2026}]",
            [("dates_out_of_order", 5)],
        ),
        ("hinh_thuc: [{loai: niem_yet, tu_ngay: 23/01/2026, den_ngay: 23/12/2026}]", []),
        ("ngay_dang: 22/11/2026", []),
        ("ngay_dang: 23/11/2026", [("posted_in_future", 5)]),
        ("ngay_dang: 02/01/2026\n  ngay_quyet_dinh: 20/01/2026", [("posted_before_decided", 5)]),
        ("ngay_dang: 02/01/2026\n  ngay_quyet_dinh: 20/01/2026\n  ngay_sua: 21/01/2026", []),
        ("ngay_quyet_dinh: 20/01/2026\n  van_ban: {ngay: 21/01/2026}", [("decided_differs", 5)]),
    ],
)
def test_a_record_is_decided_posted_and_corrected_in_this_order(
    load: Load, group: str, expected: list[tuple[str, int]]
) -> None:
    codes = ("dates_out_of_order", "posted_in_future", "posted_before_decided", "decided_differs")
    assert places(found(load, {DA: f"{PROJECT}cong_khai:\n  {group}\n"}, *codes)) == expected


# Documents


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("12/QĐ-UBND, ngay: 20/01/2026", "12/QĐ-UBND, ngay: 20/01/2026", []),
        ("12/QĐ-UBND, ngay: 20/01/2026", "12/QĐ-UBND, ngay: 02/10/2026", ["document_day_differs"]),
        ("12/QĐ-UBND, ngay: 20/01/2026", "12/QĐ-UBND, ngay: 20/01/2025", ["document_day_differs"]),
        ("12/QĐ-UBND, ngay: 20/01/2026", "12/QĐ-UBND, ngay: 14/01/2025", []),
        (
            "12/QĐ-UBND, ngay: 20/01/2026, co_quan: UBND xã",
            "12/QĐ-UBND, ngay: 02/10/2026, co_quan: UBND tỉnh",
            [],
        ),
        ("12/QĐ-UBND, ngay: 20/01/2026", "13/QĐ-UBND, ngay: 02/10/2026", []),
        ("03/2026/HĐ, ngay: 20/01/2026", "03/2026/HĐ, ngay: 20/03/2026", ["document_day_differs"]),
        ("03/2025/HĐ, ngay: 20/01/2026", "04/2026/HĐ, ngay: 20/03/2026", ["document_year_differs"]),
    ],
)
def test_one_number_has_one_day_within_its_year_and_issuer(
    load: Load, first: str, second: str, expected: list[str]
) -> None:
    text = f"{PROJECT}quyet_dinh_dau_tu: {{so: {first}}}\nmoi_truong: {{van_ban: {{so: {second}}}}}\n"
    problems = found(load, {DA: text}, "document_day_differs", "document_year_differs")
    assert [problem.code for problem in problems] == expected
    assert all(problem.level is Level.NOTICE for problem in problems)


def test_a_document_is_compared_over_all_files_and_the_other_place_is_named(load: Load) -> None:
    board = BOARD + "quyet_dinh: {so: 03/QĐ-MTTQ, ngay: 23/01/2026}\n"
    project = PROJECT + "cong_khai: {van_ban: {so: 03/QĐ-MTTQ, ngay: 25/01/2026}}\n"
    (problem,) = found(load, {DA: project, BAN: board}, "document_day_differs")
    assert "23/01/2026" in problem.message
    assert "25/01/2026" in problem.message
    assert "DA-1.yml, dòng" in problem.message


# Boards


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Quý III năm 2026", Period(date(2026, 7, 1), date(2026, 9, 30))),
        ("6 tháng đầu năm 2026", Period(date(2026, 1, 1), date(2026, 6, 30))),
        ("Năm 2026", Period(date(2026, 1, 1), date(2026, 12, 31))),
        ("Từ khởi công đến nghiệm thu", None),
        ("Cả công trình", None),
    ],
)
def test_a_boards_period_is_understood_or_left_as_words(text: str, period: Period | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (("Năm 2026", "Quý IV năm 2026"), []),
        (("Quý III năm 2026", "Quý IV năm 2026"), []),
        (("quý III/2026", "Quý 3 năm 2026"), [("not_unique", 4)]),
        (("Cả công trình", "cả  công trình"), [("not_unique", 4)]),
        (("6 tháng đầu năm 2026", "01/05/2026 - 31/08/2026"), [("periods_overlap", 4)]),
    ],
)
def test_a_period_has_one_plan(
    load: Load, periods: tuple[str, str], expected: list[tuple[str, int]]
) -> None:
    listed = "".join(f"  - {{ky: {period}, noi_dung: A}}\n" for period in periods)
    text = f"loai: thanh_tra_nhan_dan\nke_hoach:\n{listed}"
    assert places(found(load, {TTND: text}, "not_unique", "periods_overlap")) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("30/06/2026", ["dates_out_of_order"]), ("29/09/2026", ["report_too_soon"]), ("30/09/2026", [])],
)
def test_a_report_is_written_when_its_period_is_over(load: Load, day: str, expected: list[str]) -> None:
    text = f"loai: thanh_tra_nhan_dan\nbao_cao:\n  - {{ky: quý III/2026, ngay: {day}}}\n"
    problems = found(load, {TTND: text}, "dates_out_of_order", "report_too_soon")
    assert [problem.code for problem in problems] == expected


def test_what_a_board_does_lies_within_its_term(load: Load) -> None:
    asked = "kien_nghi:\n" + "".join(
        f"  - {{ngay: {day}, noi_dung: A}}\n" for day in ("25/01/2026", "26/01/2026", "02/10/2026")
    )
    text = f"{BOARD}nhiem_ky: {{tu_ngay: 26/01/2026}}\nngay_giai_the: 01/10/2026\n{asked}"
    assert places(found(load, {DA: PROJECT, BAN: text}, "outside_term")) == [
        ("outside_term", 6),
        ("outside_term", 8),
    ]


def test_two_of_one_name_in_two_thon_are_two_members(load: Load) -> None:
    xa = XA + "thon:\n  - {ma: a, ten: A, loai: xom}\n  - {ma: b, ten: B, loai: xom}\n"
    row = "  - {{ho_ten: Lê Văn Khải, vai_tro: thanh_vien, thon: {}}}\n"
    text = "loai: thanh_tra_nhan_dan\nthanh_vien:\n" + row.format("a")
    assert found(load, {"xa.yml": xa, TTND: text + row.format("b")}, "person_twice") == []
    assert places(found(load, {"xa.yml": xa, TTND: text + row.format("a")}, "person_twice")) == [
        ("person_twice", 4)
    ]


# Boards and projects


VISIT = "giam_sat:\n  - {{ngay: {}, nguoi_giam_sat: [ban_giam_sat_dau_tu]}}\n"


@pytest.mark.parametrize(
    ("day", "count"), [("25/01/2026", 1), ("26/01/2026", 0), ("01/10/2026", 0), ("02/10/2026", 1)]
)
def test_a_board_looks_only_while_it_is_there(load: Load, day: str, count: int) -> None:
    board = BOARD + "nhiem_ky: {tu_ngay: 26/01/2026}\nngay_giai_the: 01/10/2026\n"
    files = {DA: PROJECT + VISIT.format(day), BAN: board}
    assert len(found(load, files, "visit_without_board")) == count


REPLY = "tra_loi: {{ngay: {}, noi_dung: B}}"


@pytest.mark.parametrize(
    ("here", "there", "count"),
    [
        (REPLY.format("10/06/2026"), REPLY.format("10/06/2026"), 0),
        (REPLY.format("10/06/2026"), REPLY.format("11/06/2026"), 1),
        ("", REPLY.format("10/06/2026"), 1),
        ("", "", 0),
    ],
)
def test_one_recommendation_has_one_answer_in_both_files(
    load: Load, here: str, there: str, count: int
) -> None:
    asked = "{{ngay: 06/06/2026, noi_dung: A, {}}}"
    visit = f"giam_sat:\n  - ngay: 05/06/2026\n    nguoi_giam_sat: [ban_giam_sat_dau_tu]\n    kien_nghi: [{asked.format(here)}]\n"
    files = {DA: PROJECT + visit, BAN: f"{BOARD}kien_nghi: [{asked.format(there)}]\n"}
    assert len(found(load, files, "answers_differ")) == count


@pytest.mark.parametrize(
    ("status", "dissolved", "expected"),
    [
        ("dang_thuc_hien", "", []),
        ("dang_thuc_hien", "ngay_giai_the: 01/10/2026\n", ["board_dissolved_early"]),
        ("da_quyet_toan", "", ["board_not_dissolved"]),
        ("da_quyet_toan", "ngay_giai_the: 01/10/2026\n", []),
    ],
)
def test_a_board_lasts_as_long_as_its_project(
    load: Load, status: str, dissolved: str, expected: list[str]
) -> None:
    files = {DA: PROJECT.replace("dang_thuc_hien", status), BAN: BOARD + dissolved}
    problems = found(load, files, "board_dissolved_early", "board_not_dissolved")
    assert [problem.code for problem in problems] == expected


# Projects


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (
            "tong_muc_dau_tu: 2.000.000.000\nke_hoach_von: [{nam: '2025', so_tien: 2.000.000.001}]\n",
            "plan_over_total",
            5,
        ),
        (
            "ke_hoach_von: [{nam: '2026', so_tien: 900.000.000}, {nam: '2027', so_tien: 900.000.000}]\n"
            "giai_ngan: {so_tien: 950.000.000, den_ngay: 01/11/2026}\n",
            "paid_over_plan",
            5,
        ),
        (
            "giai_ngan: {so_tien: 951.000.000, den_ngay: 01/11/2026}\n"
            "quyet_toan: {gia_tri: 950.000.000, ngay: 01/11/2026}\n",
            "paid_over_settlement",
            4,
        ),
        (
            "tong_muc_dau_tu: 400.000.000\ngiai_phong_mat_bang: {kinh_phi: 400.000.001}\n",
            "clearance_over_total",
            5,
        ),
        (
            "giai_phong_mat_bang: {tinh_trang: da_xong, so_ho: '14', so_ho_da_nhan: '12'}\n",
            "clearance_differs",
            4,
        ),
        ("giai_phong_mat_bang: {tinh_trang: khong_thu_hoi, so_ho: '14'}\n", "clearance_differs", 4),
        ("khoi_luong: [{ngay: 01/11/2026, phan_tram: '100'}]\n", "status_differs", 3),
        ("quyet_toan: {gia_tri: 950.000.000, ngay: 01/11/2026}\n", "status_differs", 3),
    ],
)
def test_money_land_and_state_that_disagree_are_noticed_with_both_values(
    load: Load, text: str, code: str, line: int
) -> None:
    (problem,) = found(load, {DA: PROJECT + text}, code)
    assert (problem.level, problem.place.line) == (Level.NOTICE, line)
    assert sum(character.isdigit() for character in problem.message) >= 2


def test_a_reason_quiets_a_payment_beyond_the_yearly_plans(load: Load) -> None:
    text = (
        "ke_hoach_von: [{nam: '2026', so_tien: 900.000.000}]\n"
        "giai_ngan: {so_tien: 950.000.000, den_ngay: 01/11/2026, ghi_chu: Gồm vốn kéo dài.}\n"
    )
    assert found(load, {DA: PROJECT + text}, "paid_over_plan") == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (
            "quyet_dinh_dau_tu: {ngay: 20/01/2026}\ndieu_chinh: [{noi_dung: A, van_ban: {ngay: 19/01/2026}}]\n",
            Level.ERROR,
        ),
        (
            "nghiem_thu: [{ngay: 20/07/2026}]\nquyet_toan: {gia_tri: 950.000.000, ngay: 19/07/2026}\n",
            Level.ERROR,
        ),
        (
            "quyet_dinh_dau_tu: {ngay: 20/01/2026}\nthoi_gian: {khoi_cong_thuc_te: 19/01/2026}\n",
            Level.NOTICE,
        ),
        (
            "thoi_gian: {khoi_cong_thuc_te: 19/01/2026}\ngoi_thau: [{ten: A, ngay_hop_dong: 20/01/2026}]\n",
            Level.NOTICE,
        ),
        (
            "thoi_gian: {hoan_thanh_thuc_te: 20/07/2026}\nnghiem_thu: [{ngay: 19/07/2026, phan_viec: Cả công trình}]\n",
            Level.NOTICE,
        ),
        (
            "giam_sat: [{ngay: 20/09/2026, nguoi_giam_sat: [mat_tran]}]\n"
            "quyet_toan: {gia_tri: 950.000.000, ngay: 19/09/2026}\n",
            Level.NOTICE,
        ),
        (
            "dieu_chinh: [{noi_dung: A, van_ban: {ngay: 20/01/2026}}, {noi_dung: B, van_ban: {ngay: 19/01/2026}}]\n",
            Level.NOTICE,
        ),
    ],
)
def test_days_in_the_wrong_order_are_told_with_both_days(load: Load, text: str, level: Level) -> None:
    (problem,) = found(load, {DA: PROJECT + text}, "dates_out_of_order", "dates_suspicious")
    assert problem.level is level
    assert problem.message.count("/2026") == 2


def test_a_part_may_be_taken_over_before_the_works_are_finished(load: Load) -> None:
    text = "thoi_gian: {hoan_thanh_thuc_te: 20/07/2026}\nnghiem_thu: [{ngay: 19/05/2026, phan_viec: Nền đường}]\n"
    assert found(load, {DA: PROJECT + text}, "dates_suspicious") == []


def test_one_thon_is_named_once_and_exists(load: Load) -> None:
    xa = XA + "thon:\n  - {ma: khe-da, ten: Khe Đá, loai: ban}\n"
    problems = found(
        load, {"xa.yml": xa, DA: PROJECT + "thon: [khe-da, khe-da, Khe-Da]\n"}, "not_unique", "thon_unknown"
    )
    assert [problem.code for problem in problems] == ["not_unique", "thon_unknown"]
    assert "khe-da" in problems[1].hint


# Reception


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            (
                "ngay: 26/11/2026, lich: chu-tich, loai: noi_dung",
                "ngay: 26/11/2026, lich: chu-tich, loai: truc_tuyen",
            ),
            [],
        ),
        (
            (
                "ngay: 26/11/2026, lich: chu-tich, loai: noi_dung",
                "ngay: 26/11/2026, lich: hdnd, loai: noi_dung",
            ),
            [],
        ),
        (
            (
                "ngay: 26/11/2026, lich: hdnd, loai: noi_dung",
                "ngay: 26/11/2026, lich: hdnd, loai: noi_dung",
            ),
            [("session_changed_twice", 9)],
        ),
        (
            (
                "ngay: 28/11/2026, loai: them_buoi, gio: 8:00 - 9:00",
                "ngay: 28/11/2026, loai: them_buoi, gio: 14:00 - 15:00",
            ),
            [],
        ),
        (
            (
                "ngay: 28/11/2026, loai: them_buoi, gio: 8:00 - 9:00",
                "ngay: 28/11/2026, loai: them_buoi, gio: 8:00 - 9:00",
            ),
            [("session_changed_twice", 9)],
        ),
        (("ngay: 26/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 27/11/2026",), []),
        (
            ("ngay: 26/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 28/11/2026",),
            [("moved_to_day_off", 8)],
        ),
        (
            ("ngay: 26/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 26/11/2026",),
            [("moved_nowhere", 8)],
        ),
        (
            ("ngay: 26/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 03/12/2026",),
            [("moved_onto_session", 8)],
        ),
        (
            ("ngay: 26/11/2026, lich: hdnd, loai: noi_dung, sang_ngay: 27/11/2026",),
            [("new_day_unused", 8)],
        ),
    ],
)
def test_a_session_is_changed_in_one_way_once_and_moved_onto_a_day_that_can_be(
    load: Load, changes: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    listed = "".join(f"      - {{{change}}}\n" for change in changes)
    codes = (
        "session_changed_twice",
        "moved_to_day_off",
        "moved_nowhere",
        "moved_onto_session",
        "new_day_unused",
    )
    assert places(found(load, {TCD: f"{PLAN}    dieu_chinh:\n{listed}"}, *codes)) == expected


def test_a_session_moved_to_a_day_off_is_told_the_next_working_day(load: Load) -> None:
    change = "      - {ngay: 26/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 28/11/2026}\n"
    (problem,) = found(load, {TCD: f"{PLAN}    dieu_chinh:\n{change}"}, "moved_to_day_off")
    assert "Thứ Bảy" in problem.message
    assert "30/11/2026" in problem.hint


def test_results_belong_to_sessions_once(load: Load) -> None:
    held = "".join(
        f"      - {{ngay: {day}, so_luot: '4'}}\n" for day in ("05/11/2026", "05/11/2026", "06/11/2026")
    )
    problems = found(load, {TCD: f"{PLAN}    da_tiep:\n{held}"}, "not_unique", "held_without_session")
    assert places(problems) == [("not_unique", 9), ("held_without_session", 10)]
    assert "05/11/2026" in problems[1].hint


def test_a_result_of_a_moved_session_stands_at_its_new_day(load: Load) -> None:
    change = "      - {ngay: 05/11/2026, lich: hdnd, loai: doi_ngay, sang_ngay: 06/11/2026}\n"
    text = f"{PLAN}    dieu_chinh:\n{change}    da_tiep:\n      - {{ngay: 06/11/2026, so_luot: '4'}}\n"
    assert found(load, {TCD: text}, "held_without_session") == []


# Profile and procedures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so_lieu: {so_ho: '2140', so_nguoi: '8755'}\n", []),
        ("so_lieu: {so_ho: '8755', so_nguoi: '2140'}\n", [("more_than_all", 3)]),
        ("so_lieu: {ngay_chot: 23/11/2026}\n", [("date_in_future", 3)]),
        (
            "so_lieu: {so_ho: '11'}\nthon:\n  - {ma: a, ten: A, loai: xom, so_ho: '5'}\n  - {ma: b, ten: B, loai: xom, so_ho: '5'}\n",
            [("sum_differs", 3)],
        ),
        (
            "so_lieu: {so_ho: '11'}\nthon:\n  - {ma: a, ten: A, loai: xom, so_ho: '5'}\n  - {ma: b, ten: B, loai: xom}\n",
            [],
        ),
        ("tru_so: {dia_chi: A, vi_do: '21.6'}\n", [("half_spot", 3)]),
        ("tru_so: {dia_chi: A, vi_do: '105.8', kinh_do: '21.6'}\n", [("spot_outside", 3)]),
        ("tru_so: {dia_chi: A, vi_do: '21.6', kinh_do: '105.8'}\n", []),
    ],
)
def test_the_profiles_figures_agree(load: Load, text: str, expected: list[tuple[str, int]]) -> None:
    codes = ("more_than_all", "date_in_future", "sum_differs", "half_spot", "spot_outside")
    assert places(found(load, {"xa.yml": XA + text}, *codes)) == expected


def real(tmp_path: Path, sample: Scope, text: str) -> list[str]:
    """The codes found for a real unit, whose area and place the register gives."""

    folder = tmp_path / "phuong-bac-kan"
    folder.mkdir()
    (folder / "xa.yml").write_text(f'ma: "01843"\ntinh_trang: cho_tiep_nhan\n{text}', encoding="utf-8")
    commune, problems = load_commune(folder, sample.province)
    assert commune, problems
    return [problem.code for problem in check(Scope(commune, sample.province, DAY))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so_lieu: {dien_tich_km2: '72,4'}\n", []),
        ("so_lieu: {dien_tich_km2: '724'}\n", ["area_differs"]),
        ("tru_so: {dia_chi: A, vi_do: '22.14', kinh_do: '105.83'}\n", []),
        ("tru_so: {dia_chi: A, vi_do: '21.59', kinh_do: '105.84'}\n", ["spot_far"]),
    ],
)
def test_area_and_place_are_those_of_the_register(
    tmp_path: Path, sample: Scope, text: str, expected: list[str]
) -> None:
    assert real(tmp_path, sample, text) == expected


def test_a_desk_is_one_of_the_one_stop_centre(load: Load) -> None:
    xa = XA + "mot_cua: {ten: A, quay: [{ten: Quầy 1, viec: A}, {ten: Quầy 2, viec: B}]}\n"
    row = "thu_tuc:\n  - {{ma: '1.001193', tiep_nhan: {}, quay: {}}}\n"
    codes = ("desk_unknown", "desk_without_reception")
    for received, desk, expected in (
        ("có", "quầy 1", []),
        ("có", "Quầy 12", ["desk_unknown"]),
        ("không", "Quầy 1", ["desk_without_reception"]),
    ):
        problems = found(load, {"xa.yml": xa, "thu-tuc.yml": row.format(received, desk)}, *codes)
        assert [problem.code for problem in problems] == expected


def test_every_rule_of_the_sample_is_quiet_in_the_communes_that_only_have_a_name(sample: Scope) -> None:

    for folder in sorted((CONTENT / "xa").iterdir()):
        if folder.name != "xa-mau":
            commune, _ = load_commune(folder, sample.province)
            assert commune
            assert list(check(Scope(commune, sample.province, DAY))) == []


PETITION = "ma: {}\nchu_de: Đèn hỏng\nlinh_vuc: dien_nuoc\nngay_nhan: 2026-10-01\nkenh: cu_tri\n"
RECORDS = {f"kien-nghi/{id}.yml": PETITION.format(id) for id in ("2026-001", "2026-002")}


@pytest.mark.parametrize(
    ("slug", "xa", "expected"),
    [
        ("phuong-bac-kan", 'ma: "01843"\ntinh_trang: cho_tiep_nhan\n', [("prepared_has_records", 2)]),
        ("phuong-bac-kan", 'ma: "01843"\ntinh_trang: chinh_thuc\n', []),
        ("xa-mau", XA, []),
    ],
)
def test_a_real_commune_holds_no_records_before_it_takes_its_site_over(
    tmp_path: Path, sample: Scope, slug: str, xa: str, expected: list[tuple[str, int]]
) -> None:
    folder = write_tree(tmp_path / slug, {"xa.yml": xa})
    for records in ({}, RECORDS):
        write_tree(folder, records)
        commune, problems = load_commune(folder, sample.province)
        assert commune, problems
        told = check(Scope(commune, sample.province, DAY))
        assert places([p for p in told if p.code == "prepared_has_records"]) == (
            expected if records else []
        )
