"""Quotation marks and brackets that a value opens and nothing closes, found as people read: line by line.

The parser looks for the closing mark through all lines that follow, takes that of another value for
it, and complains there, if it complains at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.load.mistakes import unclosed_bracket
from generator.load.quoting import unclosed_quote
from generator.load.shapes import HEAD, KEY, Mistake, smart_quotes

DOUBLE, SINGLE = r'"(?:[^"\\\n]|\\.)*', r"'(?:[^'\n]|'')*"
OPENING = re.compile(
    rf"^(?P<head>{HEAD})(?P<key>{KEY}:[ \t]+)?(?:(?P<quote>{DOUBLE}|{SINGLE})"
    r"|(?P<block>[|>][-+0-9]{0,2}[ \t]*)|(?P<bracket>[\[{](?![^\[\]{}\"'\n]*[\]}][ \t]*$).*))$",
    re.MULTILINE,
)
"""A line whose value opens a quotation that it does not close, a block of lines, or perhaps a bracket."""
CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
QUOTATION = re.compile(rf"{DOUBLE}\"|{SINGLE}'")
BRACKET = re.compile(r"[\[\]{}]")
ENTRY = re.compile(r"( *)(?:-(?: |$)|[a-z][a-z0-9_]*[ \t]*:(?:[ \t]|$))")
MOST = 300_000
"""Characters that are looked through; the longest official procedure has a third of that."""


def first_unclosed(lines: Sequence[str], last: int, brackets: bool = True) -> tuple[int, Mistake] | None:
    """The first line, from 0 and not after `last`, that opens what it does not close; None where none does.

    Without `brackets` only quotation marks count: readers of YAML let a bracket go on at any column.
    """
    text = "\n".join(lines)
    text = text if len(text) <= MOST else text[: text.rfind("\n", 0, MOST) + 1]
    number = position = 0
    while found := OPENING.search(text, position):
        number += text.count("\n", position, found.start())
        if number > last:
            return None
        after, closed = _end(found, number, lines)
        if not closed and (found["quote"] or brackets):
            return number, replace(_mistake(found, lines[number]), through=after - number - 1)
        position = found.start() + sum(len(line) + 1 for line in lines[number:after])
        number = after
    return None


def _end(found: re.Match[str], number: int, lines: Sequence[str]) -> tuple[int, bool]:
    """The first line that no longer belongs to what is opened, and whether something closes it."""
    column = len(found["head"]) if found["key"] else found["head"].rfind("-")
    if found["block"] is not None:
        return after_block(lines, number, column), True
    depth = _depth(found["bracket"] or "")
    for later in range(number + 1, len(lines)):
        if not found["quote"] and depth <= 0:
            return later, True
        if _begins_entry(lines[later], max(column, 0)):
            return later, False
        if found["quote"] and CLOSING[found["quote"][0]].match(lines[later]):
            return later + 1, True
        depth += _depth(lines[later])
    return len(lines), not found["quote"] and depth <= 0


def after_block(lines: Sequence[str], number: int, column: int) -> int:
    """The line after a block, all of whose lines are set in deeper than the key or dash before it."""
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            return later
    return len(lines)


def _begins_entry(line: str, column: int) -> bool:
    """Whether a line begins an entry that cannot belong to a value of the entry at a column."""
    found = ENTRY.match(line)
    return found is not None and len(found[1]) <= column


def _depth(text: str) -> int:
    signs = BRACKET.findall(QUOTATION.sub("", text))
    return sum(1 if sign in "[{" else -1 for sign in signs)


def _mistake(found: re.Match[str], line: str) -> Mistake:
    if found["quote"]:
        return smart_quotes(line) or unclosed_quote(found.start("quote") - found.start(), line)
    return unclosed_bracket(found.start("bracket") - found.start(), line)
