"""A bare git repository, read as data: no checkout, no filter, no attribute, no hook."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Timer

from generator.receive.entries import Entry as Entry
from generator.receive.entries import NotGitError as NotGitError
from generator.receive.entries import TooLargeError as TooLargeError
from generator.receive.entries import entry_of

NOTHING = "0" * 40
"""How git writes the commit of a branch that is not there."""
PUBLISHED = "refs/congkhai/published"
"""The commit that the site was built from; nobody can push to it."""
SAFE = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "core.quotePath=false",
    "protocol.allow=never",
    "gc.auto=0",
)
LATEST = 4_102_444_800
LISTED_MB, LISTED_SECONDS = 64, 120
"""What a list of files may take: a small repository can hold a tree that never ends."""


@dataclass(frozen=True)
class Repository:
    """A bare repository on this machine."""

    folder: Path

    def commit(self, name: str) -> str | None:
        """The commit of a branch or another ref; None where there is none."""
        found = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", failing=True)
        return found.decode().strip() or None

    def sound(self) -> bool:
        """Whether git takes the folder for a repository."""
        return bool(self._run("rev-parse", "--git-dir", failing=True))

    def seconds(self, commit: str) -> int:
        """When a commit was made, as it says itself: seconds since 1970, kept within this century."""
        said = self._run("log", "-1", "--format=%ct", commit, "--").decode().strip()
        return min(max(int(said or 0), 0), LATEST)

    def leads_to(self, old: str, new: str) -> bool:
        """Whether the newer commit has the older one among those before it."""
        return self._run("rev-list", "--max-count=1", old, f"^{new}", "--") == b""

    def holds_only(self, commit: str) -> bool:
        """Whether nothing is stored but one commit, without those before it, and its files."""
        if self._run("rev-list", "--count", commit, "--") != b"1\n":
            return False
        stored = self._run("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)")
        reached = self._run("rev-list", "--objects", "--no-object-names", commit, "--")
        return set(stored.split()) == set(reached.split())

    def set_published(self, commit: str) -> None:
        self._run("update-ref", PUBLISHED, commit)

    def tree(self, commit: str, below: Sequence[str]) -> list[Entry]:
        """Every file below some folders of a commit; of the whole commit for "".

        Raises: NotGitError, TooLargeError
        """
        folders = [f"{folder}/" for folder in below if folder]
        listed = self._listed("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *folders)
        return [entry_of(line) for line in listed.split(b"\0") if line]

    def changed(self, old: str, new: str, below: str) -> list[str]:
        """Paths of the files that differ between two commits."""
        listed = self._run(
            "diff-tree", "-r", "-z", "--no-renames", "--name-only", old, new, "--", f":(literal,top){below}"
        )
        return [os.fsdecode(path) for path in listed.split(b"\0") if path]

    def fork(self, one: str, other: str) -> str | None:
        """The last commit that two have in common; None where they have none."""
        return self._run("merge-base", one, other, failing=True).decode().strip() or None

    def differing(self, old: str | None, new: str) -> list[str]:
        """Paths of all files that differ between two commits; of every file where there is no older one.

        Raises: NotGitError, TooLargeError
        """
        if old is None:
            return [entry.path for entry in self.tree(new, [""])]
        listed = self._listed("diff-tree", "-r", "-z", "--no-renames", "--name-only", old, new)
        return [os.fsdecode(path) for path in listed.split(b"\0") if path]

    def committed(self, new: str) -> list[str]:
        """Paths that commits of no branch yet change, also those that a later one takes back.

        Of a merge, what is like none of those that it joins.
        Raises: NotGitError, TooLargeError
        """
        told = ("--format=", "--name-only", "--no-renames", "-z", "-c")
        listed = self._listed("log", *told, new, "--not", "--branches", "--")
        return [os.fsdecode(path) for path in listed.split(b"\0") if path]

    def extract(self, entries: Iterable[Entry], into: Path) -> None:
        """Write the files of a tree, byte for byte as they were committed, never executable."""
        command = [*self._command(), "cat-file", "--batch"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=_environment()) as git:  # noqa: S603
            for entry in entries:
                _write(into / PurePosixPath(entry.path), _asked(git, entry))

    def _run(self, *arguments: str, failing: bool = False) -> bytes:
        """Raises: NotGitError"""
        try:
            command = [*self._command(), *arguments]
            done = subprocess.run(command, capture_output=True, env=_environment(), check=False)  # noqa: S603
        except FileNotFoundError:
            raise NotGitError("git") from None
        if done.returncode and not failing:
            raise NotGitError(done.stderr.decode(errors="replace").strip())
        return done.stdout

    def _listed(self, *arguments: str) -> bytes:
        """What a command says, as far as anybody wants to read."""
        pipe = subprocess.PIPE
        command = [*self._command(), *arguments]
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=_environment()) as git:  # noqa: S603
            watch = Timer(LISTED_SECONDS, git.kill)
            watch.start()
            found = git.stdout.read((LISTED_MB << 20) + 1) if git.stdout else b""
            endless = len(found) > LISTED_MB << 20
            if endless:
                git.kill()
            said = git.stderr.read() if git.stderr else b""
            git.wait()
            endless = endless or not watch.is_alive()
            watch.cancel()
        if endless:
            raise TooLargeError("kho git có quá nhiều tệp hoặc thư mục lồng nhau")
        if git.returncode > 0:
            raise NotGitError(said.decode(errors="replace").strip())
        return found

    def _command(self) -> list[str]:
        settings = (part for setting in SAFE for part in ("-c", setting))
        return ["git", f"--git-dir={self.folder}", *settings]


def _environment() -> dict[str, str]:
    """What git set for a hook stays: a push that is still judged lies in a folder of its own."""
    return {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _asked(git: subprocess.Popen[bytes], entry: Entry) -> bytes:
    """One file's bytes from a running `cat-file --batch`.

    Raises: NotGitError where git has gone
    """
    if git.stdin is None or git.stdout is None:
        raise NotGitError("cat-file")
    git.stdin.write(f"{entry.id}\n".encode())
    git.stdin.flush()
    head = git.stdout.readline()
    content = git.stdout.read(entry.size)
    git.stdout.read(1)
    if len(content) != entry.size:
        raise NotGitError(f"cat-file: {head.decode(errors='replace').strip()}")
    return content


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
