"""Hostile text in every field of every file: pages, data files and addresses stay what they were."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given as each
from hypothesis import settings
from hypothesis import strategies as st

from generator.core import Commune, Draft, Site
from generator.export.cells import cell
from generator.fields.attachment import Attachment
from generator.fields.walk import walk
from generator.kinds._withdrawn import NAME as WITHDRAWAL
from generator.load import load_commune, load_province
from generator.publish import Order, publish
from generator.render import View, relative
from generator.templates import environment
from generator.wellknown import wellknown
from generator.words.prose import ATTRIBUTES, TAGS, markdown_html, plain_html
from tests.conftest import DAY
from tests.hostile import BATTERY, FILES, FORMULAS, HTML, LONG, MARKDOWN, PICTURES, accepted, write_commune
from tests.test_contract import models_in

ACTIVE = {
    "applet", "audio", "base", "body", "button", "embed", "form", "frame", "frameset", "head", "html", "iframe",
    "img", "input", "link", "marquee", "math", "meta", "noscript", "object", "option", "portal", "script",
    "select", "source", "style", "svg", "template", "textarea", "title", "track", "video",
}  # fmt: skip
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "srcset",
    "poster",
    "cite",
    "data",
    "background",
    "xlink:href",
}
SCHEMES = {"", "http", "https", "mailto", "tel", "geo", "webcal"}
PROSE = {
    (tag, name)
    for tag in TAGS
    for name in ("", *ATTRIBUTES.get(tag, ()), *(("rel",) if tag == "a" else ()))
}

SIZES = {("h1", "class"), ("a", "class"), ("details", "class"), ("span", "class")}
"""Templates mark what is long; the names of the classes are theirs."""


@dataclass(frozen=True)
class Built:
    """A site as a browser reads it, and what it was made from."""

    out: Path
    content: Path
    commune: Commune

    @cached_property
    def pages(self) -> dict[str, Element]:
        found = sorted(self.out.rglob("*.html"))
        return {path.relative_to(self.out).as_posix(): parse(path.read_text("utf-8")) for path in found}

    def texts(self) -> Iterator[str]:
        """Every text, as it was read, but rows of persons and the names of files that were withdrawn."""
        for group in self.commune.records.values():
            for record in group:
                for loc, value in walk(record.data):
                    hidden = loc[0] == "danh_sach" or (record.kind, loc[-1]) == (WITHDRAWAL, "tep")
                    if isinstance(value, str) and not hidden:
                        yield str(value)


def parse(text: str) -> Any:
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def words(element: Element | None) -> str:
    return seen("".join(element.itertext() if element is not None else ()))


def seen(text: str) -> str:
    """A text as a browser shows it: spaces run together, NUL replaced or dropped."""
    return " ".join(re.sub("[\x00\ufffd]", "", text).split())


def named(page: Element) -> list[Element]:
    """Every element; comments have no name."""
    return [element for element in page.iter() if isinstance(element.tag, str)]


def make(folder: Path, turn: int | None) -> Built:
    content = write_commune(folder / "content", turn)
    report = publish(Order(content, content / "tinh", folder / "site", DAY))
    assert report.good, [(str(p.place), p.code, p.message) for p in report.problems if p.level == "error"]
    province, _ = load_province(content / "tinh")
    assert province
    commune, _ = load_commune(content / "xa" / "xa-mau", province)
    assert commune
    return Built(folder / "site", content, commune)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same site with its own texts."""
    return make(tmp_path_factory.mktemp("hien"), None)


long = pytest.mark.long


@pytest.fixture(scope="module", params=[0, *(pytest.param(turn, marks=long) for turn in range(1, 19))])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(tmp_path_factory.mktemp("doc"), request.param)


def test_the_battery_reaches_every_free_text_of_every_model(hostile: Built) -> None:
    free = {
        (model, info.alias or name)
        for group in hostile.commune.records.values()
        for record in group
        for model in models_in(type(record.data))
        for name, info in model.model_fields.items()
    }
    taking = [field for field in free if any("<" in text for text in accepted(*field))]
    assert len(taking) > 60
    assert sum("alert(1)" in text for text in hostile.texts()) > 200


def test_pages_stand_at_the_same_addresses(plain: Built, hostile: Built) -> None:
    """But for those made of former units' names, which the battery has changed."""

    def lasting(built: Built) -> list[str]:
        return sorted(name for name in built.pages if not name.startswith("xa-mau-"))

    assert len(lasting(plain)) > 50
    assert lasting(hostile) == lasting(plain)


def test_no_page_gains_an_element_or_an_attribute(plain: Built, hostile: Built) -> None:
    def kinds(page: Element) -> set[tuple[str, str]]:
        return {(e.tag, name) for e in named(page) for name in ("", *e.attrib)}

    own = set[tuple[str, str]]().union(*map(kinds, plain.pages.values())) | PROSE | SIZES
    assert {name: kinds(page) - own for name, page in hostile.pages.items() if kinds(page) - own} == {}
    classes = {e.get("class", "") for page in hostile.pages.values() for e in named(page)}
    assert [name for name in classes if not re.fullmatch(r"[a-z_ -]*", name)] == []


