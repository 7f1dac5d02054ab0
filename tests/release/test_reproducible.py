"""Two machines build and release the same commit: the sites are the same bytes, the releases differ in their own files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.release.statement import PAGE, SIGNATURE, STATEMENT, SUMS
from generator.release.sums import read_sums
from tests.conftest import CONTENT, DAY, write_tree
from tests.mirror.conftest import LATER, Origin
from tests.receive.conftest import GIT, REAL, RECEPTION
from tests.release.conftest import Desk
from tests.test_site import difference

OWN = (SUMS, STATEMENT, SIGNATURE, PAGE, f"{PAGE}.br", f"{PAGE}.gz")
HERE = {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}


@pytest.fixture
def province(tmp_path: Path) -> Origin:
    """A repository with a history: one commune whose reception hours were changed, one that was never touched."""
    made = Origin(tmp_path / "goc", "xa-mau")
    shutil.copytree(CONTENT / "tinh", made.folder / "content" / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))  # fmt: skip
    made.git("init", "--quiet", "--initial-branch", "main")
    other = {"content/xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'}
    write_tree(made.folder, other)
    for reception in (RECEPTION, LATER):
        made.commit({"xa.yml": 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n', "tiep-cong-dan.yml": reception})
    return made


def released(
    province: Origin, folder: Path, key: Path, env: dict[str, str], umask: int, *more: str
) -> Path:
    """The sites that a clone in a folder gives, built and released there."""
    run(["git", "clone", "--quiet", province.url, str(folder)], folder.parent, env, umask)
    run([*REAL, "build", "--compressed", "--date", str(DAY), *more], folder, env, umask)
    before = folder.with_name(f"{folder.name} chưa phát hành")
    shutil.copytree(folder / "site", before)
    for _ in more or (1,):  # one machine has released more often
        run([*REAL, "release", "site", "--key", str(key), "--date", str(DAY)], folder, env, umask)
    assert difference(before, folder / "site") == expected()
    return folder / "site"


def expected() -> list[str]:
    return sorted(f"{slug}/{name}" for slug in ("xa-mau", "xa-phu-dinh") for name in OWN)


def run(command: list[str], folder: Path, env: dict[str, str], umask: int) -> None:
    whole = {**os.environ, **GIT, **env}
    done = subprocess.run(
        command, cwd=folder, env=whole, umask=umask, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_machines_differ_only_in_what_a_release_says_of_itself(
    province: Origin, desk: Desk, tmp_path: Path
) -> None:
    strange = tmp_path / "Tờ khai số 1 & 2"
    strange.mkdir()
    key = desk.key("xa")
    here = released(province, tmp_path / "mot", key, HERE, 0o022)
    there = released(province, strange / "hai", key, THERE, 0o077, "--jobs", "2")
    assert difference(tmp_path / "mot chưa phát hành", strange / "hai chưa phát hành") == []
    page = (here / "xa-mau" / "tiep-cong-dan" / "index.html").read_text(encoding="utf-8")
    assert "08:15" in page or "8\u00a0giờ\u00a015" in page
    assert set(difference(here, there)) <= set(expected())
    for slug in ("xa-mau", "xa-phu-dinh"):
        one, two = (json.loads((site / slug / STATEMENT).read_bytes()) for site in (here, there))
        differing = {name for name in one if one[name] != two[name]}
        assert {"so", "sha256sums"} <= differing <= {"so", "ngay", "sha256sums", "so_byte", "ban_truoc"}
        assert one["commit"] == two["commit"] == province.git("rev-parse", "HEAD")
        sums = [read_sums((site / slug / SUMS).read_bytes()).items() for site in (here, there)]
        assert {name for name, _ in sums[0] ^ sums[1]} <= {PAGE, f"{PAGE}.br", f"{PAGE}.gz"}
