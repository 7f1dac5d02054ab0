"""A picture with commune, title and date, for what a link shows in Zalo and elsewhere."""

from __future__ import annotations

import io
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 800, 420
"""Pixels, 1.91 to 1: shown large by Zalo and Facebook, drawn in a few milliseconds."""
MARGIN, BAND, LINE = 48, 110, 60
MOST_LINES = 4
MOST_READ = 400
"""Characters of a text; more never fits."""
PAPER, INK, GOLD = (255, 255, 255), (11, 60, 104), (240, 171, 46)
REGULAR, BOLD = "SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"
"""With all Vietnamese letters, in the package font-source-sans-pro (SIL OFL 1.1)."""
FULL, STRIPE = 250, 255
"""Strength of ink; the last one is the golden stripe under the head."""


def draw(above: str, name: str, title: str, day: str) -> bytes:
    """A PNG: who publishes at the head, the title in at most four lines, the day at the foot."""
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, BAND), FULL)
    pen.rectangle((0, BAND, WIDTH, BAND + 6), STRIPE)
    _write(pen, 18, above, _font(REGULAR, 24), 0)
    _write(pen, 46, name, _font(BOLD, 40), 0)
    _write(pen, BAND + 28, title, _font(BOLD, 46), FULL, MOST_LINES)
    _write(pen, HEIGHT - 46, day, _font(REGULAR, 26), FULL)
    picture.putpalette([*_shades(), *GOLD])
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _write(
    pen: ImageDraw.ImageDraw, top: int, text: str, font: ImageFont.FreeTypeFont, ink: int, most: int = 1
) -> None:
    lines = wrapped(text, font, most)
    for row, line in enumerate(lines):
        pen.text((MARGIN, top + row * LINE), line, ink, font)


def wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """A text in lines that fit; "…" stands where something is left out."""
    lines: list[str] = []
    for word in text[:MOST_READ].split():
        if lines and _fits(f"{lines[-1]} {word}", font):
            lines[-1] += f" {word}"
        elif len(lines) == most:
            return [*lines[:-1], _shortened(lines[-1], font)]
        else:
            lines.append(_clipped(word, font))
    return lines


def _shortened(line: str, font: ImageFont.FreeTypeFont) -> str:
    """The line with "…" at its end, without the words that leave no room for it."""
    while " " in line and not _fits(f"{line}…", font):
        line = line.rpartition(" ")[0]
    return f"{line.rstrip('…')}…"


def _clipped(word: str, font: ImageFont.FreeTypeFont) -> str:
    if _fits(word, font):
        return word
    while not _fits(f"{word}…", font):
        word = word[:-1]
    return f"{word}…"


def _fits(line: str, font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength(line) <= WIDTH - 2 * MARGIN


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("font_source_sans_pro") / "files" / name
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _shades() -> tuple[int, ...]:
    """The palette: from paper to ink, as strong as each of the first 255 values."""
    return tuple(
        round(paper + (ink - paper) * min(strength, FULL) / FULL)
        for strength in range(STRIPE)
        for paper, ink in zip(PAPER, INK, strict=True)
    )
