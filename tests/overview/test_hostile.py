"""A copy that spoils what it publishes: the province's pages stand, and every other commune on them."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.overview import overview, published
from generator.overview.rows import Part, rows_of
from generator.overview.sites import Published
from generator.overview.standing import account_of
from generator.overview.weeks import no_weeks
from generator.province import Duty, Province
from tests.overview.conftest import DAY, MakeSite, told

Change = Callable[[Any], Any]
DUTIES, CHECK, NAMES = "cong-khai.json", "kiem-tra/du-lieu.json", "tim/ten.json"


def of_first(**more: Any) -> Change:
    def change(found: Any) -> Any:
        found["nghia_vu"][0].update(more)
        return found

    return change


def pages(*rows: Any) -> Change:
    return lambda found: {**found, "pages": [*rows]}


SPOILED: list[tuple[str, Change]] = [
    (DUTIES, of_first(tinh_trang="chua_co", thoi_han="qua_han", han="9999-12-31")),
    (DUTIES, of_first(tinh_trang="chua_co", thoi_han="qua_han", han="0001-01-01", so_ngay=10**30)),
    (DUTIES, of_first(ma=["x"], tinh_trang={}, thoi_han=[], dia_chi=5, hinh_thuc_con_thieu="x")),
    (DUTIES, of_first(dia_chi="a" * 5000 + "/")),
    (DUTIES, of_first(ngay_cap_nhat="9999-12-31")),
    (DUTIES, lambda found: {**found, "ngay": "9999-12-31"}),
    (DUTIES, lambda found: {**found, "nghia_vu": 5}),
    (DUTIES, lambda found: [found]),
    (CHECK, lambda found: {**found, "luu_y": 5}),
    (CHECK, lambda found: {**found, "luu_y": [{"ma": []}, 5, None]}),
    (CHECK, lambda found: [found]),
    (NAMES, pages(["", "t", 0])),
    (NAMES, pages(["a" * 5000 + "/", "t", 0, "f", []])),
    (NAMES, pages(["\0/", "t", 0, "f", []])),
    (NAMES, pages(["du-an/", "\ud800x", 0, "f", []])),
    (NAMES, pages(["du-an/", "t", 0, "f" * 300, []])),
    (NAMES, pages(["du-an/", "t", 10**9, "f", [{}]])),
    (NAMES, lambda found: {**found, "groups": "abc"}),
    (NAMES, lambda found: 5),
]


@pytest.fixture
def spoiled(sites: list[Published], tmp_path: Path) -> Callable[[str, Change], list[Published]]:
    def spoil(name: str, change: Change) -> list[Published]:
        path = sites[0].folder / name
        found = json.loads(path.read_bytes())
        for site in sites:
            own = site.folder / DUTIES
            fitting = {**json.loads(own.read_bytes()), "ma_don_vi": site.unit.code}
            own.write_text(json.dumps(fitting), encoding="utf-8")
        found = found if name != DUTIES else json.loads(path.read_bytes())
        path.write_text(json.dumps(change(found)), encoding="utf-8")
        return sites

    return spoil


@pytest.mark.parametrize(("name", "change"), SPOILED)
def test_one_spoiled_file_stops_nothing(
    name: str, change: Change, spoiled: Callable[[str, Change], list[Published]], province: Province
) -> None:
    sites = spoiled(name, change)
    found = overview(province, sites, DAY, sites[0].folder.parent / "_tim")
    rows = {draft.facts.row.unit.slug: draft.facts for draft in found.drafts if hasattr(draft.facts, "row")}
    assert rows[sites[1].unit.slug].account, "the other commune's figures are there"
    assert any(file.path == "muc-do.json" for file in found.files)


def test_a_text_that_swells_is_not_unpacked(sites: list[Published], province: Province) -> None:
    fragments = sites[0].folder / "tim/fragment"
    for path in fragments.iterdir():
        path.write_bytes(gzip.compress(b'pagefind_dcd{"content": "' + b"a" * (64 << 20) + b'"}'))
        break
    found = overview(province, sites, DAY, sites[0].folder.parent / "_tim")
    sizes = [
        file.source.stat().st_size if file.source else len(file.content or b"") for file in found.files
    ]
    assert max(sizes) < 8 << 20


def test_what_is_said_to_be_published_on_no_page_is_not(
    make_site: MakeSite, duties: dict[str, Duty]
) -> None:
    site = make_site(
        "xa-phu-dinh", [told("TCD-24.2", dia_chi="tiep-cong-dan/"), told("THDC-11.1", dia_chi="x/")]
    )
    (site.folder / "tiep-cong-dan").mkdir()
    (site.folder / "tiep-cong-dan/index.html").write_text("<p>", encoding="utf-8")
    account = account_of(site, duties, DAY)
    assert account
    assert account.share == 50


def test_a_site_of_another_commune_or_of_a_day_to_come_is_not_counted(
    make_site: MakeSite, duties: dict[str, Duty], province: Province
) -> None:
    early = make_site("xa-phu-dinh", [told("TCD-24.2")], day=DAY + timedelta(days=2))
    other = make_site("xa-binh-yen", [told("TCD-24.2")])
    path = other.folder / DUTIES
    path.write_text(path.read_text("utf-8").replace(other.unit.code, early.unit.code), encoding="utf-8")
    rows = {row.unit.slug: row.part for row in rows_of(province, [early, other], duties, DAY, no_weeks)}
    assert rows["xa-phu-dinh"] is rows["xa-binh-yen"] is Part.UNREADABLE


def test_no_more_entries_are_read_than_any_commune_has(
    make_site: MakeSite, duties: dict[str, Duty]
) -> None:
    entries = [told("TCD-24.2")] * 20_000
    account = account_of(make_site("xa-phu-dinh", entries), duties, DAY)
    assert account
    assert len(account.items) <= 2_000


def test_a_commune_that_left_the_register_is_left_out(sites: list[Published], province: Province) -> None:
    gone = sites[0].outcome.__class__(
        "xa-cu", "99999", "Xã Cũ", "chinh_thuc", False, sites[0].outcome.state, 1
    )
    found = published(province, [gone, sites[1].outcome], lambda slug: sites[1].folder)
    assert [site.unit.slug for site in found] == [sites[1].unit.slug]
    shutil.rmtree(sites[0].folder)
