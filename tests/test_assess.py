"""Duties × records × a day: state and timeliness, counted by the law of each record's own time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.assess import assess
from generator.assess.cycles import periods
from generator.kinds._kind import Scope
from generator.province import Duty, Province
from generator.province.duties import Cycle, Deadline
from generator.province.units import UnitType
from generator.province.verdicts import DutyStanding, Fulfilment, Timeliness, Verdict, due, standing_of
from tests.conftest import Load

XA = 'ma: "00000"\ntinh_trang: chinh_thuc\ntham_gia_tu: {joined}\n'
DOCUMENT = """\
ma: {id}
loai: bao_cao
ngay: {decided}
co_quan: UBND xã Mẫu
trich_yeu: Báo cáo
tom_tat: Nội dung.
nghia_vu:
  - {duty}
"""
Judge = Callable[..., list[Verdict]]


@pytest.fixture
def judge(load: Load) -> Judge:
    """The verdicts of one duty on a day, for a commune of the given files."""

    def verdicts(duty: str, day: date, joined: str = "2026-01-01", **files: str) -> list[Verdict]:
        named = {f"{name.replace('__', '/').replace('_', '-')}.yml": text for name, text in files.items()}
        scope, problems = load({"xa.yml": XA.format(joined=joined), **named})
        assert scope, problems
        return [v for v in assess(replace(scope, day=day)) if v.duty.id == duty]

    return verdicts


def document(duty: str, decided: str, posted: str = "", more: str = "") -> str:
    text = DOCUMENT.format(id="a", decided=decided, duty=duty) + more
    return text + (f"cong_khai:\n  ngay_dang: {posted}\n" if posted else "")


def told(verdict: Verdict) -> tuple[str, str, int, date | None]:
    return (
        verdict.state.value,
        verdict.timeliness.value,
        verdict.days,
        verdict.due.day if verdict.due else None,
    )


def working_days(number: int, province: Province, start: date) -> tuple[date, str]:
    limit = due(
        start, Deadline.model_validate({"so": str(number), "don_vi": "ngay_lam_viec"}), province.calendar
    )
    return limit.day, limit.count


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2026, 11, 5), date(2026, 11, 12)),
        (date(2026, 2, 12), date(2026, 2, 26)),  # Tết 2026: 16/02 to 20/02 are off
        (date(2025, 12, 31), date(2026, 1, 9)),  # 01/01 off; 02/01 swapped with Saturday 10/01
        (date(2026, 1, 6), date(2026, 1, 12)),  # that Saturday is worked
        (date(2026, 8, 27), date(2026, 9, 8)),  # 31/08 swapped, 01/09 and 02/09 off
        (date(2026, 12, 30), date(2027, 1, 7)),  # the year's end
    ],
)
def test_five_working_days_know_tet_swapped_days_and_the_end_of_the_year(
    province: Province, start: date, last: date
) -> None:
    off = [d for d in (start, last) if not province.calendar.is_working(d)]
    assert off == []
    assert working_days(5, province, start)[0] == last


def test_the_count_is_told_in_words(province: Province) -> None:
    assert working_days(5, province, date(2026, 11, 5)) == (
        date(2026, 11, 12),
        "5 ngày làm việc kể từ 05/11/2026",
    )


@pytest.mark.parametrize(
    ("start", "unit", "before", "expected"),
    [
        (date(2026, 12, 30), "ngay_lam_viec", "không", ", lịch nghỉ năm 2027 chưa có"),
        (date(2027, 2, 2), "ngay_lam_viec", "không", ", lịch nghỉ năm 2027 chưa có"),
        (date(2027, 1, 4), "ngay_lam_viec", "có", ", lịch nghỉ năm 2027 chưa có"),
        (date(2027, 12, 30), "ngay_lam_viec", "không", ", lịch nghỉ năm 2027 và 2028 chưa có"),
        (date(2025, 12, 30), "ngay_lam_viec", "không", ""),
        (date(2026, 12, 22), "ngay_lam_viec", "không", ""),
        (date(2026, 12, 30), "ngay", "không", ""),
    ],
)
def test_working_days_of_a_year_whose_days_off_are_not_decided_are_told_as_such(
    province: Province, start: date, unit: str, before: str, expected: str
) -> None:
    deadline = Deadline.model_validate({"so": "5", "don_vi": unit, "truoc": before})
    count = due(start, deadline, province.calendar).count
    assert count.partition(f"{start:%d/%m/%Y}")[2] == expected


def test_a_deadline_before_a_moment_counts_backwards(province: Province) -> None:
    deadline = Deadline.model_validate({"so": "5", "don_vi": "ngay_lam_viec", "truoc": "có"})
    limit = due(date(2026, 11, 26), deadline, province.calendar)
    assert (limit.day, limit.count) == (date(2026, 11, 18), "5 ngày làm việc trước 26/11/2026")


def test_periods_of_a_cycle_are_those_that_touch_the_span() -> None:
    quarters = [str(p) for p in periods(Cycle.QUARTER, (1, 2, 3), date(2026, 5, 1), date(2027, 2, 1))]
    assert quarters == ["quý II/2026", "quý III/2026", "quý I/2027"]
    assert [str(p) for p in periods(Cycle.YEAR, (), date(2026, 12, 31), date(2026, 12, 31))] == ["năm 2026"]
    assert len(list(periods(Cycle.MONTH, (), date(2026, 1, 1), date(2026, 12, 31)))) == 12
    assert [str(p) for p in periods(Cycle.HALF, (), date(2026, 6, 30), date(2026, 7, 1))] == [
        "6 tháng đầu năm 2026",
        "6 tháng cuối năm 2026",
    ]


def test_a_record_posted_late_stays_late_for_ever(judge: Judge) -> None:
    text = document("THDC-11.6", "2026-11-05", "2026-11-16")
    for day in (date(2026, 11, 22), date(2031, 1, 1)):
        (verdict,) = judge("THDC-11.6", day, van_ban__a=text)
        assert told(verdict) == ("da_cong_khai", "cham", 4, date(2026, 11, 12))
        assert verdict.label == "Chậm 4 ngày"


def test_a_record_posted_on_the_last_day_is_in_time(judge: Judge) -> None:
    (verdict,) = judge(
        "THDC-11.6", date(2026, 11, 22), van_ban__a=document("THDC-11.6", "2026-11-05", "2026-11-12")
    )
    assert told(verdict) == ("da_cong_khai", "dung_han", 0, date(2026, 11, 12))


def test_without_a_day_of_posting_nothing_can_be_computed(judge: Judge) -> None:
    (verdict,) = judge("THDC-11.6", date(2026, 11, 22), van_ban__a=document("THDC-11.6", "2026-11-05"))
    assert told(verdict)[:2] == ("da_cong_khai", "khong_tinh_duoc")
    assert "chưa ghi ngày đăng" in verdict.why


def test_what_only_happens_sometimes_is_never_overdue_without_a_record(judge: Judge) -> None:
    for day in (date(2026, 11, 22), date(2035, 1, 1)):
        (verdict,) = judge("THDC-11.6", day)
        assert told(verdict) == ("chua_co", "khong_tinh_duoc", 0, None)


def test_a_quarter_is_due_then_overdue_by_the_calendar_alone(judge: Judge) -> None:
    def of_quarter(day: date) -> tuple[str, str, int, date | None]:
        verdicts = {str(v.period): v for v in judge("NS-QUY", day)}
        return told(verdicts["quý III/2026"])

    assert of_quarter(date(2026, 9, 30)) == ("chua_co", "chua_den_han", 10, date(2026, 10, 10))
    assert of_quarter(date(2026, 10, 10)) == ("chua_co", "chua_den_han", 0, date(2026, 10, 10))
    assert of_quarter(date(2026, 11, 22)) == ("chua_co", "qua_han", 43, date(2026, 10, 10))


def test_periods_before_the_commune_joined_are_not_held_against_it(judge: Judge) -> None:
    day = date(2026, 11, 22)
    assert [str(v.period) for v in judge("NS-QUY", day, joined="2026-07-01")] == ["quý III/2026"]
    assert [str(v.period) for v in judge("NS-QUY", day, joined="2026-11-01")] == []


def test_a_record_of_2024_is_judged_by_the_rule_of_2024(judge: Judge) -> None:
    """TT 343/2016 gave 15 days after a quarter, NĐ 73/2026 gives 10."""
    old = document("NS-QUY", "2024-10-14", "2024-10-14", "ky: quý III/2024\n")
    (verdict,) = [v for v in judge("NS-QUY", date(2024, 12, 1), "2024-07-01", van_ban__a=old) if v.record]
    assert told(verdict) == ("da_cong_khai", "dung_han", 0, date(2024, 10, 15))
    assert verdict.duty.basis.number == "343/2016/TT-BTC"
    new = old.replace("2024", "2026")
    (verdict,) = [v for v in judge("NS-QUY", date(2026, 12, 1), "2026-07-01", van_ban__a=new) if v.record]
    assert told(verdict) == ("da_cong_khai", "cham", 4, date(2026, 10, 10))
    assert verdict.duty.basis.number == "73/2026/NĐ-CP"


def test_the_first_six_months_answer_for_the_second_quarter(judge: Judge) -> None:
    half = document("NS-QUY", "2026-07-08", "2026-07-08", "ky: 6 tháng đầu năm 2026\n")
    verdicts = judge("NS-QUY", date(2026, 7, 20), "2026-04-01", van_ban__a=half)
    assert [(str(v.period), v.state, v.timeliness) for v in verdicts] == [
        ("quý III/2026", Fulfilment.MISSING, Timeliness.DUE),
        ("quý II/2026", Fulfilment.PUBLISHED, Timeliness.ON_TIME),
    ]


def test_a_deadline_may_count_from_a_day_that_only_the_record_knows(judge: Judge) -> None:
    session = "ky: năm 2027\nmoc:\n  - loai: ngay_khai_mac\n    ngay: 2026-11-16\n"
    text = document("NS-DU-THAO", "2026-11-09", "2026-11-26", session)
    (verdict,) = [v for v in judge("NS-DU-THAO", date(2026, 12, 1), van_ban__a=text) if v.record]
    assert told(verdict) == ("da_cong_khai", "cham", 3, date(2026, 11, 23))


DECLARED = """\
khong_phat_sinh:
  - nghia_vu: {duty}
    ky: {period}
    nguoi_khai: Ma Thị Lan
    chuc_vu: Chủ tịch UBND xã
    ngay: {day}
