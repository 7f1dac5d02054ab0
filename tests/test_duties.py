"""The pages and files made of the duties: status, quarterly list, plan, corrections, cong-khai.json, reminders."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from generator.assess import assess, assessed
from generator.cli import app
from generator.compose import compose
from generator.compose.duties.data import expected
from generator.core import Draft
from generator.kinds._kind import Scope
from generator.province import Province
from generator.province.units import UnitType
from generator.publish import make_site
from tests.conftest import CONTENT, Load, write_tree

CODES = {"da_cong_khai", "khong_phat_sinh", "chua_co", "khong_ap_dung"}


def drafts(scope: Scope) -> dict[str, Draft]:
    return {draft.url: draft for draft in compose(replace(scope, verdicts=assess(scope)))}


def read(site: Path, name: str) -> Any:
    return json.loads((site / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", ["xa-mau", "xa-phu-dinh"])
def test_the_data_file_is_valid_by_its_own_schema(site: Path, slug: str) -> None:
    schema = read(site, f"{slug}/cong-khai.schema.json")
    Draft202012Validator.check_schema(schema)
    found = list(Draft202012Validator(schema).iter_errors(read(site, f"{slug}/cong-khai.json")))
    assert found == []


@pytest.mark.parametrize("key", ["tinh_trang", "thoi_han"])
def test_the_schema_refuses_a_state_that_is_none(site: Path, key: str) -> None:
    schema, report = read(site, "xa-mau/cong-khai.schema.json"), read(site, "xa-mau/cong-khai.json")
    report["nghia_vu"][0][key] = "tot"
    (error,) = Draft202012Validator(schema).iter_errors(report)
    assert list(error.absolute_path)[:3] == ["nghia_vu", 0, key]


def test_each_entry_tells_when_it_was_last_changed(site: Path) -> None:
    """The dialogue: told on 26/08, corrected on 28/08, changed on 12/11."""
    entries = read(site, "xa-mau/cong-khai.json")["nghia_vu"]
    (dialogue,) = [e for e in entries if e["ma"] == "THDC-32" and "dia_chi" in e]
    assert (dialogue["ngay_dang"], dialogue["ngay_cap_nhat"]) == ("2026-08-26", "2026-11-12")
    assert all("ngay_cap_nhat" in e for e in entries if "ngay_dang" in e)
    assert not any("ngay_cap_nhat" in e for e in entries if e["tinh_trang"] == "chua_co")


def test_what_serves_the_check_alone_is_not_in_the_data_file(sample: Scope) -> None:
    def told(scope: Scope) -> set[str]:
        return {entry.id for entry in drafts(scope)["cong-khai/"].data.duties}

    duties = tuple(d.model_copy(update={"shown": d.id != "NS-QUY"}) for d in sample.province.duties)
    hiding = replace(sample, province=replace(sample.province, duties=duties))
    assert told(sample) - told(hiding) == {"NS-QUY"}


def test_the_deadline_of_a_policy_of_support_is_judged_in_public(site: Path) -> None:
    """NĐ 73/2026 Đ37: three working days after the commune received it."""
    entries = read(site, "xa-mau/cong-khai.json")["nghia_vu"]
    found = {e["dia_chi"]: e["thoi_han"] for e in entries if e["ma"] == "ND73-37-CHINH-SACH"}
    assert found["ho-tro/HT-2027-01/"] == "dung_han"


def test_every_duty_in_force_is_in_the_data_file_and_on_the_page(site: Path, province: Province) -> None:
    report = read(site, "xa-mau/cong-khai.json")
    html = (site / "xa-mau" / "cong-khai" / "index.html").read_text(encoding="utf-8")
    day = re.sub(r"\D", "", report["ngay"])
    assert day
    judged = {d.id for d in province.duties if d.family and d.shown and d.basis.until is None}
    told = {entry["ma"] for entry in report["nghia_vu"]}
    quiet = {"NS-NAM", "NS-QUYET-TOAN", "NS-QUYET-DINH", "THDC-14.1"}
    assert judged - told <= quiet
    assert {entry["tinh_trang"] for entry in report["nghia_vu"]} <= CODES
    for id in judged & told:
        assert f'id="{id.lower()}"' in html


def test_every_address_in_the_data_file_leads_somewhere(site: Path) -> None:
    for entry in read(site, "xa-mau/cong-khai.json")["nghia_vu"]:
        if "dia_chi" in entry:
            assert (site / "xa-mau" / entry["dia_chi"] / "index.html").is_file()
        for data in entry.get("du_lieu", []):
            assert (site / "xa-mau" / data).is_file(), data


def test_a_commune_that_has_not_joined_shows_what_the_law_expects_and_no_verdict(site: Path) -> None:
    html = (site / "xa-phu-dinh" / "cong-khai" / "index.html").read_text(encoding="utf-8")
    body = html[html.index("<h1") : html.index("</article>")]
    assert "chưa tham gia" in body
    assert 'class="nhan' not in body
    assert "Quá hạn" not in body
    entries = read(site, "xa-phu-dinh/cong-khai.json")["nghia_vu"]
    assert len(entries) > 30
    assert not any("tinh_trang" in entry or "thoi_han" in entry for entry in entries)
    assert not (site / "xa-phu-dinh" / "ke-hoach-cong-khai").exists()


def test_colour_is_never_the_only_sign(sample: Scope) -> None:
    status = drafts(sample)["cong-khai/"].facts
    for group in status.groups:
        for line in group.lines:
            assert all(item.state for item in line.items)


def test_the_day_of_posting_stands_right_behind_its_verb(sample: Scope) -> None:
    groups = drafts(sample)["cong-khai/"].facts.groups
    items = [item for group in groups for line in group.lines for item in line.items]
    told = [line for item in items for line in item.lines]
    assert "Đã công khai ngày 14/07/2026." in told
    assert [line for line in told if re.search(r", ngày \d\d/\d\d/\d{4}\.$", line)] == []
    assert [item.name for item in items if item.name[:1].islower()] == []


def test_the_quarter_lists_every_record_by_its_day_of_posting_with_its_forms(load: Load) -> None:
    text = (
        "ma: {id}\nloai: thong_bao\nngay: 2026-08-01\nco_quan: UBND xã Mẫu\ntrich_yeu: Việc {id}\n"
        "tom_tat: Nội dung.\ncong_khai:\n  ngay_dang: {posted}\n"
    )
    scope, problems = load(
        {
            "xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\n',
            "van-ban/a.yml": text.format(id="a", posted="2026-09-30")
            + "  hinh_thuc:\n    - loai: niem_yet\n      noi: Trụ sở\n      tu_ngay: 2026-10-01\n",
            "van-ban/b.yml": text.format(id="b", posted="2026-10-01"),
        }
    )
    assert scope, problems
    found = drafts(scope)
    assert [url for url in found if url.startswith("danh-sach-cong-khai/")] == [
        "danh-sach-cong-khai/",
        "danh-sach-cong-khai/2026-quy-4/",
        "danh-sach-cong-khai/2026-quy-3/",
    ]
    (row,) = found["danh-sach-cong-khai/2026-quy-3/"].facts.rows
    assert row.page.url == "van-ban/a/"
    assert row.forms == ("Trang thông tin điện tử, từ 30/09/2026", "Niêm yết (Trụ sở), từ 01/10/2026")


CONSULTATION = """\
ma: a
ten: Quy chế chợ
khoan: khac
cap_quyet_dinh: xa
ai_quyet_dinh: UBND xã Mẫu
noi_dung: Giờ họp chợ.
tu_ngay: 2026-08-01
den_ngay: 2026-08-31
hinh_thuc_lay:
  - {loai: phieu_ho}
