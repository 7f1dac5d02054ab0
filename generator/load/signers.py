"""The province's lists of keys, as they stand: `ssh-keygen` reads them, not we."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.province.signers import ALLOWED, REVOKED


def load_signers(root: Path) -> Mapping[str, bytes]:
    """{file name: bytes}; nothing where the province has allowed no key yet."""
    if not (root / ALLOWED).is_file():
        return {}
    return {
        name: (root / name).read_bytes() if (root / name).is_file() else b"" for name in (ALLOWED, REVOKED)
    }
