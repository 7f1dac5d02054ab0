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
from generator.load.reading import Reading
from generator.words.fold import nearest

Kept = TypeVar("Kept", bound=Model)


def read_model(model: type[Kept], reading: Reading) -> Kept | None:
    """The model of a file, or None; every problem is added to the reading's own."""
    if reading.tree is None:
        return None
    try:
        return model.model_validate(reading.tree)
    except ValidationError as error:
        gaps = find_gaps(reading)
        reading.problems += [_problem(detail, model, reading, gaps) for detail in error.errors()]
        return None


def _problem(detail: ErrorDetails, model: type[BaseModel], reading: Reading, gaps: Gaps) -> Problem:
    loc = _yaml_loc(detail["loc"], reading)
    explain = EXPLAIN.get(detail["type"], _own_words)
    code, message, hint = explain(detail, loc, model)
    return Problem(_place(loc, reading, detail["type"], gaps), code, message, hint, title_of(model, loc))


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
    owner = model_at(model, loc[:-1])
    known = sorted(fields_of(owner)) if owner else []
    close = nearest(str(loc[-1]), known)
    hint = f"Có phải là “{close}”?" if close else f"Các mục có thể dùng: {', '.join(known)}."
    return "unknown_key", f"có mục “{loc[-1]}” không có trong mẫu", hint


def _group(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
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
