"""The text inside attachments: PDF, Word, OpenDocument, Excel, CSV and plain text, each with its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from generator.load.texts import limits, open_document, parts, pdf, plain, sheets, word
from generator.load.texts.legacy import in_unicode
from generator.load.texts.limits import Note
from generator.personal import Piece
from generator.recalled import forget, recalled

Read = Callable[[Path], Iterator[Piece | Note]]


@dataclass(frozen=True)
class Content:
    """What one attachment says, and what of it could not be read."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()


READERS: dict[str, tuple[Read, tuple[type[Exception], ...]]] = {
    ".pdf": (pdf.read, pdf.ERRORS),
    ".docx": (word.read, parts.ERRORS),
    ".odt": (open_document.read, parts.ERRORS),
    ".ods": (open_document.read, parts.ERRORS),
    ".xlsx": (sheets.read, parts.ERRORS),
    ".csv": (plain.read_csv, plain.ERRORS),
    ".txt": (plain.read_text, plain.ERRORS),
}
"""Reader by ending, and what it is known to raise for a broken file; pictures hold no text."""


@dataclass(frozen=True)
class _Attachment:
    """A file, equal to every other with the same bytes and ending."""

    digest: str
    ending: str
    path: Path = field(compare=False)


def read_content(path: Path) -> Content:
    """Text of an attachment within the limits; a broken or locked file gives a note, never an exception."""
    ending = path.suffix.lower()
    if ending not in READERS:
        return Content()
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        return Content(notes=(limits.broken(),))
    key = f"chu {digest}{ending}"
    pieces, notes = json.loads(recalled(key, lambda: _told(_Attachment(digest, ending, path))))
    content = Content(tuple(Piece(*piece) for piece in pieces), tuple((*note,) for note in notes))
    if limits.broken() in content.notes:
        forget(key)  # it may have been the disk
    return content


@lru_cache(maxsize=64)
def _told(file: _Attachment) -> str:
    """Kept for the attachments of one commune: who watches, previews or withdraws reads them again and again."""
    return json.dumps(astuple(_read(file)), ensure_ascii=False)


def _read(file: _Attachment) -> Content:
    read, known = READERS[file.ending]
    errors: tuple[type[Exception], ...] = (limits.BrokenError, *known)
    pieces: list[Piece] = []
    notes: list[Note] = []
    try:
        for item in limits.within(read(file.path)):
            (pieces if isinstance(item, Piece) else notes).append(item)  # type: ignore[arg-type]
    except limits.LockedError:
        notes.append(limits.locked())
    except limits.TooLargeError:
        notes.append(limits.too_large())
    except errors:
        notes.append(limits.broken())
    return Content(in_unicode(pieces), tuple(notes))
