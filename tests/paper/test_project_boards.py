"""Boards of projects, the budget's chart, the list of procedures: what they must say beside their own texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.kinds._kind import Scope
from generator.kinds.procedure import sheets_of
from generator.paper import Paper, papers, press
from tests.paper.reading import Reading


@pytest.fixture(scope="module")
def known(sample: Scope) -> dict[str, Paper]:
    return {paper.name: paper for paper in papers(sample)}


def facts(paper: Paper) -> dict[str, Any]:
    return dict(paper.sheets[0].facts)


@pytest.mark.parametrize("kind", ["du-an", "ngan-sach"])
def test_each_is_one_page(sample: Scope, known: dict[str, Paper], kind: str) -> None:
    found = [paper for paper in known.values() if paper.kind == kind]
    assert found
    assert {len(Reading(press(paper, sample)).reader.pages) for paper in found} == {1}


def test_a_board_lies_on_its_side_and_says_who_is_to_be_called(
    sample: Scope, known: dict[str, Paper]
) -> None:
    board = known["du-an/DA-2026-01"]
    page = Reading(press(board, sample)).reader.pages[0].mediabox
    assert page.width > page.height
    told = facts(board)
    assert [row[1] for row in told["ask"]] == ["0200 000 0001", "0200 000 0007", "0200 000 0007"]
    assert [measure["percent"] for measure in told["measures"]] == [64, 56, 92]
    assert any("chậm" in delay for delay in told["delays"])


def test_a_longer_bar_is_drawn_longer(sample: Scope, known: dict[str, Paper]) -> None:
    sheet = known["ngan-sach/2026-6-thang"].sheets[0]
    darkness = []
    for actual in (20, 50, 90):
        sides = [{**bar, "actual": actual} for bar in facts(known["ngan-sach/2026-6-thang"])["sides"]]
        changed = replace(sheet, facts={**sheet.facts, "sides": sides, "uses": []})
        page = Reading(press(Paper("x", "x", (changed,)), sample)).pictures(50)[0]
        darkness.append(sum(1 for grey in page.tobytes() if grey < 90))
    assert darkness == sorted(set(darkness))


def test_every_paper_says_of_which_day_its_data_are(sample: Scope, known: dict[str, Paper]) -> None:
    for name in ("ngan-sach/2026-6-thang", "bien-ban/du-an/DA-2026-01", "danh-muc-quy/2026-q3"):
        assert "tínhđếnngày22/11/2026" in Reading(press(known[name], sample)).text, name


def test_bars_of_a_chart_share_one_scale(known: dict[str, Paper]) -> None:
    told = facts(known["ngan-sach/2026-6-thang"])
    lengths = {bar["name"]: (bar["planned"], bar["actual"]) for bar in told["sides"]}
    assert lengths == {"Thu": (100, 55), "Chi": (100, 43.8)}
    *uses, rest = [bar["planned"] for bar in told["uses"]]
    assert uses == sorted(uses, reverse=True)
    assert told["uses"][-1]["name"] == "Các khoản khác"
    assert (sum(uses) + rest) / uses[0] == pytest.approx(9.2 / 1.9, rel=0.01)
    assert uses[0] == 100
    settled = facts(known["ngan-sach/2025-quyet-toan"])["sides"][0]
    assert settled["actual"] == 100 > settled["planned"]


def test_the_list_has_every_procedure_in_force_once_in_each_of_its_fields(
    sample: Scope, known: dict[str, Paper]
) -> None:
    listed = [
        (field["name"], row["code"])
        for field in facts(known["thu-tuc/danh-muc"])["fields"]
        for row in field["rows"]
    ]
    expected = {
        (field, each.procedure.code) for each in sheets_of(sample) for field in each.procedure.fields
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
