"""The official papers of a procedure, told apart from the notes that stand among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.kinds.procedure.answer import Answer
from generator.province.procedures import Case, Form, Procedure
from generator.province.procedures import Paper as OfficialPaper
from generator.words.fold import fold

MARKS = " \t\n\r\u00a0\u200e*-–+•:;,"
"""What stands around a heading of the source and means nothing."""
BULLET = re.compile(r"^\s*[-–+*•]\s*")
LONG, HEAD = 420, 240
"""A text above LONG characters is told in two parts, the first of at most HEAD."""
CASES = ("truong hop", "doi voi")
"""Words by which a group of papers is known as one case among others."""


@dataclass(frozen=True)
class Paper:
    """One paper, or a note that the source put among the papers."""

    head: str
    rest: str
    """The end of a long text, which the head leads to; empty where the head is all."""
    amount: str
    """ "1 bản chính, 1 bản sao"; empty for a note."""
    forms: tuple[Form, ...] = ()

    @property
    def is_note(self) -> bool:
        return not self.amount

    @property
    def is_lead(self) -> bool:
        """Whether it is the sentence before the papers that follow."""
        return self.is_note and (self.rest or self.head).endswith(":")


@dataclass(frozen=True)
class Group:
    """The papers of one case, or under one heading."""

    title: str
    """Cleaned of marks; empty where the source names none."""
    papers: tuple[Paper, ...]
    folded: bool
    is_case: bool

    @property
    def count(self) -> int:
        """Papers to hand in or show; notes are none."""
        return sum(not paper.is_note for paper in self.papers)

    @property
    def length(self) -> int:
        """Characters that it fills on paper: a line more for each paper, large letters for the heading."""
        return 2 * len(self.title) + sum(len(p.head) + len(p.rest) + 100 for p in self.papers)


def dossier(procedure: Procedure) -> tuple[Group, ...]:
    """The group without a name first (the form itself stands there), then as the source has them."""
    cases = sorted(procedure.dossier, key=lambda case: bool(case.name))
    many = sum(map(_is_case, cases)) > 2
    return tuple(_group(case, many) for case in cases)


def count_answer(groups: Sequence[Group]) -> Answer:
    """How many papers the source lists."""
    counts = [group.count for group in groups if group.count]
    if not counts:
        return Answer(("Chưa rõ",), "Nguồn không ghi giấy tờ phải nộp")
    if len(counts) == 1:
        return Answer((f"{counts[0]} loại giấy tờ",))
    if all(group.is_case for group in groups if group.count):
        least, most = min(counts), max(counts)
        span = str(least) if least == most else f"{least} đến {most}"
        return Answer((f"{span} loại giấy tờ",), "Tùy trường hợp")
    return Answer((f"{sum(counts)} loại giấy tờ",), f"Nguồn chia {len(counts)} nhóm")


def tidy(name: str) -> str:
    """A heading of the source without the marks around it: "* Giấy tờ phải nộp:" → "Giấy tờ phải nộp"."""
    return name.strip(MARKS)


def _group(case: Case, many: bool) -> Group:
    papers, title, is_case = tuple(map(_paper, case.papers)), tidy(case.name or ""), _is_case(case)
    only_notes = len(papers) > 3 and all(paper.is_note for paper in papers)
    return Group(title, papers, folded=bool(title) and (only_notes or (many and is_case)), is_case=is_case)


def _is_case(case: Case) -> bool:
    return any(word in fold(case.name or "") for word in CASES)


def _paper(paper: OfficialPaper) -> Paper:
    head, rest = two_parts(BULLET.sub("", paper.name))
    amounts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    amount = ", ".join(f"{number} {what}" for number, what in amounts if number)
    return Paper(head, rest, amount, tuple(paper.forms))


def two_parts(text: str, long: int = LONG, most: int = HEAD) -> tuple[str, str]:
    """A long text in two parts, cut after a line, a sentence or a clause, else between two words."""
    if len(text) <= long:
        return text, ""
    start = text[:most]
    for mark in ("\n", ". ", "; ", ", ", " "):
        end = start.rfind(mark)
        if end > most // 4:
            end += len(mark.rstrip(" "))
            return text[:end].rstrip(), text[end:].strip()
    return start, text[most:]
