"""The parser's events to plain values: a dict, a list or a string, nothing clever."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.core import Loc
from generator.load.characters import tidy_value
from generator.load.misread import check_key, check_value
from generator.load.reading import Mark, Reading, Tree

DEEPEST = 12
MOST_VALUES = 60_000
"""Values in one file; more is no disclosure, and would take seconds to look through."""
QUOTES = ('"', "'")
ANCHORED = "Đặt giá trị trong ngoặc kép."


class EnoughError(Exception):
    """Reading stops here; the reading says why."""


def document(events: Iterator[Event], reading: Reading) -> Tree:
    """The only document of a file; "" where it holds nothing.

    Raises: EnoughError, yaml.YAMLError
    """
    tree: Tree = ""
    documents = 0
    for event in events:
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            reading.report(
                "yaml_many_documents",
                event.start_mark,
                "có dòng --- tách tệp làm nhiều phần",
                "Bỏ dòng ---, hoặc tách ra thành nhiều tệp.",
            )
            break
        if isinstance(event, NodeEvent):
            tree = _node(event, events, (), reading)
    return tree


def _node(event: Event, events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    if len(reading.places) >= MOST_VALUES:
        reading.report(
            "too_many_values", event.start_mark, f"tệp có hơn {MOST_VALUES} giá trị", "Tách ra nhiều tệp."
        )
        raise EnoughError
    reading.places[loc] = reading.position(event.start_mark)
    _refuse_clever_yaml(event, reading)
    if isinstance(event, ScalarEvent):
        return _written(event, reading)
    if isinstance(event, CollectionStartEvent) and len(loc) >= DEEPEST:
        reading.report(
            "yaml_too_deep",
            event.start_mark,
            f"các mục lồng nhau quá {DEEPEST} cấp",
            "Xem lại số dấu cách đầu dòng; nếu là chữ thì đặt cả giá trị trong ngoặc kép.",
        )
        raise EnoughError
    if isinstance(event, MappingStartEvent):
        return _mapping(events, loc, reading)
    return _sequence(events, loc, reading) if isinstance(event, SequenceStartEvent) else ""


def _written(event: ScalarEvent, reading: Reading) -> str:
    """The text of a scalar; unquoted `null` and `~` are what tools write for "nothing"."""
    value = str(event.value)
    if event.implicit[0]:
        check_value(value, event, reading)
        return "" if value in ("~", "null") else value
    if event.style in QUOTES and _is_long(event):
        reading.long_quote = True
    if event.style == '"' and not (value.isprintable() and is_normalized("NFC", value)):
        return tidy_value(value, event.start_mark, reading)
    return value


def _is_long(event: ScalarEvent) -> bool:
    start: Mark = event.start_mark
    end: Mark = event.end_mark
    return bool(start.line != end.line)


def _refuse_clever_yaml(event: Event, reading: Reading) -> None:
    """Anchors, aliases and tags: nothing a form or a clerk writes, and traps all."""
    if getattr(event, "anchor", None):
        word = "*" if isinstance(event, AliasEvent) else "&"
        message = f"dùng dấu {word} đầu giá trị, YAML hiểu là tham chiếu"
        reading.report("yaml_anchor", event.start_mark, message, ANCHORED)
    if getattr(event, "tag", None):
        message = "dùng dấu ! đầu giá trị, YAML hiểu là kiểu dữ liệu"
        reading.report("yaml_tag", event.start_mark, message, ANCHORED)


def _mapping(events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    group: dict[str, Tree] = {}
    seen: set[str] = set()
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = str(event.value).strip() if isinstance(event, ScalarEvent) else ""
        here = (*loc, key)
        good = check_key(key, event, reading)
        if not isinstance(event, ScalarEvent):
            _node(event, events, here, reading)
        elif key in seen:
            if good:
                _refuse_second(key, event, here, reading)
            good, here = False, (*loc, f"{key}\0{len(reading.places)}")
        else:
            reading.keys[here] = reading.position(event.start_mark)
        seen.add(key)
        value = _node(next(events), events, here, reading)
        if good and value != "":
            group[key] = value
        elif good:
            reading.empty.append(here)
    return group


def _refuse_second(key: str, event: Event, here: Loc, reading: Reading) -> None:
    reading.report(
        "duplicate_key",
        event.start_mark,
        f"mục “{key}” viết hai lần trong cùng một nhóm, lần đầu ở dòng {reading.keys[here][0]}",
        "Giữ lại một dòng, xóa dòng kia; nếu là mục mới của danh sách thì đặt dấu gạch trước dòng đầu của nó.",
    )


def _sequence(events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    items: list[Tree] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        item = _node(event, events, (*loc, len(items)), reading)
        if item == "" and not isinstance(event, AliasEvent):
            reading.report(
                "empty_item",
                event.start_mark,
                "có một mục trống trong danh sách",
                "Ghi nội dung sau dấu gạch ngang hoặc xóa dòng này.",
            )
        items.append(item)
    return items
