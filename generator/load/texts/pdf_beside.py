"""What a PDF says beside its pages: title, author, keywords, the metadata of programs, its outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from generator.load.texts import limits
from generator.load.texts.limits import Budget, EnoughError, Note
from generator.load.texts.words import new_parser
from generator.personal import Piece

PLACE = "thuộc tính tệp"
OF_PROGRAMS = frozenset(("/CreationDate", "/ModDate", "/Producer", "/Creator", "/Trapped"))
SKIPPED = ("http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/tiff/", "http://ns.adobe.com/exif/")
"""Vocabularies of dates, serial numbers and pictures: nobody types them."""
LARGEST_METADATA = 2_000_000
MOST_NODES = 5_000


def read_beside(reader: Any) -> Iterator[Piece | Note]:
    """The properties as a piece, the titles of the outline as another; a note where they go on too long."""
    properties = "\n".join([*_information(reader), *_metadata(reader)])
    if properties.strip():
        yield Piece(PLACE, properties)
    titles = list(_titles(reader.trailer["/Root"].get_object().get("/Outlines")))
    if titles:
        yield Piece("mục lục", "\n".join(titles[:MOST_NODES]))
    fields = list(_unseen_fields(reader.trailer["/Root"].get_object().get("/AcroForm")))
    if fields:
        yield Piece("ô biểu mẫu", "\n".join(fields))
    if max(len(titles), len(fields)) >= MOST_NODES:
        yield limits.cut("mục lục, ô biểu mẫu")


def _information(reader: Any) -> Iterator[str]:
    for key, value in (reader.metadata or {}).items():
        if key not in OF_PROGRAMS:
            yield str(value.get_object() if hasattr(value, "get_object") else value)


def _metadata(reader: Any) -> list[str]:
    """The texts of the metadata stream (ISO 16684-1); one that cannot be parsed is looked through as it is."""
    found = reader.trailer["/Root"].get_object().get("/Metadata")
    content = found.get_object().get_data()[:LARGEST_METADATA] if found is not None else b""
    try:
        return _Metadata(content).texts if content else []
    except (expat.ExpatError, ValueError, EnoughError):
        return [content.decode("utf-8", errors="replace")]


class _Metadata:
    """Texts and attributes of the vocabularies that people fill in."""

    def __init__(self, content: bytes) -> None:
        self.texts: list[str] = []
        self.skipped: list[bool] = []
        self.budget = Budget()
        parser = new_parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self.skipped.pop()
        parser.CharacterDataHandler = self._take
        parser.Parse(content, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.element()
        inside = bool(self.skipped) and self.skipped[-1]
        self.skipped.append(inside or name.startswith(SKIPPED))
        self.texts += [value for key, value in attributes.items() if not key.startswith(SKIPPED)]

    def _take(self, text: str) -> None:
        if not (text.isspace() or self.skipped[-1]):
            self.texts.append(text)


def _titles(outline: Any) -> Iterator[str]:
    """The titles of the outline, the first so many."""
    for item in _walk([outline], lambda item: [item.get("/Next"), item.get("/First")]):
        yield from (str(item[key]) for key in ("/Title",) if key in item)


def _unseen_fields(form: Any) -> Iterator[str]:
    """What is filled into fields of a form that stand on no page; the others are read with their pages."""
    found = form.get_object() if form is not None else None
    first = list(found["/Fields"]) if isinstance(found, dict) and "/Fields" in found else []
    for item in _walk(first, lambda item: list(item["/Kids"]) if "/Kids" in item else []):
        if "/Kids" not in item and "/Subtype" not in item:
            yield from (str(item[key]) for key in ("/V", "/DV", "/TU") if key in item)


def _walk(start: list[Any], after: Callable[[Any], list[Any]]) -> Iterator[Any]:
    """The first so many nodes of a tree; one that leads in circles ends there."""
    waiting, seen = list(reversed(start[:MOST_NODES])), set[int]()
    while waiting and len(seen) <= MOST_NODES:
        entry = waiting.pop()
        item = entry.get_object() if entry is not None else None
        if isinstance(item, dict) and id(item) not in seen:
            seen.add(id(item))
            yield item
            waiting += after(item) if len(waiting) <= MOST_NODES else []
