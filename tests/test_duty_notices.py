"""What the duties mean to whoever checks the files: late, without a form, overdue; few and clear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.assess import assessed
from generator.check import check
from generator.core import Problem
from generator.kinds._kind import Scope
from tests.conftest import Load

XA = 'ma: "00000"\ntinh_trang: {standing}\ntham_gia_tu: {joined}\n'
DOCUMENT = """\
ma: a
loai: quyet_dinh
ngay: 2026-11-05
co_quan: UBND xã Mẫu
trich_yeu: Thanh lý máy tính
tom_tat: Bán hai máy tính hỏng.
nghia_vu:
  - THDC-11.6
  - THDC-11.12
cong_khai:
  ngay_dang: {posted}
"""
CODES = ("posted_late", "forms_lacking", "duty_overdue")


def notices(load: Load, joined: str, standing: str = "chinh_thuc", **files: str) -> list[Problem]:
    named = {f"{name.replace('__', '/').replace('_', '-')}.yml": text for name, text in files.items()}
    scope, problems = load({"xa.yml": XA.format(standing=standing, joined=joined), **named})
    assert scope, problems
    found = check(assessed(replace(scope, day=date(2026, 11, 22), verdicts=())))
    return [problem for problem in found if problem.code in CODES]


def test_a_record_is_told_once_of_each_sort_whatever_duties_it_answers(load: Load) -> None:
    found = notices(load, "2026-11-22", van_ban__a=DOCUMENT.format(posted="2026-11-16"))
    assert [(p.code, p.loc) for p in found] == [
        ("posted_late", ("cong_khai", "ngay_dang")),
        ("forms_lacking", ("cong_khai",)),
    ]
    assert "đăng chậm 4 ngày" in found[0].message
    assert found[1].message.count("niêm yết") == 1
    assert "truyền thanh" in found[1].message


FORMS = "  hinh_thuc:\n    - {loai: niem_yet, tu_ngay: 2026-11-12}\n    - {loai: truyen_thanh, tu_ngay: 2026-11-12}\n"


def test_a_record_in_time_with_its_forms_is_left_in_peace(load: Load) -> None:
    text = DOCUMENT.format(posted="2026-11-12") + FORMS
    assert notices(load, "2026-11-22", van_ban__a=text) == []


def test_a_form_without_any_day_says_nothing_of_how_long(load: Load) -> None:
    text = DOCUMENT.format(posted="2026-11-12") + FORMS.replace(", tu_ngay: 2026-11-12", "")
    (problem,) = notices(load, "2026-11-22", van_ban__a=text)
    assert problem.code == "forms_lacking"
    assert problem.message.count("chưa ghi từ ngày nào") == 2


def test_an_overdue_duty_is_told_once_with_all_its_periods(load: Load) -> None:
    found = {p.message.split("(")[1][:-1]: p for p in notices(load, "2026-04-01")}
    assert len(found) == len(notices(load, "2026-04-01"))
    told = found["NS-QUY"]
    assert told.message.startswith("quá hạn 135 ngày")
    assert "9 tháng đầu năm 2026, 6 tháng đầu năm 2026" in told.message
    assert told.place.path.endswith("xa.yml")


def test_a_duty_that_a_file_fulfils_in_part_is_told_at_that_file(load: Load) -> None:
    officials = "can_bo:\n  - {chuc_danh: Văn thư, loai: cong_chuc, viec: [Nhận đơn]}\n"
    found = [p for p in notices(load, "2026-10-01", can_bo=officials) if "THDC-11.4" in p.message]
    assert [p.place.path.rsplit("/", 1)[-1] for p in found] == ["can-bo.yml"]
    assert "còn thiếu: Văn hóa công vụ, Văn bản" in found[0].message


def test_a_declaration_that_came_late_is_told_at_its_day(load: Load) -> None:
    text = (
        "khong_phat_sinh:\n  - {nghia_vu: NS-QUY, ky: quý III/2026, nguoi_khai: Ma Thị Lan,"
        " chuc_vu: Chủ tịch, ngay: 2026-10-15}\n"
    )
    late = [p for p in notices(load, "2026-09-01", khong_phat_sinh=text) if p.code == "posted_late"]
    assert [(p.loc, p.message[:30]) for p in late] == [
        (("khong_phat_sinh", 0, "ngay"), "khai không phát sinh chậm 5 ng")
    ]


def test_a_commune_that_has_not_joined_is_told_of_no_delay(load: Load) -> None:
    text = DOCUMENT.format(posted="2026-11-16")
    assert notices(load, "2026-04-01", "cho_tiep_nhan", van_ban__a=text) == []


def test_the_result_of_a_consultation_is_told_late_at_its_own_day(sample: Scope) -> None:
    """Each notice points at the day that is late, not at the first day of the record."""
    late = [p for p in check(sample) if p.code == "posted_late"]
    assert late
    for problem in late:
        assert problem.loc[-1] in ("ngay_dang", "ngay_dang_ket_qua")
