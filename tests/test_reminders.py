"""What communes are reminded of: periods of duties, answers waited for, promises, announcements, errors."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from typer.testing import CliRunner

from generator.assess import tasks
from generator.cli import app
from generator.kinds._kind import Scope
from generator.province.verdicts import Timeliness
from generator.reminders import outlook
from tests.conftest import CONTENT, Load

XA = 'ma: "00000"\ntinh_trang: chinh_thuc\n'
DAY = date(2026, 11, 22)
PETITION = """\
ma: a
chu_de: Thiếu đèn đường
linh_vuc: {field}
ngay_nhan: 2026-11-10
kenh: tru_so
"""
BOARD = """\
loai: thanh_tra_nhan_dan
kien_nghi:
  - ngay: 2026-11-04
    noi_dung: Sửa cống.
"""
PROJECT = """\
ma: DA-1
ten: Cầu
tinh_trang: dang_thuc_hien
giam_sat:
  - ngay: 2026-11-04
    nguoi_giam_sat:
      - ban_giam_sat_dau_tu
    kien_nghi:
      - ngay: {asked}
        noi_dung: Gia cố taluy.
"""
SUPERVISION = """\
loai: giam_sat_dau_tu_cong_dong
du_an: DA-1
kien_nghi:
  - ngay: 2026-11-05
    noi_dung: Gia cố taluy.
"""
MEETING = """\
ma: a
loai: {type}
ten: Họp cuối năm
ngay: {day}
thon:
  - na
"""
DECISION = """\
ma: a
ten: Làm ngõ
khoan: tu_quan
hinh_thuc_ban: phieu
cau_hoi: Có làm không?
theo_thon:
  - thon: na
    ngay: {day}
"""
VOTES = "    phieu: {so_ho: 10, du: 10, tan_thanh: 9, khong_tan_thanh: 1}\n"
RECEPTION = """\
noi_tiep: Trụ sở
lich:
  - nam: 2026
    dinh_ky:
      - ma: chu-tich
        quy_tac: Thứ Năm hằng tuần
        gio: 7:30 - 11:30
        nguoi_tiep: Chủ tịch