"""


def test_a_declared_period_is_empty_and_expires_with_its_last_day(judge: Judge) -> None:
    text = DECLARED.format(duty="THDC-11.9", period="năm 2026", day="2026-10-02")
    (last,) = judge("THDC-11.9", date(2026, 12, 31), khong_phat_sinh=text)
    assert told(last)[:2] == ("khong_phat_sinh", "khong_co_han")
    assert "Ma Thị Lan khai ngày 02/10/2026" in last.why
    (after,) = judge("THDC-11.9", date(2027, 1, 1), khong_phat_sinh=text)
    assert told(after)[:2] == ("chua_co", "khong_tinh_duoc")
    assert "hết hạn ngày 31/12/2026" in after.why
    assert "ghi nghia_vu: [THDC-11.9]." in after.mend


def test_a_declared_quarter_answers_for_itself_alone_and_may_come_late(judge: Judge) -> None:
    text = DECLARED.format(duty="NS-QUY", period="quý III/2026", day="2026-10-15")
    verdicts = judge("NS-QUY", date(2026, 11, 22), "2026-04-01", khong_phat_sinh=text)
    assert [(str(v.period), *told(v)[:3]) for v in verdicts] == [
        ("quý III/2026", "khong_phat_sinh", "cham", 5),
        ("quý II/2026", "chua_co", "qua_han", 135),
    ]


def test_a_record_says_more_than_a_declaration(judge: Judge) -> None:
    text = DECLARED.format(duty="THDC-11.6", period="năm 2026", day="2026-10-02")
    (verdict,) = judge(
        "THDC-11.6",
        date(2026, 11, 22),
        khong_phat_sinh=text,
        van_ban__a=document("THDC-11.6", "2026-11-05", "2026-11-06"),
    )
    assert verdict.state is Fulfilment.PUBLISHED


def test_what_must_always_be_there_names_the_fields_that_lack(judge: Judge) -> None:
    (verdict,) = judge("ND224-9.1c", date(2026, 11, 22), joined="2026-10-01")
    assert told(verdict) == ("chua_co", "qua_han", 52, date(2026, 10, 1))
    assert "Lãnh đạo" in verdict.why
    assert verdict.mend.startswith("Mở xa.yml, thêm mục: ")


def test_a_duty_that_wants_every_kind_names_those_that_lack(judge: Judge) -> None:
    """Luật 10/2022 Đ11 k4: the regulation, the officials' tasks and the rules of conduct."""
    day = date(2026, 11, 22)
    officials = "can_bo:\n  - {chuc_danh: Văn thư, loai: cong_chuc, viec: [Nhận đơn]}\n"
    (one,) = judge("THDC-11.4", day, can_bo=officials)
    assert (one.state, one.why) == (Fulfilment.MISSING, "Còn thiếu: Văn hóa công vụ, Văn bản")
    (two,) = judge("THDC-11.4", day, van_ban__a=document("THDC-11.4", "2026-07-06", "2026-07-08"))
    assert two.why == "Còn thiếu: Văn hóa công vụ"
    assert "van-hoa-cong-vu.yml" in two.mend
    (all_,) = judge("THDC-11.4", day, van_hoa_cong_vu="ke_hoach: KH-188-2024\n")
    assert all_.state is Fulfilment.PUBLISHED


