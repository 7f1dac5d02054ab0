"""Names of a made-up commune in place of the fictional one's: persons, thôn, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from plausible.province import Unit
from plausible.trees import GONE, sample, sample_names

THON = {
    "trung-tam": "Trung Tâm",
    "doi-che": "Đồi Chè",
    "na-mau": "Nà Mẫu",
    "suoi-mau": "Suối Mẫu",
    "khe-da": "Khe Đá",
    "lung-coc": "Lũng Cọc",
}
IDS = {id: f"thu-{number}" for number, id in enumerate(THON, 1)}
NAMES = {name: f"Thử {number}" for number, name in enumerate(THON.values(), 1)}
DIGITS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")
SHOWN = ("anh", "tai_lieu", "minh_chung")
"""Lists whose items only lead to something."""
WARD = re.compile(r"(?<!tác )(?<!Tác )\b([Xx])ã\b(?! hội)")
HAMLET = re.compile(r"\b(?:([Xx]óm, bản|[Xx]óm|[Bb]ản)) (?=Thử \d)")


class Localiser:
    """Turns the fictional commune's texts into those of a unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.words = re.compile("|".join(map(re.escape, sorted(_replaced(), key=len, reverse=True))))

    def __call__(self, key: str, value: Any) -> Any:
        """For `changed`: a text as this unit would write it; attachments are left out."""
        if isinstance(value, dict) and key in SHOWN and not value.keys() & {"tep", "lien_ket", "trang"}:
            return GONE
        if not isinstance(value, str):
            return value
        if value.startswith("tep/"):
            return GONE
        if value in IDS:
            return IDS[value]
        if key == "loai" and value in ("xom", "ban") and self.unit.kind == "phường":
            return "to_dan_pho"
        return self.text(value)

    def text(self, value: str) -> str:
        value = self.words.sub(lambda found: _replaced()[found[0]], value)
        value = value.replace("xa-mau", self.unit.slug)
        if self.unit.kind == "phường":
            value = HAMLET.sub("tổ dân phố ", value).replace("xóm, bản", "tổ dân phố")
            value = WARD.sub(lambda found: "Phường" if found[1] == "X" else "phường", value)
        return value.replace("@@", self.unit.short_name)


@cache
def _replaced() -> dict[str, str]:
    """What stands in the fictional commune's texts, and what a made-up commune's have in its place."""
    people = {name: person(number) for number, name in enumerate(sorted(set(_persons())), 1)}
    return (
        people
        | NAMES
        | {
            "xã Mẫu": "xã @@",
            "Xã Mẫu": "Xã @@",
            "Công đoàn xã Mẫu": "Công đoàn cơ quan thử",
            "Sơn Hà Mẫu": "Thử A",
            "Chè Mẫu": "Chè Thử",
        }
    )


def person(number: int) -> str:
    """A name that nobody has: "Người Thử Hai Ba" (the checker refuses digits in names)."""
    return " ".join(["Người Thử", *(DIGITS[int(digit)] for digit in str(number))])


def _persons() -> Iterator[str]:
    for name in sample_names():
        yield from _named(sample(name))


def _named(tree: Any) -> Iterator[str]:
    """Every name of a person in a tree."""
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key in ("ho_ten", "nguoi_khai"))
        for value in tree.values():
            yield from _named(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _named(item)