def test_what_is_active_in_a_page_is_only_its_own(plain: Built, hostile: Built) -> None:
    def active(page: Element) -> Counter[str]:
        return Counter(e.tag for e in named(page) if e.tag in ACTIVE)

    def scripts(page: Element) -> list[tuple[dict[str, str], str]]:
        return [(dict(e.attrib), words(e)) for e in named(page) if e.tag in ("script", "style")]

    for name, page in hostile.pages.items():
        assert active(page) == active(plain.pages[name]), name
        assert scripts(page) == scripts(plain.pages[name]), name


def test_no_attribute_runs_anything(hostile: Built) -> None:
    for name, page in hostile.pages.items():
        for element in named(page):
            for key, value in element.attrib.items():
                assert not key.lower().startswith("on"), (name, key, value)
                assert key not in ("style", "srcdoc"), (name, key, value)
                if key in ADDRESSES:
                    assert scheme(value) in SCHEMES, (name, key, value)


def scheme(address: str) -> str:
    """As a browser reads it: control characters and spaces do not count (WHATWG URL)."""
    seen = re.sub(
        r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]", "", unescape(unescape(address))
    )
    found = re.match(r"[a-zA-Z][\w+.-]*(?=:)", seen)
    return found[0].lower() if found else ""


def test_the_head_of_each_page_is_its_own(plain: Built, hostile: Built) -> None:
    def head(page: Element) -> list[tuple[str, list[str]]]:
        return [(e.tag, sorted(e.attrib)) for e in named(page.find("head") or Element("head"))]

    for name, page in hostile.pages.items():
        assert head(page) == head(plain.pages[name]), name


def test_title_heading_and_attributes_say_exactly_the_text(hostile: Built) -> None:
    office = seen(hostile.commune.office)
    for record in hostile.commune.all("project"):
        page = hostile.pages[f"xa-mau/du-an/{record.id}/index.html"]
        name = seen(record.data.name)
        assert words(page.find("head/title")) == f"{name} - {office}"
        assert words(page.find(".//h1")) == name
        told = {e.get("name"): seen(e.get("content", "")) for e in page.iter("meta")}
        assert told["description"].startswith(name)
        assert {seen(photo.alt) for photo in record.data.photos} <= {
            seen(e.get("alt", "")) for e in page.iter("img")
        }
    leads = {seen(e.get("data-loc-o", "")) for e in hostile.pages["xa-mau/thu-tuc/index.html"].iter("li")}
    province, _ = load_province(hostile.content / "tinh")
    assert province
    assert {seen(event.lead) for event in province.events} & leads


def test_json_holds_exactly_the_texts(hostile: Built) -> None:
    found: set[str] = set()
    for path in hostile.out.rglob("*.json"):
        found.update(strings(json.loads(path.read_text("utf-8"), parse_constant=_refuse)))
    missing = {text for text in hostile.texts() if text not in found}
    assert missing == set()


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(item)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def test_no_cell_of_a_csv_begins_like_a_formula(plain: Built, hostile: Built) -> None:
    tables = sorted(hostile.out.rglob("*.csv"))
    assert len(tables) >= 5
    for path in tables:
        own = rows(plain.out / path.relative_to(hostile.out))
        found = rows(path)
        assert (found[0], len(found)) == (own[0], len(own)), path
        assert [cell for row in found for cell in row if runs(cell)] == [], path
        assert {len(row) for row in found} == {len(found[0])}


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def runs(cell: str) -> bool:
    """Whether some spreadsheet may take the cell for a formula; an apostrophe first makes it text."""
    if cell.startswith("'"):
        return False
    hidden = {"Cc", "Cf", "Zs", "Zl", "Zp", "Pi", "Pf"}
    seen = next((c for c in cell if unicodedata.category(c) not in hidden and c not in "\"'`„"), "")
    return unicodedata.normalize("NFKC", seen)[:1] in tuple("=+-@") and seen != ""


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text_in_acell(text: str) -> None:
    assert runs(text) or text.startswith("'")
    assert not runs(cell(text))
    assert not runs(cell([text, "x"]))
    assert cell(f"Gồm {text}") == f"Gồm {text}"


def test_every_attachment_is_linked_by_an_encoded_address_that_leads_to_it(hostile: Built) -> None:
    usable = {
        path.relative_to(hostile.commune.folder).as_posix() for path in hostile.commune.folder.glob("tep/*")
    }
    usable &= {*FILES, *PICTURES}
    linked = set()
    for name, page in hostile.pages.items():
        here = (hostile.out / name).parent
        for element in named(page):
            address = element.get("href") or element.get("src") or ""
            if re.match(r"(\.\./)*tep/", address):
                assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", address), (name, address)
                assert (here / unquote(address)).is_file(), (name, address)
                linked.add(unquote(address).lstrip("./"))
    assert linked & usable or not usable


