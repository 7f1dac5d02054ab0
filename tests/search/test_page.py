"""The search field in a browser: by keyboard, without script, over the printed nginx, with hostile text."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from generator.webserver import Hosting, Server, configuration
from generator.words.fold import fold
from tests.search.pages import LINKS, found, settled
from tests.servers import free_port, nginx, served, wait_for

pytestmark = pytest.mark.browser
QUERIES = [
    ("sổ đỏ", "thu-tuc/1.013978/"),
    ("so do lan dau", "thu-tuc/1.013978/"),
    ("004873", "thu-tuc/1.004873/"),
    ("giấy chưa vợ chưa chồng", "thu-tuc/1.004873/"),
    ("gap chu tich xa", "tiep-cong-dan/"),
    ("hoà giải tranh chấp", "thu-tuc/1.012812/"),
    ("hòa giải tranh chấp", "thu-tuc/1.012812/"),
    ("mau dong cu", "gioi-thieu/"),
    ("đường Nà Mẫu Khe Đá", "du-an/DA-2026-01/"),
    ("TTHC", "thu-tuc/"),
]
TEXT = "xe tải nhỏ"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield f"{found}xa-mau/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 320, "height": 640})
    yield opened
    opened.close()


def test_the_committed_pages_are_found_in_the_readers_words(page: Page, address: str) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    assert [(q, url) for q, url in QUERIES if found(page, q, address)[:1] != [url]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_of_the_search_is_fetched_before_somebody_goes_to_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [name for name in asked if name.startswith(("tim/", "assets/tim.", "assets/xep."))]
    page.locator("#tim").focus()
    found(page, "khai sinh", address)
    assert not [name for name in asked if "pagefind" in name], "names were enough"
    page.get_by_role("button", name="Tìm cả trong nội dung trang").click()
    page.wait_for_selector(".ket mark")
    assert [name for name in asked if name.endswith(".pf_index")]


def test_by_keyboard_from_the_field_to_a_page_and_escape_clears(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#tim").focus()
    page.keyboard.type("khai sinh")
    settled(page, "khai sinh")
    assert page.locator("form output").inner_text().startswith("Tìm thấy ")
    page.keyboard.press("Escape")
    assert page.locator(LINKS).count() == 0
    page.keyboard.type("khai tu")
    settled(page, "khai tu")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ket') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}thu-tuc/**")


def _tab_to(page: Page, words: str) -> None:
    """Press Tab until what holds the focus says these words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in str(page.evaluate("document.activeElement.textContent")):
            return
    pytest.fail(f"no Tab leads to {words!r}")


def test_the_keyboard_alone_leads_from_home_by_search_to_a_procedure_and_its_print(
    page: Page, address: str
) -> None:
    page.add_init_script("window.print = () => { document.title = 'in'; }")
    page.goto(address)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tim":
            break
    page.keyboard.type("lam giay khai sinh")
    settled(page, "lam giay khai sinh")
    _tab_to(page, "Làm giấy khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}thu-tuc/1.001193/")
    _tab_to(page, "In một tờ mang theo")
    page.keyboard.press("Enter")
    assert page.title() == "in"


