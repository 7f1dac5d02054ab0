"""Attachments written in the encodings before Unicode, read as they were meant so that their words are checked."""

from __future__ import annotations

from dataclasses import replace

from generator.personal import Piece
from generator.words.legacy import CP1258, MODERN, find_legacy, may_be_legacy, recognise

JUDGED = 20_000
"""Characters by which the encoding is told."""


def decoded(content: bytes) -> tuple[str, bool]:
    """Bytes that are no UTF-8, and whether their words are known; digits are right in every old encoding."""
    encoding = recognise(content)
    if encoding is None or encoding is CP1258:
        return content.decode("cp1258", errors="replace").replace("\x00", " "), encoding is not None
    return encoding.read(content.decode("latin-1")).replace("\x00", " "), True


def in_unicode(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces of a document; letters that only an old font shows right are read as that font shows them."""
    sample = _sample(pieces)
    if not may_be_legacy(sample):
        return tuple(pieces)
    if MODERN.search(sample):  # old text among new: what gives no evidence by itself stays
        return tuple(_meant(piece) for piece in pieces)
    found = find_legacy(sample)
    read = found.encoding.read if found else str
    return tuple(replace(piece, text=read(piece.text)) for piece in pieces)


def _sample(pieces: list[Piece]) -> str:
    parts: list[str] = []
    left = JUDGED
    for piece in pieces:
        parts.append(piece.text[:left])
        left -= len(parts[-1]) + 1
        if left <= 0:
            break
    return " ".join(parts).replace("\n", " ")


def _meant(piece: Piece) -> Piece:
    if piece.text.isascii() or len(piece.text) > JUDGED:
        return piece
    lines = [found.meant if (found := find_legacy(line)) else line for line in piece.text.split("\n")]
    return replace(piece, text="\n".join(lines))
