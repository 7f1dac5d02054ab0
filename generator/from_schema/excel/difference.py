"""What changes between two trees of one model, in words: field, old value, new value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from generator.canonical import as_tree
from generator.export.cells import NO, YES
from generator.from_schema.inputs import Form, Input
from generator.personal.masking import masked_text
from generator.words.dates import say_day
from generator.words.money import say_number

NOTHING = "(trống)"
SHOWN, BEFORE = 90, 20
"""Letters of a long text that are shown, and how many of them before the first that differs."""
OFFICIAL = (Form.PHONE, Form.EMAIL, Form.DAY, Form.MONEY, Form.COUNT, Form.NUMBER)
"""Forms that hold no person's data by their nature; the rest is shown as messages show it."""


def same(old: Any, new: Any) -> bool:
    """Whether two models say the same; a group in which nothing is written is none."""
    return bool(_pruned(as_tree(old)) == _pruned(as_tree(new)))


def changes(fields: tuple[Input, ...], old: Any, new: Any, thon: Mapping[str, str]) -> Iterator[str]:
    """ "Thời gian: Khởi công thực tế: (trống) → 05/11/2026", a line for each value that differs."""
    yield from _group(fields, _pruned(old) or {}, _pruned(new) or {}, thon, "")


def _group(
    fields: tuple[Input, ...], old: Any, new: Any, thon: Mapping[str, str], above: str
) -> Iterator[str]:
    for field in fields:
        before, after = old.get(field.key), new.get(field.key)
        title = f"{above}{field.title}"
        if before == after:
            continue
        if field.repeated:
            yield from _list(field, before or [], after or [], thon, title)
        elif field.inside:
            yield from _group(field.inside, before or {}, after or {}, thon, f"{title}: ")
        else:
            yield f"{title}: {_pair(field, before, after, thon)}"


def _list(
    field: Input, old: list[Any], new: list[Any], thon: Mapping[str, str], title: str
) -> Iterator[str]:
    """Items that came, went, or changed where they stood."""
    matcher = SequenceMatcher(
        None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False
    )
    for _, start, end, first, last in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        both = min(end - start, last - first)
        for offset in range(both):
            before, after = old[start + offset], new[first + offset]
            here = f"{title}, mục {first + offset + 1}"
            if field.inside:
                yield from _group(field.inside, before, after, thon, f"{here}: ")
            else:
                yield f"{here}: {_pair(field, before, after, thon)}"
        for index in range(start + both, end):
            yield f"{title}: bớt mục {index + 1}: {_item(field, old[index], thon)}"
        for index in range(first + both, last):
            yield f"{title}: thêm mục {index + 1}: {_item(field, new[index], thon)}"


def _item(field: Input, value: Any, thon: Mapping[str, str]) -> str:
    """What is written in a group; a long text only begun."""
    if not field.inside:
        return _cut(_said(field, value, thon), 0)
    told = [_said(inner, value[inner.key], thon) for inner in field.inside if _is_plain(inner, value)]
    return "; ".join(_cut(text, 0) for text in told)


def _is_plain(field: Input, group: Any) -> bool:
    return field.key in group and not field.repeated and not field.inside


def _pair(field: Input, old: Any, new: Any, thon: Mapping[str, str]) -> str:
    before, after = _said(field, old, thon), _said(field, new, thon)
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    return f"{_cut(before, at)} → {_cut(after, at)}"


def _cut(text: str, at: int) -> str:
    """One line of bearable length that shows where the text differs."""
    line = " ".join(text.split())
    if len(line) <= SHOWN:
        return line
    start = max(0, at - BEFORE) if at > SHOWN - BEFORE else 0
    end = start + SHOWN
    return f"{'…' if start else ''}{line[start:end].strip()}{'…' if end < len(line) else ''}"


def _said(field: Input, value: Any, thon: Mapping[str, str]) -> str:
    """A value as people write it."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return YES if value else NO
    if field.of == "thon":
        return str(thon.get(value, value))
    if field.form is Form.DAY:
        return say_day(date.fromisoformat(str(value)))
    if field.form is Form.CHOICE:
        return str(dict(field.choices).get(value, value))
    if isinstance(value, int) and field.form is Form.MONEY:
        return say_number(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") + ("%" if field.form is Form.PERCENT else "")
    return str(value) if field.form in OFFICIAL else masked_text(str(value))


def _pruned(tree: Any) -> Any:
    if isinstance(tree, dict):
        kept = {key: _pruned(value) for key, value in tree.items()}
        return {key: value for key, value in kept.items() if value not in ({}, [])}
    return [_pruned(item) for item in tree] if isinstance(tree, list) else tree
