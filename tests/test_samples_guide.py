"""Samples of the guides: each passes `check` as it stands, each mistake gives the code that it names."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.core import Level, Problem
from generator.inspection import Question, inspect_commune
from generator.load import load_province
from generator.province import Province
from tests.conftest import CONTENT, DAY, ROOT, write_tree

GUIDE = (ROOT / "docs" / "mau-de-chep.md").read_text(encoding="utf-8")
PROVINCE = (ROOT / "docs" / "huong-dan-tinh.md").read_text(encoding="utf-8")
CODES = (ROOT / "docs" / "ma-loi.md").read_text(encoding="utf-8")
SAMPLE = CONTENT / "xa" / "xa-mau"
OF_THE_REST = ("tasks_missing", "not_everywhere", "forms_lacking", "duty_overdue")
"""Notices that a file which stands alone must give: other files, or the forms of the first sample, would answer them."""


@dataclass(frozen=True)
class Section:
    """One kind in the guide: its file, the sample, the rows of mistakes."""

    title: str
    path: str
    text: str
    mistakes: tuple[tuple[str, str], ...]
    """What is typed in place of the right line, and the code that it gives."""


def _section(title: str, body: str) -> Section:
    (path,) = re.findall(r"^\*\*Tệp:\*\* `([^`]+)`$", body, re.MULTILINE)
    (text,) = re.findall(r"```yaml\n(.*?)```", body, re.DOTALL)
    rows = re.findall(r"^\| `([^`]+)` \| \[`(\w+)`\]\(ma-loi\.md#\2\) \| .+ \|$", body, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| `", body, re.MULTILINE))
    return Section(title, path, text, tuple(rows))


SECTIONS = [_section(*found) for found in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", GUIDE, re.M | re.S)]
MISTAKES = [
    pytest.param(section, typed, code, id=f"{section.path}-{code}-{typed}")
    for section in SECTIONS
    for typed, code in section.mistakes
]


def _check(folder: Path, province: Province, path: str, text: str) -> tuple[Problem, ...]:
    thon = (SAMPLE / "xa.yml").read_text("utf-8")
    thon = thon[thon.index("\nthon:") : thon.index("\ncong_khai:")]
    head = f'ma: "00000"\ntinh_trang: chinh_thuc\ntham_gia_tu: 13/10/2026{thon}\n'
    folder = write_tree(folder / "xa-mau", {"xa.yml": head, path: text})
    return inspect_commune(Question(province, DAY), folder)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.path)
def test_every_sample_passes(section: Section, tmp_path: Path, province: Province) -> None:
    problems = _check(tmp_path, province, section.path, section.text)
    assert [(p.code, p.message) for p in problems if p.level is Level.ERROR] == []
    told = [(p.code, p.message) for p in problems if p.place.path.endswith(section.path)]
    assert [(code, text) for code, text in told if code not in OF_THE_REST] == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.path)
def test_with_the_forms_of_the_guide_no_form_is_lacking(
    section: Section, tmp_path: Path, province: Province
) -> None:
    forms = re.findall(r"```yaml\n(  hinh_thuc:.*?)```", GUIDE, re.DOTALL)[0]
    text = section.text + (forms if "\ncong_khai:" in section.text else "")
    assert "forms_lacking" not in {p.code for p in _check(tmp_path, province, section.path, text)}


@pytest.mark.parametrize(("section", "typed", "code"), MISTAKES)
def test_every_mistake_gives_the_code_that_the_guide_names(
    section: Section, typed: str, code: str, tmp_path: Path, province: Province
) -> None:
    key = typed.split(":")[0]
    wrong, count = re.subn(rf"^([ -]*){key}:.*$", lambda m: m[1] + typed, section.text, count=1, flags=re.M)
    assert count == 1
    assert code in {p.code for p in _check(tmp_path, province, section.path, wrong)}
    assert f"\n## {code}\n" in CODES


def test_every_section_is_in_the_list_at_the_top_and_has_its_kind_of_file_in_the_sample() -> None:
    listed = re.findall(r"^- \[(.+)\]\(#.+\)$", GUIDE, re.MULTILINE)
    assert listed == [section.title for section in SECTIONS]
    for section in SECTIONS:
        folder, _, name = section.path.rpartition("/")
        assert (SAMPLE / (folder or name)).exists()
        assert section.mistakes


def test_the_duties_of_the_provinces_guide_stand_among_the_others(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "tinh", tmp_path / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    file = tmp_path / "tinh" / "nghia-vu.yml"
    shown = "".join(re.findall(r"```yaml\nnghia_vu:\n(.*?)```", PROVINCE, re.DOTALL))
    ids = set(re.findall(r"^  - ma: (\S+)$", shown, re.MULTILINE))
    others = re.split(r"(?m)^(?=  - ma: )", file.read_text("utf-8"))
    kept = "".join(part for part in others if part.split("\n")[0].removeprefix("  - ma: ") not in ids)
    file.write_text(kept + shown, encoding="utf-8")
    province, problems = load_province(tmp_path / "tinh")
    assert province, [p.sentence for p in problems]
    assert [p.code for p in problems if p.place.path.endswith("nghia-vu.yml")] == []
    old, new = (province.duty("NS-QUY", day) for day in (date(2025, 7, 1), date(2026, 7, 1)))
    assert [duty.deadline.number for duty in (old, new) if duty and duty.deadline] == [15, 10]
    assert [duty.basis.compared is not None for duty in (old, new) if duty] == [False, True]
    added = province.duty("TINH-2026-01", DAY)
    assert [form.days for form in (added.forms if added else ())] == [30, 3]