def test_the_law_s_own_first_day_comes_before_any_delay(judge: Judge) -> None:
    (early,) = judge("TCTT-17.1t", date(2026, 11, 22))
    assert told(early) == ("chua_co", "chua_den_han", 99, date(2027, 3, 1))
    (late,) = judge("TCTT-17.1t", date(2027, 3, 3))
    assert told(late) == ("chua_co", "qua_han", 2, date(2027, 3, 1))


def test_a_commune_that_has_not_joined_gets_no_verdict(empty: Scope) -> None:
    assert assess(empty) == ()


def bound_to(province: Province, id: str, *types: str) -> Province:
    duties = tuple(
        d.model_copy(update={"binds": [UnitType.read(type) for type in types]}) if d.id == id else d
        for d in province.duties
    )
    return replace(province, duties=duties)


def test_a_duty_of_other_units_does_not_apply(sample: Scope) -> None:
    other = replace(sample, province=bound_to(sample.province, "THDC-11.6", "phường", "đặc khu"))
    (verdict,) = [v for v in assess(other) if v.duty.id == "THDC-11.6"]
    assert verdict.state is Fulfilment.NOT_APPLICABLE
    assert verdict.why == "Chỉ áp dụng cho phường, đặc khu"


def test_forms_that_the_law_orders_are_told_where_the_record_lacks_them(judge: Judge) -> None:
    short = (
        "  hinh_thuc:\n    - loai: niem_yet\n      tu_ngay: 2026-11-06\n      den_ngay: 2026-11-17\n"
        "    - loai: truyen_thanh\n      tu_ngay: 2026-11-06\n      den_ngay: 2026-11-08\n"
    )
    text = document("THDC-11.12", "2026-11-05", "2026-11-06") + short
    (verdict,) = judge("THDC-11.12", date(2026, 12, 22), van_ban__a=text)
    assert verdict.lacking == ("Niêm yết ít nhất 30 ngày: mới ghi 12 ngày",)
    (bare,) = judge("THDC-11.12", date(2026, 12, 22), van_ban__a=text.replace(short, ""))
    assert bare.lacking == (
        "Niêm yết ít nhất 30 ngày: chưa ghi",
        "Hệ thống truyền thanh ít nhất 3 ngày: chưa ghi",
    )


