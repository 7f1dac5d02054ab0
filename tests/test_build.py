"""Bodies to pages: what the frame around them leaves alone, and where it is rendered once for many."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template

from generator import frames
from generator.build import MENDED, build
from generator.core import Link, Page, Site
from generator.kinds._kind import Scope
from generator.publish import make_site
from tests.conftest import DAY


def test_what_is_mended_of_materials_base_is_found_there() -> None:
    material = find_spec("material")
    assert material
    assert material.origin
    base = Path(material.origin).with_name("templates").joinpath("base.html").read_text("utf-8")
    assert [theirs for theirs in MENDED if theirs not in base] == []


def test_the_frame_leaves_what_a_body_says_as_it_is(tmp_path: Path) -> None:
    body = '<h1>T</h1>\n<p>Bỏ qua\n</p><input autocomplete="off">'
    build(Site("Xã", "Tỉnh", DAY), [Page("", "T", "D", body)], [], tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert body in page
    assert page.count("autocomplete") == 1


def test_frames_give_the_bytes_of_the_plain_render_on_every_page(
    sample: Scope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, pages, _ = make_site(sample)
    rendered = [0]
    plain = Template.render

    def counted(self: Template, *args: object, **kwargs: object) -> str:
        rendered[0] += self.name == "main.html"
        return plain(self, *args, **kwargs)

    monkeypatch.setattr(Template, "render", counted)
    build(site, pages, [], tmp_path / "framed")
    assert rendered[0] < len(pages) * 2 / 3
    monkeypatch.setattr(frames, "alike", lambda page, linked: None)
    rendered[0] = 0
    build(site, pages, [], tmp_path / "plain")
    assert rendered[0] == len(pages)
    written = sorted(path.relative_to(tmp_path / "plain") for path in (tmp_path / "plain").rglob("*.html"))
    assert len(written) == len(pages)
    assert [p for p in written if different(tmp_path / "plain" / p, tmp_path / "framed" / p)] == []


def different(one: Path, other: Path) -> bool:
    return one.read_bytes() != other.read_bytes()


@pytest.mark.parametrize(
    "other",
    [
        {"url": "c/x/"},
        {"url": "a/b/x/"},
        {"section": "c/"},
        {"listed": False},
        {"about": "{}"},
        {"headings": (("y", "Y"),)},
        {"description": ""},
    ],
    ids=lambda other: next(iter(other)),
)
def test_pages_share_a_frame_only_where_it_is_the_same(
    other: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Page("a/x/", "X", "D", "<h1>X</h1>", section="a/")
    two = replace(one, **{"url": "a/y/", "title": "Y", "body": "<h1>Y</h1>", **other})
    home = [Page("", "H", "D", "<h1>H</h1>"), Page("a/", "A", "D", ""), Page("c/", "C", "D", "")]
    menu = (Link("A", "a/"), Link("C", "c/"), Link("Y", "a/y/"))
    site = Site("Xã", "Tỉnh", DAY, base="https://xa.vn/", menu=menu)
    build(site, [*home, one, two], [], tmp_path / "framed")
    monkeypatch.setattr(frames, "alike", lambda page, linked: None)
    build(site, [*home, one, two], [], tmp_path / "plain")
    page = Path(two.url, "index.html")
    assert not different(tmp_path / "framed" / page, tmp_path / "plain" / page)
