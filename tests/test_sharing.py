"""What a link shows in Zalo: a picture of its own for each disclosure, with the right words beside it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.build import build
from generator.compose import compose, frame
from generator.core import Draft, Site
from generator.export import export
from generator.kinds._kind import Scope
from generator.link_picture import BOLD, HEIGHT, MARGIN, WIDTH, _font, draw, wrapped
from generator.publish import make_site
from generator.sharing import picture_of, pictures

BASE = "https://xa-mau.example/"
FONT = _font(BOLD, 46)
META = re.compile(r'<meta property="(og:[^"]+)" content="([^"]*)">')


def size(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return picture.size


def test_each_line_fits_and_says_where_something_is_left_out() -> None:
    assert wrapped("Lịch tiếp công dân", FONT, 4) == ["Lịch tiếp công dân"]
    lines = wrapped("Thủ tục cấp giấy chứng nhận quyền sử dụng đất " * 9, FONT, 4)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert all(FONT.getlength(line) <= WIDTH - 2 * MARGIN for line in lines)
    assert " ".join(lines).rstrip("…") in "Thủ tục cấp giấy chứng nhận quyền sử dụng đất " * 9


def test_a_word_without_end_is_clipped_and_no_text_gives_no_line() -> None:
    (line,) = wrapped("W" * 100_000, FONT, 1)
    assert line.startswith("WWW")
    assert line.endswith("W…")
    assert FONT.getlength(line) <= WIDTH - 2 * MARGIN
    assert wrapped("", FONT, 4) == wrapped("  \n", FONT, 4) == []


@pytest.mark.parametrize("letters", ["ẵẳẽỹỵựđĐƯƠ", "àáảãạ", "ỄỆ"])
def test_the_font_has_every_vietnamese_letter(letters: str) -> None:
    missing = bytes(FONT.getmask("\U0010fffe"))
    assert missing
    assert [letter for letter in letters if bytes(FONT.getmask(letter)) == missing] == []


def test_the_picture_shows_its_words_and_is_the_same_each_time() -> None:
    one = draw("Tỉnh Thái Nguyên", "UBND xã Phú Đình", "Dự án A", "Cập nhật ngày 12/10/2026")
    assert size(one) == (WIDTH, HEIGHT)
    assert one == draw("Tỉnh Thái Nguyên", "UBND xã Phú Đình", "Dự án A", "Cập nhật ngày 12/10/2026")
    others = [
        draw("Tỉnh Thái Nguyên", "UBND xã Phú Đình", "Dự án A", "Cập nhật ngày 13/10/2026"),
        draw("Tỉnh Thái Nguyên", "UBND xã Phú Đình", "Dự án B", "Cập nhật ngày 12/10/2026"),
        draw("Tỉnh Thái Nguyên", "UBND xã Phú Lạc", "Dự án A", "Cập nhật ngày 12/10/2026"),
    ]
    assert len({one, *others}) == 4


def test_only_disclosures_and_sections_have_their_own_and_hidden_pages_show_nothing_of_theirs() -> None:
    record: Any = object()
    assert picture_of(Draft("du-an/A/", "A", "t", record=record, section="du-an/")) == "du-an/A/chia-se.png"
    assert picture_of(Draft("du-an/", "Dự án", "t", menu="Dự án")) == "du-an/chia-se.png"
    assert picture_of(Draft("thu-tuc/1/", "Khai sinh", "t", section="thu-tuc/")) == "thu-tuc/chia-se.png"
    hidden = Draft("ho-tro/A/", "A", "t", record=record, section="ho-tro/", listed=False)
    assert picture_of(hidden) == "chia-se.png"


def with_base(scope: Scope, base: str | None) -> tuple[Site, tuple[Draft, ...]]:
    drafts = compose(scope)
    return replace(frame(scope, drafts), base=base), drafts


def test_without_a_full_address_no_picture_is_made(sample: Scope) -> None:
    site, drafts = with_base(sample, None)
    assert list(pictures(drafts, site)) == []


def test_every_page_of_a_site_names_a_picture_that_is_there(sample: Scope, tmp_path: Path) -> None:
    _, pages, _ = make_site(sample)
    site, drafts = with_base(sample, BASE)
    build(site, pages, export(sample, drafts, site), tmp_path)
    seen = set()
    for page in tmp_path.rglob("index.html"):
        told = dict(META.findall(page.read_text("utf-8")))
        assert told["og:url"] == BASE + page.parent.relative_to(tmp_path).as_posix().removeprefix(".") + (
            "/" if page.parent != tmp_path else ""
        )
        assert told["og:title"]
        assert told["og:site_name"] == "UBND xã Mẫu"
        file = tmp_path / told["og:image"].removeprefix(BASE)
        assert size(file.read_bytes()) == (int(told["og:image:width"]), int(told["og:image:height"]))
        seen.add(file)
    assert tmp_path / "du-an" / "DA-2026-01" / "chia-se.png" in seen
    assert {*tmp_path.rglob("chia-se.png")} == seen
