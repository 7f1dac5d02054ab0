"""The elements of an office file's XML, given one by one to whoever looks for what acts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

from generator.load.texts.limits import Budget
from generator.load.texts.words import new_parser

MOST_ELEMENTS = 2_000_000
"""Of one part; a book of a thousand pages has not half as many."""


def look_through(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    take: Callable[[str], None] | None = None,
) -> None:
    """Call the handlers, as far as the XML is whole: no program opens a part that is not.

    Raises: limits.EnoughError
    """
    budget = Budget(MOST_ELEMENTS)

    def counted(name: str, attributes: dict[str, str]) -> None:
        budget.element()
        start(name, attributes)

    parser = new_parser()
    parser.StartElementHandler = counted
    parser.EndElementHandler = end
    parser.CharacterDataHandler = take
    with suppress(expat.ExpatError, ValueError):
        parser.Parse(content, True)
