"""Every paper of the sample, read back by other programs: nothing spills, nothing is lost, codes lead home."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.compose import compose, frame
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.paper import Paper, Size, papers, press
from generator.typeset.glyphs import DRAWN, UNKNOWN, printable
from tests.paper.reading import Reading, spilled, squeezed, texts

EDGE = 8
"""Millimetres of an A4 page that no printer reaches and no paper of ours uses."""


@pytest.fixture(scope="module")
def printed(sample: Scope) -> dict[str, tuple[Paper, Reading]]:
    return {paper.name: (paper, Reading(press(paper, sample))) for paper in papers(sample)}


def test_a_commune_has_a_paper_of_every_record_that_has_a_page(sample: Scope) -> None:
    records = {id(draft.record) for draft in compose(sample) if draft.record and draft.kind}
    told = {id(sheet.record) for paper in papers(sample) for sheet in paper.sheets}
    assert records <= told


def test_names_are_unique_and_stay_in_their_folder(sample: Scope) -> None:
    names = [paper.name for paper in papers(sample)]
    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith("/") or ".." in name or not name.strip("/")]


def test_nothing_is_drawn_outside_the_margins(printed: dict[str, tuple[Paper, Reading]]) -> None:
    for name, (_, reading) in printed.items():
        assert not [page for page in reading.pictures() if spilled(page, EDGE)], name


def test_every_text_is_on_the_paper_letter_by_letter(printed: dict[str, tuple[Paper, Reading]]) -> None:
    for name, (paper, reading) in printed.items():
        found = reading.text.casefold()
        for sheet in paper.sheets:
            for text in (sheet.title, *texts(sheet.facts)):
                assert squeezed(text).casefold() in found, (name, text)


def test_no_letter_is_shown_as_a_box(printed: dict[str, tuple[Paper, Reading]]) -> None:
    assert not [name for name, (_, reading) in printed.items() if UNKNOWN in reading.text]


def test_codes_lead_to_pages_that_are_there(
    sample: Scope, printed: dict[str, tuple[Paper, Reading]]
) -> None:
    base = frame(sample, ()).base
    pages = {f"{base}{draft.url}" for draft in compose(sample)}
    for name, (paper, reading) in printed.items():
        expected = {f"{base}{sheet.url}" for sheet in paper.sheets if sheet.url}
        assert expected <= pages, name
        assert reading.codes() == expected, name


def test_a_poster_of_the_larger_size_is_the_same_page_made_larger(sample: Scope) -> None:
    poster = next(paper for paper in papers(sample) if paper.kind == "tiep-cong-dan")
    small, large = (Reading(press(poster, sample, size)) for size in Size)
    assert small.text == large.text
    assert len(small.reader.pages) == len(large.reader.pages)
    widths = [float(reading.reader.pages[0].mediabox.width) for reading in (small, large)]
    assert widths[1] / widths[0] == pytest.approx(2**0.5, rel=0.01)


def test_the_same_records_and_day_give_the_same_bytes(
    sample: Scope, printed: dict[str, tuple[Paper, Reading]]
) -> None:
    for paper, reading in list(printed.values())[:5]:
        assert press(paper, sample) == reading.content


def test_papers_are_tagged_and_say_their_language(printed: dict[str, tuple[Paper, Reading]]) -> None:
    for name, (paper, reading) in printed.items():
        reader = reading.reader
        assert str(reader.root_object["/Lang"]).startswith("vi"), name
        assert "'/Marked': True" in str(reader.root_object["/MarkInfo"]), name
        assert reader.metadata, name
        assert reader.metadata.title == paper.title, name


@pytest.mark.parametrize(
    ("template", "facts"),
    [
        ("notice.typ", lambda letters: {"opening": "", "told": [letters]}),
        ("lists/quarter.typ", lambda letters: {"basis": letters, "rows": []}),
    ],
    ids=["poster", "official"],
)
def test_the_fonts_draw_every_letter_that_is_let_through(
    sample: Scope, template: str, facts: Callable[[str], dict[str, Any]]
) -> None:
    letters = " ".join(sign for sign in map(chr, range(0x20, 0x3000)) if DRAWN.match(sign))
    found = Reading(press(Paper("x", letters, (Sheet("x", letters, template, facts(letters)),)), sample))
    assert UNKNOWN not in found.text.replace(UNKNOWN, "", 2)
    vietnamese = {sign for sign in letters if "\u1ea0" <= sign <= "\u1ef9" or sign in "ăâđêôơưĂÂĐÊÔƠƯ"}
    assert len(vietnamese) == 104
    assert vietnamese <= {*found.text}


def test_what_no_font_draws_leaves_a_box_and_what_has_no_shape_nothing() -> None:
    assert printable({"a": ["Nhà 😀 mới\u200b", "漢\x07", 5]}) == {"a": ["Nhà □ mới", "□", 5]}


def test_a_word_without_an_end_goes_on_in_the_next_line(sample: Scope) -> None:
    word = "Đường" * 60
    sheet = Sheet("x", word, "notice.typ", {"opening": "", "told": [word]})
    found = Reading(press(Paper("x", word, (sheet,)), sample))
    assert found.text.count(word) == 2
    assert not [page for page in found.pictures() if spilled(page, EDGE)]


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        "$x$ *đậm* _nghiêng_ @ref <nhan>",
        '"); #import "/etc/passwd"',
        "\\u{41} // hết",
        "= Đầu",
    ],
)
def test_a_text_gives_no_orders(sample: Scope, text: str) -> None:
    sheet = Sheet("x", text, "notice.typ", {"opening": "", "told": [text]})
    found = Reading(press(Paper("x", text, (sheet,)), sample))
    assert found.text.count(squeezed(text)) == 2
