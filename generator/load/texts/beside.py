"""What a packed office file says beside its text: properties, links, comments, drawings, hidden values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import ZipFile

from generator.load.texts import limits
from generator.load.texts.limits import Budget, EnoughError, Note
from generator.load.texts.parts import ERRORS, refuse_document_type
from generator.load.texts.words import read_words
from generator.personal import Piece

WITH_WORDS = (".xml", ".rels", ".vml", ".rdf", ".psmdcp")
WITHOUT_WORDS = re.compile(
    r"\[Content_Types\]\.xml|mimetype|settings\.xml|layout-cache|(?:META-INF|_xmlsignatures|Thumbnails|Configurations2)/.*"
    r"|.*/|word/(?:styles|stylesWithEffects|fontTable|webSettings|numbering)\.xml|(?:word|xl)/theme/.*"
    r"|xl/(?:styles|calcChain|metadata|sharedStrings)\.xml|(?:word|xl)/printerSettings/.*|customXml/itemProps\d+\.xml"
    r"|.*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|jxr|webp|ico|odttf|fntdata|ttf|otf)",
    re.IGNORECASE,
)
"""Parts that hold shapes, pictures and fonts; the pictures of a document are looked at by nobody."""
PLACES = {
    r".*\.rels": "liên kết",
    r"docProps/|meta\.xml|.*\.psmdcp|(?:word|xl)/(?:people|persons)": "thuộc tính tệp",
    r"(?:word|xl)/(?:threadedC|c)omments": "nhận xét",
    r"(?:word|xl)/(?:drawings|diagrams)": "hình vẽ",
    r"(?:word|xl)/charts|Object": "biểu đồ",
    r"xl/pivot": "bảng tổng hợp",
}
ANOTHER = "phần ẩn"


def read_beside(packed: ZipFile, done: set[str], budget: Budget) -> Iterator[Piece | Note]:
    """The words of every part not in `done`; a note where parts cannot be read."""
    names = [name for name in packed.namelist() if name not in done and not WITHOUT_WORDS.fullmatch(name)]
    unread = [name for name in names if not name.lower().endswith(WITH_WORDS)]
    for name in names:
        words = _links if name.endswith(".rels") else read_words
        try:
            if name not in unread:
                yield from (Piece(_place(name), text) for text in words(packed, name, budget))
        except EnoughError:
            yield limits.cut(_place(name))
            break
        except ERRORS:
            unread.append(name)
    if unread:
        yield limits.unread_part()


def _place(name: str) -> str:
    return next((place for form, place in PLACES.items() if re.match(form, name)), ANOTHER)


def _links(packed: ZipFile, name: str, budget: Budget) -> Iterator[str]:
    """Where links lead: addresses of e-mail and telephone numbers may stand there alone."""
    found: list[str] = []

    def start(name: str, told: dict[str, str]) -> None:
        budget.element()
        if told.get("TargetMode") == "External":
            found.append(unquote(told.get("Target", "")))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.StartElementHandler = start
    parser.Parse(packed.read(name), True)
    yield from found
