"""`congkhai thu-hoi`: what slipped out is nowhere in the site any more, whatever else is wrong."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import app
from generator.cli.vietnamese import run
from generator.core import Level, State
from generator.inspection import Question, inspect_commune
from generator.load import load_commune
from generator.province import Province
from generator.publish import Order, publish
from generator.withdraw import CannotWithdrawError, plan_withdrawal
from tests.conftest import CONTENT, DAY

PROJECT, PAGE, ATTACHMENT = "du-an/DA-2026-09.yml", "du-an/DA-2026-09/", "tep/bi-mat.pdf"
ATTACHED = ("du-an", "giam-sat", "van-ban")
SECRETS = ("Bí Mật", "Bí mật", "bi-mat.pdf")
TEXT = """ma: DA-2026-09
ten: Sửa nhà bà Bí Mật
tinh_trang: chuan_bi
muc_tieu: Bí mật.
cong_khai:
  van_ban:
    co_quan: UBND xã Mẫu
    tep: tep/bi-mat.pdf
"""
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """The sample commune alone, of some kinds, with one project more, which names a secret."""
    content, sample = tmp_path / "content", CONTENT / "xa" / "xa-mau"
    root = content / "xa" / "xa-mau"
    shutil.copytree(CONTENT / "tinh", content / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    for name in ("du-an", "ban-giam-sat-dau-tu", "van-ban", *(f"tep/{name}" for name in ATTACHED)):
        shutil.copytree(sample / name, root / name)
    for name in ("xa.yml", "bao-nham.yml", "tiep-cong-dan.yml"):
        shutil.copy(sample / name, root / name)
    for file in sample.glob("tep/*.*"):
        shutil.copy(file, root / "tep")
    (root / PROJECT).write_text(TEXT, encoding="utf-8")
    (root / ATTACHMENT).write_bytes(PDF)
    return Order(content, content / "tinh", tmp_path / "site", DAY)


def root_of(order: Order) -> Path:
    return order.content / "xa" / "xa-mau"


def built(order: Order) -> State:
    """What stands at the commune's address after a build."""
    return publish(order).outcomes[0].state


def traces(order: Order) -> list[str]:
    """Files of the output folder that hold a secret or are named by it."""
    return [
        path.relative_to(order.out).as_posix()
        for path in sorted(order.out.rglob("*"))
        if path.is_file() and any(s.encode() in path.read_bytes() or s in path.name for s in SECRETS)
    ]


def withdraw(order: Order, name: str, reason: str = "Lộ tên một người dân.") -> None:
    plan_withdrawal(root_of(order), name, reason, DAY).do()


def break_something(order: Order) -> None:
    (root_of(order) / "tiep-cong-dan.yml").write_text("lich: x\n", encoding="utf-8")


def test_a_record_leaves_pages_data_and_attachments_and_a_dated_notice_stays(order: Order) -> None:
    assert built(order) is State.PUBLISHED
    before = traces(order)
    assert f"xa-mau/{PAGE}index.html" in before
    assert f"xa-mau/{ATTACHMENT}" in before
    assert "xa-mau/du-an/du-lieu.csv" in before

    withdraw(order, PROJECT)

    assert not (root_of(order) / PROJECT).exists()
    assert not (root_of(order) / ATTACHMENT).exists()
    assert built(order) is State.PUBLISHED
    assert traces(order) == []
    page = (order.out / "xa-mau" / PAGE / "index.html").read_text("utf-8")
    assert "đã thu hồi ngày 22/11/2026" in page
    assert "lộ tên một người dân" in page
    assert 'name="robots" content="noindex' in page
    listed = (order.out / "xa-mau" / "thu-hoi" / "index.html").read_text("utf-8")
    assert "Dự án, công trình" in listed
    assert json.loads((order.out / "xa-mau" / "thu-hoi" / "du-lieu.json").read_text("utf-8")) == {
        "thu_hoi": [{"dia_chi": PAGE, "ngay": "2026-11-22", "ly_do": "Lộ tên một người dân."}]
    }


def test_a_record_withdrawn_is_not_told_as_lost(order: Order) -> None:
    publish(order)
    withdraw(order, PROJECT)
    assert "no_longer_there" not in {problem.code for problem in publish(order).problems}


def test_with_another_error_the_old_site_does_not_stay_up_with_what_was_withdrawn(order: Order) -> None:
    publish(order)
    withdraw(order, PROJECT)
    break_something(order)
    assert built(order) is State.WAITING
    assert traces(order) == []
    assert (order.out / "xa-mau" / "index.html").is_file()


