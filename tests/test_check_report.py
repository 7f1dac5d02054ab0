"""What a check found is published: by the commune on a page, for the province in one file."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.core import State
from generator.ledger import read_ledger
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY, write_tree

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
BROKEN = XA + "lich_su: Gọi 0912 000 001\n"
MARKED = XA + "lich_su: Bộ phát mang số 001099000000\n"
MARK = (
    "bao_nham:\n  - tep: xa.yml\n    muc: lich_su\n    loai: identity_number\n    gia_tri: 0010••••••00\n    ly_do: Số in trên bộ phát.\n"
    "    nguoi: Chánh Văn phòng\n    ngay: 02/11/2026\n"
)
LATE = "cong_khai:\n  van_ban:\n    tep: tep/a.csv\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    files = {"xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n', "xa/xa-mau/xa.yml": XA}
    root = write_tree(tmp_path / "content", files)
    shutil.copytree(CONTENT / "tinh", root / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    return root


Build = Callable[[dict[str, str]], Path]


@pytest.fixture
def build(content: Path, tmp_path: Path) -> Build:
    """Builds after writing files into the fictional commune's folder."""

    def run(files: dict[str, str]) -> Path:
        write_tree(content / "xa" / "xa-mau", files)
        publish(Order(content, content / "tinh", tmp_path / "site", DAY))
        return tmp_path / "site"

    return run


def report(site: Path) -> tuple[str, dict[str, Any]]:
    folder = site / "xa-mau" / "kiem-tra"
    return (folder / "index.html").read_text("utf-8"), json.loads(
        (folder / "du-lieu.json").read_text("utf-8")
    )


def province(site: Path) -> dict[str, dict[str, str | int]]:
    found = json.loads((site / "kiem-tra.json").read_text("utf-8"))
    assert found["ngay"] == "2026-11-22"
    return {entry["slug"]: entry for entry in found["xa"]}


def test_a_commune_without_remarks_has_a_report_that_says_so(build: Build) -> None:
    page, data = report(build({}))
    assert "Không có lưu ý nào" in page
    assert 'name="robots" content="noindex"' in page
    assert data == {"ngay": "2026-11-22"}


def test_every_page_links_to_the_report_and_neither_a_to_z_nor_sitemap_does(build: Build) -> None:
    site = build({"xa.yml": XA + "dia_chi_goc: https://xa-mau.example/\n"}) / "xa-mau"
    home = (site / "index.html").read_text("utf-8")
    assert 'href="kiem-tra/"' in home
    listed = (site / "a-z" / "index.html").read_text("utf-8").split("<footer")[0]
    assert "kiem-tra" not in listed


def test_every_page_and_a_to_z_link_to_the_log_of_corrections(build: Build) -> None:
    site = build({}) / "xa-mau"
    listed, footer = (site / "a-z" / "index.html").read_text("utf-8").split("<footer")
    assert '<a href="../dinh-chinh/">Đính chính</a>' in listed
    assert '<a href="../dinh-chinh/">Đính chính</a>' in footer


def test_notices_stand_by_file_with_their_field_and_no_path_of_the_machine(
    build: Build, tmp_path: Path
) -> None:
    page, data = report(build({"xa.yml": XA + LATE, "tep/a.csv": "STT,Họ tên,Ngày sinh\n1,A,12/05/1963\n"}))
    (notice,) = data["luu_y"]
    assert (notice["tep"], notice["dong"], notice["ma"]) == ("xa.yml", 5, "birth_date")
    assert "Giới thiệu" in page
    assert "12/05/1963" not in page + json.dumps(data)
    assert str(tmp_path) not in page + json.dumps(data)


def test_what_is_overdue_links_to_the_page_of_the_duties(build: Build) -> None:
    joined = XA.replace("cho_tiep_nhan", "chinh_thuc") + "tham_gia_tu: 2026-01-01\n"
    page, data = report(build({"xa.yml": joined}))
    shown = page.split('<details class="gap">', 1)[0]
    remarks = [item for item in shown.split("<li>") if item.startswith("Quá hạn")]
    assert len(remarks) == sum(entry["ma"] == "duty_overdue" for entry in data["luu_y"]) > 1
    assert all('Xem: <a href="../cong-khai/">Công khai đến đâu</a>' in remark for remark in remarks)


