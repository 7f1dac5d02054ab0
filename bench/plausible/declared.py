"""What a commune declares not to have happened: event duties for which it has disclosed nothing."""

from __future__ import annotations

from random import Random
from typing import Any

from plausible.manner import Manner
from plausible.naming import person
from plausible.trees import Files

DUTIES = ("THDC-11.6", "THDC-11.9", "THDC-11.12", "TCTT-17.1h", "TCTT-17.1l", "TCTT-17.1r")
"""Duties that only documents fulfil, which no document of the sample names."""
PERIODS = (("quý I/2026", "2026-04-02"), ("quý II/2026", "2026-07-02"), ("quý III/2026", "2026-10-02"))


def with_declarations(files: Files, manner: Manner, random: Random) -> None:
    """Drawn without repeating, in the order of the duties; no file where nothing is declared."""
    every = [(duty, period, day) for duty in DUTIES for period, day in PERIODS]
    chosen = sorted(random.sample(every, manner.declares), key=every.index)
    files.pop("khong-phat-sinh.yml", None)
    if chosen:
        files["khong-phat-sinh.yml"] = {"khong_phat_sinh": [_entry(*each) for each in chosen]}


def _entry(duty: str, period: str, day: str) -> dict[str, Any]:
    signed = {"nguoi_khai": person(1), "chuc_vu": "Chủ tịch UBND"}
    return {"nghia_vu": duty, "ky": period, **signed, "ngay": day}
