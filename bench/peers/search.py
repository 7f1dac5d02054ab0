"""The index that a peer's sites get: Pagefind over each, as many at once as there are processors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from measured import Run
from pagefind_bin import get_executable

from peers.makers import Peer, for_each


def index(peer: Peer, root: Path, names: Sequence[str]) -> Run:
    command = [str(get_executable()), "--silent", "--root-selector", "article", "--site", peer.written]
    return for_each(command, root, names)
