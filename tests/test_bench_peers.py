"""What `make bench` compares: the same pages, given to other generators; ratios within a round. Times nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
import yaml
from measured import Run
from peers.makers import Peer, give, lacking, peers
from peers.ours import change, pages_of
from peers.pages import Built, sites
from peers.table import Line, markdown, one_after_another, ratio, rows

from tests.conftest import CONTENT, DAY, ROOT, write_tree

PROJECT = "xa-mau/du-an/DA-2026-01"
SMALL = "xa-phu-dinh"
"""A site of a few pages."""


def text_of(html: str) -> str:
    return " ".join(html5lib.parse(html, namespaceHTMLElements=False).itertext())


def said(html: str) -> list[str]:
    """The words of the article of a page, in whatever frame."""
    return text_of(html.partition("<article")[2].partition(">")[2].rpartition("</article>")[0]).split()


def framed(site: Path) -> set[str]:
    """Addresses of all pages but those that forward and the guide for staff."""
    found = (path for path in site.rglob("index.html") if "quan-tri" not in path.parts)
    return {
        path.parent.relative_to(site).as_posix()
        for path in found
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    }


def given_of(root: Path) -> set[str]:
    """Addresses of the pages that the sources in a folder stand for, as ours."""
    found = set()
    for path in root.rglob("*.md"):
        name, _, *inside = path.relative_to(root).with_suffix("").parts
        inside = inside if inside != ["index"] else []
        found.add("/".join([name, *inside] if name != "_tinh" else inside) or ".")
    return found


def test_a_peer_is_given_exactly_our_pages(site: Path, tmp_path: Path) -> None:
    assert give(tmp_path, sites(site)) == len(framed(site)) == pages_of(site)[0]
    assert given_of(tmp_path) == framed(site)


def test_a_page_is_given_with_all_that_it_says(site: Path, tmp_path: Path) -> None:
    give(tmp_path, sites(site))
    _, front, body = (
        (tmp_path / "xa-mau" / "docs" / "du-an" / "DA-2026-01.md").read_text().split("---\n", 2)
    )
    meta = yaml.safe_load(front)
    html = (site / PROJECT / "index.html").read_text("utf-8")
    assert text_of(body).split() == said(html)
    assert "\n\n" not in body, "a blank line ends a block of HTML"
    assert f"<title>{meta['title']} - UBND xã Mẫu</title>" in html
    assert (meta["url"], meta["part"], meta["root"]) == (f"/{PROJECT}/", "du-an/", "../../")
    assert meta["trail"] == [["../..", "Trang chủ"], ["../", "Dự án, công trình"]]
    assert len(meta["headings"]) == html.count("<h2 id=")


def test_the_frame_of_a_site_is_given_once(site: Path) -> None:
    frame = Built("xa-mau", site / "xa-mau").frame()
    assert (frame["name"], frame["above"]) == ("UBND xã Mẫu", "Tỉnh Thái Nguyên")
    assert ("du-an/", "Dự án") in frame["menu"]
    assert "Xã Mẫu không có thật" in frame["notice"]
    assert all((site / "xa-mau" / name).is_file() for name in frame["styles"])


@pytest.mark.parametrize("peer", peers(), ids=lambda peer: peer.name)
def test_a_peer_builds_every_page_with_the_same_words(peer: Peer, site: Path, tmp_path: Path) -> None:
    if why := lacking(peer):
        pytest.skip(why)
    built = [Built(SMALL, site / SMALL)]
    give(tmp_path, built)
    peer.configure(tmp_path, built)
    assert peer.build(tmp_path, [SMALL]).status == 0
    (out,) = peer.outs(tmp_path, [SMALL])
    assert framed(out) == framed(site / SMALL)
    for url in framed(out):
        ours, theirs = (
            said((root / url / "index.html").read_text("utf-8")) for root in (site / SMALL, out)
        )
        assert " ".join(ours) in " ".join(theirs), url


def test_without_search_only_the_index_is_lacking(site: Path, tmp_path: Path) -> None:
    script = ROOT / "bench" / "peers" / "unsearched.py"
    order = ["build", "--content", str(CONTENT), "--out", str(tmp_path / "site"), "--date", str(DAY)]
    command = [sys.executable, str(script), *order, "--only", SMALL]
    own = {name: text for name, text in os.environ.items() if name != "XDG_CACHE_HOME"}
    assert subprocess.run(command, env=own, capture_output=True, check=False).returncode == 1, (
        "no own cache"
    )
    own["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    subprocess.run(command, env=own, check=True, capture_output=True)

    def names(root: Path) -> set[str]:
        return {path.relative_to(root).as_posix() for path in (root / SMALL).rglob("*") if path.is_file()}

    lacking = {name.removeprefix(f"{SMALL}/") for name in names(site) - names(tmp_path / "site")}
    assert {"tim/pagefind.js", "tim/pagefind-entry.json"} <= lacking
    assert all(
        "pagefind" in name or name.endswith((".pf_index", ".pf_fragment", ".pf_meta")) for name in lacking
    )
    assert not names(tmp_path / "site") - names(site)


def test_a_change_gives_a_record_another_name_each_time(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.yml": "ma: A\nten: Tên cũ\nghi_chu: x\n"})
    texts = []
    for number in (1, 2):
        change(tmp_path / "a.yml", number)
        texts.append((tmp_path / "a.yml").read_text("utf-8"))
    assert texts == [f"ma: A\nten: Tên thử lần {number}\nghi_chu: x\n" for number in (1, 2)]


def line(name: str, *seconds: float, search: bool = False) -> Line:
    return Line(name, search, [Run(0, one, one / 2, 2**20, largest=3 * 2**20) for one in seconds])


def test_a_ratio_is_the_median_of_those_within_a_round() -> None:
    assert ratio(line("a", 4, 9, 100), line("b", 2, 3, 100)) == 2


def test_each_line_stands_beside_ours_and_the_copy_with_the_same_search() -> None:
    lines = [
        line("ours", 2, 2, 8),
        line("copy", 1, 4, 2),
        line("peer", 6, 4, 8),
        line("peer", 9, search=True),
    ]
    lines[2].pages = 4
    assert [row[:8] for row in rows(lines, "ours", "copy")] == [
        ("ours", "no", "2.00", "1", "2", "1.00", "3", "1"),
        ("copy", "no", "2.00", "0.5", "1", "1.00", "3", "1"),
        ("peer", "no", "6.00", "2", "4", "3.00", "3", "1"),
        ("peer", "yes", "9.00", "", "", "4.50", "3", "1"),
    ]
    assert [row[-1] for row in rows(lines, "ours", "copy")] == ["", "", "1500.00", ""]


def test_files_and_bytes_are_counted(tmp_path: Path) -> None:
    write_tree(tmp_path, {"index.html": "12345", "a/index.html": "123", "a/b.css": "1"})
    counted = Line("a", False)
    counted.holds([tmp_path])
    assert (counted.files, counted.size, counted.pages, counted.html) == (3, 9, 2, 8)


def test_a_build_and_its_index_count_as_one() -> None:
    both = one_after_another(Run(0, 1, 2, 30, largest=50), Run(1, 3, 4, 20, largest=60))
    assert both == Run(1, 4, 6, 30, largest=60)


def test_columns_stand_under_each_other() -> None:
    found = markdown(rows([line("ours", 1), line("a long name", 100)], "ours", "copy"))
    assert len({len(one) for one in found.splitlines()}) == 1
