"""Broken, strange and suspicious sources: said item by item, the others are imported, never a traceback."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.imports.procedures import Order, import_procedures
from generator.imports.procedures.basis import split_bases
from generator.imports.procedures.text import clean
from generator.province.places import other_places
from tests.imports.portal_data import CODE, DAY, answer, channel, doubts, flat, load, method, one, run

GOOD = "1.000009"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('{"code": "OK", "data": {', "json_syntax"),
        ("[" * 100_000, "json_syntax"),
        ('{"data": ' + "9" * 5_000 + "}", "json_syntax"),
        ({"code": "NOT_FOUND", "data": None, "message": "Không tìm thấy"}, "no_data"),
        ({"kết quả": []}, "shape_unknown"),
        ([["1.000001", "Tên"]], "shape_unknown"),
        (answer(code=""), "missing"),
        (answer(name=" \n"), "missing"),
        ([{"ten": "Không có mã"}], "missing"),
        ([flat(code=1.00128)], "missing"),  # type: ignore[arg-type]
        ([flat(code="1.28")], "unusable"),
        ([flat(code="../../1.000001")], "unusable"),
        ([flat(ten="x" * 100_001)], "unusable"),
    ],
)
def test_a_record_that_cannot_be_used_is_a_problem_and_the_others_are_imported(
    tmp_path: Path, source: Any, code: str
) -> None:
    report = run(tmp_path, source, answer(code=GOOD))
    assert [problem.code for problem in report.problems] == [code]
    assert [path.name for path in (tmp_path / "thu-tuc").iterdir()] == [f"{GOOD}.yml"]


def test_bytes_that_are_no_text_and_a_folder_without_json_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "doc.txt").write_text("chú thích", encoding="utf-8")
    (tmp_path / "b.json").write_bytes(b"\xff\xfe{}")
    order = Order((tmp_path / "a", tmp_path / "b.json"), tmp_path / "out", DAY)
    report = import_procedures(order)
    assert {problem.code for problem in report.problems} == {"source_empty", "not_utf8"}
    assert [Path(name).name for name in report.sources.skipped] == ["doc.txt"]


def test_a_folder_is_read_with_what_is_below_it_and_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "nguon" / "cong").mkdir(parents=True)
    (tmp_path / "nguon" / "bang.json").write_text("\ufeff" + json.dumps([flat()]), encoding="utf-8")
    (tmp_path / "nguon" / "cong" / "a.JSON").write_text(json.dumps(answer(GOOD)), encoding="utf-8")
    report = import_procedures(Order((tmp_path / "nguon",), tmp_path / "out", DAY))
    assert report.good
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == [CODE, GOOD]


def test_the_portals_own_answer_wins_over_a_copy_whatever_the_order(tmp_path: Path) -> None:
    for sources in ((answer(), [flat(ten="Bản chép")]), ([flat(ten="Bản chép")], answer())):
        report = run(tmp_path, *sources)
        assert load(tmp_path).name == "Cấp giấy thử nghiệm"
        assert not any(kind == "DOUBLE" for kind, _ in doubts(report))


def test_of_two_answers_for_a_code_the_later_is_kept_and_a_person_is_told(tmp_path: Path) -> None:
    old, new = answer(name="Tên cũ"), answer(updatedAt=1776249621706 + 86_400_000)
    report = run(tmp_path, new, old)
    assert load(tmp_path).name == "Cấp giấy thử nghiệm"
    assert any(kind == "DOUBLE" for kind, _ in doubts(report))


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"newKey": "có gì đó"}, ("KEY", "newKey")),
        ({"executionMethods": [method(weight=3)]}, ("KEY", "executionMethods.weight")),
        ({"executionMethods": [method("CARRIER_PIGEON")]}, ("VALUE", "cách nộp “CARRIER_PIGEON”, chưa đưa vào")),
        ({"executionMethods": [method(processingTimeUnit="YEAR")]}, ("VALUE", "đơn vị thời hạn “YEAR”")),
        ({"executionMethods": [method(fees=[{"type": "TIP", "value": 1}])]}, ("VALUE", "loại phí “TIP”, để trống")),
        ({"executionMethods": [method(fees=[{"type": "FEE", "value": 700}])]}, ("FEE", "mức thu 700 đồng")),
        ({"executionMethods": [method(processingTime=0)]}, ("LIMIT", "thời hạn ghi 0")),
        ({"executionMethods": "không phải danh sách"}, ("SHAPE", "executionMethods")),
        ({"executionSteps": [3]}, ("SHAPE", "executionSteps")),
        ({"isWard": "yes"}, ("SHAPE", "isWard")),
        ({"keywords": "đất, nhà"}, ("KEY", "từ khóa (keywords)")),
        ({"description": "khác với yêu cầu"}, ("KEY", "description")),
        ({"state": "FROZEN"}, ("VALUE", "trạng thái “FROZEN”, coi như còn hiệu lực")),
        ({"type": "STANDARD_INTERNAL"}, ("VALUE", "loại thủ tục “STANDARD_INTERNAL”")),
        ({"name": "Hỗ trợ trên địa bàn tỉnh Hà Tĩnh"}, ("PLACE", "tên nhắc tới Hà Tĩnh")),
        ({"resultsDetails": [{"name": "Giấy \ufffd"}]}, ("TEXT", "có ký tự thay thế (\ufffd)")),
        ({"note": "theo mục 9.3 ("}, ("TEXT", "câu bị cắt giữa chừng")),
        ({"departmentsExecuting": [{"name": "Sở " + "x" * 1000}]}, ("UNFIT", "“Cơ quan thực hiện”: dài 1003 ký tự, nhiều hơn mức 1000")),
    ],
)  # fmt: skip
def test_what_is_not_mapped_or_looks_wrong_is_reported_and_the_rest_imported(
    tmp_path: Path, changes: dict[str, Any], doubt: tuple[str, str]
) -> None:
    report = run(tmp_path, answer(**changes))
    assert report.good
    assert doubt in doubts(report)
    assert load(tmp_path).code == CODE


def test_keys_known_to_be_useless_are_not_reported(tmp_path: Path) -> None:
    useless: dict[str, Any] = {
        "codeNotation": "x",
        "legalBasisIds": ["1"],
        "category": {"id": "1"},
        "isSharedService": True,
    }
    report = run(tmp_path, answer(fees=[], keywords="", isUndetermined=False, **useless))
    assert report.findings == ()


def test_two_codes_with_one_page_of_the_portal_are_reported(tmp_path: Path) -> None:
    assert ("SHARED", "cùng trang trên Cổng") in doubts(run(tmp_path, [flat(), flat(GOOD, ten="Khác")]))


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Ho\u0300a\tgiải \r\ncơ sở\u200e  ", "Hòa giải\ncơ sở"),
        ("a\x0bb\x07c\ufeff", "a\nbc"),
        ("xã,\u00a0phường", "xã, phường"),
        ("  - dòng\n    + thụt vào  \n", "- dòng\n    + thụt vào"),
        ("lẻ \ud800 đôi", "lẻ  đôi"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen_and_of_nothing_else(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize(
    ("text", "home", "places"),
    [
        ("UBND tỉnh Hà Tĩnh", "Thái Nguyên", ["Hà Tĩnh"]),
        ("UBND tỉnh Thái Nguyên", "Thái Nguyên", []),
        ("Sở Tư pháp Thành phố Hà Nội", "", ["Hà Nội"]),
        ("Hội đồng nhân dân tỉnh, thành phố trực thuộc Trung ương", "", []),
        ("Sở Nông nghiệp tỉnh và Công an xã", "", []),
    ],
)
def test_another_province_is_noticed(text: str, home: str, places: list[str]) -> None:
    assert other_places(text, home) == places


@pytest.mark.parametrize(
    ("glued", "bases"),
    [
        ("Luật Thử59/2020/QH14Nghị định thử168/2025/NĐ-CP", [("59/2020/QH14", "Luật Thử"), ("168/2025/NĐ-CP", "Nghị định thử")]),
        ("Luật sửa Luật Thử 202076/2025/QH15", [("", "Luật sửa Luật Thử 202076/2025/QH15")]),
        ("Thông tư 56/2017/TT-BYT56/2017/TT-BYTLuật Hai1/2018/QH14", [("56/2017/TT-BYT", "Thông tư 56/2017/TT-BYT"), ("1/2018/QH14", "Luật Hai")]),
        ("Luật Thử số 47/2024/QH1547/2024/QH15", [("47/2024/QH15", "Luật Thử số 47/2024/QH15")]),
        ("Về thử23/2015/NĐ-CPsửa đổi một điều18/2026/NĐ-CP", [("23/2015/NĐ-CP", "Về thử"), ("18/2026/NĐ-CP", "sửa đổi một điều")]),
        ("Nghị quyết số 66.7/2025/NQ-CP về cắt giảm66.7/2025/NQ-CP", [("66.7/2025/NQ-CP", "Nghị quyết số 66.7/2025/NQ-CP về cắt giảm")]),
        ("Một lời không có số hiệu", [("", "Một lời không có số hiệu")]),
        ("", []),
    ],
)  # fmt: skip
def test_glued_legal_bases_are_cut_only_where_it_is_certain(
    glued: str, bases: list[tuple[str, str]]
) -> None:
    assert [(basis["so_hieu"], basis["ten"]) for basis in split_bases(glued)] == bases


def test_guessed_numbers_are_never_taken_over(tmp_path: Path) -> None:
    record = flat(
        can_cu=[],
        can_cu_van_ban_phang="Luật Thử 202076/2025/QH15",
        can_cu_so_hieu_doan=["202076/2025/QH15"],
    )
    report = run(tmp_path, [record])
    assert [(basis.number, basis.name) for basis in load(tmp_path).basis] == [
        (None, "Luật Thử 202076/2025/QH15")
    ]
    assert any(kind == "BASIS" for kind, _ in doubts(report))


def test_the_file_is_canonical_and_other_yaml_readers_read_the_same(tmp_path: Path) -> None:
    steps = [{"name": "", "description": "Dòng một\n- Dòng hai: có # và 'nháy'"}]
    one(tmp_path, answer(executionSteps=steps, resultsDetails=[{"name": "12:30"}, {"name": "no"}]))
    text = (tmp_path / "thu-tuc" / f"{CODE}.yml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    assert text.startswith(f'ma: "{CODE}"\nten: Cấp giấy thử nghiệm\n')
    assert "  - noi_dung: |-\n      Dòng một\n      - Dòng hai" in text
    assert read["trinh_tu"] == [{"noi_dung": steps[0]["description"]}]
    assert read["ket_qua"] == ["12:30", "no"]
    assert read["ngay_nhap"] == date(2026, 11, 22)
    assert [line[-1] for line in text.splitlines() if line.endswith(" ")] == []


texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(texts, texts, st.one_of(st.none(), st.floats(), st.integers(), texts, st.lists(texts)))
def test_whatever_a_source_writes_the_import_reads_back_what_it_wrote(
    tmp_path: Path, name: str, words: str, value: object
) -> None:
    way = method(description=words, processingTime=value, fees=[{"type": words, "value": value}])
    papers = [{"name": words, "originalQty": value}]
    report = run(
        tmp_path,
        answer(
            name=f"Tên {name}",
            executionMethods=[way],
            executionSteps=[{"name": name, "description": words}],
            executionCases=[{"name": name, "profileComponents": papers}],
            updatedAt=value,
        ),
    )
    assert report.good, report.problems
    assert load(tmp_path) == report.changes[0].procedure
    copied = run(tmp_path, [flat(ten=f"Tên {name}", cach_thuc=[channel(thoi_han=value, mo_ta=words)])])
    assert copied.good, copied.problems
