"""The made-up province of `make province`: the same for a seed, right by our own check, nobody's real data."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.core import Commune, Level
from generator.inspection import inspect
from generator.kinds import kinds
from generator.kinds.profile import Standing
from generator.load import load_commune, load_province
from tests.conftest import ROOT

DAY = date(2026, 11, 23)
UNITS = 14
FAULT = ("DA-2026-09.yml", {"money_ambiguous", "missing"})
"""The file that is wrong on purpose, and the codes of what is wrong in it."""


def made(folder: Path, seed: int, units: int = UNITS) -> Path:
    command = [sys.executable, str(ROOT / "bench" / "trial.py"), "--only-content", "--out", str(folder)]
    subprocess.run(
        [*command, "--seed", str(seed), "--communes", str(units)], check=True, capture_output=True
    )
    return folder / "content"


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("mot"), 5)


@pytest.fixture(scope="module")
def communes(content: Path) -> list[Commune]:
    province, _ = load_province(content / "tinh", DAY)
    assert province
    loaded = (load_commune(folder, province)[0] for folder in sorted((content / "xa").iterdir()))
    return [commune for commune in loaded if commune]


def test_a_seed_always_makes_the_same_bytes_and_another_makes_others(content: Path, tmp_path: Path) -> None:
    assert contents(made(tmp_path / "lai", 5)) == contents(content)
    assert contents(made(tmp_path / "khac", 6)) != contents(content)


def test_nothing_is_wrong_but_what_is_wrong_on_purpose(content: Path) -> None:
    problems = inspect(content, content / "tinh", DAY)
    found = {(Path(p.place.path).name, p.code) for p in problems if p.level is Level.ERROR}
    name, codes = FAULT
    assert found == {(name, code) for code in codes}


def test_the_province_is_marked_as_a_trial(content: Path) -> None:
    province, _ = load_province(content / "tinh", DAY)
    assert province
    assert province.settings.trial


def test_every_kind_is_there_and_communes_differ(communes: list[Commune]) -> None:
    there = {kind.name for kind in kinds() for commune in communes if commune.all(kind.name)}
    assert there == {kind.name for kind in kinds()}
    counts = {sum(len(commune.all(kind.name)) for kind in kinds()) for commune in communes}
    assert len(counts) > UNITS // 2


def test_some_wait_and_some_have_not_joined(content: Path, communes: list[Commune]) -> None:
    assert {commune.standing for commune in communes} == {Standing.OFFICIAL.value, Standing.PREPARED.value}
    assert len(list((content / "xa").iterdir())) < UNITS


def test_no_list_names_who_was_supported(communes: list[Commune]) -> None:
    lists = [record.data.people for commune in communes for record in commune.all("support")]
    assert lists
    assert not any(lists)


def test_persons_are_nobody_and_telephones_reach_nobody(content: Path) -> None:
    texts = [path.read_text("utf-8") for path in (content / "xa").rglob("*.yml")]
    names = {name for text in texts for name in re.findall(r"(?:ho_ten|nguoi_khai): (.*)", text)}
    phones = {phone for text in texts for phone in re.findall(r"(?:dien_thoai|so): '?(0[\d ]{8,})", text)}
    assert names
    assert [name for name in names if not name.startswith("Người Thử ")] == []
    assert phones
    assert [phone for phone in phones if not phone.startswith("0200 000 ")] == []
    assert [text for text in texts if "Xã Mẫu" in text or "xa-mau" in text] == []


def test_more_units_than_the_province_has_are_made_up_under_codes_that_nobody_has(tmp_path: Path) -> None:
    province, _ = load_province(made(tmp_path, 1, 97) / "tinh", DAY)
    assert province
    more = [unit for unit in province.real_units if unit.name.split()[1] == "Thử"]
    assert len(province.real_units) == 97
    assert [unit.code for unit in more] == ["50001", "50002", "50003", "50004", "50005"]
