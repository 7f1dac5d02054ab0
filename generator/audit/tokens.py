"""HTML in pieces, each character looked at once: Python's own parser takes hours for a megabyte of `<!--`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

NAME = re.compile(r"[A-Za-z][^\s/>]*+")
ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+)))?)"""
)
RAW = frozenset({"script", "style", "textarea", "title"})
"""What they hold is text up to their own end."""
RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Start(NamedTuple):
    """A start tag with its attributes; the first of two with one name counts, as in browsers."""

    tag: str
    attributes: dict[str, str]


class End(NamedTuple):
    """An end tag."""

    tag: str


Token = Start | End | str


def tokens(text: str) -> Iterator[Token]:
    """Tags and the text between them, comments left out; what breaks off at the end is left out too.

    Source: WHATWG HTML, "Tokenization", in what matters to a reader.
    """
    place = 0
    while place < len(text):
        tag = text.find("<", place)
        if tag < 0:
            yield _unescaped(text[place:])
            return
        if tag > place:
            yield _unescaped(text[place:tag])
        if name := NAME.match(text, tag + 1):
            start, place = _start(text, name)
            if start is None:
                return
            yield start
            if start.tag in RAW:
                end = RAW_ENDS[start.tag].search(text, place)
                stop = end.start() if end else len(text)
                raw = text[place:stop]
                yield raw if start.tag in ("script", "style") else _unescaped(raw)
                place = stop
        elif name := NAME.match(text, tag + 2) if text.startswith("</", tag) else None:
            yield End(name[0].lower())
            place = _after(text, ">", name.end())
        else:
            said, place = _other(text, tag)
            if said:
                yield said


def _other(text: str, tag: int) -> tuple[str, int]:
    """What a `<` that begins no tag is: a comment or declaration, which says nothing, or a plain sign."""
    if text.startswith("<!--", tag):
        return "", _after(text, "-->", tag + 4)
    if text.startswith(("<!", "<?", "</"), tag):
        return "", _after(text, ">", tag + 2)
    return "<", tag + 1


def _start(text: str, name: re.Match[str]) -> tuple[Start | None, int]:
    """The tag and the place behind it; no tag where the text ends within it."""
    attributes: dict[str, str] = {}
    place = name.end()
    while found := ATTRIBUTE.match(text, place):
        place = found.end()
        if found["end"]:
            return Start(name[0].lower(), attributes), place
        value = found[3] or found[4] or found[5] or ""
        attributes.setdefault(found["name"].lower(), _unescaped(value))
    return None, len(text)


def _after(text: str, sign: str, place: int) -> int:
    found = text.find(sign, place)
    return len(text) if found < 0 else found + len(sign)


def _unescaped(text: str) -> str:
    try:
        return unescape(text) if "&" in text else text
    except ValueError:  # a number of thousands of digits
        return text
