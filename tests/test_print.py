"""What comes out of a printer: A4, nothing cut off, and one sheet where one was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
A4 = (595, 842)
"""Points."""
SHEETS = {
    "tiep-cong-dan/": 2,
    "thu-tuc/1.001193/": 1,
    "thu-tuc/1.000656/": 1,
    "thu-tuc/1.013978/": 1,
    "du-an/DA-2026-01/": 2,
    "du-an/DA-2025-02/": 2,
}
"""Sides of one sheet that the short print may fill."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.add_init_script("window.print = () => { window.asked = true; }")
    yield opened
    opened.close()


def printed(page: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("url", SHEETS)
def test_the_button_prints_one_sheet_of_a4(page: Page, site: Path, url: str) -> None:
    page.goto((site / "xa-mau" / url / "index.html").as_uri())
    page.locator("[data-in=gon]").first.click()
    assert page.evaluate("window.asked")
    paper = printed(page)
    assert len(paper.pages) <= SHEETS[url]
    assert {(round(side.mediabox.width), round(side.mediabox.height)) for side in paper.pages} == {A4}
    assert all(side.extract_text().strip() for side in paper.pages)


@pytest.mark.long
@pytest.mark.parametrize("code", ["1.013949", "1.000094", "1.013239", "1.004884", "2.000806", "2.000528"])
def test_the_longest_real_procedures_fit_one_sheet(page: Page, real_site: Path, code: str) -> None:
    page.goto((real_site / "xa-mau" / "thu-tuc" / code / "index.html").as_uri())
    page.locator("[data-in=gon]").first.click()
    assert len(printed(page).pages) <= 2


def test_the_sheet_for_the_desk_says_what_to_bring_and_where(page: Page, site: Path) -> None:
    page.goto((site / "xa-mau" / "thu-tuc" / "1.001193" / "index.html").as_uri())
    page.locator("[data-in=gon]").click()
    text = printed(page).pages[0].extract_text()
    for said in ("Làm giấy khai sinh", "Giấy chứng sinh", "Nộp ở đâu", "Quầy 1", "thu-tuc/1.001193/"):
        assert said in text
    assert "Trình tự thực hiện" not in text


def test_afterwards_the_whole_page_is_printed_again(page: Page, site: Path) -> None:
    page.goto((site / "xa-mau" / "thu-tuc" / "1.001193" / "index.html").as_uri())
    page.locator("[data-in=gon]").click()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Trình tự thực hiện" in "".join(side.extract_text() for side in printed(page).pages)


@pytest.mark.parametrize("url", SHEETS)
def test_on_paper_nothing_is_wider_than_the_sheet(page: Page, site: Path, url: str) -> None:
    """A4 less its margins is 680 CSS pixels wide."""
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    page.goto((site / "xa-mau" / url / "index.html").as_uri())
    page.eval_on_selector_all("details", "found => found.forEach(e => e.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    page.emulate_media(media="screen")
