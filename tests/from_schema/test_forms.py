"""The forms in the browser: valid for the CMS, every field there, new fields unasked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from generator.fields.base import maybe
from generator.fields.text import Count
from generator.from_schema.forms import Place, config, defaults
from generator.from_schema.forms.config import collections
from generator.from_schema.forms.fields import form_fields
from generator.from_schema.inputs import Form, Input, inputs
from generator.kinds import kinds
from generator.kinds.project.model import Project
from generator.province import Province
from generator.province.repositories import Repository
from tests.conftest import DAY, ROOT

SCHEMA = ROOT / "bench/admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"
REPOSITORIES = {
    "test-repo": None,
    "gitea": {"loai": "forgejo", "dia_chi": "https://git.tinh.example", "kho": "cong-khai/{xa}"},
    "gitlab": {
        "loai": "gitlab",
        "dia_chi": "https://gitlab.com",
        "kho": "cong-khai/{xa}",
        "ma_ung_dung": "a1b2",
    },
    "github": {
        "loai": "github",
        "dia_chi": "https://github.com",
        "kho": "cong-khai/tat-ca",
        "thu_muc": "du-lieu",
    },
}
FEW = {
    "procedure": [("1.001570", "Khai sinh")],
    "duty": [("THDC-11.3", "Dự án")],
    "plan": [("KH-1", "Kế hoạch")],
}
DECAP = {"locale"}
"""What Decap CMS reads and Sveltia CMS does not know."""


@pytest.fixture(scope="module")
def cms() -> Draft7Validator:
    """The CMS's own schema of its configuration, as its package brings it."""
    if not SCHEMA.is_file():
        pytest.skip("the editor is not here: `make admin`, then run again")
    return Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def configured(province: Province, name: str) -> Any:
    told = REPOSITORIES[name]
    repository = Repository.model_validate(told) if told else None
    place = Place("xa-mau", "UBND xã Mẫu", "https://xa-mau.example/", repository)
    return json.loads(config(place, province, DAY))


def test_the_fields_fit_the_cms_own_schema(cms: Draft7Validator) -> None:
    tree = {"backend": {"name": "test-repo"}, "collections": list(collections("content/xa/xa-mau", FEW))}
    assert [error.json_path for error in cms.iter_errors(tree)] == []


@pytest.mark.parametrize("name", REPOSITORIES)
def test_the_whole_configuration_fits_the_cms_own_schema(
    cms: Draft7Validator, province: Province, name: str
) -> None:
    tree = configured(province, name)
    assert tree["backend"]["name"] == name
    assert set(tree) - set(cms.schema["definitions"]["CmsConfig"]["properties"]) == DECAP
    tree = {key: value for key, value in tree.items() if key not in DECAP} | {"collections": []}
    assert [error.message for error in cms.iter_errors(tree)] == []


def test_a_wrong_field_would_not_fit(cms: Draft7Validator) -> None:
    tree: Any = {
        "backend": {"name": "test-repo"},
        "collections": list(collections("content/xa/xa-mau", FEW)),
    }
    tree["collections"][1]["fields"][0]["colour"] = "red"
    assert list(cms.iter_errors(tree))


def test_each_server_is_addressed_and_signed_in_to_without_anybody_else(province: Province) -> None:
    gitea, gitlab, github = (
        configured(province, name)["backend"] for name in ("gitea", "gitlab", "github")
    )
    assert (gitea["repo"], gitea["api_root"]) == ("cong-khai/xa-mau", "https://git.tinh.example/api/v1")
    assert gitea["auth_methods"] == github["auth_methods"] == ["token"]
    assert (gitlab["auth_type"], gitlab["app_id"], gitlab["base_url"]) == (
        "pkce",
        "a1b2",
        "https://gitlab.com",
    )
    folder = configured(province, "github")["collections"][1]["folder"]
    assert folder == "du-lieu/xa/xa-mau/du-an"


def _keys(fields: list[Any], before: str = "") -> Iterator[str]:
    for field in fields:
        yield before + field["name"]
        yield from _keys(field.get("fields", []), f"{before}{field['name']}.")


def _own(model: type[BaseModel]) -> tuple[Input, ...]:
    return inputs(model)


def _inputs(found: tuple[Input, ...], before: str = "") -> Iterator[str]:
    for field in found:
        yield before + field.key
        yield from _inputs(field.inside, f"{before}{field.key}.")


def _forms(province: Province) -> dict[str, list[Any]]:
    """The fields of every file and folder, by its path in the commune's folder."""
    first, *others = configured(province, "test-repo")["collections"]
    found = {file["file"]: file["fields"] for file in first["files"]}
    found |= {f"{each['folder']}/*.yml": each["fields"] for each in others}
    return {path.removeprefix("content/xa/xa-mau/"): fields for path, fields in found.items()}