tong_hop:
  ngay: 2026-10-05
  ngay_dang: 2026-10-07
  so_y_kien: 3
cong_khai:
  ngay_dang: 2026-08-01
"""


def test_the_quarter_lists_what_a_record_posted_later_and_nothing_to_come(load: Load) -> None:
    meeting = (
        "ma: b\nloai: doi_thoai\nten: Đối thoại\nngay: 2026-09-10\ntom_tat: Đã bàn.\n"
        "ngay_dang_ket_qua: 2027-01-05\ncong_khai:\n  ngay_dang: 2026-09-10\n"
    )
    xa = 'ma: "00000"\ntinh_trang: chinh_thuc\n'
    scope, problems = load({"xa.yml": xa, "lay-y-kien/a.yml": CONSULTATION, "doi-thoai/b.yml": meeting})
    assert scope, problems

    def listed(day: date) -> dict[str, list[tuple[str, date]]]:
        found = drafts(replace(scope, day=day))
        quarters = {url: draft for url, draft in found.items() if url.startswith("danh-sach-cong-khai/2")}
        return {
            url[-6:-1]: [(row.page.text, row.posted) for row in draft.facts.rows]
            for url, draft in quarters.items()
        }

    summer = [("Quy chế chợ", date(2026, 8, 1)), ("Đối thoại", date(2026, 9, 10))]
    autumn = [("Quy chế chợ: tổng hợp, trả lời", date(2026, 10, 7))]
    assert listed(date(2026, 11, 22)) == {"quy-3": summer, "quy-4": autumn}
    winter = [("Đối thoại: kết quả", date(2027, 1, 5))]
    assert listed(date(2027, 2, 1)) == {"quy-3": summer, "quy-4": autumn, "quy-1": winter}


def test_the_quarter_lists_a_record_again_when_it_was_changed_but_no_correction(load: Load) -> None:
    meeting = (
        "ma: b\nloai: doi_thoai\nten: Đối thoại\nngay: 2026-08-10\ntom_tat: Đã bàn.\n"
        "{part}cong_khai:\n  ngay_dang: 2026-08-10\n  ngay_sua: {changed}\n"
        "  dinh_chinh:\n    - {{ngay: 2026-11-04, noi_dung: Sửa giờ.}}\n"
    )

    def listed(changed: str, part: str = "", day: date = date(2026, 11, 22)) -> list[tuple[str, date]]:
        files = {
            "xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\n',
            "doi-thoai/b.yml": meeting.format(part=part, changed=changed),
        }
        scope, problems = load(files)
        assert scope, problems
        found = drafts(replace(scope, day=day)).items()
        shown = [draft for url, draft in found if url.startswith("danh-sach-cong-khai/2")]
        return [(row.page.text, row.posted) for draft in shown for row in draft.facts.rows]

    first, posted = ("Đối thoại", date(2026, 8, 10)), "ngay_dang_ket_qua: 2026-11-05\n"
    again = ("Đối thoại: cập nhật", date(2026, 11, 5))
    assert listed("2026-11-05") == [again, first]
    assert listed("2026-11-05", day=date(2026, 11, 4)) == [first]
    assert listed("2026-08-10") == listed("2026-11-04") == [first]
    assert listed("2026-11-05", posted) == [("Đối thoại: kết quả", date(2026, 11, 5)), first]


def test_the_plan_names_for_each_duty_what_how_when_and_who(sample: Scope) -> None:
    plan = drafts(sample)["ke-hoach-cong-khai/"].facts
    rows = {row.duty.id: row for group in plan.groups for row in group.rows}
    assert set(rows) == {duty.id for duty in expected(sample)}
    assert rows["THDC-11.12"].forms == (
        "Trang này; niêm yết ít nhất 30 ngày liên tục; hệ thống truyền thanh ít nhất 3 ngày liên tục"
    )
    assert rows["THDC-11.12"].when == "5 ngày làm việc sau ngày có quyết định, văn bản"
    assert rows["THDC-11.13"].when == "Lúc nào cũng có; đổi thì sửa ngay"
    assert rows["NS-QUY"].when == "Hằng quý, 10 ngày sau ngày hết kỳ"
    assert rows["THDC-11.1"].who == "Chánh Văn phòng HĐND và UBND xã"


def test_the_plan_leaves_out_what_binds_another_type_of_unit(sample: Scope) -> None:
    wards = {"THDC-11.1": [UnitType.WARD], "THDC-11.3": [UnitType.COMMUNE]}
    duties = tuple(d.model_copy(update={"binds": wards.get(d.id, [])}) for d in sample.province.duties)
    scope = replace(sample, province=replace(sample.province, duties=duties))
    gone = {duty.id for duty in expected(sample)} - {duty.id for duty in expected(scope)}
    assert gone == {"THDC-11.1"}


def test_the_log_lists_every_correction_the_newest_first(sample: Scope) -> None:
    lines = drafts(sample)["dinh-chinh/"].facts
    days = [line.correction.day for line in lines]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)
    before = drafts(replace(sample, day=days[1]))["dinh-chinh/"].facts
    assert [line.correction.day for line in before] == [day for day in days if day <= days[1]] != days


def due(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["due", "--content", str(CONTENT), *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_reminders_come_the_soonest_first_with_the_count_and_the_next_step() -> None:
    said = due("--date", "2026-11-22")
    dates = re.findall(r"Hạn: (\d\d)/(\d\d)/(\d{4})", said)
    assert dates == sorted(dates, key=lambda d: d[::-1])
    assert "Quá hạn 43 ngày: Xã Mẫu: Tình hình thực hiện ngân sách" in said
    assert "Hạn: 10/10/2026, 10 ngày kể từ 30/09/2026." in said
    assert "Cách làm: " in said
    assert said.endswith("\n11 xã chưa tiếp nhận, không tính.\n")


def test_what_falls_due_later_than_asked_is_left_out() -> None:
    near, far = (due("--date", "2026-11-22", "--days", days) for days in ("30", "120"))
    last = max(date(int(y), int(m), int(d)) for d, m, y in re.findall(r"Hạn: (\d\d)/(\d\d)/(\d{4})", near))
    assert date(2026, 11, 22) < last <= date(2026, 12, 22)
    assert "01/03/2027" not in near
    assert "01/03/2027" in far


def test_reminders_are_a_calendar_too() -> None:
    calendar = Calendar.from_ical(due("--date", "2026-11-22", "--format", "ics", "--days", "120"))
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len({str(event["uid"]) for event in events}) >= 3
    assert any(str(event["dtstart"].dt) == "2026-10-10" for event in events)


def test_wrong_files_of_the_province_are_told_instead_of_an_empty_list(tmp_path: Path) -> None:
    tinh = write_tree(tmp_path, {"tinh/tinh.yml": "ten: [\n"})
    done = CliRunner().invoke(app, ["due", "--content", str(CONTENT), "--tinh", str(tinh / "tinh")])
    assert done.exit_code != 0


def test_a_section_declared_empty_says_so_in_place_of_not_disclosed(load: Load) -> None:
    declared = (
        "khong_phat_sinh:\n  - nghia_vu: THDC-11.7\n    ky: năm 2026\n    nguoi_khai: Ma Thị Lan\n"
        "    chuc_vu: Chủ tịch UBND xã\n    ngay: 2026-10-02\n"
    )
    xa = 'ma: "00000"\ntinh_trang: chinh_thuc\n'
    for files, words in (
        ({"xa.yml": xa}, "chưa công khai trên trang này"),
        ({"xa.yml": xa, "khong-phat-sinh.yml": declared}, "xã khai không phát sinh"),
    ):
        scope, problems = load(files)
        assert scope, problems
        _, pages, _ = make_site(scope)
        (body,) = [page.body for page in pages if page.url == "ho-tro/"]
        assert words in body


def test_the_page_names_the_law_that_an_old_record_is_judged_by(load: Load) -> None:
    """TT 343/2016 until the end of 2025, NĐ 73/2026 since."""
    report = (
        "ma: {year}-q3\nloai: bao_cao\nngay: {year}-10-08\nco_quan: UBND xã Mẫu\ntrich_yeu: Báo cáo\n"
        "tom_tat: Nội dung.\nnghia_vu: [NS-QUY]\nky: quý III/{year}\ncong_khai:\n  ngay_dang: {year}-10-09\n"
    )
    files = {f"van-ban/{year}-q3.yml": report.format(year=year) for year in (2025, 2026)}
    scope, problems = load(
        {"xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\ntham_gia_tu: 2025-07-01\n', **files}
    )
    assert scope, problems
    lines = [line for group in drafts(scope)["cong-khai/"].facts.groups for line in group.lines]
    (quarters,) = [line for line in lines if line.duty.id == "NS-QUY"]
    told = {item.page.text if item.page else "": " ".join(item.lines) for item in quarters.items}
    judged = [name for name, text in told.items() if "Xét theo căn cứ khi ấy" in text]
    assert len([text for text in told.values() if "343/2016/TT-BTC" in text]) == len(judged) == 1
    assert quarters.duty.basis.number == "73/2026/NĐ-CP"


def test_the_page_tells_what_people_wait_for_beside_disclosures(sample: Scope) -> None:
    waiting = drafts(sample)["cong-khai/"].facts.waiting
    said = due("--date", "2026-11-22", "--only", "xa-mau", "--days", "0")
    overdue = [line for line in said.splitlines() if line.startswith("Quá hạn") and "[NS-QUY]" not in line]
    assert [f"{item.label}: Xã Mẫu: {item.what}" for item in waiting] == [
        re.sub(r" \[\S+\]$", "", line) for line in overdue
    ]
    assert waiting
    assert all(item.page for item in waiting)


def test_next_years_plan_stands_there_before_the_year_begins(sample: Scope) -> None:
    assert drafts(sample)["ke-hoach-cong-khai/2027/"].title == "Kế hoạch công khai năm 2027"
    early = assessed(replace(sample, day=date(2026, 10, 31)))
    assert "ke-hoach-cong-khai/2027/" not in drafts(early)
    assert drafts(early)["ke-hoach-cong-khai/"].facts.coming is None


def test_the_list_names_documents_by_what_they_are_about_and_parts_of_one_day_once(sample: Scope) -> None:
    rows = drafts(sample)["danh-sach-cong-khai/2026-quy-4/"].facts.rows
    said = [(row.posted, row.page.text) for row in rows]
    assert len(set(said)) == len(said)
    assert (date(2026, 11, 20), "Tiếp công dân: điều chỉnh") in said
    subject = "Danh sách ngày 05/10/2026: Danh sách các nội dung đã công khai trong quý III/2026"
    assert (date(2026, 10, 6), subject) in said
    assert not any(", mục " in text for _, text in said)
