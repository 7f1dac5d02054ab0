"""Noting in which form a record was made public: one item, once, and nothing else of the file."""

from __future__ import annotations

import difflib
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.fields.posting import PostingForm
from generator.posting_runs import CannotNoteError, Run, longest, note
from tests.conftest import CONTENT
from tests.test_cli import congkhai

FILE = "lay-y-kien/LYK-2026-03.yml"
LOUDSPEAKER, BOARD = PostingForm.LOUDSPEAKER, PostingForm.NOTICEBOARD
PLACE = "6 cụm loa, mỗi xóm, bản một cụm, đặt tại nhà văn hóa"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A consultation of which no run is noted."""
    path = tmp_path / "xa" / "xa-mau" / FILE
    path.parent.mkdir(parents=True)
    shutil.copy(CONTENT / "xa" / "xa-mau" / FILE, path)
    assert "truyen_thanh" not in path.read_text(encoding="utf-8")
    return path


def run(first: int, last: int, place: str = PLACE) -> Run:
    return Run(LOUDSPEAKER, date(2026, 11, first), date(2026, 11, last), place)


def added(file: Path, content: bytes) -> list[str]:
    before = file.read_text(encoding="utf-8").splitlines()
    changed = difflib.ndiff(before, content.decode().splitlines())
    return [line for line in changed if line[:1] in "+-"]


def written(file: Path, *runs: Run) -> bytes:
    for each in runs:
        if content := note(file, each):
            file.write_bytes(content)
    return file.read_bytes()


def test_one_item_is_added_and_nothing_else_changed(file: Path) -> None:
    content = note(file, run(9, 11))
    assert content
    assert [line.strip("+ ") for line in added(file, content) if "hinh_thuc" not in line] == [
        "- loai: truyen_thanh",
        f"noi: {PLACE}",
        "tu_ngay: 2026-11-09",
        "den_ngay: 2026-11-11",
    ]


def test_what_is_written_is_canonical(file: Path) -> None:
    written(file, run(9, 11))
    assert congkhai("fmt", "--check", str(file)).returncode == 0


def test_the_same_days_are_never_noted_twice(file: Path) -> None:
    written(file, run(9, 11))
    assert note(file, run(9, 11)) is None
    assert note(file, run(10, 10)) is None
    assert note(file, run(9, 10, "nơi khác")) is None


def test_days_noted_one_by_one_become_one_run(file: Path) -> None:
    content = written(file, run(9, 9), run(11, 11), run(10, 10))
    assert content.count(b"truyen_thanh") == 1
    assert longest(content, file, LOUDSPEAKER) == 3


def test_a_run_elsewhere_or_after_a_pause_stands_for_itself(file: Path) -> None:
    content = written(file, run(2, 4), run(6, 7), run(8, 9, "Loa bản Khe Đá"))
    assert content.count(b"truyen_thanh") == 3
    assert longest(content, file, LOUDSPEAKER) == 3


def test_each_form_has_runs_of_its_own(file: Path) -> None:
    posted = Run(BOARD, date(2026, 11, 9), date(2026, 11, 12), "Nhà văn hóa xóm Suối Mẫu")
    content = written(file, run(9, 11), posted)
    assert (content.count(b"truyen_thanh"), content.count(b"niem_yet")) == (1, 2)
    assert (longest(content, file, LOUDSPEAKER), longest(content, file, BOARD)) == (3, 4)
    assert note(file, posted) is None


def test_a_run_that_was_still_open_is_closed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    open_run = "  hinh_thuc:\n    - loai: truyen_thanh\n      noi: Loa xóm\n      tu_ngay: 2026-11-09\n"
    head, _, _ = text.partition("  hinh_thuc:")
    file.write_text(head + open_run, encoding="utf-8")
    content = note(file, run(9, 11, ""))
    assert content
    assert [line.strip("+ ") for line in added(file, content)] == ["den_ngay: 2026-11-11"]


def test_a_file_with_comments_is_left_alone(file: Path) -> None:
    file.write_text("# Chị Lan giữ bản gốc\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CannotNoteError, match="ghi chú"):
        note(file, run(9, 11))


@pytest.mark.parametrize("wrong", ["ten: [", "ma: LYK-2026-03\n", ""])
def test_a_file_with_errors_is_left_alone(file: Path, wrong: str) -> None:
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(CannotNoteError, match="check"):
        note(file, run(9, 11))


def test_a_link_is_never_followed(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "noi-khac.yml"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    with pytest.raises(CannotNoteError):
        note(file, run(9, 11))
