"""How a commune serves: dossiers month by month, satisfaction quarter by quarter."""

from __future__ import annotations

from random import Random
from typing import Any

from plausible.manner import Manner, Way

MONTHS = tuple((2025 + (10 + step) // 12, (10 + step) % 12 + 1) for step in range(12))
"""November 2025 to October 2026."""
TET = {1: 0.85, 2: 0.6, 3: 1.15}
"""Fewer papers come in around the New Year, more after it."""
LATE = {
    Way.EXCELLENT: 0.003,
    Way.STEADY: 0.015,
    Way.FAULTY: 0.02,
    Way.SILENT: 0.03,
    Way.THIN: 0.04,
    Way.LATE: 0.08,
}
CONTENT = {Way.EXCELLENT: (46, 45, 6, 2, 1), Way.LATE: (24, 44, 18, 10, 4)}
"""Weights of the five answers, the best first."""
LIKED = (36, 46, 12, 4, 2)
ANSWERS = ("rat_hai_long", "hai_long", "binh_thuong", "khong_hai_long", "rat_khong_hai_long")
QUARTERS = (("I", "03-31"), ("II", "06-30"), ("III", "09-30"))


def with_results(tree: Any, manner: Manner, size: float, random: Random) -> None:
    """Twelve months of dossiers in place of the fictional commune's; each month takes over from the last."""
    left, overdue, found = round(30 * size) + random.randint(0, 8), 0, []
    online = random.uniform(0.3, 0.75)
    for year, month in _shown(manner):
        received = round(220 * size * TET.get(month, 1) * random.uniform(0.85, 1.15)) + 3
        waiting = min(left + received, round(received * random.uniform(0.08, 0.25)))
        done = left + received - waiting
        late = sum(random.random() < LATE[manner.way] for _ in range(done))
        early = round((done - late) * random.uniform(0.25, 0.6))
        overdue = min(waiting, round(late * random.uniform(0, 0.6)))
        online = min(0.95, online * random.uniform(0.98, 1.06))
        counts = (
            left,
            received,
            int(received * online),
            early,
            done - late - early,
            late,
            waiting,
            overdue,
        )
        names = (
            *("ky_truoc", "tiep_nhan", "truc_tuyen", "truoc_han", "dung_han", "tre_han"),
            *("dang_giai_quyet", "dang_qua_han"),
        )
        counted = dict(zip(names, map(str, counts), strict=True))
        found.append({"ky": f"tháng {month}/{year}", **counted})
        left = waiting
    tree["ket_qua"] = found
    tree.pop("xin_loi", None)
    tree.pop("ghi_chu", None)


def _shown(manner: Manner) -> list[tuple[int, int]]:
    """The months that are told: none that ended after the commune fell silent, not all of one that has begun."""
    until = manner.silent_since or "2026-11"
    months = [(year, month) for year, month in MONTHS if f"{year}-{month:02}" < until[:7]]
    return months[-2:] if manner.way is Way.THIN else months


def with_satisfaction(tree: Any, manner: Manner, size: float, random: Random) -> None:
    """Three quarters of answers; who is content with an office depends on how it serves."""
    weights = CONTENT.get(manner.way, LIKED)
    found = []
    for quarter, end in QUARTERS:
        if manner.silent_since and f"2026-{end}" > manner.silent_since:
            continue
        papers = round(200 * size * random.uniform(0.7, 1.2)) + 12
        chosen = random.choices(ANSWERS, weights, k=papers)
        invalid = random.randint(0, papers // 40 + 1)
        found.append(
            {
                "ky": f"quý {quarter}/2026",
                "phat_ra": str(round((papers + invalid) * random.uniform(1.05, 1.4)) + 1),
                "so_phieu": str(papers + invalid),
                "khong_hop_le": str(invalid),
                **{answer: str(chosen.count(answer)) for answer in ANSWERS},
            }
        )
    tree["ket_qua"] = found
    tree.pop("da_thay_doi", None)
