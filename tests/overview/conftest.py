"""Sites as the province finds them: folders that hold what a test writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.core import File, Outcome, State
from generator.overview.sites import Published
from generator.province import Duty, Province
from tests.conftest import ROOT, Once

DAY = date(2026, 11, 22)
SLUGS = ("xa-phu-dinh", "phuong-linh-son")
MakeSite = Callable[..., Published]
Told = dict[str, Any]


@pytest.fixture
def make_site(tmp_path: Path, province: Province) -> MakeSite:
    """A site of one real unit that tells so about its duties."""

    def make(
        slug: str,
        duties: list[Told],
        standing: str = "chinh_thuc",
        state: State = State.PUBLISHED,
        day: date = DAY,
    ) -> Published:
        unit = province.unit_called(slug)
        assert unit
        folder = tmp_path / slug
        folder.mkdir()
        content = {"ma_don_vi": unit.code, "ngay": day.isoformat(), "nghia_vu": duties}
        (folder / "cong-khai.json").write_text(json.dumps(content), encoding="utf-8")
        outcome = Outcome(slug, unit.code, unit.name, standing, unit.fictional, state, 1)
        return Published(unit, outcome, folder)

    return make


@pytest.fixture
def sites(site: Path, province: Province, tmp_path: Path) -> list[Published]:
    """The sample's own site, as if two real communes had it."""
    found = []
    for slug in SLUGS:
        unit = province.unit_called(slug)
        assert unit
        shutil.copytree(site / "xa-mau", tmp_path / slug)
        own = tmp_path / slug / "cong-khai.json"
        content = {**json.loads(own.read_bytes()), "ma_don_vi": unit.code}
        own.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        outcome = Outcome(slug, unit.code, unit.name, "chinh_thuc", False, State.PUBLISHED, 1)
        found.append(Published(unit, outcome, tmp_path / slug))
    return found


@pytest.fixture
def duties(province: Province) -> dict[str, Duty]:
    return {duty.id: duty for duty in province.expected(DAY)}


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """A made-up province of 16 units."""

    def make(folder: Path) -> None:
        command = [
            sys.executable,
            str(ROOT / "bench" / "trial.py"),
            "--out",
            str(folder),
            "--communes",
            "16",
        ]
        subprocess.run(command, check=True, capture_output=True)

    return once("tinh-thu", make) / "site"


def told(id: str, state: str = "da_cong_khai", timeliness: str = "dung_han", **more: Any) -> Told:
    """One entry of `cong-khai.json`."""
    return {"ma": id, "ten": "không dùng", "tinh_trang": state, "thoi_han": timeliness, **more}


def read(file: File) -> bytes:
    """What a file made in memory holds."""
    assert file.content is not None
    return file.content
