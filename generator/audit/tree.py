"""A page as a tree of elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.audit.tokens import Start, tokens

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "circle", "line", "path", "rect",
})  # fmt: skip
"""Elements without an end tag; those of SVG are written without one."""
DEEPEST = 64
"""Elements in each other; ours have a third. What is deeper holds nothing, so that no text is read a million times."""
QUIET = frozenset({"script", "style", "template", "noscript"})
"""What stands in these is not read on the page."""


class Element:
    """A tag with what it holds, in order."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has_class(self, name: str) -> bool:
        return name in self.get("class").split()

    def walk(self) -> Iterator[Element]:
        """It and all below it, in the order of the page; without recursion, for pages nested a million deep."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def first(self, *tags: str) -> Element | None:
        return next((element for element in self.walk() if element.tag in tags), None)

    @property
    def raw(self) -> str:
        """The text that stands directly in it: a script's or a style's own."""
        return "".join(child for child in self.children if isinstance(child, str))

    @property
    def text(self) -> str:
        """What is read of it, blanks joined."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            found = waiting.pop()
            if isinstance(found, str):
                parts.append(found)
            elif found.tag not in QUIET:
                parts.append(" ")
                waiting += reversed(found.children)
        return " ".join("".join(parts).split())


def read_tree(text: str) -> Element:
    """The whole page below an element without a name; any text gives a tree."""
    root = Element("", {})
    opened, names = [root], Counter[str]()
    for token in tokens(text):
        if isinstance(token, str):
            opened[-1].children.append(token)
        elif isinstance(token, Start):
            element = Element(token.tag, token.attributes)
            opened[-1].children.append(element)
            if token.tag not in VOID and len(opened) < DEEPEST:
                opened.append(element)
                names[token.tag] += 1
        elif names[token.tag]:  # an end without a start closes nothing
            _close(token.tag, opened, names)
    return root


def _close(tag: str, opened: list[Element], names: Counter[str]) -> None:
    """Close the innermost element of that name, and what is open in it."""
    while True:
        closed = opened.pop()
        names[closed.tag] -= 1
        if closed.tag == tag:
            return
