"""What a field of a model is declared to hold: its type without `None`, without its list, without what reads it."""

from __future__ import annotations

import typing
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import UnionType
from typing import Any, TypeVar, Union

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Declared:
    """One field's declaration."""

    type: Any
    reader: Callable[..., Any] | None = None
    """What reads the written value, where the type does not do so itself."""
    repeated: bool = False
    """Whether several stand in a list; hours, which are one line of text, do not."""
    marks: tuple[Any, ...] = ()
    """All else that the declaration says beside its type."""

    def marked(self, kind: type[Mark]) -> Mark | None:
        """The mark of a kind, where there is one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def declared(info: FieldInfo) -> Declared:
    """The declaration of a field as `model_fields` gives it."""
    return _with_marks(info.annotation, tuple(info.metadata))


def _with_marks(annotation: Any, marks: tuple[Any, ...]) -> Declared:
    """What several layers of `Annotated` say together; the outer reader is the one that reads."""
    reader = next((mark.func for mark in marks if isinstance(mark, BeforeValidator)), None)
    if reader is not None:
        return Declared(_bare(annotation), reader, marks=marks)
    return _inside(annotation, marks)


def _inside(annotation: Any, marks: tuple[Any, ...]) -> Declared:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _with_marks(parts[0], (*marks, *parts[1:]))
    if origin in (Union, UnionType):
        return _with_marks(next(part for part in parts if part is not type(None)), marks)
    if origin in (list, tuple):
        return replace(_with_marks(parts[0], marks), repeated=True)
    return Declared(annotation, marks=marks)


def _bare(annotation: Any) -> Any:
    """`Span` of `tuple[Span, ...] | None`: the type alone."""
    parts = [part for part in typing.get_args(annotation) if part is not type(None)]
    return _bare(parts[0]) if parts else annotation
