"""Syncs of releases killed, on a full disk, two at once, with a wrong clock: no half copy, no lost release."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.mirror.settle import Result
from generator.province.signers import ALLOWED, REVOKED
from generator.release.copies import FolderCopy
from generator.release.sign import Signers
from generator.release.statement import STATEMENT, read_statement
from generator.release.verify import Asked, verify
from tests.kills import KILLS, ROOMS, at_once, full, kill_each
from tests.mirror.conftest import Mirror, results
from tests.mirror.test_releases import FOLDER, Commune, desk, log, write  # noqa: F401
from tests.receive.conftest import REAL
from tests.release.conftest import CODE, NOW, ssh_keygen  # noqa: F401

NIGHT = datetime(2026, 11, 22, 23, tzinfo=UTC)

pytestmark = pytest.mark.long


class Shown(FolderCopy):
    """A copy as citizens reach it: what is compressed beside the signed files cannot be listed."""

    def tree(self) -> None:  # type: ignore[override]
        return None


def serial(mirror: Mirror, site: Path) -> int:
    """Of a copy that is wholly one release, by every hash and the signature."""
    signers = Signers(*((mirror.folder / "tinh" / name).read_bytes() for name in (ALLOWED, REVOKED)))
    assert verify(Shown(site), Asked(signers, NIGHT, CODE)) == ()
    return read_statement((site / STATEMENT).read_bytes()).serial


def kept(mirror: Mirror) -> list[int]:
    """Numbers of the releases that the province could go back to: all that it remembers, each whole."""
    shelf = mirror.store / "giu" / "xa-mau"
    folders = [path for path in shelf.iterdir() if not path.suffix] if shelf.is_dir() else []
    state = json.loads((mirror.store / "trang-thai.json").read_bytes())["xa"]["xa-mau"]
    assert {version["key"][:32] for version in state["kept"]} <= {path.name for path in folders}
    return sorted(serial(mirror, path) for path in folders)


def stands(mirror: Mirror) -> int:
    return serial(mirror, mirror.out / "xa-mau")


@pytest.fixture
def commune(mirror: Mirror, desk: Commune) -> Commune:  # noqa: F811
    """Its first release taken; without forms for staff, which a copy leaves out, so that all can be checked."""
    shutil.rmtree(desk.site / "quan-tri")
    desk.allow("xa")
    desk.release()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert (stands(mirror), kept(mirror)) == (1, [1])
    return desk


def next_release(commune: Commune, text: str) -> int:
    write(commune, text)
    return commune.release().statement.serial


def logged(mirror: Mirror) -> list[int]:
    return [int(line.rpartition(" ")[2]) for line in log(mirror)]


def test_a_sync_killed_at_random_moments_loses_no_release(mirror: Mirror, commune: Commune) -> None:
    stood = [1]

    def change(number: int) -> None:
        """A new release, or data of the province, for which the copies are all taken once more."""
        if number % 3:
            next_release(commune, f"Bản số {number}")
        else:
            with (mirror.folder / "tinh" / "tinh.yml").open("a", encoding="utf-8") as file:
                file.write(f"# lượt {number}\n")

    def judge() -> str:
        stood.append(stands(mirror))
        assert stood[-1] >= stood[-2]
        kept(mirror)
        newest = read_statement((commune.site / STATEMENT).read_bytes()).serial
        return "newest release" if stood[-1] == newest else "one before"

    found = kill_each(mirror.command("sync"), mirror.folder, change, judge)
    assert found.total() == KILLS
    assert results(mirror.sync())["xa-mau"] in (Result.NEW, Result.SAME)
    last = read_statement((commune.site / STATEMENT).read_bytes()).serial
    assert stands(mirror) == last == kept(mirror)[-1]
    assert logged(mirror) == sorted(logged(mirror), reverse=True)
    assert {*stood, last} <= set(logged(mirror))
    assert not list(mirror.folder.glob(".ban-sao-dang-dung-*"))
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}


def test_a_release_killed_at_random_moments_is_taken_whole_or_not_at_all(
    mirror: Mirror, commune: Commune
) -> None:
    """The mirror reads the very folder that a release is made in; what it cannot verify it leaves."""
    command = [*REAL, "release", str(commune.site), "--key", str(commune.key("xa")), "--date", "2026-11-22"]
    stood = [1]

    def judge() -> str:
        result = results(mirror.sync())["xa-mau"]
        stood.append(stands(mirror))
        assert stood[-1] >= stood[-2]
        return result.value

    found = kill_each(command, commune.root, lambda number: None, judge)
    assert set(found) <= {Result.NEW.value, Result.SAME.value}  # never one that cannot be verified
    assert {*stood} == set(logged(mirror))


@pytest.mark.parametrize("again", [False, True], ids=["a new release", "the same once more"])
def test_a_sync_on_a_full_disk_keeps_the_copy_and_every_kept_one(
    mirror: Mirror, desk: Commune, small_disk: Path, again: bool  # noqa: F811
) -> None:  # fmt: skip
    shutil.rmtree(desk.site / "quan-tri")
    shutil.copytree(mirror.folder / "tinh", small_disk / "tinh")
    on_disk, commune = Mirror(small_disk), replace(desk, tinh=small_disk / "tinh")
    on_disk.listed(FOLDER.format(desk.site))
    commune.allow("xa")
    desk.write({"tep/b.pdf": "%PDF\n" + "0" * 700_000})
    newest = commune.release().statement.serial
    assert on_disk.run("sync").returncode == 0
    failed = 0
    for room in ROOMS:
        before = stands(on_disk)
        if again:
            with (small_disk / "tinh" / "tinh.yml").open("a", encoding="utf-8") as file:
                file.write("# lượt nữa\n")
        else:
            newest = next_release(commune, f"Còn {room} byte")
        with full(small_disk, room):
            done = on_disk.run("sync")
            assert before <= stands(on_disk) <= newest
            kept(on_disk)
        if done.returncode:
            failed += 1
            assert "đĩa của máy chủ đã đầy" in done.stdout + done.stderr
            assert "Traceback" not in done.stderr
    assert failed
    done = on_disk.run("sync")
    assert done.returncode == 0, done.stdout + done.stderr
    assert stands(on_disk) == newest == kept(on_disk)[-1] == logged(on_disk)[0]


def test_two_syncs_at_once_take_a_release_once(mirror: Mirror, commune: Commune) -> None:
    command = mirror.command("sync")
    for number in range(2, 5):
        next_release(commune, f"Bản số {number}")
        assert at_once(command, command, folder=mirror.folder) == [0, 0]
        assert (stands(mirror), kept(mirror)[-1]) == (number, number)
    assert logged(mirror) == [4, 3, 2, 1]


def test_a_clock_of_the_province_set_back_keeps_the_copy_until_it_is_right(
    mirror: Mirror, commune: Commune
) -> None:
    next_release(commune, "Bản hai")
    assert results(mirror.sync(now=mirror.after(-30))) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_date_wrong"
    assert (stands(mirror), kept(mirror), logged(mirror)) == (1, [1], [1])
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert (stands(mirror), kept(mirror), logged(mirror)) == (2, [1, 2], [2, 1])


def test_a_clock_of_the_commune_set_back_is_taken_by_its_number_while_it_is_fresh(
    mirror: Mirror, commune: Commune
) -> None:
    commune.release(NOW - timedelta(days=20))
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_expired"
    commune.release(NOW - timedelta(days=3))
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert (stands(mirror), kept(mirror), logged(mirror)) == (3, [1, 3], [3, 1])
