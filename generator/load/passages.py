"""Texts of several lines, as they come from Word: where one ends, and one that is not set in under its key."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.load.around import depth
from generator.load.shapes import HEAD, KEY, Mistake, indentation, table
from generator.load.unclosed import MOST, after_block

OPENER = re.compile(rf"^(?P<head>{HEAD})(?P<key>{KEY}):[ \t]+[|>][-+0-9]{{0,2}}[ \t]*$", re.MULTILINE)
ENTRY = re.compile(
    r"[ \t]*(?:- +)*[\"']?(?:[a-z][a-z0-9_]*[\"']?[ \t]*(?::(?!//)|：)|[a-z]+_[a-z0-9_]+(?:[ \t=]|$))"
)
"""A line that begins an entry for certain: keys are ASCII; words of Vietnamese seldom are, with a colon behind."""
LIKE_ENTRY = re.compile(rf"{ENTRY.pattern}|[ \t]*(?:- +)*[\"'“]?\w+[\"'”]?[ \t]*[:：]|[ \t]*#|---|\.\.\.")
"""A line that may be meant as an entry, with its key misspelt, or is none of a text."""


def first_passage(lines: Sequence[str]) -> tuple[int, Mistake] | None:
    """The first line, from 0, of a text after "|" that is not set in; None where all are."""
    text = "\n".join(lines)[:MOST]
    number = position = 0
    while found := OPENER.search(text, position):
        number += text.count("\n", position, found.start())
        column = len(found["head"])
        after = after_block(lines, number, column)
        hollow = not any(line.strip() for line in lines[number + 1 : after])
        if after < len(lines) and _is_text(lines[after], hollow):
            return after, _not_set_in(found, lines, after, hollow)
        position = found.start() + sum(len(line) + 1 for line in lines[number:after])
        number = after
    return None


def lines_of_text(lines: Sequence[str], start: int) -> int:
    """How many lines, from one on, are text without a key; 0 where the first with words may be an entry."""
    first = next((n for n in range(start, len(lines)) if lines[n].strip()), None)
    return 0 if first is None or LIKE_ENTRY.match(lines[first]) else _end(lines, first) - start


def _end(lines: Sequence[str], first: int) -> int:
    """The line after a text: after the last with words before what is an entry for certain."""
    end = next((n for n in range(first + 1, len(lines)) if ENTRY.match(lines[n])), len(lines))
    return max(n for n in range(first, end) if lines[n].strip()) + 1


def _is_text(line: str, hollow: bool) -> bool:
    """Whether a line after a block belongs to its text; a hollow block has none yet, so any word may begin it."""
    entry = ENTRY.match(line) or line.startswith(("#", "---", "...")) if hollow else LIKE_ENTRY.match(line)
    return not (entry or indentation(line) or table(line))


def _not_set_in(found: re.Match[str], lines: Sequence[str], first: int, hollow: bool) -> Mistake:
    column = len(found["head"])
    end = _end(lines, first)
    where = f"dòng {first + 1} đến dòng {end}" if end > first + 1 else f"dòng {first + 1}"
    return Mistake(
        "block_indent",
        depth(lines[first]),
        f"đoạn chữ của “{found['key']}” chưa thụt vào nên không được đọc",
        f"Thụt mọi dòng của đoạn này ({where}) vào hai dấu cách so với chữ “{found['key']}”.",
        " " * (column + 2) + lines[first].lstrip() if hollow else "",
        end - first - 1,
    )
