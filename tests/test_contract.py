"""What every kind owes; the list of kinds is the folder itself, so a new kind is tested unasked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from generator.compose import compose, frame
from generator.core import DATA, WHOLE
from generator.export import export
from generator.export.columns import columns
from generator.export.whole import PAGE
from generator.fields.titles import model_inside
from generator.fields.walk import walk
from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.render import render
from generator.resources import TEMPLATES
from generator.stories import stories
from tests.conftest import CONTENT, ROOT

each_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        inner = model_inside(info.annotation)
        if inner:
            yield from models_in(inner)


def leaf_keys(model: type[BaseModel], loc: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The YAML keys that lead to each value of a model; lists count as one."""
    for name, info in model.model_fields.items():
        here = (*loc, info.alias or name)
        inner = model_inside(info.annotation)
        if inner:
            yield from leaf_keys(inner, here)
        else:
            yield here


@each_kind
def test_every_field_has_alias_title_and_description(kind: Kind[Any]) -> None:
    bare = [
        f"{model.__name__}.{name}"
        for model in models_in(kind.model)
        for name, info in model.model_fields.items()
        if not (info.alias and info.title and info.description)
    ]
    assert bare == []


@each_kind
def test_kind_has_a_template_folder_and_a_test(kind: Kind[Any]) -> None:
    assert list((TEMPLATES / kind.name).glob("*.html")), f"site_templates/{kind.name}/ has no template"
    assert (ROOT / "tests" / "kinds" / f"test_{kind.name}.py").is_file()


@each_kind
def test_sample_loads_and_fills_every_field(kind: Kind[Any], sample: Scope) -> None:
    records = kind.records(sample)
    assert records, f"content/xa/xa-mau has no {' or '.join(kind.files)}"
    filled = {
        tuple(str(part) for part in loc if isinstance(part, str))
        for record in records
        for loc, _ in walk(record.data)
    }
    assert sorted(set(leaf_keys(kind.model)) - filled) == []


@each_kind
def test_pages_and_data_files_come_out(kind: Kind[Any], sample: Scope) -> None:
    drafts = [draft for draft in compose(sample) if draft.kind == kind.name]
    site = frame(sample, drafts)
    pages = render(drafts, site, sample.commune)
    assert all(page.body.startswith("<h1") for page in pages)
    paths = {file.path for file in export(sample, drafts, site)}
    whole = {f"{kind.section}{DATA}.csv", f"{kind.section}{DATA}.xlsx", f"{kind.section}{WHOLE}.json"}
    assert whole <= paths
    assert whole <= {file.url for file in drafts[0].downloads}
    assert {file.url for draft in drafts for file in draft.downloads} <= paths
    assert f"{drafts[-1].url}{DATA}.json" in paths


@each_kind
def test_nothing_disclosed_still_gives_a_section_page_with_the_law(kind: Kind[Any], empty: Scope) -> None:
    drafts = [draft for draft in compose(empty) if draft.kind == kind.name]
    duties = empty.province.duties_of(kind.name, empty.day)
    assert duties or kind.name == "empty", f"nghia-vu.yml names nothing for {kind.name}"
    first = render(drafts[:1], frame(empty, drafts), empty.commune, {kind.name: duties})[0]
    assert "hưa công khai" in first.body
    assert first.url == kind.section


@each_kind
def test_the_columns_of_its_table_are_told_apart_and_its_records_leave_room_for_their_address(
    kind: Kind[Any], sample: Scope
) -> None:
    found = columns(type(kind.table(sample)[0]))
    headings = [column.heading for column in found]
    assert len(set(headings)) == len(headings)
    assert all(column.description for column in found)
    assert PAGE not in {info.alias for info in kind.model.model_fields.values()}


@each_kind
def test_something_is_said_of_every_record(kind: Kind[Any], sample: Scope) -> None:
    paged = {id(story.record): story.facts for story in stories(sample)}
    silent = [r.id for r in kind.records(sample) if not (paged.get(id(r)) or tuple(kind.spoken(r, sample)))]
    assert silent == []


def test_every_folder_of_templates_belongs_to_something() -> None:
    folders = {path.name for path in TEMPLATES.iterdir() if path.is_dir()}
    others = {"deploy", "duties", "pages", "paper", "parts", "province", "quan-tri", "release", "server"}
    others |= {"static", "theme"}
    assert folders == {kind.name for kind in kinds()} | others


def test_every_file_of_the_sample_is_read(sample: Scope) -> None:
    read = {record.source.path for records in sample.commune.records.values() for record in records}
    written = {path.as_posix() for path in (CONTENT / "xa" / "xa-mau").rglob("*.yml")}
    assert read == written - {(CONTENT / "xa" / "xa-mau" / "bao-nham.yml").as_posix()}
