"""Plain values to models, and what pydantic refuses to problems in Vietnamese with their place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.core import Level, Loc, Place, Problem
from generator.fields.base import Model
from generator.fields.titles import title_of
from generator.load.belonging import consequences, known_keys
from generator.load.explanations import EXPLAIN, explain_unknown, own_words
from generator.load.missing import Gaps, find_gaps
from generator.load.reading import MOST_TOLD, Reading

Kept = TypeVar("Kept", bound=Model)
LONGEST_SENTENCE = 600
KEY = re.compile("[a-z][a-z0-9_]*")
QUOTE = "Đặt cả giá trị trong ngoặc kép."
COLON_IN_VALUE = ("colon_in_value", "có dấu hai chấm và dấu cách ở giữa giá trị", QUOTE)
HASH = "text_after_hash"
HOLLOW = "bắt đầu bằng dấu # nên không được đọc"


def read_model(model: type[Kept], reading: Reading) -> Kept | None:
    """The model of a file, or None; every problem is added to the reading's own.

    A file with mistakes is looked through as far as it can be mended, for its other mistakes.
    """
    tree = reading.guess if reading.tree is None else reading.tree
    if tree is None:
        return None
    whole = _all_empty_known(model, reading) and reading.tree is not None
    try:
        found = model.model_validate(tree)
    except ValidationError as error:
        _explain(error, model, reading)
        return None
    return found if whole else None


def _all_empty_known(model: type[BaseModel], reading: Reading) -> bool:
    """Whether the model knows every key that has no value; the others are reported."""
    unknown = [loc for loc in reading.empty if (keys := known_keys(loc, model)) and loc[-1] not in keys]
    told = _told_lines(reading)
    for loc in unknown[:MOST_TOLD]:
        place = Place(reading.path, *reading.keys[loc])
        if place.line in told:
            continue
        code, message, hint = explain_unknown(loc, model)
        reading.add(Problem(place, code, _short(message), _short(hint), title_of(model, loc)))
    return not unknown


def _explain(error: ValidationError, model: type[BaseModel], reading: Reading) -> None:
    details = error.errors(include_url=False)
    known = _told_once([detail for detail in details if not _is_lost(detail, reading)], model, reading)
    reading.untold += max(0, len(known) - MOST_TOLD)
    told = _told_lines(reading)
    gaps = find_gaps(reading)
    for detail in known[:MOST_TOLD]:
        problem = _problem(detail, model, reading, gaps)
        if problem.code == "missing" and _hash_told(problem, reading):
            continue
        if problem.place.line not in told | reading.doubtful:
            reading.add(problem)
    reading.shorten()


def _hash_told(missing: Problem, reading: Reading) -> bool:
    """Whether a value is missing only since it begins with "#": what was a notice of that is an error then."""
    for index, problem in enumerate(reading.problems):
        same = problem.place.line == missing.place.line
        if same and problem.code == HASH and missing.place.column < problem.place.column:
            reading.problems[index] = replace(
                problem, message=HOLLOW, hint=QUOTE, field=missing.field, level=Level.ERROR
            )
            return True
    return False


def _told_lines(reading: Reading) -> set[int]:
    """Lines of a file that could not be read as it stands on which a mistake of writing has been told."""
    return {problem.place.line for problem in reading.problems} if reading.tree is None else set()


def _told_once(details: list[ErrorDetails], model: type[BaseModel], reading: Reading) -> list[ErrorDetails]:
    """Without what is only said since a key is misspelt or in the wrong group: that key is told."""
    unknown = [d["loc"] for d in details[: 2 * MOST_TOLD] if d["type"] == "extra_forbidden"]
    follows = consequences([_yaml_loc(loc, reading) for loc in unknown], reading.empty, model)
    return [d for d in details if (d["type"], _yaml_loc(d["loc"], reading)) not in follows]


def _is_lost(detail: ErrorDetails, reading: Reading) -> bool:
    """Whether this is said only since a part of the file could not be read."""
    if not reading.lost:
        return False
    top = detail["loc"][0] if detail["loc"] else ""
    return top == "" or top in reading.lost or (len(detail["loc"]) == 1 and detail["type"] == "missing")


def _problem(detail: ErrorDetails, model: type[BaseModel], reading: Reading, gaps: Gaps) -> Problem:
    loc = _yaml_loc(detail["loc"], reading)
    if detail["type"] == "one_value_expected" and (key := _split_by_colon(loc, reading)):
        line, column = reading.keys[key]
        at = Place(reading.path, line, column + len(str(key[-1])))
        return Problem(at, *COLON_IN_VALUE, title_of(model, loc))
    explain = EXPLAIN.get(detail["type"], own_words)
    code, message, hint = explain(detail, loc, model)
    if code == "missing" and loc in reading.keys:
        choices = hint.partition("…")[2]
        hint = f"Ghi nội dung vào sau dấu hai chấm ở dòng {reading.keys[loc][0]}{choices or '.'}"
    place = _place(loc, reading, detail["type"], gaps)
    return Problem(place, code, _short(message), _short(hint), title_of(model, loc))


def _split_by_colon(loc: Loc, reading: Reading) -> Loc | None:
    """The beginning of a text that a colon has made a group of, with the rest on the same line."""
    inside = [key for key in reading.keys if key[:-1] == loc]
    if len(inside) != 1 or reading.keys[inside[0]] != reading.places.get(loc):
        return None
    same_line = reading.places[inside[0]][0] == reading.keys[inside[0]][0]
    return inside[0] if same_line and not KEY.fullmatch(str(inside[0][-1])) else None


def _short(text: str) -> str:
    """A sentence that a screen can hold, though it quotes a value of any length."""
    return text if len(text) <= LONGEST_SENTENCE else f"{text[: LONGEST_SENTENCE - 1]}…"


def _yaml_loc(loc: tuple[int | str, ...], reading: Reading) -> Loc:
    """The part of pydantic's location that names keys of the file (it adds names of types)."""
    known = [part for end, part in enumerate(loc, 1) if _known(loc[:end], reading) or end == len(loc)]
    return tuple(known)


def _known(loc: Loc, reading: Reading) -> bool:
    return loc in reading.places or loc in reading.keys


def _place(loc: Loc, reading: Reading, kind: str, gaps: Gaps) -> Place:
    """An unknown key at the key; a missing one at its empty line, else where it belongs."""
    if kind == "missing":
        return Place(reading.path, *(reading.places.get(loc) or gaps.at(loc[:-1])))
    first, second = (
        (reading.keys, reading.places) if kind == "extra_forbidden" else (reading.places, reading.keys)
    )
    for end in range(len(loc), -1, -1):
        for places in (first, second):
            if loc[:end] in places:
                return Place(reading.path, *places[loc[:end]])
    return Place(reading.path)
