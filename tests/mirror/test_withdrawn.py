"""What a commune withdraws leaves the public copy and every kept one, and nothing brings it back."""

from __future__ import annotations

import os

import pytest

from generator.mirror.restore import NothingKeptError, take_latest
from generator.mirror.settle import Result
from generator.receive.repository import Repository
from tests.mirror.conftest import BROKEN, LATER, Mirror, Origin, listing, origin, results, traces

PROJECT = "du-an/DA-2026-09.yml"
SECRET = "Bí Mật"  # noqa: S105  a name, no password
TEXT = f"ma: DA-2026-09\nten: Sửa nhà bà {SECRET}\ntinh_trang: chuan_bi\nmuc_tieu: Sửa nhà.\n"
GONE = f"thu_hoi:\n  - tep: {PROJECT}\n    ngay: 2026-11-22\n    ly_do: Lộ tên người dân.\n"
SCHEDULE = "tiep-cong-dan.yml"


@pytest.fixture
def commune(mirror: Mirror) -> Origin:
    """A commune whose secret is public, and in two kept copies."""
    made = origin(mirror.folder, "xa-mau", {PROJECT: TEXT})
    mirror.listed(listing(made))
    mirror.sync()
    made.commit({SCHEDULE: LATER})
    mirror.sync()
    assert traces(mirror.out, SECRET)
    assert len({path.split("/")[2] for path in traces(mirror.store, SECRET)}) == 2
    return made


def withdraw(commune: Origin, more: dict[str, str] | None = None) -> None:
    (commune.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    commune.commit({"thu-hoi.yml": GONE, **(more or {})})


def nowhere(mirror: Mirror) -> bool:
    """Neither in what is public nor in what is kept, every object of the repositories laid open."""
    for folder in (mirror.store / "kho").iterdir():
        stored = Origin(folder, "").git(
            "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)"
        )
        blobs = [line.split()[0] for line in stored.splitlines() if line.endswith(" blob")]
        if any(SECRET in Origin(folder, "").git("cat-file", "blob", id) for id in blobs):
            return False
    return traces(mirror.out, SECRET) == traces(mirror.store, SECRET) == []


def test_what_is_withdrawn_leaves_public_copy_kept_copies_and_repository(
    mirror: Mirror, commune: Origin
) -> None:
    withdraw(commune)
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert nowhere(mirror)
    assert "đã thu hồi" in mirror.page("xa-mau/du-an/DA-2026-09")
    assert mirror.entry("xa-mau")["so_ban_giu"] == 1
    with pytest.raises(NothingKeptError):
        mirror.restore("xa-mau")


def test_it_leaves_at_once_though_the_rest_of_the_commune_is_broken(
    mirror: Mirror, commune: Origin
) -> None:
    withdraw(commune, {SCHEDULE: BROKEN})
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert nowhere(mirror)
    assert "Trang này chưa dựng được" in mirror.page("xa-mau")
    assert mirror.entry("xa-mau")["tinh_trang"] == "cho_sua"
    commune.commit({SCHEDULE: LATER})
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert nowhere(mirror)


def test_it_leaves_at_once_though_the_folder_holds_what_is_refused(mirror: Mirror, commune: Origin) -> None:
    withdraw(commune)
    folder = commune.folder / "content" / "xa" / "xa-mau" / "tep"
    folder.mkdir()
    (folder / "a.pdf").symlink_to("/etc/passwd")
    commune.commit_all()
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert nowhere(mirror)


def test_it_leaves_at_once_though_the_build_hangs(
    mirror: Mirror, commune: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdraw(commune)
    monkeypatch.setattr("generator.mirror.tries.take", lambda job, task: os._exit(9))
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert nowhere(mirror)


def test_it_leaves_though_the_commune_writes_its_history_anew_as_one_commit(
    mirror: Mirror, commune: Origin
) -> None:
    """Nothing leads to the old commits any more, and yet they would be there."""
    withdraw(commune)
    commune.git("checkout", "--quiet", "--orphan", "sach")
    commune.commit_all()
    commune.git("branch", "--quiet", "--move", "--force", "sach", "main")
    assert commune.git("rev-list", "--count", "main") == "1"
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert nowhere(mirror)
    (folder,) = (mirror.store / "kho").iterdir()
    assert mirror.sync().good
    assert Repository(folder).holds_only("refs/congkhai/moi")


def test_a_repository_set_back_to_before_the_withdrawal_brings_nothing_back(
    mirror: Mirror, commune: Origin
) -> None:
    before = commune.git("rev-parse", "HEAD")
    withdraw(commune)
    mirror.sync()
    commune.git("reset", "--quiet", "--hard", before)
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert traces(mirror.out, SECRET) == []
    assert "không còn ghi những nội dung đã thu hồi" in mirror.entry("xa-mau")["loi"]["noi_dung"]
    assert mirror.entry("xa-mau")["lui_ve_ban_cu"] is True


def test_an_entry_that_was_written_wrongly_is_taken_once_the_province_agrees(
    mirror: Mirror, commune: Origin
) -> None:
    withdraw(commune)
    mirror.sync()
    commune.commit({"thu-hoi.yml": GONE.replace("2026-11-22", "2026-11-21")})
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    take_latest(mirror.order(only=("xa-mau",)))
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert nowhere(mirror)


def test_the_same_file_withdrawn_again_later_leaves_too(mirror: Mirror, commune: Origin) -> None:
    withdraw(commune)
    mirror.sync()
    commune.commit({PROJECT: TEXT})
    mirror.sync()
    assert not traces(mirror.out, SECRET)  # what was withdrawn and is back is not taken over
    again = GONE + f"  - tep: {PROJECT}\n    ngay: 2026-11-23\n    ly_do: Lộ tên người dân.\n"
    (commune.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    commune.commit({"thu-hoi.yml": again, SCHEDULE: BROKEN})
    assert results(mirror.sync(now=mirror.after(1))) == {"xa-mau": Result.NOTICE}
    assert nowhere(mirror)
