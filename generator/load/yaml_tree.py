"""YAML text to plain values, every scalar a string, with the place of each value."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
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
from generator.load.reading import Reading, Tree, decode, position
from generator.load.syntax import explain

LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
DEEPEST = 12


def read_yaml(content: bytes, path: str) -> Reading:
    """Read one document; anything YAML could misread silently becomes a problem with its place."""
    reading = Reading(path)
    text = decode(content, reading)
    if text is None:
        return reading
    reading.text = text
    try:
        events = yaml.parse(text, Loader=LOADER)
        tree = _document(events, reading)
    except yaml.MarkedYAMLError as error:
        reading.report("yaml_syntax", *explain(error, text))
        return reading
    except yaml.YAMLError:
        reading.report(
            "yaml_syntax", None, "không đọc được: tệp chứa ký tự không hợp lệ", "Gõ lại dòng này."
        )
        return reading
    reading.tree = None if reading.problems else tree
    return reading


def _document(events: Iterator[Event], reading: Reading) -> Tree:
    tree: Tree = {}
    documents = 0
    for event in events:
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            reading.report(
                "yaml_many_documents",
                event.start_mark,
                "có dòng --- tách tệp làm nhiều phần",
                "Bỏ dòng ---.",
            )
            break
        if isinstance(event, NodeEvent):
            tree = _node(event, events, (), reading)
    return tree


def _node(event: NodeEvent, events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    reading.places[loc] = position(event.start_mark)
    _refuse_clever_yaml(event, loc, reading)
    if isinstance(event, MappingStartEvent):
        return _mapping(events, loc, reading)
    if isinstance(event, SequenceStartEvent):
        return _sequence(events, loc, reading)
    return _written(event) if isinstance(event, ScalarEvent) else ""


def _written(event: ScalarEvent) -> str:
    """The text of a scalar; unquoted `null` and `~` are what tools write for "nothing"."""
    empty = event.implicit[0] and event.value in ("~", "null")
    return "" if empty else str(event.value)


def _refuse_clever_yaml(event: NodeEvent, loc: Loc, reading: Reading) -> None:
    """Anchors, aliases, tags and deep nesting: nothing a form or a clerk writes, and traps all."""
    if event.anchor:
        word = "*" if isinstance(event, AliasEvent) else "&"
        reading.report(
            "yaml_anchor",
            event.start_mark,
            f"dùng dấu {word} đầu giá trị, YAML hiểu là tham chiếu",
            "Đặt giá trị trong ngoặc kép.",
        )
    if getattr(event, "tag", None):
        reading.report(
            "yaml_tag",
            event.start_mark,
            "dùng dấu ! đầu giá trị, YAML hiểu là kiểu dữ liệu",
            "Đặt giá trị trong ngoặc kép.",
        )
    if isinstance(event, CollectionStartEvent) and len(loc) == DEEPEST:
        reading.report(
            "yaml_too_deep",
            event.start_mark,
            "các mục lồng nhau quá sâu",
            "Xem lại thụt dòng và dấu ngoặc.",
        )


def _mapping(events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    group: dict[str, Tree] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = event.value.strip() if isinstance(event, ScalarEvent) else ""
        here = (*loc, key)
        _check_key(event, key, group, reading)
        reading.keys.setdefault(here, position(event.start_mark))
        if not isinstance(event, ScalarEvent):
            _node(event, events, here, reading)  # type: ignore[arg-type]
        value = _node(next(events), events, here, reading)  # type: ignore[arg-type]
        if value != "":
            group[key] = value
    return group


def _check_key(event: Event, key: str, group: dict[str, Tree], reading: Reading) -> None:
    if not isinstance(event, ScalarEvent):
        reading.report("yaml_key", event.start_mark, "tên mục phải là một từ", "Ghi như: ten: Đồi Chè")
    elif key in group:
        reading.report(
            "duplicate_key",
            event.start_mark,
            f"mục “{key}” viết hai lần trong cùng một nhóm",
            "Giữ lại một dòng, xóa dòng kia.",
        )


def _sequence(events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    items: list[Tree] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        item = _node(event, events, (*loc, len(items)), reading)  # type: ignore[arg-type]
        if item == "":
            reading.report(
                "empty_item",
                event.start_mark,
                "có một mục trống trong danh sách",
                "Ghi nội dung sau dấu gạch ngang hoặc xóa dòng này.",
            )
        items.append(item)
    return items
