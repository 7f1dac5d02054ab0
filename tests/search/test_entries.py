"""What a page can be found by, and what cannot be found at all."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from generator.compose import compose
from generator.core import Draft, Page
from generator.kinds._kind import Scope
from generator.province import Words
from generator.search import catalogue, search_files
from generator.search.entries import Entry, entries_of
from generator.search.index import SIGNATURE, indexed
from generator.search.spelling import d_words, said_of, spelt
from tests.conftest import DAY

WORDS = Words.model_validate(
    {
        "viet_tat": [{"chu": "UBND", "nghia": "Ủy ban nhân dân"}],
        "goi_khac": [
            {"bao_noi": ["sổ đỏ"], "giay_ghi": ["giấy chứng nhận quyền sử dụng đất"]},
            {"bao_noi": ["sang tên"], "giay_ghi": ["chuyển nhượng … đất"]},
            {"bao_noi": ["giải hòa"], "giay_ghi": ["hòa giải"]},
        ],
    }
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Cấp Giấy chứng nhận quyền sử dụng đất lần đầu", ["sổ đỏ"]),
        ("Chuyển nhượng quyền sử dụng đất", ["sang tên"]),
        ("Đất chuyển nhượng", []),
        ("Hoà giải ở cơ sở", ["giải hòa"]),
        ("Họa giải", []),
        ("Lịch của UBND", ["Ủy ban nhân dân"]),
        ("Ủy ban nhân dân xã", ["UBND"]),
        ("Uỷ ban nhân dân xã", ["UBND"]),
        ("Quyền sử dụng đất", []),
    ],
)
def test_a_name_brings_what_people_say_for_its_words(name: str, said: list[str]) -> None:
    assert list(said_of([name], WORDS)) == said


def test_tones_are_spelt_alike_wherever_they_stand_and_words_with_d_are_known() -> None:
    assert spelt("Hoà  thuỷ") == spelt("hòa thủy") != spelt("hóa thủy")
    assert d_words("Đất đai, đất ở Định Hóa") == "dất dai dịnh"


def _pages(scope: Scope) -> tuple[Sequence[Draft], Sequence[Page]]:
    drafts = compose(scope)
    return drafts, [
        Page(d.url, d.title, "", f'<h1>{d.title}</h1><section class="goc">CUỐI</section>') for d in drafts
    ]


def test_what_is_withdrawn_and_the_foot_of_pages_are_not_indexed(sample: Scope) -> None:
    drafts, pages = _pages(sample)
    entries = entries_of(sample, drafts, pages)
    found = {entry.url for entry in entries}
    assert {"gioi-thieu/", "thon/", "du-an/DA-2026-01/", "thu-tuc/1.004873/"} <= found
    people = {url for url in found if url.startswith("ho-tro/")}
    assert found - people == {d.url for d in drafts if d.listed} - {"", "a-z/", "kiem-tra/"}
    assert "ho-tro/HT-2025-04/" not in found
    assert "thu-hoi/" not in found
    assert not any("CUỐI" in entry.body for entry in entries)


def test_lists_of_persons_are_found_by_their_titles_alone(sample: Scope) -> None:
    drafts, pages = _pages(sample)
    entries = {entry.url: entry for entry in entries_of(sample, drafts, pages)}
    assert entries["ho-tro/"].title == "Hỗ trợ, chính sách"
    assert entries["ho-tro/HT-2026-01/"].title == "Hỗ trợ giống chè cho hộ trồng mới"
    assert {entry.body for url, entry in entries.items() if url.startswith("ho-tro/")} == {""}


def test_a_list_of_persons_that_is_over_is_not_found(sample: Scope) -> None:
    record = next(r for r in sample.commune.all("support") if r.id == "HT-2026-01")
    later = replace(sample, day=record.data.keep_until + timedelta(days=1))
    entries = {entry.url for entry in entries_of(later, *_pages(later))}
    assert "ho-tro/HT-2026-01/" not in entries


def test_former_names_and_thon_lead_to_the_pages_that_tell_of_them(sample: Scope) -> None:
    entries = {entry.url: entry for entry in entries_of(sample, *_pages(sample))}
    unit = sample.province.units[sample.commune.code]
    assert {former.name for former in unit.former} <= set(entries["gioi-thieu/"].words)
    assert "Xóm Nà Mẫu" in entries["thon/"].words


def _names(files: dict[str, bytes | None], folder: str) -> Any:
    return json.loads(files[f"{folder}ten.json"] or b"")


def test_the_catalogue_is_shared_byte_for_byte_and_each_fragment_is_there(sample: Scope) -> None:
    shared = catalogue(sample.province, DAY)
    assert shared == catalogue(sample.province, DAY)
    files = {file.path: file.content for file in search_files(sample, *_pages(sample), shared)}
    for file in shared.files:
        assert files[file.path] == file.content
    own, procedures = _names(files, "tim/"), _names(files, "tim/thu-tuc/")
    assert (own["full"], own["beside"]) == (True, ["thu-tuc/"])
    for names, folder in ((own, "tim/"), (procedures, "tim/thu-tuc/")):
        for page in names["pages"]:
            assert f"{folder}fragment/{page[3]}.pf_fragment" in files
    assert {page[0] for page in own["pages"]}.isdisjoint(page[0] for page in procedures["pages"])
    assert len(procedures["pages"]) == len(sample.province.procedures)
    assert "1.004873" in str([page[0] for page in procedures["pages"]])


def test_a_commune_without_one_of_the_procedures_has_an_index_of_its_own(sample: Scope) -> None:
    """No result leads to a page that is not there."""
    shared = catalogue(sample.province, DAY)
    drafts, pages = _pages(sample)
    left = [draft for draft in drafts if draft.url != "thu-tuc/1.004873/"]
    files = {file.path: file.content for file in search_files(sample, left, pages, shared)}
    names = _names(files, "tim/")
    assert names["beside"] == []
    assert not [path for path in files if path.startswith("tim/thu-tuc/")]
    found = {page[0] for page in names["pages"]}
    assert "thu-tuc/1.001193/" in found
    assert "thu-tuc/1.004873/" not in found


def test_a_preview_finds_names_and_runs_nothing(sample: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", None)
    files = {file.path: file.content for file in search_files(sample, *_pages(sample), None)}
    assert sorted(files) == ["tim/ten.json", "tim/thu-tuc/ten.json"]
    assert _names(files, "tim/")["full"] is False


def test_a_procedure_that_has_ended_says_so_where_it_is_found(sample: Scope) -> None:
    code, procedure = next(iter(sample.province.procedures.items()))
    ended = procedure.model_copy(update={"until": DAY.replace(year=DAY.year - 1)})
    province = replace(sample.province, procedures={code: ended})
    (names,) = [f.content for f in catalogue(province, DAY, full=False).files]
    assert json.loads(names or b"")["pages"][0][6] == "Đã hết áp dụng"


def test_hidden_text_is_not_indexed_and_cells_stay_apart() -> None:
    body = '<p hidden>GIẤU</p><p class="viet-tat mo">TẮT</p><table><tr><th>Chỉ tiêu</th><th>Dự toán</th></tr></table>'
    files = indexed((Entry("a/", "Đầu", "", (), (), body),), "tim/")
    (fragment,) = [file.content for file in files if "/fragment/" in file.path]
    found = json.loads(gzip.decompress(fragment or b"").removeprefix(SIGNATURE))
    assert "Chỉ tiêu Dự toán" in found["content"]
    assert not [word for word in ("GIẤU", "TẮT", "dầu") if word in found["content"]]


def test_a_title_is_in_the_text_once_and_what_stands_side_by_side_stays_apart() -> None:
    body = "<h1>Ai &amp; gì</h1>\n<dl><dd><span>97%</span><svg></svg><span>1,15 tỷ đồng</span></dd></dl>"
    files = indexed((Entry("a/", "Ai & gì", "", (), (), body),), "tim/")
    (fragment,) = [file.content for file in files if "/fragment/" in file.path]
    text = json.loads(gzip.decompress(fragment or b"").removeprefix(SIGNATURE))["content"]
    assert text.count("Ai &") == 1
    assert "97% 1,15 tỷ đồng" in text
