"""A built site in a browser, and what its search shows."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

LINKS = ".ket li > a"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the test output is not a server log."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, served on a free port."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def found(page: Page, query: str, root: str) -> list[str]:
    """The addresses inside the site that a query leads to, in the order of the page."""
    page.locator("#tim").fill(query)
    page.wait_for_function("q => document.querySelector('form[role=search]').dataset.xong === q", arg=query)
    links = page.eval_on_selector_all(LINKS, "links => links.map(link => link.href)")
    return [str(link).removeprefix(root) for link in links]
