"""Files by which programs know a site: whose it is, and what the last check of every commune found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from generator.core import File, Outcome, State, json_file
from generator.kinds import kinds
from generator.province import Unit

IDENTITY = "trang.json"
"""What a commune's site says of itself to programs that copy it."""
CHECKS = "kiem-tra.json"
STATES = {
    State.PUBLISHED: "ban_moi",
    State.KEPT: "co_loi_giu_ban_cu",
    State.WAITING: "co_loi_chua_co_trang",
}


def identity(
    unit: Unit, day: date, standing: str, withdrawn: Sequence[str], trial: bool, waiting: bool = False
) -> File:
    """trang.json: whose site this is, of which day, and what has been withdrawn (digests only).

    `trial` says that everything is made up, so that nobody signs or copies it; `waiting` that it is only
    the page that stands while the content is being mended.
    """
    content = {
        "ma": unit.code,
        "ten": unit.name,
        "slug": unit.slug,
        "tinh_trang": standing,
        "ngay": day.isoformat(),
        "cho_sua": waiting,
        "thu_nghiem": trial,
        "thu_hoi": list(withdrawn),
    }
    return json_file(IDENTITY, content)


def province_checks(outcomes: Iterable[Outcome], day: date) -> File:
    """kiem-tra.json: what the last check of each commune found, for whoever watches all of them."""
    checked = [
        {
            "ma": outcome.code,
            "slug": outcome.slug,
            "ten": outcome.name,
            "trang_thai": STATES[outcome.state],
            "so_loi": outcome.errors,
            "so_luu_y": outcome.notices,
            "da_cong_khai": _sections(outcome),
            "dia_chi": f"{outcome.slug}/",
        }
        for outcome in outcomes
    ]
    return json_file(CHECKS, {"ngay": day.isoformat(), "xa": checked})


def _sections(outcome: Outcome) -> dict[str, int]:
    """How many records stand in each section, by its address: {"du-an": 3}."""
    found = Counter(name.partition("/")[0] for name in outcome.disclosed)
    return {kind.section.strip("/"): found[kind.name] for kind in kinds() if found[kind.name]}
