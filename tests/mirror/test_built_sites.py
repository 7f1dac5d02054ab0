"""A site that a commune built itself: copied when it is that commune's and nothing foreign runs in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.mirror.page_check import wrong_in_page, wrong_in_style
from generator.mirror.settle import Result
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY
from tests.mirror.conftest import BROKEN, LATER, Mirror, Origin, origin, results, traces
from tests.mirror.test_withdrawn import GONE, PROJECT, SECRET, TEXT
from tests.test_site import pages

SCHEDULE = "tiep-cong-dan.yml"
IDENTITY = "trang.json"


class Built:
    """A commune that builds at home and puts its site into the branch `pages`, as our workflows do."""

    def __init__(self, mirror: Mirror) -> None:
        self.mirror = mirror
        self.source = origin(mirror.folder, "xa-mau", {PROJECT: TEXT})
        self.pages = Origin(mirror.folder / "trang-goc" / "xa-mau", "xa-mau")
        self.build()
        self.push()

    def build(self) -> None:
        content = self.source.folder / "content"
        publish(Order(content, self.mirror.folder / "tinh", self.mirror.folder / "trang-goc", DAY))

    def push(self) -> None:
        """The branch holds the last site only, without those before."""
        shutil.rmtree(self.pages.folder / ".git", ignore_errors=True)
        self.pages.git("init", "--quiet", "--initial-branch", "pages")
        self.pages.commit_all()


@pytest.fixture
def built(mirror: Mirror) -> Built:
    made = Built(mirror)
    mirror.listed(f"nguon:\n  - {{xa: [xa-mau], loai: trang, kho: '{made.pages.url}', nhanh: pages}}\n")
    return made


def tree(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*") if p.is_file() and p.suffix not in (".gz", ".br"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if ".git" not in p.parts}


def test_a_site_is_copied_byte_for_byte_and_compressed_here(mirror: Mirror, built: Built) -> None:
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert tree(mirror.out / "xa-mau") == tree(built.pages.folder)
    assert (mirror.out / "xa-mau" / "index.html.br").is_file()
    entry = mirror.entry("xa-mau")
    assert (entry["nguon"]["loai"], entry["tinh_trang"], entry["tinh_den"]) == (
        "trang",
        "moi",
        "2026-11-22",
    )
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}


def test_a_site_that_is_no_longer_built_anew_grows_old(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    assert results(mirror.sync(now=mirror.after(8))) == {"xa-mau": Result.SAME}
    assert (mirror.entry("xa-mau")["tuoi_ngay"], mirror.entry("xa-mau")["qua_cu"]) == (8, True)


def test_a_folder_with_a_site_is_copied_too(mirror: Mirror, built: Built) -> None:
    mirror.listed("nguon:\n  - {xa: [xa-mau], loai: trang, thu_muc: trang-goc/xa-mau}\n")
    git = built.pages.folder / ".git"
    git.rename(mirror.folder / "cat-di")
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert tree(mirror.out / "xa-mau") == tree(built.pages.folder)


Change = Callable[[Path], object]


def identity(**more: object) -> Change:
    def change(site: Path) -> None:
        found = json.loads((site / IDENTITY).read_bytes())
        (site / IDENTITY).write_text(json.dumps({**found, **more}), encoding="utf-8")

    return change


def page(text: str) -> Change:
    return lambda site: (site / "lien-he" / "index.html").write_text(text, encoding="utf-8")


WRONG: dict[str, tuple[Change, str]] = {
    "another commune's": (identity(ma="05602"), "đây là trang của đơn vị khác"),
    "no identity": (lambda site: (site / IDENTITY).unlink(), "không có trang.json"),
    "broken identity": (lambda site: (site / IDENTITY).write_text("{"), "trang.json hỏng"),
    "wrong identity": (identity(thu_hoi=["x"]), "trang.json hỏng"),
    "no home page": (lambda site: (site / "index.html").unlink(), "không có trang chủ"),
    "program": (lambda site: (site / "a.exe").write_bytes(b"MZ"), "có loại tệp lạ (.exe)"),
    "page of a server": (lambda site: (site / "a.php").write_text("x"), "có loại tệp lạ (.php)"),
    "script elsewhere": (lambda site: (site / "a.js").write_text("x"), "có loại tệp lạ (.js)"),
    "link": (lambda site: (site / "a.pdf").symlink_to("/etc/passwd"), "có liên kết"),
    "foreign script": (
        page('<script src="https://cdn.example/a.js"></script>'),
        "có mã lệnh lấy từ nơi khác",
    ),
    "foreign style": (
        lambda site: (site / "assets" / "x.css").write_text("@import '//cdn.example/a.css'"),
        "kiểu dáng lấy từ nơi khác",
    ),
    "picture that runs": (
        lambda site: (site / "a.svg").write_text('<svg onload="x()"></svg>'),
        "có mã lệnh gắn vào",
    ),
}


def test_a_site_that_is_wrong_keeps_the_good_copy(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    good = tree(mirror.out / "xa-mau")
    kept = shutil.copytree(built.pages.folder, mirror.folder / "de-danh")
    for name, (change, said) in WRONG.items():
        shutil.rmtree(built.pages.folder)
        shutil.copytree(kept, built.pages.folder)
        change(built.pages.folder)
        built.push()
        assert results(mirror.sync()) == {"xa-mau": Result.KEPT}, name
        assert said in mirror.entry("xa-mau")["loi"]["noi_dung"], name
        assert tree(mirror.out / "xa-mau") == good, name


def test_hidden_files_and_foreign_compressed_ones_are_left_behind(mirror: Mirror, built: Built) -> None:
    site = built.pages.folder
    (site / ".nojekyll").touch()
    (site / "CNAME").write_text("xa-mau.example", encoding="utf-8")
    (site / "index.html.gz").write_bytes(b"other")
    built.push()
    mirror.sync()
    assert (mirror.out / "xa-mau" / "index.html.gz").read_bytes() != b"other"
    assert not (mirror.out / "xa-mau" / "CNAME").exists()
    assert not (mirror.out / "xa-mau" / ".nojekyll").exists()


def test_what_the_commune_withdraws_leaves_every_copy(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    assert traces(mirror.out, SECRET)
    (built.source.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    built.source.commit({"thu-hoi.yml": GONE})
    built.build()
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert traces(mirror.out, SECRET) == traces(mirror.store, SECRET) == []


@pytest.mark.parametrize("broken_too", ["content", "site"])
def test_it_leaves_at_once_though_the_new_site_cannot_be_taken(
    mirror: Mirror, built: Built, broken_too: str
) -> None:
    mirror.sync()
    (built.source.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    more = {SCHEDULE: BROKEN if broken_too == "content" else LATER}
    built.source.commit({"thu-hoi.yml": GONE, **more})
    built.build()
    if broken_too == "site":
        (built.pages.folder / "a.exe").write_bytes(b"MZ")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert traces(mirror.out, SECRET) == traces(mirror.store, SECRET) == []
    assert "Trang này chưa dựng được" in mirror.page("xa-mau")


@pytest.mark.parametrize(
    "text",
    [
        '<script src="//cdn.example/a.js"></script>',
        "<script>x()</script>",
        '<SCRIPT SRC=" https://cdn.example/a.js"></SCRIPT>',
        '<img src="https://dem.example/1.gif">',
        '<img srcset="a.png 1x, https://dem.example/1.gif 2x">',
        '<a href="java\nscript:x()">x</a>',
        '<p onclick="x()">x</p>',
        '<iframe src="a.html"></iframe>',
        '<base href="https://khac.example/">',
        '<meta http-equiv="refresh" content="0;url=https://khac.example/">',
        '<link rel="stylesheet" href="https://cdn.example/a.css">',
        '<link rel="canonical stylesheet" href="https://cdn.example/a.css">',
        '<form action="https://khac.example/"></form>',
        '<p style="background:url(//dem.example/1.gif)">x</p>',
        "<style>@import url(https://cdn.example/a.css);</style>",
        '<svg><use href="https://khac.example/a.svg#x"/></svg>',
        '<object data="a.pdf"></object>',
        '<img src="\\\\dem.example\\1.gif">',
    ],
)
def test_what_runs_or_is_loaded_from_elsewhere_is_found(text: str) -> None:
    assert wrong_in_page(f"<!doctype html><body>{text}</body>")


def test_a_page_that_forwards_inside_its_site_is_let_be() -> None:
    assert wrong_in_page('<meta http-equiv="refresh" content="0; url=../moi/">') == ""


def test_nothing_is_found_in_the_pages_and_styles_of_our_own(site: Path) -> None:
    for path in pages(site):
        assert wrong_in_page(path.read_text("utf-8")) == "", path
    for path in site.rglob("*.svg"):
        assert wrong_in_page(path.read_text("utf-8")) == "", path
    for path in site.rglob("*.css"):
        assert wrong_in_style(path.read_text("utf-8")) == "", path


def test_each_site_says_whose_it_is(site: Path) -> None:
    found = json.loads((site / "xa-phu-dinh" / IDENTITY).read_bytes())
    assert found == {
        "ma": "05602",
        "ten": "Xã Phú Đình",
        "slug": "xa-phu-dinh",
        "tinh_trang": "cho_tiep_nhan",
        "ngay": "2026-11-22",
        "cho_sua": False,
        "thu_hoi": [],
    }
    marks = json.loads((site / "xa-mau" / IDENTITY).read_bytes())["thu_hoi"]
    assert len(marks) == 2
    text = (CONTENT / "xa" / "xa-mau" / "thu-hoi.yml").read_text("utf-8")
    assert [mark for mark in marks if mark.partition("@")[0] in text or len(mark) != 75] == []
