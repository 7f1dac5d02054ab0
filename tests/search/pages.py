"""A built site in a browser, and what its search shows."""

from __future__ import annotations

from playwright.sync_api import Page

LINKS = ".ket li > a"


def settled(page: Page, query: str) -> None:
    """Wait until a query's results are all there; what is shown while keys are pressed is of its first letters."""
    page.wait_for_function("q => document.querySelector('form[role=search]').dataset.xong === q", arg=query)


def found(page: Page, query: str, root: str) -> list[str]:
    """The addresses inside the site that a query leads to, in the order of the page."""
    page.locator("#tim").fill(query)
    settled(page, query)
    links = page.eval_on_selector_all(LINKS, "links => links.map(link => link.href)")
    return [str(link).removeprefix(root) for link in links]
