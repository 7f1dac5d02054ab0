"""Text of a PDF, page by page."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from generator.load.texts import limits
from generator.load.texts.limits import Note
from generator.load.texts.pdf_beside import read_beside
from generator.load.texts.stray_spaces import mended
from generator.personal import Piece

PAGES, MOST_HEAVY = 150, 2
WORK = 3_000_000
"""Bytes of drawing instructions, unpacked, that are read of one file: two seconds on a slow machine."""
OBJECTS = 150_000
"""Of one file; where its table of objects is broken each is looked for, which takes seconds for a million."""
MOST_BESIDE = 2_000
"""Notes, fields and links of a page that are read."""
BOUNDS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 5_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "xform_maximum_invocations_per_extraction": 200,
    "page_tree_maximum_entries": 10_000,
    "zlib_maximum_recovery_input_length": 500_000,
}
"""How much pypdf unpacks and parses of one page; a drawn map meets them, a page of words never does."""
ERRORS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What slips through pypdf for broken files, beside its own errors; met by changing bytes of good files."""


class _Ear(logging.Handler):
    """Hears what pypdf only logs: that it has left out a part of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.left_out = False

    def emit(self, record: logging.LogRecord) -> None:
        self.left_out |= "XForm" in str(record.msg) or "XObject" in str(record.msg)


def read(path: Path) -> Iterator[Piece | Note]:
    """A piece a page; notes for pages that are pictures, and for what is locked, heavy or too long.

    Raises: limits.LockedError, limits.BrokenError, limits.TooLargeError
    """
    from pypdf import PdfReader, apply_configuration  # a tenth of a second, spared where there is no PDF
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    try:
        with path.open("rb") as file, apply_configuration(**BOUNDS), listening() as ear:
            _check_objects(file)
            reader = PdfReader(file)
            _unlock(reader)
            yield from _properties(reader)
            yield from _pages(reader, ear)
    except (PyPdfError, DependencyError, DeprecationError) as error:
        raise limits.BrokenError from error


def _check_objects(file: BinaryIO) -> None:
    """Refuse more objects than a document has; each has the word at its start and at its end."""
    if file.read().count(b"obj") > 2 * OBJECTS:
        raise limits.TooLargeError
    file.seek(0)


def _unlock(reader: Any) -> None:
    """Open what only its printing is locked of; a password that a reader needs stays one."""
    from pypdf.errors import DependencyError

    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise limits.LockedError
    except DependencyError:
        raise limits.LockedError from None


def _properties(reader: Any) -> Iterator[Piece | Note]:
    """What stands beside the pages; where that is broken the pages may still be whole."""
    from pypdf.errors import PyPdfError

    known: tuple[type[Exception], ...] = (PyPdfError, *ERRORS)
    try:
        yield from read_beside(reader)
    except known:
        yield limits.unread_part()


def _pages(reader: Any, ear: _Ear) -> Iterator[Piece | Note]:
    pictures, heavy, words, left = [], [], False, WORK
    for number, page in enumerate(islice(reader.pages, PAGES), 1):
        left -= _work(page)
        if left < 0:
            yield limits.cut(f"hết trang {number - 1}")
            break
        text, whole = _text(page, ear)
        text = "\n".join([text, *_beside(page)])
        words = words or bool(text.strip())
        if text.strip():
            yield Piece(f"trang {number}", text)
        elif whole and _has_picture(page):
            pictures.append(number)
        if not whole:
            heavy.append(number)
            left -= WORK // MOST_HEAVY
    if pictures:
        yield limits.scanned_pages(pictures) if words else limits.scan()
    if heavy:
        yield limits.heavy_pages(heavy)
    if len(reader.pages) > PAGES:
        yield limits.cut(f"trang {PAGES}")


def _work(page: Any) -> int:
    """Bytes of a page's instructions, unpacked; what is beyond measure is told when the page is read."""
    from pypdf.errors import LimitReachedError

    found = page.get("/Contents")
    parts = found.get_object() if found is not None else []
    try:
        streams = parts if isinstance(parts, list) else [parts]
        return sum(len(stream.get_object().get_data()) for stream in streams)
    except LimitReachedError:
        return WORK // MOST_HEAVY


def _text(page: Any, ear: _Ear) -> tuple[str, bool]:
    """The words of a page, and whether all of them were read."""
    from pypdf.errors import LimitReachedError

    ear.left_out = False
    try:
        text = page.extract_text()
    except LimitReachedError:
        return "", False
    return mended(text), not ear.left_out


def _beside(page: Any) -> Iterator[str]:
    """What stands on a page beside its text: notes, what was filled into a form, addresses of links."""
    found = page.get("/Annots")
    for entry in islice(found.get_object() if found is not None else (), MOST_BESIDE):
        note = entry.get_object()
        action, parent = note.get("/A"), note.get("/Parent")
        holders = [(note, key) for key in ("/Contents", "/V", "/RC", "/TU")]
        holders += [(parent.get_object(), "/V")] if parent is not None else []
        holders += [(action.get_object(), "/URI")] if action is not None else []
        yield from (str(holder[key]) for holder, key in holders if key in holder)


def _has_picture(page: Any) -> bool:
    resources = page.get("/Resources", {}).get_object()
    objects = resources.get("/XObject", {})
    return bool(objects and objects.get_object())


@contextmanager
def listening() -> Iterator[_Ear]:
    """Keep pypdf's English log off the console while a file is read."""
    log, ear = logging.getLogger("pypdf"), _Ear()
    before = log.propagate
    log.propagate = False
    log.addHandler(ear)
    try:
        yield ear
    finally:
        log.removeHandler(ear)
        log.propagate = before
