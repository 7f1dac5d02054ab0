"""The command line: Vietnamese only, stable exit status, JSON for machines."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import IO

import pytest
from filelock import FileLock

from tests import preloaded
from tests.conftest import CONTENT, DAY, ROOT, write_tree

ENGLISH = re.compile(
    r"\b(usage|error|options?|arguments?|commands?|missing|invalid|unexpected|show this|exit|default|"
    r"required|no such|try|help for|traceback|integer|path|text\b(?!\|)|file not)\b",
    re.IGNORECASE,
)


MIRROR = [["mirror"], ["mirror", "sync"], ["mirror", "restore"]]
RELEASE = [["release"], ["verify"], ["keys"], *(["keys", step] for step in ("new", "allow", "revoke"))]
RECEIVE = [["receive"], *(["receive", step] for step in ("init", "check", "publish", "key"))]


@cache
def program() -> tuple[str, ...]:
    """The command line of the program, with everything loaded where this system can fork (`tests/preloaded.py`)."""
    if not hasattr(os, "fork"):
        return sys.executable, "-m", "generator"
    folder = tempfile.TemporaryDirectory()
    address = str(Path(folder.name) / "goi")
    start = f"from tests import preloaded; preloaded.serve({address!r})"
    server = subprocess.Popen(
        [sys.executable, "-c", start], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    atexit.register(folder.cleanup)
    atexit.register(server.communicate)
    assert server.stdout
    assert server.stdout.readline()
    return sys.executable, "-I", "-S", preloaded.__file__, address


SMALL = ("xa-phu-dinh", "xa-binh-yen")


def congkhai(
    *arguments: str, cwd: Path = ROOT, input: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program(), *arguments],
        input=input,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def own_words(text: str) -> str:
    """The text without option names and paths, which are English by agreement."""
    return re.sub(
        r"\[mặc định: [^]]*\]|--[a-z-]+|import-procedures|\b(build|check|serve|new|server|receive|init|publish|key|mirror|sync|restore|release|verify|keys|allow|revoke|nginx|caddy|brotli|excel|export|import)\b|\S*/\S*|text\|json\|github\|gitlab\|sarif|text\|tin\|ics|github\|gitlab\|cloudflare\|forgejo|\b(text|json|github|sarif)\b",
        "",
        text,
    )


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["build"],
        ["check"],
        ["fmt"],
        ["serve"],
        ["import-procedures"],
        ["excel"],
        ["excel", "export"],
        ["excel", "import"],
        ["excel", "nhan"],
        ["new"],
        ["new", "deploy"],
        ["new", "lock"],
        ["new", "mirror"],
        ["new", "xa"],
        ["new", "du-an"],
        ["due"],
        ["loa"],
        ["tin"],
        ["schema"],
        ["new", "server"],
        *RECEIVE,
        *MIRROR,
        *RELEASE,
    ],
    ids=" ".join,
)
def test_help_is_vietnamese(command: list[str]) -> None:
    result = congkhai(*command, "--help")
    assert result.returncode == 0
    assert "Cách dùng" in result.stdout
    assert ENGLISH.findall(own_words(result.stdout)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--ot", "x"],
        ["build", "--jobs", "x"],
        ["build", "--jobs=-1"],
        ["build", "--only"],
        ["build", "--only", "xa-khong-co"],
        ["build", "thừa"],
        ["build", "--date", "30/02/2026"],
        ["build", "--date", "hôm qua"],
        ["build", "--content", "khong-co"],
        ["check", "--format", "xml"],
        ["check", "--tinh", "khong-co"],
        ["fmt", "khong-co.yml"],
        ["fmt", "--chek"],
        ["check", "--jobs=-1"],
        ["check", "--only", "xa-khong-co"],
        ["check", "--watch", "--format", "json"],
        ["import-procedures"],
        ["import-procedures", "a.json"],
        ["excel", "exprot"],
        ["excel", "export", "xa-khong-co"],
        ["excel", "export", "xa-mau", "du-on"],
        ["excel", "import", "khong-co.xlsx", "--into", "xa-mau"],
        ["excel", "import", "README.md"],
        ["--phien-ban"],
        ["new", "khong-co"],
        ["new", "deploy"],
        ["new", "deploy", "netlify"],
        ["new", "lock"],
        ["build", "--out", "README.md"],
        ["build", "--out", "README.md/trang"],
        ["build", "--out", "a" * 300],
        ["serve", "khong-co-xa-nay"],
        ["new", "sever"],
        ["new", "server", "apache"],
        ["mirror", "sync", "khong-co.yml"],
        ["mirror", "sync", "mirror.yml", "--jobs=-1"],
        ["mirror", "restore"],
        ["receive", "publish"],
        ["receive", "init", "kho.git", "--out", "trang", "--content", "."],
        ["receive", "init", "kho.git", "--out", "trang", "--content", "../x"],
        ["receive", "init", "kho.git", "--out", "trang", "--tinh", "khong-co"],
        ["receive", "init", "README.md", "--out", "trang"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_status_2_and_says_why_in_vietnamese(arguments: list[str]) -> None:
    result = congkhai(*arguments)
    assert result.returncode == 2, result.stderr
    assert "Xem cách dùng" in result.stderr
    assert ENGLISH.findall(own_words(result.stderr)) == []


def test_good_content_ends_with_status_0_and_a_summary(tmp_path: Path) -> None:
    result = congkhai("build", "--out", str(tmp_path / "site"), "--date", str(DAY), "--only", "xa-phu-dinh")
    assert result.returncode == 0, result.stderr
    assert re.search(r"Xong: 1 xã, phường, \d+ trang, 0 lỗi, \d+ lưu ý, \d+,\d giây[.] ", result.stdout)
    assert "http.server" in result.stdout


def test_a_build_names_whom_it_took_away_since_the_content_is_gone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    kept = shutil.ignore_patterns(
        *(path.name for path in (CONTENT / "xa").iterdir() if path.name not in SMALL)
    )
    shutil.copytree(CONTENT, content, ignore=kept)
    order = ["build", "--content", str(content), "--out", str(tmp_path / "site"), "--date", str(DAY)]
    assert "Đã bỏ trang" not in congkhai(*order).stdout
    shutil.move(content / "xa" / "xa-phu-dinh", tmp_path / "xa-phu-dinh")
    said = congkhai(*order).stdout
    assert f"  Đã bỏ trang của: Xã Phú Đình, vì không còn thư mục dữ liệu trong {content}/xa." in said
    shutil.move(tmp_path / "xa-phu-dinh", content / "xa" / "xa-phu-dinh")
    assert "Đã bỏ trang" not in congkhai(*order).stdout
    assert (tmp_path / "site" / "xa-phu-dinh" / "index.html").is_file()


def test_a_build_names_whom_it_made_and_how_to_see_the_errors_of_whom_it_left(tmp_path: Path) -> None:
    content = tmp_path / "dữ liệu của xã"
    shutil.copytree(CONTENT, content)
    good, wrong = (content / "xa" / slug / "xa.yml" for slug in ("xa-phu-dinh", "xa-binh-yen"))
    order = ["build", "--content", str(content), "--out", str(tmp_path / "site"), "--date", str(DAY)]
    order += ["--only", "xa-phu-dinh", "--only", "xa-binh-yen"]
    assert "Đã dựng lại" not in congkhai(*order).stdout, "nobody was left as it was"
    good.write_text(f"{good.read_text('utf-8')}# sửa\n", "utf-8")
    assert "  Đã dựng lại: Xã Phú Đình.\n  1 xã, phường không có gì đổi" in congkhai(*order).stdout
    wrong.write_text(f"{wrong.read_text('utf-8')}loi: [\n", "utf-8")
    result = congkhai(*order)
    assert result.returncode == 1
    same = f"--content '{content}' --date {DAY}"
    assert "Xã Bình Yên: dữ liệu mới có 1 lỗi, giữ trang cũ." in result.stdout
    assert f"congkhai serve {same} xa-binh-yen" in result.stdout
    (told,) = re.findall(r"Xem lỗi: congkhai (check .*)", result.stdout)
    assert told == f"check {same} --only xa-binh-yen"
    assert "1 lỗi" in congkhai(*shlex.split(told)).stdout


def wrong_content(root: Path) -> Path:
    return write_tree(root, {"xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trag: chinh_thuc\n'})


def test_problems_in_content_end_with_status_1_and_name_place_field_code_and_hint(tmp_path: Path) -> None:
    wrong_content(tmp_path)
    result = congkhai("check", "--content", str(tmp_path), "--tinh", str(CONTENT / "tinh"))
    assert result.returncode == 1
    place = (tmp_path / "xa" / "xa-mau" / "xa.yml").as_posix()
    assert f"{place}:2:1: lỗi: " in result.stdout
    assert "[unknown_key]" in result.stdout
    assert "Gợi ý: Có phải là “tinh_trang”?" in result.stdout


def test_json_is_one_list_of_objects_with_the_agreed_keys(tmp_path: Path) -> None:
    wrong_content(tmp_path)
    arguments = ["--content", str(tmp_path), "--tinh", str(CONTENT / "tinh"), "--format", "json"]
    result = congkhai("check", *arguments)
    found = json.loads(result.stdout)
    assert result.returncode == 1
    assert {frozenset(entry) for entry in found} == {
        frozenset(("path", "line", "column", "code", "level", "field", "message", "hint"))
    }
    errors = [(e["code"], e["line"], e["column"]) for e in found if e["level"] == "error"]
    assert sorted(errors) == [("unknown_key", 2, 1)]


def test_a_commune_repository_builds_against_the_provinces_folder(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'})
    result = congkhai("build", "--tinh", str(CONTENT / "tinh"), "--jobs", "1", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site" / "xa-phu-dinh" / "lien-he" / "index.html").is_file()


def test_a_foreign_folder_as_output_is_a_wrong_command_line(tmp_path: Path) -> None:
    write_tree(tmp_path, {"site/luan-van.docx": "của người khác"})
    result = congkhai("build", "--out", str(tmp_path / "site"))
    assert result.returncode == 2
    assert "luan-van.docx" in [path.name for path in (tmp_path / "site").iterdir()]


def test_a_second_build_says_that_it_waits_and_then_builds(tmp_path: Path) -> None:
    write_tree(tmp_path / "content", {"xa/xa-mau/xa.yml": 'ma: "00000"\n'})
    wanted = [
        "--content",
        str(tmp_path / "content"),
        "--tinh",
        str(CONTENT / "tinh"),
        "--date",
        DAY.isoformat(),
    ]
    command = [*program(), "build", *wanted, "--out", str(tmp_path / "site")]
    lock = FileLock(tmp_path / ".site.khoa")
    with lock.acquire():
        second = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert second.stderr
        assert "chờ lệnh ấy xong" in second.stderr.readline()
        assert second.poll() is None
    second.communicate(timeout=300)
    assert second.returncode in (0, 1)
    assert (tmp_path / "site" / "xa-mau" / "index.html").is_file()


def test_a_console_that_is_not_utf_8_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "generator", "check", "--only", "xa-phu-dinh"]
    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    result = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr


def check_wrong(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    wrong_content(root)
    return congkhai("check", "--content", str(root), "--tinh", str(CONTENT / "tinh"), *arguments, cwd=root)


def test_github_format_names_files_from_the_working_folder(tmp_path: Path) -> None:
    result = check_wrong(tmp_path, "--format", "github")
    assert result.returncode == 1
    assert "::error file=xa/xa-mau/xa.yml,line=2,col=1,title=Cả tệp [unknown_key]::" in result.stdout
    assert all(line.startswith(("::error ", "::notice ")) for line in result.stdout.splitlines())


def test_sarif_format_names_files_from_the_working_folder(tmp_path: Path) -> None:
    result = check_wrong(tmp_path, "--format", "sarif")
    assert result.returncode == 1
    found = json.loads(result.stdout)["runs"][0]["results"]
    places = [entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for entry in found]
    assert "xa/xa-mau/xa.yml" in places


def test_the_last_line_holds_the_totals(tmp_path: Path) -> None:
    last = check_wrong(tmp_path).stdout.splitlines()[-1]
    assert re.search(r"1 lỗi, \d+ lưu ý", last)


def read_all(terminal: int) -> str:
    """What a pseudo-terminal shows until its program has gone, which Linux tells as an error."""
    found = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream, contextlib.suppress(OSError):
        while chunk := stream.read(4096):
            found += chunk
    return found.decode("utf-8", "replace")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_real_terminal_gets_groups_and_colour(tmp_path: Path) -> None:
    import pty

    wrong_content(tmp_path)
    write_tree(tmp_path, {"xa/xa-phu-dinh/xa.yml": 'ma: "05602"\n'})
    leader, follower = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "100"}
    env.pop("NO_COLOR", None)
    arguments = ["check", "--content", str(tmp_path), "--tinh", "content/tinh"]
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments], cwd=ROOT, env=env, stdout=follower
    ):
        os.close(follower)
        shown = read_all(leader)
    assert "\x1b[1;31mlỗi" in shown
    assert "Theo từng tệp" in shown


def hand_over(stream: IO[str], lines: queue.Queue[str]) -> None:
    for line in stream:
        lines.put(line)


def wait_for(lines: queue.Queue[str], word: str) -> str:
    """The lines up to the one that holds a word; the test fails where it does not come."""
    told = ""
    while word not in told:
        told += lines.get(timeout=30)
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="another signal for Ctrl-C")
def test_watching_tells_each_new_state_until_ctrl_c(tmp_path: Path) -> None:
    wrong_content(tmp_path)
    lines: queue.Queue[str] = queue.Queue()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--watch", "--content", str(tmp_path),
         "--tinh", "content/tinh"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        threading.Thread(target=hand_over, args=(running.stdout, lines), daemon=True).start()
        first = wait_for(lines, "Ctrl-C")
        assert re.match(r"Lúc \d\d:\d\d:\d\d\n", first)
        assert "xa.yml:2:1: lỗi: " in first
        write_tree(tmp_path, {"xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'})
        assert "0 lỗi" in wait_for(lines, "Ctrl-C")
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 130
        assert running.stderr.read().strip() == "Đã dừng. Trang cũ vẫn nguyên."
