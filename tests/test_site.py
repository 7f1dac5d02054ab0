"""The built site as a whole: links, frame, weight, bytes."""

from __future__ import annotations

import filecmp
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.assets import OVERVIEW, as_published, hashed_names
from generator.resources import TEMPLATES, editor
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.links import broken

GUIDE = "quan-tri"
"""For staff, the same on every site: it says of no commune what it is."""


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_link_leads_nowhere_in_any_page(site: Path) -> None:
    assert len(pages(site)) > 80
    assert list(broken(site)) == []


def test_each_commune_is_whole_when_it_stands_alone(site: Path) -> None:
    """Under its own domain a commune has nothing above it."""
    assert list(broken(site / "xa-mau")) == []
    assert list(broken(site / "xa-phu-dinh")) == []


def test_every_page_says_where_mistakes_are_reported(site: Path) -> None:
    """All but those that only lead on to another page, and what is for staff."""
    own = [page for page in pages(site) if GUIDE not in page.parts]
    staying = [page for page in own if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    silent = [page for page in staying if "báo sai sót" not in page.read_text("utf-8").lower()]
    assert len(staying) > 80
    assert silent == []


def test_the_link_check_finds_what_is_broken(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "index.html": '<a href="a/#x">x</a><a href="b/">b</a><img src="c.png"><a href="../d/">d</a>',
            "a/index.html": '<p id="y"><p id="y"><script src="https://cdn.example/a.js"></script><a href="/">r</a>',
        },
    )
    assert [line.split(": ", 1)[1].rsplit(" ", 3)[-3:] for line in broken(tmp_path)]
    assert len(list(broken(tmp_path))) == 7


def test_every_page_says_that_the_sample_is_fictional_and_prepared_ones_are_not_the_communes(
    site: Path,
) -> None:
    for slug, words in {"xa-mau": "không có thật", "xa-phu-dinh": "chưa phải trang của UBND"}.items():
        found = [page for page in pages(site / slug) if page.name != "404.html" and GUIDE not in page.parts]
        silent = [page for page in found if words not in page.read_text(encoding="utf-8")]
        assert found
        assert silent == []


def test_only_an_official_real_commune_may_be_listed_by_search_engines(site: Path) -> None:
    free = [
        p for p in pages(site) if 'name="robots" content="noindex"' not in p.read_text(encoding="utf-8")
    ]
    communes = {path.parent for path in site.glob("*/trang.json")}
    assert communes
    own = [p.relative_to(site).as_posix() for p in free if not communes & {*p.parents}]
    assert len(own) == len(free), "of communes' sites none: the sample is made up, the others only prepared"
    assert "index.html" in own


def test_no_page_carries_an_inline_script_style_or_handler_but_those_without_a_frame_one_style(
    site: Path,
) -> None:
    pattern = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*json)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE)
    without_frame = (TEMPLATES / "parts" / "tran.html").read_text(encoding="utf-8")
    allowed = without_frame[without_frame.index("<style>") : without_frame.index("</style>")]
    bad = [
        page.relative_to(site).as_posix()
        for page in pages(site)
        if pattern.search(page.read_text(encoding="utf-8").replace(allowed, "", 1))
    ]
    assert bad == []


def test_weights_stay_in_the_budget(site: Path) -> None:
    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), mtime=0))

    heavy = {p.relative_to(site).as_posix(): weight(p) for p in pages(site) if weight(p) > 15 * 1024}
    assert heavy == {}
    css = sum(weight(path) for path in (site / "xa-mau").rglob("*.css"))
    js = sum(weight(path) for path in (site / "xa-mau" / "assets").glob("congkhai.*.js"))
    assert css <= 32 * 1024
    assert js <= 5 * 1024
    searched = [path for path in (site / "xa-mau").rglob("*.js") if not path.match("congkhai.*")]
    assert sum(map(weight, searched)) <= 22 * 1024, "fetched when somebody searches"


def test_nothing_of_material_is_shipped_but_its_style(site: Path) -> None:
    names = sorted(path.name for path in (site / "xa-mau" / "assets").rglob("*") if path.is_file())
    script = re.compile(r"(?:congkhai|tim|xep)\.[0-9a-f]{8}\.js")
    assert [name for name in names if name.endswith((".map", ".js")) and not script.fullmatch(name)] == []
    assert sum(path.stat().st_size for path in (site / "xa-mau" / "assets").rglob("*.*")) < 250_000


def test_style_and_script_carry_the_hash_of_their_content_in_their_names(
    site: Path, tmp_path: Path
) -> None:
    for name, published in hashed_names(TEMPLATES / "static").items():
        source = (TEMPLATES / "static" / name).read_text("utf-8")
        assert (site / published).read_text("utf-8") == as_published(name, source)
        assert (site / "xa-mau" / published).exists() == (name != OVERVIEW), "no more than a site needs"
    static = write_tree(tmp_path, dict.fromkeys(hashed_names(TEMPLATES / "static"), "1"))
    before = hashed_names(static)
    (static / "assets" / "congkhai.css").write_text("b{}", encoding="utf-8")
    assert [name for name, found in hashed_names(static).items() if found != before[name]] == [
        "assets/congkhai.css"
    ]


def test_sitemap_and_canonical_only_where_the_address_is_known(site: Path) -> None:
    assert not (site / "xa-phu-dinh" / "sitemap.xml").exists()
    page = (site / "xa-mau" / "lien-he" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://xa-mau.example/lien-he/">' in page
    assert "canonical" not in (site / "xa-phu-dinh" / "lien-he" / "index.html").read_text(encoding="utf-8")


def test_every_json_and_csv_is_readable(site: Path) -> None:
    for path in (site / "xa-mau").rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in site.rglob("du-lieu.csv"))


def test_templates_carry_no_law_and_no_english(site: Path) -> None:
    law = re.compile(r"\b\d{1,3}/20\d\d/|Điều \d|Luật ")
    for template in TEMPLATES.rglob("*.html"):
        assert not law.search(template.read_text(encoding="utf-8")), template


@pytest.fixture(scope="module")
def strange_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("Tờ khai số 1 & 2")


def test_same_content_and_day_give_the_same_bytes_anywhere(site: Path, strange_place: Path) -> None:
    """Another path, locale, time zone, umask, hash seed and number of processes.

    The site that tests share is built without forms; where `make admin` was run, the command adds them.
    It is built without history too, so the content stands in no repository here.
    """
    out = strange_place / "trang đã dựng"
    content = shutil.copytree(CONTENT, strange_place / "dữ liệu")
    command = [sys.executable, "-m", "generator", "build", "--content", str(content), "--out", str(out)]
    odd = {"TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    subprocess.run(
        [*command, "--date", str(DAY), "--jobs", "2"],
        check=True,
        cwd=ROOT,
        env={**os.environ, **odd},
        capture_output=True,
        umask=0o027,
    )
    forms = f"/{GUIDE}/" if editor() else "\0"
    assert [name for name in difference(site, out) if forms not in name] == []


def difference(left: Path, right: Path) -> list[str]:
    """Files that differ or stand on one side only."""
    a = {p.relative_to(left): p for p in left.rglob("*") if p.is_file()}
    b = {p.relative_to(right): p for p in right.rglob("*") if p.is_file()}
    changed = [
        str(name) for name in a.keys() & b.keys() if not filecmp.cmp(a[name], b[name], shallow=False)
    ]
    return sorted([*changed, *map(str, a.keys() ^ b.keys())])
