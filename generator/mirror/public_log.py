"""The public log: each accepted `release.json` with its signature, one commit a release, in a git repository.

It lies beside the copies (`<out>/nhat-ky.git`), so that anybody clones it over plain https and sees whether
what the province accepted is what they were shown. Only whoever writes here adds to it, and never an older
release than the last one of that commune: commits are made on top of what is there, without a work tree.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from generator.git_environment import alone
from generator.receive.repository import SAFE
from generator.release.statement import SIGNATURE, STATEMENT, Statement, digest, read_statement

NAME = "nhat-ky.git"
BRANCH = "refs/heads/main"
WHO = {"NAME": "congkhai", "EMAIL": "congkhai@localhost"}
SECONDS = 120


class LogError(Exception):
    """Git could not write; the argument is what it said."""


@dataclass(frozen=True)
class PublicLog:
    """The repository in the folder of the copies."""

    folder: Path

    def add(self, sites: Iterable[tuple[Path, str]]) -> None:
        """Add what is new of sites in folders named by slug, each with the digest of its `release.json`.

        Raises: LogError, OSError
        """
        written = self._written()
        new = [site for site, expected in sites if _is_new(site, expected, written)]
        for site in new:
            self._open()
            self._add(site)
        if new:
            self._git("update-server-info")

    def _written(self) -> dict[str, str]:
        """Git's name of the last `release.json` of each commune, by its path."""
        if not (self.folder / "HEAD").is_file() or not (tip := self._tip()):
            return {}
        listed = (line.split("\t", 1) for line in self._text("ls-tree", "-r", tip).splitlines())
        return {path: entry.split()[2] for entry, path in listed}

    def _add(self, site: Path) -> None:
        """A release older than the last one, to which the province went back, is in the log already."""
        content, path = (site / STATEMENT).read_bytes(), f"{site.name}/{STATEMENT}"
        new = read_statement(content)
        if path in self._written():
            before = read_statement(self._git("cat-file", "blob", f"{BRANCH}:{path}"))
            if new.serial <= before.serial:
                return
        self._commit(site.name, new, content, (site / SIGNATURE).read_bytes())

    def _open(self) -> None:
        """The repository, new where there is none, without what a killed git left."""
        if not (self.folder / "HEAD").is_file():
            self._run(["git", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", "--object-format=sha1", str(self.folder)])  # fmt: skip
        for left in self.folder.glob("**/*.lock"):
            with suppress(OSError):
                left.unlink()

    def _commit(self, slug: str, statement: Statement, content: bytes, signature: bytes) -> None:
        tip = self._tip()
        files = {STATEMENT: self._blob(content), SIGNATURE: self._blob(signature)}
        entries = "".join(f"100644 blob {id}\t{name}\n" for name, id in sorted(files.items()))
        folder = self._tree(entries)
        others = [line for line in self._listed(tip) if not line.endswith(f"\t{slug}")]
        root = self._tree("".join(f"{line}\n" for line in (*others, f"040000 tree {folder}\t{slug}")))
        message = f"{slug}: bản phát hành số {statement.serial}\n"
        parent = ["-p", tip] if tip else []
        seconds = f"{int(statement.made.timestamp())} +0700"
        commit = self._text("commit-tree", root, *parent, given=message.encode(), when=seconds)
        self._git("update-ref", BRANCH, commit, tip or "0" * len(commit))

    def _tip(self) -> str:
        return self._text("for-each-ref", "--format=%(objectname)", BRANCH)

    def _listed(self, tip: str) -> list[str]:
        return self._text("ls-tree", tip).splitlines() if tip else []

    def _blob(self, content: bytes) -> str:
        return self._text("hash-object", "-w", "--stdin", given=content)

    def _tree(self, entries: str) -> str:
        return self._text("mktree", given=entries.encode())

    def _text(self, *arguments: str, given: bytes = b"", when: str = "") -> str:
        return self._git(*arguments, given=given, when=when).decode().strip()

    def _git(self, *arguments: str, given: bytes = b"", when: str = "") -> bytes:
        settings = [part for setting in (*SAFE, "core.fsync=all") for part in ("-c", setting)]
        return self._run(["git", f"--git-dir={self.folder}", *settings, *arguments], given, when)

    def _run(self, command: list[str], given: bytes = b"", when: str = "") -> bytes:
        """Raises: LogError"""
        people = {
            f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()
        }
        dates = {f"GIT_{role}_DATE": when for role in ("AUTHOR", "COMMITTER") if when}
        try:
            done = subprocess.run(command, input=given, capture_output=True, env=alone(**people, **dates), timeout=SECONDS, check=False)  # noqa: S603  # fmt: skip
        except (FileNotFoundError, subprocess.TimeoutExpired) as error:
            raise LogError(str(error)) from None
        if done.returncode:
            raise LogError(done.stderr.decode(errors="replace").strip())
        return done.stdout


def _is_new(site: Path, expected: str, written: Mapping[str, str]) -> bool:
    """Whether a site holds the release that was accepted, and the log another one."""
    if not all((site / name).is_file() for name in (STATEMENT, SIGNATURE)):
        return False
    content = (site / STATEMENT).read_bytes()
    blob = sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    return digest(content) == expected and written.get(f"{site.name}/{STATEMENT}") != blob
