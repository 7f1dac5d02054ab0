"""What every model and every field type is built on."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.words.unseen import seen


class Model(BaseModel):
    """A group of declared fields: unknown keys are refused, values never change afterwards.

    What checks them is made when the first is read: a command needs few of all groups.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def refuse(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """What a field type raises: a stable code, a Vietnamese sentence, the next step."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def scalar(value: object) -> str:
    """The written value of a field that holds one value.

    Raises: PydanticCustomError where a list or a group stands in its place.
    """
    if isinstance(value, str):
        return seen(value).strip()
    raise refuse(
        "one_value_expected",
        "cần một giá trị viết trên cùng dòng, đang là một danh sách hoặc nhóm mục con",
        "Viết giá trị ngay sau dấu hai chấm, bỏ các dòng thụt vào bên dưới.",
    )


def given(key: str, title: str, description: str) -> Any:
    """A field that must be written: its YAML key, its Vietnamese title, its help."""
    return Field(alias=key, title=title, description=description)


def maybe(key: str, title: str, description: str, default: object = None) -> Any:
    """A field that may be left out."""
    return Field(default=default, alias=key, title=title, description=description)


def many(key: str, title: str, description: str, least: int = 0) -> Any:
    """A list; left out it is empty, unless at least one item must be written."""
    if least:
        return Field(alias=key, title=title, description=description, min_length=least)
    return Field(default=[], alias=key, title=title, description=description)
