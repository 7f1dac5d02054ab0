"""Prose to safe HTML: Markdown written by staff, and plain official text with dashes for lists."""

from __future__ import annotations

import re

import markdown
import nh3
from markupsafe import Markup, escape

TAGS = {
    "a", "blockquote", "br", "em", "h3", "h4", "hr", "li", "ol", "p", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}}
SCHEMES = {"http", "https", "mailto", "tel"}
BULLET = re.compile(r"^\s*([-–+*•])\s+")


def markdown_html(text: str) -> Markup:
    """Markdown to HTML that carries no script, style, frame or foreign scheme (nh3's allow-list)."""
    html = markdown.markdown(
        text,
        extensions=["tables", "sane_lists", "toc"],
        extension_configs={"toc": {"baselevel": 3}},
        output_format="html",
    )
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES))  # noqa: S704 - cleaned


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