"""


def owed(load: Load, day: date = DAY, **files: str) -> list[tuple[str, str, int, date]]:
    """Duty, timeliness, days and last day of each task of a commune with such files."""
    named = {f"{name.replace('__', '/').replace('_', '-')}.yml": text for name, text in files.items()}
    scope, problems = load({"xa.yml": XA + "thon:\n  - {ma: na, ten: Nà, loai: xom}\n", **named})
    assert scope, problems
    found = tasks(replace(scope, day=day))
    return [(task.duty, timeliness.value, days, task.due.day) for task, timeliness, days in found]


def test_a_recommendation_without_an_answer_is_due_then_overdue(load: Load) -> None:
    def on(day: date) -> list[tuple[str, str, int, date]]:
        return owed(load, day, ban_thanh_tra_nhan_dan=BOARD)

    limit = date(2026, 11, 19)
    assert on(date(2026, 11, 19)) == [("THDC-40.1c", "chua_den_han", 0, limit)]
    assert on(DAY) == [("THDC-40.1c", "qua_han", 3, limit)]
    answered = BOARD + "    tra_loi: {ngay: 2026-11-21, noi_dung: Đã sửa.}\n"
    assert owed(load, ban_thanh_tra_nhan_dan=answered) == []


@pytest.mark.parametrize(("asked", "times"), [("2026-11-05", 1), ("2026-11-06", 2)])
def test_a_recommendation_told_in_two_files_is_one(load: Load, asked: str, times: int) -> None:
    project = PROJECT.format(asked=asked)
    found = owed(load, du_an__DA_1=project, ban_giam_sat_dau_tu__DA_1=SUPERVISION)
    assert [duty for duty, *_ in found] == ["THDC-45"] * times


def test_a_petition_is_due_by_the_day_promised(load: Load) -> None:
    text = PETITION.format(field="duong_sa")
    assert owed(load, kien_nghi__a=text) == []
    promised = f"{text}hen_tra_loi: 2026-11-27\n"
    assert owed(load, kien_nghi__a=promised) == [("", "chua_den_han", 5, date(2026, 11, 27))]


def test_a_report_of_wrong_information_is_answered_within_the_days_of_its_law(load: Load) -> None:
    """Luật 104/2016 gave 15 days, Luật 01/2026 gives 10."""
    text = PETITION.format(field="thong_tin_sai")
    assert owed(load, kien_nghi__a=text) == [("TCTT-22.4", "qua_han", 2, date(2026, 11, 20))]
    old = text.replace("2026-11-10", "2026-08-10")
    assert owed(load, kien_nghi__a=old) == [("TCTT-22.4", "qua_han", 89, date(2026, 8, 25))]


def test_a_promise_is_due_on_its_day_until_it_is_done(load: Load) -> None:
    held = MEETING.format(type="doi_thoai", day="2026-10-01") + "viec_da_hua:\n"
    promise = "  - {{noi_dung: Thay loa, ai_lam: Phòng Văn hóa, han: 2026-11-10{}}}\n"
    open_ = held + promise.format("")
    assert owed(load, doi_thoai__a=open_) == [("", "qua_han", 12, date(2026, 11, 10))]
    assert owed(load, doi_thoai__a=held + promise.format(", xong: 2026-11-20")) == []


def test_a_conference_to_come_wants_its_announcement(load: Load) -> None:
    """Five days before; nothing can be announced of what is over."""
    coming = MEETING.format(type="hoi_nghi_thon", day="2026-12-05")
    assert owed(load, doi_thoai__a=coming) == [("ND59-HOI-NGHI", "chua_den_han", 8, date(2026, 11, 30))]
    assert owed(load, doi_thoai__a=coming + "ngay_moi: 2026-11-20\n") == []
    assert owed(load, doi_thoai__a=MEETING.format(type="hoi_nghi_thon", day="2026-11-05")) == []


def test_a_vote_wants_its_announcement_then_sending_then_recognition(load: Load) -> None:
    coming = DECISION.format(day="2026-11-25")
    assert owed(load, dan_ban__a=coming) == [("THDC-19", "chua_den_han", 1, date(2026, 11, 23))]
    passed = DECISION.format(day="2026-11-09") + VOTES
    assert owed(load, dan_ban__a=passed) == [("THDC-20", "qua_han", 6, date(2026, 11, 16))]
    sent = passed + "ngay_gui: 2026-11-12\n"
    assert owed(load, dan_ban__a=sent) == [("THDC-21-CONG-NHAN", "qua_han", 3, date(2026, 11, 19))]
    done = sent + "cong_nhan: {so: 9/QĐ-UBND, ngay: 2026-11-16}\n"
    assert owed(load, dan_ban__a=done) == []


def test_next_year_s_schedule_is_announced_five_working_days_before_its_first_session(load: Load) -> None:
    """The first Thursday of 2027 is 07/01; Friday 01/01 is off."""
    assert owed(load, tiep_cong_dan=RECEPTION) == [("TCD-24.4", "chua_den_han", 38, date(2026, 12, 30))]
    both = RECEPTION + RECEPTION[RECEPTION.index("  - nam") :].replace("2026", "2027")
    assert owed(load, tiep_cong_dan=both) == [("TCD-24.4", "chua_den_han", 402, date(2027, 12, 29))]


def test_a_session_put_off_wants_its_new_day(load: Load) -> None:
    change = "    dieu_chinh:\n      - {ngay: 2026-11-12, loai: doi_ngay, ly_do: Bận họp}\n"
    found = owed(load, tiep_cong_dan=RECEPTION + change)
    assert ("TCD-24.4", "qua_han", 10, date(2026, 11, 12)) in found
    answered = change + "      - {ngay: 2026-11-12, loai: doi_ngay, sang_ngay: 2026-11-30}\n"
    assert owed(load, tiep_cong_dan=RECEPTION + answered) == owed(load, tiep_cong_dan=RECEPTION)


def test_a_commune_that_has_not_joined_owes_nothing(load: Load) -> None:
    scope, problems = load(
        {"xa.yml": XA.replace("chinh_thuc", "cho_tiep_nhan"), "ban-thanh-tra-nhan-dan.yml": BOARD}
    )
    assert scope, problems
    assert list(tasks(replace(scope, day=DAY))) == []


def test_reminders_of_both_sorts_stand_together_the_soonest_first(sample: Scope) -> None:
    found = outlook(CONTENT, CONTENT / "tinh", DAY, 30).reminders
    ranks = [one.rank for one in found]
    assert ranks == sorted(ranks)
    assert {"NS-QUY", "THDC-40.1c", "THDC-45", ""} <= {one.duty for one in found}
    assert len({one.key for one in found}) == len(found)
    assert all(one.days <= 30 for one in found if one.timeliness is Timeliness.DUE)


def test_the_calendar_holds_answers_and_promises_too() -> None:
    said = CliRunner().invoke(
        app, ["due", "--content", str(CONTENT), "--date", "2026-11-22", "--format", "ics"]
    )
    events = {str(event["uid"]): event for event in Calendar.from_ical(said.stdout).walk("VEVENT")}
    promise = events["00000-meeting-DT-2026-01-hua-3@congkhai"]
    assert promise["dtstart"].dt == date(2026, 11, 10)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The content with one commune that cannot be read and one whose rules find an error."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT / "tinh", content / "tinh")
    for slug in ("xa-mau", "xa-phu-dinh"):
        shutil.copytree(CONTENT / "xa" / slug, content / "xa" / slug)
    (content / "xa" / "xa-phu-dinh" / "xa.yml").write_text("ma: [\n")
    petition = content / "xa" / "xa-mau" / "kien-nghi" / "2026-024.yml"
    petition.write_text(petition.read_text().replace("2026-11-17", "2027-11-17"))
    return content


def test_communes_with_errors_are_told_of_instead_of_passed_over(broken: Path) -> None:
    found = outlook(broken, broken / "tinh", DAY, 30)
    assert [(one.slug, one.unread) for one in found.troubles] == [("xa-mau", False), ("xa-phu-dinh", True)]
    assert found.reminders
    arguments = ["due", "--content", str(broken), "--date", "2026-11-22"]
    said = CliRunner().invoke(app, arguments)
    assert said.exit_code == 0
    assert "congkhai check --only xa-phu-dinh" in said.stdout
    assert re.search(r"[1-9]\d* việc quá hạn, .* ngày tới, chưa rõ ở Xã Phú Đình\.", said.stdout)
    calendar = CliRunner().invoke(app, [*arguments, "--format", "ics"])
    assert "congkhai check --only xa-phu-dinh" in calendar.stderr
    assert calendar.stdout.startswith("BEGIN:VCALENDAR")
    days = [event["dtstart"].dt for event in _troubles(calendar.stdout)]
    assert days == [DAY]


def _troubles(calendar: str) -> list[Component]:
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return [event for event in found if "chưa tính được việc nào" in str(event["summary"])]


def test_an_unreadable_file_makes_nothing_known_instead_of_nothing_late(broken: Path) -> None:
    arguments = ["due", "--content", str(broken), "--date", "2026-11-22", "--only", "xa-phu-dinh"]
    said = CliRunner().invoke(app, arguments).stdout
    assert "0 việc" not in said
    assert said.startswith("Tính đến ngày 22/11/2026: chưa rõ việc nào quá hạn")
    (event,) = _troubles(CliRunner().invoke(app, [*arguments, "--format", "ics"]).stdout)
    assert str(event["summary"]).startswith("Xã Phú Đình: dữ liệu có 2 lỗi, ")
    assert "congkhai check --only xa-phu-dinh" in str(event["description"])


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """The sample commune, which has much to do, and one that has joined and disclosed nothing."""
    shutil.copytree(CONTENT / "tinh", tmp_path / "content" / "tinh")
    shutil.copytree(CONTENT / "xa" / "xa-mau", tmp_path / "content" / "xa" / "xa-mau")
    quiet = tmp_path / "content" / "xa" / "xa-phu-dinh"
    quiet.mkdir()
    (quiet / "xa.yml").write_text('ma: "05602"\ntinh_trang: chinh_thuc\ntham_gia_tu: 2026-11-22\n', "utf-8")
    return tmp_path / "content"


def test_each_commune_gets_one_message_of_its_own(two: Path, tmp_path: Path) -> None:
    arguments = ["due", "--content", str(two), "--date", "2026-11-22", "--days", "0"]
    said = CliRunner().invoke(app, [*arguments, "--format", "tin"]).stdout
    second, first = said.split("VIỆC CÔNG KHAI CẦN LÀM: ")[1:]
    assert first.startswith("Xã Mẫu\nTính đến Chủ nhật, 22/11/2026\n")
    assert "   Hạn 10/10/2026: quá hạn 43 ngày.\n" in first
    assert second.startswith("Xã Phú Đình\n")
    assert "\u00a0" not in said
    out = tmp_path / "tin"
    CliRunner().invoke(app, [*arguments, "--out", str(out)])
    assert {path.name: path.read_text("utf-8") for path in out.glob("*.txt")} == {
        "xa-mau.txt": f"VIỆC CÔNG KHAI CẦN LÀM: {first}",
        "xa-phu-dinh.txt": f"VIỆC CÔNG KHAI CẦN LÀM: {second}".removesuffix("\n"),
    }


def test_the_message_of_last_week_does_not_stay_where_nothing_is_left_to_do(
    two: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tin"
    arguments = ["due", "--content", str(two), "--only", "xa-phu-dinh", "--out", str(out)]
    CliRunner().invoke(app, [*arguments, "--date", "2027-06-01"])
    before = (out / "xa-phu-dinh.txt").read_text("utf-8")
    assert "QUÁ HẠN" in before
    assert b"BEGIN:VEVENT" in (out / "xa-phu-dinh.ics").read_bytes()
    CliRunner().invoke(app, [*arguments, "--date", "2026-11-20", "--days", "0"])
    assert "Không có việc nào quá hạn hay đến hạn" in (out / "xa-phu-dinh.txt").read_text("utf-8")
    assert b"BEGIN:VEVENT" not in (out / "xa-phu-dinh.ics").read_bytes()
