"""Building and releasing killed, on a full disk, twice at once, with a wrong clock: never half a site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.kills import KILLS, ROOMS, at_once, full, kill_each, seconds
from tests.receive.test_receive_killed import Tree, tree, wholly_one_of
from tests.release.office import CODES, TODAY, Office, office_in

pytestmark = pytest.mark.long


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return office_in(tmp_path, tmp_path)


@pytest.fixture
def on_disk(tmp_path: Path, small_disk: Path) -> Office:
    return office_in(tmp_path, small_disk)


def which(found: Tree, sites: list[Tree]) -> str:
    """Which of two builds stands; each site is wholly of one, and `go_live` changes one after the other."""
    assert wholly_one_of(found, sites) == []
    pages = {name: content for name, content in found.items() if name.split("/")[0] in CODES}
    names = [number for number, site in enumerate(sites) if pages.items() <= site.items()]
    return f"build {names[0]}" if names else "one site of each"


def test_a_build_killed_at_random_moments_leaves_whole_sites_and_loses_no_number(office: Office) -> None:
    sites = office.both()
    for _ in range(3):
        seconds(office.sign(), office.root)
    seconds(office.build(), office.root)  # takes the release away, not its number
    found = kill_each(office.build(), office.root, office.say, lambda: which(tree(office.out), sites))
    assert found.total() == KILLS
    assert len(found) > 1
    office.say(0)
    seconds(office.build(), office.root)
    assert which(tree(office.out), sites) == "build 0"
    assert office.left_over() == []
    seconds(office.sign(), office.root)
    assert office.serials() == dict.fromkeys(CODES, 4)


def test_a_release_killed_at_random_moments_leaves_a_whole_one(office: Office) -> None:
    seconds(office.build(), office.root)
    seconds(office.sign(), office.root)
    last = [office.serials()]

    def judge() -> str:
        now = office.serials()
        new = [slug for slug in CODES if now[slug] > last[0][slug]]
        assert all(last[0][slug] <= now[slug] <= office.remembered()[slug] for slug in CODES)
        last[0] = now
        return f"{len(new)} of {len(CODES)} sites new"

    found = kill_each(office.sign(), office.root, lambda number: None, judge)
    assert found.total() == KILLS
    before = office.remembered()
    seconds(office.sign(), office.root)
    assert office.serials() == {slug: serial + 1 for slug, serial in before.items()}
    assert office.left_over() == []


def test_a_build_on_a_full_disk_keeps_whole_sites_and_says_so(on_disk: Office) -> None:
    sites, stood, failed = on_disk.both(), 1, 0
    for room in ROOMS:
        on_disk.say(1 - stood)
        with full(on_disk.disk, room):
            done = on_disk.run(on_disk.build())
            stood = stood if done.returncode else 1 - stood
            assert which(tree(on_disk.out), sites) == f"build {stood}"
        if done.returncode:
            failed += 1
            assert done.returncode == 3
            assert "đĩa" in done.stderr
            assert "Traceback" not in done.stderr
    assert failed
    on_disk.say(1 - stood)
    seconds(on_disk.build(), on_disk.root)
    assert which(tree(on_disk.out), sites) == f"build {1 - stood}"
    assert on_disk.left_over() == []


def test_a_release_on_a_full_disk_keeps_the_one_before_and_says_so(on_disk: Office) -> None:
    seconds(on_disk.build(), on_disk.root)
    seconds(on_disk.sign(), on_disk.root)
    failed = 0
    for room in ROOMS:
        before, remembered = on_disk.serials(), on_disk.remembered()
        with full(on_disk.disk, room):
            done = on_disk.run(on_disk.sign())
            now = on_disk.serials()
            assert all(remembered[slug] <= on_disk.remembered()[slug] for slug in CODES)
        if done.returncode:
            failed += 1
            assert "chưa phát hành được" in done.stderr
            assert "Traceback" not in done.stderr
        assert all(before[slug] <= now[slug] for slug in CODES)
        assert done.returncode or all(before[slug] < now[slug] for slug in CODES)
    assert failed
    seconds(on_disk.sign(), on_disk.root)
    assert on_disk.serials() == on_disk.remembered()


def test_two_builds_at_once_leave_whole_sites(office: Office) -> None:
    sites = office.both()
    shutil.copytree(office.root / "content", office.root / "khac")
    office.say(0, "khac")
    commands = (office.build(), office.build(content="khac"))
    assert at_once(*commands, folder=office.root) == [0, 0]
    assert which(tree(office.out), sites) in ("build 0", "build 1")


def test_two_releases_at_once_never_share_a_number(office: Office) -> None:
    seconds(office.build(), office.root)
    seconds(office.sign(), office.root)
    assert at_once(office.sign(), office.sign(), office.sign(), folder=office.root) == [0, 0, 0]
    assert office.serials() == office.remembered() == dict.fromkeys(CODES, 4)


def test_a_clock_set_back_gives_a_higher_number_all_the_same(office: Office) -> None:
    for number, day in enumerate((TODAY, "2026-11-10", "2026-11-20"), 1):
        seconds(office.build(day), office.root)
        seconds(office.sign(day), office.root)
        assert office.serials() == office.remembered() == dict.fromkeys(CODES, number)
