"""Keys: one made for a commune, allowed by the province for some time, called back for good."""

from __future__ import annotations

from pathlib import Path

from generator.canonical import put
from generator.province.signers import REVOKED
from generator.release.failures import KeyUseError
from generator.release.sign import run
from generator.release.signers import Signer, is_revoked, line_of, public_key, read_signers

AROUND = (".git", "congkhai.lock", "xa.yml", "tinh/tinh.yml", "HEAD")
"""What shows that a folder is, or is part of, a repository or the content."""


class PublicPlaceError(Exception):
    """A private key would lie where it is published or pushed."""


class KeyKnownError(Exception):
    """A key is already on the list, or was called back."""


def make_key(path: Path, comment: str) -> Path:
    """An Ed25519 key without a passphrase, mode 600; the path of its public half.

    Raises: PublicPlaceError, FileExistsError, KeyUseError, NoToolError
    """
    public = path.with_name(f"{path.name}.pub")
    for parent in path.resolve().parents:
        if any((parent / name).exists() for name in AROUND):
            raise PublicPlaceError(parent)
    for taken in (path, public):
        if taken.exists() or taken.is_symlink():
            raise FileExistsError(taken)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    done = run(["-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", str(path)])
    if done.returncode:
        raise KeyUseError(done.stderr.decode(errors="replace").strip())
    path.chmod(0o600)
    return public


def allow(signer: Signer, comment: str, allowed: Path) -> None:
    """Add a line to `allowed_signers`; a key called back never comes again.

    Raises: KeyKnownError, OSError
    """
    before, revoked = _read(allowed), allowed.with_name(REVOKED)
    if is_revoked(signer.key, _read(revoked)):
        raise KeyKnownError("khóa này đã bị thu hồi, không dùng lại được. Tạo khóa mới: congkhai keys new")
    if any(other.key == signer.key for other in read_signers(before)):
        raise KeyKnownError(
            f"khóa này đã có trong {allowed}. Cần đổi hạn thì sửa dòng ấy, hoặc dùng khóa mới"
        )
    if not revoked.exists():
        put(revoked, b"")  # the commands on /phat-hanh/ name it
    put(allowed, _lines(before) + f"{line_of(signer, comment)}\n".encode())


def revoke(key: str, comment: str, allowed: Path) -> None:
    """Call a key back: every release that it ever signed is refused from now on.

    The list of called back keys is written first, so that no moment knows the key as good and not as bad.
    Raises: KeyKnownError, OSError
    """
    revoked = allowed.with_name(REVOKED)
    before = _read(revoked)
    if is_revoked(key, before):
        raise KeyKnownError("khóa này đã bị thu hồi từ trước")
    put(revoked, _lines(before) + f"{key} {comment}\n".encode())
    if allowed.exists():
        kept = [line for line in _read(allowed).splitlines(keepends=True) if _key(line) != key]
        put(allowed, b"".join(kept))


def _key(line: bytes) -> str:
    return "" if line.startswith(b"#") else public_key(line.decode("utf-8", "replace"))


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _lines(content: bytes) -> bytes:
    """With a line feed at its end, so that the next line is a line of its own."""
    return content if not content or content.endswith(b"\n") else content + b"\n"
