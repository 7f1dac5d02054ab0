"""A small province, built for real: two communes that have joined, one that was only prepared, the fictional one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.ledger import read_ledger
from generator.overview.sites import Published, published
from generator.province import Province
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY

SAMPLE = CONTENT / "xa" / "xa-mau"
JOINED = {"xa-dinh-hoa": "05569", "xa-phu-dinh": "05602"}


def joined(folder: Path, code: str, without: tuple[str, ...] = ()) -> None:
    """A commune that discloses what the fictional one does, under a real one's code."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns(*without))
    profile = folder / "xa.yml"
    text = profile.read_text("utf-8").replace('"00000"', f'"{code}"')
    profile.write_text(text.replace("xa-mau.example", f"{folder.name}.example"), "utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder."""
    root = tmp_path_factory.mktemp("tinh-gop")
    content = root / "content"
    shutil.copytree(CONTENT / "tinh", content / "tinh")
    joined(content / "xa" / "xa-dinh-hoa", JOINED["xa-dinh-hoa"], ("lay-y-kien",))
    joined(content / "xa" / "xa-phu-dinh", JOINED["xa-phu-dinh"], ("2026-6-thang.yml", "kien-nghi"))
    for slug in ("xa-mau", "xa-trung-hoi"):
        shutil.copytree(CONTENT / "xa" / slug, content / "xa" / slug)
    report = publish(Order(content, content / "tinh", root / "site", DAY))
    assert report.good, [f"{p.place} {p.sentence}" for p in report.problems if p.level.name == "ERROR"]
    return root / "site"


@pytest.fixture
def standing(built: Path, province: Province) -> tuple[Published, ...]:
    """The sites that stand, the prepared one too."""
    ledger = read_ledger(built)
    assert ledger
    return published(province, ledger.outcomes, lambda slug: built / slug)
