"""CSV and JSON of a whole section."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from generator.core import WHOLE
from generator.export.cells import cell
from generator.kinds import kinds
from generator.kinds._people import lists_people
from tests.conftest import DAY
from tests.export.test_workbook import HOSTILE, Part, Row, row


def entries(files: dict[str, bytes], section: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[f"{section}{WHOLE}.json"])
    return found


def test_each_entry_of_the_json_is_its_pages_data_with_the_address(files: dict[str, bytes]) -> None:
    found = entries(files, "du-an/")
    assert [entry["ma"] for entry in found] == ["DA-2025-02", "DA-2026-01", "DA-2026-03"]
    own = json.loads(files["du-an/DA-2026-01/du-lieu.json"])
    assert found[1] == {"trang": "https://xa-mau.example/du-an/DA-2026-01/", **own}


def test_no_table_shows_how_the_program_writes_its_values(files: dict[str, bytes]) -> None:
    tables = {name: content.decode() for name, content in files.items() if name.endswith(".csv")}
    assert [name for name, text in tables.items() if re.search(r"\b[A-Z]\w*\(\w+=", text)] == []


def test_tables_name_each_thon_and_json_keeps_its_code(files: dict[str, bytes]) -> None:
    tables = {name: text.decode() for name, text in files.items() if name.endswith(".csv")}
    alone = re.compile(r"(?<![\w/-])na-mau(?![\w-])")
    assert {name for name, text in tables.items() if alone.search(text)} == {"gioi-thieu/du-lieu.csv"}
    assert "Xóm Nà Mẫu" in tables["doi-thoai/du-lieu.csv"]
    assert any("na-mau" in str(entry) for entry in entries(files, "doi-thoai/"))


def test_the_reception_schedule_has_a_line_for_each_session(files: dict[str, bytes]) -> None:
    lines = list(csv.DictReader(io.StringIO(files["tiep-cong-dan/du-lieu.csv"].decode("utf-8-sig"))))
    moved = next(line for line in lines if line["Ngày theo lịch"] == "2026-01-01")
    assert moved["Ngày tiếp"] == "2026-01-05"
    assert moved["Giờ tiếp"] == "7 giờ 30 – 11 giờ 30"
    assert {"Thêm buổi", "Tiếp trực tuyến"} <= {line["Thay đổi"] for line in lines}
    assert any(line["Đã tiếp (lượt người)"] == "7" for line in lines)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_section_gives_an_array_of_entries_with_addresses(kind: Any, files: dict[str, bytes]) -> None:
    found = entries(files, kind.section)
    assert found
    assert len({entry["trang"] for entry in found}) == len(found)
    assert all(len(entry) > 1 for entry in found)


def test_the_json_of_a_section_that_lists_persons_tells_no_more_than_its_pages(
    files: dict[str, bytes],
) -> None:
    for kind in filter(lists_people, kinds()):
        for entry in entries(files, kind.section):
            page = json.loads(
                files[f"{entry['trang'].removeprefix('https://xa-mau.example/')}du-lieu.json"]
            )
            assert {**page, "trang": entry["trang"]} == entry


def test_the_catalogues_json_has_lines_not_megabytes(files: dict[str, bytes]) -> None:
    found = entries(files, "thu-tuc/")
    assert found[0]["trang"].endswith(f"thu-tuc/{found[0]['ma']}/")
    assert len(files[f"thu-tuc/{WHOLE}.json"]) / len(found) < 1500


def test_numbers_stay_numbers_and_groups_become_readable() -> None:
    assert (cell(-5), cell(Decimal("-0.50")), cell(True), cell(None)) == ("-5", "-0.50", "có", "")
    part = Part.model_validate({"viec": "đào móng", "ngay": DAY})
    assert cell([part, part]) == "Việc: đào móng; Ngày: 2026-11-22 | Việc: đào móng; Ngày: 2026-11-22"
    assert cell("-5") == "'-5"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_comes_back_from_a_csv(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cell(value) for value in row(text).model_dump().values()])
    back = next(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert len(back) == len(Row.model_fields)
    assert back[1].removeprefix("'") == text
