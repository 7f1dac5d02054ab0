"""Every clause of the law and every line of the plan has its place: `docs/nghia-vu.md`, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pytest

from generator.assess import assess
from generator.compose import compose
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.province import Province
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "nghia-vu.md").read_text(encoding="utf-8")
PLAN = "KH-188-2024"
LETTERS = ["a", "b", "c", "d", "đ", "g", "h", "l", "r", "s", "t", "u"]
"""Of Luật 01/2026/QH16 Đ17 k1, those that nearly always bind a commune."""
OTHERS = ["e", "i", "k", "m", "n", "o", "p", "q", "v"]
"""Those that are for others, or of which no copy with the full wording was compared."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    clause: str
    text: str
    kinds: tuple[str, ...]
    pages: tuple[str, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What a row may name."""

    kinds: frozenset[str]
    pages: Mapping[str, str]
    """Address to the kind that makes it; empty where none does."""
    duties: Mapping[str, frozenset[str]]
    """Id to the kinds that fulfil it."""
    expected: tuple[str, ...]


def rows(page: str) -> Iterator[Row]:
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] not in ("Điều khoản", "---"):
            yield Row(cells[0], cells[1], *(tuple(re.findall(r"`([^`]+)`", cell)) for cell in cells[2:]))


def clauses(province: Province) -> Iterator[str]:
    """The clauses that must have a row: of both laws, and of the plan line by line."""
    yield from (f"Điều 11 khoản {number}" for number in range(1, 15))
    yield from (f"Điều 17 khoản 1 điểm {letter}" for letter in LETTERS)
    plan = province.plan(PLAN)
    assert plan
    for task in plan.tasks:
        yield from (f"Kế hoạch {task.id} ý {number}" for number in range(1, len(task.lines) + 1))


def fulfilled_by(province: Province) -> Mapping[str, frozenset[str]]:
    """The kinds of each duty, of all its versions together."""
    found: dict[str, frozenset[str]] = {}
    for duty in province.duties:
        found[duty.id] = found.get(duty.id, frozenset()) | frozenset(duty.kinds)
    return found


def wrong(page: str, known: Known) -> list[str]:
    """What is wrong with a table, in words; empty where all is right."""
    found = list(rows(page))
    listed = [row.clause for row in found]
    return [
        *(f"no row: {clause}" for clause in known.expected if clause not in listed),
        *(f"twice: {clause}" for clause in dict.fromkeys(listed) if listed.count(clause) > 1),
        *(f"no such clause: {clause}" for clause in listed if clause not in known.expected),
        *(problem for row in found for problem in _wrong(row, known)),
    ]


def _wrong(row: Row, known: Known) -> Iterable[str]:
    yield from (f"{row.clause}: no kind {name}" for name in row.kinds if name not in known.kinds)
    yield from (f"{row.clause}: no page {url}" for url in row.pages if url not in known.pages)
    yield from (f"{row.clause}: no duty {id}" for id in row.duties if id not in known.duties)
    makers = {known.pages[url] for url in row.pages if url in known.pages}
    yield from (f"{row.clause}: no page of {name}" for name in row.kinds if name not in makers)
    yield from (f"{row.clause}: page of {name}" for name in makers - {""} if name not in row.kinds)
    if not row.pages:
        yield f"{row.clause}: nowhere"
    if row.clause.startswith("Điều"):
        yield from _unlike_its_duties(row, known)


def _unlike_its_duties(row: Row, known: Known) -> Iterable[str]:
    """A clause is fulfilled by what its duties name, each kind of them, and by nothing else."""
    if not row.duties:
        yield f"{row.clause}: no duty"
        return
    fulfil = {name for id in row.duties for name in known.duties.get(id, ())}
    yield from (
        f"{row.clause}: {name} fulfils none of its duties" for name in row.kinds if name not in fulfil
    )
    yield from (f"{row.clause}: its duties want {name}" for name in fulfil if name not in row.kinds)


@pytest.fixture(scope="module")
def known(sample: Scope) -> Known:
    drafts = compose(replace(sample, verdicts=assess(sample)))
    return Known(
        kinds=frozenset({kind.name for kind in kinds()}),
        pages={draft.url: draft.kind for draft in drafts},
        duties=fulfilled_by(sample.province),
        expected=tuple(clauses(sample.province)),
    )


def test_every_clause_has_its_row_and_every_row_names_what_there_is(known: Known) -> None:
    assert wrong(PAGE, known) == []


def test_fourteen_clauses_twelve_letters_and_every_line_of_the_plan_are_asked_for(known: Known) -> None:
    assert len(known.expected) == 14 + 12 + 39


def test_every_letter_has_a_row_or_is_said_to_have_no_duty(province: Province) -> None:
    told = re.search(r"Điểm ([^;]+) chủ yếu.*; điểm ([^ ]+(?:, .)*) tùy xã", PAGE)
    assert told
    assert sorted(", ".join(told.groups()).split(", ")) == OTHERS
    ids = {duty.id.removeprefix("TCTT-17.1") for duty in province.duties if "TCTT-17.1" in duty.id}
    assert ids == {letter.replace("đ", "dd") for letter in LETTERS}
    assert sorted([*LETTERS, *OTHERS]) == sorted("abcdđeghiklmnopqrstuv")


def test_the_days_told_as_read_in_copies_are_those_of_the_duties(province: Province) -> None:
    """Each of the four laws: number, and the day that the page names for it."""
    told = dict(re.findall(r"(\d+/20\d\d/[A-ZĐ0-9-]+) từ (\d\d/\d\d/\d{4})", PAGE))
    since = {duty.basis.number: f"{duty.basis.since:%d/%m/%Y}" for duty in province.duties}
    assert len(told) == 4
    assert told == {number: since.get(number) for number in told}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"\| Điều 11 khoản 9 \|.*\n", "", "no row: Điều 11 khoản 9"),
        (r"\| Kế hoạch 1.4 ý 5 \|.*\n", "", "no row: Kế hoạch 1.4 ý 5"),
        (r"điểm đ \|", "điểm e |", "no row: Điều 17 khoản 1 điểm đ"),
        (r"khoản 1 \| ", "khoản 2 | ", "twice: Điều 11 khoản 2"),
        (r"(khoản 6 \|.*)`document`", r"\1`documents`", "Điều 11 khoản 6: no kind documents"),
        (r"(khoản 6 \|.*)`van-ban/`", r"\1`van-bang/`", "Điều 11 khoản 6: no page van-bang/"),
        (r"(khoản 6 \|.*)`van-ban/`", r"\1`du-an/`", "Điều 11 khoản 6: no page of document"),
        (r"(khoản 6 \|.*)`THDC-11.6`", r"\1`THDC-11.66`", "Điều 11 khoản 6: no duty THDC-11.66"),
        (r"(khoản 6 \|.*)`THDC-11.6`", r"\1—", "Điều 11 khoản 6: no duty"),
        (
            r"(khoản 9 \|.*)`document`",
            r"\1`document`, `fund`",
            "Điều 11 khoản 9: fund fulfils none of its duties",
        ),
        (r"(điểm đ \|.*)`support`, ", r"\1", "Điều 17 khoản 1 điểm đ: its duties want support"),
    ],
)
def test_a_table_with_one_thing_wrong_is_refused(known: Known, old: str, new: str, told: str) -> None:
    damaged = re.sub(old, new, PAGE, count=1)
    assert damaged != PAGE
    assert told in wrong(damaged, known)


def test_the_lines_of_the_plan_are_told_as_the_province_has_them(province: Province) -> None:
    plan = province.plan(PLAN)
    assert plan
    told = {
        f"Kế hoạch {task.id} ý {n}": line for task in plan.tasks for n, line in enumerate(task.lines, 1)
    }
    assert {row.clause: row.text for row in rows(PAGE) if row.clause in told} == told


def test_every_kind_but_the_declaration_of_nothing_stands_in_the_table() -> None:
    named = {name for row in rows(PAGE) for name in row.kinds}
    assert {kind.name for kind in kinds()} - named == {"empty"}
