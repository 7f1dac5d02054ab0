"""What was worked out last time: never for anything else, never needed, and only what is still asked for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from time import sleep, time

import pytest

from generator import recalled as module
from generator.load.texts import limits, read_content
from generator.qr import qr_of
from generator.recalled import DAYS, forget, recalled, recalling
from tests.conftest import CONTENT


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "congkhai"


def never() -> str:
    pytest.fail("worked out again")


def kept_in(cache: Path, name: str = "viec") -> Path:
    [path] = (cache / name).glob("*.json")
    return path


def test_it_is_worked_out_once_and_recalled_in_the_next_run(cache: Path, tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        assert recalled("a", lambda: "một") == "một"
        assert recalled("a", never) == "một"
    with recalling("viec", tmp_path):
        assert recalled("a", never) == "một"
    assert (cache / "viec").stat().st_mode & 0o777 == 0o700


def test_only_what_is_asked_for_is_kept_for_the_next_time(tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
        recalled("b", lambda: "hai")
        recalled("c", lambda: "ba")
    with recalling("viec", tmp_path):
        recalled("b", never)
        recalled("c", never)
        forget("c")
    with recalling("viec", tmp_path):
        assert recalled("b", never) == "hai"
        assert [recalled(key, lambda: "lại") for key in "ac"] == ["lại", "lại"]


def test_another_folder_and_another_work_know_nothing_of_it(tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
    (tmp_path / "khac").mkdir()
    for name, folder in (("viec", tmp_path / "khac"), ("viec-khac", tmp_path)):
        with recalling(name, folder):
            assert recalled("a", lambda: "khác") == "khác"


def test_a_spoiled_one_is_not_believed(cache: Path, tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
    path = kept_in(cache)
    path.write_text(path.read_text("ascii").replace("\\u1ed9", "o"), "ascii")
    with recalling("viec", tmp_path):
        assert recalled("a", lambda: "một") == "một"


def test_another_version_of_the_program_works_out_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
    monkeypatch.setattr(module, "program", lambda: "another")
    with recalling("viec", tmp_path):
        assert recalled("a", lambda: "mới") == "mới"


def test_an_error_inside_keeps_what_was_known_before(tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
    with pytest.raises(ZeroDivisionError), recalling("viec", tmp_path):
        raise ZeroDivisionError
    with recalling("viec", tmp_path):
        assert recalled("a", never) == "một"
    assert recalled("a", lambda: "ngoài") == "ngoài"


def test_more_than_there_is_room_for_is_worked_out_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 5)
    with recalling("viec", tmp_path):
        recalled("a", lambda: "dài quá rồi")
        recalled("b", lambda: "vừa")
    with recalling("viec", tmp_path):
        assert recalled("b", never) == "vừa"
        assert recalled("a", lambda: "lại") == "lại"


def test_without_a_place_everything_is_worked_out(cache: Path, tmp_path: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("a file in its place")
    for _ in range(2):
        with recalling("viec", tmp_path):
            assert recalled("a", lambda: "một") == "một"


def test_a_folder_that_somebody_else_could_have_filled_is_not_used(cache: Path, tmp_path: Path) -> None:
    with recalling("viec", tmp_path):
        recalled("a", lambda: "một")
    (cache / "viec").rename(tmp_path / "other")
    (cache / "viec").symlink_to(tmp_path / "other")
    with recalling("viec", tmp_path):
        assert recalled("a", lambda: "mới") == "mới"


def test_what_nobody_asks_for_any_more_is_cleared_away(cache: Path, tmp_path: Path) -> None:
    for folder in ("cu", "moi"):
        (tmp_path / folder).mkdir()
    with recalling("viec", tmp_path / "cu"):
        recalled("a", lambda: "một")
    old = kept_in(cache)
    then = time() - (DAYS + 1) * 86_400
    os.utime(old, (then, then))
    module._clear.cache_clear()
    with recalling("viec", tmp_path / "moi"):
        recalled("a", lambda: "một")
    assert kept_in(cache) != old


def test_what_was_worked_out_while_somebody_edited_is_worked_out_again(tmp_path: Path) -> None:
    """It may have been made of the new bytes under the key of the old ones."""
    folder = tmp_path / "xa"
    folder.mkdir()
    with recalling("viec", folder):
        recalled("a", lambda: "một")
        sleep(0.02)  # the clock of a file system is coarse
        (folder / "a.yml").write_text("a: 1\n")
    with recalling("viec", folder):
        assert recalled("a", lambda: "lại") == "lại"


def test_letters_that_are_none_are_kept_as_they_are(tmp_path: Path) -> None:
    """A broken file may hold half of a pair (UTF-16)."""
    with recalling("viec", tmp_path):
        recalled("\ud800", lambda: "\udfff một")
    with recalling("viec", tmp_path):
        assert recalled("\ud800", never) == "\udfff một"


def test_an_attachment_is_read_again_when_its_bytes_change(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tên,Số\nÔng A,1\n", "utf-8")
    seen = []
    for text in (None, None, "Tên,Số\nÔng B,2\n"):
        if text:
            path.write_text(text, "utf-8")
        with recalling("viec", tmp_path):
            seen.append(read_content(path))
    assert seen[0] == seen[1] != seen[2]


@pytest.mark.parametrize(
    "path", sorted((CONTENT / "xa" / "xa-mau" / "tep").glob("*.pdf"))[:6], ids=lambda p: p.name
)
def test_the_text_of_a_pdf_is_the_same_when_recalled(path: Path, tmp_path: Path) -> None:
    read = []
    for _ in range(2):
        module_of_texts_forgets()
        with recalling("viec", tmp_path):
            read.append(read_content(path))
    assert read[0] == read[1]
    assert read[0].pieces


def module_of_texts_forgets() -> None:
    from generator.load import texts

    texts._told.cache_clear()


def test_what_could_not_be_opened_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = sorted((CONTENT / "xa" / "xa-mau" / "tep").glob("*.pdf"))[0]
    path = shutil.copy(good, tmp_path / "a.pdf")
    from generator.load.texts import pdf

    def fails(*_: object) -> object:
        raise OSError

    module_of_texts_forgets()
    with monkeypatch.context() as disk, recalling("viec", tmp_path):
        disk.setattr(pdf, "_check_objects", fails)
        assert read_content(Path(path)).notes == (limits.broken(),)
    module_of_texts_forgets()
    with recalling("viec", tmp_path):
        assert read_content(Path(path)).pieces


def test_a_code_is_the_same_when_recalled(tmp_path: Path) -> None:
    drawn = qr_of("https://xa.example/a/")
    for _ in range(2):
        with recalling("viec", tmp_path):
            assert qr_of("https://xa.example/a/") == drawn