def test_whoever_stands_on_a_result_stays_there_when_the_text_adds_others(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/*.pf_index", lambda route: held.append(route))  # Playwright marks what it is given
    page.goto(address)
    page.locator("#tim").fill("khai sinh nguoi yeu cau ghi")
    page.wait_for_selector(LINKS)
    page.wait_for_function("document.querySelector('form output').textContent.includes('Đang tìm')")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ket a')"):
            break
    stood = page.evaluate("document.activeElement.href")
    for route in held:
        route.continue_()
    page.unroute("**/*.pf_index")
    page.wait_for_selector(".ket mark")
    assert stood
    assert page.evaluate("document.activeElement.href") == stood


def test_whoever_stands_on_what_other_results_take_away_is_back_in_the_field(
    page: Page, address: str
) -> None:
    page.goto(address)
    found(page, "khai sinh", address)
    wider = page.get_by_role("button", name="Tìm cả trong nội dung trang")
    for taken in (page.locator(LINKS).first, wider):
        found(page, "khai sinh", address)
        taken.focus()
        page.evaluate("""() => {
            const field = document.querySelector('#tim');
            field.value = 'lich tiep cong dan';
            field.dispatchEvent(new Event('input'));
        }""")
        settled(page, "lich tiep cong dan")
        assert page.evaluate("document.activeElement.id") == "tim"


def test_other_words_are_advised_only_once_the_text_has_been_searched_too(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/*.pf_meta", lambda route: held.append(route))
    page.goto(address)
    page.locator("#tim").fill("qwxzvk")
    page.wait_for_function("document.querySelector('form output').textContent.includes('Đang tìm')")
    assert page.locator(".ket p").count() == 0
    for route in held:
        route.continue_()
    page.unroute("**/*.pf_meta")
    page.wait_for_selector(".ket p")
    assert page.locator("form output").inner_text() == "Không thấy trang nào."
    assert page.locator(".ket").inner_text().startswith("Thử bớt chữ")


def test_whoever_comes_back_from_a_result_finds_the_others_again(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#tim").focus()
    before = found(page, "khai sinh", address)
    page.locator(LINKS).first.click()
    page.wait_for_url("**/thu-tuc/**")
    page.go_back()
    settled(page, "khai sinh")
    links = page.eval_on_selector_all(LINKS, "links => links.map(link => link.href)")
    assert [str(link).removeprefix(address) for link in links] == before


def test_enter_leads_to_the_page_of_the_search_with_its_results(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#tim").fill("sổ đỏ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z/?q=*")
    page.wait_for_selector(LINKS)
    assert page.locator("[data-a-z]").is_hidden()
    assert page.locator(".ket__nhom").first.inner_text() == "Thủ tục hành chính"


def test_where_nothing_is_found_the_letters_stay_and_it_is_said(page: Page, address: str) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    assert found(page, "zzzz qqqq", address) == []
    assert page.locator("form output").inner_text() == "Không thấy trang nào."
    assert page.locator(".ket a[href^='tel:']").count() == 1
    assert page.locator("[data-a-z]").is_visible()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("zzqxw blarg", []),
        ("asdfgh", []),
        ("DA-2026-01", ["du-an/DA-2026-01/", "giam-sat/DA-2026-01/"]),
        ("12/qd-ubnd", ["du-an/DA-2026-01/"]),
    ],
)
def test_nonsense_finds_nothing_and_a_code_only_its_pages(
    page: Page, address: str, query: str, shown: list[str]
) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    assert found(page, query, address) == shown


def test_officials_are_found_by_name_and_a_slip_does_not_change_what_is_meant(
    page: Page, address: str
) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    assert found(page, "ma thi lan", address)[0] == "lanh-dao/"
    assert (
        found(page, "khai sinhh", address)[0]
        == found(page, "giay khai sinh", address)[0]
        == "thu-tuc/1.001193/"
    )


def test_the_head_leads_into_the_field_and_escape_back_to_it(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".dau__tim").click()
    page.wait_for_function("document.activeElement.id === 'tim'")
    assert page.locator("[data-khong-tim]").is_hidden()
    found(page, "khai sinh", address)
    page.locator(LINKS).first.focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "tim"
    assert page.locator(LINKS).count() == 0


def test_without_script_the_form_leads_to_every_page_by_letter(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    page.locator("#tim").fill("khai sinh")
    page.get_by_role("button", name="Tìm").click()
    assert page.url == f"{address}a-z/?q=khai+sinh"
    assert page.locator("[data-a-z] li").count() > 60
    assert page.locator("[data-khong-tim]").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_results(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}a-z/?q=nhà")
    settled(page, "nhà")
    assert Axe().run(page).response["violations"] == []
    page.close()


def test_over_the_printed_nginx_nothing_is_stopped_and_full_text_is_found(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    port = free_port()
    text = configuration(Server.NGINX, Hosting(site, ("localhost",), "/cong-khai/", port=port))
    with nginx(tmp_path / "run", text):
        wait_for(port)
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.add_init_script("addEventListener('securitypolicyviolation', e => console.log(e.blockedURI))")
        page.goto(f"http://localhost:{port}/cong-khai/xa-mau/a-z/?q=a")
        found(page, "nghiem thu doan nay", "")
        page.get_by_role("button", name="Tìm cả trong nội dung trang").or_(
            page.locator(".ket mark")
        ).first.wait_for()
        assert said == []
        assert page.evaluate(
            "performance.getEntriesByType('resource').some(e => e.name.includes('.pf_index'))"
        )
        page.close()


def test_hostile_names_and_addresses_stay_text(browser: Browser, site: Path, tmp_path: Path) -> None:
    """As a site of another program might have them, which the province copies."""
    copy = shutil.copytree(site / "xa-mau", tmp_path / "xa-mau")
    bad = "<img src=x onerror=document.title='bị'>khoai"
    addresses = [
        "javascript:alert(1)/",
        "//khac.example/",
        "https://khac.example/",
        "../khac/",
        "a/../../b/",
        "/b/",
    ]
    rows = [[url, f"{bad} {n}", 0, "", [bad], [bad], bad] for n, url in enumerate(["dung/", *addresses])]
    names = {"full": True, "beside": [], "groups": [bad], "pages": rows}
    (copy / "tim" / "ten.json").write_text(json.dumps(names), encoding="utf-8")
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(f"{address}xa-mau/a-z/")
        page.locator("#tim").focus()
        assert found(page, "khoai", f"{address}xa-mau/") == ["dung/"]
        assert page.locator(".ket img").count() == 0
        assert page.title() != "bị"
        page.close()


def test_where_the_search_cannot_be_fetched_it_is_said(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/ten.json", lambda route: route.abort())
    page.goto(address)
    page.locator("#tim").focus()
    page.get_by_text("Chưa tải được phần tìm").wait_for()
    page.close()


def test_without_full_text_names_are_still_found(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/wasm.unknown.pagefind", lambda route: route.abort())
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(address)
    page.locator("#tim").focus()
    assert found(page, "khai sinh zzzz qqqq xxxx", address)[:1] != []
    assert "chưa tìm được trong nội dung" in page.locator("form output").inner_text()
    page.close()


def test_after_a_failure_the_search_is_fetched_again(browser: Browser, address: str) -> None:
    """A phone that was out of reach for a moment."""
    page = browser.new_page()
    page.route("**/tim/ten.json", lambda route: route.abort())
    page.goto(address)
    page.locator("#tim").focus()
    page.get_by_text("Chưa tải được phần tìm").wait_for()
    page.unroute("**/tim/ten.json")
    page.locator("#tim").blur()
    page.locator("#tim").focus()
    assert found(page, "khai sinh", address)
    assert page.locator(".ket").count() == 1
    page.close()


def test_without_the_shared_names_own_pages_are_still_found(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/tim/thu-tuc/ten.json", lambda route: route.abort())
    page.goto(address)
    page.locator("#tim").focus()
    assert "du-an/DA-2026-01/" in found(page, "đường Nà Mẫu", address)
    assert "Chưa tải được hết danh sách trang" in page.locator("form output").inner_text()
    page.close()


def test_the_text_is_searched_with_the_tone_marks_that_were_typed(page: Page, address: str) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    for typed in (TEXT, fold(TEXT)):
        assert "du-an/DA-2026-01/" in found(page, typed, address), typed
    assert found(page, "xế tái nhò", address) == []
    assert page.locator("form output").inner_text() == "Không thấy trang nào."


def test_a_list_that_does_not_come_keeps_nobody_waiting_and_is_searched_once_it_is_there(
    page: Page, address: str
) -> None:
    held: list[Route] = []
    page.route("**/tim/thu-tuc/ten.json", lambda route: held.append(route))
    page.goto(address)
    page.locator("#tim").focus()
    page.locator("#tim").fill("khai sinh")
    page.get_by_text("Chưa tải được hết danh sách trang").wait_for()
    for route in held:
        route.continue_()
    page.locator(".ket a[href*='1.001193']").first.wait_for()
    assert "Chưa tải được" not in page.locator("form output").inner_text()


def test_what_only_the_text_names_is_told_apart(page: Page, address: str) -> None:
    page.goto(f"{address}a-z/")
    page.locator("#tim").focus()
    assert found(page, TEXT, address) == ["du-an/DA-2026-01/"]
    assert page.locator("form output").inner_text().startswith("Không có mục nào tên như vậy")
    found(page, "khai sinh", address)
    assert page.locator("form output").inner_text().startswith("Tìm thấy")


def test_full_text_that_never_comes_is_told_and_names_are_found(browser: Browser, address: str) -> None:
    """Pagefind keeps silent when its first file cannot be had."""
    page = browser.new_page()
    page.clock.install()
    page.route("**/tim/pagefind-entry.json*", lambda route: route.abort())
    page.goto(address)
    page.locator("#tim").fill("khai sinh")
    page.clock.run_for(1000)
    page.wait_for_selector(LINKS)
    page.get_by_role("button", name="Tìm cả trong nội dung trang").click()
    page.clock.run_for(20_000)
    page.get_by_text("chưa tìm được trong nội dung").wait_for()
    assert page.locator(LINKS).count()
    page.close()
