"""Parts of a page that a screen reader can say nothing of (WCAG 2.2: 1.1.1, 1.3.1, 2.4.4, 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.tree import Element

PICTURE, LINK, BUTTON, FIELD = "ảnh", "liên kết", "nút", "ô nhập"
NAMED = ("aria-label", "aria-labelledby", "title")
UNSEEN_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})


def nameless(root: Element) -> Iterator[str]:
    """The kind of each part without a name, in the order of the page."""
    labelled: set[str] = set()
    within: set[int] = set()
    for element in root.walk():
        if element.tag == "label":
            labelled.add(element.get("for"))
            within |= {id(e) for e in element.walk()} if element.text else set()
    for element in _seen(root):
        if kind := _kind(element, labelled, within):
            yield kind


def _seen(root: Element) -> Iterator[Element]:
    """What a screen reader meets: nothing that is hidden from it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if "hidden" in element.attributes or element.get("aria-hidden") == "true":
            continue
        yield element
        waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def _kind(element: Element, labelled: set[str], within: set[int]) -> str:
    if any(element.get(name) for name in NAMED):
        return ""
    match element.tag:
        case "img":
            return "" if "alt" in element.attributes else PICTURE
        case "svg":
            return PICTURE if element.get("role") == "img" and element.first("title") is None else ""
        case "a" | "button":
            return "" if _said(element) else LINK if element.tag == "a" and element.get("href") else BUTTON
        case "input" | "select" | "textarea":
            switch = element.has_class("md-toggle")  # of Material, shown to nobody
            if switch or element.get("type") in UNSEEN_FIELDS or id(element) in within:
                return ""
            return "" if element.get("id") in labelled - {""} else FIELD
    return ""


def _said(element: Element) -> bool:
    return bool(element.text) or any(
        e.get("alt") or e.get("aria-label") or (e.tag == "title" and e.text) for e in element.walk()
    )
