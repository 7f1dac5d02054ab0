"""Pictures of a page, cropped to what matters and small."""

from __future__ import annotations

import io

from measured import ROOT
from PIL import Image
from playwright.sync_api import FloatRect, Locator

OUT = ROOT / "docs" / "huong-dan" / "anh"
WIDTH, MARGIN = 1000, 12
COLOURS = 48


def picture(name: str, first: Locator, last: Locator) -> None:
    """From the top of one field to the foot of another."""
    first.scroll_into_view_if_needed()
    above, below = box(first), box(last)
    save(name, first.page.screenshot(clip=clip(above["y"] - MARGIN, below["y"] + below["height"] + MARGIN)))


def clip(top: float, bottom: float) -> FloatRect:
    return {"x": 0, "y": top, "width": WIDTH, "height": bottom - top}


def save(name: str, shot: bytes) -> None:
    """Few colours, so that pictures are small."""
    with Image.open(io.BytesIO(shot)) as found:
        found.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
            OUT / f"{name}.png", optimize=True
        )


def box(found: Locator) -> FloatRect:
    """Where it stands on the screen.

    Raises: LookupError where it is not shown
    """
    place = found.bounding_box()
    if place is None:
        raise LookupError(str(found))
    return place
