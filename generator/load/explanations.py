"""What pydantic refuses, in the words of a clerk's file: code, message, next step."""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.core import Loc
from generator.fields.choice import Choice
from generator.fields.titles import fields_of, model_at
from generator.load.belonging import known_keys, nearest_key, where_it_belongs

Explanation = tuple[str, str, str]
"""Code, message, hint."""
CODES = re.compile(r"(?!.*\d{5})[A-Za-z][\w.-]*(?:, ?[A-Za-z][\w.-]*)*", re.ASCII)
"""One code or several; no number so long that it may be somebody's."""


def own_words(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    """A field type of ours has already said it in Vietnamese."""
    context = detail.get("ctx", {})
    return detail["type"], context.get("message", "không đọc được giá trị này"), context.get("hint", "")


def _missing(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    """Of a closed list with all that may be chosen; nobody can guess the codes."""
    inside = model_at(model, loc[:-1])
    field = fields_of(inside).get(str(loc[-1])) if inside else None
    kind = field.annotation if field else None
    choices = f". {kind.listed()}" if isinstance(kind, type) and issubclass(kind, Choice) else ""
    return "missing", "còn thiếu", f"Thêm dòng: {loc[-1]}: …{choices}"


def _unknown(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Explanation:
    return explain_unknown(loc, model)


def explain_unknown(loc: Loc, model: type[BaseModel]) -> Explanation:
    close = nearest_key(loc, model)
    listed = ", ".join(known_keys(loc, model))
    hint = f"Có phải là “{close}”?" if close else f"Các mục có thể dùng: {listed}."
    hint = where_it_belongs(loc, model) or hint
    return "unknown_key", f"có mục “{loc[-1]}” không có trong mẫu", hint


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
    """A code is shown in brackets; a text may hold commas, or what is not to be repeated."""
    found = detail["input"]
    if isinstance(found, str) and CODES.fullmatch(found) and model_at(model, loc) is None:
        hint = f"Ghi: {loc[-1]}: [{found}]"
    else:
        hint = "Xuống dòng, mỗi mục bắt đầu bằng dấu gạch ngang và một dấu cách."
    return "list_expected", "cần là một danh sách", hint


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
