"""A repository's past, read as data: nothing of its settings, hooks or replacements has a say."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Timer

from generator.git_environment import alone
from generator.history.contents import Contents
from generator.receive.repository import LATEST, SAFE
from generator.words.dates import VIETNAM

NO_GIT = "Máy dựng trang không có git, nên không đọc được lịch sử thay đổi."
SHALLOW = "Bản sao kho dữ liệu dùng để dựng trang chỉ có những lần sửa gần nhất, nên không rõ lịch sử."
UNREAD = "Kho dữ liệu dùng để dựng trang không đọc được lịch sử thay đổi."
EMPTY = {40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
         64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"}  # fmt: skip
"""The tree that holds nothing, as every git knows it, by the length of its ids."""
MOST_MB, MOST_SECONDS = 256, 120
"""What one answer of git may take: a small repository can hold a tree that never ends."""
LARGEST = 1 << 20
"""Bytes of a data file whose versions are compared."""
FILES = (b"100644", b"100755")


class NoHistoryError(Exception):
    """Why nothing can be told; the argument is a sentence for readers."""


@dataclass(frozen=True)
class Commit:
    """A commit that touches the content; its parents are the nearest before it that do too."""

    id: str
    parents: tuple[str, ...]
    tree: str
    day: date
    """In Vietnam, as the commit says itself."""


Differences = Mapping[str, tuple[str, str]]
"""Id of each file before and after, by its path; "" where there is no file."""


@dataclass(frozen=True)
class Log:
    """The repository whose git directory this is."""

    folder: Path

    def tip(self, name: str) -> str:
        """The commit of a name. Raises: NoHistoryError"""
        said = self._ask("rev-parse", "--is-shallow-repository", f"{name}^{{commit}}").decode().split()
        if said[0] != "false":
            raise NoHistoryError(SHALLOW)
        return said[1]

    def commits(self, tip: str, below: str) -> list[Commit]:
        """Those that explain how a folder came to be as it is, children first. Raises: NoHistoryError"""
        shown = ("--topo-order", "--parents", "--format=%T %ct")
        lines = self._ask("rev-list", *shown, tip, "--", *_inside(below)).decode().splitlines()
        return [_commit(head, told) for head, told in zip(lines[::2], lines[1::2], strict=True)]

    def differences(self, commits: Sequence[Commit], below: str) -> Iterator[list[Differences]]:
        """Of each commit, against each of its parents, or against nothing. Raises: NoHistoryError"""
        trees = {commit.id: commit.tree for commit in commits}
        pairs = [
            f"{trees.get(parent) or EMPTY[len(commit.tree)]} {commit.tree}\n"
            for commit in commits
            for parent in commit.parents or ("",)
        ]
        flags = ("--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff")
        given = "".join(pairs).encode()
        told = _answers(self._ask("diff-tree", *flags, "--", *_inside(below), given=given))
        for commit in commits:
            yield [next(told) for _ in commit.parents or ("",)]

    def sizes(self, wanted: Iterable[str]) -> dict[str, int]:
        """Bytes of each file that is here, and not too large to be compared, by its id.

        None of any where some are missing (a partial clone) and an older git wants to fetch them.
        """
        ids = "".join(f"{id}\n" for id in dict.fromkeys(wanted)).encode()
        form = "--batch-check=%(objectname) %(objecttype) %(objectsize)"
        found: dict[str, int] = {}
        with suppress(NoHistoryError):
            for line in self._ask("cat-file", form, given=ids).decode().splitlines():
                id, *told = line.split()
                if told[0] == "blob" and int(told[1]) <= LARGEST:
                    found[id] = int(told[1])
        return found

    @contextmanager
    def contents(self, sizes: Mapping[str, int]) -> Iterator[Contents]:
        """The files that `sizes` tells of, for as long as needed."""
        pipe = subprocess.PIPE
        with subprocess.Popen(  # noqa: S603
            [*self._command(), "cat-file", "--batch"], stdin=pipe, stdout=pipe, env=_environment()
        ) as git:
            yield Contents(git, sizes)

    def _ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git answers, as far as anybody wants to read. Raises: NoHistoryError"""
        with tempfile.TemporaryFile() as asked:
            asked.write(given)
            asked.seek(0)
            try:
                git = subprocess.Popen(  # noqa: S603
                    [*self._command(), *arguments],
                    stdin=asked,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=_environment(),
                )
            except FileNotFoundError:
                raise NoHistoryError(NO_GIT) from None
            return _bounded(git)

    def _command(self) -> list[str]:
        settings = (part for setting in SAFE for part in ("-c", setting))
        return ["git", "--no-pager", "--no-replace-objects", f"--git-dir={self.folder}", *settings]


def _bounded(git: subprocess.Popen[bytes]) -> bytes:
    with git:
        watch = Timer(MOST_SECONDS, git.kill)
        watch.start()
        found = git.stdout.read((MOST_MB << 20) + 1) if git.stdout else b""
        if len(found) > MOST_MB << 20:
            git.kill()
        git.wait()
        watch.cancel()
    if git.returncode:
        raise NoHistoryError(UNREAD)
    return found


def _inside(below: str) -> list[str]:
    return [f":(top,literal){below}"] if below != "." else []


def _commit(head: str, told: str) -> Commit:
    """Of "commit 5f3c… 0a1b…" and "<tree> 1795411917"."""
    _, id, *parents = head.split()
    tree, _, seconds = told.partition(" ")
    moment = datetime.fromtimestamp(min(int(seconds) if seconds.isdigit() else 0, LATEST), VIETNAM)
    return Commit(id, tuple(dict.fromkeys(parents)), tree, moment.date())


def _answers(said: bytes) -> Iterator[Differences]:
    """ "<tree> <tree>\\n" for each pair, then ":100644 100644 5f3c… 0a1b… M NUL path NUL" for each file."""
    at = 0
    while at < len(said):
        at = said.index(b"\n", at) + 1
        found: dict[str, tuple[str, str]] = {}
        while said[at : at + 1] == b":":
            head, path = said.index(b"\0", at), 0
            path = said.index(b"\0", head + 1)
            old_mode, mode, old, new, _ = said[at + 1 : head].split(b" ")
            ids = (_file(old_mode, old), _file(mode, new))
            if ids[0] != ids[1]:
                found[os.fsdecode(said[head + 1 : path])] = ids
            at = path + 1
        yield found


def _file(mode: bytes, id: bytes) -> str:
    return id.decode() if mode in FILES else ""


def _environment() -> dict[str, str]:
    """Nothing that tells git of another place, or of anything to be run or fetched."""
    return alone(GIT_GRAFT_FILE=os.devnull, GIT_NO_LAZY_FETCH="1", GIT_OPTIONAL_LOCKS="0")