def test_disaster_relief_answers_its_own_clause(sample: Scope) -> None:
    clauses = {
        v.record.id: v.duty.id
        for v in assess(sample)
        if v.record and v.duty.id in ("THDC-11.7", "THDC-11.8")
    }
    purposes = {r.id: r.data.purpose.value for r in sample.commune.all("support")}
    assert clauses == {
        id: "THDC-11.8" if purpose == "thien_tai" else "THDC-11.7" for id, purpose in purposes.items()
    }


def test_relief_and_allowances_answer_their_letter_of_the_access_law(judge: Judge) -> None:
    """Luật 01/2026/QH16 Đ17 k1 đ names cứu trợ and trợ cấp; seedlings are neither."""
    text = (
        "ma: a\nten: Gạo\nloai: {}\nky: năm 2026\ngiu_den: 2027-12-31\nly_do_giu: Theo dõi\n"
        "quyet_dinh:\n  so: 1/QĐ-UBND\n  ngay: 2026-10-01\ntong_so: 3\ncong_khai:\n  ngay_dang: 2026-10-05\n"
    )
    told = {}
    for purpose in ("thien_tai", "tro_giup_xa_hoi", "nguoi_co_cong", "san_xuat"):
        (verdict,) = judge("TCTT-17.1dd", date(2026, 11, 22), ho_tro__a=text.format(purpose))
        told[purpose] = verdict.state is Fulfilment.PUBLISHED
    assert told == {"thien_tai": True, "tro_giup_xa_hoi": True, "nguoi_co_cong": True, "san_xuat": False}


