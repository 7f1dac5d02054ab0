"""JSON-LD in pages, in the words of schema.org, read back as a search engine would."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.compose import compose, frame
from generator.core import Draft, Site
from generator.fields.dates import read_hours
from generator.kinds._kind import Scope
from generator.kinds._linked import days_of, hours
from generator.linked_data import linked_data
from generator.mirror.page_check import wrong_in_page
from generator.render import render
from tests.conftest import DAY

SITE = Site("UBND xã A", "Tỉnh B", DAY, base="https://a.example/", publisher="UBND xã A")
BASE = "https://xa-mau.example/"
Graphs = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def graphs(sample: Scope) -> Graphs:
    """What each page of the sample commune would say, were it a real one."""
    scope = replace(sample, commune=replace(sample.commune, fictional=False))
    drafts = compose(scope)
    pages = render(drafts, frame(scope, drafts), scope.commune)
    return {page.url: json.loads(page.about)["@graph"] for page in pages if page.about}


def one(graph: list[dict[str, Any]], type: str) -> dict[str, Any]:
    found = [each for each in graph if each["@type"] == type]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("url", ["", "lien-he/"])
def test_home_and_contact_name_the_office(graphs: Graphs, url: str) -> None:
    office = one(graphs[url], "GovernmentOffice")
    assert office["name"] == "UBND xã Mẫu"
    assert office["identifier"]["value"] == "00000"
    assert office["@id"] == "https://xa-mau.example/#co-quan"
    assert office["parentOrganization"]["name"] == "UBND tỉnh Thái Nguyên"
    assert office["address"]["addressCountry"] == "VN"
    assert office["telephone"] == "02000000001"
    first = office["openingHoursSpecification"][0]
    assert first["dayOfWeek"] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert re.fullmatch(r"\d\d:\d\d", first["opens"])


def test_a_procedure_is_a_service_of_the_commune_only_where_it_receives_the_papers(graphs: Graphs) -> None:
    services = [
        one(graph, "GovernmentService")
        for url, graph in graphs.items()
        if re.match(r"thu-tuc/[\d.]+/", url)
    ]
    assert len(services) > 10
    assert all(re.fullmatch(r"\d\.\d{6}", service["identifier"]) for service in services)
    assert {"provider" in service for service in services} == {True, False}


def test_coming_sessions_are_events_on_their_day_moved_ones_with_the_day_before(graphs: Graphs) -> None:
    events = [each for each in graphs["tiep-cong-dan/"] if each["@type"] == "Event"]
    assert len(events) > 3
    assert all(event["startDate"] >= DAY.isoformat() for event in events)
    assert all(event["startDate"] < event["endDate"] for event in events)
    assert {event["eventStatus"].rpartition("/")[2] for event in events} <= {
        "EventScheduled",
        "EventRescheduled",
    }
    assert all(
        ("previousStartDate" in event) == event["eventStatus"].endswith("EventRescheduled")
        for event in events
    )


def test_the_page_of_open_data_tells_of_each_table_with_its_files_and_licence(
    graphs: Graphs, files: dict[str, bytes], sample: Scope
) -> None:
    tables = {
        draft.url for draft in compose(sample) if draft.table == f"{draft.url}du-lieu.csv" and draft.listed
    }
    told = {
        each["url"].removeprefix(BASE): each for each in graphs["du-lieu/"] if each["@type"] == "Dataset"
    }
    assert len(told) > 10
    assert told.keys() == tables - {"giam-sat/"}, "its files name the members of boards"
    for found in told.values():
        assert "creativecommons.org/licenses/by/4.0" in found["license"]
        addresses = [each["contentUrl"].removeprefix(BASE) for each in found["distribution"]]
        assert len(addresses) >= 3
        assert set(addresses) <= files.keys()
        assert all(each["encodingFormat"] for each in found["distribution"])
    assert not [url for url, graph in graphs.items() if url != "du-lieu/" and "Dataset" in str(graph)]


def test_a_record_page_tells_the_way_to_it(graphs: Graphs) -> None:
    trail = one(graphs["du-an/DA-2026-01/"], "BreadcrumbList")["itemListElement"]
    assert [step["position"] for step in trail] == [1, 2, 3]
    assert [step["item"] for step in trail][:2] == [
        "https://xa-mau.example/",
        "https://xa-mau.example/du-an/",
    ]


def test_lists_of_persons_say_nothing(graphs: Graphs) -> None:
    assert [url for url in graphs if url.startswith("ho-tro/")] == []


def test_files_that_name_members_of_boards_are_offered_to_no_program(graphs: Graphs) -> None:
    told = [each["@type"] for url, graph in graphs.items() if url.startswith("giam-sat/") for each in graph]
    assert set(told) == {"BreadcrumbList"}


@pytest.mark.parametrize(
    "changed", [{"fictional": True}, {"standing": "cho_tiep_nhan"}, {"standing": "ban_sao"}]
)
def test_no_site_but_the_communes_own_says_that_it_is_an_office(
    sample: Scope, changed: dict[str, Any]
) -> None:
    scope = replace(sample, commune=replace(sample.commune, **{"fictional": False, **changed}))
    drafts = compose(scope)
    assert {page.about for page in render(drafts, frame(scope, drafts), scope.commune)} == {""}


@pytest.mark.parametrize(
    "text", ["</script><script>x()</script>", "<!--<script>", "&lt;&#60;", "a\u2028b", '"}]}', "\\"]
)
def test_no_content_leaves_it_and_the_mirror_accepts_it(text: str) -> None:
    draft = Draft("a/", text, "t", about=({"@type": "Thing", "name": text},))
    found = linked_data(draft, SITE, {})
    assert not set("<>&\u2028") & set(found)
    assert json.loads(found)["@graph"][0]["name"] == text
    page = f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><script type="application/ld+json">{found}</script></head></html>'
    assert wrong_in_page(page) == ""


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Thứ Hai đến thứ Sáu", [0, 1, 2, 3, 4]),
        ("thứ hai - thứ bảy", [0, 1, 2, 3, 4, 5]),
        ("Thứ Ba, thứ Năm", [1, 3]),
        ("Thứ Bảy và Chủ nhật", [5, 6]),
        ("Thứ Hai đến thứ Sáu, trừ ngày lễ", []),
        ("Ngày chẵn", []),
        ("", []),
    ],
)
def test_days_are_told_only_where_they_are_named_plainly(words: str, days: list[int]) -> None:
    assert days_of(words) == days
    assert len(list(hours(words, read_hours("7:30 - 11:30; 13:30 - 17:00")))) == (2 if days else 0)
