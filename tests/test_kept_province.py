"""The province that is kept between runs: never another than the one that its folder holds."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.load import kept_province, load_province, remembered
from tests.conftest import CONTENT, DAY


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "congkhai" / remembered.NAME


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The real province with a few procedures, of which one has no summary."""
    left_out = shutil.ignore_patterns("[2-9].*", "1.00[1-9]*")
    return Path(shutil.copytree(CONTENT / "tinh", tmp_path / "tinh", ignore=left_out))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[date | None]:
    """The day of each time that the folder was read."""
    found: list[date | None] = []

    def read(root: Path, day: date | None = None) -> remembered.Loaded:
        found.append(day)
        return load_province(root, day)

    monkeypatch.setattr(remembered, "load_province", read)
    return found


def test_it_is_read_once_and_always_the_same_as_it_was_read(root: Path, reads: list[date | None]) -> None:
    whole = load_province(root, DAY)
    assert whole[0]
    assert [kept_province(root, DAY) for _ in range(3)] == [whole] * 3
    assert len(reads) == 1


def test_any_change_and_any_other_day_is_read(root: Path, reads: list[date | None]) -> None:
    kept_province(root, DAY)
    settings = root / "tinh.yml"
    before = settings.read_text("utf-8")
    settings.write_text(f"{before}khong_co: 1\n", "utf-8")
    province, problems = kept_province(root, DAY)
    assert (province, "unknown_key" in {problem.code for problem in problems}) == (None, True)
    settings.write_text(before, "utf-8")
    assert kept_province(root, DAY) == load_province(root, DAY)
    assert len(reads) == 2
    kept_province(root, DAY + timedelta(days=1))
    kept_province(root)
    assert reads[2:] == [DAY + timedelta(days=1), None]


def test_what_was_changed_while_it_was_read_is_not_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    settings = root / "tinh.yml"
    before = settings.read_text("utf-8")

    def meanwhile(root: Path, day: date | None = None) -> remembered.Loaded:
        """There and back: afterwards the folder holds what it held before."""
        settings.write_text(f"{before}khong_co: 1\n", "utf-8")
        found = load_province(root, day)
        settings.write_text(before, "utf-8")
        return found

    monkeypatch.setattr(remembered, "load_province", meanwhile)
    assert kept_province(root, DAY)[0] is None
    assert list(cache.glob("*/*")) == []
    monkeypatch.setattr(remembered, "load_province", load_province)
    assert kept_province(root, DAY) == load_province(root, DAY)


def test_what_a_disk_has_spoiled_is_read_anew(root: Path, reads: list[date | None], cache: Path) -> None:
    whole = kept_province(root, DAY)
    (path,) = cache.glob(f"*/{remembered.NAME}")
    content = bytearray(path.read_bytes())
    content[-10] ^= 1
    path.write_bytes(content)
    assert kept_province(root, DAY) == whole
    assert len(reads) == 2


def test_without_room_for_a_file_it_is_read_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room() -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(remembered, "moment", no_room)
    assert kept_province(root, DAY) == load_province(root, DAY)