def test_once_gone_an_error_keeps_the_site_as_ever(order: Order) -> None:
    withdraw(order, PROJECT)
    publish(order)
    break_something(order)
    assert built(order) is State.KEPT
    assert "đã thu hồi" in (order.out / "xa-mau" / PAGE / "index.html").read_text("utf-8")


def test_an_attachment_goes_with_every_mention(order: Order, province: Province) -> None:
    other = root_of(order) / "du-an" / "DA-2026-03.yml"
    other.write_text(
        other.read_text("utf-8") + f"  van_ban:\n    co_quan: A\n    tep: {ATTACHMENT}\n", "utf-8"
    )
    publish(order)
    withdraw(order, ATTACHMENT)
    commune, problems = load_commune(root_of(order), province)
    assert commune
    assert "attachment_missing" not in {problem.code for problem in problems}
    publish(order)
    left = [path for path in order.out.rglob("*") if path.is_file()]
    assert [path for path in left if b"bi-mat.pdf" in path.read_bytes() or "bi-mat" in path.name] == []


def test_an_item_that_is_nothing_without_its_picture_goes_whole(order: Order, province: Province) -> None:
    with_photo = root_of(order) / "du-an" / "DA-2026-01.yml"
    photo = "tep/du-an/duong-na-mau-khe-da-ranh-nuoc.jpg"
    assert photo in with_photo.read_text("utf-8")
    withdraw(order, photo)
    assert photo not in with_photo.read_text("utf-8")
    commune, _ = load_commune(root_of(order), province)
    assert commune


def test_a_new_record_under_the_same_name_takes_the_address_again(order: Order) -> None:
    withdraw(order, PROJECT)
    (root_of(order) / PROJECT).write_text(TEXT.partition("cong_khai")[0], encoding="utf-8")
    report = publish(order)
    assert report.outcomes[0].state is not State.PUBLISHED
    assert [p.code for p in report.problems if p.level is Level.ERROR] == ["withdrawn_returned"]
    (root_of(order) / "thu-hoi.yml").unlink()
    assert built(order) is State.PUBLISHED
    assert "Sửa nhà bà" in (order.out / "xa-mau" / PAGE / "index.html").read_text("utf-8")


def test_withdrawing_again_on_the_same_day_leaves_one_entry(order: Order) -> None:
    withdraw(order, PROJECT)
    (root_of(order) / PROJECT).write_text(TEXT, encoding="utf-8")
    withdraw(order, PROJECT, "Lộ tên lần nữa.")
    assert (root_of(order) / "thu-hoi.yml").read_text("utf-8") == (
        f"thu_hoi:\n  - tep: {PROJECT}\n    ngay: 2026-11-22\n    ly_do: Lộ tên lần nữa.\n"
    )


