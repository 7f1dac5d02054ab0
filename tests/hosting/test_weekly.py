"""The weekly reminder of the workflows: told in the run, kept as files, and sent by GitHub to whoever watches."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.hosting.limits import Host as Name
from tests.hosting.conftest import Machine
from tests.hosting.runners import Done, Host, github, gitlab
from tests.hosting.test_inbox import TAKEN
from tests.hosting.test_workflows import PREFIX, commune_host, on

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")
GH = """#!/bin/bash
printf '%s\\n' "$*" >> "{log}"
case "$*" in
  *"issue list"*) printf '%s' "{number}" ;;
  *) [ -z "{fails}" ] || exit 1; cat loi.md >> "{log}" ;;
esac
"""


def watched(machine: Machine, number: str = "", fails: str = "") -> Path:
    """A `gh` that answers with the number of the open issue, and writes down what it is asked."""
    log = machine.home / "gh.log"
    gh = machine.python.with_name("gh")
    gh.write_text(GH.format(log=log, number=number, fails=fails), "utf-8")
    gh.chmod(0o755)
    return log


def remind(host: Host, name: Name) -> Done:
    if name is Name.GITLAB:
        return gitlab(host, "schedule")
    return github(host, f"{PREFIX[name]}/workflows/nhac-viec.yml")


@on(Name.GITHUB)
def test_every_commune_gets_a_message_and_a_calendar(machine: Machine, tmp_path: Path, name: Name) -> None:
    log = watched(machine)
    host, _ = commune_host(machine, tmp_path, name, TAKEN)
    done = remind(host, name)
    assert "failure" not in done.results.values(), done.log
    assert "VIỆC CÔNG KHAI CẦN LÀM: Xã Mẫu" in done.summary
    kept = done.artifacts["nhac-viec"] / "nhac-viec"
    assert sorted(path.name for path in kept.iterdir()) == ["xa-mau.ics", "xa-mau.txt"]
    if name not in (Name.GITHUB, Name.CLOUDFLARE):
        return
    asked, made, *body = log.read_text("utf-8").splitlines()
    assert asked.startswith("issue list --state open --app github-actions")
    assert made == "issue create --title Việc công khai cần làm --body-file loi.md"
    assert body[0] == "    VIỆC CÔNG KHAI CẦN LÀM: Xã Mẫu"
    log = watched(machine, number="7")
    log.unlink()
    assert set(remind(host, name).results.values()) == {"success"}
    assert log.read_text("utf-8").splitlines()[1] == "issue comment 7 --body-file loi.md"
    watched(machine, fails="x")
    switched_off = remind(host, name)
    assert set(switched_off.results.values()) == {"success"}
    assert "::warning::Không viết được vào Issues" in switched_off.log


@pytest.mark.long
def test_nobody_is_reminded_of_a_commune_that_has_not_taken_its_site_over(
    machine: Machine, tmp_path: Path
) -> None:
    log = watched(machine)
    host, _ = commune_host(machine, tmp_path, Name.GITHUB)
    done = remind(host, Name.GITHUB)
    assert set(done.results.values()) == {"success"}, done.log
    assert not log.exists(), log.read_text("utf-8")
    assert "tuần này không nhắc gì" in done.log
