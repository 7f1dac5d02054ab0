"""The sample site, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.audit.site import Site, read_site


@pytest.fixture(scope="session")
def built(site: Path) -> Path:
    return site / "xa-mau"


@pytest.fixture(scope="session")
def whole(built: Path) -> Site:
    return read_site(built, "xa-mau")
