"""The message of what to look at: short enough to read on a phone, as Zalo and e-mail show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.compose.pages import noticed, slashed
from generator.province import Province
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.overview.alerts import Alert, Alerts

COMMUNES, DUTIES = 10, 5
"""So many are named; the page has all."""


def digest(province: Province, facts: Alerts, page: str) -> str:
    """Counts first, then who and what; ends with where the rest stands."""
    return "\n".join(_lines(province, facts, page)) + "\n"


def _lines(province: Province, facts: Alerts, page: str) -> Iterator[str]:
    yield f"VIỆC CẦN ĐỂ Ý: {province.settings.name}"
    yield f"Tính đến ngày {say_day(facts.day)}"
    if notice := noticed(province):
        yield notice
    for cause, found in facts.groups:
        yield ""
        yield f"{cause.label.upper()} ({len(found)})"
        yield from _several(found) if all(alert.title for alert in found) else _each(found)
    yield ""
    if not facts.groups:
        yield "Không có việc gì."
    base = province.settings.base
    yield f"Xem đủ: {slashed(base)}{page}" if base else "Xem đủ: mục “Việc cần để ý” trên trang của tỉnh."


def _each(found: Sequence[Alert]) -> Iterator[str]:
    for alert in found[:COMMUNES]:
        yield f"- {alert.unit.name}: {alert.text}."
    yield from _rest(len(found) - COMMUNES, "nơi")


def _several(found: Sequence[Alert]) -> Iterator[str]:
    """Of many things at many communes: what is lacking most, and who lacks most."""
    duties = Counter(alert.title for alert in found).most_common()
    yield "Việc nhiều nơi quá hạn:"
    yield from (f"- {title}: {count} nơi" for title, count in duties[:DUTIES])
    yield from _rest(len(duties) - DUTIES, "việc")
    communes = Counter(alert.unit.name for alert in found).most_common()
    yield "Nơi còn nhiều việc quá hạn:"
    yield from (f"- {name}: {count} việc" for name, count in communes[:COMMUNES])
    yield from _rest(len(communes) - COMMUNES, "nơi")


def _rest(number: int, what: str) -> Iterator[str]:
    if number > 0:
        yield f"- và {number} {what} khác"
