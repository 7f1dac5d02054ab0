"""Bodies to pages: what the frame around them leaves alone, and where it is rendered once for many."""

from __future__ import annotations

from pathlib import Path

from generator.build import MENDED, build
from generator.core import Page, Site
from tests.conftest import DAY


def test_what_is_mended_of_materials_base_is_found_there(tmp_path: Path) -> None:
    import material

    base = Path(material.__path__[0], "templates/base.html").read_text("utf-8")
    assert [theirs for theirs in MENDED if theirs not in base] == []


def test_the_frame_leaves_what_a_body_says_as_it_is(tmp_path: Path) -> None:
    body = '<h1>T</h1>\n<p>Bỏ qua\n</p><input autocomplete="off">'
    build(Site("Xã", "Tỉnh", DAY), [Page("", "T", "D", body)], [], tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert body in page
    assert page.count("autocomplete") == 1
