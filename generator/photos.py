"""Photographs made fit for a cheap phone, without the place and the camera they came from."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

LONGEST_SIDE = 1280
"""Pixels; enough for a full-width picture on a desktop screen."""
PREVIEW = (1, 1)
"""Pixels; JPEG decodes fastest at its smallest scale and still reads the file to its end."""
KEPT = ("PNG", "WEBP")
"""Formats written as they came; all else becomes JPEG: phones also write MPO, several JPEGs in one file."""


def is_picture(path: Path) -> bool:
    """Whether a file can be read to its end as a picture of sane size, whatever its name says."""
    try:
        with warnings.catch_warnings(action="error"), Image.open(path) as picture:
            picture.draft("RGB", PREVIEW)
            picture.load()
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return False
    return True


def shrink(content: bytes) -> bytes:
    """The picture upright, at most 1280 pixels a side, nothing but its pixels.

    Raises: PIL.UnidentifiedImageError where the bytes are no picture.
    """
    with Image.open(io.BytesIO(content)) as picture:
        form = picture.format if picture.format in KEPT else "JPEG"
        upright = ImageOps.exif_transpose(picture).convert("RGB" if form == "JPEG" else "RGBA")
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        pixels = Image.new(upright.mode, upright.size)
        pixels.paste(upright)
    out = io.BytesIO()
    pixels.save(out, form, quality=80, optimize=True)
    return out.getvalue()
