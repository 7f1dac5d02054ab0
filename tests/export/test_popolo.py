"""Boards as Popolo, held against the project's schemas: only while they are in force, only what pages show."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from generator.compose import compose, frame
from generator.core import Record, Site
from generator.kinds._kind import Scope
from generator.kinds.board.popolo import PATH, downloads, exports
from generator.render import render
from tests.conftest import DAY
from tests.export.schemas import errors
from tests.real import real_data

KINDS = {"organizations": "organization", "posts": "post", "persons": "person", "memberships": "membership"}


def of(scope: Scope, site: Site) -> dict[str, list[dict[str, Any]]]:
    files = list(exports(scope, site))
    return json.loads(files[0].content or b"") if files else {}


def with_boards(scope: Scope, **changed: Any) -> Scope:
    """The scope in which the term or the end of every board is another one."""
    boards: tuple[Record[Any], ...] = scope.commune.all("board")
    other = tuple(replace(record, data=record.data.model_copy(update=changed)) for record in boards)
    return replace(scope, commune=replace(scope.commune, records={**scope.commune.records, "board": other}))


@pytest.mark.parametrize("base", ["https://xa-mau.example/", None])
def test_the_schemas_of_popolo_accept_every_object(
    sample: Scope, sample_site: Site, base: str | None
) -> None:
    folder = real_data("standards/popolo")
    for name, found in of(sample, replace(sample_site, base=base)).items():
        schema = json.loads((folder / f"{KINDS[name]}.json").read_text("utf-8"))
        assert found
        assert [errors(each, schema, folder) for each in found] == [[]] * len(found)


def test_the_schemas_notice_what_is_wrong(sample: Scope, sample_site: Site) -> None:
    folder = real_data("standards/popolo")
    schema = json.loads((folder / "organization.json").read_text("utf-8"))
    board = of(sample, sample_site)["organizations"][0]
    assert errors({**board, "founding_date": "01/10/2025"}, schema, folder)
    assert errors({**board, "contact_details": [{"type": "voice"}]}, schema, folder)


def test_every_reference_leads_to_something_and_ids_are_unique(sample: Scope, sample_site: Site) -> None:
    found = of(sample, sample_site)
    ids = {name: [each["id"] for each in part] for name, part in found.items()}
    assert all(len(set(each)) == len(each) for each in ids.values())
    for membership in found["memberships"]:
        assert membership["person_id"] in ids["persons"]
        assert membership["organization_id"] in ids["organizations"]
        assert membership["post_id"] in ids["posts"]


def test_an_id_means_the_same_person_when_another_one_leaves(sample: Scope, sample_site: Site) -> None:
    def ids(scope: Scope) -> dict[str, tuple[str, str]]:
        found = of(scope, sample_site)
        names = {person["id"]: person["name"] for person in found["persons"]}
        return {each["id"]: (names[each["person_id"]], each["role"]) for each in found["memberships"]}

    boards: tuple[Record[Any], ...] = sample.commune.all("board")
    fewer = tuple(
        replace(board, data=board.data.model_copy(update={"members": board.data.members[1:]}))
        for board in boards
    )
    records = {**sample.commune.records, "board": fewer}
    before, after = ids(sample), ids(replace(sample, commune=replace(sample.commune, records=records)))
    assert len(after) == len(before) - 2
    assert after.items() <= before.items()


def test_two_members_of_one_name_and_role_are_two_persons(sample: Scope, sample_site: Site) -> None:
    (member, *_) = sample.commune.all("board")[0].data.members
    found = of(with_boards(sample, members=[member] * 3), sample_site)
    ids = [person["id"] for person in found["persons"]]
    assert len(set(ids)) == len(ids) == 6
    assert [id.removeprefix(ids[0]) for id in ids[:3]] == ["", "-2", "-3"]


def test_nothing_is_told_that_the_pages_do_not_show(sample: Scope, sample_site: Site) -> None:
    drafts = [draft for draft in compose(sample) if draft.kind == "board"]
    shown = " ".join(page.body for page in render(drafts, frame(sample, drafts), sample.commune))
    found = of(sample, sample_site)
    assert [person["name"] for person in found["persons"] if person["name"] not in shown] == []
    assert {key for person in found["persons"] for key in person} == {"id", "name", "sources"}
    contacts = [each["value"] for board in found["organizations"] for each in board["contact_details"]]
    assert contacts
    assert all(value in shown for value in contacts)


def test_members_are_gone_with_their_term(sample: Scope, sample_site: Site) -> None:
    assert len(of(sample, sample_site)["organizations"]) == 2
    term = {"tu_ngay": "2025-10-01", "den_ngay": DAY.isoformat()}
    model = type(sample.commune.all("board")[0].data).model_fields["term"].annotation.__args__[0]
    ending = with_boards(sample, term=model.model_validate(term), dissolved=None)
    assert of(ending, sample_site)
    over = replace(ending, day=date(2026, 11, 23))
    assert of(over, sample_site) == {}
    assert list(downloads(over)) == []
    assert of(with_boards(sample, dissolved=DAY), sample_site) == {}


def told_in(path: str, content: bytes) -> str:
    """The words of a data file; those of a workbook are packed."""
    if not path.endswith(".xlsx"):
        return content.decode()
    with ZipFile(BytesIO(content)) as packed:
        return " ".join(packed.read(name).decode() for name in packed.namelist())


def test_robots_leave_every_file_alone_that_names_members(sample: Scope, files: dict[str, bytes]) -> None:
    rules = [line.removeprefix("Disallow: ") for line in files["robots.txt"].decode().splitlines()]
    rules = [re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$") for rule in rules if rule[0] == "/"]
    members = {member.name for board in sample.commune.all("board") for member in board.data.members}
    names = {
        path
        for path, content in files.items()
        if path.endswith((".csv", ".json", ".xlsx")) and any(m in told_in(path, content) for m in members)
    }
    own = {path for path in names if path.startswith("giam-sat/")}
    assert {f"giam-sat/{name}" for name in ("ca-muc.json", "du-lieu.csv", "du-lieu.xlsx")} | {PATH} <= own
    assert any(path.endswith("/du-lieu.json") for path in own)
    assert [path for path in own if not any(re.match(rule, f"/{path}") for rule in rules)] == []
    assert not any(re.match(rule, "/giam-sat/") for rule in rules)
    assert names - own == set()