def test_what_is_older_than_its_basis_is_public_and_not_late_by_it(judge: Judge) -> None:
    """Until 31/08/2026 another law was in force: no word that there was none."""
    text = document("TCTT-17.1a", "2026-01-12", "2026-03-30")
    (verdict,) = judge("TCTT-17.1a", date(2026, 11, 22), van_ban__a=text)
    assert (verdict.state, verdict.timeliness) == (Fulfilment.PUBLISHED, Timeliness.NONE)
    assert verdict.why.endswith(
        "có từ trước ngày căn cứ này có hiệu lực nên không tính hạn theo căn cứ này"
    )


def test_each_board_answers_the_duties_of_its_own_type(sample: Scope) -> None:
    found = {(v.record.id, v.duty.id) for v in assess(sample) if v.record and v.record.kind == "board"}
    assert ("ban-thanh-tra-nhan-dan", "THDC-36") in found
    assert ("DA-2025-02", "THDC-41") in found
    assert ("ban-thanh-tra-nhan-dan", "THDC-41") not in found


def test_what_will_be_posted_is_not_public_yet(judge: Judge) -> None:
    text = document("THDC-11.6", "2026-11-20", "2027-01-20")
    (now,) = judge("THDC-11.6", date(2026, 11, 22), van_ban__a=text)
    assert now.state is Fulfilment.MISSING
    (then,) = judge("THDC-11.6", date(2027, 1, 20), van_ban__a=text)
    assert then.state is Fulfilment.PUBLISHED


def test_a_dialogue_is_judged_by_the_day_it_was_held(sample: Scope) -> None:
    held = [v for v in assess(sample) if v.duty.id == "THDC-32" and v.record]
    assert held
    assert {v.timeliness for v in held} == {Timeliness.ON_TIME}


def test_periods_that_begin_soon_are_looked_at_where_asked(sample: Scope) -> None:
    def quarters(ahead: int) -> set[str]:
        return {str(v.period) for v in assess(sample, ahead) if v.duty.id == "NS-QUY"}

    assert quarters(50) - quarters(0) == {"quý I/2027"}


def test_results_of_support_are_judged_by_the_law_of_the_budget(sample: Scope) -> None:
    """NĐ 73/2026 gives 30 days after approval; the general five working days give way to it."""
    found = [v for v in assess(sample) if v.duty.id == "ND73-37-CHI-TRA" and v.due]
    assert found
    assert all(v.due and "30 ngày" in v.due.count for v in found)
    assert not any(v.due for v in assess(sample) if v.duty.id == "THDC-11.7")


PROJECT = "ma: {id}\nten: Cầu\ntinh_trang: {status}\n"
BOARD = "loai: giam_sat_dau_tu_cong_dong\ndu_an: {id}\n"


def test_each_project_that_is_carried_out_wants_a_board_of_its_own(judge: Judge) -> None:
    """Luật 10/2022 Đ41: one board for each programme, each project."""
    day = date(2026, 11, 22)
    running = {f"du_an__{id}": PROJECT.format(id=id, status="dang_thuc_hien") for id in ("a", "b")}
    found = judge("THDC-41", day, **running, ban_giam_sat_dau_tu__a=BOARD.format(id="a"))
    assert {(v.record.kind, v.record.id): told(v)[:2] for v in found if v.record} == {
        ("board", "a"): ("da_cong_khai", "khong_co_han"),
        ("project", "b"): ("chua_co", "khong_tinh_duoc"),
    }
    assert standing_of(found) is DutyStanding.MISSING
    (lacking,) = [v for v in found if v.open]
    assert "Ban Giám sát đầu tư của cộng đồng" in lacking.why
    assert "ban-giam-sat-dau-tu/<mã>.yml" in lacking.mend


def test_a_project_that_is_only_prepared_wants_no_board_yet(judge: Judge) -> None:
    planned = PROJECT.format(id="c", status="chuan_bi")
    assert [v.record for v in judge("THDC-41", date(2026, 11, 22), du_an__c=planned)] == [None]


POLICY = "ma: a\nten: Sửa nhà\nloai: nha_o\nky: năm 2026\ngiu_den: 2027-12-31\nly_do_giu: Theo dõi kết quả\n{received}cong_khai:\n  ngay_dang: 2026-11-12\n"


