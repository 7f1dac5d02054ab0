"""A place where two communes of little content are built and released by the real commands."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.release.copies import FolderCopy
from generator.release.statement import STATEMENT, read_statement
from generator.release.verify import Asked, verify
from tests.conftest import CONTENT, write_tree
from tests.kills import seconds
from tests.receive.conftest import REAL
from tests.receive.test_receive_killed import Tree, profile, tree
from tests.release.conftest import Desk

CODES = {"xa-mau": "00000", "xa-phu-dinh": "05602"}
TODAY, NIGHT = "2026-11-22", datetime(2026, 11, 22, 23, tzinfo=UTC)


@dataclass(frozen=True)
class Office(Desk):
    """Two communes of little content, that anyone may build and release."""

    disk: Path

    @property
    def out(self) -> Path:
        return self.disk / "site"

    def say(self, number: int, content: str = "content") -> None:
        """One of two contents, which differ on every page."""
        phone = f"0200 000 000{number % 2}"
        files = {f"xa/{slug}/xa.yml": profile(code, phone) for slug, code in CODES.items()}
        write_tree(self.root / content, files)

    def build(self, day: str = TODAY, content: str = "content") -> list[str]:
        return [*REAL, "build", "--content", content, "--out", str(self.out), "--date", day, "--jobs", "1"]

    def sign(self, day: str = TODAY) -> list[str]:
        return [*REAL, "release", str(self.out), "--key", str(self.key("xa")), "--date", day]

    def serials(self) -> dict[str, int]:
        """Of sites that are each wholly one release."""
        found = {}
        for slug, code in CODES.items():
            site = self.out / slug
            asked = self.asked(code=code)
            assert verify(FolderCopy(site), Asked(asked.signers, NIGHT, code)) == ()
            found[slug] = read_statement((site / STATEMENT).read_bytes()).serial
        return found

    def remembered(self) -> dict[str, int]:
        kept = self.disk / ".site.phat-hanh"
        return {slug: read_statement((kept / f"{slug}.json").read_bytes()).serial for slug in CODES}

    def both(self) -> list[Tree]:
        """What each of the two contents gives; the second stands."""
        found = []
        for number in (0, 1):
            self.say(number)
            seconds(self.build(), self.root)
            found.append(tree(self.out))
        pages = [name for name in found[0] if name.split("/")[0] in CODES and name.endswith("index.html")]
        assert len(pages) > 10
        assert [name for name in pages if found[0][name] == found[1][name]] == []
        return found

    def run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        """With nowhere else to write either."""
        env = {**os.environ, "TMPDIR": str(self.disk), "NO_COLOR": "1"}
        return subprocess.run(
            command, cwd=self.root, capture_output=True, encoding="utf-8", check=False, env=env
        )

    def left_over(self) -> list[str]:
        return [path.name for path in self.disk.glob(".site-dang-dung-*")]


def office_in(root: Path, disk: Path) -> Office:
    made = Office(root, disk)
    shutil.copytree(CONTENT / "tinh", root / "content" / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    (root / "tinh").mkdir()
    made.allow("xa", *CODES.values())
    made.say(0)
    return made
