"""The pipeline as a whole: errors keep what was published, builds are swapped in, nothing foreign is touched."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import publish as publish_module
from generator.compose import compose
from generator.core import Level, State
from generator.fields.base import Model
from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.ledger import NAME, read_ledger
from generator.load import NoSuchCommuneError
from generator.publish import NotOursError, Order, Report, publish
from generator.swap import put, restore, staging
from tests.conftest import CONTENT, DAY, ROOT, until, write_tree

GOOD = 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'
SAMPLE = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two small communes and the real province."""
    root = write_tree(
        tmp_path / "content",
        {"xa/xa-phu-dinh/xa.yml": GOOD, "xa/xa-mau/xa.yml": SAMPLE},
    )
    shutil.copytree(CONTENT / "tinh", root / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    return root


Build = Callable[..., Report]


@pytest.fixture
def build(content: Path, tmp_path: Path) -> Build:
    def run(*only: str, jobs: int = 1) -> Report:
        order = Order(content, content / "tinh", tmp_path / "site", DAY, only, jobs, everything=True)
        return publish(order)

    return run


def states(report: Report) -> dict[str, State]:
    return {outcome.slug: outcome.state for outcome in report.outcomes}


def mtimes(folder: Path) -> dict[str, int]:
    return {str(p.relative_to(folder)): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_a_commune_with_an_error_keeps_its_last_good_site_and_the_others_go_on(
    build: Build, content: Path, tmp_path: Path
) -> None:
    assert build().good
    before = mtimes(tmp_path / "site" / "xa-mau")
    write_tree(content, {"xa/xa-mau/xa.yml": SAMPLE + "so_dien_thoai: 1\n"})
    report = build()
    assert not report.good
    assert states(report) == {"xa-mau": State.KEPT, "xa-phu-dinh": State.PUBLISHED}
    assert mtimes(tmp_path / "site" / "xa-mau") == before
    assert "bản mới có lỗi, đang giữ bản cũ" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_commune_with_an_error_and_no_earlier_site_gets_a_page_that_says_so(
    build: Build, content: Path, tmp_path: Path
) -> None:
    write_tree(content, {"xa/xa-mau/xa.yml": "ma: 0\n"})
    report = build()
    assert states(report)["xa-mau"] is State.WAITING
    page = (tmp_path / "site" / "xa-mau" / "index.html").read_text("utf-8")
    assert "chưa dựng được" in page
    write_tree(content, {"xa/xa-mau/xa.yml": SAMPLE})
    assert states(build())["xa-mau"] is State.PUBLISHED


def test_two_errors_in_a_row_still_keep_the_good_site(build: Build, content: Path, tmp_path: Path) -> None:
    build()
    before = mtimes(tmp_path / "site" / "xa-mau")
    write_tree(content, {"xa/xa-mau/xa.yml": "ma: 0\n"})
    build()
    assert states(build())["xa-mau"] is State.KEPT
    assert mtimes(tmp_path / "site" / "xa-mau") == before


def test_an_error_of_the_province_changes_nothing_at_all(
    build: Build, content: Path, tmp_path: Path
) -> None:
    build()
    before = mtimes(tmp_path / "site")
    write_tree(content, {"tinh/tinh.yml": "ten: Tỉnh Thái Nguyên\n"})
    report = build()
    assert report.stopped
    assert [(p.code, p.place.path.endswith("tinh/tinh.yml")) for p in report.problems] == [
        ("missing", True)
    ]
    assert mtimes(tmp_path / "site") == before


def test_a_commune_taken_out_of_the_content_leaves_the_site(
    build: Build, content: Path, tmp_path: Path
) -> None:
    build()
    shutil.rmtree(content / "xa" / "xa-phu-dinh")
    assert states(build()) == {"xa-mau": State.PUBLISHED}
    assert not (tmp_path / "site" / "xa-phu-dinh").exists()


def test_only_builds_what_is_named_by_slug_or_code_and_leaves_the_rest(
    build: Build, tmp_path: Path
) -> None:
    build()
    before = mtimes(tmp_path / "site" / "xa-mau")
    report = build("05602")
    assert set(states(report)) == {"xa-mau", "xa-phu-dinh"}
    assert mtimes(tmp_path / "site" / "xa-mau") == before
    with pytest.raises(NoSuchCommuneError):
        build("xa-khong-co")


def test_a_folder_of_something_else_is_never_written_into(build: Build, tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"luan-van.docx": "của người khác"})
    with pytest.raises(NotOursError):
        build()
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["luan-van.docx"]


def test_a_file_that_somebody_put_into_the_site_stays(build: Build, tmp_path: Path) -> None:
    build()
    write_tree(tmp_path / "site", {"CNAME": "congkhai.example"})
    build()
    assert (tmp_path / "site" / "CNAME").read_text() == "congkhai.example"


def test_several_processes_build_the_same_as_one(build: Build, tmp_path: Path) -> None:
    build(jobs=1)
    one = {name: (tmp_path / "site" / name).read_bytes() for name in mtimes(tmp_path / "site")}
    build(jobs=2)
    two = {name: (tmp_path / "site" / name).read_bytes() for name in mtimes(tmp_path / "site")}
    assert one == two


def test_a_bug_during_the_build_leaves_the_old_site_and_nothing_beside_it(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    before = mtimes(tmp_path / "site")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(publish_module, "publish_province", broken)
    with pytest.raises(RuntimeError):
        build()
    assert mtimes(tmp_path / "site") == before
    assert {path.name for path in tmp_path.iterdir()} == {"content", "site", ".site.khoa", ".site.nguon"}


def test_a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up(
    build: Build, content: Path, tmp_path: Path
) -> None:
    build()
    complete = set(mtimes(tmp_path / "site"))
    command = [sys.executable, "-m", "generator", "build", "--content", str(content)]
    for wait in (0.2, 0.5, 0.8):
        process = subprocess.Popen(
            [*command, "--out", str(tmp_path / "site"), "--date", str(DAY), "--jobs", "1", "--all"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        process.kill()
        process.wait()
        assert set(mtimes(tmp_path / "site")) == complete
    build()
    assert [path.name for path in tmp_path.iterdir() if "dang-dung" in path.name] == []


def test_the_ledger_names_what_is_ours(build: Build, tmp_path: Path) -> None:
    build()
    written = json.loads((tmp_path / "site" / NAME).read_text("utf-8"))
    assert [entry["slug"] for entry in written["communes"]] == ["xa-mau", "xa-phu-dinh"]
    ledger = read_ledger(tmp_path / "site")
    assert ledger
    assert ledger.names() | {NAME} == {path.name for path in (tmp_path / "site").iterdir()}


def test_a_file_that_has_not_changed_keeps_its_time(build: Build, content: Path, tmp_path: Path) -> None:
    """Web servers tell by it whether a browser must fetch the file again."""
    build()
    for path in (tmp_path / "site").rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    write_tree(content, {"xa/xa-mau/xa.yml": f"{SAMPLE}tru_so: {{dia_chi: Đường Trung Tâm}}\n"})
    build()
    site = tmp_path / "site"
    kept = {name for name, time in mtimes(site).items() if time == 1_700_000_000 * 10**9}
    assert "xa-mau/index.html" not in kept
    assert {"xa-mau/assets/bieu-tuong.svg", "xa-phu-dinh/index.html", "404.html"} <= kept


def test_put_exchanges_whole_folders(tmp_path: Path) -> None:
    write_tree(tmp_path, {"new/a": "mới", "old/b": "cũ"})
    put(tmp_path / "new", tmp_path / "old")
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["a"]


def test_put_works_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.swap._exchange", lambda new, old: False)
    write_tree(tmp_path, {"bin/new/a": "mới", "old/b": "cũ"})
    put(tmp_path / "bin" / "new", tmp_path / "old")
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["a"]


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from generator.swap import staging\n"
        "with staging(Path(sys.argv[1])): print('in', flush=True); time.sleep(1.0)"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "site")], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert first.stdout
    assert first.stdout.readline() == b"in\n"
    start = time.monotonic()
    with staging(tmp_path / "site"):
        waited = time.monotonic() - start
    first.wait()
    first.stdout.close()
    assert waited > 0.3


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="POSIX signals")
def test_ctrl_c_says_that_the_old_site_is_whole(content: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from generator.cli import main; main()", "build"]
    process = subprocess.Popen(
        [*command, "--content", str(CONTENT), "--out", str(tmp_path / "site"), "--jobs", "1"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    until(lambda: any(tmp_path.glob(".site-dang-dung-*/*/index.html")))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Trang cũ vẫn nguyên" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "site").exists()


def test_a_site_that_a_killed_build_had_moved_aside_comes_back(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    old = tmp_path / "site" / "xa-mau"
    monkeypatch.setattr("generator.swap._exchange", lambda new, old: False)
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "never-built", old)
    assert not old.exists()
    restore(tmp_path / "site", ["xa-mau"])
    assert (old / "index.html").is_file()
    assert build().good
    assert [path.name for path in (tmp_path / "site").glob(".*.cu")] == []


def test_a_build_of_one_commune_waits_for_the_other_and_then_counts_its_sites(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    command = [sys.executable, "-m", "generator", "build", "--content", str(content), "--out", str(out)]
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: any(tmp_path.glob(".site-dang-dung-*")))
    publish(Order(content, content / "tinh", out, DAY, ("xa-mau",)))
    assert first.wait(timeout=60) == 0
    ledger = read_ledger(out)
    assert ledger
    assert {outcome.slug for outcome in ledger.outcomes} == {"xa-mau", "xa-phu-dinh"}


def test_half_a_photograph_is_a_problem_of_its_commune_alone(
    build: Build, content: Path, tmp_path: Path
) -> None:
    picture = next((CONTENT / "xa" / "xa-mau" / "tep").rglob("*.jpg")).read_bytes()
    text = SAMPLE + "ban_do: {tep: tep/ban-do.jpg, mo_ta: Giáp sông}\n"
    write_tree(content, {"xa/xa-mau/xa.yml": text, "xa/xa-mau/tep/ban-do.jpg": ""})
    (content / "xa" / "xa-mau" / "tep" / "ban-do.jpg").write_bytes(picture[: len(picture) // 2])
    report = build()
    assert states(report) == {"xa-mau": State.WAITING, "xa-phu-dinh": State.PUBLISHED}


def test_the_table_of_a_kind_is_made_as_often_whatever_the_number_of_records(
    sample: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    table = Kind.table

    def counted(kind: Kind[Any], scope: Scope) -> list[Model]:
        made.append(kind.name)
        return table(kind, scope)

    monkeypatch.setattr(Kind, "table", counted)
    drafts = compose(sample)
    assert len(drafts) > 2 * len(made)
    assert max(made.count(kind.name) for kind in kinds()) <= 2


def test_a_file_that_is_gone_since_the_last_build_is_told_once(
    build: Build, content: Path, tmp_path: Path
) -> None:
    project = "ma: DA-01\nten: Đường\ntinh_trang: chuan_bi\n"
    write_tree(content, {"xa/xa-mau/du-an/DA-01.yml": project})
    build()
    checks = json.loads((tmp_path / "site" / "kiem-tra.json").read_text("utf-8"))
    mau = next(xa for xa in checks["xa"] if xa["slug"] == "xa-mau")
    assert mau["da_cong_khai"] == {"du-an": 1, "gioi-thieu": 1}
    (content / "xa" / "xa-mau" / "du-an" / "DA-01.yml").unlink()
    report = build()
    gone = [p for p in report.problems if p.code == "no_longer_there"]
    assert [(p.place.path[-7:], p.level) for p in gone] == [("/xa-mau", Level.NOTICE)]
    assert "DA-01" in (tmp_path / "site" / "xa-mau" / "kiem-tra" / "index.html").read_text("utf-8")
    assert not [p for p in build().problems if p.code == "no_longer_there"]
