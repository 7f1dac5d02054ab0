"""Prose to safe HTML: Markdown written by staff, and plain official text with dashes for lists."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

TAGS = {
    "a", "blockquote", "br", "em", "h3", "h4", "hr", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}}
SCHEMES = {"http", "https", "mailto", "tel"}
UNUSED = (
    "html",
    "image_link",
    "image_reference",
    "link",
    "reference",
    "short_image_ref",
    "short_reference",
)
LINK = r"(?<!!)\[([^\[\]]{1,500})\]\(\s?((?i:https?://|mailto:|tel:)[^\s()<>]{1,1000})\s?\)"
HEADING = re.compile("h[1-6]")
NESTED = re.compile(
    r"^(?P<before>(?![-*_ \t]+$)(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}\.)(?=[ \t]))){8}[ \t]*\d*)(?P<mark>[>+*.-])",
    re.MULTILINE,
)
"""The ninth mark of lists or quotations in one line: hundreds of them would exhaust the stack."""
ALONE = re.compile(r"^(?:#.*|=+|-+|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
"""Headings and rules: a block of thousands of them is cut again and again, which takes seconds."""
NUMBER = re.compile(r"(?<![\w./:-])0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4}(?![\w/-])")
"""Ten or eleven digits in the usual groups."""
BULLET = re.compile(r"^\s*([-–+*•])\s+")


def markdown_html(text: str) -> Markup:
    """Markdown to HTML that carries no script, style, frame or foreign scheme (nh3's allow-list).

    HTML in the text is shown as it was typed, never run and never dropped.
    """
    html = _markdown().reset().convert(_tame(text))
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES))  # noqa: S704 - cleaned


def with_calls(text: str) -> Markup:
    """A line of plain text in which telephone numbers can be called."""
    return Markup(NUMBER.sub(_call, str(escape(text))))  # noqa: S704 - words are escaped


def _call(number: re.Match[str]) -> str:
    return f'<a href="tel:{re.sub(r"[ .]", "", number[0])}">{number[0]}</a>'


def plain_html(text: str) -> Markup:
    """Official plain text to HTML: a line is a paragraph, "-" and "+" open list items, two deep.

    Nothing is dropped or reworded; only the marks become list markup.
    """
    parts: list[str] = []
    depth = 0
    for line in filter(None, map(str.strip, text.splitlines())):
        level = min(_level(line), depth + 1)
        parts += _steps(depth, level)
        words = escape(BULLET.sub("", line) if level else line)
        parts.append(f"<li>{words}" if level else f"<p>{words}</p>")
        depth = level
    return Markup("".join([*parts, *_steps(depth, 0)]))  # noqa: S704 - words are escaped


def _tame(text: str) -> str:
    """The same prose without what costs Python-Markdown minutes or its stack."""
    return ALONE.sub("\\g<0>\n", NESTED.sub(r"\g<before>\\\g<mark>", text))


@cache
def _markdown() -> Markdown:
    """Python-Markdown without what prose has no use for: HTML, pictures, links by reference.

    Their patterns, and the usual one for links, look for an end through the whole text from each
    bracket: 20,000 of them take 40 seconds. (Unique ids for headings, as `toc` makes, take two.)
    """
    made = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    made.treeprocessors.register(_Headings(made), "headings", 5)
    made.preprocessors.deregister("html_block")
    made.parser.blockprocessors.deregister("reference")
    for name in UNUSED:
        made.inlinePatterns.deregister(name)
    made.inlinePatterns.register(_Link(LINK, made), "link", 160)
    return made


class _Headings(Treeprocessor):
    """Headings of prose stand below the h2 of the page's section."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if HEADING.fullmatch(element.tag):
                element.tag = f"h{min(int(element.tag[1]) + 2, 4)}"


class _Link(InlineProcessor):
    """[words](address), with a whole address: prose stands on pages of any depth."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802 - their name
        link = Element("a", href=self.unescape(m[2]))
        link.text = m[1]
        return link, m.start(), m.end()


def _level(line: str) -> int:
    """0 for a paragraph, 1 for "- …", 2 for "+ …"."""
    bullet = BULLET.match(line)
    if bullet is None:
        return 0
    return 2 if bullet.group(1) in "+•" else 1


def _steps(before: int, after: int) -> list[str]:
    """The tags between two lines: a deeper list opens inside the item that is still open."""
    if after > before:
        return ["<ul>"] * (after - before)
    closed = ["</li></ul>"] * (before - after)
    return [*closed, "</li>"] if after else closed