def test_a_policy_of_support_is_counted_from_the_day_the_commune_received_it(judge: Judge) -> None:
    """NĐ 73/2026 Đ37 k4: three working days."""
    day = date(2026, 11, 22)
    text = POLICY.format(received="ngay_nhan: 2026-11-05\n")
    (verdict,) = judge("ND73-37-CHINH-SACH", day, ho_tro__a=text)
    assert told(verdict) == ("da_cong_khai", "cham", 2, date(2026, 11, 10))
    (unknown,) = judge("ND73-37-CHINH-SACH", day, ho_tro__a=POLICY.format(received=""))
    assert told(unknown)[:2] == ("da_cong_khai", "khong_tinh_duoc")


def test_the_settlement_is_expected_from_the_last_day_that_the_council_may_approve_it(judge: Judge) -> None:
    """Approved before 31/03 of the next year, public within 30 days (NĐ 73/2026 Đ37, Đ50 k3)."""

    def on(day: date, joined: str) -> list[tuple[str, str, str, date | None]]:
        return [
            (str(v.period), v.timeliness.value, v.duty.basis.number, v.due.day if v.due else None)
            for v in judge("NS-QUYET-TOAN", day, joined)
        ]

    last = date(2026, 4, 30)
    assert on(date(2026, 2, 1), "2026-01-01") == [("năm 2025", "chua_den_han", "73/2026/NĐ-CP", last)]
    assert on(date(2026, 5, 10), "2026-01-01") == [("năm 2025", "qua_han", "73/2026/NĐ-CP", last)]
    assert on(date(2026, 12, 31), "2026-05-01") == []  # that of 2025 was due before it joined
    assert [entry[:2] for entry in on(date(2027, 1, 1), "2026-05-01")] == [("năm 2026", "chua_den_han")]


def test_the_draft_of_a_year_that_had_begun_when_the_commune_joined_is_not_expected(judge: Judge) -> None:
    def on(day: date) -> list[tuple[str, str, date | None]]:
        found = judge("NS-DU-THAO", day, "2026-03-01")
        return [(str(v.period), v.timeliness.value, v.due.day if v.due else None) for v in found]

    assert on(date(2026, 9, 30)) == []
    assert on(date(2026, 11, 22)) == [("năm 2027", "chua_den_han", date(2026, 12, 25))]
    assert on(date(2027, 1, 1)) == [("năm 2027", "qua_han", date(2026, 12, 25))]


FUND = "ma: a\nten: Ủng hộ\nloai: {type}\nmuc_dich: Giúp bà con vùng lũ.\ntu_nguyen: có\n"


@pytest.mark.parametrize(("type", "answered"), [("tai_tro", True), ("quy", False), ("dong_gop", False)])
def test_money_given_freely_answers_the_clause_about_gifts(judge: Judge, type: str, answered: bool) -> None:
    """Luật 10/2022 Đ11 k8; every fund answers clause 5."""
    day, text = date(2026, 11, 22), FUND.format(type=type)
    (gifts,) = judge("THDC-11.8", day, quy__a=text)
    assert (gifts.record is not None) is answered
    (fund,) = judge("THDC-11.5", day, quy__a=text)
    assert fund.record


def test_results_of_inspections_answer_the_clause_about_them(judge: Judge) -> None:
    """Luật 10/2022 Đ11 k10: only once there are results; in time by the document that tells them."""
    day, rules = date(2026, 11, 22), "ke_hoach: KH-188-2024\ncong_khai:\n  ngay_dang: 2026-07-01\n"
    (none,) = judge("THDC-11.10", day, van_hoa_cong_vu=rules)
    assert none.state is Fulfilment.MISSING
    found = "kiem_tra:\n  - {ky: quý III/2026, ai_kiem_tra: Tổ kiểm tra, so_nguoi: '9', vi_pham: '0'}\n"
    (verdict,) = judge("THDC-11.10", day, van_hoa_cong_vu=rules + found)
    assert told(verdict)[:2] == ("da_cong_khai", "khong_tinh_duoc")
    dated = found.replace(
        "}\n", ", van_ban: {so: 71/TB-UBND, ngay: 2026-09-21, trich_yeu: Kết quả}, ngay_dang: 2026-09-30}\n"
    )
    (late,) = judge("THDC-11.10", day, van_hoa_cong_vu=rules + dated)
    assert told(late) == ("da_cong_khai", "cham", 2, date(2026, 9, 28))
    assert late.part == "Tổ kiểm tra, quý III/2026"


