"""What of a procedure's papers one page has room for, in the smallest letters that hang on a wall."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.kinds.procedure.dossier import Group, Paper, two_parts

LINE = 92
"""Characters of a line beside the number of copies."""
PAGE = 44.0
"""Lines of a page, without what stands above and below on every poster."""
GAP = 0.6
"""Lines between two rows."""
MORE = " …"
Listed = tuple[list[dict[str, Any]], int, bool]
"""Groups as shown, how many papers are left out, whether any text is cut."""


def brief(text: str) -> str:
    """A long text by its beginning, to a line, sentence or clause."""
    head, rest = two_parts(text)
    return f"{head}{MORE}" if rest else head


def height(*told: Any) -> float:
    """Lines that all texts of facts fill, each as a row."""
    return sum(map(_row, _texts(told)))


def fitting(groups: Sequence[Group], room: float) -> Listed:
    """All papers word for word; where that is too much, long ones by their beginning; then the first ones."""
    for whole in (True, False):
        listed = [_group(group, group.papers, whole) for group in groups]
        if height([group["title"] for group in listed]) + sum(map(_height, listed)) <= room:
            return listed, 0, not whole
    return _first(groups, room)


def _first(groups: Sequence[Group], room: float) -> Listed:
    listed, left = [], 0
    for group in groups:
        kept: list[Paper] = []
        room -= _row(group.title)
        for paper in group.papers:
            room -= _row(_shown(paper, whole=False)["text"])
            if room < 0 and (listed or kept):
                break
            kept.append(paper)
        left += sum(not paper.is_note for paper in group.papers[len(kept) :])
        if kept:
            listed.append(_group(group, kept, whole=False))
    return listed, left, True


def _group(group: Group, papers: Iterable[Paper], whole: bool) -> dict[str, Any]:
    return {"title": group.title, "papers": [_shown(paper, whole) for paper in papers]}


def _shown(paper: Paper, whole: bool) -> dict[str, Any]:
    """A paper; `whole` keeps what the page folds away, as one text again."""
    text = f"{paper.head} {paper.rest}".rstrip() if whole or not paper.rest else f"{paper.head}{MORE}"
    return {"text": text, "amount": paper.amount}


def _height(group: dict[str, Any]) -> float:
    return sum(_row(paper["text"]) for paper in group["papers"])


def _row(text: str) -> float:
    return sum(max(1, math.ceil(len(line) / LINE)) for line in text.split("\n")) + GAP if text else 0


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from _texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from _texts(value)
