"""The real public data that the program is run against; it lies outside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("DATA") or Path(__file__).parent.parent.parent / "shared" / "data")


def real_data(name: str) -> Path:
    """A file or folder of the real data; without it the test is skipped, and says so."""
    if not (DATA / name).exists():
        pytest.skip(f"real data not here: set DATA to the folder that holds {name}")
    return DATA / name