def test_a_standing_duty_with_a_first_day_is_late_for_ever(judge: Judge) -> None:
    """Luật 01/2026 Đ17 k1 t: until 01/03/2027."""

    def on(posted: str) -> tuple[str, str, int, date | None]:
        text = document("TCTT-17.1t", posted, posted)
        (verdict,) = judge("TCTT-17.1t", date(2027, 6, 1), van_ban__a=text)
        return told(verdict)

    first = date(2027, 3, 1)
    assert on("2027-03-01") == ("da_cong_khai", "dung_han", 0, first)
    assert on("2027-05-04") == ("da_cong_khai", "cham", 64, first)


def test_what_must_always_be_there_is_not_there_once_it_has_ended(judge: Judge) -> None:
    rules = document("THDC-11.4", "2026-02-01", "2026-02-02", "hieu_luc_den: 2026-09-30\n")
    officials = "can_bo:\n  - {chuc_danh: Văn thư, loai: cong_chuc, viec: [Nhận đơn]}\n"
    culture = "ke_hoach: KH-188-2024\n"
    files = {"van_ban__a": rules, "can_bo": officials, "van_hoa_cong_vu": culture}

    def on(day: date) -> Fulfilment:
        (verdict,) = judge("THDC-11.4", day, **files)
        return verdict.state

    assert on(date(2026, 9, 30)) is Fulfilment.PUBLISHED
    assert on(date(2026, 10, 1)) is Fulfilment.MISSING


def test_a_schedule_of_last_year_is_none(judge: Judge) -> None:
    schedule = (
        "noi_tiep: Trụ sở\nlich:\n  - nam: 2026\n    dinh_ky:\n"
        "      - {ma: chu-tich, quy_tac: Thứ Năm hằng tuần, gio: '7:30 - 11:30', nguoi_tiep: Chủ tịch}\n"
    )
    (then,) = judge("TCD-24.2", date(2026, 12, 31), tiep_cong_dan=schedule)
    (now,) = judge("TCD-24.2", date(2027, 1, 8), tiep_cong_dan=schedule)
    assert told(then)[0] == "da_cong_khai"
    assert told(now) == ("chua_co", "qua_han", 8, date(2026, 12, 31))
    assert "đã hết hạn ngày 31/12/2026" in now.why


def test_a_yearly_duty_without_a_deadline_has_its_row_in_its_own_year(judge: Judge) -> None:
    """Luật 10/2022 Đ14 k1: the plan of publication."""
    (verdict,) = judge("THDC-14.1", date(2026, 11, 22))
    assert (str(verdict.period), *told(verdict)[:2]) == ("năm 2026", "chua_co", "khong_tinh_duoc")


def version(cycle: str, since: str, until: str = "") -> Duty:
    return Duty.model_validate(
        {
            "ma": "TINH-1", "ten": "Việc của tỉnh", "nhom": "dinh_ky", "chu_ky": cycle, "loai": ["document"],
            "can_cu": {"van_ban": "Quyết định", "so": "1/QĐ-UBND", "dieu": "Điều 1", "hieu_luc_tu": since, "kiem_chung": "ban_sao",
                       **({"hieu_luc_den": until} if until else {})},
            "thoi_han": {"so": "5", "don_vi": "ngay_lam_viec", "ke_tu": "het_ky"},
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("versions", "periods"),
    [
        ([version("thang", "2026-10-01", "2026-10-31")], ["tháng 10/2026"]),
        (
            [version("quy", "2026-01-01", "2026-09-30"), version("thang", "2026-10-01")],
            ["tháng 11/2026", "tháng 10/2026", "quý III/2026", "quý II/2026", "quý I/2026"],
        ),
    ],
)
def test_each_version_asks_for_the_periods_of_its_own_time(
    load: Load, versions: list[Duty], periods: list[str]
) -> None:
    scope, _ = load({"xa.yml": XA.format(joined="2026-01-01")})
    assert scope
    province = replace(scope.province, duties=tuple(versions))
    found = assess(replace(scope, province=province, day=date(2026, 11, 22)))
    assert [str(verdict.period) for verdict in found] == periods
    assert {verdict.timeliness.value for verdict in found if str(verdict.period) != "tháng 11/2026"} == {
        "qua_han"
    }
