"""Meetings: promises by their day, the year's conferences of all thôn, what an invitation does not fulfil."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.assess import assess
from generator.kinds._kind import Scope
from generator.kinds.meeting import KIND, card
from generator.kinds.meeting.model import Promise
from generator.kinds.meeting.promises import state_of, tally
from generator.kinds.meeting.view import overview, sheet
from generator.province.verdicts import Fulfilment, Verdict
from tests.conftest import DAY, Load

XA = """\
ma: "00000"
tinh_trang: chinh_thuc
tham_gia_tu: 2026-01-01
thon:
  - {ma: khe-da, ten: Khe Đá, loai: ban}
  - {ma: na-mau, ten: Nà Mẫu, loai: xom}
"""
TEXT = "ma: {id}\nloai: {type}\nten: Gặp gỡ bà con\nngay: {day}\n"
TOLD = "tom_tat: Bà con hỏi về đường.\n"


def meeting(type: str, day: str, more: str = "", id: str = "A") -> dict[str, str]:
    return {f"doi-thoai/{id}.yml": TEXT.format(id=id, type=type, day=day) + more}


def scope_of(load: Load, *files: dict[str, str]) -> Scope:
    written = {name: text for each in files for name, text in each.items()}
    scope, problems = load({"xa.yml": XA, **written})
    assert scope, problems
    return scope


def verdicts(scope: Scope, duty: str) -> list[Verdict]:
    return [verdict for verdict in assess(scope) if verdict.duty.id == duty]


@pytest.mark.parametrize(
    ("due", "done", "label", "tone"),
    [
        ("2026-11-30", None, "Đang làm, còn 8 ngày", "tin"),
        ("2026-11-22", None, "Đang làm, hôm nay là hạn", "tin"),
        ("2026-11-19", None, "Quá hạn 3 ngày", "xau"),
        (None, None, "Đang làm, chưa hẹn ngày xong", "vua"),
        ("2026-11-19", "2026-11-19", "Đã xong", "tot"),
        ("2026-11-19", "2026-11-21", "Xong, chậm 2 ngày", "vua"),
        (None, "2026-11-21", "Đã xong", "tot"),
    ],
)
def test_a_promise_is_judged_by_its_own_day(
    due: str | None, done: str | None, label: str, tone: str
) -> None:
    given = {"noi_dung": "Cắm biển", "ai_lam": "Phòng Kinh tế", "han": due, "xong": done}
    state = state_of(Promise.model_validate({key: value for key, value in given.items() if value}), DAY)
    assert (state.label, state.tone) == (label, tone)


def test_promises_are_counted_on_the_page_of_the_sample(sample: Scope) -> None:
    found = overview(sample)
    assert found
    assert found.tally == tally(state for each in found.sheets for state in each.promises)
    assert (found.tally.all, found.tally.done, found.tally.late, found.tally.open, found.tally.overdue) == (
        6,
        2,
        1,
        4,
        1,
    )
    assert card(sample).lines[-1] == "Đã hứa 6 việc, xong 2, quá hạn 1"


def test_the_yearly_dialogue_is_due_at_the_end_of_the_year_and_then_overdue(load: Load) -> None:
    scope = scope_of(load)
    (verdict,) = verdicts(scope, "THDC-32")
    assert (verdict.state, verdict.label, str(verdict.period)) == (
        Fulfilment.MISSING,
        "Còn 39 ngày",
        "năm 2026",
    )
    late = [
        v for v in verdicts(replace(scope, day=date(2027, 1, 3)), "THDC-32") if str(v.period) == "năm 2026"
    ]
    assert [v.label for v in late] == ["Quá hạn 3 ngày"]


def test_a_dialogue_whose_outcome_is_told_fulfils_its_year(load: Load) -> None:
    told = TOLD + "ngay_dang_ket_qua: 2026-08-26\ncong_khai: {ngay_dang: 2026-08-10}\n"
    (verdict,) = verdicts(scope_of(load, meeting("doi_thoai", "2026-08-20", told)), "THDC-32")
    assert (verdict.state, verdict.label, verdict.posted) == (
        Fulfilment.PUBLISHED,
        "Đúng hạn",
        date(2026, 8, 26),
    )


@pytest.mark.parametrize(("day", "more"), [("2026-08-20", ""), ("2026-12-20", "")])
def test_an_invitation_alone_fulfils_nothing(load: Load, day: str, more: str) -> None:
    scope = scope_of(load, meeting("doi_thoai", day, more))
    assert KIND.answered(scope) == ()


def test_an_invitation_posted_before_is_no_day_of_posting_the_outcome(load: Load) -> None:
    invited = TOLD + "cong_khai: {ngay_dang: 2026-08-10}\n"
    (answer,) = KIND.answered(scope_of(load, meeting("doi_thoai", "2026-08-20", invited)))
    assert answer.posted is None


def conference(id: str, thon: str, day: str = "2026-11-14", posted: str = "2026-11-18") -> dict[str, str]:
    return meeting("hoi_nghi_thon", day, f"{TOLD}thon: [{thon}]\ncong_khai: {{ngay_dang: {posted}}}\n", id)


def test_conferences_fulfil_the_year_only_when_every_thon_has_met(load: Load) -> None:
    (part,) = verdicts(scope_of(load, conference("A", "khe-da")), "THDC-33")
    assert (part.state, part.why) == (Fulfilment.MISSING, "Còn thiếu: Xóm Nà Mẫu")
    assert part.record
    assert part.record.id == "A"
    late = conference("B", "na-mau", "2026-11-15", "2026-11-20")
    (whole,) = verdicts(scope_of(load, conference("A", "khe-da"), late), "THDC-33")
    assert (whole.state, whole.posted, whole.label) == (
        Fulfilment.PUBLISHED,
        date(2026, 11, 20),
        "Đúng hạn",
    )


def test_conferences_of_two_years_are_not_added_up(load: Load) -> None:
    scope = scope_of(load, conference("A", "khe-da"), conference("B", "na-mau", "2025-11-15", "2025-11-20"))
    found = {str(v.period): v.why for v in verdicts(scope, "THDC-33")}
    assert found["năm 2026"] == "Còn thiếu: Xóm Nà Mẫu"


VOTES = "thon: [na-mau]\nbau_cu: {{phieu: {{so_ho: '100', du: '90', tan_thanh: '{yes}', khong_tan_thanh: '5'}}}}\n"


@pytest.mark.parametrize(("yes", "passed"), [(51, True), (50, False)])
def test_a_head_of_thon_needs_more_than_half_of_all_households(load: Load, yes: int, passed: bool) -> None:
    scope = scope_of(load, meeting("bau_cu", "2026-10-04", VOTES.format(yes=yes)))
    (record,) = KIND.records(scope)
    found = sheet(record, scope).outcome
    assert found
    assert found.passed is passed
    assert [answer.duties for answer in KIND.answered(scope)] == [("THDC-23",)]


@pytest.mark.parametrize(
    ("type", "told", "late"),
    [
        ("hoi_nghi_thon", "2026-11-09", None),
        ("hoi_nghi_thon", "2026-11-10", date(2026, 11, 9)),
        ("bau_cu", "2026-11-12", None),
        ("bau_cu", "2026-11-13", date(2026, 11, 12)),
        ("doi_thoai", "2026-11-14", None),
    ],
)
def test_how_early_it_is_announced_depends_on_what_it_is(
    load: Load, type: str, told: str, late: date | None
) -> None:
    scope = scope_of(load, meeting(type, "2026-11-14", f"ngay_moi: {told}\nthon: [na-mau]\n"))
    (record,) = KIND.records(scope)
    assert sheet(record, scope).late == late
    assert [problem.code for problem in KIND.check(scope)] == (["announced_late"] if late else [])


@pytest.mark.parametrize(
    ("day", "more", "state"),
    [
        ("2026-11-30", "", "Sắp họp, còn 8 ngày"),
        ("2026-11-22", "", "Họp hôm nay"),
        ("2026-11-20", "", "Đã họp, chưa công khai kết quả"),
        ("2026-11-20", TOLD, "Đã họp"),
    ],
)
def test_the_state_is_that_of_the_day(load: Load, day: str, more: str, state: str) -> None:
    scope = scope_of(load, meeting("doi_thoai", day, more))
    (record,) = KIND.records(scope)
    assert sheet(record, scope).state == state


@pytest.mark.parametrize(("duty", "type"), [("THDC-32", "doi_thoai"), ("THDC-33", "hoi_nghi_thon")])
def test_whoever_adds_a_missing_meeting_is_told_of_which_type(load: Load, duty: str, type: str) -> None:
    mend = {v.mend for v in verdicts(scope_of(load), duty) if v.open}
    assert mend == {f"Thêm tệp doi-thoai/<mã>.yml, loai: {type}."}
