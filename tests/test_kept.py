"""What is kept between runs: whole, one's own, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kept import FEW, kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "congkhai"


def make(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "b.txt").write_text("một")


def never(folder: Path) -> None:
    pytest.fail("made again")


def test_it_is_made_once_and_for_oneself_alone(cache: Path) -> None:
    made = kept("ten", "k", make)
    assert made
    assert (made / "a" / "b.txt").read_text() == "một"
    assert kept("ten", "k", never) == made
    assert [path.stat().st_mode & 0o777 for path in (cache, cache / "ten", made)] == [0o700] * 3


def test_what_lost_a_file_is_made_again() -> None:
    made = kept("ten", "k", make)
    assert made
    (made / "a" / "b.txt").unlink()
    again = kept("ten", "k", make)
    assert again
    assert (again / "a" / "b.txt").exists()


def test_what_another_run_made_meanwhile_stays_since_it_may_be_read() -> None:
    quicker: list[int] = []

    def slowly(folder: Path) -> None:
        make(folder)
        other = kept("ten", "k", make)
        assert other
        quicker.append(other.stat().st_ino)

    made = kept("ten", "k", slowly)
    assert made
    assert [made.stat().st_ino] == quicker
    assert [path.name for path in sorted(made.parent.iterdir())] == ["k", "k.du"], "nothing is left over"
    assert kept("ten", "k", never) == made


def test_a_folder_that_somebody_else_could_have_filled_is_not_used(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "other" / "k").mkdir(parents=True)
    cache.mkdir()
    (cache / "ten").symlink_to(tmp_path / "other")
    assert kept("ten", "k", make) is None


def test_without_a_place_to_keep_it_nothing_is_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write_text("a file in its place")
    assert kept("ten", "k", make) is None

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert kept("ten", "k", make) is None


def test_of_many_only_the_last_stay(cache: Path) -> None:
    for number in range(FEW + 3):
        assert kept("ten", str(number), make)
    assert len([path for path in (cache / "ten").iterdir() if path.is_dir()]) == FEW
