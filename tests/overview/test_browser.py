"""The province's pages in a real browser: for everybody, on a phone, without a word to anybody else."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.files import lay_out
from generator.ledger import read_ledger
from generator.load import load_province
from generator.overview import published
from generator.overview.search import search
from tests.servers import served
from tests.test_browser import AXE

pytestmark = pytest.mark.browser
PAGES = (
    "",
    "muc-do/",
    "muc-do/cung-co/",
    "muc-do/bang/",
    "muc-do/cach-tinh/",
    "muc-do/nghia-vu/ns-quy/",
    "canh-bao/",
    "bao-cao/",
    "bao-cao/quy/",
    "bao-cao/chi-so/",
    "bao-cao/sau-thang/",
    "bao-cao/mo-hinh/",
    "bao-cao/thu-tuc/",
    "lay-y-kien/",
    "tiep-cong-dan/",
    "du-an/",
    "du-an/dang-thuc-hien/",
    "ket-qua-ho-so/",
    "ban-do/",
    "tim-kiem/",
    "du-lieu/",
)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as found:
        yield found


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, address: str, width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found, wide = [], []
    for url in PAGES:
        page.goto(address + url)
        page.evaluate("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))")
        result = Axe().run(page, options=AXE)
        found += [(url, v["id"], v["nodes"][0]["html"][:120]) for v in result.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(url)
    page.close()
    assert found == []
    assert wide == []


def test_one_search_finds_what_a_commune_alone_has(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}du-an/dang-thuc-hien/")
    project = page.locator(".viec a").first
    name, target = project.inner_text(), project.get_attribute("href") or ""
    page.goto(f"{address}tim-kiem/")
    page.fill("input[name=q]", name)
    page.wait_for_selector(f"form[data-xong='{name}']")
    links = [link.get_attribute("href") or "" for link in page.locator(".ket a").all()]
    page.close()
    assert any(link.endswith(target.replace("../", "")) for link in links)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_a_search_over_several_indexes_finds_what_only_the_text_in_the_last_has(
    browser: Browser, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.overview.search"), "HELD", 100_000)
    site = tmp_path / "site"
    shutil.copytree(built, site, copy_function=os.link)
    for old in (site / "tim").glob("*.json"):
        old.unlink()
    province, _ = load_province(built.parent / "content" / "tinh", date(2026, 11, 23))
    ledger = read_ledger(built)
    assert province
    assert ledger
    sites = published(province, ledger.outcomes, lambda slug: built / slug)
    lay_out(search(sites, tmp_path / "tim", jobs=2).files, site)
    address, words = _only_there(site / "tim")
    page = browser.new_page()
    with served(site) as root:
        page.goto(f"{root}tim-kiem/")
        page.fill("input[name=q]", words)
        page.wait_for_selector(f"form[data-xong='{words}']")
        found = [link.get_attribute("href") or "" for link in page.locator(".ket a").all()]
    page.close()
    assert f"{root}{address}" in found, words


def _only_there(index: Path) -> tuple[str, str]:
    """A page of the last index, and five words in a row that no other page of any index has."""
    parts = [index, *(index / folder for folder in json.loads((index / "ten.json").read_bytes())["beside"])]
    assert len(parts) > 2
    texts = {
        (part.name, row[0]): _text(part, row[3]).split()
        for part in parts
        for row in json.loads((part / "ten.json").read_bytes())["pages"]
    }
    held = [set(words) for words in texts.values()]
    for (part, address), words in texts.items():
        for at in range(10, len(words) - 5 if part == parts[-1].name else 0):
            five = words[at : at + 5]
            if all(word.isalpha() for word in five) and sum(words >= {*five} for words in held) == 1:
                return address, " ".join(five)
    raise AssertionError


def _text(part: Path, fragment: str) -> str:
    packed = gzip.decompress((part / f"fragment/{fragment}.pf_fragment").read_bytes())
    return str(json.loads(packed.removeprefix(b"pagefind_dcd"))["content"])


def test_the_table_of_duties_reads_without_colour(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}muc-do/bang/")
    cells = page.evaluate(
        "[...document.querySelectorAll('.bang-nhiet tbody td')].map((c) => [c.innerText.trim(), c.className])"
    )
    meant = dict(cells)
    page.close()
    assert len(cells) > 300
    assert {word for word, _ in cells} <= {"Có", "Khai không", "Chưa có", "Quá hạn", "Còn hạn", "–"}
    assert all(meant[word] == tone for word, tone in cells), "one word for one colour"
    assert len({word for word, _ in cells}) >= 4


def test_the_filter_of_a_table_takes_cells_and_not_addresses_for_words(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}tiep-cong-dan/")
    rows = page.locator("tr[data-loc-o]")
    every = rows.count()
    place = rows.first.locator("td").last.inner_text()
    page.fill("#tim", place)
    assert page.locator("tr[data-loc-o]:visible").count() > 0
    page.fill("#tim", "tiep-cong-dan")
    assert page.locator("tr[data-loc-o]:visible").count() < every
    page.fill("#tim", "khong co noi nay")
    assert "cuối trang" not in page.locator("output").inner_text()
    assert page.locator(".muc-luc a:visible").count() == 0
    page.close()
