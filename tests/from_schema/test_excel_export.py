"""The workbook of a commune: every kind and every field, safe to open, made from the models alone."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.fields.base import maybe
from generator.fields.dates import Day
from generator.from_schema.excel.book import workbook
from generator.from_schema.excel.importing import plan
from generator.from_schema.excel.present import present
from generator.from_schema.excel.tables import all_tables, fields_of
from generator.from_schema.inputs import Form, Input
from generator.kinds import kinds
from generator.kinds.project.model import Project
from generator.words.fold import fold
from tests.conftest import DAY
from tests.from_schema.workbooks import PACKAGES, PROJECTS, SAMPLE, exported, offers

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(exported("project", "reception", "support")))


def test_what_was_exported_differs_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "bang.xlsx").write_bytes(exported())
    found = plan(tmp_path / "bang.xlsx", SAMPLE)
    assert [str(problem.place) + problem.sentence for problem in found.problems] == []
    assert [(change.path, change.lines) for change in found.changes] == []


def test_into_an_empty_commune_every_file_of_every_kind_comes_back_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "bang.xlsx").write_bytes(exported())
    (tmp_path / "xa-mau").mkdir()
    found = plan(tmp_path / "bang.xlsx", tmp_path / "xa-mau")
    assert [str(problem.place) + problem.sentence for problem in found.problems] == []
    there = {
        one.path: one.content for kind in present(SAMPLE, kinds()).records.values() for one in kind.values()
    }
    assert {change.kind.name for change in found.changes} == {kind.name for kind in kinds()}
    assert len(there) == len(found.changes)
    assert [change.path for change in found.changes if there[change.path] != change.content] == []


@pytest.mark.long
@pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is missing: `apt-get install libreoffice-calc`, then run again"
)
def test_what_libreoffice_saved_again_differs_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "bang.xlsx").write_bytes(exported())
    profile, out = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}", tmp_path / "lai"
    order = [str(SOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out), "bang.xlsx"]
    subprocess.run(order, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    found = plan(out / "bang.xlsx", SAMPLE)
    assert [str(problem.place) + problem.sentence for problem in found.problems] == []
    assert [(change.path, change.lines) for change in found.changes] == []


def test_the_same_records_give_the_same_bytes() -> None:
    chosen = [kind for kind in kinds() if kind.name == "project"]
    again = workbook(present(SAMPLE, chosen), chosen, "Xã Mẫu", "xa-mau", DAY, "xa-mau.xlsx", offers())
    assert again == exported("project")


def test_every_field_of_every_kind_has_one_column_and_headings_tell_them_apart() -> None:
    tables = all_tables()
    for kind in kinds():
        fields = [column for table in tables if table.kind is kind for column in table.fields]
        assert len(fields) == len(list(_values(fields_of(kind))))
    for table in tables:
        headings = [column.heading for column in table.columns]
        assert len(set(headings)) == len(headings), table.name


def test_what_stands_several_times_in_one_cell_can_be_told_apart() -> None:
    repeated = [f for kind in kinds() for f in _values(fields_of(kind)) if f.repeated]
    assert {field.form for field in repeated} <= {Form.LINE, Form.CHOICE, Form.CODE}
    assert [
        label for field in repeated for _, label in field.choices if ";" in label or "\n" in label
    ] == []


def test_no_two_labels_of_one_list_are_read_alike() -> None:
    for field in (field for kind in kinds() for field in _values(fields_of(kind)) if field.choices):
        labels = [fold(label) for _, label in field.choices]
        assert len(set(labels)) == len(labels), field.key


def _values(fields: tuple[Input, ...]) -> Iterator[Input]:
    for field in fields:
        if field.inside:
            yield from _values(field.inside)
        else:
            yield field


def test_the_guide_comes_first_warns_of_names_and_says_how_to_hand_it_in(book: Any) -> None:
    assert book.sheetnames[0] == "Hướng dẫn"
    said = " ".join(str(cell.value) for cell in book["Hướng dẫn"]["B"])
    assert "không gửi bảng đi nơi khác" in said
    assert "Hỗ trợ, chính sách" in said
    assert "congkhai excel import xa-mau.xlsx --into xa-mau" in said


def test_headings_help_and_formats_are_those_of_the_fields(book: Any) -> None:
    sheet = book[PROJECTS]
    heads = {cell.value: cell for cell in sheet[2]}
    assert sheet.row_dimensions[1].hidden
    assert heads["Tên *"].comment.text.startswith(Project.model_fields["name"].description or "?")
    started = heads["Thời gian: Khởi công thực tế"].column
    assert (sheet.cell(4, started).value, sheet.cell(4, started).number_format) == (
        datetime(2026, 3, 24),
        "dd/mm/yyyy",
    )
    total = sheet.cell(4, heads["Tổng mức đầu tư"].column)
    assert (total.value, total.number_format) == (4_850_000_000, "#,##0")


def test_only_the_keys_of_rows_that_are_there_are_locked_and_there_is_no_password(book: Any) -> None:
    sheet = book[PACKAGES]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet.cell(3, 1).protection.locked
    assert not sheet.cell(3, 2).protection.locked
    assert not sheet.column_dimensions["A"].protection.locked


def test_closed_lists_and_thon_drop_down(book: Any) -> None:
    lists = book["Danh mục"]
    shown = {}
    for rule in book["Hỗ trợ… - Kết quả theo thôn"].data_validations.dataValidation:
        place = rule.formula1.partition("!")[2].replace("$", "")
        shown[str(rule.sqref)] = [cell.value for (cell,) in lists[place]]
    assert shown == {
        "B3:B2000": [
            "Xóm Trung Tâm",
            "Xóm Đồi Chè",
            "Xóm Nà Mẫu",
            "Xóm Suối Mẫu",
            "Bản Khe Đá",
            "Bản Lũng Cọc",
        ]
    }
    states = [
        rule for rule in book[PROJECTS].data_validations.dataValidation if str(rule.sqref) == "C3:C2000"
    ]
    place = states[0].formula1.partition("!")[2].replace("$", "")
    assert [cell.value for (cell,) in lists[place]][:2] == ["Đang chuẩn bị", "Đang thực hiện"]


def test_no_cell_is_a_formula_whatever_a_text_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "du-an" / "DA-01.yml"
    path.parent.mkdir()
    path.write_text(
        'ma: DA-01\nten: "=HYPERLINK(1)"\ntinh_trang: chuan_bi\nquy_mo: "+84 -1 @x"\n', encoding="utf-8"
    )
    chosen = [kind for kind in kinds() if kind.name == "project"]
    made = workbook(present(tmp_path, chosen), chosen, "Xã Mẫu", "xa-mau", date(2026, 11, 22), "x.xlsx", {})
    sheets = load_workbook(io.BytesIO(made)).worksheets
    assert [cell for sheet in sheets for row in sheet for cell in row if cell.data_type == "f"] == []
    (tmp_path / "x.xlsx").write_bytes(made)
    assert plan(tmp_path / "x.xlsx", tmp_path) == plan(tmp_path / "x.xlsx", tmp_path)
    assert plan(tmp_path / "x.xlsx", tmp_path).changes == ()


def test_a_field_added_to_a_model_has_its_column() -> None:
    class Wider(Project):
        blessed: Day | None = maybe("ngay_khanh_thanh", "Ngày khánh thành", "Ngày mở cửa cho bà con.")

    kind = next(kind for kind in kinds() if kind.name == "project")
    wider: Any = replace(kind, model=Wider)
    made = workbook(present(SAMPLE, [kind]), [wider], "Xã Mẫu", "xa-mau", DAY, "x.xlsx", {})
    sheet: Any = load_workbook(io.BytesIO(made))[PROJECTS]
    heads = {cell.value: cell for cell in sheet[2]}
    assert heads["Ngày khánh thành"].comment.text.splitlines()[0] == "Ngày mở cửa cho bà con."
