"""`congkhai.lock`: which generator and which data of the province a repository is built with.

The file is a requirements file that pip itself checks by hash; the province stands in its first
comments, which pip passes over and this program reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

NAME = "congkhai.lock"
HEAD = """# Tệp này ghim bộ dựng trang và dữ liệu chung của tỉnh, để lần nào dựng cũng như nhau.
# Lệnh `congkhai new lock` viết tệp này; đừng sửa tay.
"""
REQUIREMENTS = "generator/look/requirements.txt"
"""Inside the wheel: every package that it needs, with version and hashes."""
LINE = re.compile(r"# tinh-([a-z0-9-]+): (.*)")
SHAPES = {
    "nguon": re.compile(r"https://[^\s'\"\\]+"),
    "commit": re.compile(r"[0-9a-f]{40}"),
    "thu-muc": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
}
MEANT = {
    "nguon": "địa chỉ https:// của kho dữ liệu tỉnh",
    "commit": "mã commit 40 chữ số",
    "thu-muc": "thư mục trong kho ấy, ví dụ content/tinh",
    "sha256": "mã kiểm 64 chữ số",
}


class LockError(Exception):
    """What is wrong with a lock or with what it pins; the argument says it in Vietnamese."""


@dataclass(frozen=True)
class Pin:
    """The province's data, as one commit of one repository holds them."""

    source: str
    """Address of the git repository, https only."""
    commit: str
    folder: str
    """Path inside the repository, with forward slashes."""
    digest: str
    """SHA-256 over names and contents, see `generator.digests.digest_of`."""


def read_pin(lock: Path) -> Pin:
    """The province that a lock pins.

    Raises: LockError
    """
    said: dict[str, str] = {}
    for number, line in enumerate(_text(lock).splitlines(), 1):
        if match := LINE.fullmatch(line.rstrip()):
            said[match[1]] = _sound(match[1], match[2], f"{lock.as_posix()}:{number}:1")
    missing = [f"# tinh-{key}: ({MEANT[key]})" for key in SHAPES if key not in said]
    if missing:
        raise LockError(
            f"{lock.as_posix()}:1:1: chưa ghim dữ liệu của tỉnh, còn thiếu dòng {', '.join(missing)}."
            " Xin tỉnh tệp congkhai.lock mới, hoặc chỉ chỗ dữ liệu tỉnh bằng --tinh."
        )
    return Pin(said["nguon"], said["commit"], said["thu-muc"], said["sha256"])


def write_lock(wheel: Path, address: str, pin: Pin | None) -> str:
    """The text of a lock; `address` is where the wheel can be had: https, or a path in the repository.

    Raises: LockError
    """
    digest = sha256(wheel.read_bytes()).hexdigest()
    near = SHAPES["thu-muc"].fullmatch(address.removeprefix("./"))
    if not (near or SHAPES["nguon"].fullmatch(address)) or not address.endswith(".whl"):
        raise LockError(
            f"Nơi tải bộ dựng trang cần là địa chỉ https:// kết thúc bằng .whl, đang ghi “{address}”."
        )
    named = f"./{near[0]}" if near else f"congkhai @ {address}"
    return f"{HEAD}{_pinned(pin)}{named} --hash=sha256:{digest}\n{_requirements(wheel)}"


def _text(lock: Path) -> str:
    try:
        return lock.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LockError(f"{lock.as_posix()}: không đọc được tệp này. Xin tỉnh tệp khác.") from None


def _sound(key: str, value: str, place: str) -> str:
    """The value itself where it has the form that its key asks for.

    Raises: LockError
    """
    if key not in SHAPES:
        known = ", ".join(f"tinh-{name}" for name in SHAPES)
        raise LockError(f"{place}: không có mục “tinh-{key}”. Các mục: {known}.")
    if not SHAPES[key].fullmatch(value):
        raise LockError(f"{place}: “tinh-{key}” cần là {MEANT[key]}, đang ghi “{value}”.")
    return value


def _pinned(pin: Pin | None) -> str:
    if pin is None:
        return ""
    values: Mapping[str, str] = {
        "nguon": pin.source,
        "commit": pin.commit,
        "thu-muc": pin.folder,
        "sha256": pin.digest,
    }
    return "".join(f"# tinh-{key}: {_sound(key, value, NAME)}\n" for key, value in values.items())


def _requirements(wheel: Path) -> str:
    try:
        with ZipFile(wheel) as archive:
            return archive.read(REQUIREMENTS).decode("utf-8")
    except (BadZipFile, KeyError):
        raise LockError(
            f"{wheel.as_posix()}: không phải tệp cài đặt (.whl) của congkhai, hoặc là bản cũ."
        ) from None
