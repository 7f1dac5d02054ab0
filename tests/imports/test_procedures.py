"""One record of a source: every trap of the portal's data is kept as it is or reported, never mended."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.province.procedures import ChannelKind, FeeState, OnlineLevel, TimeUnit
from tests.imports.portal_data import answer, channel, doubts, flat, load, method, one, run

COUNCIL = "Mức cụ thể do Hội đồng nhân dân tỉnh quyết định"


@pytest.mark.parametrize(
    ("fee", "state", "name", "amount", "note"),
    [
        ({"type": "FEE", "value": 0, "description": ""}, FeeState.FREE, "Phí", None, None),
        ({"type": "SERVICE_FEE", "value": 0}, FeeState.FREE, "Lệ phí", None, None),
        ({"type": "FEE", "value": 0, "description": COUNCIL}, FeeState.SEE_NOTE, "Phí", None, COUNCIL),
        ({"type": "FEE", "value": 0, "description": "Không có."}, FeeState.FREE, "Phí", None, "Không có."),
        ({"type": "FEE", "value": 0, "description": "KHÔNG THU PHÍ"}, FeeState.FREE, "Phí", None, "KHÔNG THU PHÍ"),
        ({"type": "FEE", "value": 0, "description": "Không quy định"}, FeeState.SEE_NOTE, "Phí", None, "Không quy định"),
        ({"type": "FEE", "value": 0, "description": "Miễn phí cho hộ nghèo"}, FeeState.SEE_NOTE, "Phí", None, "Miễn phí cho hộ nghèo"),
        ({"type": "SERVICE_FEE", "value": 8000, "description": "/bản"}, FeeState.AMOUNT, "Lệ phí", 8000, "/bản"),
        ({"type": "PRICE_LEVEL", "value": 8000.0}, FeeState.AMOUNT, "Mức giá", 8000, None),
        ({"type": "FEE", "value": 700}, FeeState.AMOUNT, "Phí", 700, None),
        ({"type": "FEE", "value": None, "description": ""}, FeeState.UNKNOWN, "Phí", None, None),
        ({"type": "FEE", "value": None, "description": "1"}, FeeState.UNKNOWN, "Phí", None, "1"),
        ({"type": "FEE", "value": None, "description": COUNCIL}, FeeState.SEE_NOTE, "Phí", None, COUNCIL),
        ({"type": "FEE", "value": 20, "currencyName": "USD"}, FeeState.SEE_NOTE, "Phí", None, "20 USD"),
        ({"type": "FEE", "value": 2.5, "currencyName": "Việt Nam Đồng"}, FeeState.SEE_NOTE, "Phí", None, "2.5 đồng"),
        ({"type": "FEE", "value": -5}, FeeState.UNKNOWN, "Phí", None, None),
        ({"type": "MOI", "value": 0}, FeeState.FREE, None, None, None),
        ({"type": "FEE", "value": 0, "description": "Mức lệ phí do tỉnh quyết định"}, FeeState.SEE_NOTE, None, None, "Mức lệ phí do tỉnh quyết định"),
    ],
)  # fmt: skip
def test_a_fee_of_the_portal_is_free_an_amount_a_note_or_unknown(
    tmp_path: Path, fee: dict[str, Any], state: FeeState, name: str, amount: int, note: str
) -> None:
    read = one(tmp_path, answer(executionMethods=[method(fees=[fee])])).channels[0].fees[0]
    assert (read.state, read.name, read.amount, read.note) == (state, name, amount, note)


@pytest.mark.parametrize(
    ("fee", "state", "amount"),
    [
        ({"loai": None, "muc": 0, "mo_ta": "", "cong_ghi": "Miễn phí"}, FeeState.FREE, None),
        ({"loai": "Lệ phí", "muc": 0, "mo_ta": ""}, FeeState.FREE, None),
        ({"loai": None, "muc": 0, "mo_ta": COUNCIL, "cong_ghi": "Miễn phí"}, FeeState.SEE_NOTE, None),
        ({"loai": None, "muc": 2000, "mo_ta": "/trang"}, FeeState.AMOUNT, 2000),
        ({"loai": None, "muc": None, "mo_ta": "2"}, FeeState.UNKNOWN, None),
    ],
)
def test_a_fee_of_the_flattened_list_is_read_the_same_way(
    tmp_path: Path, fee: dict[str, Any], state: FeeState, amount: int
) -> None:
    read = one(tmp_path, [flat(cach_thuc=[channel(phi=[fee])])]).channels[0].fees[0]
    assert (read.state, read.amount) == (state, amount)


@pytest.mark.parametrize(
    ("words", "note", "state"),
    [
        ("Người dân nộp lệ phí nếu thuộc trường hợp phải nộp.", "", FeeState.UNKNOWN),
        ("Người dân nộp lệ phí nếu thuộc trường hợp phải nộp.", "Không thu", FeeState.FREE),
        ("Người dân không phải nộp lệ phí.", "", FeeState.FREE),
    ],
)
def test_a_bare_0_is_not_called_free_where_the_steps_speak_of_paying(
    tmp_path: Path, words: str, note: str, state: FeeState
) -> None:
    way = method(fees=[{"type": "SERVICE_FEE", "value": 0, "description": note}])
    steps = [{"name": "", "description": words}]
    report = run(tmp_path, answer(executionMethods=[way], executionSteps=steps))
    assert load(tmp_path).channels[0].fees[0].state is state
    assert any(kind == "FEE" for kind, _ in doubts(report)) is (state is FeeState.UNKNOWN)


def test_no_fee_listed_stays_unknown(tmp_path: Path) -> None:
    assert one(tmp_path, answer(executionMethods=[method(fees=[])])).channels[0].fees == []


WORDS = "Trong thời hạn 03 ngày làm việc kể từ ngày nhận"


@pytest.mark.parametrize(
    ("time", "unit", "description", "number", "read_unit", "note"),
    [
        (5, "WORKING_DAY", "", "5", TimeUnit.WORKING_DAY, None),
        (7.5, "WORKING_DAY", "", "7.5", TimeUnit.WORKING_DAY, None),
        (15, "DAY", WORDS, "15", TimeUnit.DAY, WORDS),
        (2, "MONTH", "", "2", TimeUnit.MONTH, None),
        (24, "HOUR", "", "24", TimeUnit.HOUR, None),
        (3, "OTHER", "", "3", TimeUnit.UNSTATED, None),
        ("3", "OTHER", "", "3", TimeUnit.UNSTATED, None),
        (0, "OTHER", WORDS, None, None, WORDS),
        ("Theo mô tả", "OTHER", WORDS, None, None, f"Theo mô tả\n{WORDS}"),
        (1, "YEAR", "", None, None, "1 YEAR"),
        (None, "WORKING_DAY", WORDS, None, None, WORDS),
    ],
)
def test_a_time_limit_of_the_portal_keeps_number_unit_and_words(
    tmp_path: Path, time: object, unit: str, description: str, number: str, read_unit: TimeUnit, note: str
) -> None:
    way = method(processingTime=time, processingTimeUnit=unit, description=description)
    read = one(tmp_path, answer(executionMethods=[way])).channels[0].limit
    assert read
    assert (read.number, read.unit, read.note) == (number and Decimal(number), read_unit, note)


@pytest.mark.parametrize(
    ("changes", "number", "unit", "note"),
    [
        ({"thoi_han": 7, "don_vi": "ngày"}, "7", TimeUnit.DAY, None),
        ({"thoi_han": 7.5}, "7.5", TimeUnit.WORKING_DAY, None),
        ({"thoi_han": 6, "don_vi": "", "don_vi_khong_ro": True, "mo_ta": "Trong 06 tháng"}, "6", TimeUnit.UNSTATED, "Trong 06 tháng"),
        ({"thoi_han": None, "don_vi": "", "thoi_han_van_ban": "Ngay khi nhận"}, None, None, "Ngay khi nhận"),
        ({"thoi_han": 0, "don_vi": "", "thoi_han_van_ban": "Ngay khi nhận"}, None, None, "Ngay khi nhận"),
    ],
)  # fmt: skip
def test_a_time_limit_of_the_flattened_list_is_read_the_same_way(
    tmp_path: Path, changes: dict[str, Any], number: str, unit: TimeUnit, note: str
) -> None:
    read = one(tmp_path, [flat(cach_thuc=[channel(**changes)])]).channels[0].limit
    assert read
    assert (read.number, read.unit, read.note) == (number and Decimal(number), unit, note)


def test_words_that_are_not_about_time_describe_the_channel(tmp_path: Path) -> None:
    read = one(tmp_path, answer(executionMethods=[method(description="Nộp tại quầy số 2.")])).channels[0]
    assert read.note == "Nộp tại quầy số 2."
    assert read.limit
    assert read.limit.note is None


def test_a_case_has_its_own_limit_and_the_same_case_twice_is_once(tmp_path: Path) -> None:
    case = {"id": "x", "name": "Hồ sơ khó", "processingDay": {"qty": 7.5, "type": "DAY"}}
    nameless = {"id": "y", "name": "", "processingDay": {"qty": 1, "type": "WORKING_DAY"}}
    read = one(tmp_path, answer(cases=[case, {**case, "id": "z"}, nameless])).case_limits
    assert [(item.case, item.limit.say()) for item in read] == [
        ("Hồ sơ khó", "7,5 ngày"),
        ("Cấp giấy thử nghiệm", "1 ngày làm việc"),
    ]


def test_papers_without_copies_and_headings_are_kept_as_they_are(tmp_path: Path) -> None:
    papers = [
        {
            "name": "- Đơn theo mẫu",
            "originalQty": 1,
            "copyQty": 2,
            "attachments": [{"fileName": "Đơn.docx"}],
        },
        {"name": "Lưu ý: không cần chứng thực", "originalQty": 0, "copyQty": 0},
        {"name": "", "originalQty": 0, "copyQty": 0, "isProcessingResult": True},
    ]
    cases = [{"name": "* Giấy tờ phải nộp:", "profileComponents": papers}]
    report = run(tmp_path, answer(executionCases=cases))
    case = load(tmp_path).dossier[0]
    assert case.name == "* Giấy tờ phải nộp:"
    assert [(p.name, p.originals, p.copies) for p in case.papers] == [
        ("- Đơn theo mẫu", 1, 2),
        ("Lưu ý: không cần chứng thực", 0, 0),
    ]
    assert [form.name for form in case.papers[0].forms] == ["Đơn.docx"]
    assert ("SHAPE", "giấy tờ không có tên") in doubts(report)


def test_a_very_long_step_is_kept_whole(tmp_path: Path) -> None:
    words = "\n".join(["- Bước này dài, có dấu “ngoặc” và: hai chấm #"] * 500)
    assert len(words) > 22_649
    read = one(tmp_path, answer(executionSteps=[{"name": "Bước 1", "description": words}])).steps[0]
    assert (read.name, read.text) == ("Bước 1", words)


def test_a_step_with_a_name_alone_is_its_text(tmp_path: Path) -> None:
    read = one(tmp_path, answer(executionSteps=[{"name": "Nộp hồ sơ", "description": ""}])).steps[0]
    assert (read.name, read.text) == (None, "Nộp hồ sơ")


@pytest.mark.parametrize(
    ("changes", "agencies"),
    [
        ({}, []),
        ({"executingAgencies": "Sở Một, Sở Hai"}, ["Sở Một, Sở Hai"]),
        (
            {
                "unitGroupsExecuting": [{"id": "1", "name": "UBND cấp xã"}],
                "departmentsExecuting": [{"name": "Sở Một"}, {"name": "UBND cấp xã"}],
                "executingAgencies": "Sở Một, UBND cấp xã",
            },
            ["UBND cấp xã", "Sở Một"],
        ),
    ],
)
def test_agencies_come_from_both_lists_once_and_a_missing_one_stays_missing(
    tmp_path: Path, changes: dict[str, Any], agencies: list[str]
) -> None:
    assert one(tmp_path, answer(**changes)).executing == agencies


def test_who_decides_and_who_helps_are_apart_from_who_works(tmp_path: Path) -> None:
    read = one(
        tmp_path,
        answer(
            unitGroupsAuthority=[{"name": "UBND cấp xã"}],
            departmentsCoordinating=[{"name": "Công an cấp xã"}],
            executingAgencies="Sở Một",
        ),
    )
    assert (read.deciding, read.coordinating, read.executing) == (
        ["UBND cấp xã"],
        ["Công an cấp xã"],
        ["Sở Một"],
    )


def test_the_same_legal_basis_twice_is_once(tmp_path: Path) -> None:
    law = {"id": "1", "code": "1/2020/QH14 ", "name": "Luật Thử"}
    other = {"id": "2", "code": "1/2020/QH14", "name": "Luật Thử, bản khác"}
    read = one(tmp_path, answer(legalBasisesDetails=[law, other, {**law, "id": "3"}])).basis
    assert [(basis.number, basis.name) for basis in read] == [
        ("1/2020/QH14", "Luật Thử"),
        ("1/2020/QH14", "Luật Thử, bản khác"),
    ]


def test_milliseconds_are_a_day_in_vietnam(tmp_path: Path) -> None:
    proposal = {
        "proposalNumber": "163/QĐ-THU",
        "decisionDate": 1768496400000,  # 2026-01-15T17:00Z, midnight of the 16th in Vietnam
        "issuingAgency": {"id": "1", "name": "Bộ Thử"},
    }
    read = one(tmp_path, answer(procedureProposal=proposal)).publication
    assert read
    assert (read.number, str(read.day), read.issuer) == ("163/QĐ-THU", "2026-01-16", "Bộ Thử")


@pytest.mark.parametrize("wrong", [0, 1768496400, -1, 1e30, "hôm qua"])
def test_an_impossible_date_is_left_out_and_reported(tmp_path: Path, wrong: object) -> None:
    report = run(tmp_path, answer(updatedAt=wrong))
    assert load(tmp_path).updated is None
    assert ("SHAPE", "updatedAt") in doubts(report)


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"isFullProcess": True}, OnlineLevel.FULL),
        ({"executionMethods": [method(), method("ONLINE")]}, OnlineLevel.UNSTATED),
        ({"executionMethods": [method("POSTAL")]}, OnlineLevel.NONE),
        ({"executionMethods": [], "isOfflineOnly": True}, OnlineLevel.NONE),
        ({"executionMethods": []}, OnlineLevel.UNKNOWN),
    ],
)
def test_how_far_it_can_be_done_online(tmp_path: Path, changes: dict[str, Any], level: OnlineLevel) -> None:
    assert one(tmp_path, answer(**changes)).online is level


def test_levels_channels_and_the_portals_id_are_read_in_both_shapes(tmp_path: Path) -> None:
    ways = [method("ONLINE"), method("POSTAL"), method("DIRECT")]
    kinds = [ChannelKind.ONLINE, ChannelKind.POSTAL, ChannelKind.DIRECT]
    portal = one(tmp_path, answer(isProvince=True, executionMethods=ways))
    listed = one(
        tmp_path,
        [flat(cap_thuc_hien=["Cấp xã", "Cấp tỉnh"], cach_thuc=[channel(kind.label) for kind in kinds])],
    )
    for read in (portal, listed):
        assert read.levels == ["Cấp xã", "Cấp tỉnh"]
        assert [way.kind for way in read.channels] == kinds
        assert read.portal_id == "019d0000-0000-7000-8000-000000000001"


def test_an_address_elsewhere_gives_no_portal_id(tmp_path: Path) -> None:
    report = run(tmp_path, [flat(url="https://vidu.vn/thu-tuc-hanh-chinh/1")])
    assert load(tmp_path).portal_id is None
    assert any(kind == "VALUE" for kind, _ in doubts(report))
