"""A sync that is killed or finds the disk full leaves every copy whole, and the next one makes up for it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from generator.mirror.settle import Result
from tests.mirror.conftest import CODES, LATER, Mirror, Origin, listing, origin, results
from tests.receive.test_receive_killed import Tree, fill, part, tree

SEED = 20_261_123
PROFILE = 'ma: "{code}"\ntinh_trang: ban_sao\ntru_so: {{dia_chi: Đường Trung Tâm, dien_thoai: {phone}}}\n'

pytestmark = pytest.mark.long  # minutes of real git


def sites_of(mirror: Mirror, three: dict[str, Origin]) -> tuple[dict[str, list[str]], list[Tree]]:
    """Two commits of each commune that differ on every page, and the sites that they give."""
    commits: dict[str, list[str]] = {slug: [] for slug in CODES}
    sites = []
    for phone in ("0200 000 0001", "0200 000 0002"):
        for slug, one in three.items():
            commits[slug].append(one.commit({"xa.yml": PROFILE.format(code=CODES[slug], phone=phone)}))
        assert subprocess.run(mirror.command("sync"), cwd=mirror.folder, check=False).returncode == 0
        sites.append(tree(mirror.out))
    return commits, sites


def halves(found: Tree, sites: list[Tree]) -> list[str]:
    """Communes whose copy is neither the one site nor the other."""
    return [slug for slug in CODES if part(found, slug) not in [part(site, slug) for site in sites]]


def started(mirror: Mirror) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        mirror.command("sync"), cwd=mirror.folder, start_new_session=True, stdout=quiet, stderr=quiet
    )


def set_to(three: dict[str, Origin], commits: dict[str, list[str]], number: int) -> None:
    for slug, one in three.items():
        one.git("update-ref", "refs/heads/main", commits[slug][number])


@pytest.mark.parametrize("group", [True, False], ids=["all its processes", "the first one alone"])
def test_a_sync_killed_in_its_middle_leaves_whole_copies_and_the_next_recovers(
    mirror: Mirror, three: dict[str, Origin], group: bool
) -> None:
    commits, sites = sites_of(mirror, three)
    set_to(three, commits, 0)
    for seconds in (0.6, 1.2):
        process = started(mirror)
        time.sleep(seconds)
        (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        assert halves(tree(mirror.out), sites) == []
    assert started(mirror).wait(timeout=120) == 0
    assert [part(tree(mirror.out), slug) for slug in CODES] == [part(sites[0], slug) for slug in CODES]
    assert not list(mirror.folder.glob(".ban-sao-dang-dung-*"))
    assert results(mirror.sync()) == dict.fromkeys(CODES, Result.SAME)


@pytest.mark.long
def test_twenty_kills_at_random_moments_never_leave_half_a_copy(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    commits, sites = sites_of(mirror, three)
    moments = random.Random(SEED)  # noqa: S311  no secret
    set_to(three, commits, 0)
    start = time.monotonic()
    started(mirror).wait(timeout=120)
    whole = time.monotonic() - start
    killed = tries = 0
    while killed < 20:
        tries += 1
        assert tries < 80, "most runs ended before they were killed"
        set_to(three, commits, tries % 2)
        process = started(mirror)
        time.sleep(moments.uniform(0.0, 1.0) * whole)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        assert halves(tree(mirror.out), sites) == []
    set_to(three, commits, 1)
    assert started(mirror).wait(timeout=120) == 0
    assert [part(tree(mirror.out), slug) for slug in CODES] == [part(sites[1], slug) for slug in CODES]


def test_a_full_disk_keeps_every_copy_and_says_so(mirror: Mirror, small_disk: Path) -> None:
    commune = origin(mirror.folder, "xa-mau")
    shutil.copytree(mirror.folder / "tinh", small_disk / "tinh")
    full = Mirror(small_disk)
    full.listed(listing(commune))
    assert full.run("sync").returncode == 0
    before = tree(full.out)
    commune.commit({"tiep-cong-dan.yml": LATER})
    fill(small_disk / "day")
    done = full.run("sync")
    assert done.returncode == 1
    assert "đĩa của máy chủ đã đầy" in done.stdout + done.stderr
    assert part(tree(full.out), "xa-mau") == part(before, "xa-mau")
    (small_disk / "day").unlink()
    done = full.run("sync")
    assert done.returncode == 0, done.stdout
    assert part(tree(full.out), "xa-mau") != part(before, "xa-mau")
