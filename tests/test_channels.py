"""Ways from a page to somebody else: the QR code on screen and paper, sharing, copying the address, calling."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from generator.qr import QUIET, qr_of
from tests.servers import served

pytestmark = pytest.mark.browser
BASE = "https://xa-mau.example/"
URLS = ("du-an/DA-2026-01/", "tiep-cong-dan/", "lien-he/", "ngan-sach/2027-du-toan-trinh/")
PHONE = re.compile(r"(?<![\d./:-])0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?![\d/-])")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site / "xa-mau") as found:
        yield found


def codes(picture: bytes) -> list[str]:
    with Image.open(io.BytesIO(picture)) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_code_on_the_screen_leads_to_the_page(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=2,
    )
    found = {}
    for url in URLS:
        page.goto(address + url)
        found[url] = codes(page.locator(".goc").screenshot())
    page.close()
    assert found == {url: [BASE + url] for url in URLS}


def test_the_code_on_paper_leads_to_the_page_and_is_large_enough(browser: Browser, address: str) -> None:
    """96 CSS pixels are an inch: the dark square alone is 25 mm wide."""
    page = browser.new_page(viewport={"width": 794, "height": 1123}, device_scale_factor=2)
    page.emulate_media(media="print")
    for url in URLS:
        page.goto(address + url)
        assert codes(page.locator(".goc").screenshot()) == [BASE + url]
        size = page.locator(".ma-qr svg").bounding_box()
        assert size
        units = qr_of(BASE + url).size
        assert size["width"] * (units - 2 * QUIET) / units >= 25 / 25.4 * 96
    page.close()


def test_the_code_has_words_for_whoever_does_not_see_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + URLS[0])
    assert page.get_by_role("img", name="Mã QR mở trang này").count() == 1
    page.close()


def test_the_address_is_copied_and_said_to_be(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{URLS[0]}?nguon=zalo#moc")
    assert not page.get_by_role("button", name="Chia sẻ trang này").is_visible()
    page.get_by_role("button", name="Chép địa chỉ").press("Enter")
    expect(page.get_by_role("status")).to_have_text(
        "Đã chép địa chỉ trang này. Dán vào Zalo, tin nhắn để gửi."
    )
    assert page.evaluate("navigator.clipboard.readText()") == BASE + URLS[0]
    assert page.evaluate("document.activeElement.textContent") == "Chép địa chỉ"
    context.close()


@pytest.mark.parametrize(
    "before",
    [
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))",
    ],
)
def test_without_a_clipboard_the_old_way_is_taken(browser: Browser, address: str, before: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        f"document.execCommand = () => (window.copied = getSelection().toString()) !== 'x'; {before}"
    )
    page.add_init_script("document.addEventListener('select', e => (window.field = e.target.value), true)")
    page.goto(address + URLS[0])
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_role("status")).to_contain_text("Đã chép địa chỉ")
    assert page.evaluate("window.field ?? window.copied") == BASE + URLS[0]
    assert page.locator("textarea").count() == 0
    page.close()


def test_what_cannot_be_copied_is_shown(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("document.execCommand = () => false")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + URLS[0])
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_role("status")).to_have_text(
        f"Máy chưa chép được. Địa chỉ trang này: {BASE}{URLS[0]}"
    )
    page.close()


def with_share(browser: Browser, answer: str) -> Page:
    page = browser.new_page()
    page.add_init_script(f"navigator.share = (what) => {{ window.shared = what; return {answer}; }}")
    return page


def test_a_phone_shares_by_its_own_sheet(browser: Browser, address: str) -> None:
    page = with_share(browser, "Promise.resolve()")
    page.goto(f"{address}{URLS[0]}?a=1")
    assert not page.get_by_role("button", name="Chép địa chỉ").is_visible()
    page.get_by_role("button", name="Chia sẻ trang này").click()
    shared = page.evaluate("window.shared")
    assert shared == {"title": page.title(), "url": BASE + URLS[0]}
    page.close()


def test_who_closes_the_sheet_is_told_nothing(browser: Browser, address: str) -> None:
    page = with_share(browser, "Promise.reject(new DOMException('x', 'AbortError'))")
    page.goto(address + URLS[0])
    page.get_by_role("button", name="Chia sẻ trang này").click()
    page.wait_for_function("window.shared")
    expect(page.get_by_role("status")).to_have_text("")
    page.close()


def test_without_script_neither_button_is_there(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + URLS[0])
    assert page.locator("[data-chia-se]:visible, [data-chep]:visible").count() == 0
    page.close()


PLAIN_TEXT = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode())
        if (!walker.currentNode.parentElement.closest("a")) found.push(walker.currentNode.textContent);
    return found;
}"""


def test_every_telephone_number_can_be_called(browser: Browser, address: str, urls: list[str]) -> None:
    page = browser.new_page(java_script_enabled=False)
    plain, seen = {}, 0
    for url in (url.removeprefix("xa-mau/") for url in urls if url.startswith("xa-mau/")):
        page.goto(f"{address}{url}")
        seen += page.locator("main a[href^='tel:']").count()
        numbers = [number for text in page.evaluate(PLAIN_TEXT) for number in PHONE.findall(text)]
        if numbers:
            plain[url] = numbers
    page.close()
    assert plain == {}
    assert seen > 10


def test_addresses_lead_to_a_map(browser: Browser, address: str) -> None:
    page = browser.new_page()
    links = {}
    for url in ("lien-he/", "tiep-cong-dan/", "thon/"):
        page.goto(address + url)
        found = page.locator("a[href^='https://www.google.com/maps/search/?api=1&query=']")
        links[url] = [link.get_attribute("href") or "" for link in found.all()]
    page.close()
    assert any(link.endswith("query=21.6%2C105.8") for link in links["lien-he/"])
    assert all(len(found) >= 1 for found in links.values())
