"""Two repositories and one site: each touches only the communes that are its own."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.conftest import DAY
from tests.receive.conftest import GIT, Clone, Machine
from tests.test_cli import congkhai

SLUG = "xa-trung-hoi"
PROFILE = f"content/xa/{SLUG}/xa.yml"
TEXT = 'ma: "05581"\ntinh_trang: cho_tiep_nhan\n'

pytestmark = pytest.mark.long  # minutes of real git


@pytest.fixture
def commune(machine: Machine, clone: Clone) -> Clone:
    """The clone of a second repository, of Xã Trung Hội alone, after its first push."""
    repo = machine.folder / f"{SLUG}.git"
    tinh = clone.folder / "content" / "tinh"
    given = ["--out", str(machine.out), "--tinh", str(tinh), "--only", SLUG]
    assert congkhai("receive", "init", str(repo), *given).returncode == 0
    for hook in (repo / "hooks").iterdir():
        hook.write_text(f"{hook.read_text('utf-8').rstrip()} --date {DAY}\n", encoding="utf-8")
    found = Clone(machine.folder / "may-trung-hoi")
    found.folder.mkdir()
    found.git("init", "--quiet", "--initial-branch", "main")
    found.git("remote", "add", "origin", str(repo))
    found.commit({PROFILE: TEXT})
    done = found.push()
    assert done.returncode == 0, done.stderr
    return found


def standing(machine: Machine) -> set[str]:
    """Slugs of the communes whose site stands; former names only lead to others."""
    return {page.parent.parent.name for page in machine.out.glob("*/lien-he/index.html")}


def test_a_change_of_the_province_takes_no_commune_of_another_repository_away(
    machine: Machine, clone: Clone, commune: Clone
) -> None:
    text = (clone.folder / "content/tinh/tinh.yml").read_text("utf-8")
    clone.commit({"content/tinh/tinh.yml": f"{text}tep_lon_nhat_mb: 30\n"})
    done = clone.push()
    assert done.returncode == 0, done.stderr
    assert standing(machine) == {"xa-mau", "xa-phu-dinh", SLUG}


def test_a_commune_taken_out_takes_no_commune_of_another_repository_away(
    machine: Machine, clone: Clone, commune: Clone
) -> None:
    clone.git("rm", "-r", "--quiet", "content/xa/xa-phu-dinh")
    clone.commit({})
    assert clone.push().returncode == 0
    assert standing(machine) == {"xa-mau", SLUG}
    assert f'href="{SLUG}/"' in (machine.out / "index.html").read_text("utf-8")


def test_a_repository_that_takes_its_last_commune_out_leaves_all_others(
    machine: Machine, commune: Clone
) -> None:
    commune.git("rm", "-r", "--quiet", f"content/xa/{SLUG}")
    commune.commit({"README.md": "Chuyển đi nơi khác."})
    done = commune.push()
    assert done.returncode == 0, done.stderr
    assert standing(machine) == {"xa-mau", "xa-phu-dinh"}


def test_for_a_new_day_every_repository_is_built_as_its_own_hook_says(
    machine: Machine, commune: Clone
) -> None:
    for hook in machine.folder.glob("*.git/hooks/post-receive"):
        text = hook.read_text("utf-8")
        hook.write_text(text.replace(str(DAY), "2026-11-23"), encoding="utf-8")
    done = congkhai("receive", "rebuild", str(machine.folder))
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.endswith(":")] == ["kho.git:", f"{SLUG}.git:"]
    assert standing(machine) == {"xa-mau", "xa-phu-dinh", SLUG}
    for slug in standing(machine):
        assert "Trang dựng ngày 23/11/2026." in machine.page(slug)


def test_one_broken_repository_keeps_no_other_from_its_new_day(machine: Machine, commune: Clone) -> None:
    (machine.repo / "hooks" / "post-receive").write_text("#!/bin/sh\ntrue\n", encoding="utf-8")
    before = (machine.out / SLUG / "index.html").read_text("utf-8")
    hook = machine.folder / f"{SLUG}.git" / "hooks" / "post-receive"
    hook.write_text(hook.read_text("utf-8").replace(str(DAY), "2026-11-23"), encoding="utf-8")
    done = congkhai("receive", "rebuild", str(machine.folder))
    assert done.returncode == 1
    assert "kho.git: tệp hooks/post-receive không do receive init viết, bỏ qua." in done.stdout
    assert machine.page(SLUG) == before.replace("22/11/2026", "23/11/2026")
    assert standing(machine) == {"xa-mau", "xa-phu-dinh", SLUG}


def test_a_folder_without_repositories_is_a_wrong_command_line(machine: Machine) -> None:
    done = congkhai("receive", "rebuild", str(machine.out))
    assert done.returncode == 2
    assert "chưa có kho git nào" in done.stderr


def test_two_pushes_at_once_the_later_is_told_what_to_do_in_vietnamese(
    machine: Machine, clone: Clone
) -> None:
    """The first has been judged and its branch is about to move (git's update hook) when the second comes."""
    other = machine.clone("may-khac")
    begun = machine.folder / "da-bat-dau"
    update = machine.repo / "hooks" / "update"
    update.write_text(f"#!/bin/sh\ntouch {begun}\nsleep 4\n", encoding="utf-8")
    update.chmod(0o755)
    clone.commit({"content/xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trang: ban_sao\n'})
    other.commit({"content/xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: ban_sao\n'})
    first = subprocess.Popen(
        ["git", "push", "origin", "main"],
        cwd=clone.folder,
        env={**os.environ, **GIT},
        stderr=subprocess.PIPE,
    )
    while not begun.exists():
        assert first.poll() is None
    refused = other.push()
    assert first.wait(timeout=60) == 0
    assert refused.returncode == 1
    said = "Có người vừa gửi trước. Chạy: git pull --rebase, rồi git push lại."
    assert f"Chưa nhận: {said}" in refused.stderr
    assert "cannot lock ref" not in refused.stderr
    assert "Đã kiểm tra" not in refused.stderr
    other.git("pull", "--quiet", "--rebase", "origin", "main")
    assert other.push().returncode == 0
