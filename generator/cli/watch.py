"""`congkhai check --watch`: says anew what is wrong whenever a file is saved.

It looks at times and sizes twice a second rather than asking the system to be told (`watchdog`):
that also works on the shared drives and synchronised folders where staff keep their files, which
send no such word, and 5,000 files are looked over in some hundredths of a second.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from generator.cli import report
from generator.core import Problem, in_order
from generator.inspection import Question, inspect_commune
from generator.load import commune_folders, kept_province, of_editors
from generator.words.dates import now

PAUSE = 0.5
"""Seconds between two looks."""
Signature = frozenset[tuple[str, int, int]]
"""Path, time of change and size of every file below a folder."""


@dataclass(frozen=True)
class Watched:
    """What to check, by which day."""

    content: Path
    province: Path
    day: date
    only: tuple[str, ...] = ()


@dataclass
class Watch:
    """What was found at the last look, folder by folder."""

    wanted: Watched
    question: Question | None = None
    seen: dict[Path, Signature] = field(default_factory=dict)
    found: dict[Path, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return in_order(problem for group in self.found.values() for problem in group)

    def look(self) -> list[Path]:
        """Check again what changed since the last look: the folders that were read, none where all is as it was.

        A change of the province's folder makes every commune be read anew.

        Raises: NoSuchCommuneError
        """
        read = [self.wanted.province] if self._province() else []
        folders = self._communes()
        gone = self.seen.keys() - {self.wanted.province, *folders}
        for folder in gone:
            del self.seen[folder]
            self.found.pop(folder, None)
        return [*read, *(folder for folder in folders if self._commune(folder)), *sorted(gone)]

    def _province(self) -> bool:
        folder = self.wanted.province
        if not self._changed(folder):
            return False
        try:
            province, problems = kept_province(folder, self.wanted.day)
        except FileNotFoundError:  # as for a commune below
            del self.seen[folder]
            return False
        self.question = Question(province, self.wanted.day) if province else None
        self.seen = {folder: self.seen[folder]}
        self.found = {folder: of_editors(problems, folder, self.wanted.content)}
        return True

    def _communes(self) -> list[Path]:
        if self.question is None:
            return []
        return commune_folders(self.wanted.content, self.question.province, self.wanted.only)

    def _commune(self, folder: Path) -> bool:
        if self.question is None or not self._changed(folder):
            return False
        try:
            self.found[folder] = inspect_commune(self.question, folder)
        except (
            FileNotFoundError
        ):  # an editor puts the saved file in the old one's place: the next look reads it
            del self.seen[folder]
            return False
        return True

    def _changed(self, folder: Path) -> bool:
        before, self.seen[folder] = self.seen.get(folder), frozenset(_files(folder))
        return before != self.seen[folder]


def keep_watching(wanted: Watched, console: Console) -> NoReturn:
    """Show the state after each change until somebody interrupts."""
    watch = Watch(wanted)
    while True:
        if watch.look():
            _show(watch, console)
        time.sleep(PAUSE)


def _show(watch: Watch, console: Console) -> None:
    if console.is_terminal:
        console.clear()
    console.print(f"Lúc {now():%H:%M:%S}", style="bold", highlight=False)
    report.show(watch.problems, console)
    console.print(report.closing(watch.wanted.content, watch.problems), soft_wrap=True, highlight=False)
    console.print("Đang chờ tệp thay đổi. Bấm Ctrl-C để dừng.", style="dim", highlight=False)
    console.file.flush()


def _files(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                else:
                    state = entry.stat(follow_symlinks=False)
                    yield entry.path, state.st_mtime_ns, state.st_size
    except FileNotFoundError:
        return
