"""A province that copies communes from real git repositories, all on this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.mirror.restore import restore
from generator.mirror.settle import Result
from generator.mirror.state import Version
from generator.mirror.sync import Report, sync
from generator.mirror.tries import Order
from generator.words.dates import VIETNAM
from tests.conftest import CONTENT, DAY, write_tree
from tests.receive.conftest import GIT, REAL, RECEPTION
from tests.test_cli import congkhai

CODES = {"xa-mau": "00000", "xa-phu-dinh": "05602", "xa-dinh-hoa": "05569"}
NOON = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=VIETNAM)
LATER = RECEPTION.replace("07:30", "08:15")
BROKEN = RECEPTION.replace("Thứ Năm hằng tuần", "Khi nào rảnh")
EARLY, LATE = "7\u00a0giờ\u00a030", "8\u00a0giờ\u00a015"


@dataclass(frozen=True)
class Origin:
    """The repository of one commune, as its people see it."""

    folder: Path
    slug: str

    def git(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **GIT},
            capture_output=True,
            encoding="utf-8",
            check=check,
        )
        return done.stdout.strip()

    def commit(self, files: dict[str, str]) -> str:
        """Files named by their path inside the commune's folder."""
        write_tree(self.folder / "content" / "xa" / self.slug, files)
        return self.commit_all()

    def commit_all(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Sửa")
        return self.git("rev-parse", "HEAD")

    @property
    def url(self) -> str:
        return f"file://{self.folder}"


@dataclass(frozen=True)
class Mirror:
    """The province's side."""

    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "ban-sao"

    @property
    def store(self) -> Path:
        return self.folder / "kho"

    def listed(self, text: str) -> None:
        (self.folder / "mirror.yml").write_text(text, encoding="utf-8")

    def order(self, **more: Any) -> Order:
        order = Order(self.folder / "mirror.yml", self.folder / "tinh", self.out, self.store, NOON, jobs=2)
        return replace(order, **more)

    def sync(self, **more: Any) -> Report:
        return sync(self.order(**more))

    def after(self, days: int) -> datetime:
        return NOON + timedelta(days=days)

    def restore(self, slug: str) -> Version:
        return restore(self.order(only=(slug,)))

    def page(self, name: str) -> str:
        return (self.out / name / "index.html").read_text(encoding="utf-8")

    def status(self) -> str:
        return self.page("ban-sao")

    def entry(self, slug: str) -> dict[str, Any]:
        """What `ban-sao.json` says of one commune."""
        found = json.loads((self.out / "ban-sao.json").read_bytes())
        return next(entry for entry in found["xa"] if entry["slug"] == slug)

    def command(self, *more: str) -> list[str]:
        """`congkhai mirror` with everything that it needs."""
        where = ["--out", str(self.out), "--store", str(self.store), "--tinh", str(self.folder / "tinh")]
        return [*REAL, "mirror", *more, *where, "--date", str(DAY)]

    def run(self, *more: str) -> subprocess.CompletedProcess[str]:
        return congkhai(*self.command(*more)[len(REAL) :], cwd=self.folder)


def results(report: Report) -> dict[str, Result]:
    return {line.slug: line.result for line in report.lines}


def traces(folder: Path, secret: str) -> list[str]:
    """Files below a folder that hold a text or are named by it."""
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if secret in path.name or (path.is_file() and secret.encode() in path.read_bytes())
    ]


def origin(folder: Path, slug: str, files: dict[str, str] | None = None) -> Origin:
    """A new repository with the small content of one commune."""
    made = Origin(folder / f"goc-{slug}", slug)
    made.folder.mkdir(parents=True)
    made.git("init", "--quiet", "--initial-branch", "main")
    profile = f'ma: "{CODES[slug]}"\ntinh_trang: ban_sao\n'
    made.commit({"xa.yml": profile, "tiep-cong-dan.yml": RECEPTION, **(files or {})})
    return made


def listing(*origins: Origin, more: str = "") -> str:
    entries = "".join(f"  - xa: [{one.slug}]\n    kho: {one.url}\n" for one in origins)
    return f"{more}nguon:\n{entries}"


@pytest.fixture
def mirror(tmp_path: Path) -> Mirror:
    """An empty list, and the province's data without its procedures."""
    leave_out = shutil.ignore_patterns("thu-tuc")
    shutil.copytree(CONTENT / "tinh", tmp_path / "tinh", ignore=leave_out)
    made = Mirror(tmp_path)
    made.listed("nguon: []\n")
    return made


@pytest.fixture
def three(mirror: Mirror) -> dict[str, Origin]:
    """Three communes on the list, each in its own repository."""
    made = {slug: origin(mirror.folder, slug) for slug in CODES}
    mirror.listed(listing(*made.values()))
    return made
