"""Where a key belongs that its group does not know: misspelt, or indented too much or too little."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from generator.core import Loc
from generator.fields.titles import fields_of, model_at, model_inside
from generator.words.fold import nearest

MOST_GROUPS = 3
"""Groups that a next step names; a key that more of them know tells nothing."""


def known_keys(loc: Loc, model: type[BaseModel]) -> list[str]:
    """The keys that may stand in the group of a key."""
    owner = model_at(model, loc[:-1])
    return sorted(fields_of(owner)) if owner else []


def nearest_key(loc: Loc, model: type[BaseModel]) -> str | None:
    """The key that was probably meant by an unknown one; None where none is close."""
    return nearest(str(loc[-1]), known_keys(loc, model))


def where_it_belongs(loc: Loc, model: type[BaseModel]) -> str:
    """The next step for an unknown key that another group knows; empty where none or too many do."""
    key = str(loc[-1])
    if _outside(loc, model) is not None:
        return (
            f"Mục “{key}” thuộc nhóm ngoài: bớt dấu cách đầu dòng cho thẳng hàng với các mục của nhóm ấy."
        )
    owner = model_at(model, loc[:-1])
    inner = (
        {name: model_inside(field.annotation) for name, field in fields_of(owner).items()} if owner else {}
    )
    groups = [f"“{name}”" for name, found in inner.items() if found and key in fields_of(found)]
    if not 0 < len(groups) <= MOST_GROUPS:
        return ""
    return (
        f"Mục “{key}” thuộc nhóm {' hoặc '.join(groups)}: viết dưới tên nhóm, thụt vào thêm hai dấu cách."
    )


def consequences(
    unknown: Iterable[Loc], empty: Iterable[Loc], model: type[BaseModel]
) -> set[tuple[str, Loc]]:
    """What pydantic says only since these keys are not where they belong: its type of error, and the place.

    The right key is missing; and the keys of a group that was set in too far are none of the group it is now in.
    """
    follows: set[tuple[str, Loc]] = set()
    for loc in unknown:
        group = loc[:-1] if (outside := _outside(loc, model)) is None else outside
        meant = nearest_key(loc, model) if outside is None else str(loc[-1])
        follows.add(("missing", (*group, meant or "")))
    for loc in empty:
        if (outside := _outside(loc, model)) is not None:
            inside = model_at(model, (*outside, loc[-1]))
            follows |= {
                ("extra_forbidden", (*loc[:-1], key)) for key in (fields_of(inside) if inside else ())
            }
            follows.add(("missing", (*outside, loc[-1])))
    return follows


def _outside(loc: Loc, model: type[BaseModel]) -> Loc | None:
    """The nearest group around an unknown key that knows it; None for a key its own group knows."""
    if loc[-1] in known_keys(loc, model):
        return None
    ends = range(len(loc) - 2, -1, -1)
    return next((loc[:end] for end in ends if str(loc[-1]) in known_keys((*loc[:end], ""), model)), None)
