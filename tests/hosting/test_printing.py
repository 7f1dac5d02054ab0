"""The workflow that prints: papers of every commune that speaks for itself, as files to download."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.hosting.limits import Host as Name
from tests.hosting.conftest import Machine
from tests.hosting.runners import github, gitlab
from tests.hosting.test_inbox import TAKEN
from tests.hosting.test_workflows import PREFIX, commune_host, on

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")


@on(Name.GITHUB)
def test_papers_are_there_to_download(machine: Machine, tmp_path: Path, name: Name) -> None:
    host, _ = commune_host(machine, tmp_path, name, TAKEN)
    done = (
        gitlab(host, "web")
        if name is Name.GITLAB
        else github(host, f"{PREFIX[name]}/workflows/in-giay.yml")
    )
    assert "failure" not in done.results.values(), done.log
    papers = list((done.artifacts["in-giay" if name is Name.GITLAB else "giay"]).rglob("*.pdf"))
    assert papers
    assert all(path.read_bytes().startswith(b"%PDF-") for path in papers)
