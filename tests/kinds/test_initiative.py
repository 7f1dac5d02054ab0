"""The initiative: tasks are the plan's, evidence leads somewhere, thôn reached are counted, not typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from generator.assess import assess
from generator.compose import compose, frame
from generator.core import Level, Problem
from generator.fields.codes import read_page
from generator.kinds._kind import Scope
from generator.kinds.initiative import KIND, card
from generator.kinds.initiative.places import is_page
from generator.kinds.initiative.reach import reach
from generator.kinds.initiative.view import rows, sheet
from generator.render import render
from tests.conftest import Load

XA = """\
ma: "00000"
tinh_trang: cho_tiep_nhan
thon:
  - {ma: khe-da, ten: Khe Đá, loai: ban}
  - {ma: doi-che, ten: Đồi Chè, loai: xom}
  - {ma: na-mau, ten: Nà Mẫu, loai: xom}
"""
IDS = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.1", "2.2", "2.3")


def task(id: str, state: str = "dang_lam", more: str = "") -> str:
    return f'  - ma: "{id}"\n    tinh_trang: {state}\n    ngay: 2026-11-02\n{more}'


def text(*tasks: str, sessions: str = "") -> str:
    return "ke_hoach: KH-188-2024\nnhiem_vu:\n" + "".join(tasks) + sessions


def scope_of(load: Load, written: str, xa: str = XA) -> Scope:
    scope, problems = load({"xa.yml": xa, "mo-hinh.yml": written})
    assert scope, problems
    return scope


def found(load: Load, *tasks: str, sessions: str = "") -> list[Problem]:
    """What is found beside the notice that other tasks are not told of."""
    problems = KIND.check(scope_of(load, text(*tasks, sessions=sessions)))
    return [problem for problem in problems if problem.code != "tasks_missing"]


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def session(day: str, *thon: str, people: int | None = None) -> str:
    told = f", so_nguoi: {people}" if people is not None else ""
    return f"  - {{ngay: {day}, thon: [{', '.join(thon)}], noi_dung: Luật{told}}}\n"


def test_the_plan_has_seven_tasks_and_three(sample: Scope) -> None:
    shown = sheet(sample)
    assert shown
    assert [(part.title, [each.task.id for each in part.tasks]) for part in shown.parts] == [
        ("Chính quyền thân thiện", list(IDS[:7])),
        ("Nhân dân phát huy quyền làm chủ", list(IDS[7:])),
    ]


def test_a_task_that_is_not_told_of_is_shown_and_noticed(load: Load) -> None:
    scope = scope_of(load, text(*(task(id) for id in IDS if id != "1.4")))
    (problem,) = KIND.check(scope)
    assert (problem.code, problem.level) == ("tasks_missing", Level.NOTICE)
    assert "1.4" in problem.message
    shown = sheet(scope)
    assert shown
    assert [each.state for each in shown.parts[0].tasks if each.task.id == "1.4"] == ["Chưa công khai"]
    assert shown.counts == (("Đang làm", 9), ("Chưa công khai", 1))


def test_a_task_is_one_of_the_plan_and_stands_once(load: Load) -> None:
    assert codes(found(load, task("1.8"))) == [("task_unknown", 3)]
    assert codes(found(load, task("1.1"), task("1.1"))) == [("not_unique", 6)]


def test_what_is_called_done_can_be_looked_at(load: Load) -> None:
    assert codes(found(load, task("1.3", "lam_thuong_xuyen"))) == [("no_evidence", 4)]
    seen = "    minh_chung:\n      - {ten: Lịch, trang: tiep-cong-dan/}\n"
    assert found(load, task("1.3", "lam_thuong_xuyen", seen)) == []


def test_evidence_leads_to_a_page_of_this_site(load: Load) -> None:
    wrong = "    minh_chung:\n      - {ten: Lịch, trang: tiep-cong-danh/}\n"
    (problem,) = found(load, task("1.3", more=wrong))
    assert (problem.code, problem.place.line) == ("page_unknown", 7)
    assert "tiep-cong-dan/" in problem.hint
    nowhere = "    minh_chung:\n      - {ten: Lịch}\n"
    assert codes(found(load, task("1.3", more=nowhere))) == [("evidence_empty", 7)]


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("tiep-cong-dan/", True),
        ("lien-he/#mot-cua", True),
        ("cong-khai/", True),
        ("van-ban/2026-41-qd-ubnd/", True),
        ("van-ban/2026-42-qd-ubnd/", False),
        ("thu-tuc/1.001193/", True),
        ("xa-khac/", False),
    ],
)
def test_only_addresses_that_the_site_has_are_pages(sample: Scope, written: str, there: bool) -> None:
    assert is_page(written, sample) is there


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("tiep-cong-dan", "tiep-cong-dan/"),
        ("/tiep-cong-dan/", "tiep-cong-dan/"),
        ("lien-he#mot-cua", "lien-he/#mot-cua"),
        ("thu-tuc/1.001193", "thu-tuc/1.001193/"),
    ],
)
def test_an_address_is_read_as_pages_have_it(written: str, read: str) -> None:
    assert read_page(written) == read


@pytest.mark.parametrize(
    "written", ["../xa-khac/", "a/../b/", "javascript:alert(1)", "//evil.example/", "a b/", "#a"]
)
def test_what_leads_out_of_the_site_is_no_address(written: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_page(written)
    assert refused.value.type == "page_expected"


def test_every_link_of_the_sample_s_evidence_is_a_page_of_its_site(sample: Scope) -> None:
    urls = {draft.url for draft in compose(replace(sample, verdicts=assess(sample)))}
    shown = sheet(sample)
    assert shown
    inside = [
        link.url.partition("#")[0]
        for part in shown.parts
        for each in part.tasks
        for link in each.evidence
        if not link.url.startswith(("https://", "tep/"))
    ]
    assert len(inside) > 10
    assert [url for url in inside if url not in urls] == []


def test_thon_reached_are_counted_once_by_what_has_been_held(load: Load) -> None:
    sessions = (
        "tuyen_truyen:\n"
        + session("2026-08-12", "khe-da", "doi-che", people=50)
        + session("2026-09-12", "khe-da", people=20)
        + session("2026-11-28", "na-mau")
    )
    scope = scope_of(load, text(task("2.1"), sessions=sessions))
    initiative = scope.commune.one("initiative")
    assert initiative
    counted = reach(initiative.data, scope)
    assert counted.percent == Decimal("66.7")
    assert [(line.name, line.meetings) for line in counted.lines] == [
        ("Bản Khe Đá", 2),
        ("Xóm Đồi Chè", 1),
        ("Xóm Nà Mẫu", 0),
    ]
    assert [line.name for line in counted.missing] == ["Xóm Nà Mẫu"]
    shown = sheet(scope)
    assert shown
    assert (shown.held, shown.people, len(shown.coming)) == (2, 70, 1)


def test_a_thon_that_is_not_there_reaches_nobody(load: Load) -> None:
    problems = found(load, task("2.1"), sessions="tuyen_truyen:\n" + session("2026-08-12", "khe-do"))
    assert codes(problems) == [("thon_unknown", 7)]


def test_the_task_to_reach_every_thon_is_not_done_before_it_has(load: Load) -> None:
    seen = "    minh_chung:\n      - {ten: Văn bản, trang: van-ban/}\n"
    done = task("2.1", "lam_thuong_xuyen", seen)
    two = "tuyen_truyen:\n" + session("2026-08-12", "khe-da", "doi-che")
    (problem,) = found(load, done, sessions=two)
    assert (problem.code, problem.level) == ("not_everywhere", Level.NOTICE)
    assert "Xóm Nà Mẫu" in problem.message
    assert found(load, done, sessions=two + session("2026-11-22", "na-mau")) == []
    other = task("2.2", "lam_thuong_xuyen", seen)
    assert found(load, other, sessions=two) == [], "no other task must reach every thôn"


def test_nobody_has_come_to_a_meeting_that_is_still_ahead(load: Load) -> None:
    ahead = "tuyen_truyen:\n" + session("2026-11-23", "khe-da", people=10)
    assert codes(found(load, task("2.1"), sessions=ahead)) == [("date_in_future", 7)]
    assert found(load, task("2.1"), sessions="tuyen_truyen:\n" + session("2026-11-23", "khe-da")) == []


def test_a_state_was_looked_at_on_a_day_that_has_come(load: Load) -> None:
    late = task("1.1").replace("2026-11-02", "2026-11-23")
    assert codes(found(load, late)) == [("date_in_future", 5)]


def test_without_a_list_of_thon_nothing_is_computed(load: Load) -> None:
    scope = scope_of(load, text(task("1.1")), xa='ma: "00000"\ntinh_trang: cho_tiep_nhan\n')
    shown = sheet(scope)
    assert shown
    assert shown.percent == ""
    drafts = compose(scope)
    page = next(p for p in render(drafts, frame(scope, drafts), scope.commune) if p.url == "mo-hinh/")
    assert "không tính được" in page.body


def test_an_unknown_plan_is_an_error_and_the_page_still_comes(load: Load) -> None:
    scope = scope_of(load, text(task("1.1")).replace("188", "118"))
    (problem,) = KIND.check(scope)
    assert (problem.code, problem.place.line) == ("plan_unknown", 1)
    shown = sheet(scope)
    assert shown
    assert shown.parts == ()


def test_the_table_has_every_task_of_the_plan(sample: Scope) -> None:
    assert [(row.id, row.evidence) for row in rows(sample)] == list(
        zip(IDS, (2, 2, 1, 1, 1, 1, 2, 2, 2, 1), strict=True)
    )


def test_the_home_page_counts_the_tasks_by_state(sample: Scope, empty: Scope) -> None:
    assert card(sample).lines == ("3 việc đã làm, giữ thường xuyên; 7 việc đang làm",)
    assert card(empty).lines == ("Chưa công khai trên trang này.",)


def test_the_sample_is_right(sample: Scope) -> None:
    assert list(KIND.check(sample)) == []
