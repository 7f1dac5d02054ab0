"""Text of an Excel workbook, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

from generator.load.texts import limits
from generator.load.texts.beside import read_beside
from generator.load.texts.limits import Budget, EnoughError, Note
from generator.load.texts.parts import CHUNK, Flow
from generator.load.texts.words import hidden_words, local, new_parser
from generator.load.texts.workbook import Workbook, read_workbook
from generator.personal import Piece
from generator.words.dates import say_day

DONE = {"xl/sharedStrings.xml", "xl/styles.xml"}
FIRST, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""Day 0 of a workbook (ECMA-376, 18.17.4.1); the second where it says so."""
LAST_DAY = 2_958_465
CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z+])')
"""What lays out the head and foot of a page: "&C&12"."""
AROUND = frozenset(("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"))
FORMULAS = frozenset(("f", "formula", "formula1", "formula2"))


def read(path: Path) -> Iterator[Piece | Note]:
    """A piece a cell that is not empty, hidden sheets too, and what stands beside the cells.

    Raises: parts.ERRORS, limits.LockedError, limits.TooLargeError
    """
    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise limits.LockedError  # the container that Excel locks a workbook in
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        book, budget = _workbook(packed), Budget()
        for name, part in book.sheets:
            sheet = _Sheet(name, book, budget)
            yield from _read(packed, part, sheet)
            if sheet.cut:
                yield limits.cut(f"{name}, dòng {sheet.row}")
                break
        yield from (Piece("tên trang tính", name) for name in book.names)
        if book.cut:
            yield limits.cut(f"{len(book.texts)} ô chữ khác nhau đầu tiên")
        yield from read_beside(packed, DONE | {part for _, part in book.sheets}, Budget())


def _workbook(packed: ZipFile) -> Workbook:
    try:
        return read_workbook(packed)
    except EnoughError:
        raise limits.TooLargeError from None


def _read(packed: ZipFile, part: str, sheet: _Sheet) -> Iterator[Piece]:
    try:
        with packed.open(part) as stream:
            while chunk := stream.read(CHUNK):
                sheet.parser.Parse(chunk, False)
                yield from sheet.flow.pieces
                sheet.flow.pieces.clear()
        sheet.parser.Parse(b"", True)
    except EnoughError:
        sheet.cut = True
    yield from sheet.flow.pieces


class _Sheet:
    """Where the parser stands in a sheet; rows may come twice, cells in any order."""

    def __init__(self, name: str, book: Workbook, budget: Budget) -> None:
        self.name, self.book, self.budget = name, book, budget
        self.cut = False
        self.flow = Flow("")
        self.flow.start_table(name)
        self.sort = self.style = ""
        self.about = ""
        """The cells that an element speaks of, as it names them."""
        self.parser = new_parser()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.CharacterDataHandler = self._take

    @property
    def row(self) -> int:
        return self.flow.tables[-1].row

    def _start(self, name: str, told: dict[str, str]) -> None:
        self.budget.element()
        match local(name):
            case "c":
                self.flow.go_to(told.get("r", ""))
                self.about = told.get("r", "")
                self.sort, self.style = told.get("t", "n"), told.get("s", "")
            case "row":
                self.flow.start_row()
                self.flow.go_to(told.get("r", ""))
            case "v" | "t":
                self.flow.taking = True
            case inner if inner in FORMULAS or inner in AROUND:
                self.flow.text.clear()
                self.flow.taking = True
            case _:
                self.about = told.get("ref") or told.get("sqref") or self.about
                for words in hidden_words(name, told):
                    self._aside(words)

    def _take(self, text: str) -> None:
        if self.flow.taking:
            self.budget.text(text)
            self.flow.text.append(text)

    def _end(self, name: str) -> None:
        match local(name):
            case "c":
                if self.flow.text:
                    self.flow.text[:] = [self._written("".join(self.flow.text).strip())]
                self.flow.end_cell()
            case "v" | "t":
                self.flow.taking = False
            case inner if inner in FORMULAS:
                self._formula()
            case inner if inner in AROUND:
                self.flow.pieces.append(Piece(f"{self.name}, đầu trang, chân trang", self._ended()))

    def _formula(self) -> None:
        """The texts that a formula holds: =HYPERLINK("tel:…")."""
        if '"' in (formula := self._ended()):
            self._aside(formula)

    def _aside(self, text: str) -> None:
        self.flow.pieces.append(Piece(f"phần ẩn ở {self.name}!{self.about}", text))

    def _ended(self) -> str:
        text = CODES.sub(" ", "".join(self.flow.text))
        self.flow.text.clear()
        self.flow.taking = False
        return text

    def _written(self, value: str) -> str:
        """A value as the sheet shows it, near enough: numbers in full, dates in the usual order."""
        match self.sort:
            case "s":
                texts = self.book.texts
                return texts[int(value)] if value.isdecimal() and int(value) < len(texts) else ""
            case "n":
                return self._number(value)
            case "b" | "e":
                return ""
        return value

    def _number(self, value: str) -> str:
        if value.isdecimal() and not self.book.dates:
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        if self.style.isdecimal() and int(self.style) in self.book.dates and 1 <= number <= LAST_DAY:
            return say_day((FIRST_1904 if self.book.from_1904 else FIRST) + timedelta(days=int(number)))
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
