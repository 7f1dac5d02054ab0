"""Fees of a source: free, an amount, "see the note" and unknown are four different things."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from generator.fields.money import LARGEST
from generator.imports.procedures.findings import Doubt, Notes
from generator.province.procedures import FeeState
from generator.words.fold import fold

PLAINLY_FREE = {
    "khong",
    "khong co",
    "khong co phi",
    "khong co le phi",
    "khong co phi le phi",
    "khong thu",
    "khong thu phi",
    "khong thu le phi",
    "khong thu phi le phi",
    "khong mat phi",
    "khong phai nop phi",
    "khong phai nop le phi",
    "khong phai nop phi le phi",
    "mien phi",
    "mien le phi",
    "mien phi le phi",
    "duoc mien phi",
}
"""Whole notes, folded, that mean nothing else; "Không quy định" is not one, nor is a free case."""
DONG = {"", "viet nam dong", "vnd", "dong"}
SMALLEST = 1_000
PAYING = re.compile(r"(?<!không )(?<!không phải )(?:nộp|thu|thanh toán) (?:phí|lệ phí)", re.IGNORECASE)
CALLED = re.compile(r"[\s(*-]*(?:mức |miễn )?(lệ phí|phí)\b", re.IGNORECASE)


def fee(
    value: Decimal | str | None, words: str, name: str, notes: Notes, currency: str = ""
) -> dict[str, Any]:
    """The group `phi`; `value` in đồng unless another currency is named."""
    if value and fold(currency) not in DONG:
        notes.add(Doubt.VALUE, f"tiền tệ “{currency}”, mức thu để trong ghi chú", str(value))
        value = f"{value} {currency}"
    elif isinstance(value, Decimal) and (value > LARGEST or value != value.to_integral_value()):
        notes.add(Doubt.FEE, f"mức thu {value} đồng, để trong ghi chú")
        value = f"{value} đồng"
    if isinstance(value, str):
        value, words = None, f"{value}\n{words}".strip()
    state = state_of(value, words)
    if state is FeeState.AMOUNT and value is not None and value < SMALLEST:
        notes.add(Doubt.FEE, f"mức thu {value} đồng", words)
    if state is FeeState.UNKNOWN and words:
        notes.add(Doubt.FEE, f"không có mức thu, ghi chú chỉ có “{words}”")
    return {
        "trang_thai": state.value,
        "loai": _name(name, words, notes),
        "muc": str(int(value)) if state is FeeState.AMOUNT and value else "",
        "ghi_chu": words,
    }


def state_of(value: Decimal | None, words: str) -> FeeState:
    """What a value with its note says.

    The portal stores 0 both for "free" and for "the note tells"; its own page shows 0 without a note
    as "Miễn phí", so that is taken as free. A 0 with a note is the note's, unless the note says free.
    """
    if value is None:
        return FeeState.SEE_NOTE if has_words(words) else FeeState.UNKNOWN
    if value > 0:
        return FeeState.AMOUNT
    if not words or _plain(words) in PLAINLY_FREE:
        return FeeState.FREE
    return FeeState.SEE_NOTE


def doubt_free(channels: list[dict[str, Any]], account: str, notes: Notes) -> None:
    """Make "free" unknown where no word says it and the record's own account speaks of paying.

    Birth registration shows 0 without a note, and its steps say who has to pay.
    """
    if not PAYING.search(account):
        return
    for bare in (item for channel in channels for item in channel["phi"] if not item["ghi_chu"]):
        if bare["trang_thai"] == FeeState.FREE.value:
            bare["trang_thai"] = FeeState.UNKNOWN.value
            notes.add(Doubt.FEE, "nguồn ghi 0 nhưng lời của nguồn nói có nộp phí, lệ phí: để “chưa rõ”")


def _name(name: str, words: str, notes: Notes) -> str:
    """ "Phí" or "Lệ phí", left out where the note begins with the other: a copy mixed the two up."""
    called = CALLED.match(words)
    if name and called and called[1].lower() != name.lower() and fold(name) in ("phi", "le phi"):
        notes.add(Doubt.FEE, f"nguồn xếp là “{name}” nhưng ghi chú nói “{called[1].lower()}”, để trống")
        return ""
    return name


def has_words(note: str) -> bool:
    """Whether a note says anything: scrapes leave a bare "1" behind where a figure was cut off."""
    return bool(re.search(r"[^\W\d_]{2}", note))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))
