"""Procedures in words: time limits, fees and papers say no more and no less than the source."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.procedure.dossier import LONG, dossier
from generator.kinds.procedure.fees import fee_lines
from generator.kinds.procedure.limits import SEE_NOTE, UNKNOWN, say_time
from generator.kinds.procedure.sheet import sheet
from generator.kinds.procedure.ways import fee_answer, time_answer, ways
from generator.province.procedures import CaseLimit, Fee, FeeState, TimeLimit
from tests.conftest import Load
from tests.kinds.procedures import (
    DOSSIER,
    NOTE,
    Scoped,
    answers,
    body_of,
    procedure,
    scope_of,
    summary,
    way,
    words_of,
)


@pytest.fixture
def scoped(load: Load) -> Scoped:
    return partial(scope_of, load)


# How long

CASES = [
    CaseLimit.model_validate({"ten": "a", "thoi_han": {"so": "3", "don_vi": "ngay_lam_viec"}}),
    CaseLimit.model_validate({"ten": "b", "thoi_han": {"so": "1", "don_vi": "ngay"}}),
    CaseLimit.model_validate({"ten": "c", "thoi_han": {"so": "1", "don_vi": "ngay_lam_viec"}}),
    CaseLimit.model_validate({"ten": "d", "thoi_han": {"so": "0", "don_vi": "ngay"}}),
]


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        ({"so": "7.5", "don_vi": "ngay_lam_viec"}, "7,5 ngày làm việc"),
        ({"so": "20", "don_vi": "ngay"}, "20 ngày"),
        ({"so": "5"}, "5 (nguồn không ghi đơn vị)"),
        ({"so": "5", "don_vi": "khong_ghi"}, "5 (nguồn không ghi đơn vị)"),
        ({"so": "3", "don_vi": "khong_ghi"}, "3 ngày làm việc"),
        ({"so": "1", "don_vi": "khong_ghi"}, "1 (nguồn không ghi đơn vị)"),
        ({"so": "0", "don_vi": "khong_ghi"}, UNKNOWN),
        ({"so": "0", "ghi_chu": "Trả ngay"}, SEE_NOTE),
        ({"ghi_chu": "Trong ngày"}, SEE_NOTE),
        ({}, UNKNOWN),
    ],
)
def test_a_time_limit_says_no_more_than_the_source(limit: dict[str, str], text: str) -> None:
    assert say_time(TimeLimit.model_validate(limit), CASES).text == text


def test_a_borrowed_unit_says_where_it_comes_from_and_a_stated_one_says_nothing() -> None:
    assert say_time(TimeLimit.model_validate({"so": "3"}), CASES).remark
    assert not say_time(TimeLimit.model_validate({"so": "3", "don_vi": "ngay"}), CASES).remark


def test_ways_that_agree_are_told_once_and_in_person_comes_first() -> None:
    same = {"so": "5", "don_vi": "ngay"}
    found = procedure(cach_thuc=[way("buu_chinh", same), way("truc_tiep", same), way("truc_tuyen", same)])
    assert [w.name for w in ways(found)] == ["Trực tiếp, trực tuyến, dịch vụ bưu chính"]
    assert time_answer(found).lines == ("5 ngày",)


def test_ways_that_differ_are_told_apart() -> None:
    found = procedure(
        cach_thuc=[
            way("truc_tiep", {"so": "27", "don_vi": "ngay"}),
            way("truc_tuyen", {"so": "17", "don_vi": "ngay"}),
        ]
    )
    assert time_answer(found).lines == ("Trực tiếp: 27 ngày", "Trực tuyến: 17 ngày")


def test_ways_are_told_together_where_only_one_of_them_is_also_unclear() -> None:
    five, nine = {"so": "5", "don_vi": "ngay"}, {"so": "9", "don_vi": "ngay"}
    both = [way("truc_tiep", five), way("truc_tiep"), way("truc_tuyen", five), way("buu_chinh", nine)]
    assert time_answer(procedure(cach_thuc=both)).lines == (
        "Trực tiếp, trực tuyến: 5 ngày",
        "Dịch vụ bưu chính: 9 ngày",
    )


def test_a_limit_by_case_is_told_beside_the_limit_by_way() -> None:
    cases = [{"ten": "Phải xác minh", "thoi_han": {"so": "8", "don_vi": "ngay_lam_viec"}}]
    limit = {"so": "3", "don_vi": "khong_ghi"}
    found = procedure(cach_thuc=[way("truc_tiep", limit)], thoi_han_truong_hop=cases)
    assert time_answer(found).flat == "3 (nguồn không ghi đơn vị). Tùy trường hợp: 8 ngày làm việc"


def test_a_zero_by_way_gives_room_to_the_limit_by_case() -> None:
    cases = [{"ten": "Mọi việc", "thoi_han": {"so": "1", "don_vi": "ngay_lam_viec"}}]
    limit = {"so": "0", "don_vi": "khong_ghi"}
    found = procedure(cach_thuc=[way("truc_tiep", limit)], thoi_han_truong_hop=cases)
    assert time_answer(found).flat == "1 ngày làm việc"


# How much


@pytest.mark.parametrize(
    ("fee", "state", "text", "brief"),
    [
        ({"trang_thai": "mien_phi"}, FeeState.FREE, "Miễn phí", "Miễn phí"),
        ({"trang_thai": "mien_phi", "ghi_chu": "Không."}, FeeState.FREE, "Miễn phí", "Miễn phí"),
        (
            {"trang_thai": "mien_phi", "ghi_chu": NOTE},
            FeeState.FREE,
            "Miễn phí",
            "Miễn phí (xem ghi chú)",
        ),
        ({"trang_thai": "co_muc", "muc": "15000"}, FeeState.AMOUNT, "15.000 đồng", "15.000 đồng"),
        (
            {"trang_thai": "co_muc", "muc": "2000", "ghi_chu": "/trang"},
            FeeState.AMOUNT,
            "2.000 đồng/trang",
            "2.000 đồng/trang",
        ),
        (
            {"trang_thai": "co_muc", "muc": "8000", "ghi_chu": NOTE},
            FeeState.AMOUNT,
            "8.000 đồng",
            "8.000 đồng (xem ghi chú)",
        ),
        ({"trang_thai": "xem_ghi_chu", "ghi_chu": NOTE}, FeeState.SEE_NOTE, "Xem ghi chú", "Xem ghi chú"),
        ({"trang_thai": "chua_ro"}, FeeState.UNKNOWN, "Chưa rõ", "Chưa rõ"),
    ],
)
def test_free_an_amount_a_note_and_unknown_stay_four_things(
    fee: dict[str, str], state: FeeState, text: str, brief: str
) -> None:
    (line,) = fee_lines([Fee.model_validate(fee)])
    assert (line.state, line.text, line.brief) == (state, text, brief)


def test_no_fee_listed_is_unknown_and_not_free() -> None:
    assert [line.state for line in fee_lines([])] == [FeeState.UNKNOWN]
    assert fee_answer(procedure(cach_thuc=[way("truc_tiep")])).lines == ("Chưa rõ",)
    assert fee_answer(procedure()).lines == ("Chưa rõ",)


def test_a_short_note_is_told_at_once_and_a_long_one_pointed_to() -> None:
    for note, more in (("Theo quy định của tỉnh.", "Theo quy định của tỉnh"), (NOTE, "")):
        fees = [{"trang_thai": "xem_ghi_chu", "ghi_chu": note}]
        answer = fee_answer(procedure(cach_thuc=[way("truc_tiep", fees=fees)]))
        assert (answer.lines, answer.more) == (("Xem ghi chú",), more)


def test_an_amount_and_its_note_are_both_on_the_page(scoped: Scoped) -> None:
    fees = [{"trang_thai": "co_muc", "muc": "8000", "ghi_chu": NOTE}]
    found = words_of(body_of(scoped([procedure(cach_thuc=[way("truc_tiep", fees=fees)])])))
    assert "8.000 đồng" in found
    assert NOTE in found


def test_two_fees_of_one_way_stand_side_by_side_and_an_unknown_does_not_hide_a_known() -> None:
    fees = [
        {"trang_thai": "co_muc", "loai": "Lệ phí", "muc": "50000"},
        {"trang_thai": "co_muc", "loai": "Phí", "muc": "20000"},
    ]
    found = procedure(cach_thuc=[way("truc_tiep", fees=fees), way("truc_tiep")])
    assert fee_answer(found).flat == "Lệ phí: 50.000 đồng; phí: 20.000 đồng"


# What to bring


def test_a_paper_without_original_or_copy_is_a_note_and_is_not_counted() -> None:
    unnamed, papers, notes = dossier(procedure(ho_so=DOSSIER))
    assert [(g.title, g.count) for g in (unnamed, papers, notes)] == [
        ("", 1),
        ("Giấy tờ phải nộp", 2),
        ("Lưu ý", 0),
    ]
    assert [paper.amount for paper in papers.papers] == ["1 bản chính", "2 bản chính, 1 bản sao", ""]
    assert [paper.head for paper in papers.papers][:2] == ["Tờ khai", "Bản vẽ"]
    assert (papers.folded, notes.folded) == (False, True)


def test_notes_get_no_box_to_tick_and_papers_do(scoped: Scoped) -> None:
    assert body_of(scoped([procedure(ho_so=DOSSIER)])).count('type="checkbox"') == 3


def test_a_form_is_a_link_where_there_is_one_and_else_a_name_to_find_on_the_portal(scoped: Scoped) -> None:
    found = body_of(scoped([procedure(ho_so=DOSSIER)]))
    assert '<a href="https://a.vn/d">Đơn</a>' in found
    assert "Mẫu: TK.docx (tải trên Cổng)" in words_of(found)


def test_the_count_comes_from_the_summary_and_else_from_the_official_papers(scoped: Scoped) -> None:
    found, plain = procedure(ho_so=DOSSIER), summary(mang_theo=[{"giay_to": "Căn cước"}])
    assert answers(sheet(found, scoped([found])))["Mang theo"].startswith("3 loại giấy tờ")
    assert answers(sheet(found, scoped([found], [plain])))["Mang theo"] == "1 thứ"
    assert answers(sheet(procedure(), scoped([found])))["Mang theo"].startswith("Chưa rõ")


def test_cases_that_exclude_each_other_are_not_added_up(scoped: Scoped) -> None:
    cases = [
        {
            "truong_hop": f"(1.{n}) Đối với công trình {n}:",
            "giay_to": [{"ten": "Đơn", "ban_chinh": "1"}] * n,
        }
        for n in (2, 5)
    ]
    found = procedure(ho_so=cases)
    assert answers(sheet(found, scoped([found])))["Mang theo"] == "2 đến 5 loại giấy tờ. Tùy trường hợp"


@given(st.text(alphabet="ab .;\n,", min_size=1, max_size=3 * LONG))
def test_a_long_paper_is_told_in_two_parts_and_loses_nothing(text: str) -> None:
    (group,) = dossier(procedure(ho_so=[{"giay_to": [{"ten": f"Giấy{text}", "ban_chinh": "1"}]}]))
    (paper,) = group.papers
    assert "".join((paper.head + paper.rest).split()) == "".join(f"Giấy{text}".split())
    assert len(paper.head) <= LONG
