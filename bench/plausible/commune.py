"""All files of one made-up commune."""

from __future__ import annotations

from random import Random
from typing import Any

from plausible.declared import with_declarations
from plausible.manner import Manner, Way
from plausible.money import with_sums
from plausible.naming import Localiser
from plausible.posting import as_disclosed
from plausible.project import add_projects
from plausible.province import Unit
from plausible.service import with_results, with_satisfaction
from plausible.trees import GONE, Files, changed, sample, sample_names
from plausible.voices import with_voices

LEFT_OUT = ("thu-hoi.yml", "bao-nham.yml")
PREPARED = {"tinh_trang": "cho_tiep_nhan"}


def commune_files(unit: Unit, manner: Manner, random: Random) -> Files:
    """What the commune has disclosed; nothing where it has not joined."""
    if manner.way is Way.ABSENT:
        return {}
    if manner.way is Way.PREPARED:
        return {"xa.yml": {"ma": unit.code, **PREPARED}}
    local = Localiser(unit)
    files = {name: changed(sample(name), local) for name in sample_names() if name not in LEFT_OUT}
    files["xa.yml"] = _profile(files["xa.yml"], unit, random)
    files = {name: tree for name, tree in files.items() if tree is not GONE}
    _vary(files, unit, manner, random)
    files = as_disclosed(files, manner, random)
    if manner.way is Way.FAULTY:
        files["du-an/DA-2026-09.yml"] = {
            "ma": "DA-2026-09",
            "ten": "Dự án ghi sai",
            "tong_muc_dau_tu": "1.25",
        }
    return files


def _profile(tree: Any, unit: Unit, random: Random) -> Any:
    tree["ma"] = unit.code
    tree.pop("dia_chi_goc")
    tree["tham_gia_tu"] = f"2026-07-{random.randint(1, 28):02}"
    tree["tru_so"] |= {"vi_do": str(unit.latitude), "kinh_do": str(unit.longitude)}
    tree["so_lieu"].pop("dien_tich_km2")
    if unit.area:
        tree["so_lieu"] = {"dien_tich_km2": unit.area, **tree["so_lieu"]}
    tree["truyen_thanh"]["mo_ta"] = "6 cụm loa, đặt tại nhà văn hóa."
    return tree


def _vary(files: Files, unit: Unit, manner: Manner, random: Random) -> None:
    """Figures of its own in place of the fictional commune's; lists of persons are never made up."""
    size = random.lognormvariate(0, 0.45)
    with_results(files["ket-qua-ho-so.yml"], manner, size, random)
    with_satisfaction(files["hai-long.yml"], manner, size, random)
    with_sums(files, size, random)
    with_voices(files, manner, random)
    with_declarations(files, manner, random)
    add_projects(files, unit, manner, random)
    for name, tree in files.items():
        if name.startswith("ho-tro/"):
            tree.pop("danh_sach", None)
