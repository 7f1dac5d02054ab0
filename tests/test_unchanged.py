"""Builds that make only what has changed: never a page that a whole build would have made otherwise."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator import publish as publish_module
from generator import recalled as recalled_module
from generator.load import kept_province
from generator.publish import Job, Order, Report, publish
from generator.publish import memory as memory_module
from generator.publish.memory import read_memory
from generator.publish.orders import Built
from tests.conftest import CONTENT, DAY, write_tree

SLUGS = ("xa-mau", "xa-phu-dinh")
PROFILES = {
    "xa-mau": 'ma: "00000"\ntinh_trang: chinh_thuc\n',
    "xa-phu-dinh": 'ma: "05602"\ntinh_trang: chinh_thuc\n',
}
THIRD = {"xa-binh-thanh": 'ma: "05605"\ntinh_trang: chinh_thuc\n'}
PROJECT = "ma: {id}\nten: Đường {name}\ntinh_trang: chuan_bi\n"
ATTACHED = """tai_lieu:
  - {ten: Danh sách, ngay: 2026-09-01, tep: tep/danh-sach.csv}
anh:
  - {tep: tep/duong.png, mo_ta: Đường đang làm., ngay: 2026-09-01}
"""
PROCEDURES = 3


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two small communes and the real province with a few procedures."""
    root = write_tree(tmp_path / "content", {f"xa/{slug}/xa.yml": text for slug, text in PROFILES.items()})
    shutil.copytree(CONTENT / "tinh", root / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    (root / "tinh" / "thu-tuc").mkdir()
    for path in sorted((CONTENT / "tinh" / "thu-tuc").glob("*[0-9].yml"))[:PROCEDURES]:
        shutil.copy(path, root / "tinh" / "thu-tuc")
    return root


@pytest.fixture
def order(content: Path, tmp_path: Path) -> Order:
    return Order(content, content / "tinh", tmp_path / "site", DAY)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_build_without_a_change_does_nothing_and_says_so(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = publish(order)
    assert first.left == 0
    before = {path: path.stat().st_mtime_ns for path in order.out.rglob("*")}
    again = publish(order)
    assert (again.left, again.outcomes) == (2, first.outcomes)
    assert {path: path.stat().st_mtime_ns for path in order.out.rglob("*")} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda order: replace(order, day=DAY + timedelta(days=1)),
        lambda order: replace(order, compressed=True),
        lambda order: replace(order, everything=True),
    ],
)
def test_another_day_and_other_wishes_build_everything(
    order: Order, change: Callable[[Order], Order]
) -> None:
    publish(order)
    assert publish(change(order)).left == 0


def test_building_one_commune_anew_leaves_what_is_known_of_the_others(order: Order) -> None:
    publish(order)
    publish(replace(order, everything=True, only=("xa-mau",)))
    assert publish(order).left == 2


