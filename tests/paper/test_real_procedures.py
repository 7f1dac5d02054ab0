"""Every real procedure on one page: nothing spilled, nothing lost, letters large enough for a wall."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace

import pytest

from generator.assess import assess
from generator.imports.procedures import Order as Import
from generator.imports.procedures import import_procedures
from generator.kinds._kind import Scope
from generator.kinds.procedure import sheets_of
from generator.kinds.procedure.sheet import Sheet
from generator.load import load_commune, load_province
from generator.paper import Paper, papers, press
from generator.typeset.glyphs import UNKNOWN, printable
from tests.conftest import CONTENT, DAY
from tests.paper.reading import Reading, spilled, squeezed, texts
from tests.real import real_data

EDGE, SMALLEST, SMALL_PRINT = 8, 9.5, 8.0
"""Millimetres without ink; points of the text; points of page numbers."""
HARDEST = 12


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Scope:
    """The sample commune with every real procedure."""
    sources = (real_data("tthc/portal"), real_data("tthc/thu_tuc.json"))
    folder = shutil.copytree(CONTENT / "tinh", tmp_path_factory.mktemp("that") / "tinh")
    import_procedures(Import(sources, folder / "thu-tuc", DAY))
    province, _ = load_province(folder)
    assert province
    commune, _ = load_commune(CONTENT / "xa" / "xa-mau", province)
    assert commune
    scope = Scope(commune, province, DAY)
    return replace(scope, verdicts=assess(scope))


def posters(scope: Scope) -> dict[str, Paper]:
    codes = {each.procedure.code for each in sheets_of(scope)}
    return {paper.id: paper for paper in papers(scope) if paper.kind == "thu-tuc" and paper.id in codes}


def length(shown: Sheet) -> int:
    return sum(group.length for group in shown.text.groups)


def hardest(scope: Scope) -> set[str]:
    """The longest names and papers, the most groups, ways and cases, the fullest summaries."""
    measures = (
        length,
        lambda s: len(s.title),
        lambda s: len(s.text.groups),
        lambda s: len(s.text.ways) + len(s.text.case_times),
        lambda s: len(s.summary.bring) + len(s.summary.notes) if s.summary else 0,
        lambda s: max((len(p.head) + len(p.rest) for g in s.text.groups for p in g.papers), default=0),
    )
    each = HARDEST // len(measures)
    found = sheets_of(scope)
    return {s.procedure.code for by in measures for s in sorted(found, key=by, reverse=True)[:each]}


def judge(paper: Paper, scope: Scope) -> list[str]:
    """What is wrong with a poster."""
    reading = Reading(press(paper, scope))
    found = reading.text.casefold()
    (sheet,) = paper.sheets
    said = printable([sheet.title, *texts(sheet.facts)])
    lost = [text for text in said if squeezed(text).casefold() not in found]
    small = [size for size in sizes(reading) if size < SMALLEST - 0.05]
    return [
        *(f"lost: {text[:60]}" for text in lost),
        *(["more than a page"] if len(reading.reader.pages) != 1 else []),
        *(["spilled"] if any(spilled(page, EDGE) for page in reading.pictures()) else []),
        *([f"small: {min(small)}"] if small else []),
        *(["a box for a letter"] if UNKNOWN in found else []),
    ]


def sizes(reading: Reading) -> Counter[float]:
    """Letters by size in points."""
    found: Counter[float] = Counter()

    def see(text: str, page: list[float], line: list[float], font: object, size: float) -> None:
        if text.strip():
            found[round(abs(size * line[0] * page[0]), 2)] += len(text)

    for page in reading.reader.pages:
        page.extract_text(visitor_text=see)
    return found


def test_the_hardest_fit_on_one_page(real: Scope) -> None:
    known, codes = posters(real), hardest(real)
    assert len(codes) >= HARDEST // 2
    assert {code: wrong for code in codes if (wrong := judge(known[code], real))} == {}


def test_what_is_left_out_is_counted(real: Scope) -> None:
    """Papers shown and papers left make all papers of the source; texts are the source's, or begin so."""
    known = posters(real)
    for shown in sheets_of(real):
        if shown.text.papers_told:
            continue
        facts = known[shown.procedure.code].sheets[0].facts
        listed = [paper for group in facts["groups"] for paper in group["papers"]]
        official = [paper for group in shown.text.groups for paper in group.papers]
        told = sum(bool(paper["amount"]) for paper in listed)
        left = sum(group.count for group in shown.text.groups) - told
        assert facts["left"].startswith(f"Còn {left} giấy tờ") == (left > 0), shown.procedure.code
        for paper, source in zip(listed, official, strict=False):
            whole = squeezed(source.head + source.rest)
            assert whole.startswith(squeezed(paper["text"].removesuffix(" …")))


@pytest.mark.long
def test_every_real_procedure_fits_on_one_page(real: Scope) -> None:
    known = posters(real)
    assert len(known) == len(sheets_of(real)) > 200
    assert {code: wrong for code, paper in known.items() if (wrong := judge(paper, real))} == {}
