"""The open data of the whole province, recomputed straight from the communes' own files."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest
from jsonschema import validators

from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.kinds._people import lists_people
from generator.overview.data.tables import row_model, tables
from generator.overview.data.write import write_lines
from tests.export.schemas import errors
from tests.overview.data.conftest import JOINED
from tests.real import real_data

APART = {"ho-tro", "giam-sat", "can-bo", "thu-tuc"}
"""Their files name persons, or are the catalogue that all share."""
COUNTED = re.compile(r'id="([\w-]+)">[^<]+</h3>\s*<p>([\d.]+) dòng của (\d+) xã, phường')


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def of(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def published_as(built: Path, name: str) -> dict[str, list[Path]]:
    """The files of one name that the joined communes publish, by section."""
    found: dict[str, list[Path]] = {}
    for slug in JOINED:
        for path in sorted((built / slug).glob(f"*/{name}")):
            if path.parent.name not in APART:
                found.setdefault(path.parent.name, []).append(path)
    return found


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_kind_says_of_which_model_its_rows_are(kind: Kind[Any], sample: Scope) -> None:
    assert {type(row) for row in kind.table(sample)} == {row_model(kind)}


def test_no_two_columns_of_a_table_have_one_heading() -> None:
    for table in tables():
        headings = [column.heading for column in table.columns]
        assert len(set(headings)) == len(headings), table.name


def test_every_file_of_json_can_be_read(built: Path) -> None:
    found = [of(path) for path in sorted((built / "du-lieu").glob("*.json"))]
    assert len(found) > 10


@pytest.mark.parametrize("sizes", [(0, 2), (2, 0), (0, 0, 1, 0, 3), (1,), (0, 0)])
def test_lines_of_json_are_one_document_whoever_has_none(sizes: tuple[int, ...], tmp_path: Path) -> None:
    """The first commune too."""
    groups = [[f"{group}{number}" for number in range(size)] for group, size in enumerate(sizes, 1)]
    path = tmp_path / "all.json"
    total = write_lines(path, '{"all": [\n', groups, "\n]}\n")
    assert (total.rows, total.communes) == (sum(sizes), sum(map(bool, sizes)))
    assert path.is_file() == bool(total.rows)
    if total.rows:
        assert of(path) == {"all": [int(line) for group in groups for line in group]}


def test_every_row_of_every_commune_stands_there_under_its_code(built: Path) -> None:
    theirs = published_as(built, "du-lieu.csv")
    assert len(theirs) == 15
    assert {path.stem for path in (built / "du-lieu").glob("*.csv")} == theirs.keys()
    for section, paths in theirs.items():
        expected = [{"Mã đơn vị": JOINED[path.parts[-3]], **line} for path in paths for line in lines(path)]
        found = lines(built / "du-lieu" / f"{section}.csv")
        names = {line["Mã đơn vị"]: line.pop("Tên đơn vị") for line in found}
        assert found == expected
        assert names == {
            code: {"05569": "Xã Định Hóa", "05602": "Xã Phú Đình"}[code]
            for code in {line["Mã đơn vị"] for line in expected}
        }


def test_the_page_tells_of_each_table_how_many_rows_of_how_many_communes(built: Path) -> None:
    page = unescape((built / "du-lieu" / "index.html").read_text("utf-8"))
    told = {
        name: (int(rows.replace(".", "")), int(communes)) for name, rows, communes in COUNTED.findall(page)
    }
    theirs = published_as(built, "du-lieu.csv")
    assert told == {
        section: (sum(len(lines(path)) for path in paths), len(paths)) for section, paths in theirs.items()
    }
    assert told["kien-nghi"][1] == 1
    assert "<dd>2 trên 92</dd>" in page
    assert "<dd>6</dd>" in page
    assert "Tệp không đọc được" not in page
    for name in re.findall(r'href="([\w-]+\.(?:csv|xlsx|json))" download', page):
        assert (built / "du-lieu" / name).is_file()


def test_workbooks_hold_the_same_rows_with_true_numbers_and_days(built: Path) -> None:
    book = openpyxl.load_workbook(built / "du-lieu" / "du-an.xlsx")
    table: Any = book.worksheets[0].iter_rows(values_only=True)
    head, *rows = table
    theirs = [line for path in published_as(built, "du-lieu.csv")["du-an"] for line in lines(path)]
    assert [row[0] for row in rows] == ["05569"] * 3 + ["05602"] * 3
    for heading in theirs[0]:
        for row, line in zip(rows, theirs, strict=True):
            value = row[head.index(heading)]
            text = (
                value.date().isoformat() if hasattr(value, "date") else "" if value is None else str(value)
            )
            assert text == line[heading]
    total = sum(row[head.index("Tổng mức đầu tư")] or 0 for row in rows)
    assert total == sum(int(line["Tổng mức đầu tư"] or 0) for line in theirs) > 0
    assert book.worksheets[0].auto_filter.ref.endswith("7")
    assert ("Mã đơn vị", "Mã xã, phường: 5 chữ số theo danh mục của Cục Thống kê.") in list(
        book.worksheets[1].iter_rows(values_only=True)
    )


def test_every_entry_stands_there_with_the_address_of_its_page(built: Path) -> None:
    theirs = published_as(built, "ca-muc.json")
    for section, paths in theirs.items():
        found = of(built / "du-lieu" / f"{section}.json")
        expected = [(JOINED[path.parts[-3]], entry) for path in paths for entry in of(path)]
        assert len(found) == len(expected)
        for whole, (code, entry) in zip(found, expected, strict=True):
            assert whole["ma_don_vi"] == code
            assert (built / whole["trang"] / "index.html").is_file()
            assert whole["trang"].split("/", 1)[1] == entry["trang"].split(".example/")[1]
            assert {k: v for k, v in whole.items() if k not in ("ma_don_vi", "ten_don_vi", "trang")} == {
                k: v for k, v in entry.items() if k != "trang"
            }


def test_all_projects_are_one_valid_oc4ids_package(built: Path) -> None:
    package = of(built / "du-lieu" / "oc4ids.json")
    folder = real_data("standards/oc4ids")
    assert errors(package, of(folder / "project-package-schema.json"), folder) == []
    theirs = [p for slug in JOINED for p in of(built / slug / "du-an" / "oc4ids.json")["projects"]]
    assert package["projects"] == theirs
    assert len({project["id"] for project in theirs}) == 6


def test_frictionless_finds_package_and_every_table_valid(built: Path) -> None:
    folder = built / "du-lieu"
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
    assert report.errors == []
    rows = {task.name: task.stats["rows"] for task in report.tasks}
    assert rows == {path.stem: len(lines(path)) for path in folder.glob("*.csv")}
    project: Any = frictionless.Package(str(folder / "datapackage.json")).get_resource("du-an")
    assert project.read_rows()[0]["Mã đơn vị"] == "05569"


def test_the_standards_own_schema_accepts_the_package(built: Path) -> None:
    schema = of(real_data("standards/datapackage/datapackage.json"))
    kind = validators.validator_for(schema)
    package = of(built / "du-lieu" / "datapackage.json")
    found = kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(package)
    assert [f"{error.json_path} {error.message}"[:200] for error in found] == []


def test_no_list_of_persons_and_nobody_who_has_not_joined_is_in_any_file(built: Path) -> None:
    listed = {kind.section.strip("/") for kind in kinds() if lists_people(kind)}
    assert listed
    assert listed <= APART
    folder = built / "du-lieu"
    assert {path.stem for path in folder.iterdir()} & APART == set()
    texts = {path.name: path.read_text("utf-8-sig") for path in folder.iterdir() if path.suffix != ".xlsx"}
    assert '"giu_den"' in (built / "xa-dinh-hoa" / "ho-tro" / "ca-muc.json").read_text("utf-8")
    assert [name for name, text in texts.items() if '"giu_den"' in text] == []
    assert [name for name, text in texts.items() if "05614" in text or '"00000"' in text] == []
    assert {line["Mã đơn vị"] for path in folder.glob("*.csv") for line in lines(path)} == set(
        JOINED.values()
    )


def test_the_home_page_leads_there(built: Path) -> None:
    assert 'href="du-lieu/"' in (built / "index.html").read_text("utf-8")
