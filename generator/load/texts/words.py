"""Every word of an XML part, whatever its elements mean, and the words that attributes hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import ZipFile

from generator.load.texts.limits import Budget
from generator.load.texts.parts import CHUNK, refuse_document_type

_SPOKEN = "descr title alt tooltip display displayText prompt promptTitle error errorTitle instr userId href string-value"
SPOKEN = frozenset(_SPOKEN.split())
"""Attributes that people read or fill in: alternative texts, hints, fields, addresses."""
WITH_VALUE = frozenset(("docVar", "listEntry", "default", "helpText", "statusText", "alias", "tag"))
"""Elements whose attribute "val" is one of them."""
KEPT = frozenset(("s", "n", "d"))
"""Elements of the rows that a pivot table keeps, with their attribute "v"."""
TELLING = re.compile(r"[\d@]")
"""Without one of these there is nothing of a person but the name."""
RUNS = frozenset(("t", "delText", "instrText"))
"""Elements whose text goes on in the next one: a number may be parted among them."""


def local(name: str) -> str:
    """The name of an element or attribute without its vocabulary."""
    return name.rpartition(" ")[2]


def hidden_words(element: str, attributes: dict[str, str]) -> Iterator[str]:
    """What the attributes of an element say."""
    for name, value in attributes.items():
        key = local(name)
        spoken = key in SPOKEN or (key == "val" and local(element) in WITH_VALUE)
        if (spoken or (key == "v" and local(element) in KEPT)) and TELLING.search(value):
            yield unquote(value)


def new_parser() -> expat.XMLParserType:
    """A parser that gives names with their vocabularies and refuses document types."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_document_type
    return parser


def read_words(packed: ZipFile, name: str, budget: Budget) -> Iterator[str]:
    """The texts of a part: of each element, runs of a paragraph joined.

    Raises: parts.ERRORS, limits.EnoughError
    """
    words = Words(budget)
    with packed.open(name) as stream:
        while chunk := stream.read(CHUNK):
            yield from words.feed(chunk)
    yield from words.feed(b"")


@dataclass
class Words:
    """The texts read so far."""

    budget: Budget
    texts: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    fresh: bool = False
    """Whether the element that ends next has words of its own."""

    def __post_init__(self) -> None:
        self.parser = new_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def feed(self, chunk: bytes) -> Iterator[str]:
        """The texts that a chunk ends; an empty one is the last."""
        self.parser.Parse(chunk, not chunk)
        if not chunk:
            self._flush()
        yield from self.texts
        self.texts.clear()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.element()
        for text in hidden_words(name, attributes):
            self.budget.text(text)
            self.texts.append(text)

    def _take(self, text: str) -> None:
        self.budget.text(text)
        self.running.append(text)
        self.fresh = self.fresh or not text.isspace()

    def _end(self, name: str) -> None:
        if local(name) == "p" or (self.fresh and local(name) not in RUNS):
            self._flush()
        self.fresh = False

    def _flush(self) -> None:
        text = "".join(self.running).strip()
        self.running.clear()
        if text:
            self.texts.append(text)
