"""The files of the sample commune, as they are exported, and on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose import compose, frame
from generator.core import Site
from generator.export import export
from generator.kinds._kind import Scope


@pytest.fixture(scope="session")
def sample_site(sample: Scope) -> Site:
    return frame(sample, compose(sample))


@pytest.fixture(scope="session")
def files(sample: Scope) -> dict[str, bytes]:
    """What is made of the sample commune's records, by path."""
    drafts = compose(sample)
    found = export(sample, drafts, frame(sample, drafts))
    return {file.path: file.content for file in found if file.content is not None}


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exported")
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root
