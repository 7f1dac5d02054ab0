"""The command `import-procedures`: what it says, in Vietnamese, and how it ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import app
from generator.cli.vietnamese import run
from tests.imports.portal_data import CODE, answer, flat

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in an empty folder: exit status and everything said."""

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["congkhai", "import-procedures", *arguments])
        status = run(app)
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


def write(folder: Path, name: str, value: object) -> str:
    (folder / name).write_text(json.dumps(value), encoding="utf-8")
    return name


def test_added_changed_same_and_gone_are_said(command: Command, tmp_path: Path) -> None:
    both = write(tmp_path, "a.json", [flat(), flat("1.000002", ten="Thủ tục hai")])
    status, said = command(both, "--out", "tt", "--date", "2026-11-22")
    assert status == 0
    assert "Thêm mới (2):" in said
    assert "1.000002  Thủ tục hai" in said
    only = write(tmp_path, "b.json", [flat(ten="Tên khác")])
    _, said = command(only, "--out", "tt", "--date", "2026-12-01", "--day-du")
    assert "1.000001  Tên thủ tục" in said
    assert "Bãi bỏ / không còn trong danh mục (1):" in said
    assert "1.000002  Thủ tục hai (đến 30/11/2026)" in said
    _, said = command(only, "--out", "tt", "--date", "2026-12-02")
    assert "0 thêm, 0 đổi, 1 không đổi, 0 hết áp dụng" in said


def test_what_needs_a_person_is_grouped_and_told_whole_when_asked(command: Command, tmp_path: Path) -> None:
    many = [flat(f"1.0000{n:02}", ten=f"Thủ tục {n}", url="", la=f"giá trị {n}") for n in range(1, 15)]
    source = write(tmp_path, "a.json", many)
    _, said = command(source, "--out", "tt")
    assert "Mục của nguồn chưa có chỗ trong danh mục, chưa đưa vào: 14 chỗ, 14 thủ tục" in said
    assert "la (14): 1.000001, 1.000002" in said
    assert "và 4 mã nữa" in said
    _, said = command(source, "--out", "tt", "--chi-tiet")
    assert "1.000014  giá trị 14" in said


def test_a_bad_record_is_named_with_its_file_and_ends_with_status_1(
    command: Command, tmp_path: Path
) -> None:
    source = write(tmp_path, "a.json", [flat(), {"ten": "Không mã"}])
    status, said = command(source, "--out", "tt")
    assert status == 1
    assert "a.json:1:1: lỗi: bản ghi thứ 2: không có mã thủ tục" in said
    assert (tmp_path / "tt" / f"{CODE}.yml").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.json"],
        ["khong-co.json", "--out", "tt"],
        ["a.json", "--out", "a.json"],
        ["a.json", "--out", "tt", "--date", "hôm qua"],
    ],
)
def test_a_wrong_command_line_ends_with_status_2(
    command: Command, tmp_path: Path, arguments: list[str]
) -> None:
    write(tmp_path, "a.json", answer())
    assert command(*arguments)[0] == 2
