"""Labels whose value stands elsewhere: in the next cell, the next paragraph, the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.personal.finding import Datum, Finding, Known, Piece
from generator.personal.headings import HEADINGS, NAME, PEOPLE, sensitive
from generator.personal.prose import find
from generator.personal.wraps import wraps
from generator.words.fold import fold

LONGEST = 60
"""Characters of a label."""
PARTS = (
    r"ngày|ngày(?: tháng)? năm|(?:ngày |năm )?sinh(?: vào)?|sinh ngày|số|chứng|(?:số )?chứng minh(?: thư)?|nhân(?: dân)?"
    r"|căn|căn cước(?: công(?: dân)?)?|công dân|định danh(?: cá nhân)?|cá nhân|CMND|CMTND|CMT|CCCD|hộ chiếu"
    r"|tài|(?:số )?tài khoản|STK|BHYT|BHXH|bảo hiểm (?:y tế|xã hội)|điện thoại|SĐT|ĐT"
)
BREAK = re.compile(rf"(?i:\b(?:{PARTS}))(?: số)?[ :.]{{0,3}}(?P<gap>[ \t\r]*\n\s*)(?=\S)")
"""A line that ends with a label or within it, and where the next line with text begins."""
OF_A_PEOPLE = re.compile(rf"(?:người )?(?:{PEOPLE})", re.IGNORECASE)


def without_breaks(text: str) -> tuple[str, list[int]]:
    """The text with a space for each break behind a label or in a number, and where each character stood."""
    parts: list[str] = []
    places: list[int] = []
    end = 0
    for start, after in sorted({*(found.span("gap") for found in BREAK.finditer(text)), *wraps(text)}):
        parts += [text[end:start], " "]
        places += [*range(end, start), start]
        end = after
    return "".join((*parts, text[end:])), [*places, *range(end, len(text))]


@dataclass
class Label:
    """The label read last, while its value has not come."""

    text: str = ""
    table: str = ""
    column: int = 0
    people: bool = False
    """Whether the document has asked for somebody's name."""

    def find(self, piece: Piece, text: str, already: list[Finding], known: Known) -> Iterator[Finding]:
        """What the label in front adds to what was found in a piece; the piece may be the next label."""
        if self._leads_to(piece):
            told = {finding.datum for finding in already}
            yield from (finding for finding in self._named(text, known) if finding.datum not in told)
        short = len(text) <= LONGEST and not any(map(str.isdigit, text))
        heading = fold(text) if short else ""
        self.people = self.people or bool(NAME.search(heading))
        self.text = text.rstrip() if any(form.search(heading) for form in HEADINGS.values()) else ""
        self.table, self.column = piece.table, piece.column

    def _leads_to(self, piece: Piece) -> bool:
        """Whether a piece is the next one of running text, or a cell to the right of the label."""
        beside = piece.column > self.column if piece.table else True
        return bool(self.text) and piece.table == self.table and beside

    def _named(self, text: str, known: Known) -> Iterator[Finding]:
        front = f"{self.text} "
        for finding in find(front + text, known):
            if finding.start >= len(front):
                yield replace(finding, start=finding.start - len(front), end=finding.end - len(front))
        label = fold(self.text) if self.people else ""
        if HEADINGS[Datum.ETHNICITY].search(label) and OF_A_PEOPLE.fullmatch(text.strip()):
            yield Finding(Datum.ETHNICITY, "")
        if HEADINGS[Datum.HEALTH].search(label):
            yield from sensitive(text)
