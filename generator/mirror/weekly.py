"""What each copy disclosed, week by week, so that trends need no rebuild of the past.

Of the `cong-khai.json` of each copy that was taken only codes and numbers stay, one file for each ISO week
(ISO 8601) in `<store>/tuan/<slug>/2026-W47.json`; the last copy of a week counts. No words are kept, so
nothing that a commune withdraws later can be in there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.canonical import put
from generator.compose.duties.data import FILE

FOLDER = "tuan"
LARGEST = 8 << 20
CODES = ("ma", "tinh_trang", "thoi_han")
COUNTS = ("trong_so", "so_ngay")
CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}")
MOST = 10**6


def keep_week(store: Path, slug: str, site: Path, day: str) -> None:
    """Write down what a site that was taken discloses on a day; nothing where it does not say so.

    Raises: OSError
    """
    found = _read(site)
    if found is None:
        return
    text = json.dumps({"ngay": day, "nghia_vu": found}, ensure_ascii=False, separators=(",", ":"))
    place = week_of(store, slug, date.fromisoformat(day))
    place.parent.mkdir(parents=True, exist_ok=True)
    put(place, f"{text}\n".encode())


def week_of(store: Path, slug: str, day: date) -> Path:
    year, week, _ = day.isocalendar()
    return store / FOLDER / slug / f"{year}-W{week:02}.json"


def weeks_of(store: Path, slug: str) -> Iterator[tuple[date, list[Any]]]:
    """A day and the entries of each week that was kept, the latest first; what cannot be read is left out."""
    for path in sorted((store / FOLDER / slug).glob("*.json"), reverse=True):
        try:
            told = json.loads(path.read_bytes())
            yield date.fromisoformat(told["ngay"]), told["nghia_vu"]
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _read(site: Path) -> list[dict[str, Any]] | None:
    path = site / FILE
    if not path.is_file() or path.stat().st_size > LARGEST:
        return None
    try:
        return [dict(_kept(entry)) for entry in json.loads(path.read_bytes())["nghia_vu"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _kept(entry: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in CODES:
        if isinstance(value := entry.get(key), str) and CODE.fullmatch(value):
            yield key, value
    for key in COUNTS:
        if type(value := entry.get(key)) is int and abs(value) <= MOST:
            yield key, value
