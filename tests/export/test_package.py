"""The Data Package of a site, opened by frictionless: every table is what its Table Schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import frictionless
from jsonschema import validators

from generator.compose import compose, frame
from generator.export import export
from generator.export.section import sections
from generator.export.values import value_sections
from generator.kinds._kind import Scope
from tests.conftest import DAY
from tests.real import real_data


def package_of(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["datapackage.json"])
    return found


def test_frictionless_finds_package_and_every_table_valid(folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    errors = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert (errors, report.errors) == ([], [])
    assert len(report.tasks) >= 15
    rows = {task.name: task.stats["rows"] for task in report.tasks}
    assert rows["ngan-sach"] == 102


def test_frictionless_reads_dates_numbers_and_closed_lists_as_such(folder: Path) -> None:
    package: Any = frictionless.Package(str(folder / "datapackage.json"))
    project = package.get_resource("du-an").read_rows()[0]
    assert project["Tổng mức đầu tư"] == 1_180_000_000
    assert project["Giải ngân đến ngày"].isoformat() == "2026-09-15"
    meetings = package.get_resource("doi-thoai")
    assert len(meetings.schema.get_field("Loại").constraints["enum"]) > 1
    assert meetings.schema.get_field("Giờ").type == "time"


def test_a_wrong_value_in_a_table_is_noticed(folder: Path, tmp_path: Path) -> None:
    for name in ("datapackage.json", "du-an/du-lieu.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    table = tmp_path / "du-an" / "du-lieu.csv"
    table.write_bytes(table.read_bytes().replace(b"2026-09-15", b"mai"))
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    package["resources"] = [each for each in package["resources"] if each["name"] == "du-an"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert {error.type for task in report.tasks for error in task.errors} == {
        "type-error",
        "hash-count",
        "byte-count",
    }


def test_the_standards_own_schema_accepts_it(files: dict[str, bytes]) -> None:
    schema = json.loads(real_data("standards/datapackage/datapackage.json").read_text("utf-8"))
    kind = validators.validator_for(schema)
    found = kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(package_of(files))
    assert [f"{error.json_path} {error.message}"[:200] for error in found] == []


def test_each_table_is_named_once_but_those_of_lists_of_persons(
    sample: Scope, files: dict[str, bytes]
) -> None:
    named = [resource["path"] for resource in package_of(files)["resources"]]
    every = (*sections(sample), *value_sections(sample))
    assert sorted(named) == sorted(section.csv for section in every if section.listed)
    assert {path for path in files if path.endswith(".csv")} - set(named) == {"ho-tro/du-lieu.csv"}


def test_it_says_whose_data_of_which_day_under_which_licence(files: dict[str, bytes]) -> None:
    package = package_of(files)
    assert package["created"].startswith(DAY.isoformat())
    assert package["ma_don_vi"] == "00000"
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert "không có thật" in package["description"]


def test_a_site_that_was_only_prepared_is_not_said_to_be_the_committees(empty: Scope) -> None:
    drafts = compose(empty)
    found = {file.path: file.content for file in export(empty, drafts, frame(empty, drafts))}
    package = json.loads(found["datapackage.json"] or b"")
    assert "UBND" not in json.dumps([package["contributors"], package["sources"]], ensure_ascii=False)
    assert [each["title"] for each in package["contributors"]] == ["Tỉnh Thái Nguyên"]
    assert "chưa phải trang của UBND" in package["description"]
