"""`congkhai paper --posted`: a notice is noted in its record once, with place and days, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.test_cli import congkhai

DAY = ("--date", "2026-11-23")
PROJECT = "du-an/DA-2026-03"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample commune, to write into."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT / "xa" / "xa-mau", root / "xa" / "xa-mau")
    return root


@pytest.fixture
def file(content: Path) -> Path:
    """A project of which no notice is noted."""
    return content / "xa" / "xa-mau" / f"{PROJECT}.yml"


def of(content: Path, *more: str) -> tuple[str, ...]:
    return ("paper", "xa-mau", "--content", str(content), "--tinh", str(CONTENT / "tinh"), *DAY, *more)


def test_a_notice_is_noted_once_with_the_lines_that_were_added(content: Path, file: Path) -> None:
    told = of(content, "--record", PROJECT, "--posted", "20/11/2026")
    said = congkhai(*told)
    assert said.returncode == 0, said.stderr
    assert "đã ghi niêm yết từ ngày 20/11/2026." in said.stdout
    assert "+       tu_ngay: 2026-11-20" in said.stdout
    assert "ít nhất 30 ngày liền: đến hết ngày 19/12/2026." in said.stdout
    after = file.read_bytes()
    assert "      noi: Trụ sở UBND xã Mẫu; Xóm Trung Tâm (Bảng tin trước nhà văn hóa)" in after.decode()
    assert b"den_ngay" not in after
    assert "đã ghi rồi" in congkhai(*told).stdout
    assert file.read_bytes() == after
    assert congkhai("fmt", "--check", str(file)).returncode == 0


def test_its_end_may_be_to_come_and_closes_what_was_open(content: Path, file: Path) -> None:
    told = of(content, "--record", PROJECT, "--noi", "Nhà văn hóa", "--posted", "20/11/2026")
    congkhai(*told)
    short = congkhai(*told, "--den", "05/12/2026")
    assert "mới ghi 16 ngày" in short.stdout
    whole = congkhai(*told, "--den", "25/12/2026")
    assert "Luật đòi" not in whole.stdout
    text = file.read_text(encoding="utf-8")
    assert text.count("loai: niem_yet") == 1
    assert "noi: Nhà văn hóa\n      tu_ngay: 2026-11-20\n      den_ngay: 2026-12-25" in text


def test_another_board_on_the_same_days_is_noted_beside(content: Path, file: Path) -> None:
    for place in ("Bảng tin A", "Bảng tin B"):
        congkhai(*of(content, "--record", PROJECT, "--noi", place, "--posted", "20/11/2026"))
    text = file.read_text(encoding="utf-8")
    assert (text.count("noi: Bảng tin A"), text.count("noi: Bảng tin B")) == (1, 1)


def test_of_a_bundle_every_record_is_noted_at_its_board(content: Path) -> None:
    said = congkhai(*of(content, "--kind", "bang-tin", "--record", "suoi-mau", "--posted", "20/11/2026"))
    assert said.returncode == 0, said.stderr
    assert said.stdout.count("noi: Xóm Suối Mẫu (Bảng tin ở chợ Suối)") == 5
    assert "ngan-sach/2027-du-toan-trinh.yml: đã ghi" in said.stdout
    assert "thu-tuc.yml" not in said.stdout


def test_what_is_noted_of_a_bundle_is_read_as_that_board_alone(content: Path, file: Path) -> None:
    profile = content / "xa" / "xa-mau" / "xa.yml"
    lines = profile.read_text(encoding="utf-8").splitlines(keepends=True)
    profile.write_text("".join(line for line in lines if "ở chợ Suối" not in line), encoding="utf-8")
    said = congkhai(*of(content, "--kind", "bang-tin", "--record", "suoi-mau", "--posted", "20/11/2026"))
    assert "noi: Xóm Suối Mẫu\n" in said.stdout


def test_where_the_profile_tells_no_board_no_place_is_made_up(content: Path, file: Path) -> None:
    profile = content / "xa" / "xa-mau" / "xa.yml"
    lines = profile.read_text(encoding="utf-8").splitlines(keepends=True)
    profile.write_text("".join(line for line in lines if "noi_niem_yet" not in line), encoding="utf-8")
    congkhai(*of(content, "--record", PROJECT, "--posted", "20/11/2026"))
    assert "- loai: niem_yet\n      tu_ngay: 2026-11-20\n" in file.read_text(encoding="utf-8")


def test_a_file_with_comments_stays_and_the_status_says_so(content: Path, file: Path) -> None:
    file.write_text("# giữ\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = file.read_bytes()
    said = congkhai(*of(content, "--record", PROJECT, "--posted", "20/11/2026"))
    assert (said.returncode, file.read_bytes()) == (1, before)
    assert "ghi chú (#)" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--record", PROJECT, "--posted", "24/11/2026"), "chưa tới"),
        (("--record", PROJECT, "--posted", "20/11/2026", "--den", "19/11/2026"), "trước ngày đầu"),
        (("--record", PROJECT, "--den", "19/12/2026"), "đi cùng --posted"),
        (("--record", PROJECT, "--noi", "Nhà văn hóa"), "đi cùng --posted"),
        (("--posted", "20/11/2026"), "--record"),
        (("--record", "DA-2026-01", "--posted", "20/11/2026"), "giam-sat/DA-2026-01"),
        (("--record", "DA-9999", "--posted", "20/11/2026"), "DA-9999"),
        (("--kind", "bang-tin", "--record", "xom-la", "--posted", "20/11/2026"), "suoi-mau"),
        (("--record", PROJECT, "--posted", "hôm qua"), "--posted"),
        (("--record", PROJECT, "--posted", "20/11/2016"), "quá ba năm"),
        (("--record", "du-an/DA-2026-01", "--posted", "20/11/2025"), "mới quyết định"),
        (("--record", PROJECT, "--posted", "20/11/2026", "--noi", " "), "trên một dòng"),
        (("--record", PROJECT, "--posted", "20/11/2026", "--noi", "Nhà số 001099012345"), "số giấy tờ"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_writes_nothing_and_says_why(
    content: Path, file: Path, arguments: tuple[str, ...], why: str
) -> None:
    before = file.read_bytes()
    said = congkhai(*of(content, *arguments))
    assert (said.returncode, file.read_bytes()) == (2, before)
    assert why in said.stderr
