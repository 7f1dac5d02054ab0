"""Our own builds in the bench: from nothing, with and without an index, and again after a change."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from measured import ROOT, Run, timed

from peers.pages import sites

OURS, COPY, HELP = "congkhai build", "cp -r of ours", "congkhai --help"
DAY = "2026-11-23"
"""The day that the made-up records are written for."""
NAME = "ten:"
"""The key whose text is changed: the name of a record."""


class Ours:
    """Content of one number of communes and the folders that it is built into."""

    def __init__(self, scratch: Path) -> None:
        self.content = scratch / "content"
        self._places = scratch / "ours"
        self._changed = 0

    def build(self, search: bool, place: str = "") -> tuple[Run, Path]:
        """A build from nothing; its output folder, alone in its parent with all that a build leaves there."""
        folder = self._places / (place or _place(search))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return self._run(search, place), folder / "site"

    def changes(self) -> Iterator[tuple[str, Callable[[bool], Run]]]:
        """What is built again over the last output: nothing changed, one record, one of all communes' procedures."""
        yield "again, no change", self._run
        yield "again, one record changed", self._after("xa/*/du-an/*.yml")
        yield "again, one procedure changed", self._after("tinh/thu-tuc/[0-9].[0-9]*[0-9].yml")

    def _after(self, pattern: str) -> Callable[[bool], Run]:
        def again(search: bool) -> Run:
            self._changed += 1
            change(min(self.content.glob(pattern)), self._changed)
            return self._run(search)

        return again

    def _run(self, search: bool, place: str = "") -> Run:
        """With what it keeps between runs beside its output: nothing before a build from nothing."""
        folder = self._places / (place or _place(search))
        program = ["-m", "generator"] if search else [str(Path(__file__).with_name("unsearched.py"))]
        order = ["build", "--content", str(self.content), "--out", str(folder / "site"), "--date", DAY]
        cache = {"XDG_CACHE_HOME": str(folder / "cache")}
        return timed([sys.executable, *program, *order], cwd=ROOT, quiet=True, told=False, more=cache)


def _place(search: bool) -> str:
    return "searched" if search else "plain"


def change(path: Path, number: int) -> None:
    """Write a record's name anew, so that each call leaves another one."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if line.startswith(NAME))
    lines[at] = f"{NAME} Tên thử lần {number}\n"
    path.write_text("".join(lines), "utf-8", newline="\n")


def pages_of(out: Path) -> tuple[int, int]:
    """Pages in our frame below a folder that we built, and the bytes of their HTML."""
    sizes = [len(html.encode()) for site in sites(out) for _, html in site.files()]
    return len(sizes), sum(sizes)