def test_full_addresses_are_escaped_in_the_sitemap(empty: Any) -> None:
    site = Site("x", "y", DAY, base="https://x.example/?a='&b=")
    text = (next(iter(wellknown([Draft("du-an/", "x", "t")], site))).content or b"").decode()
    places = [e.text for e in html5lib.parse(text, namespaceHTMLElements=False).iter("loc")]
    assert places == ["https://x.example/?a='&b=du-an/"]
    assert "&b" not in text


def test_a_name_of_a_file_cannot_leave_its_address() -> None:
    view = View(Draft("du-an/DA-1/", "x", "t"))
    assert view.to(Attachment("tep/a b#c%2e.pdf")) == "../../tep/a%20b%23c%252e.pdf"
    assert relative("du-an/", "lien-he/#bao-sai-sot") == "../lien-he/#bao-sai-sot"


@pytest.mark.parametrize("text", [*BATTERY, LONG])
def test_prose_runs_nothing_and_drops_nothing(text: str) -> None:
    page = parse(f"<!doctype html><body>{markdown_html(text)}")
    found = {(e.tag, name) for e in named(page) for name in ("", *e.attrib)}
    assert found <= PROSE | {("html", ""), ("head", ""), ("body", "")}
    assert {scheme(e.get("href", "")) for e in named(page)} <= SCHEMES
    if text in HTML:
        shown = re.sub(r"[\W_]", "", words(page))
        assert re.sub(r"[\W_]", "", unescape(text)) in (shown, re.sub(r"[\W_]", "", unescape(words(page))))


@pytest.mark.parametrize("text", BATTERY)
def test_official_text_is_shown_as_it_is(text: str) -> None:
    page = parse(f"<!doctype html><body>{plain_html(text)}")
    assert {e.tag for e in named(page)} <= {"html", "head", "body", "p", "ul", "li"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000, "![" * 10_000, "[a](" * 5_000, "[](<" * 5_000, "<" * 20_000, "<!--" * 5_000, "<![CDATA[" * 2_000,
        "*" * 20_000, "_*" * 10_000, "__*_" * 5_000, "`" * 20_000, ">" * 20_000, "> - " * 5_000, "1. " * 6_000,
        "- " * 10_000, "# a\n" * 5_000, "a\n-\n" * 5_000, "a\n***\n" * 3_000, "|a|b|\n|-|-|\n" * 1_500, "\\" * 20_000,
        "&" * 20_000, "<a@b" * 5_000, "\n" * 19_999 + "x", "a\n    " * 3_000, "\u0300" * 20_000, MARKDOWN[0] * 800,
        "\n".join("    " * depth + "- a" for depth in range(95)),
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_prose_of_full_length_is_shown(text: str) -> None:
    assert len(text) <= 20_000
    page = parse(f"<!doctype html><body>{markdown_html(text)}{plain_html(text)}")
    assert {e.tag for e in named(page)} <= {tag for tag, _ in PROSE} | {"html", "head", "body"}


fragments = st.sampled_from(
    [
        *BATTERY,
        "<",
        ">",
        '"',
        "'",
        "&",
        "&lt;",
        "`",
        "[",
        "](",
        ")",
        "*",
        "_",
        "\n",
        "\n\n",
        "|",
        "#",
        "- ",
        "> ",
        "a",
        " ",
    ]
)
any_text = st.one_of(st.text(max_size=200), st.lists(fragments, max_size=12).map("".join))


@settings(max_examples=300, deadline=None)
@each(text=any_text)
def test_any_text_in_a_template_comes_out_escaped(text: str) -> None:
    """As an element's content, in a quoted attribute, beside prose: the text, and nothing but the text."""
    source = "<p title=\"{{ x }}\" data-loc-o='{{ x }}'>{{ x }}</p>{{ x | van_xuoi }}{{ x | cong_van }}"
    html = environment().from_string(source).render(x=text)
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    page = parse(f"<!doctype html><body>{html}")
    first = page.find("body/p")
    if not re.search(r"[\x00\ud800-\udfff]", text):  # a browser replaces these itself
        assert (first.get("title"), first.get("data-loc-o"), "".join(first.itertext())) == (shown,) * 3
    rest = {(e.tag, name) for e in named(page) if e is not first for name in ("", *e.attrib)}
    assert rest <= PROSE | {("html", ""), ("head", ""), ("body", "")}
    assert {scheme(e.get("href", "")) for e in named(page)} <= SCHEMES


@settings(max_examples=300, deadline=None)
@each(text=any_text)
def test_any_text_in_a_cell_is_text(text: str) -> None:
    assert not runs(cell(text))


def test_addresses_are_compared_as_a_browser_reads_them() -> None:
    """The tests' own eye: it must see through the tricks of the battery."""
    tricks = [
        "JaVaScRiPt:x",
        "java\tscript:x",
        "\x01javascript:x",
        "&#106;avascript:x",
        " javascript&colon;x",
    ]
    assert {scheme(trick) for trick in tricks} == {"javascript"}
    assert scheme("../du-an/?a=b:c") == ""
    assert urlsplit("https://x.example/").scheme in SCHEMES
