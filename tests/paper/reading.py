"""A PDF as others read it: its text by pypdf, its pages as pictures by PDFium, its QR codes by ZXing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops
from pypdf import PdfReader

POINTS = 72


@dataclass(frozen=True)
class Reading:
    """One PDF, read back."""

    content: bytes

    @property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @property
    def text(self) -> str:
        """Of all pages, without spaces: lines break where they like."""
        return squeezed("".join(page.extract_text() for page in self.reader.pages))

    def pictures(self, per_inch: int = 100) -> list[Image.Image]:
        pages = pypdfium2.PdfDocument(self.content)
        return [page.render(scale=per_inch / POINTS).to_pil().convert("L") for page in pages]

    def codes(self) -> set[str]:
        return {found.text for picture in self.pictures(150) for found in zxingcpp.read_barcodes(picture)}


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def spilled(picture: Image.Image, millimetres: float, per_inch: int = 100) -> bool:
    """Whether anything is drawn nearer to an edge of the paper than it may be."""
    edge = int(millimetres / 25.4 * per_inch)
    drawn = ImageChops.invert(picture).getbbox()
    if drawn is None:
        return False
    left, top, right, bottom = drawn
    return left < edge or top < edge or right > picture.width - edge or bottom > picture.height - edge


def texts(facts: Any) -> Iterator[str]:
    """Every text that a template is given."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict):
        for value in facts.values():
            yield from texts(value)
    elif isinstance(facts, list | tuple):
        for value in facts:
            yield from texts(value)
