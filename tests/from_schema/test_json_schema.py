"""Schemas for editors: fresh, valid, true to what the program takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.fields.declared import declared
from generator.from_schema.files import data_files
from generator.from_schema.inputs import Form, Input, inputs
from generator.from_schema.json_schema import schema, schema_files
from generator.kinds import kinds
from generator.kinds.project.model import Project
from generator.kinds.reception.model import Reception
from generator.load.data_files import model_at
from tests.conftest import CONTENT, ROOT

SCHEMAS = {each.model: schema(each.model) for each in data_files()}
FILES = [path for path in sorted(CONTENT.rglob("*.yml")) if model_at(path) in SCHEMAS]


def test_what_is_committed_is_what_the_models_give() -> None:
    """After a change of a model: congkhai schema."""
    fresh = {file.path: file.content for file in schema_files()}
    stored = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schema").rglob("*.json")}
    assert stored == {path for path in fresh if path.startswith("schema/")}
    assert {path for path, content in fresh.items() if (ROOT / path).read_bytes() != content} == set()


@pytest.mark.parametrize("each", list(data_files()), ids=lambda each: each.schema)
def test_each_is_a_schema_and_each_field_has_its_title_and_help(each: Any) -> None:
    Draft7Validator.check_schema(SCHEMAS[each.model])
    bare = [field.key for field in _all(inputs(each.model)) if not (field.title and field.hint)]
    assert bare == []


def _all(fields: tuple[Input, ...]) -> Iterator[Input]:
    for field in fields:
        yield field
        yield from _all(field.inside)


def _unquoted(value: Any) -> Any:
    """As an editor's YAML 1.2 reads it: a day is text."""
    if isinstance(value, dict):
        return {str(key): _unquoted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_unquoted(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.CBaseLoader])
def test_every_file_of_the_content_fits_its_schema_with_values_quoted_or_not(loader: Any) -> None:
    assert len(FILES) > 60
    wrong = {
        f"{path.relative_to(CONTENT)}: {error.json_path}: {error.message[:80]}"
        for path in FILES
        for error in Draft7Validator(SCHEMAS[model_at(path)]).iter_errors(  # type: ignore[index]
            _unquoted(yaml.load(path.read_text("utf-8"), loader))  # noqa: S506 - a safe loader
        )
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ma: DA-1\nten: Đường\ntinh_trang: hoan_thanh\nmau_sac: xanh\n", "$"),
        ("ma: DA-1\nten: Đường\n", "$"),
        ("ma: DA 1\nten: Đường\ntinh_trang: hoan_thanh\n", "$.ma"),
        ("ma: DA-1\nten: Đường\ntinh_trang: xong\n", "$.tinh_trang"),
        ("ma: DA-1\nten: Đường\ntinh_trang: hoan_thanh\nnguon_von: 5\n", "$.nguon_von"),
        ("ma: DA-1\nten: {a: 1}\ntinh_trang: hoan_thanh\n", "$.ten"),
        (
            "ma: DA-1\nten: Đường\ntinh_trang: hoan_thanh\nthoi_gian: {khoi_cong_thuc_te: []}\n",
            "$.thoi_gian.khoi_cong_thuc_te",
        ),
    ],
)
def test_an_editor_marks_what_the_program_would_refuse(text: str, place: str) -> None:
    errors = list(Draft7Validator(SCHEMAS[Project]).iter_errors(yaml.safe_load(text)))
    assert [error.json_path for error in errors] == [place]


@pytest.mark.parametrize("value", ["1250000000", "1.250.000.000", '"1,25 tỷ"'])
def test_sums_may_stand_as_people_write_them(value: str) -> None:
    text = f"ma: DA-1\nten: 2026\ntinh_trang: hoan_thanh\ntong_muc_dau_tu: {value}\n"
    assert list(Draft7Validator(SCHEMAS[Project]).iter_errors(yaml.safe_load(text))) == []


def test_numbers_days_and_times_are_never_filled_in_as_plain_text() -> None:
    plain = {
        f"{model.__name__}.{field.name}"
        for kind in kinds()
        for model, field in _with_models(kind.model)
        if field.form is Form.LINE and declared(model.model_fields[field.name]).type is not str
    }
    assert plain == {"Periodic.rule"}


def _with_models(model: Any) -> Iterator[tuple[Any, Input]]:
    for field in inputs(model):
        yield model, field
        if field.model:
            yield from _with_models(field.model)


def test_lists_choices_codes_and_groups_are_known() -> None:
    found = {field.key: field for field in inputs(Project)}
    assert (found["thon"].form, found["thon"].repeated, found["thon"].of) == (Form.CODE, True, "thon")
    assert (found["tinh_trang"].form, found["tinh_trang"].required) == (Form.CHOICE, True)
    assert ("hoan_thanh", "Đã hoàn thành") in found["tinh_trang"].choices
    assert found["anh"].repeated
    assert {field.key: field.form for field in found["anh"].inside}["tep"] is Form.PICTURE
    years = next(field for field in inputs(Reception) if field.key == "lich")
    assert (years.repeated, years.least, years.required) == (True, 1, True)
    hours = next(field for field in _all(years.inside) if field.form is Form.HOURS)
    assert not hours.repeated


def test_vs_code_is_told_which_file_follows_which_schema() -> None:
    wired = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for path in FILES:
        inside = Path("content") / path.relative_to(CONTENT)
        found = [schema for schema, globs in wired.items() if any(inside.match(glob) for glob in globs)]
        assert len(found) == 1, inside
        assert (ROOT / found[0]).is_file()
