"""The forms of the sample commune before a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.from_schema.forms import Writing
from generator.kinds._kind import Scope
from generator.resources import editor
from generator.webserver import Hosting, Server, configuration
from tests.from_schema.form_page import FormPage, sample_files, seed, write_forms
from tests.servers import free_port, nginx, wait_for


@pytest.fixture(scope="module")
def forms(sample: Scope, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The forms of the sample commune behind the printed nginx configuration."""
    folder = editor()
    if folder is None:
        pytest.skip("the editor is missing: `make admin`, then run again")
    out, port = tmp_path_factory.mktemp("forms") / "site", free_port()
    write_forms(out, sample, folder, Writing.BROWSER)
    hosting = Hosting(out, ("localhost",), port=port)
    with nginx(tmp_path_factory.mktemp("nginx") / "run", configuration(Server.NGINX, hosting)):
        wait_for(port)
        yield f"http://localhost:{port}/quan-tri/"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, forms: str, asked: list[str]) -> Iterator[Page]:
    """Signed in with the sample's files; tall, since the editor draws only what is on the screen."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 3000})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{forms}giay-phep.txt")
    seed(opened, sample_files())
    opened.goto(forms)
    opened.get_by_role("button", name="Làm việc với kho dữ liệu").click()
    opened.get_by_text("Mục chỉ có một tệp").first.wait_for()
    yield opened
    context.close()


@pytest.fixture
def form(page: Page, forms: str) -> FormPage:
    return FormPage(page, forms)
