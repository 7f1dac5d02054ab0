"""The printed nginx configuration in a real browser: its policy stops nothing that a page needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import build
from generator.kinds._kind import Scope
from generator.publish import make_site
from generator.webserver import Hosting, Server, configuration
from tests.servers import free_port, nginx, wait_for

pytestmark = pytest.mark.browser
WATCH = """
window.stopped = [];
addEventListener("securitypolicyviolation", (e) => stopped.push(e.effectiveDirective + " " + e.blockedURI));
"""
SHOW = """() => {
    document.querySelectorAll("details").forEach(e => e.open = true);
    for (const e of document.images) e.loading = "eager";
}"""
"""Also what is folded, and pictures further down."""


@pytest.fixture(scope="module")
def port(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """All communes and the province under one name, the sample commune also under its own."""
    found = free_port()
    sites = (
        Hosting(site, ("localhost",), port=found),
        Hosting(site, ("tinh.localhost",), "/cong-khai/", port=found),
        Hosting(site / "xa-mau", ("xa-mau.localhost",), port=found),
    )
    texts = [configuration(Server.NGINX, hosting) for hosting in sites]
    with nginx(tmp_path_factory.mktemp("nginx") / "run", *texts):
        wait_for(found)
        yield found


def violations(browser: Browser, addresses: list[str]) -> list[tuple[str, list[str]]]:
    """What the policy stopped on each page, and what the console says of it; also in what is folded."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    found = []
    for address in addresses:
        said.clear()
        page.goto(address)
        page.evaluate(SHOW)
        for _ in range(600):  # wait_for_function looks again by eval, which the policy stops
            if page.evaluate("[...document.images].every(e => e.complete)"):
                break
            page.wait_for_timeout(50)
        stopped = [*page.evaluate("stopped"), *(text for text in said if "404" not in text)]
        if stopped:
            found.append((address, stopped))
    page.close()
    return found


@pytest.mark.parametrize(
    "base", ["localhost:{}/", pytest.param("tinh.localhost:{}/cong-khai/", marks=pytest.mark.long)]
)
def test_no_page_of_any_kind_breaks_the_policy_below_the_province(
    browser: Browser, port: int, urls: list[str], base: str
) -> None:
    assert violations(browser, [f"http://{base.format(port)}{url}" for url in urls]) == []


def test_no_page_of_any_kind_breaks_the_policy_under_the_communes_own_domain(
    browser: Browser, port: int, urls: list[str]
) -> None:
    own = [url.removeprefix("xa-mau/") for url in urls if url.startswith("xa-mau/")]
    assert len(own) > 15
    assert violations(browser, [f"http://xa-mau.localhost:{port}/{url}" for url in own]) == []


def test_what_pages_say_to_programs_is_neither_stopped_nor_run(
    browser: Browser, sample: Scope, tmp_path: Path
) -> None:
    """As on a real commune's own site: the fictional one says nothing."""
    scope = replace(sample, commune=replace(sample.commune, fictional=False))
    build(*make_site(scope), tmp_path / "site")
    port = free_port()
    hosting = Hosting(tmp_path / "site", ("localhost",), port=port)
    with nginx(tmp_path / "nginx", configuration(Server.NGINX, hosting)):
        wait_for(port)
        addresses = [
            f"http://localhost:{port}/{url}" for url in ("", "lien-he/", "du-an/", "tiep-cong-dan/")
        ]
        assert violations(browser, addresses) == []
        page = browser.new_page()
        page.goto(addresses[0])
        block = page.locator('script[type="application/ld+json"]')
        assert block.count() == 1
        found = json.loads(block.text_content() or "")
        page.close()
    assert found["@graph"][0]["name"] == "UBND xã Mẫu"


def test_the_policy_stops_what_is_not_the_sites(browser: Browser, port: int) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(f"http://xa-mau.localhost:{port}/")
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", "<img src='http://other.example/x.png' onerror='1'>");
        document.body.append(Object.assign(document.createElement("script"), {textContent: "window.run = 1"}));
        document.body.append(Object.assign(document.createElement("style"), {textContent: "p {color: red}"}));
    }""")
    page.wait_for_function("stopped.length >= 4")
    found = {text.split(" ")[0] for text in page.evaluate("stopped")}
    ran = page.evaluate("window.run === 1")
    page.close()
    assert found == {"img-src", "script-src-attr", "script-src-elem", "style-src-elem"}
    assert not ran


@pytest.mark.parametrize("path", ["khong-co/", "xa-mau/khong/co/"])
def test_the_page_of_what_is_not_there_has_its_style(browser: Browser, port: int, path: str) -> None:
    address = f"http://localhost:{port}/{path}"
    assert violations(browser, [address]) == []
    page = browser.new_page()
    page.goto(address)
    colour = page.locator("header").evaluate("e => getComputedStyle(e).backgroundColor")
    page.close()
    assert colour == "rgb(11, 60, 104)"


def test_style_and_script_work_under_the_policy(browser: Browser, port: int) -> None:
    page = browser.new_page()
    page.goto(f"http://localhost:{port}/")
    page.get_by_label("Tên xã, phường").fill("trung luong")
    assert page.locator("[data-loc-o]:visible .xa__ten").count() == 1
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 30)")
    page.close()
