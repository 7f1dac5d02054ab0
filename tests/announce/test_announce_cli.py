"""`congkhai loa` and `congkhai tin` on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.test_cli import congkhai

DAY = ("--date", "2026-11-23")
PAGE, OTHER = "lay-y-kien/LYK-2026-04", "lay-y-kien/LYK-2026-03"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample commune, to write into."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT / "xa" / "xa-mau", root / "xa" / "xa-mau")
    return root


def of(content: Path) -> tuple[str, ...]:
    return ("--content", str(content), "--tinh", str(CONTENT / "tinh"), *DAY)


def test_a_page_is_read_with_title_and_reading_time() -> None:
    said = congkhai("loa", "xa-mau", PAGE, *DAY)
    assert said.returncode == 0, said.stderr
    lines = said.stdout.splitlines()
    assert lines[0].startswith("Đặt điểm tập kết rác ở xóm Suối Mẫu (khoảng 1 phút ")
    assert lines[2] == "Đài truyền thanh xã Mẫu."


def test_without_a_page_it_is_the_bulletin_of_the_day() -> None:
    said = congkhai("loa", "00000", "--date", "2026-11-25")
    assert said.stdout.startswith("Bản tin trong ngày (khoảng ")
    assert "Bản tin công khai, thứ Tư, ngày hai mươi lăm tháng mười một." in said.stdout
    assert "Chủ tịch Ủy ban nhân dân xã tiếp công dân thứ Năm" in said.stdout


def test_an_id_alone_is_enough_where_one_page_has_it() -> None:
    assert (
        congkhai("loa", "xa-mau", "LYK-2026-04", *DAY).stdout
        == congkhai("loa", "xa-mau", PAGE, *DAY).stdout
    )
    both = congkhai("loa", "xa-mau", "DA-2026-01", *DAY)
    assert both.returncode == 2
    assert "du-an/DA-2026-01, giam-sat/DA-2026-01" in both.stderr


def test_scripts_and_messages_are_written_one_file_a_page(tmp_path: Path) -> None:
    for command in ("loa", "tin"):
        out = tmp_path / command
        said = congkhai(command, "xa-mau", "--tat-ca", "--out", str(out), *DAY)
        assert said.returncode == 0, said.stderr
        text = (out / "lay-y-kien_LYK-2026-04.txt").read_text(encoding="utf-8")
        assert text.startswith("Đặt điểm tập kết rác ở xóm Suối Mẫu")
        assert f"{len(list(out.iterdir()))} tệp" in said.stdout


def test_messages_come_with_their_counts() -> None:
    said = congkhai("tin", "xa-mau", PAGE, *DAY)
    assert "SMS không dấu (117/160 ký tự):\nUBND xa Mau: " in said.stdout
    assert "SMS có dấu (70/70 ký tự):\nĐặt điểm" in said.stdout


def test_messages_of_a_quiet_day_say_so() -> None:
    assert congkhai("tin", "xa-mau", "--date", "2026-11-23").stdout.startswith("Hôm nay không có tin mới.")


def test_where_a_link_does_not_fit_it_is_said(content: Path) -> None:
    profile = content / "xa" / "xa-mau" / "xa.yml"
    text = profile.read_text(encoding="utf-8")
    long = "https://trang-thong-tin-cong-khai.xa-mau.thai-nguyen.example/"
    profile.write_text(text.replace("https://xa-mau.example/", long), encoding="utf-8")
    said = congkhai("tin", "xa-mau", PAGE, *of(content))
    assert "địa chỉ trang dài quá nên không kèm" in said.stdout


def test_a_run_is_noted_once_and_a_short_one_is_warned_of(content: Path) -> None:
    file = content / "xa" / "xa-mau" / f"{OTHER}.yml"
    told = ("loa", "xa-mau", OTHER, *of(content), "--da-phat")
    first = congkhai(*told, "16/11/2026")
    assert first.returncode == 0, first.stderr
    assert "đã ghi phát loa ngày 16/11/2026" in first.stdout
    assert "Luật đòi phát ít nhất 3 ngày liền, mới ghi 1 ngày." in first.stdout
    whole = congkhai(*told, "16/11/2026", "--den", "2026-11-18")
    assert "Luật đòi" not in whole.stdout
    before = file.read_bytes()
    assert "đã ghi rồi" in congkhai(*told, "17/11/2026").stdout
    assert file.read_bytes() == before
    assert b"tu_ngay: 2026-11-16\n      den_ngay: 2026-11-18" in before


def test_a_file_with_comments_stays_and_the_status_says_so(content: Path) -> None:
    file = content / "xa" / "xa-mau" / f"{OTHER}.yml"
    file.write_text("# giữ\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = file.read_bytes()
    said = congkhai("loa", "xa-mau", OTHER, *of(content), "--da-phat", "16/11/2026")
    assert (said.returncode, file.read_bytes()) == (1, before)
    assert "ghi chú (#)" in said.stderr


def test_a_commune_with_errors_is_not_read_out(content: Path) -> None:
    (content / "xa" / "xa-mau" / f"{OTHER}.yml").write_text("ma: sai\n", encoding="utf-8")
    said = congkhai("loa", "xa-mau", PAGE, *of(content))
    assert said.returncode == 1
    assert "LYK-2026-03.yml" in said.stdout
    assert "Đài truyền thanh" not in said.stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("loa", "xa-khong-co"), "xa-khong-co"),
        (("loa", "xa-phu-dinh"), "chưa tiếp nhận"),
        (("tin", "xa-mau", "du-an/DA-9999"), "du-an/DA-9999"),
        (("loa", "xa-mau", "--da-phat", "16/11/2026"), "trang nào"),
        (("loa", "xa-mau", PAGE, "--den", "16/11/2026"), "--da-phat"),
        (("loa", "xa-mau", PAGE, "--da-phat", "16/11/2026", "--den", "15/11/2026"), "trước ngày đầu"),
        (("loa", "xa-mau", PAGE, "--da-phat", "22/11/2026", "--den", "24/11/2026"), "chưa tới"),
        (("loa", "xa-mau", PAGE, "--da-phat", "hôm qua"), "--da-phat"),
        (("tin", "xa-mau", PAGE, "--out", "README.md"), "--out"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_ends_with_status_2_and_says_why(arguments: tuple[str, ...], why: str) -> None:
    said = congkhai(*arguments, *DAY)
    assert said.returncode == 2
    assert why in said.stderr
    assert "Xem cách dùng" in said.stderr
