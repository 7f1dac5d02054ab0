"""One search over all communes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

import pytest

from generator.core import Draft, File, Outcome, State
from generator.overview.search import search
from generator.overview.sites import Published
from generator.overview.texts import weight
from tests.overview.conftest import SLUGS


def _search(sites: list[Published]) -> tuple[Draft | None, Iterator[File]]:
    found = search(sites, Path(mkdtemp(dir=sites[0].folder.parent)))
    return found.draft, iter(found.files)


def _names(sites: list[Published]) -> list[list[object]]:
    _, files = _search(sites)
    (names,) = [file for file in files if file.path == "tim/ten.json"]
    found: list[list[object]] = json.loads(names.content or b"")["pages"]
    return found


def test_every_own_page_of_each_commune_is_found_and_leads_there(sites: list[Published]) -> None:
    own = json.loads((sites[0].folder / "tim/ten.json").read_bytes())
    listed = [row[0] for row in own["pages"] if own["groups"][row[2]] != "Trang này"]
    found = [str(row[0]) for row in _names(sites)]
    assert listed
    assert sorted(found) == sorted(f"{slug}/{url}" for slug in SLUGS for url in ("", *listed))
    assert all((sites[0].folder.parent / url / "index.html").is_file() for url in found)


def test_the_full_text_is_that_of_the_communes_and_no_list_of_persons_is_in_it(
    sites: list[Published],
) -> None:
    _, files = _search(sites)
    assert len([file for file in files if file.path.startswith("tim/fragment/")]) > 50
    draft, _ = _search(sites)
    assert draft
    assert draft.facts.pages == len(_names(sites))
    text_of = {
        row[0]: row[3] for row in json.loads((sites[0].folder / "tim/ten.json").read_bytes())["pages"]
    }
    assert text_of["can-bo/"], "who does what has a text"


def test_more_text_than_one_index_may_have_goes_into_several_that_are_searched_together(
    sites: list[Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _names(sites)
    monkeypatch.setattr(import_module("generator.overview.search"), "HELD", 40_000)
    draft, made = _search(sites)
    assert draft
    files = {file.path: file for file in made}
    first = json.loads(files["tim/ten.json"].content or b"")
    assert first["beside"] == ["2/"]
    assert {
        path.split("/")[1] + "/" for path in files if path.count("/") == 2 and path.endswith(".json")
    } == set(first["beside"])
    rows = list(first["pages"])
    for folder in ("", *first["beside"]):
        part = json.loads(files[f"tim/{folder}ten.json"].content or b"")
        assert all(f"tim/{folder}fragment/{row[3]}.pf_fragment" in files for row in part["pages"])
        assert f"tim/{folder}pagefind-entry.json" in files
        rows += part["pages"] if folder else []
    assert [row[0] for row in rows] == [row[0] for row in whole]
    assert draft.facts.pages == len(whole)


def test_who_has_not_joined_is_not_in_it(sites: list[Published]) -> None:
    prepared = Outcome(
        SLUGS[1], sites[1].unit.code, sites[1].unit.name, "cho_tiep_nhan", False, State.PUBLISHED, 1
    )
    found = _names([sites[0], Published(sites[1].unit, prepared, sites[1].folder)])
    assert found
    assert {str(row[0]).partition("/")[0] for row in found} == {SLUGS[0]}


@pytest.mark.parametrize(
    "row",
    [
        [f"../{SLUGS[1]}/", "Ra ngoài", 0, "", [], [], "", []],
        ["https://vi-du.example/", "Nơi khác", 0, "", [], [], "", []],
        ["khong-co/", "Không có trang", 0, "", [], [], "", []],
    ],
)
def test_an_address_that_is_no_page_of_the_site_is_left_out(
    row: list[object], sites: list[Published]
) -> None:
    path = sites[0].folder / "tim/ten.json"
    told = json.loads(path.read_bytes())
    path.write_text(json.dumps(told | {"pages": [*told["pages"], row]}), encoding="utf-8")
    found = _names(sites)
    assert len(found) > 100
    assert row[1] not in {each[1] for each in found}


@pytest.mark.parametrize(
    "broken", ["", "[]", '{"groups": 5, "pages": [[1]]}', '{"groups": [], "pages": [["a"]]}']
)
def test_an_index_that_is_not_as_ours_leaves_only_its_commune_out(
    broken: str, sites: list[Published]
) -> None:
    (sites[0].folder / "tim/ten.json").write_text(broken, encoding="utf-8")
    found = _names(sites)
    assert found
    assert {str(row[0]).partition("/")[0] for row in found if row[0] != f"{SLUGS[0]}/"} == {SLUGS[1]}


def test_a_commune_is_found_by_its_name_those_before_and_its_code(sites: list[Published]) -> None:
    (home,) = [row for row in _names(sites) if row[0] == f"{SLUGS[0]}/"]
    unit = sites[0].unit
    assert home[1] == unit.name
    assert unit.former
    assert home[4] == [*(former.name for former in unit.former), unit.code]


def test_texts_that_pack_well_are_weighed_as_they_are(sites: list[Published]) -> None:
    (site, *_) = sites
    before = weight(site)
    (site.folder / "tim/fragment/vi_0000000.pf_fragment").write_bytes(gzip.compress(b"a " * 900_000))
    assert weight(site) == before + 1_800_000


def test_a_copy_that_says_less_than_it_holds_is_cut_off(
    sites: list[Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.overview.search"), "MOST_HELD", 20_000)
    _, files = _search(sites)
    held = [
        len(gzip.decompress(file.source.read_bytes()))
        for file in files
        if file.source and "fragment" in file.path
    ]
    assert len(held) > 100
    assert sum(held) < 200 * len(held) + 40_000


def test_a_copy_with_endless_names_does_not_swell_what_everybody_fetches(sites: list[Published]) -> None:
    path = sites[0].folder / "tim/ten.json"
    told = json.loads(path.read_bytes())
    for row in told["pages"]:
        row[4], row[7] = ["Tên " * 60] * 500, ["41/QĐ-UBND"] * 500
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    _, files = _search(sites)
    (names,) = [file for file in files if file.path == "tim/ten.json"]
    assert 300_000 < len(names.content or b"") < 1_000_000
