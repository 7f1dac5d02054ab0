"""Every case of `tests/wrong/`: the stated code at the stated place, nothing else wrong, no English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.core import Level, Problem, in_order
from generator.province import Province
from tests.wrong_inputs import WRONG, Case, cases

CASES = cases()
KEYS = {
    "as",
    "in",
    "tinh",
    "import",
    "mirror",
    "at",
    "told",
    "level",
    "with",
    "without",
    "folder",
    "province",
    "link",
    "size",
}
FOREIGN = re.compile(
    r"\b(values?|str|string|int|float|bool|none|null|true|false|expected|lines?|column|input|traceback|"
    r"pydantic|error|invalid|missing|required|should|must|got|dict|type|field|key|found|while|parsing|"
    r"mapping|scalar|block|token|document|character|byte|decode|codec|file|not|the|is|be|object|model)\b",
    re.IGNORECASE,
)
"""Words of programmers and programs, none of which is a Vietnamese syllable."""
QUOTED = re.compile(r"“[^”]*”|\S*[/_.]\S*|https?://\S*")
"""What a file says, and names of files and keys, are in no language."""


def each_case(argument: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(argument, CASES, ids=[case.name for case in CASES])


@each_case("case")
def test_the_stated_problem_stands_at_its_place_alone_and_is_told_in_vietnamese(
    case: Case, tmp_path: Path, province: Province
) -> None:
    found = in_order(case.run(tmp_path, province))
    told = [(p.code, *_place(p, tmp_path / case.base), p.level) for p in found]
    assert told.count((case.code, *case.place, case.level)) == 1, told
    errors = [entry for entry in told if entry[-1] is Level.ERROR]
    assert len(errors) == (1 if case.level is Level.ERROR else 0), told
    for problem in found:
        _has_a_next_step_and_not_a_word_of_english(problem)


def _has_a_next_step_and_not_a_word_of_english(problem: Problem) -> None:
    assert problem.message
    assert problem.hint, problem.code
    assert FOREIGN.findall(QUOTED.sub("", f"{problem.sentence} {problem.hint}")) == [], problem


def _place(problem: Problem, base: Path) -> tuple[str, int, int]:
    """The place with its path inside the commune's or the province's folder."""
    path = Path(problem.place.path).relative_to(base).as_posix()
    return path, problem.place.line, problem.place.column


def test_every_side_file_speaks_of_one_case_and_uses_known_words() -> None:
    for case in CASES:
        assert case.expect.keys() <= KEYS, case.name
        assert sum(key in case.expect for key in ("as", "in", "tinh", "import", "mirror")) == 1, case.name
        assert re.fullmatch(r"\d+:\d+", case.expect["at"][0]), case.name
        assert "--" in case.source.name, case.name


def test_every_file_of_the_folder_belongs_to_a_case() -> None:
    known = {case.source for case in CASES}
    beside = {
        case.source.parent / given.split("=", 1)[1]
        for case in CASES
        for given in (*case.expect.get("with", ()), *case.expect.get("province", ()))
    }
    files = [path for path in WRONG.rglob("*") if path.is_file() and path.suffix != ".expect"]
    lost = [path for path in files if not {path, *path.parents} & (known | beside)]
    assert lost == []


def test_there_are_at_least_a_hundred_and_twenty_cases() -> None:
    assert len(CASES) >= 120
