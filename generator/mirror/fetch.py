"""Bringing a branch of somebody's repository here: bounded, without questions, without running anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.git_environment import alone
from generator.mirror.address import GitAddress
from generator.mirror.trouble import NotTakenError, from_git
from generator.receive.repository import Repository
from generator.swap import put

TIP = "refs/congkhai/moi"
SETTINGS = {
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "core.askPass": "",
    "core.bigFileThreshold": "32m",
    "credential.helper": "",
    "fetch.fsckObjects": "true",
    "fetch.recurseSubmodules": "false",
    "fetch.unpackLimit": "1",  # one file, so that its size can be bounded
    "gc.auto": "0",
    "maintenance.auto": "false",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "60",
    "protocol.allow": "never",
    "protocol.https.allow": "always",
    "protocol.ssh.allow": "always",
    "protocol.file.allow": "always",
}
SSH = "ssh -oBatchMode=yes -oStrictHostKeyChecking=yes -oConnectTimeout=20 -oClearAllForwardings=yes"
BOUNDED = 'trap "" XFSZ; ulimit -f "$1" && shift && exec "$@"'
"""A shell that bounds every file which its command writes, in blocks of 512 bytes; git then says so."""
BLOCKS_OF_MB = 2048


@dataclass(frozen=True)
class Seen:
    """The commit that a branch held when it was fetched last; empty where it never was."""

    commit: str = ""
    seconds: int = 0


@dataclass(frozen=True)
class Tip:
    """What a branch holds now."""

    repository: Repository
    commit: str
    seconds: int
    """When it was made, as it says itself: since 1970."""
    back: bool = False
    """Whether the branch was set back or written anew since it was last fetched."""

    @property
    def seen(self) -> Seen:
        return Seen(self.commit, self.seconds)


@dataclass(frozen=True)
class Limits:
    """The most that one fetch may take."""

    seconds: int
    megabytes: int


def fetch(folder: Path, address: GitAddress, branch: str, seen: Seen, limits: Limits) -> Tip:
    """The newest commit of a branch, in a bare repository of our own; `seen` is the one of last time.

    Only what came since `seen` is fetched; the first time, and after trouble, the newest commit alone.
    Raises: NotTakenError
    """
    _tidy(folder)
    try:
        return _fetched(folder, address, branch, seen, limits)
    except NotTakenError as error:
        _tidy(folder)
        if error.anew:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _fetched(folder: Path, address: GitAddress, branch: str, seen: Seen, limits: Limits) -> Tip:
    fresh = not (folder / "HEAD").exists()
    if fresh:
        _run(["git", "init", "--quiet", "--bare", "--template=", str(folder)], _environment(), limits)
    depth = [] if Repository(folder).commit(TIP) else ["--depth=1"]
    wanted = f"+refs/heads/{branch}:{TIP}"
    flags = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-gc", "--update-shallow", *depth]
    command = ["git", f"--git-dir={folder}", "fetch", *flags, "--end-of-options", address.url, wanted]
    _run(command, _environment(address), limits)
    return _tip(Repository(folder), seen)


def _tip(repository: Repository, seen: Seen) -> Tip:
    commit = repository.commit(TIP)
    if commit is None:
        raise from_git("couldn't find remote ref")
    seconds = repository.seconds(commit)
    if seen.commit in ("", commit):
        return Tip(repository, commit, seconds)
    known = repository.commit(seen.commit)  # gone where the repository was begun anew
    back = not repository.leads_to(known, commit) if known else seconds < seen.seconds
    return Tip(repository, commit, seconds, back)


def forget_history(repository: Repository, limits: Limits) -> None:
    """Keep the newest commit alone: what others held, led to or not, may have been withdrawn since."""
    if repository.holds_only(TIP):
        return
    new = repository.folder.with_suffix(".moi")
    shutil.rmtree(new, ignore_errors=True)
    _run(["git", "init", "--quiet", "--bare", "--template=", str(new)], _environment(), limits)
    source = f"file://{repository.folder.absolute()}"
    flags = ["--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1", "--update-shallow"]
    _run(["git", f"--git-dir={new}", "fetch", *flags, source, f"+{TIP}:{TIP}"], _environment(), limits)
    put(new, repository.folder)
    shutil.rmtree(new, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Take away what a killed fetch left; nobody else works here now."""
    for pattern in ("**/*.lock", "objects/pack/tmp_*"):
        for left in folder.glob(pattern):
            with suppress(OSError):
                left.unlink()
    shutil.rmtree(folder.with_suffix(".moi"), ignore_errors=True)
    if not Repository(folder).sound():
        shutil.rmtree(folder, ignore_errors=True)


def _environment(address: GitAddress | None = None) -> dict[str, str]:
    """Nothing of whoever runs this but the way out; a password goes where no list of processes shows it."""
    given = dict(SETTINGS)
    if address and address.secret:
        given[f"http.{address.url}.extraHeader"] = f"Authorization: Basic {address.secret}"
    settings = {"GIT_CONFIG_COUNT": str(len(given))}
    for number, (name, value) in enumerate(given.items()):
        settings |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return alone(**settings, GIT_ASKPASS="true", SSH_ASKPASS="true", GIT_SSH_COMMAND=SSH)


def _run(command: Sequence[str], environment: dict[str, str], limits: Limits) -> None:
    """Raises: NotTakenError"""
    bounded = ["sh", "-c", BOUNDED, "sh", str(limits.megabytes * BLOCKS_OF_MB), *command]
    with subprocess.Popen(  # noqa: S603  no shell reads what comes from outside
        bounded,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            said = process.communicate(timeout=limits.seconds)[1].decode(errors="replace").strip()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise _too_slow(limits) from None
    if process.returncode:
        raise _too_large(limits) if "File too large" in said else from_git(said)


def _too_slow(limits: Limits) -> NotTakenError:
    hint = "Nơi giữ kho chậm hoặc kho quá lớn. Lượt sau máy tự thử lại; cần thì tăng toi_da_giay."
    return NotTakenError(f"lấy quá {limits.seconds} giây chưa xong", hint, passing=True, anew=True)


def _too_large(limits: Limits) -> NotTakenError:
    hint = "Bớt tệp nặng trong kho, hoặc tăng toi_da_mb trong mirror.yml."
    return NotTakenError(f"kho nặng hơn mức {limits.megabytes} MB", hint, passing=True, anew=True)
