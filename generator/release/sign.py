"""Signatures by `ssh-keygen -Y` (OpenSSH, PROTOCOL.sshsig), which every server and notebook has."""

from __future__ import annotations

import base64
import binascii
import os
import shutil
import struct
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.province.signers import NAMESPACE
from generator.release.failures import KeyUseError, NoToolError

START, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
MAGIC = b"SSHSIG"
SECONDS = 60


@dataclass(frozen=True)
class Signed:
    """What a signature says of itself, before anybody has checked it."""

    key: str
    """As in a line of `allowed_signers`: "ssh-ed25519 AAAA…"."""
    namespace: str


@dataclass(frozen=True)
class Signers:
    """Whom the province lets sign for whom, and which keys it has called back."""

    allowed: bytes
    revoked: bytes = b""


def has_tool() -> bool:
    return shutil.which("ssh-keygen") is not None


def sign(content: bytes, key: Path) -> bytes:
    """The signature of some bytes; through stdin, since a file beside would ask before it is overwritten.

    Raises: KeyUseError, NoToolError
    """
    done = run(["-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE], content)
    if done.returncode or not done.stdout.startswith(START.encode()):
        raise KeyUseError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def is_signed(content: bytes, signature: bytes, code: str, when: datetime, signers: Signers) -> bool:
    """Whether somebody signed these bytes who might sign for this commune on that day.

    Raises: NoToolError
    """
    with TemporaryDirectory() as folder:
        given = {"sig": signature, "allowed": signers.allowed, "revoked": signers.revoked}
        for name, value in given.items():
            Path(folder, name).write_bytes(value)
        command = ["-Y", "verify", "-f", f"{folder}/allowed", "-I", code, "-n", NAMESPACE]
        command += [f"-Overify-time={when:%Y%m%d%H%M%S}Z", "-s", f"{folder}/sig", "-r", f"{folder}/revoked"]
        return run(command, content).returncode == 0


def is_whole(content: bytes, signature: bytes) -> bool:
    """Whether the signature was made over these bytes in our namespace, by whichever key."""
    with TemporaryDirectory() as folder:
        Path(folder, "sig").write_bytes(signature)
        done = run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", f"{folder}/sig"], content)
    return done.returncode == 0


def said_by(signature: bytes) -> Signed | None:
    """Key and namespace that a signature names; None where it is none."""
    try:
        text = signature.decode("ascii").strip()
        body = text.removeprefix(START).removesuffix(END)
        blob = base64.b64decode("".join(body.split()), validate=True)
        if not text.startswith(START) or blob[:6] != MAGIC:
            return None
        key, rest = _string(blob[10:])
        namespace, _ = _string(rest)
        kind, _ = _string(key)
        return Signed(f"{kind.decode()} {base64.b64encode(key).decode()}", namespace.decode())
    except (UnicodeDecodeError, binascii.Error, struct.error):
        return None


def _string(blob: bytes) -> tuple[bytes, bytes]:
    """The first string of SSH's binary form, and what follows (RFC 4251, 5)."""
    (length,) = struct.unpack(">I", blob[:4])
    return blob[4 : 4 + length], blob[4 + length :]


def run(arguments: Sequence[str], content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`ssh-keygen` without a terminal, so that it never asks.

    Raises: NoToolError
    """
    if not has_tool():
        raise NoToolError
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SSH_", "DISPLAY"))}
    return subprocess.run(  # noqa: S603  no shell
        ["ssh-keygen", *arguments],  # noqa: S607
        input=content,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        start_new_session=True,
        env={**kept, "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"},
    )
