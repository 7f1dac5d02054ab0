"""What a browser fetches for a first view, compressed as any web server does it (DESIGN §7)."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.servers import Quiet, served

pytestmark = [pytest.mark.browser, pytest.mark.long]
KB = 1024
MOST = {"Document": 15 * KB, "Stylesheet": 32 * KB, "Script": 45 * KB}
MOST_IN_ALL = 90 * KB


class _Gzip(Quiet):
    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js") or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), compresslevel=6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, _Gzip) as found:
        yield found


@pytest.fixture
def weigh(browser: Browser) -> Iterator[Callable[[str], Counter[str]]]:
    """Bytes over the wire by type of resource, headers included, nothing in the cache."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    types: dict[str, str] = {}
    weight: Counter[str] = Counter()
    session.on("Network.responseReceived", lambda event: types.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: weight.update({types[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def of(url: str) -> Counter[str]:
        page.goto("about:blank")
        weight.clear()
        page.goto(url, wait_until="load")
        return Counter(weight)

    yield of
    page.close()


def test_the_first_view_of_every_page_is_light(
    weigh: Callable[[str], Counter[str]], address: str, urls: list[str]
) -> None:
    heavy = {}
    for url in urls:
        weight = weigh(address + url)
        assert weight["Document"] > 0
        assert weight["Stylesheet"] > 0 or url == "404.html"
        over = [kind for kind, most in MOST.items() if weight[kind] > most]
        pictures = weight["Image"]  # what a record itself shows, such as photographs of a project
        if over or sum(weight.values()) - pictures > MOST_IN_ALL or weight["Font"]:
            heavy[url] = dict(weight)
    assert heavy == {}
