"""What the province declares: the project's own files, marked as trial data, with more units where wanted."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from plausible.trees import write_tree

TINH = Path(__file__).parents[2] / "content" / "tinh"
DESK = {"co_quan": "Cơ quan thử", "thu_dien_tu": "baosai@tinh-thu.example"}
FIRST = 50_000
"""Made-up units take the codes from here on; the province's own lie below 10000."""


@dataclass(frozen=True)
class Unit:
    """A unit of the register, as far as its records need it."""

    code: str
    name: str
    slug: str
    latitude: float
    longitude: float
    area: str
    """Square kilometres, as the register writes it; empty where it does not say."""

    @property
    def kind(self) -> str:
        return self.name.split()[0].lower()

    @property
    def short_name(self) -> str:
        return self.name.partition(" ")[2]


def write_province(folder: Path, seed: int, count: int) -> tuple[Unit, ...]:
    """Write `tinh/` with a register of so many units, the real ones first; those units."""
    shutil.copytree(TINH, folder)
    settings = _read("tinh.yml")
    write_tree(folder / "tinh.yml", {**settings, "noi_bao_sai_sot": DESK, "thu_nghiem": "có"})
    real = [unit for unit in _read("don-vi.yml")["don_vi"] if "hu_cau" not in unit]
    chosen = real[:count]
    if count < len(real):
        chosen = sorted(Random(f"{seed}/units").sample(real, count), key=lambda unit: unit["ma"])
    listed = [*real, *_made_up(real, seed, count - len(real))]
    write_tree(folder / "don-vi.yml", {"don_vi": listed})
    return tuple(map(_unit, [*chosen, *listed[len(real) :]]))


def _read(name: str) -> Any:
    return yaml.load((TINH / name).read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  texts only


def _made_up(real: list[Any], seed: int, count: int) -> list[Any]:
    """Units that exist nowhere, spread around the real ones."""
    random = Random(f"{seed}/register")
    found = []
    for number in range(1, count + 1):
        near = random.choice(real)
        kind, prefix = ("Phường", "phuong") if number % 5 == 0 else ("Xã", "xa")
        found.append(
            {
                "ma": f"{FIRST + number:05}",
                "ten": f"{kind} Thử {number}",
                "slug": f"{prefix}-thu-{number}",
                "dien_tich_km2": f"{random.uniform(8, 180):.2f}",
                "vi_do": f"{float(near['vi_do']) + random.uniform(-0.4, 0.4):.4f}",
                "kinh_do": f"{float(near['kinh_do']) + random.uniform(-0.4, 0.4):.4f}",
            }
        )
    return found


def _unit(entry: Any) -> Unit:
    place = (float(entry.get("vi_do", "21.6")), float(entry.get("kinh_do", "105.8")))
    return Unit(entry["ma"], entry["ten"], entry["slug"], *place, entry.get("dien_tich_km2", ""))
