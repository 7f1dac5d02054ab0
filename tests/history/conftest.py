"""A commune's repository with commits of given days, and what pages tell of it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.core import File, History, Page
from generator.history import histories
from generator.inspection import Question, judge
from generator.province import Province
from generator.publish import make_site
from tests.conftest import DAY, write_tree
from tests.receive.conftest import GIT

XA = 'ma: "00000"\ntinh_trang: chinh_thuc\ntham_gia_tu: 2026-07-01\ndia_chi_goc: https://xa-mau.example/\n'
PROJECT = "ma: {id}\nten: Đường xóm\ntinh_trang: dang_thuc_hien\ntong_muc_dau_tu: {total}\n"
DA = "du-an/DA-01.yml"
Made = tuple[dict[str, Page], dict[str, File]]
"""Pages by address, files by path."""


def project(total: str, more: str = "", id: str = "DA-01") -> str:
    return PROJECT.format(id=id, total=total) + more


@dataclass(frozen=True)
class Repository:
    """A clone that holds the commune `xa-mau` at some place."""

    folder: Path
    province: Province
    inside: str = "content/xa/xa-mau"

    def git(self, *arguments: str, **env: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **GIT, **env},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, day: str, files: dict[str, str | None], at: str = "09:00:00+07:00") -> str:
        """Write files, or take those away that are None, and commit them on a day."""
        for name, text in files.items():
            if text is None:
                (self.folder / self.inside / name).unlink()
        write_tree(
            self.folder / self.inside, {name: text for name, text in files.items() if text is not None}
        )
        self.git("add", "--all")
        return self.close(day, "commit", "--quiet", "--allow-empty", "--message", "Sửa", at=at)

    def close(self, day: str, *command: str, at: str = "09:00:00+07:00") -> str:
        moment = f"{day}T{at}"
        self.git(*command, GIT_COMMITTER_DATE=moment, GIT_AUTHOR_DATE=moment)
        return self.git("rev-parse", "HEAD")

    def history(self, day: date = DAY) -> History:
        return histories(self.folder / "content", (), day).get("xa-mau", History())

    def told(self, name: str = DA, day: date = DAY) -> list[tuple[str, tuple[str, ...]]]:
        """What is told of a file: day and words, the newest first."""
        return [(str(change.day), change.told) for change in self.history(day).files[name].changes]

    def made(self, day: date = DAY, history: History | None = None) -> Made:
        """The commune's site."""
        scope, problems = judge(Question(self.province, day), self.folder / self.inside)
        assert scope, [problem.sentence for problem in problems]
        known = history or self.history(day)
        _, pages, files = make_site(scope, problems, history=known)
        return {page.url: page for page in pages}, {file.path: file for file in files}


Begun = Callable[..., Repository]


@pytest.fixture
def begun(tmp_path: Path, province: Province) -> Begun:
    """A repository whose first commit holds the profile and one project of 1,2 tỷ."""

    def begin(day: str = "2026-11-02", inside: str = "content/xa/xa-mau", **files: str) -> Repository:
        found = Repository(tmp_path / "kho", province, inside)
        found.folder.mkdir()
        found.git("init", "--quiet", "--initial-branch=main")
        found.commit(day, {"xa.yml": XA, DA: project("1200000000"), **files})
        return found

    return begin
