"""Plain values to models, and what pydantic refuses to problems in Vietnamese with their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.core import Loc, Place, Problem
from generator.fields.base import Model
from generator.fields.titles import fields_of, model_at, title_of
from generator.load.missing import Gaps, find_gaps
from generator.load.reading import MOST_TOLD, Reading
from generator.words.fold import nearest

Kept = TypeVar("Kept", bound=Model)
LONGEST_SENTENCE = 600


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
    unknown = [loc for loc in reading.empty if (keys := _known_keys(loc, model)) and loc[-1] not in keys]
    for loc in unknown[:MOST_TOLD]:
        place = Place(reading.path, *reading.keys[loc])
        code, message, hint = _explain_unknown(loc, model)
        reading.add(Problem(place, code, _short(message), _short(hint), title_of(model, loc)))
    return not unknown


def _explain(error: ValidationError, model: type[BaseModel], reading: Reading) -> None:
    details = error.errors(include_url=False, include_input=False)
    known = _told_once([detail for detail in details if not _is_lost(detail, reading)], model, reading)
    reading.untold += max(0, len(known) - MOST_TOLD)
    told = {problem.place.line for problem in reading.problems} if reading.tree is None else set()
    gaps = find_gaps(reading)
    for detail in known[:MOST_TOLD]:
        problem = _problem(detail, model, reading, gaps)
        if problem.place.line not in told | reading.doubtful:
            reading.add(problem)
    reading.shorten()


def _told_once(details: list[ErrorDetails], model: type[BaseModel], reading: Reading) -> list[ErrorDetails]:
    """Without what is missing only since its key is misspelt: the misspelt key is told, with the right one."""
    unknown = [d["loc"] for d in details[: 2 * MOST_TOLD] if d["type"] == "extra_forbidden"]
    locs = (_yaml_loc(loc, reading) for loc in unknown)
    meant = {(*loc[:-1], _nearest_key(loc, model)) for loc in locs}
    return [d for d in details if d["type"] != "missing" or _yaml_loc(d["loc"], reading) not in meant]


def _is_lost(detail: ErrorDetails, reading: Reading) -> bool:
    """Whether this is said only since a part of the file could not be read."""
    if not reading.lost:
        return False
    top = detail["loc"][0] if detail["loc"] else ""
    return top == "" or top in reading.lost or (len(detail["loc"]) == 1 and detail["type"] == "missing")


def _problem(detail: ErrorDetails, model: type[BaseModel], reading: Reading, gaps: Gaps) -> Problem:
    loc = _yaml_loc(detail["loc"], reading)
    explain = EXPLAIN.get(detail["type"], _own_words)
    code, message, hint = explain(detail, loc, model)
    place = _place(loc, reading, detail["type"], gaps)
    return Problem(place, code, _short(message), _short(hint), title_of(model, loc))


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


Explanation = tuple[str, str, str]
"""Code, message, hint."""


def _own_words(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    """A field type of ours has already said it in Vietnamese."""
    context = detail.get("ctx", {})
    return detail["type"], context.get("message", "không đọc được giá trị này"), context.get("hint", "")


def _missing(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    return "missing", "còn thiếu", f"Thêm dòng: {loc[-1]}: …"


def _unknown(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    return _explain_unknown(loc, model)


def _explain_unknown(loc: Loc, model: type[BaseModel]) -> Explanation:
    close = _nearest_key(loc, model)
    listed = ", ".join(_known_keys(loc, model))
    hint = f"Có phải là “{close}”?" if close else f"Các mục có thể dùng: {listed}."
    return "unknown_key", f"có mục “{loc[-1]}” không có trong mẫu", hint


def _nearest_key(loc: Loc, model: type[BaseModel]) -> str | None:
    """The key that was probably meant by an unknown one; None where none is close."""
    return nearest(str(loc[-1]), _known_keys(loc, model))


def _known_keys(loc: Loc, model: type[BaseModel]) -> list[str]:
    """The keys that may stand in the group of a key."""
    owner = model_at(model, loc[:-1])
    return sorted(fields_of(owner)) if owner else []


def _group(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    if not loc:
        return (
            "no_keys",
            "tệp không có dòng nào dạng “tên mục: giá trị”",
            "Mỗi dòng ghi tên mục, dấu hai chấm, dấu cách rồi giá trị: ten: Xóm Đồi",
        )
    return (
        "group_expected",
        "cần là một nhóm mục con, đang là một giá trị",
        "Xuống dòng, thụt vào hai dấu cách rồi ghi từng mục con.",
    )


def _list(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    return (
        "list_expected",
        "cần là một danh sách",
        "Xuống dòng, mỗi mục bắt đầu bằng dấu gạch ngang và một dấu cách.",
    )


def _too_short(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    return "too_short", "đang trống, cần ít nhất một mục", "Thêm một mục bắt đầu bằng dấu gạch ngang."


EXPLAIN: dict[str, Callable[[ErrorDetails, Loc, type[BaseModel]], Explanation]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _group,
    "model_attributes_type": _group,
    "list_type": _list,
    "too_short": _too_short,
}
