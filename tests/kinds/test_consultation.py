"""Consultations: the state of a day, the length that the law asks for, what each one answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.assess import assess
from generator.compose import compose, frame
from generator.core import Level
from generator.kinds._kind import Scope
from generator.kinds.consultation import KIND, card
from generator.kinds.consultation.model import Subject
from generator.kinds.consultation.view import overview, sheet
from generator.province import Province
from generator.province.duties import Moment
from generator.render import render
from tests.conftest import Load

OFFICIAL = 'ma: "00000"\ntinh_trang: chinh_thuc\n'
FILE = "lay-y-kien/LYK-01.yml"
TEXT = """\
ma: LYK-01
ten: Đặt điểm tập kết rác
khoan: dau_tu
cap_quyet_dinh: xa
ai_quyet_dinh: UBND xã Mẫu
noi_dung: Xã định đặt một điểm tập kết rác.
tu_ngay: {since}
den_ngay: {until}
hinh_thuc_lay:
  - loai: hop_thon
"""
RECEIVER = "noi_nhan: {bo_phan: Văn phòng, dien_thoai: 0200 000 0006}\n"
SUMMARY = "tong_hop:\n  ngay: 2026-11-03\n  ngay_dang: 2026-11-06\n  so_y_kien: 12\n"
GROUP = "  nhom:\n    - {{y_kien: Xa nhà, so_y_kien: {count}, ket_qua: tiep_thu, tra_loi: Sẽ lùi.}}\n"


def scope_of(
    load: Load, since: str = "2026-10-01", until: str = "2026-10-31", more: str = RECEIVER
) -> Scope:
    scope, problems = load({FILE: TEXT.format(since=since, until=until) + more})
    assert scope, problems
    return scope


def with_least(province: Province, days: int) -> Province:
    duties = tuple(
        d.model_copy(update={"minimum": days}) if d.id == "THDC-28.2" else d for d in province.duties
    )
    return replace(province, duties=duties)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 9, 30), "Sắp lấy ý kiến, từ ngày 01/10/2026"),
        (date(2026, 10, 1), "Đang lấy ý kiến, còn 30 ngày"),
        (date(2026, 10, 30), "Đang lấy ý kiến, còn 1 ngày"),
        (date(2026, 10, 31), "Đang lấy ý kiến, hôm nay là ngày cuối"),
        (date(2026, 11, 1), "Đã đóng, chờ tổng hợp"),
    ],
)
def test_the_state_is_that_of_the_day(load: Load, day: date, state: str) -> None:
    scope = scope_of(load)
    (record,) = KIND.records(scope)
    assert sheet(record, replace(scope, day=day)).state == state


def test_once_the_answer_is_there_it_says_so(load: Load) -> None:
    (found,) = overview(scope_of(load, more=SUMMARY + GROUP.format(count=12)))
    assert (found.state, found.tone) == ("Đã trả lời", "tot")


@pytest.mark.parametrize(
    ("groups", "state"),
    [(GROUP.format(count=7), "Trả lời một phần"), ("", "Đã tổng hợp, chưa trả lời")],
)
def test_opinions_without_an_answer_are_not_passed_over(load: Load, groups: str, state: str) -> None:
    scope = scope_of(load, more=SUMMARY + groups)
    (found,) = overview(scope)
    assert (found.state, found.tone) == (state, "vua")
    assert "opinions_unanswered" in [problem.code for problem in KIND.check(scope)]


def test_a_group_that_does_not_say_how_many_accuses_nobody(load: Load) -> None:
    scope = scope_of(load, more=SUMMARY + GROUP.format(count=7).replace("so_y_kien: 7, ", ""))
    assert [problem.code for problem in KIND.check(scope)] == []


@pytest.mark.parametrize(
    ("until", "codes"), [("2026-11-29", []), ("2026-11-28", [("consultation_short", Level.ERROR)])]
)
def test_the_day_of_publication_is_not_counted(
    load: Load, until: str, codes: list[tuple[str, Level]]
) -> None:
    found = KIND.check(scope_of(load, "2026-11-09", until))
    assert [(problem.code, problem.level) for problem in found] == codes


def test_how_many_days_comes_from_the_duties_and_not_from_the_program(load: Load) -> None:
    scope = scope_of(load, "2026-11-09", "2026-11-29")
    (problem,) = KIND.check(replace(scope, province=with_least(scope.province, 30)))
    assert (problem.code, "ít nhất 30 ngày" in problem.message) == ("consultation_short", True)


def test_one_that_was_too_short_is_told_on_its_page_and_does_not_stop_the_site(load: Load) -> None:
    scope = scope_of(load, "2026-10-01", "2026-10-16")
    (problem,) = KIND.check(scope)
    assert problem.level is Level.NOTICE
    (shown,) = overview(scope)
    assert (shown.length, shown.least) == (15, 20)
    assert "15 ngày, ngắn hơn 20 ngày luật đòi" in bodies(scope)["lay-y-kien/LYK-01/"]


def test_before_the_law_was_in_force_no_length_was_asked_for(load: Load) -> None:
    scope = scope_of(load, "2023-06-01", "2023-06-10")
    assert list(KIND.check(scope)) == []
    assert overview(scope)[0].clause == ""


def test_a_special_law_may_set_a_shorter_time(load: Load) -> None:
    scope = scope_of(load, "2026-11-09", "2026-11-28", f"luat_rieng: Luật định 15 ngày\n{RECEIVER}")
    assert list(KIND.check(scope)) == []


def test_the_open_one_that_closes_soonest_comes_first(load: Load) -> None:
    spans = {"A": ("2026-11-01", "2026-12-31"), "B": ("2026-11-01", "2026-12-01"), "C": ("2026-12-01", "2026-12-31"),
             "D": ("2026-08-01", "2026-08-31"), "E": ("2026-09-01", "2026-09-30")}  # fmt: skip
    files = {
        f"lay-y-kien/{id}.yml": TEXT.format(since=since, until=until).replace("LYK-01", id)
        for id, (since, until) in spans.items()
    }
    scope, _ = load(files)
    assert scope
    assert [found.consultation.id for found in overview(scope)] == ["B", "A", "C", "E", "D"]
    assert card(scope).lines == ("Đang hỏi bà con 2 việc", "Đặt điểm tập kết rác: còn 9 ngày")


def test_the_result_is_answered_only_when_it_is_told(load: Load) -> None:
    assert [a.duties for a in KIND.answered(scope_of(load, until="2026-12-10"))] == [("THDC-11.11",)]
    plan, result = KIND.answered(scope_of(load, more=SUMMARY))
    assert (plan.duties, result.duties) == (("THDC-11.11",), ("THDC-28.3", "TCTT-17.1b"))
    assert (result.posted, result.moments) == (date(2026, 11, 6), {Moment.DECIDED: date(2026, 11, 3)})


def test_a_result_that_is_not_told_is_missing_once_it_is_closed(load: Load) -> None:
    files = {"xa.yml": OFFICIAL, FILE: TEXT.format(since="2026-10-01", until="2026-10-31") + RECEIVER}
    scope, _ = load(files)
    assert scope
    for day, told in ((date(2026, 10, 31), False), (date(2026, 11, 1), True)):
        found = [v for v in assess(replace(scope, day=day)) if v.duty.id == "THDC-28.3"]
        assert [v.why.startswith("Còn thiếu: tổng hợp") for v in found if v.record] == [True] * told
    summed, _ = load({**files, FILE: files[FILE] + SUMMARY})
    assert summed
    (verdict,) = [v for v in assess(summed) if v.duty.id == "THDC-28.3"]
    assert not verdict.open


def test_a_result_posted_late_is_late(load: Load) -> None:
    files = {
        "xa.yml": OFFICIAL,
        FILE: TEXT.format(since="2026-10-01", until="2026-10-31") + SUMMARY.replace("11-06", "11-13"),
    }
    scope, _ = load(files)
    assert scope
    (verdict,) = [v for v in assess(scope) if v.duty.id == "TCTT-17.1b"]
    assert verdict.due
    assert (verdict.label, verdict.due.day) == ("Chậm 3 ngày", date(2026, 11, 10))


def test_the_clauses_are_those_of_the_law() -> None:
    assert [(subject.clause, subject.value) for subject in Subject][2:5] == [
        (3, "dau_tu"),
        (4, "don_vi_hanh_chinh"),
        (5, "loi_ich_cong_dong"),
    ]


def bodies(scope: Scope) -> dict[str, str]:
    drafts = compose(scope)
    return {page.url: page.body for page in render(drafts, frame(scope, drafts), scope.commune)}


def test_buttons_to_answer_are_there_only_while_it_is_open(load: Load) -> None:
    scope = scope_of(load, more=RECEIVER)
    assert "Gọi góp ý" in bodies(replace(scope, day=date(2026, 10, 31)))["lay-y-kien/LYK-01/"]
    assert "Gọi góp ý" not in bodies(replace(scope, day=date(2026, 11, 1)))["lay-y-kien/LYK-01/"]
