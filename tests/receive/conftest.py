"""A server that publishes what is pushed to it, and a commune's clone, all on this machine with real git."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.receive.prepare import prepare
from tests.conftest import CONTENT, DAY, Once, write_tree
from tests.test_cli import program

REAL = (sys.executable, "-I", "-m", "generator")
"""What the hooks run."""

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Cán bộ xã",
    "GIT_AUTHOR_EMAIL": "can-bo@xa-mau.example",
    "GIT_COMMITTER_NAME": "Cán bộ xã",
    "GIT_COMMITTER_EMAIL": "can-bo@xa-mau.example",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
SAMPLE = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
OTHER = 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'
RECEPTION = """\
noi_tiep: Phòng Tiếp công dân
dia_chi: Số 1 đường Trung Tâm
lich:
  - nam: 2026
    dinh_ky:
      - ma: chu-tich
        quy_tac: Thứ Năm hằng tuần
        gio: 07:30 - 11:30
        nguoi_tiep: Chủ tịch UBND xã
"""


@dataclass(frozen=True)
class Clone:
    """A working copy of somebody who pushes."""

    folder: Path

    def git(self, *arguments: str, check: bool = True, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **GIT, **env},
            capture_output=True,
            encoding="utf-8",
            check=check,
        )

    def commit(self, files: dict[str, str], message: str = "Sửa") -> str:
        write_tree(self.folder, files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").stdout.strip()

    def push(self, *more: str, **env: str) -> subprocess.CompletedProcess[str]:
        return self.git("push", "origin", *(more or ("main",)), check=False, **env)


@dataclass(frozen=True)
class Machine:
    """The server: its repository and the site that stands."""

    folder: Path

    @property
    def repo(self) -> Path:
        return self.folder / "kho.git"

    @property
    def out(self) -> Path:
        return self.folder / "trang"

    def clone(self, name: str) -> Clone:
        folder = self.folder / name
        subprocess.run(
            ["git", "clone", "--quiet", str(self.repo), str(folder)],
            env={**os.environ, **GIT},
            check=True,
            capture_output=True,
        )
        return Clone(folder)

    def page(self, name: str) -> str:
        return (self.out / name / "index.html").read_text(encoding="utf-8")

    def journal(self) -> list[str]:
        """The lines without their times."""
        lines = (self.repo / "congkhai.log").read_text(encoding="utf-8").splitlines()
        return [line.partition(" ")[2] for line in lines]

    def head(self, name: str = "refs/heads/main") -> str:
        found = Clone(self.repo).git("rev-parse", "--verify", "--quiet", name, check=False)
        return found.stdout.strip()

    def publish(self, *more: str, by: Sequence[str] = REAL) -> list[str]:
        """The command of the post-receive hook and of the timer."""
        command = [*by, "receive", "publish", "--repo", str(self.repo)]
        return [*command, "--out", str(self.out), "--date", str(DAY), *more]


def made(folder: Path) -> Machine:
    """A prepared repository whose hooks build for the day of all tests."""
    machine = Machine(folder)
    day = ["--date", str(DAY)]
    prepare(machine.repo, "main", {"check": day, "publish": ["--out", str(machine.out), *day]})
    return machine


@pytest.fixture(scope="session")
def published(once: Once) -> Path:
    """A machine and a clone after the first push: two small communes and the province."""
    return once("may-chu", _publish_first)


def _publish_first(folder: Path) -> None:
    machine = made(folder)
    clone = machine.clone("may-xa")
    leave_out = shutil.ignore_patterns("thu-tuc")
    shutil.copytree(CONTENT / "tinh", clone.folder / "content" / "tinh", ignore=leave_out)
    clone.git("checkout", "--quiet", "-B", "main")
    clone.commit(
        {
            "content/xa/xa-mau/xa.yml": SAMPLE,
            "content/xa/xa-mau/tiep-cong-dan.yml": RECEPTION,
            "content/xa/xa-phu-dinh/xa.yml": OTHER,
        }
    )
    done = clone.push()
    assert done.returncode == 0, done.stderr


@pytest.fixture
def machine(published: Path, tmp_path: Path) -> Machine:
    """A copy of its own for each test, with hooks that write into it."""
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    return made(tmp_path)


@pytest.fixture
def quick_hooks(machine: Machine) -> None:
    """The hooks' own command lines, run by a program that is loaded already."""
    for hook in (machine.repo / "hooks").iterdir():
        text = hook.read_text(encoding="utf-8")
        assert shlex.join(REAL) in text
        hook.write_text(text.replace(shlex.join(REAL), shlex.join(program())), encoding="utf-8")


@pytest.fixture
def clone(machine: Machine) -> Clone:
    found = Clone(machine.folder / "may-xa")
    found.git("remote", "set-url", "origin", str(machine.repo))
    return found
