"""The forms filled in by a program as people do it: fields are found by their titles, inside groups by the groups'."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, Page

OPENED, DRAWN = 600, 250
"""Milliseconds in which the editor draws what was opened, and what came into sight."""
Place = Page | Locator


def field(inside: Place, *titles: str) -> Locator:
    """The field, or the last one of that title; a group on the way that is not there yet is added."""
    *groups, last = titles
    for title in groups:
        inside = _shown(_field(inside, title))
        box = inside.get_by_role("checkbox", name=f"Thêm \u2068{title}\u2069")
        if box.count() and not box.first.is_checked():
            box.first.click()
            inside.page.wait_for_timeout(OPENED)
    return _shown(_field(inside, last))


def _shown(found: Locator) -> Locator:
    """The editor draws only what is on the screen."""
    found.scroll_into_view_if_needed()
    found.page.wait_for_timeout(DRAWN)
    return found


def _field(inside: Place, title: str) -> Locator:
    return inside.get_by_role("group", name=f"Trường “\u2068{title}\u2069”", exact=True).last


def fill(found: Locator, text: str) -> None:
    found.locator("input, textarea, [contenteditable=true]").first.fill(text)


def choose(found: Locator, *options: str) -> None:
    """From a list that opens, or among choices that are all shown."""
    for option in options:
        box = found.get_by_role("combobox")
        if box.count():
            box.first.click()
            found.page.get_by_role("option", name=option).first.click()
        else:
            found.get_by_role("radio", name=option).or_(
                found.get_by_role("checkbox", name=option)
            ).first.click()
        found.page.wait_for_timeout(OPENED)


def unfold(found: Locator) -> None:
    """Open the last item of a list."""
    found.get_by_role("button", name="Mở rộng", exact=True).last.click()
    found.page.wait_for_timeout(OPENED)


def add(found: Locator, title: str) -> Locator:
    """A new item of a list; its fields are the last of their titles."""
    found.get_by_role("button", name=f"Thêm \u2068{title}\u2069").last.click()
    found.page.wait_for_timeout(OPENED)
    return found


def box(found: Locator) -> FloatRect:
    """Where it stands on the screen.

    Raises: LookupError where it is not shown
    """
    place = found.bounding_box()
    if place is None:
        raise LookupError(str(found))
    return place