def test_every_kind_is_there_with_every_field_by_its_name_and_help(province: Province) -> None:
    forms = _forms(province)
    assert set(forms) == {"bao-nham.yml", *(pattern for kind in kinds() for pattern in kind.files)}
    for kind in kinds():
        for pattern in kind.files:
            assert list(_keys(forms[pattern])) == list(_inputs(_own(kind.model)))
            assert all(field["label"] and field["hint"] for field in forms[pattern])


def test_each_form_of_value_has_its_widget(province: Province) -> None:
    project = {field["name"]: field for field in _forms(province)["du-an/*.yml"]}
    assert project["ma"]["pattern"][0].startswith("^(?:")
    assert project["tong_muc_dau_tu"] == {
        "name": "tong_muc_dau_tu",
        "label": "Tổng mức đầu tư",
        "hint": project["tong_muc_dau_tu"]["hint"],
        "required": False,
        "widget": "number",
        "value_type": "int",
        "min": 0,
    }
    assert {"label": "Đã hoàn thành", "value": "hoan_thanh"} in project["tinh_trang"]["options"]
    assert (project["thon"]["widget"], project["thon"]["value_field"]) == ("relation", "thon.*.ma")
    assert project["thon"]["multiple"]
    assert project["nguon_von"]["widget"] == "list"
    board = {field["name"]: field for field in _forms(province)["ban-giam-sat-dau-tu/*.yml"]}
    assert (board["du_an"]["collection"], board["du_an"]["value_field"]) == ("du-an", "ma")
    rows = _forms(province)["thu-tuc.yml"][0]["fields"]
    procedures = next(field for field in rows if field["name"] == "ma")["options"]
    assert {option["value"] for option in procedures} == set(province.procedures)


def test_attachments_come_from_nowhere_but_this_machine_and_within_the_limit(province: Province) -> None:
    own = {"max_file_size": province.settings.largest_file_mb * 1024 * 1024, "slugify_filename": True}
    offered = configured(province, "test-repo")["media_libraries"]
    assert offered == {"default": {"config": own}, "stock_assets": {"providers": []}}


def test_files_are_named_by_the_code_of_their_record_in_its_own_letters(province: Province) -> None:
    tree = configured(province, "test-repo")
    project = tree["collections"][1]
    assert (project["slug"], project["extension"], project["format"]) == ("{{fields.ma}}", "yml", "yml")
    assert tree["slug"]["lowercase"] is False


class Wider(Project):
    """With one field more."""

    benches: Count | None = maybe("so_ghe_da", "Số ghế đá", "Ghế đá đã đặt.")


def test_a_field_added_to_a_model_appears_in_its_form() -> None:
    before = {field["name"] for field in form_fields(inputs(Project), FEW, {})}
    added = [field for field in form_fields(inputs(Wider), FEW, {}) if field["name"] not in before]
    assert added == [
        {
            "name": "so_ghe_da",
            "label": "Số ghế đá",
            "hint": "Ghế đá đã đặt.",
            "required": False,
            "widget": "number",
            "value_type": "int",
            "min": 0,
        }
    ]


def test_a_value_that_goes_without_saying_is_known_where_its_key_means_one_thing() -> None:
    found = defaults()
    assert found["trong_do"] is False
    assert found["don_vi"] == "dong"
    assert "tu_nguyen" not in found


def test_every_optional_yes_or_no_goes_without_saying() -> None:
    """Else a form would write "no" where `congkhai fmt` leaves it out."""
    found = [
        field.key
        for kind in kinds()
        for model, field in _all(kind.model)
        if field.form is Form.YES_NO and not field.required and field.key not in defaults()
    ]
    assert found == []


def _all(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], Input]]:
    for field in inputs(model):
        yield model, field
        if field.model:
            yield from _all(field.model)


@pytest.mark.parametrize(
    ("service", "address", "interface", "origins"),
    [
        ("github", "https://github.com", "https://api.github.com", 2),
        ("github", "https://git.tinh.example", "https://git.tinh.example/api/v3", 1),
        ("gitlab", "https://gitlab.com", "https://gitlab.com/api/v4", 1),
        ("forgejo", "https://git.tinh.example/", "https://git.tinh.example/api/v1", 1),
    ],
)
def test_servers_are_asked_where_their_kind_answers(
    service: str, address: str, interface: str, origins: int
) -> None:
    found = Repository.model_validate({"loai": service, "dia_chi": address, "kho": "cong-khai/{xa}"})
    assert (found.interface, len(found.origins)) == (interface, origins)
