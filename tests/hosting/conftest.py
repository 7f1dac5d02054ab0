"""An empty machine as hosts lend them: Python, git, and nothing of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT, Once, write_tree

TINH = "https://kho.example/tinh/du-lieu.git"
"""Where the province's data are said to be; git is told to look into a folder instead."""
GOOD = 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'
SAMPLE = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
BROKEN = SAMPLE + "so_dien_thoai: 1\n"


@dataclass(frozen=True)
class Machine:
    """A Python environment whose packages are there, the program only as a wheel; git that reaches no network."""

    python: Path
    wheel: Path
    home: Path
    known: tuple[tuple[str, Path], ...] = ()
    """Addresses of git repositories, and the folders that stand for them."""

    @property
    def env(self) -> dict[str, str]:
        found = {
            "PATH": f"{self.python.parent}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "PIP_NO_INDEX": "1",
            "GIT_CONFIG_COUNT": str(len(self.known)),
        }
        for at, (address, folder) in enumerate(self.known):
            found[f"GIT_CONFIG_KEY_{at}"] = f"url.{folder.as_uri()}.insteadOf"
            found[f"GIT_CONFIG_VALUE_{at}"] = address
        return found

    def run(self, *command: str, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=cwd, env=self.env, capture_output=True, encoding="utf-8", check=check
        )


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """The program as it is handed to others."""
    return next(once("wheel", _make_wheel).glob("*.whl"))


def _make_wheel(folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Machine:
    folder = tmp_path_factory.mktemp("may")
    bare = [sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")]
    subprocess.run(bare, check=True, capture_output=True)
    python = folder / "venv" / "bin" / "python"
    packages = next((folder / "venv" / "lib").glob("python3*")) / "site-packages"
    # Files that are named in a .pth found this way are not read, so the checkout stays unseen.
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (folder / "home").mkdir()
    apt = python.with_name(
        "apt-get"
    )  # a workflow may add packages to its own container, not to this machine
    apt.write_text("#!/bin/sh\n", encoding="utf-8")
    apt.chmod(0o755)
    return Machine(python, wheel, folder / "home")


def commit(folder: Path, message: str = "Thay đổi") -> str:
    """Commit everything in a folder as it stands; the hash."""
    git = ["git", "-c", "user.name=Cán bộ", "-c", "user.email=can-bo@xa.example", "-C", str(folder)]
    if not (folder / ".git").exists():
        subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", message], check=True)
    done = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def province_clone(root: Path) -> Path:
    """A git clone with the province's data, of which the catalogue is left out for speed."""
    shutil.copytree(CONTENT / "tinh", root / "content" / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    commit(root, "Dữ liệu tỉnh")
    return root


def commune_repository(root: Path, files: dict[str, str]) -> Path:
    """Content of one commune, nothing else."""
    return write_tree(root, {f"content/xa/xa-mau/{name}": text for name, text in files.items()})
