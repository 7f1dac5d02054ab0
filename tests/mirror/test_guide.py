"""The guide to copies cannot rot: its list is read, its commands exist, its paths are those of the unit."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.fields.titles import fields_of
from generator.mirror.listed import MirrorList, Source, read_list
from generator.mirror.shown import LABELS
from generator.province import Province
from tests.conftest import ROOT
from tests.test_cli import congkhai

GUIDE = (ROOT / "docs" / "ban-sao.md").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "congkhai-mirror.service").read_text(encoding="utf-8")
SETUP = (ROOT / "deploy" / "setup.sh").read_text(encoding="utf-8")


def test_the_list_of_the_guide_is_read(tmp_path: Path, province: Province) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "mirror.yml").write_text(block, encoding="utf-8")
    found, problems = read_list(tmp_path / "mirror.yml", province)
    assert problems == ()
    assert found
    assert len(found.wanted) == 6


def test_the_guide_explains_every_key_and_gives_the_values_that_hold() -> None:
    assert [key for key in fields_of(Source) if f"| `{key}` |" not in GUIDE] == []
    for key, info in fields_of(MirrorList).items():
        assert key == "nguon" or f"`{key}` ({info.default})" in GUIDE


def test_the_guide_explains_what_the_page_says() -> None:
    words = {code: label for code, (label, _) in LABELS.items()}
    unsaid = [label for label in words.values() if f"“{label}”" not in GUIDE]
    assert unsaid == []
    template = (ROOT / "site_templates" / "province" / "ban-sao.html").read_text(encoding="utf-8")
    for said in ("quá cũ", "kho của xã đã lùi về bản cũ hơn"):
        assert f"“{said}”" in GUIDE
        assert said in template


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"congkhai ((?:mirror|new) [a-z]+[^\n`>“”,)]*)", GUIDE)))
)
def test_every_command_of_the_guide_takes_its_options(line: str) -> None:
    words = line.split()
    help_page = congkhai(*words[:2], "--help")
    assert help_page.returncode == 0, line
    assert [word for word in words if word.startswith("--") and word not in help_page.stdout] == []


def test_the_guide_goes_back_with_the_folders_of_the_unit() -> None:
    """A command line that is typed as it stands works on the same copies as the timer does."""
    lines = re.findall(r"^sudo -u congkhai (\S+) mirror restore xa-phu-dinh (.*)$", GUIDE, re.MULTILINE)
    (program, unit) = re.findall(r"^ExecStart=(\S+) mirror sync (.*)$", UNIT, re.MULTILINE)[0]
    assert [called for called, _ in lines] == [program] * 2
    for _, options in lines:
        assert options.removeprefix("--latest ") == f"--list {unit}"


def test_the_unit_runs_what_the_program_takes_where_the_guide_says(tmp_path: Path) -> None:
    (command,) = re.findall(r"^ExecStart=/opt/congkhai/bin/congkhai (.*)$", UNIT, re.MULTILINE)
    for path in re.findall(r"/srv/congkhai/\S+", command):
        assert path in GUIDE
    assert "$HOME_FOLDER/mirror.yml" in SETUP
    here = command.replace("/srv/congkhai", str(tmp_path)).split()
    (tmp_path / "ban-sao").mkdir()
    shutil.copytree(ROOT / "content" / "tinh", tmp_path / "tinh")
    for step in (["new", "mirror", "--out", str(tmp_path / "mirror.yml")], here):
        done = congkhai(*step)
        assert done.returncode == 0, done.stderr
    left = {path.name for path in tmp_path.iterdir()} - {"mirror.yml", "tinh", "ban-sao"}
    assert left == set(), "the unit may write below ban-sao/ alone"
