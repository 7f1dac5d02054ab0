"""What changed between two versions of a record, in words, by the titles of today's fields.

Words that somebody wrote are never quoted from an old version: what was taken out of them may have been
taken out for the sake of a person. Sums, days, numbers, states and numbers of documents are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.compose.undrawn import say
from generator.core import Loc
from generator.fields.attachment import Attachment
from generator.fields.declared import declared
from generator.fields.documents import read_document_number
from generator.fields.money import read_dong
from generator.fields.titles import fields_of, model_inside
from generator.history.texts import Group
from generator.kinds._kind import Kind
from generator.kinds._people import data_lists_people
from generator.load.reading import Tree
from generator.words.money import say_sum

UNTOLD = {("ma",), ("tham_gia_tu",), ("dia_chi_goc",), ("cong_khai", "ngay_sua")}
"""What pages do not show, and the day of the last change, which is told by what was changed."""
Told = Iterator[tuple[Loc, str]]
"""Where something changed, by YAML keys, and what in words."""


@dataclass(frozen=True)
class Field:
    """A field of a model that holds values, no groups."""

    model: type[BaseModel]
    key: str

    @property
    def info(self) -> FieldInfo:
        return fields_of(self.model)[self.key]

    def read(self, raw: Tree | None) -> Any:
        """As the field of today reads it; as it is written where it refuses it."""
        if raw is None:
            return None if self.info.is_required() else self.info.get_default()
        try:
            return _reader(self).validate_python(raw)
        except ValidationError:
            return raw

    def said(self, value: Any) -> str:
        """In words; "" for what is not to be quoted."""
        reader = declared(self.info).reader
        several = value if isinstance(value, list | tuple) else [value]
        if reader is read_document_number and isinstance(value, str):
            return _number(value)
        if value is None or any(isinstance(one, str | dict | list) for one in several):
            return ""
        return "; ".join(say_sum(one) if reader is read_dong else say(one, reader) for one in several)


@cache
def _reader(field: Field) -> TypeAdapter[Any]:
    form: Any = field.info.annotation
    return TypeAdapter(Annotated[(form, *field.info.metadata)] if field.info.metadata else form)


def _number(text: str) -> str:
    """The number of a document; "" for one that the field refused."""
    try:
        return read_document_number(text)
    except PydanticCustomError:
        return ""


def told(kind: Kind[Any], old: Group, new: Group) -> Told:
    """Every change, each once; of what lists persons only that it changed, and how many there are."""
    if data_lists_people(kind):
        yield from _counted(kind.model, old, new)
    else:
        yield from _group(kind.model, old, new, (), "")


def _counted(model: type[BaseModel], old: Group, new: Group) -> Told:
    for key in {**old, **new}:
        title, before, after = _title(model, key), old.get(key), new.get(key)
        if before == after or (key,) in UNTOLD:
            continue
        if isinstance(before or [], list) and isinstance(after or [], list):
            yield (key,), f"{title}: {_rows(len(before or ()), len(after or ()))}"
        else:
            yield (key,), f"{title}: {_fate(before, after)}"


def _rows(before: int, after: int) -> str:
    return f"{before} → {after} dòng" if before != after else f"đã sửa, vẫn {after} dòng"


def _group(model: type[BaseModel], old: Group, new: Group, loc: Loc, above: str) -> Told:
    for key in {**old, **new}:
        here, info = (*loc, key), fields_of(model).get(key)
        if here in UNTOLD or old.get(key) == new.get(key):
            continue
        title = f"{above}{_title(model, key)}"
        if info is None:
            yield here, f"{title}: {_fate(old.get(key), new.get(key))}"
        else:
            yield from _field(Field(model, key), old.get(key), new.get(key), here, title)


def _title(model: type[BaseModel], key: str) -> str:
    """What the model of today does not know is not named: no page shows it, so nobody has looked through it."""
    info = fields_of(model).get(key)
    return (info.title if info else None) or "Mục nay không còn dùng"


def _field(field: Field, old: Tree | None, new: Tree | None, loc: Loc, title: str) -> Told:
    inner = model_inside(field.info.annotation)
    if inner is None:
        if text := _leaf(field, old, new):
            yield loc, f"{title}: {text}"
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _group(inner, old, new, loc, f"{title}: ")
    elif isinstance(old or [], list) and isinstance(new or [], list):
        yield from _items(inner, old or [], new or [], loc, title)  # type: ignore[arg-type]
    else:
        yield loc, f"{title}: {_fate(old, new)}"


def _items(inner: type[BaseModel], old: Sequence[Tree], new: Sequence[Tree], loc: Loc, title: str) -> Told:
    """Items that came or went are counted; where there are as many as before, each is compared."""
    start = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if len(before) == len(after):
        for number, (a, b) in enumerate(zip(before, after, strict=True), start + 1):
            name = f"{title}, mục {number}"
            if isinstance(a, dict) and isinstance(b, dict):
                yield from _group(inner, a, b, (*loc, number), f"{name}: ")
            else:
                yield (*loc, number), f"{name}: {_fate(a, b)}"
    elif not before or not after:
        yield loc, f"{title}: {'thêm' if after else 'bớt'} {len(before) or len(after)} mục"
    else:
        yield loc, f"{title}: sửa {min(len(before), len(after))} mục, {_more(len(after) - len(before))}"


def _more(count: int) -> str:
    return f"thêm {count} mục" if count > 0 else f"bớt {-count} mục"


def _leaf(field: Field, old: Tree | None, new: Tree | None) -> str:
    """ "1,2 tỷ → 1,5 tỷ"; "" where both are the same value, only written otherwise."""
    before, after = field.read(old), field.read(new)
    if before == after:
        return ""
    said = field.said(before), field.said(after)
    if all(said):
        return " → ".join(said)
    if before in (None, []) or after in (None, []):
        return f"{_fate(before or None, after or None)} {''.join(said)}".strip()
    return "thay tệp khác" if isinstance(after, Attachment) else "đã sửa"


def _fate(old: object, new: object) -> str:
    if old is None:
        return "mới ghi"
    return "bỏ" if new is None else "đã sửa"
