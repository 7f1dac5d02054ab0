"""Closed lists: a code in the files, a Vietnamese label on the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.fields.base import refuse, scalar
from generator.fields.typed import LONGEST, quote
from generator.words.fold import fold, nearest


class Choice(Enum):
    """One of a closed list: `STANDING = "cho_tiep_nhan", "Chờ tiếp nhận"` (code, label).

    Read from the code or the label, tone marks (wherever they stand), case and punctuation aside.
    """

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def read(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        found, names = scalar(value), _names(cls)
        member = names.get(found) or names.get(_words(found))
        if not isinstance(member, cls):
            raise cls._unknown(found)
        return member

    @classmethod
    def listed(cls) -> str:
        """What may be written, as a hint: "Chọn một trong: hop (Họp thôn), phieu (Phát phiếu)."."""
        return f"Chọn một trong: {', '.join(f'{m.value} ({m.label})' for m in cls)}."

    @classmethod
    def _unknown(cls, found: str) -> Exception:
        found = found[:LONGEST]
        close = nearest(found, [m.value for m in cls]) or nearest(found, [m.label for m in cls])
        start = f"Có phải là “{close}”? " if close else ""
        return refuse(
            "choice_unknown",
            f"ghi {quote(found)}, không có trong danh sách",
            f"{start}{cls.listed()}",
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda m: m.value),
        )


@cache
def _names(choices: type[Choice]) -> Mapping[str, Choice]:
    """Every spelling that is read, folded once, and the codes as they are: nearly every file has these."""
    names: dict[str, Choice] = {}
    for member in choices:
        for name in (_words(member.label), _words(member.value)):
            names.setdefault(name, member)
    for member in choices:
        names.setdefault(member.value, names[_words(member.value)])
    return names


def _words(text: str) -> str:
    """The words alone: "niem-yet", "Niêm yết" and "niem_yet" are one."""
    return " ".join(re.findall(r"[^\W_]+", fold(text[:LONGEST])))
