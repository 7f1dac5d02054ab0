"""The quarter's list and the year's plan say on paper what their pages say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.compose import compose
from generator.compose.duties.quarters import Quarter
from generator.kinds._kind import Scope
from generator.paper import Paper, press
from generator.paper.lists import lists
from generator.paper.papers import papers
from tests.paper.reading import Reading, squeezed


def known(scope: Scope) -> dict[str, Paper]:
    return {paper.name: paper for paper in lists(scope)}


def facts(paper: Paper) -> dict[str, Any]:
    return dict(paper.sheets[0].facts)


def test_there_are_this_quarter_the_last_one_and_the_plans_that_have_a_page(sample: Scope) -> None:
    assert {*known(sample)} == {
        "danh-muc-quy/2026-q4",
        "danh-muc-quy/2026-q3",
        "ke-hoach-nam/2026",
        "ke-hoach-nam/2027",
    }
    spring = replace(sample, day=date(2026, 2, 2))
    assert {name for name in known(spring) if name.startswith("danh")} <= {
        "danh-muc-quy/2026-q1",
        "danh-muc-quy/2025-q4",
    }


def test_the_list_has_every_row_of_its_page(sample: Scope) -> None:
    pages = [draft.facts for draft in compose(sample) if isinstance(draft.facts, Quarter)]
    page = next(quarter for quarter in pages if quarter.url.endswith("2026-quy-3/"))
    rows = facts(known(sample)["danh-muc-quy/2026-q3"])["rows"]
    assert [row["what"] for row in rows] == [row.page.text for row in page.rows]
    assert len(rows) > 10


def test_the_plan_tells_what_how_when_who_and_by_which_law(sample: Scope) -> None:
    told = facts(known(sample)["ke-hoach-nam/2026"])
    rows = {row["what"]: row for group in told["groups"] for row in group["rows"]}
    row = rows["Dự án, công trình đầu tư trên địa bàn và tiến độ"]
    assert row["forms"] == "Trang thông tin điện tử; niêm yết ít nhất 30 ngày liên tục"
    assert row["when"] == "5 ngày làm việc sau ngày có quyết định, văn bản"
    assert row["basis"].endswith("số 10/2022/QH15, Điều 11 khoản 3 (cần đối chiếu)")
    assert all(row["who"] for row in rows.values())
    assert "Trang này" not in str(told)


def test_who_signs_never_stands_alone_on_a_page(sample: Scope) -> None:
    for name, paper in known(sample).items():
        last = squeezed(Reading(press(paper, sample)).reader.pages[-1].extract_text())
        assert "TM.UBNDXÃMẪU" in last, name
        rows = facts(paper).get("rows") or facts(paper)["groups"][-1]["rows"]
        assert squeezed(rows[-1]["what"]) in last, name


def test_who_has_not_joined_has_no_list(empty: Scope) -> None:
    assert not [paper.name for paper in papers(empty) if paper.kind in {"danh-muc-quy", "ke-hoach-nam"}]
