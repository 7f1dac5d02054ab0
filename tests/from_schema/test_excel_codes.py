"""Codes in workbooks: offered with their names, taken with or without them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.load.yaml_tree import read_yaml
from tests.from_schema.workbooks import PROJECTS, Edited, exported

DECLARED = "Khai không… - Không phát sinh"


def _offered(sheet: str, book: Any) -> list[str]:
    """The words of the drop-down of the first column of a sheet."""
    (found,) = [v for v in book[sheet].data_validations.dataValidation if "A3" in str(v.sqref).split(":")]
    place = found.formula1.partition("!")[2].replace("$", "")
    return [cell.value for (cell,) in book["Danh mục"][place]]


def test_duties_and_projects_are_offered_by_code_and_name() -> None:
    book = load_workbook(io.BytesIO(exported()))
    duties = _offered(DECLARED, book)
    assert any(word.startswith("THDC-11.9 ") for word in duties)
    lists = [
        column[2].value for column in book["Danh mục"].iter_cols(min_row=1) if column[1].value == "Dự án"
    ]
    assert lists == ["DA-2025-02 Xây nhà văn hóa xóm Suối Mẫu"]


@pytest.mark.parametrize("typed", ["THDC-11.12 Quy chế, văn bản của xã", "THDC-11.12", " THDC-11.12  x"])
def test_a_code_is_taken_with_the_name_behind_it_and_without(typed: str, tmp_path: Path) -> None:
    edited = Edited(tmp_path, "empty")
    told = {"nghia_vu": typed, "ky": "quý IV/2026", "nguoi_khai": "Ma Thị Lan"}
    edited.put(DECLARED, 5, {**told, "chuc_vu": "Chủ tịch UBND xã", "ngay": "22/11/2026"})
    found = edited.plan()
    assert found.problems == ()
    (change,) = found.changes
    tree: Any = read_yaml(change.content or b"", "").tree
    assert tree["khong_phat_sinh"][-1]["nghia_vu"] == "THDC-11.12"


def test_words_that_are_no_code_stay_what_they_are(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "empty")
    edited.put(DECLARED, 3, {"nghia_vu": "Gọi nhập ngũ"})
    assert [str(problem.place) for problem in edited.plan().problems] == [f"{DECLARED}!A3"]


@pytest.mark.parametrize(
    "typed", ["Xóm Nà Mẫu\nBản Khe Đá", "nà mẫu; Khe Đá", "na-mau, khe-da", "Nà Mẫu, bản Khe Đá"]
)
def test_a_thon_is_known_by_its_name_with_and_without_its_type(typed: str, tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 5, {"thon": typed})
    (change,) = edited.plan().changes
    tree: Any = read_yaml(change.content or b"", "").tree
    assert tree["thon"] == ["na-mau", "khe-da"]


def test_a_thon_that_is_none_is_told_once_with_those_that_are(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 5, {"thon": "Thôn Bình Minh"})
    (problem,) = edited.plan().problems
    assert (problem.code, problem.place.path.rpartition("!")[0]) == ("thon_unknown", "")
    assert "Bản Khe Đá" in problem.hint


def test_what_is_taken_out_with_its_rows_left_behind_is_told_once_a_sheet(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.book[PROJECTS].delete_rows(4)
    found = [problem for problem in edited.plan().problems if problem.code == "excel_owner_unknown"]
    sheets = [str(problem.place).partition("!")[0] for problem in found]
    assert sheets
    assert len(set(sheets)) == len(sheets)
    assert all("DA-2026-01" in problem.message for problem in found)
