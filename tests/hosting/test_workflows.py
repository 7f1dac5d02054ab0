"""Workflows run step by step from an empty machine: good goes out, broken keeps its old pages and is told."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.core import NOT_GIVEN
from generator.history import SHALLOW
from generator.hosting.limits import Host as Name
from generator.hosting.pinned import pin_of
from tests.conftest import ROOT, write_tree
from tests.hosting.conftest import (
    BROKEN,
    GOOD,
    SAMPLE,
    TINH,
    Machine,
    commit,
    commune_repository,
    province_clone,
)
from tests.hosting.runners import Done, Host, github, gitlab
from tests.test_cli import congkhai

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")
PREFIX = {Name.GITHUB: ".github", Name.CLOUDFLARE: ".github", Name.FORGEJO: ".forgejo"}


def publish(host: Host, name: Name) -> Done:
    if name is Name.GITLAB:
        return gitlab(host, "push")
    return github(host, f"{PREFIX[name]}/workflows/cong-khai.yml")


def preview(host: Host, name: Name, branch: str) -> Done:
    if name is Name.GITLAB:
        return gitlab(host, "merge_request_event", branch)
    return github(host, f"{PREFIX[name]}/workflows/xem-truoc.yml", f"refs/heads/{branch}")


def push(host: Host, clone: Path, files: dict[str, str], branch: str = "main") -> None:
    write_tree(clone, files)
    commit(clone)
    host.git("push", "--quiet", str(host.bare), f"HEAD:{branch}", cwd=clone)


def hosted(machine: Machine, root: Path, clone: Path, name: Name) -> Host:
    """The repository with its workflows, on a host; `clone` is where somebody works."""
    result = congkhai("new", "deploy", name.value, "--out", str(clone))
    assert result.returncode == 0, result.stderr
    commit(clone)
    bare = root / "kho.git"
    (root / "may").mkdir()
    host = Host(bare, machine, root / "may")
    host.git("clone", "--quiet", "--bare", str(clone), str(bare), cwd=root)
    return host


def locked(machine: Machine, clone: Path, province: Path | None) -> None:
    """`congkhai.lock` with the wheel in the repository, since no address can be reached here."""
    (clone / "bo-dung").mkdir()
    shutil.copy(machine.wheel, clone / "bo-dung")
    own = f"bo-dung/{machine.wheel.name}"
    tinh = ("--tinh", str(province / "content" / "tinh"), "--tinh-url", TINH) if province else ()
    result = congkhai("new", "lock", "--wheel", own, "--wheel-url", own, *tinh, cwd=clone)
    assert result.returncode == 0, result.stderr


def commune_host(
    machine: Machine, root: Path, name: Name, files: dict[str, str] | None = None
) -> tuple[Host, Path]:
    province = province_clone(root / "tinh")
    clone = commune_repository(root / "xa", files or {"xa.yml": SAMPLE})
    locked(machine, clone, province)
    return hosted(replace(machine, known=((TINH, province),)), root, clone, name), clone


def province_host(machine: Machine, root: Path, name: Name) -> tuple[Host, Path]:
    clone = province_clone(root / "tinh")
    write_tree(clone / "content" / "xa", {"xa-mau/xa.yml": SAMPLE, "xa-phu-dinh/xa.yml": GOOD})
    locked(machine, clone, None)
    return hosted(machine, root, clone, name), clone


def marked(site: Path | None) -> str:
    assert site
    return (site / "lien-he" / "index.html").read_text("utf-8")


def serial(site: Path) -> int:
    """Of the release that stands, whose files are all as it says."""
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=site, check=True)
    return int(json.loads((site / "release.json").read_text("utf-8"))["so"])


def on(*quick: Name) -> pytest.MarkDecorator:
    """Every host; those that are not named take their turn in `make test-all`."""
    rest = [pytest.param(name, marks=pytest.mark.long) for name in Name if name not in quick]
    return pytest.mark.parametrize("name", [*quick, *rest])


@on(Name.GITHUB)
def test_a_commune_goes_out_and_keeps_its_pages_when_it_breaks(
    machine: Machine, tmp_path: Path, name: Name
) -> None:
    host, clone = commune_host(machine, tmp_path, name)
    first = publish(host, name)
    assert set(first.results.values()) == {"success"}, first.log
    before = host.published()
    assert before
    assert "Xã Mẫu" in (before / "index.html").read_text("utf-8")
    assert (before / ".nojekyll").is_file()
    assert "CHƯA KÝ" in first.log  # no key is kept in this repository
    assert serial(before) == 1
    pages = "".join(page.read_text("utf-8") for page in before.rglob("index.html"))
    assert "<dt>Lịch sử</dt>" in pages
    assert SHALLOW not in pages
    assert NOT_GIVEN not in pages
    strange = {
        "dang/la.html": "lạ",
        "site/la.html": "lạ",
        "site/xa-mau/la.html": "lạ",
        "public/la.html": "lạ",
    }
    push(host, clone, {"content/xa/xa-mau/xa.yml": BROKEN, **strange})
    second = publish(host, name)
    assert second.results["ket-qua" if name is not Name.FORGEJO else "dang"] == "failure", second.log
    after = host.published()
    assert after
    assert marked(after) == marked(before)
    assert serial(after) == 2  # what is kept is released anew, so that it does not expire
    assert list(after.rglob("la.html")) == []
    assert json.loads((after / ".congkhai.json").read_text("utf-8"))["communes"][0]["state"] == "kept"
    if name in (Name.GITHUB, Name.GITLAB):
        assert second.deployed
        assert marked(second.deployed) == marked(before)
        assert list(second.deployed.rglob("la.html")) == []
    if name in (Name.GITHUB, Name.CLOUDFLARE):
        assert "::error file=content/xa/xa-mau/xa.yml,line=3,col=1,title=" in second.log
        assert "[unknown_key]" in second.summary
    if name is Name.GITLAB:
        found = json.loads(second.artifacts["codequality"].read_text("utf-8"))
        assert ("unknown_key", 3) in [(e["check_name"], e["location"]["lines"]["begin"]) for e in found]


@on()
def test_in_a_province_the_good_goes_out_and_the_broken_keeps_its_pages(
    machine: Machine, tmp_path: Path, name: Name
) -> None:
    host, clone = province_host(machine, tmp_path, name)
    first = publish(host, name)
    assert set(first.results.values()) == {"success"}, first.log
    before = host.published()
    assert before
    better = GOOD + "tru_so:\n  dia_chi: Xóm Mới, xã Phú Đình\n"
    push(host, clone, {"content/xa/xa-mau/xa.yml": BROKEN, "content/xa/xa-phu-dinh/xa.yml": better})
    second = publish(host, name)
    assert second.results["ket-qua" if name is not Name.FORGEJO else "dang"] == "failure", second.log
    after = host.published()
    assert after
    assert marked(after / "xa-mau") == marked(before / "xa-mau")
    assert "Xóm Mới, xã Phú Đình" in marked(after / "xa-phu-dinh")
    assert "bản mới có lỗi, đang giữ bản cũ" in (after / "index.html").read_text("utf-8")


@on(Name.GITHUB)
def test_a_preview_builds_and_tells_and_publishes_nothing(
    machine: Machine, tmp_path: Path, name: Name
) -> None:
    host, clone = commune_host(machine, tmp_path, name)
    push(host, clone, {"content/xa/xa-mau/xa.yml": SAMPLE + "tru_so:\n  dia_chi: Xóm Mới\n"}, "de-nghi")
    good = preview(host, name, "de-nghi")
    assert set(good.results.values()) == {"success"}, good.log
    push(host, clone, {"content/xa/xa-mau/xa.yml": BROKEN}, "de-nghi")
    bad = preview(host, name, "de-nghi")
    assert "failure" in bad.results.values()
    assert "unknown_key" in bad.log
    assert host.published() is None
    kept = good.artifacts["xem-truoc"]
    assert "Xóm Mới" in marked(kept / "dang")
    assert "0 lỗi" in (kept / "bao-cao.txt").read_text("utf-8")
    if name is Name.FORGEJO:
        assert "mục Artifacts, tải xem-truoc về" in good.summary


def test_an_error_of_the_province_at_the_first_try_publishes_nothing(
    machine: Machine, tmp_path: Path
) -> None:
    host, clone = province_host(machine, tmp_path, Name.GITHUB)
    push(host, clone, {"content/tinh/tinh.yml": "ten: hỏng\n"})
    done = publish(host, Name.GITHUB)
    assert done.results == {"dung": "success", "dang": "skipped", "giu": "skipped", "ket-qua": "failure"}
    assert host.published() is None
    assert done.deployed is None


@pytest.mark.long
def test_a_province_that_keeps_the_program_itself_builds_with_that(
    machine: Machine, tmp_path: Path
) -> None:
    clone = province_clone(tmp_path / "tinh")
    write_tree(clone / "content" / "xa", {"xa-mau/xa.yml": SAMPLE, "xa-phu-dinh/xa.yml": GOOD})
    for folder in ("generator", "site_templates", "docs", "requirements"):
        shutil.copytree(ROOT / folder, clone / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "hatch_build.py", "mkdocs.yml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, clone / file)
    host = hosted(machine, tmp_path, clone, Name.GITHUB)
    done = publish(host, Name.GITHUB)
    assert set(done.results.values()) == {"success"}, done.log


def test_the_pin_of_a_folder_is_that_of_its_commit_not_of_what_was_changed_since(tmp_path: Path) -> None:
    province = province_clone(tmp_path / "tinh")
    before = pin_of(province / "content" / "tinh", TINH)
    write_tree(province, {"content/tinh/tinh.yml": "ten: đang sửa dở\n"})
    assert pin_of(province / "content" / "tinh", TINH) == before


@pytest.mark.long
def test_a_host_that_refuses_the_branch_fails_the_run_and_says_what_to_switch_on(
    machine: Machine, tmp_path: Path
) -> None:
    host, _ = commune_host(machine, tmp_path, Name.GITLAB)
    hook = write_tree(host.bare, {"hooks/update": "#!/bin/sh\nexit 1\n"}) / "hooks" / "update"
    hook.chmod(0o755)
    done = publish(host, Name.GITLAB)
    assert done.results == {"pages": "failure", "ket-qua": "skipped"}
    assert "bật Allow Git push requests to the repository" in done.log
