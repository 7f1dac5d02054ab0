"""Prose as its page shows it: written signs read, the marks of Markdown gone, lines of a paragraph joined."""

from __future__ import annotations

import html
import re

HIDING = re.compile(
    r"(?P<entity>&#?\w{1,32};)"
    r"|\](?:\(\s?(?i:https?://|mailto:|tel:)[^\s()<>]{1,1000}\s?\))?|\[|\\"
    r"|(?<=\S)[*_`]+|[*_`]+(?=\S)"
    r"|</?[A-Za-z][^<>]{0,200}>"
    r"|(?P<space>(?<=\S)(?:[ \t]{2,}|\t)(?=\S)"
    r"|(?:(?<=\d)|(?<=\d[.-])|(?<=@))[ \t]*\n[ \t>]*(?!\d{1,2}[.)][ \t])(?=[\d@*_`\[\\&])|(?<=@)[ \t]*\n[ \t>]*(?=\w)"
    r"|(?<=\w)[ \t]*\n[ \t>]*(?=[@.]\w))"
)
"""What parts a number or an address in the source and not on the page; most of it is gone there."""

BESIDE_DIGIT = re.compile(
    r"[\d&](?:(?<=&)#?\w|[*_`\[\]\\<\t]|  |[.-]?[ \t]*\n[ \t>]*[\d*_`\[\\&])|[*_`\[\])>\\]\d"
)
"""Where a number can be parted so."""
SIGN = re.compile(r"[*_`\[\\<\n]")
"""What can part an address so."""


def may_hide(text: str) -> bool:
    """Whether a page may show a number or an address that the source does not: most texts hide none."""
    return bool(BESIDE_DIGIT.search(text) or ("@" in text and SIGN.search(text)))


def as_shown(text: str) -> tuple[str, list[int]]:
    """The text as a reader sees it, and where each of its characters stood."""
    parts: list[str] = []
    places: list[int] = []
    end = 0
    for found in HIDING.finditer(text):
        start = found.start()
        sign = html.unescape(found[0]) if found["entity"] else " " if found["space"] else ""
        parts += [text[end:start], sign]
        places += [*range(end, start), *[start] * len(sign)]
        end = found.end()
    return "".join((*parts, text[end:])), [*places, *range(end, len(text))]
