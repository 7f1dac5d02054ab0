"""New folders and files, from the first question to what the program reads."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.from_schema.inputs import Form, Input, inputs
from generator.from_schema.starting import Starter, begun, next_id, refusal, starters, written
from generator.kinds.project.model import Project
from generator.load import load_commune
from generator.province import Province
from generator.tidy import State, tidy
from tests.conftest import CONTENT, DAY
from tests.test_cli import congkhai

TYPICAL = {
    Form.DAY: "20/11/2026",
    Form.YEAR: "2026",
    Form.PERIOD: "quý III/2026",
    Form.HOURS: "7:30 - 11:30",
    Form.CLOCK: "7:30",
    Form.YES_NO: "có",
    Form.MONEY: "1.500.000",
    Form.COUNT: "12",
    Form.NUMBER: "1,5",
    Form.PERCENT: "50",
}
NAMED = {
    "rule": "thứ Năm hằng tuần",
    "thon": "na-mau",
    "code": "1.001193",
    "plan": "KH-188-2024",
    "task": "1.1",
}
NAMED |= {"duty": "THDC-11.9", "page": "lien-he/", "posting": "NQ-1"}


def typical(model: Any, field: Input) -> str:
    """An answer that somebody may give."""
    text = (
        field.choices[0][0]
        if field.choices
        else NAMED.get(field.name) or TYPICAL.get(field.form, "Nguyen-1")
    )
    assert refusal(model, field, text) == "", (model, field.key)
    return text


@pytest.mark.parametrize("starter", starters().values(), ids=lambda starter: starter.name)
def test_what_must_be_written_makes_a_canonical_file_of_every_kind(
    starter: Starter, tmp_path: Path
) -> None:
    path = tmp_path / "xa" / "xa-mau" / starter.path("Nguyen-1")
    tree = begun(starter, typical, DAY)
    assert written(starter, tree, path) == ()
    assert tidy(path).state is State.SAME


def test_a_wrong_answer_is_refused_with_the_next_step_and_nothing_is_written(tmp_path: Path) -> None:
    starter = starters()["du-an"]
    total = next(one for one in inputs(Project) if one.key == "tong_muc_dau_tu")
    assert "tỷ" in refusal(Project, total, "1.25")
    path = tmp_path / "xa" / "xa-mau" / "du-an" / "a.yml"
    problems = written(starter, {"ma": "a", "ten": "A"}, path)
    assert [problem.code for problem in problems] == ["missing"]
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("taken", "proposed"),
    [
        (["DA-2025-09", "DA-2026-03"], "DA-2026-04"),
        (["DA-2025-09"], "DA-2026-01"),
        (["2026-014"], "2026-015"),
        (["quy-den-on"], ""),
        ([], ""),
        (["DA-9", "DA-10"], "DA-11"),
    ],
)
def test_the_next_id_follows_the_last(taken: list[str], proposed: str) -> None:
    assert next_id(taken, date(2026, 11, 22)) == proposed


@pytest.mark.parametrize(
    ("said", "slugs"),
    [
        ("05602", ["xa-phu-dinh"]),
        ("xa-phu-dinh", ["xa-phu-dinh"]),
        ("Phú Đình", ["xa-phu-dinh"]),
        ("phu dinh", ["xa-phu-dinh"]),
        ("van lang", ["xa-van-lang-02143", "xa-van-lang-05665"]),
        ("chợ chu", ["xa-dinh-hoa"]),
        ("không có nơi này", []),
    ],
)
def test_a_unit_is_known_by_code_name_or_former_name(
    province: Province, said: str, slugs: list[str]
) -> None:
    assert sorted(unit.slug for unit in province.units_named(said)) == slugs


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "tinh", tmp_path / "content" / "tinh")
    shutil.copytree(CONTENT / "xa" / "xa-mau", tmp_path / "content" / "xa" / "xa-mau")
    return tmp_path / "content"


def test_a_project_is_begun_by_its_questions(content: Path, province: Province) -> None:
    answers = "a b\n\nĐường vào chợ\n9\n2\n"
    done = congkhai("new", "du-an", "xa-mau", "--content", str(content), input=answers)
    assert done.returncode == 0, done.stderr
    assert "Chỉ dùng chữ không dấu" in done.stdout
    commune, problems = load_commune(content / "xa" / "xa-mau", province)
    assert commune, problems
    made = next(record.data for record in commune.all("project") if record.id == "DA-2026-04")
    assert made.name == "Đường vào chợ"
    again = congkhai("new", "du-an", "xa-mau", "--content", str(content), input="DA-2026-04\nA\n1\n")
    assert again.returncode == 1
    assert "đã có" in again.stderr


def test_whoever_stops_answering_has_written_nothing(content: Path) -> None:
    before = sorted(content.rglob("*"))
    done = congkhai("new", "kien-nghi", "xa-mau", "--content", str(content), input="\n")
    assert done.returncode == 1
    assert "chưa ghi gì" in done.stderr
    assert sorted(content.rglob("*")) == before


def test_a_file_that_stands_once_is_not_begun_twice(content: Path) -> None:
    done = congkhai("new", "tiep-cong-dan", "xa-mau", "--content", str(content))
    assert done.returncode == 1
    assert "đã có" in done.stderr


def test_nothing_is_asked_for_a_commune_that_has_not_taken_its_site_over(content: Path) -> None:
    place = "--content", str(content)
    assert congkhai("new", "xa", "05602", *place, input="\n").returncode == 0
    profile = content / "xa" / "xa-phu-dinh" / "xa.yml"
    asked = ("new", "du-an", "xa-phu-dinh", *place)
    refused = congkhai(*asked, input="DA-2026-01\nĐường\n1\n")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "tinh_trang: chinh_thuc" in refused.stderr
    assert sorted(path.name for path in profile.parent.iterdir()) == ["xa.yml"]
    text = profile.read_text("utf-8").replace("cho_tiep_nhan", "chinh_thuc")
    profile.write_text(f"{text}tham_gia_tu: 22/11/2026\n", encoding="utf-8")
    assert congkhai(*asked, input="DA-2026-01\nĐường\n1\n").returncode == 0
    assert congkhai("check", *place, "--only", "xa-phu-dinh").returncode == 0


def test_a_commune_is_chosen_from_the_register_and_begun(content: Path, province: Province) -> None:
    done = congkhai("new", "xa", "--content", str(content), input="văn lang\n1\ncó\n")
    assert done.returncode == 0, done.stdout + done.stderr
    commune, problems = load_commune(content / "xa" / "xa-van-lang-02143", province)
    assert commune, problems
    assert commune.standing == "chinh_thuc"
    assert commune.one("profile").data.joined  # type: ignore[union-attr]
    again = congkhai("new", "xa", "02143", "--content", str(content))
    assert again.returncode == 1
    wrong = congkhai("new", "xa", "Hà Nội", "--content", str(content))
    assert (wrong.returncode, "không có xã" in wrong.stderr) == (2, True)


def test_all_communes_are_prepared_at_once_and_none_is_touched_twice(
    content: Path, province: Province
) -> None:
    before = (content / "xa" / "xa-mau" / "xa.yml").read_bytes()
    done = congkhai("new", "xa", "--all", "--content", str(content))
    assert "Đã tạo 92 thư mục" in done.stdout
    assert (content / "xa" / "xa-mau" / "xa.yml").read_bytes() == before
    made = [path for path in (content / "xa").iterdir() if path.name != "xa-mau"]
    assert len(made) == 92
    for folder in made[:5]:
        commune, problems = load_commune(folder, province)
        assert commune, problems
        assert commune.standing == "cho_tiep_nhan"
    assert "Đã tạo 0 thư mục" in congkhai("new", "xa", "--all", "--content", str(content)).stdout
