"""The province's data that a lock pins: fetched once, checked every time."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path

from generator.digests import digest_of
from generator.hosting.lock import LockError, Pin
from generator.resources import cache_folder

NETWORK = 300
"""Seconds that fetching may take."""


def province_of(pin: Pin) -> Path:
    """The folder with exactly the data that are pinned, fetched with git where it is not here yet.

    Raises: LockError
    """
    kept = cache_folder() / f"tinh-{pin.commit}-{sha256(pin.folder.encode()).hexdigest()[:8]}"
    if not kept.is_dir():
        _fetch(pin, kept)
    if digest_of(kept) != pin.digest:
        raise LockError(
            f"Dữ liệu của tỉnh ở {pin.source}, commit {pin.commit[:12]}, không khớp mã kiểm trong congkhai.lock."
            f" Báo cho tỉnh; nếu tỉnh vừa gửi tệp congkhai.lock mới thì xóa thư mục {kept} rồi chạy lại."
        )
    return kept


def pin_of(folder: Path, source: str) -> Pin:
    """The pin of a folder inside a git clone, as its last commit holds it; others reach it at `source`.

    Raises: LockError
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    commit = _git(folder, "rev-parse", "HEAD").decode().strip()
    with tempfile.TemporaryDirectory(prefix="congkhai-") as temporary:
        _extract(top, commit, inside, Path(temporary))
        return Pin(source, commit, inside, digest_of(Path(temporary)))


def _fetch(pin: Pin, kept: Path) -> None:
    """Bring one commit here and lay its folder out; all or nothing."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".dang-tai-", dir=kept.parent) as temporary:
        clone, fresh = Path(temporary, "git"), Path(temporary, "tinh")
        clone.mkdir()
        fresh.mkdir()
        _git(clone, "init", "--quiet", "--bare")
        _git(clone, "fetch", "--quiet", "--depth=1", "--end-of-options", pin.source, pin.commit)
        _extract(clone, pin.commit, pin.folder, fresh)
        try:
            fresh.rename(kept)
        except OSError:  # another build of this machine was faster
            if not kept.is_dir():
                raise


def _extract(repository: Path, commit: str, folder: str, to: Path) -> None:
    content = _git(repository, "archive", "--format=tar", f"{commit}:{folder}")
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(to, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers.

    Raises: LockError
    """
    asked = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 – no shell; every argument from outside has a checked form
            asked,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
            capture_output=True,
            timeout=NETWORK,
            check=True,
        )
    except FileNotFoundError:
        raise LockError("Máy này chưa có git. Cài git rồi chạy lại.") from None
    except subprocess.TimeoutExpired:
        raise LockError("Tải dữ liệu của tỉnh quá lâu. Xem lại đường mạng rồi chạy lại.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise LockError(
            f"git không lấy được dữ liệu của tỉnh: {said[-1] if said else arguments[0]}"
        ) from None
    return done.stdout