def test_of_the_province_only_what_is_made_of_a_change_is_made_anew(
    order: Order, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.overview.search"), "HELD", 1_000)
    _with_third(content)
    write_tree(content, {"xa/xa-phu-dinh/du-an/DA-1.yml": PROJECT.format(id="DA-1", name="A")})
    publish(order)
    before = _inodes(order.out)
    write_tree(content, {"xa/xa-phu-dinh/du-an/DA-1.yml": PROJECT.format(id="DA-1", name="B")})
    publish(order)
    after = _inodes(order.out)
    assert {"du-lieu/du-an.csv", "du-lieu/gioi-thieu.csv", "tim/2/pagefind-entry.json"} <= before.keys()
    assert {name for name in before if before[name] == after[name]} == {
        *(f"du-lieu/gioi-thieu.{form}" for form in ("csv", "json", "xlsx")),
        "tim/pagefind-entry.json",
    }


def test_a_site_that_was_broken_and_is_made_anew_is_no_longer_missed_by_the_province(
    order: Order, content: Path, tmp_path: Path
) -> None:
    _with_third(content)
    write_tree(content, {"xa/xa-phu-dinh/du-an/DA-1.yml": PROJECT.format(id="DA-1", name="A")})
    publish(order)
    shutil.rmtree(order.out / "xa-phu-dinh/tim/fragment")
    (order.out / "xa-phu-dinh/du-an/du-lieu.csv").unlink()
    write_tree(content, {"xa/xa-binh-thanh/du-an/DA-2.yml": PROJECT.format(id="DA-2", name="B")})
    publish(order)
    shutil.rmtree(order.out / "xa-phu-dinh")
    publish(order)
    publish(whole := replace(order, out=tmp_path / "whole"))
    assert tree(order.out) == tree(whole.out)


def test_what_was_made_of_a_province_that_was_edited_there_and_back_is_not_taken_over(
    order: Order, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(content, {"xa/xa-phu-dinh/du-an/DA-1.yml": PROJECT.format(id="DA-1", name="A")})
    settings = content / "tinh" / "tinh.yml"
    before = settings.read_text("utf-8")
    read = kept_province

    def edited(*asked: Any) -> Any:
        settings.write_text(before.replace("Thái Nguyên", "Khác Hẳn"), "utf-8")
        found = read(*asked)
        settings.write_text(before, "utf-8")
        return found

    monkeypatch.setattr(publish_module, "kept_province", edited)
    publish(order)
    monkeypatch.setattr(publish_module, "kept_province", read)
    publish(order)
    publish(whole := replace(order, out=tmp_path / "whole"))
    assert tree(order.out) == tree(whole.out)


def test_a_table_or_an_index_that_somebody_spoiled_is_made_anew(
    order: Order, content: Path, tmp_path: Path
) -> None:
    write_tree(content, {"xa/xa-phu-dinh/du-an/DA-1.yml": PROJECT.format(id="DA-1", name="A")})
    publish(order)
    shutil.rmtree(order.out / "tim" / "index")
    (order.out / "du-lieu" / "du-an.csv").write_text("x")
    write_tree(content, {"xa/xa-mau/du-an/DA-2.yml": PROJECT.format(id="DA-2", name="B")})
    publish(order)
    publish(whole := replace(order, out=tmp_path / "whole"))
    assert tree(order.out) == tree(whole.out)


def _with_third(content: Path) -> None:
    write_tree(content, {f"xa/{slug}/xa.yml": text for slug, text in THIRD.items()})


def _inodes(out: Path) -> dict[str, int]:
    """Of the province's tables and of what its indexes hold."""
    paths = [*out.glob("du-lieu/*.*"), *out.glob("tim/**/pagefind-entry.json")]
    return {path.relative_to(out).as_posix(): path.stat().st_ino for path in paths}


def test_another_version_of_the_program_builds_everything(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(order)
    monkeypatch.setattr(memory_module, "program", lambda: "another")
    assert publish(order).left == 0


def test_what_was_changed_while_a_build_ran_is_built_next_time(
    order: Order, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = publish_module.publish_commune

    def edited_meanwhile(job: Job, folder: Path) -> Built:
        found = whole(job, folder)
        write_tree(content, {"xa/xa-mau/du-an/DA-09.yml": PROJECT.format(id="DA-09", name="mới")})
        return found

    monkeypatch.setattr(publish_module, "publish_commune", edited_meanwhile)
    publish(order)
    monkeypatch.undo()
    assert publish(order).left == 1
    assert (order.out / "xa-mau" / "du-an" / "DA-09" / "index.html").is_file()


def test_nothing_is_believed_of_other_sites_or_after_a_build_that_was_killed_while_going_live(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(order)
    assert read_memory(order.out).communes.keys() == {*SLUGS}
    ledger = order.out / ".congkhai.json"
    ledger.write_bytes(ledger.read_bytes() + b" ")
    assert not read_memory(order.out).communes
    publish(order)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish_module, "put", killed)
    with pytest.raises(KeyboardInterrupt):
        publish(replace(order, day=DAY + timedelta(days=1)))
    assert not read_memory(order.out).communes


@pytest.mark.parametrize(
    ("own", "other"),
    [('"parts": {', '"parts": {"x": 5, '), ('"communes": {', '"communes": {"xa-mau": 5, '), ("{", "[{")],
)
def test_a_memory_that_somebody_has_spoiled_is_not_believed(order: Order, own: str, other: str) -> None:
    publish(order)
    memory = order.out.parent / f".{order.out.name}.nguon"
    memory.write_text(memory.read_text("utf-8").replace(own, other, 1), "utf-8")
    report = publish(order)
    assert (report.good, report.left) == (True, 0)
    assert publish(order).left == len(SLUGS)


def test_a_site_that_is_gone_is_built_again(order: Order) -> None:
    publish(order)
    shutil.rmtree(order.out / "xa-mau")
    assert publish(order).left == 1
    assert (order.out / "xa-mau" / "index.html").is_file()


def test_what_was_changed_and_changed_back_while_a_build_ran_is_built_next_time(
    order: Order, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, whole = content / "xa" / "xa-mau" / "xa.yml", publish_module.publish_commune
    good = profile.read_text("utf-8")

    def meanwhile_another(job: Job, folder: Path) -> Built:
        profile.write_text(f"{good}tru_so: {{dia_chi: Đường Trung Tâm}}\n", "utf-8")
        found = whole(job, folder)
        profile.write_text(good, "utf-8")
        return found

    monkeypatch.setattr(publish_module, "publish_commune", meanwhile_another)
    time.sleep(0.05)  # the clock of a file system ticks slowly
    publish(order)
    monkeypatch.undo()
    assert "Đường Trung Tâm" in _text(order)
    publish(order)
    assert "Đường Trung Tâm" not in _text(order)


def _text(order: Order) -> str:
    return (order.out / "xa-mau" / "lien-he" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "du-an" / "DA-01.yml").mkdir(parents=True),
        lambda folder: (folder / "thu muc la").mkdir(),
        lambda folder: os.mkfifo(folder / "ong.yml"),
        lambda folder: folder.rename(folder.parents[1] / "that") and folder.symlink_to("../that"),
    ],
)
def test_whatever_a_whole_build_would_judge_counts_as_a_change(
    order: Order, content: Path, change: Callable[[Path], object]
) -> None:
    publish(order)
    change(content / "xa" / "xa-mau")
    assert publish(order).left == 1


def test_what_another_version_wrote_is_not_believed(order: Order) -> None:
    publish(order)
    for text in ("{}", "[]", "null", '{"ledger": 1}'):
        order.out.with_name(".site.nguon").write_text(text)
        assert not read_memory(order.out).communes


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 12))]
)
def test_after_any_sequence_of_changes_the_sites_are_those_of_whole_builds(
    order: Order, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Both go through the same changes, since an old site is kept and what vanished is told once."""
    monkeypatch.setattr(import_module("generator.overview.search"), "HELD", 1_000)
    _with_third(content)
    chance = random.Random(seed)  # noqa: S311  no secret
    whole = replace(order, out=tmp_path / "whole", everything=True)
    left = 0
    for step in range(12):
        order = _changed(chance, step, order, content)
        told = publish(order)
        left += told.left
        with monkeypatch.context() as nothing_recalled:
            nothing_recalled.setattr(recalled_module, "_path", lambda *_: None)
            assert _compared(told) == _compared(publish(replace(whole, day=order.day)))
        assert tree(order.out) == tree(whole.out), step
    assert left


def test_attachments_with_other_bytes_are_read_and_drawn_anew(
    order: Order, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if nothing had been worked out before, though all that stays the same is recalled."""
    folder = content / "xa" / "xa-mau"
    write_tree(folder, {"du-an/DA-01.yml": PROJECT.format(id="DA-01", name=1)})
    pictures = set()
    for step in (1, 2):
        _attach(folder / "du-an" / "DA-01.yml", folder / "tep", step)
        publish(order)
        pictures.add((order.out / "xa-mau" / "tep" / "duong.png").read_bytes())
        report = (order.out / "xa-mau" / "kiem-tra" / "du-lieu.json").read_text("utf-8")
        assert f"••{step:02}" in report
    monkeypatch.setattr(recalled_module, "_path", lambda *_: None)
    publish(whole := replace(order, out=tmp_path / "whole"))
    assert tree(order.out) == tree(whole.out)
    assert len(pictures) == 2


def _compared(report: Report) -> tuple[object, ...]:
    return report.outcomes, report.stopped, report.good


def _changed(chance: random.Random, step: int, order: Order, content: Path) -> Order:
    """One change as people make them: edit, add, rename, delete, break, take a commune away, another day."""
    folder = content / "xa" / chance.choice((*SLUGS, *THIRD))
    projects = sorted(folder.glob("du-an/*.yml"))
    match chance.choice(
        ["add", "add", "edit", "attach", "rename", "delete", "break", "move", "day", "procedure", "none"]
    ):
        case "add":
            write_tree(folder, {f"du-an/DA-{step:02}.yml": PROJECT.format(id=f"DA-{step:02}", name=step)})
        case "edit" if projects:
            with projects[0].open("a", encoding="utf-8") as file:
                file.write(
                    f"dia_diem: Thôn {step}\n" if "dia_diem" not in projects[0].read_text("utf-8") else ""
                )
        case "attach" if projects:
            _attach(projects[0], folder / "tep", step)
        case "rename" if projects:
            projects[0].unlink()
            write_tree(folder, {f"du-an/DB-{step:02}.yml": PROJECT.format(id=f"DB-{step:02}", name="khác")})
        case "delete" if projects:
            projects[-1].unlink()
        case "break":
            profile = folder / "xa.yml"
            good = (PROFILES | THIRD)[folder.name]
            mended = profile.is_file() and profile.read_text("utf-8") != good
            write_tree(folder, {"xa.yml": good if mended else f"{good}khong_co: 1\n"})
        case "move" if not (content / "aside").is_dir():
            (content / "xa" / "xa-phu-dinh").rename(content / "aside")
        case "move":
            shutil.rmtree(content / "xa" / "xa-phu-dinh", ignore_errors=True)
            (content / "aside").rename(content / "xa" / "xa-phu-dinh")
        case "day":
            return replace(order, day=order.day + timedelta(days=1))
        case "procedure":
            found = sorted((content / "tinh" / "thu-tuc").glob("*.yml"))
            (found[0].unlink if len(found) > 1 else order.out.exists)()
    return order


def _attach(project: Path, folder: Path, step: int) -> None:
    """A picture and a list with other bytes under the same names."""
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (60, 40), (20 * step, 0, 0)).save(folder / "duong.png")
    (folder / "danh-sach.csv").write_text(f"Hộ,Điện thoại\nHộ {step},09123456{step:02}\n", "utf-8")
    if "tep/" not in (text := project.read_text("utf-8")):
        project.write_text(text + ATTACHED, "utf-8")
