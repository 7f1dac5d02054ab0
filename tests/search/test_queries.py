"""What people type leads to the page that they mean, among every real procedure."""

from __future__ import annotations

import csv
import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import build
from generator.kinds._kind import Scope
from generator.load import load_commune, load_province
from generator.publish import make_site
from tests.conftest import DAY
from tests.search.pages import found
from tests.servers import served

pytestmark = [pytest.mark.browser, pytest.mark.long]


def queries() -> list[tuple[str, list[str]]]:
    text = Path(__file__).with_name("queries.tsv").read_text("utf-8")
    rows = csv.reader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t")
    return [(query, addresses.split("|")) for query, addresses, _ in rows]


@pytest.fixture(scope="module")
def places(browser: Browser, real_site: Path) -> list[tuple[str, list[str], int]]:
    """Each query with what it means and where that stands; -1: not there."""
    with served(real_site) as address:
        page = browser.new_page()
        page.goto(f"{address}xa-mau/a-z/?q=a")
        rows = []
        for query, meant in queries():
            shown = found(page, query, f"{address}xa-mau/")
            rows.append((query, meant, next((n for n, url in enumerate(shown) if url in meant), -1)))
        page.close()
        return rows


def test_nineteen_of_twenty_queries_have_their_page_first_and_all_among_three(
    places: list[tuple[str, list[str], int]],
) -> None:
    assert len(places) >= 96
    assert [row for row in places if row[2] not in (0, 1, 2)] == []
    missed = [row for row in places if row[2] != 0]
    assert len(missed) <= len(places) * 0.05, missed


def test_the_lists_of_every_procedure_are_light(real_site: Path) -> None:
    """DESIGN §7: the HTML of a page, compressed."""
    for name in ("thu-tuc", "a-z"):
        page = (real_site / "xa-mau" / name / "index.html").read_bytes()
        assert len(gzip.compress(page, compresslevel=6)) <= 15 * 1024


def test_the_list_of_every_procedure_is_light_also_for_an_official_commune(real_site: Path) -> None:
    """Whose pages say to programs what they are; response headers weigh some 300 bytes."""
    folder = real_site.parent / "content"
    province, _ = load_province(folder / "tinh")
    assert province
    commune, _ = load_commune(folder / "xa" / "xa-mau", province)
    assert commune
    scope = Scope(replace(commune, fictional=False), province, DAY)
    build(*make_site(scope), real_site.parent / "official")
    page = (real_site.parent / "official" / "thu-tuc" / "index.html").read_bytes()
    assert len(gzip.compress(page, compresslevel=6)) <= 15 * 1024 - 400
