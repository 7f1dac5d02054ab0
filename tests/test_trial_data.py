"""A province of trial data: every page says so, no search engine lists it, and what is real says nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.compose.pages import TRIAL
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY, write_tree

REFRESH = 'http-equiv="refresh"'
COMMUNES = {
    "xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\n',
    "xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: chinh_thuc\n',
    "xa/xa-binh-yen/xa.yml": 'ma: "05587"\ntinh_trang: cho_tiep_nhan\n',
    "xa/xa-trung-hoi/xa.yml": "ma: sai\n",
}
"""The fictional one, one that publishes, one that is prepared, one whose error leaves a page that says so."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The same content built as trial data, and as it is."""
    folder = tmp_path_factory.mktemp("thu")
    content = write_tree(folder / "content", COMMUNES)
    shutil.copytree(CONTENT / "tinh", content / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    settings = content / "tinh" / "tinh.yml"
    real = settings.read_text("utf-8")
    for trial in (False, True):
        settings.write_text(real + ("thu_nghiem: có\n" if trial else ""), encoding="utf-8")
        publish(Order(content, content / "tinh", folder / str(trial), DAY))
    return {trial: folder / str(trial) for trial in (False, True)}


def pages(site: Path) -> dict[str, str]:
    """Every page that holds something of a commune: no address that only leads on, no guide for staff."""
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return {name: text for name, text in found.items() if "/quan-tri/" not in name and REFRESH not in text}


def test_every_page_says_that_its_data_are_made_up(sites: dict[bool, Path]) -> None:
    found = pages(sites[True])
    assert {"index.html", "404.html", "xa-mau/index.html", "xa-trung-hoi/index.html"} <= found.keys()
    assert [name for name, text in found.items() if TRIAL not in text] == []


def test_real_data_do_not_say_so(sites: dict[bool, Path]) -> None:
    assert [name for name, text in pages(sites[False]).items() if "Dữ liệu thử" in text] == []


def test_what_else_is_to_be_said_of_a_site_is_still_said(sites: dict[bool, Path]) -> None:
    found = pages(sites[True])
    assert "không có thật, trang chỉ để minh họa" in found["xa-mau/index.html"]
    assert "Trang dựng từ sổ đăng ký công khai" in found["xa-binh-yen/index.html"]


def test_no_search_engine_lists_trial_data(sites: dict[bool, Path]) -> None:
    indexed = [name for name, text in pages(sites[True]).items() if 'content="noindex"' not in text]
    assert indexed == []
    assert 'content="noindex"' not in pages(sites[False])["xa-phu-dinh/index.html"]


def test_each_site_tells_programs_that_it_is_a_trial(sites: dict[bool, Path]) -> None:
    for trial, site in sites.items():
        marks = {path.parent.name: json.loads(path.read_bytes()) for path in site.glob("*/trang.json")}
        assert len(marks) == len(COMMUNES)
        assert {found["thu_nghiem"] for found in marks.values()} == {trial}
