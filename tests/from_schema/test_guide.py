"""The guide on the sites: every page, every field, every message there, nothing that leads nowhere."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pydantic import BaseModel

from generator.fields.base import maybe
from generator.fields.text import Count
from generator.files import shared_files
from generator.from_schema.guide import Table, guide, tables, write_guide
from generator.from_schema.guide.tables import HOW
from generator.from_schema.inputs import Form, Input, inputs
from generator.kinds import kinds
from generator.kinds.profile import Profile
from generator.kinds.project.model import Project
from generator.preview import Wish, preview
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.error_codes import codes
from tests.links import broken, read
from tests.servers import served
from tests.test_browser import AXE

FOLDER = "quan-tri/huong-dan/"
OWN = ROOT / "docs" / "huong-dan"
TASKS = ("lich-tiep-cong-dan", "du-an", "kien-nghi", "dinh-chinh", "khong-phat-sinh")
EACH = ("", *TASKS, "doc-loi-bao", "sua-tep", "mau-de-chep", "muc", "muc/du-an", "loi-bao", "loi-bao/p")
"""A page of each form, and those with the widest tables."""
KB = 1024


@pytest.fixture(scope="module")
def built(site: Path) -> Path:
    """The guide as the sample commune's site holds it."""
    return site / "xa-mau" / FOLDER


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_page_of_the_docs_is_a_page_and_each_task_shows_three_ways(built: Path) -> None:
    for path in OWN.glob("*.md"):
        assert (built / ("" if path.stem == "index" else path.stem) / "index.html").is_file()
    first = (built / "index.html").read_text("utf-8")
    for task in TASKS:
        text = (built / task / "index.html").read_text("utf-8")
        ways = re.findall(r"<h2[^>]*>(Cách \d\. [^<]+)</h2>", text)
        assert ways == ["Cách 1. Biểu mẫu", "Cách 2. Excel", "Cách 3. Sửa tệp"], task
        assert f'href="{task}/"' in first
        assert '<pre tabindex="0"><code class="language-yaml">' in text


def test_nothing_in_it_leads_nowhere_and_it_leads_back_to_the_site(site: Path, built: Path) -> None:
    assert [line for line in broken(site / "xa-mau") if line.startswith(FOLDER)] == []
    for page in _pages(built):
        depth = len(page.parent.relative_to(site / "xa-mau").parts)
        assert ("a", "href", "../" * depth) in read(page).links


def test_the_forms_are_named_where_sites_have_them() -> None:
    def named(forms: bool) -> bool:
        return b"\xe1\xbb\x9f bi\xe1\xbb\x83u m\xe1\xba\xabu</a>" in (guide(forms)[0].content or b"")

    assert (named(True), named(False)) == (True, False)


def _every(model: type[BaseModel]) -> Iterator[Input]:
    for field in inputs(model):
        yield field
        if field.model:
            yield from _every(field.model)


def test_every_field_of_every_kind_is_in_its_table(built: Path) -> None:
    for kind in kinds():
        text = unescape((built / "muc" / kind.section / "index.html").read_text("utf-8"))
        for field in _every(kind.model):
            assert f"{field.title} " in text or f"{field.title}<" in text, (kind.name, field.key)
            assert f"<code>{field.key}</code>" in text, (kind.name, field.key)
            assert f"<td>{field.hint}</td>" in text, (kind.name, field.key)
            assert [label for _, label in field.choices if label not in text] == []


class Wider(Project):
    """With one field more."""

    benches: Count = maybe("so_ghe_da", "Số ghế đá", "Ghế đá đã đặt.")


def _keys(found: tuple[Table, ...]) -> set[tuple[str, ...]]:
    return {(*table.keys, row.key) for table in found for row in table.rows}


def test_a_field_added_to_a_model_appears_in_the_table_of_the_guide() -> None:
    assert _keys(tables(Wider)) - _keys(tables(Project)) == {("so_ghe_da",)}
    (row,) = (row for row in tables(Wider)[0].rows if row.key == "so_ghe_da")
    assert (row.title, row.hint, row.how) == ("Số ghế đá", "Ghế đá đã đặt.", (HOW[Form.COUNT],))