def test_citizens_read_sentences_and_clerks_unfold_the_files(build: Build) -> None:
    late = "noi_tiep: A\nlich:\n  - nam: 2025\n    dinh_ky:\n      - {ma: ct, quy_tac: T5 hằng tuần, gio: 8h - 9h, nguoi_tiep: A}\n"
    page, data = report(
        build(
            {
                "xa.yml": XA + LATE,
                "tep/a.csv": "Họ tên,Ngày sinh\nA,12/05/1963\n",
                "tiep-cong-dan.yml": late,
            }
        )
    )
    shown, folded = page.split('<details class="gap">', 1)
    assert "lịch đã hết năm 2025" in shown
    assert 'Xem: <a href="../tiep-cong-dan/">' in shown
    for entry in data["luu_y"]:
        assert entry["tep"] in folded
        assert f"Dòng {entry['dong']}:" in folded
        assert entry["tep"] not in shown.split("<main", 1)[1]
    headings = re.findall(r"<h3[^>]*>(.*?)</h3>", shown)
    assert len(headings) == len(set(headings)) > 1


def test_a_false_alarm_is_published_with_its_reason(build: Build) -> None:
    page, data = report(build({"xa.yml": MARKED, "bao-nham.yml": MARK}))
    assert "luu_y" not in data
    assert [entry["ma"] for entry in data["bao_nham"]] == ["false_alarm"]
    assert "Số in trên bộ phát" in page
    assert "Chánh Văn phòng" in page


def test_the_province_sees_what_the_last_check_of_each_commune_found(build: Build) -> None:
    good = province(build({"xa.yml": MARKED, "bao-nham.yml": MARK}))
    assert good["xa-mau"] == {
        "ma": "00000",
        "slug": "xa-mau",
        "ten": "Xã Mẫu",
        "trang_thai": "ban_moi",
        "so_loi": 0,
        "so_luu_y": 0,
        "da_cong_khai": {"gioi-thieu": 1},
        "dia_chi": "xa-mau/",
    }
    assert good["xa-phu-dinh"]["so_luu_y"] == 0


def test_a_commune_that_is_kept_is_counted_by_its_new_content(build: Build) -> None:
    build({})
    site = build({"xa.yml": BROKEN})
    kept = province(site)["xa-mau"]
    assert (kept["trang_thai"], kept["so_loi"], kept["so_luu_y"]) == ("co_loi_giu_ban_cu", 1, 0)
    ledger = read_ledger(site)
    assert ledger
    outcome = ledger.of("xa-mau")
    assert outcome
    assert (outcome.state, outcome.errors) == (State.KEPT, 1)
    assert "Không có lưu ý nào" in report(site)[0], "the page of the site that stands"


def test_a_commune_that_waits_is_counted_and_has_no_report_to_link_to(build: Build) -> None:
    site = build({"xa.yml": BROKEN})
    assert province(site)["xa-mau"]["trang_thai"] == "co_loi_chua_co_trang"
    home = (site / "index.html").read_text("utf-8")
    assert "đang sửa dữ liệu" in home
    assert 'href="xa-mau/kiem-tra/"' not in home


def test_the_provinces_page_shows_how_many_remarks_there_are(build: Build) -> None:
    home = (
        build({"xa.yml": XA + LATE, "tep/a.csv": "Họ tên,Ngày sinh\nA,12/05/1963\n"}) / "index.html"
    ).read_text("utf-8")
    assert 'href="xa-mau/kiem-tra/"' in home
    assert "1 lưu ý" in home


def test_a_ledger_of_an_earlier_version_is_still_read(build: Build, tmp_path: Path) -> None:
    site = build({})
    written = json.loads((site / ".congkhai.json").read_text("utf-8"))
    for entry in written["communes"]:
        del entry["errors"], entry["notices"]
    (site / ".congkhai.json").write_text(json.dumps(written), "utf-8")
    assert province(build({}))["xa-mau"]["so_loi"] == 0
