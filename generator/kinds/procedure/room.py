"""What one page has room for, in the smallest letters that hang on a wall: estimated in lines, not measured."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.kinds.procedure.dossier import Group, Paper, two_parts

LINE = 98
"""Characters of a line beside the number of copies, in the smallest letters."""
PAGE = 51.0
"""Such lines between what stands above and below on every poster."""
GAP = 0.15
"""Lines between two rows."""
MORE = " …"


@dataclass(frozen=True)
class Listed:
    """Papers as shown."""

    groups: list[dict[str, Any]]
    left: int
    """How many papers are left out."""


def brief(text: str, most: int) -> str:
    """A text that is much longer than `most` by its beginning, to a line, sentence or clause."""
    head, rest = two_parts(text, most * 3 // 2, most)
    return f"{head}{MORE}" if rest else head


def height(*told: Any, line: float = LINE) -> float:
    """Lines that all texts of facts fill, each as a row."""
    return sum(_row(text, line) for text in texts(told))


def fitting(groups: Sequence[Group], room: float) -> Listed:
    """All papers word for word; where that is too much, long ones by their beginning; then the first ones."""
    for whole in (True, False):
        listed = [_group(group, group.papers, whole) for group in groups]
        if _height(listed) <= room:
            return Listed(listed, 0)
    return _first(groups, room)


def _first(groups: Sequence[Group], room: float) -> Listed:
    """Papers in the order of the source up to where the page ends; at least one."""
    listed: list[dict[str, Any]] = []
    left = 0
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
    return Listed(listed, left)


def _group(group: Group, papers: Iterable[Paper], whole: bool) -> dict[str, Any]:
    return {"title": group.title, "papers": [_shown(paper, whole) for paper in papers]}


def _shown(paper: Paper, whole: bool) -> dict[str, Any]:
    """A paper; `whole` joins again what the page folds away."""
    text = f"{paper.head} {paper.rest}".rstrip() if whole or not paper.rest else f"{paper.head}{MORE}"
    return {"text": text, "amount": paper.amount}


def _height(listed: Iterable[dict[str, Any]]) -> float:
    rows = (text for group in listed for text in (group["title"], *(p["text"] for p in group["papers"])))
    return sum(map(_row, rows))


def _row(text: str, line: float = LINE) -> float:
    return sum(max(1, math.ceil(len(part) / line)) for part in text.split("\n")) + GAP if text else 0


def texts(told: Any) -> Iterator[str]:
    """Every text of facts."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from texts(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from texts(value)