def test_what_must_be_there_is_marked_and_a_group_leads_to_its_own_table() -> None:
    first, *others = tables(Project)
    rows = {row.key: row for row in first.rows}
    assert rows["ma"].required
    assert not rows["nguon_von"].required
    assert {table.anchor for table in others} >= {"nguon_von", "giam_sat--kien_nghi--tra_loi"}
    groups = {row.group for table in (first, *others) for row in table.rows if row.group}
    assert groups == {table.anchor for table in others}


def test_every_form_of_value_is_explained_but_by_no_second_example_beside_that_of_its_hint() -> None:
    assert [form for form in Form if form not in HOW] == []
    how = {(*table.keys, row.key): row.how for table in tables(Profile) for row in table.rows}
    assert (how["tru_so", "vi_do"], how["so_lieu", "dien_tich_km2"]) == (("Số.",), (HOW[Form.NUMBER],))


def test_every_code_of_the_program_has_an_entry_that_the_index_leads_to(built: Path) -> None:
    index = [value for tag, _, value in read(built / "loi-bao" / "index.html").links if tag == "a"]
    for code in codes():
        assert f"{code[0]}/#{code}" in index
        assert code in read(built / "loi-bao" / code[0] / "index.html").ids
    text = (built / "loi-bao" / "m" / "index.html").read_text("utf-8")
    assert "generator/" not in text


def test_pictures_are_there_and_say_in_words_what_they_show(built: Path) -> None:
    named = {
        found for path in OWN.glob("*.md") for found in re.findall(r"!\[(.*?)\]\((.*?)\)", path.read_text())
    }
    assert [words for words, _ in named if len(words) < 20] == []
    assert {name for _, name in named} == {f"anh/{path.name}" for path in (OWN / "anh").iterdir()}
    sizes = [path.stat().st_size for path in (built / "anh").iterdir()]
    assert max(sizes) <= 60 * KB
    assert sum(sizes) <= 600 * KB


def test_pages_are_light(built: Path) -> None:
    heavy = [page for page in _pages(built) if len(gzip.compress(page.read_bytes(), 6)) > 15 * KB]
    assert heavy == []
    assert (built / "huong-dan.css").stat().st_size < 8 * KB


def test_every_commune_gets_the_same_bytes_but_a_prepared_site_gets_none(
    site: Path, built: Path, tmp_path: Path
) -> None:
    folder = write_guide(tmp_path, forms=False)
    files = {file.path: file for file in shared_files(folder)}
    for path, file in files.items():
        assert file.source
        assert (site / "xa-mau" / path).read_bytes() == file.source.read_bytes()
    assert len(files) == sum(path.is_file() for path in built.rglob("*"))
    assert not (site / "xa-phu-dinh" / "quan-tri").exists()


def test_two_communes_share_the_files_of_one_build(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for slug, code in (("xa-phu-dinh", "05602"), ("xa-binh-yen", "05587")):
        text = f'ma: "{code}"\ntinh_trang: chinh_thuc\ntham_gia_tu: 20/11/2026\n'
        write_tree(content / "xa" / slug, {"xa.yml": text})
    out = tmp_path / "site"
    assert publish(Order(content, CONTENT / "tinh", out, DAY, compressed=True)).good
    one, other = (out / slug / FOLDER / "du-an" / "index.html" for slug in ("xa-phu-dinh", "xa-binh-yen"))
    assert one.samefile(other)
    assert one.with_name("index.html.br").samefile(other.with_name("index.html.br"))


def test_the_preview_has_it_too_and_it_is_none_of_the_pages_that_are_listed_and_searched() -> None:
    made = preview(Wish("xa-mau", CONTENT, CONTENT / "tinh", DAY)).made
    assert made
    assert f"{FOLDER}index.html" in {file.path for file in made[2]}
    assert [page.url for page in made[1] if page.url.startswith("quan-tri")] == []


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, site: Path, built: Path, width: int, scheme: str
) -> None:
    found = []
    with served(site) as address:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        for path in _pages(built):
            page.goto(f"{address}{path.parent.relative_to(site).as_posix()}/")
            result = Axe().run(page, options=AXE)
            found += [
                (path.parent.name, v["id"], v["nodes"][0]["html"][:120])
                for v in result.response["violations"]
            ]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append((path.parent.name, "wide", ""))
        page.close()
    assert found == []
