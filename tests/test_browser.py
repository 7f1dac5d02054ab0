"""The site in a real browser: accessible, self-contained, no sideways scrolling, usable without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import DAY
from tests.servers import served

pytestmark = pytest.mark.browser
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is told in short, which takes half the time
}
WIDTHS = (320, 360, 1280)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def unfold(page: Page, what: str = "details") -> None:
    page.eval_on_selector_all(what, "found => found.forEach(e => e.open = true)")


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (360, "light"),
        (1280, "dark"),
        pytest.param(1280, "light", marks=pytest.mark.long),
        pytest.param(360, "dark", marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, address: str, urls: list[str], width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = []
    for url in urls:
        page.goto(address + url)
        unfold(page, "details:not(.dau__gap)")
        result = Axe().run(page, options=AXE)
        found += [(url, v["id"], v["nodes"][0]["html"][:120]) for v in result.response["violations"]]
    page.close()
    assert found == []


def test_axe_finds_nothing_in_the_open_menu(browser: Browser, address: str) -> None:
    """By itself: the menu lies over the page, and what it half covers is no target then."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}xa-mau/")
    page.locator(".dau__gap > summary").click()
    assert page.locator(".dau__gap a").first.is_visible()
    result = Axe().run(page, context=".dau", options=AXE)
    page.close()
    assert [violation["id"] for violation in result.response["violations"]] == []


def test_a_page_asks_nobody_else_and_keeps_no_cookie(page: Page, address: str, urls: list[str]) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for url in urls:
        page.goto(address + url)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert errors == []
    assert page.context.cookies() == []


def test_nothing_scrolls_sideways(page: Page, address: str, urls: list[str]) -> None:
    wide = {}
    for url in urls:
        page.goto(address + url)
        unfold(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide[url, width] = found
    assert wide == {}


def test_what_is_touched_is_large_enough(browser: Browser, address: str, urls: list[str]) -> None:
    """Buttons, summaries and fields are at least 40 CSS pixels high on a phone."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    small = []
    for url in urls:
        page.goto(address + url)
        heights = "all => all.map(e => [e.innerText, e.getBoundingClientRect().height])"
        found = page.eval_on_selector_all("button, .nut, summary, input[type=text]", heights)
        small += [(url, text, height) for text, height in found if 0 < height < 40]
    page.close()
    assert small == []


def test_without_script_every_page_shows_the_same_facts(
    browser: Browser, address: str, urls: list[str]
) -> None:
    """On the day of the build: on later days the script moves what is next on, and only that."""
    on, off = browser.new_page(), browser.new_page(java_script_enabled=False)
    on.clock.set_fixed_time(f"{DAY}T07:00:00+07:00")
    differing = []
    for url in urls:
        for opened in (on, off):
            opened.goto(address + url)
        article = "article, main"
        words = [set(opened.locator(article).first.text_content().split()) for opened in (on, off)]  # type: ignore[union-attr]
        if words[0] != words[1]:
            differing.append(url)
    on.close()
    off.close()
    assert differing == []


def test_a_commune_is_found_by_its_former_name_without_tone_marks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Tên xã, phường").fill("trung luong")
    shown = page.locator("[data-loc-o]:visible .xa__ten")
    assert shown.all_text_contents() == ["Xã Bình Yên chờ xã tiếp nhận"]
    page.get_by_label("Tên xã, phường").fill("dinh hoa")
    assert "Xã Định Hóa" in " ".join(shown.all_text_contents())
    page.get_by_label("Tên xã, phường").fill("khong co xa nay")
    assert shown.count() == 0
    assert "Không thấy" in page.locator("output").inner_text()


def test_keyboard_alone_leads_from_home_to_reception(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "xa-mau/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Tiếp công dân":
            page.keyboard.press("Enter")
            break
    page.wait_for_url("**/tiep-cong-dan/")
    assert page.locator("h1").inner_text() == "Tiếp công dân"


def test_the_skip_link_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(address + "xa-mau/lien-he/")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target
    assert page.locator(target).count() == 1
