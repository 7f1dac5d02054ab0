"""The cells of a workbook that somebody hands in; whatever it holds, nothing in it runs."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.core import Place, Problem
from generator.load.texts.limits import Budget, EnoughError
from generator.load.texts.parts import CHUNK, REFERENCE, column_letters, column_number
from generator.load.texts.parts import ERRORS as PACKED_ERRORS
from generator.load.texts.words import local, new_parser

LARGEST, UNPACKED, MOST_PARTS = 10_000_000, 150_000_000, 3_000
"""Bytes of the file, bytes that it may unpack to, and files inside."""
LAST_ROW, LAST_COLUMN = 20_000, 300
"""Up to which a sheet may hold anything; formats alone may go on below."""
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What .xls files and those with a password begin with."""
SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
XML = (".xml", ".rels", ".vml")
BROKEN: tuple[type[Exception], ...] = (
    *PACKED_ERRORS, InvalidFileException, TypeError, AttributeError, IndexError, ArithmeticError, SyntaxError,
)  # fmt: skip
"""What openpyxl raises for a file that is no workbook, or is one in parts."""
SAVE = "Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), không đặt mật khẩu."


@dataclass(frozen=True, order=True)
class Cell(Place):
    """A cell of a workbook: its sheet, row and column."""

    def __str__(self) -> str:
        return f"{self.path}!{self.spot}"

    @property
    def spot(self) -> str:
        return f"{column_letters(self.column)}{self.line}"


@dataclass(frozen=True)
class Filled:
    """A cell in which something stands."""

    value: Any
    """Text, number, day, time or truth value, as the file has it."""
    number_format: str
    sort: str
    """As openpyxl names types: "f" is a formula, "e" an error."""


@dataclass(frozen=True)
class Sheet:
    """A sheet with its cells by row and column, from 1, in that order."""

    name: str
    cells: dict[tuple[int, int], Filled]

    def at(self, row: int, column: int) -> Cell:
        return Cell(self.name, row, column)


class RefusedError(Exception):
    """A file that is not looked into any further; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def open_workbook(path: Path) -> tuple[Sheet, ...]:
    """The sheets in their order, hidden ones too.

    Raises: RefusedError, OSError
    """
    if path.stat().st_size > LARGEST:
        raise _too_large(path)
    content = path.read_bytes()
    if content.startswith(OLD):
        raise _refused(path, "excel_old", "là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu", SAVE)
    try:
        _look_through(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tuple(_sheets(content))
    except EnoughError:
        raise _too_large(path) from None
    except BROKEN:
        message = "không đọc được như một bảng tính Excel (.xlsx)"
        raise _refused(path, "excel_broken", message, SAVE) from None


def _look_through(content: bytes) -> None:
    """Every part once, before anything builds it in memory: no document type, no endless table.

    Raises: EnoughError, BROKEN
    """
    with ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise EnoughError
        if any(part.flag_bits & 1 for part in parts):
            raise BadZipFile
        budget = Budget(elements=4_000_000, characters=20_000_000)
        for part in parts:
            if part.filename.lower().endswith(XML):
                parser = _watched(budget, bool(SHEET.fullmatch(part.filename)))
                with packed.open(part) as stream:
                    while chunk := stream.read(CHUNK):
                        parser.Parse(chunk, False)
                parser.Parse(b"", True)


def _watched(budget: Budget, is_sheet: bool) -> Any:
    """A parser that counts, and stops at content far out of every table."""
    parser = new_parser()
    row, column = 0, 0

    def start(name: str, told: dict[str, str]) -> None:
        nonlocal row, column
        budget.element()
        kind = local(name)
        if is_sheet and kind in ("row", "c"):
            row, column = _position(kind, told.get("r", ""), row, column)
        elif is_sheet and kind in ("v", "t", "f") and (row > LAST_ROW or column > LAST_COLUMN):
            raise EnoughError

    parser.StartElementHandler = start
    parser.CharacterDataHandler = lambda text: budget.text(text)
    return parser


def _position(kind: str, reference: str, row: int, column: int) -> tuple[int, int]:
    """Where a row or cell stands: where it says, else after the one before it."""
    found = REFERENCE.fullmatch(reference)
    if reference and found is None:
        raise ValueError(reference)
    if kind == "row":
        return (int(found["row"]) if found else row + 1), 0
    return (int(found["row"]), column_number(found["column"])) if found else (row, column + 1)


def _sheets(content: bytes) -> Iterator[Sheet]:
    book: Any = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN)
            yield Sheet(sheet.title, dict(sorted(_filled(rows), key=lambda entry: entry[0])))
    finally:
        book.close()


def _filled(rows: Any) -> Iterator[tuple[tuple[int, int], Filled]]:
    for row in rows:
        for cell in row:
            value = cell.value
            if value is not None and not (isinstance(value, str) and not value.strip()):
                yield (cell.row, cell.column), Filled(value, cell.number_format or "", cell.data_type)


def _too_large(path: Path) -> RefusedError:
    hint = "Xóa trang tính, dòng, cột thừa; hoặc xuất bảng riêng từng loại: congkhai excel export XÃ LOẠI."
    return _refused(path, "excel_too_large", "quá lớn, hoặc có ô ghi ở rất xa ngoài bảng", hint)


def _refused(path: Path, code: str, message: str, hint: str) -> RefusedError:
    return RefusedError(Problem(Place(path.as_posix()), code, message, hint))