@pytest.mark.parametrize(
    ("name", "reason", "said"),
    [
        ("du-an/khong-co.yml", "Lộ tên.", "không có tệp"),
        ("../xa-mau/du-an/DA-2026-09.yml", "Lộ tên.", "không có tệp"),
        ("../../tinh/tinh.yml", "Lộ tên.", "không có tệp"),
        ("xa.yml", "Lộ tên.", "xóa riêng phần bị lộ"),
        ("bao-nham.yml", "Lộ tên.", "xóa riêng phần bị lộ"),
        (PROJECT, "Lộ số 0912345678 của dân.", "không nhắc thông tin"),
        (PROJECT, "Lộ số căn cước 019085001234.", "không nhắc thông tin"),
        (PROJECT, " ", "một câu ngắn"),
    ],
)
def test_what_cannot_be_withdrawn_is_refused_and_nothing_is_touched(
    order: Order, name: str, reason: str, said: str
) -> None:
    with pytest.raises(CannotWithdrawError, match=said):
        plan_withdrawal(root_of(order), name, reason, DAY)
    assert (root_of(order) / PROJECT).read_text("utf-8") == TEXT
    assert not (root_of(order) / "thu-hoi.yml").exists()


Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(order: Order, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(
            sys,
            "argv",
            ["congkhai", "thu-hoi", *arguments, "--content", str(order.content), "--date", "2026-11-22"],
        )
        status = run(app)
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


def test_the_command_does_it_and_says_what_comes_next(order: Order, command: Command) -> None:
    status, said = command("xa-mau", PROJECT, "--ly-do", "Lộ tên một người dân.", "--dong-y")
    assert status == 0
    assert "lịch sử git" in said
    assert not (root_of(order) / PROJECT).exists()


def test_the_command_names_what_is_now_wrong_elsewhere(order: Order, command: Command) -> None:
    name = "van-ban/2025-19-qd-ubnd.yml"
    status, said = command("xa-mau", name, "--ly-do", "Lộ tên một người dân.", "--dong-y")
    assert status == 1
    before, _, after = said.partition("Đã thu hồi")
    for part in (before, after):
        assert "Văn bản này đã thu hồi ngày 22/11/2026; xóa dòng này." in part
    assert "tạm thay bằng lời báo" in after


def test_what_is_about_a_withdrawn_record_goes_along_and_the_site_builds(
    order: Order, command: Command
) -> None:
    name, board = "du-an/DA-2026-01.yml", "ban-giam-sat-dau-tu/DA-2026-01.yml"
    status, said = command("xa-mau", name, "--ly-do", "Phần mô tả có số điện thoại riêng.", "--dong-y")
    assert status == 0
    assert f"Tệp {board} nói về tệp này" in said
    assert not (root_of(order) / board).exists()
    assert f"  - tep: {board}\n    ngay: 2026-11-22\n    ly_do: Đi kèm {name} đã thu hồi.\n" in (
        root_of(order) / "thu-hoi.yml"
    ).read_text("utf-8")
    assert built(order) is State.PUBLISHED


def test_a_board_whose_project_was_withdrawn_by_hand_is_told_when(order: Order, province: Province) -> None:
    withdraw(order, "du-an/DA-2026-01.yml")
    found = inspect_commune(Question(province, DAY), root_of(order))
    assert [(p.code, p.hint) for p in found if p.level is Level.ERROR] == [
        ("project_unknown", "Dự án này đã thu hồi ngày 22/11/2026; thu hồi luôn tệp này.")
    ]


def test_a_withdrawn_attachment_that_is_named_again_is_told_with_day_and_reason(
    order: Order, province: Province
) -> None:
    withdraw(order, ATTACHMENT)
    (root_of(order) / PROJECT).write_text(TEXT, encoding="utf-8")
    found = inspect_commune(Question(province, DAY), root_of(order))
    (told,) = [p for p in found if p.code == "attachment_missing"]
    assert "đã thu hồi ngày 22/11/2026, vì: Lộ tên một người dân" in told.message
    assert told.hint.startswith("Xóa dòng ghi tệp này")


def test_a_number_in_the_name_of_a_withdrawn_file_is_written_down_nowhere(
    order: Order, province: Province
) -> None:
    name = "tep/danh-sach-036195002468.pdf"
    (root_of(order) / name).write_bytes(PDF)
    withdraw(order, name)
    noted = (root_of(order) / "thu-hoi.yml").read_text("utf-8")
    assert "tep: tep/danh-sach-0361••••••68.pdf" in noted
    assert inspect_commune(Question(province, DAY), root_of(order)) is not None
    assert built(order) is State.PUBLISHED
    assert [p.name for p in order.out.rglob("*") if p.is_file() and b"036195002468" in p.read_bytes()] == []
    (root_of(order) / name).write_bytes(PDF)
    codes = {p.code for p in inspect_commune(Question(province, DAY), root_of(order))}
    assert "withdrawn_returned" in codes


def test_where_the_province_is_not_found_nothing_is_touched(order: Order, command: Command) -> None:
    shutil.rmtree(order.content / "tinh")
    status, said = command("xa-mau", PROJECT, "--ly-do", "Lộ tên một người dân.", "--dong-y")
    assert status == 2
    assert "--tinh" in said
    assert (root_of(order) / PROJECT).read_text("utf-8") == TEXT


def test_where_the_province_is_wrong_nothing_is_touched(order: Order, command: Command) -> None:
    (order.content / "tinh" / "tinh.yml").write_text("x\n", encoding="utf-8")
    status, said = command("xa-mau", PROJECT, "--ly-do", "Lộ tên một người dân.", "--dong-y")
    assert status == 2
    assert "Chưa xóa gì" in said
    assert (root_of(order) / PROJECT).read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("answer", "done"), [("", False), ("\n", False), ("không\n", False), ("có\n", True)]
)
def test_the_command_asks_first(
    order: Order, command: Command, monkeypatch: pytest.MonkeyPatch, answer: str, done: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    status, said = command("xa-mau", PROJECT, "--ly-do", "Lộ tên một người dân.")
    assert status == (0 if done else 1)
    assert ("Chưa làm gì" in said) is not done
    assert (root_of(order) / PROJECT).exists() is not done
