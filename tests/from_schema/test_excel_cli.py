"""`congkhai excel`: out, back in, asked before anything is written or deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.from_schema.workbooks import PROJECTS, Edited
from tests.test_cli import congkhai

PROJECT = "ma: DA-01\nten: Cầu Khe Đá\ntinh_trang: chuan_bi\n"


def _where(content: Path) -> tuple[str, ...]:
    return "--content", str(content), "--tinh", str(CONTENT / "tinh")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content with one project of the fictional commune."""
    folder = tmp_path / "content"
    (folder / "xa" / "xa-mau" / "du-an").mkdir(parents=True)
    (folder / "xa" / "xa-mau" / "xa.yml").write_text(
        'ma: "00000"\ntinh_trang: chinh_thuc\n', encoding="utf-8"
    )
    (folder / "xa" / "xa-mau" / "du-an" / "DA-01.yml").write_text(PROJECT, encoding="utf-8")
    return folder


@pytest.fixture
def edited(content: Path, tmp_path: Path) -> Edited:
    """Its workbook, as the command makes it."""
    result = congkhai(
        "excel",
        "export",
        "xa-mau",
        "du-an",
        "--out",
        str(tmp_path / "bang.xlsx"),
        *_where(content),
    )
    assert (result.returncode, result.stderr) == (0, "")
    return Edited.of(tmp_path / "bang.xlsx", content / "xa" / "xa-mau")


def _import(edited: Edited, content: Path, *more: str, answer: str = "") -> tuple[int, str]:
    edited.book.save(edited.file)
    result = congkhai(
        "excel",
        "import",
        str(edited.file),
        "--into",
        "00000",
        *_where(content),
        *more,
        input=answer,
    )
    return result.returncode, result.stdout


def test_what_was_not_changed_writes_nothing(edited: Edited, content: Path) -> None:
    assert _import(edited, content) == (0, "Bảng không khác gì dữ liệu đang có.\n")


def test_a_change_is_told_and_written_only_after_a_yes(edited: Edited, content: Path) -> None:
    path = edited.folder / "du-an" / "DA-01.yml"
    edited.put(PROJECTS, 3, {"ten": "Cầu Khe Đá mới"})
    status, said = _import(edited, content, answer="\n")
    assert (status, path.read_text("utf-8")) == (1, PROJECT)
    assert "Tên: Cầu Khe Đá → Cầu Khe Đá mới\n" in said
    status, _ = _import(edited, content, answer="co\n")
    assert (status, path.read_text("utf-8")) == (0, PROJECT.replace("Khe Đá", "Khe Đá mới"))


def test_what_is_gone_is_deleted_only_where_that_is_asked_for(edited: Edited, content: Path) -> None:
    path = edited.folder / "du-an" / "DA-01.yml"
    edited.blank(PROJECTS, 3, but=["ma"])
    status, said = _import(edited, content, "--yes")
    assert (status, path.exists()) == (0, True)
    assert "Không còn trong bảng" in said
    status, _ = _import(edited, content, "--yes", "--xoa")
    assert (status, path.exists()) == (0, False)


def test_a_mistake_is_printed_with_sheet_and_cell_and_nothing_is_written(
    edited: Edited, content: Path
) -> None:
    edited.put(PROJECTS, 3, {"tinh_trang": "xong rồi"})
    edited.put(PROJECTS, 4, {"ma": "DA-02", "ten": "Kè", "tinh_trang": "Đang chuẩn bị"})
    status, said = _import(edited, content, "--yes")
    assert status == 1
    assert said.startswith(f"{PROJECTS}!C3: lỗi: “Tình trạng” ghi “xong rồi”")
    assert [path.name for path in (edited.folder / "du-an").iterdir()] == ["DA-01.yml"]


def test_what_only_rules_across_the_records_find_is_told_at_its_cell_before_anything_is_written(
    edited: Edited, content: Path
) -> None:
    path = edited.folder / "du-an" / "DA-01.yml"
    edited.put(PROJECTS, 3, {"tong_muc_dau_tu": "1,25 tỷ", "chu_dau_tu.ten": "UBND xã"})
    edited.put(f"{PROJECTS} - Nguồn vốn", 3, {"#0": "DA-01", "nguon": "Ngân sách xã", "so_tien": "1 tỷ"})
    status, said = _import(edited, content, "--yes")
    assert (status, path.read_text("utf-8")) == (1, PROJECT)
    assert said.startswith(f"{PROJECTS} - Nguồn vốn!A3: lỗi: ")
    assert "[sum_differs]" in said.splitlines()[0]


def test_a_workbook_that_is_there_is_not_written_over(edited: Edited, content: Path) -> None:
    before = edited.file.read_bytes()
    command = ("excel", "export", "xa-mau", "du-an", "--out", str(edited.file), *_where(content))
    assert congkhai(*command).returncode == 1
    assert edited.file.read_bytes() == before
    assert congkhai(*command, "--force").returncode == 0


def test_a_commune_with_mistakes_is_not_exported_by_halves(content: Path, tmp_path: Path) -> None:
    (content / "xa" / "xa-mau" / "du-an" / "DA-01.yml").write_text("ma: DA-01\n", encoding="utf-8")
    result = congkhai(
        "excel", "export", "xa-mau", "du-an", "--out", str(tmp_path / "x.xlsx"), *_where(content)
    )
    assert (result.returncode, (tmp_path / "x.xlsx").exists()) == (1, False)
    assert "DA-01.yml:2:1: lỗi: “Tên” còn thiếu" in result.stdout
