"""The page of open data: every file that can be taken away, once, and none of a list of persons."""

from __future__ import annotations

import re

import pytest

from generator.compose import compose, frame
from generator.compose.data import OPEN_DATA
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import lists_people
from generator.render import render


@pytest.fixture(scope="module")
def body(sample: Scope) -> str:
    drafts = compose(sample)
    return next(p.body for p in render(drafts, frame(sample, drafts), sample.commune) if p.url == OPEN_DATA)


def addresses(body: str) -> list[str]:
    found = re.findall(r'href="\.\./([^"#]+\.(?:csv|xlsx|json))"', body)
    return [address for address in found if not address.startswith(("http", "cong-khai."))]


def test_it_leads_to_every_table_once_and_to_no_list_of_persons(body: str, files: dict[str, bytes]) -> None:
    found = addresses(body)
    apart = tuple(kind.section for kind in kinds() if lists_people(kind))
    tables = {path for path in files if path.endswith((".csv", ".xlsx", "ca-muc.json"))}
    assert len(set(found)) == len(found)
    assert {path for path in tables if not path.startswith(apart)} <= set(found) <= files.keys()
    assert [path for path in found if path.startswith(apart)] == []
    assert f'href="../{apart[0]}"' in body


def test_it_names_the_package_the_standards_and_the_licence(body: str) -> None:
    assert {"datapackage.json", "du-an/oc4ids.json", "giam-sat/popolo.json"} <= set(addresses(body))
    assert "CC BY 4.0" in body


def test_the_foot_of_every_page_leads_to_it(sample: Scope) -> None:
    assert OPEN_DATA in [link.url for link in frame(sample, compose(sample)).links]


def test_where_little_is_disclosed_it_names_only_what_there_is(empty: Scope) -> None:
    drafts = compose(empty)
    page = next(p for p in render(drafts, frame(empty, drafts), empty.commune) if p.url == OPEN_DATA)
    assert "oc4ids" not in page.body
    assert "du-lieu.csv" in page.body


@pytest.mark.parametrize("url", ["du-an/", "du-an/DA-2026-01/", "ho-tro/"])
def test_section_and_record_pages_offer_their_files_at_the_foot(sample: Scope, url: str) -> None:
    drafts = compose(sample)
    page = next(p for p in render(drafts, frame(sample, drafts), sample.commune) if p.url == url)
    foot = page.body.split('id="ve-thong-tin-nay"')[1]
    assert [text for text in ("Excel (XLSX)", "CSV", "JSON") if f">{text}</a>" not in foot] == []
