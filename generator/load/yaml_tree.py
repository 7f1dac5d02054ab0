"""YAML text to plain values, every scalar a string, with the place of each value."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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

from generator.core import Loc, Place, Problem

Tree = str | list["Tree"] | dict[str, "Tree"]
Mark = Any
"""A position of the parser; PyYAML has two classes for it, one per back end."""
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
DEEPEST = 12
LARGEST = 2_000_000
"""Bytes; a file of disclosures is a few kilobytes, the longest official procedure 0.1 MB."""


@dataclass
class Reading:
    """What one file gave: its tree (None where it cannot be read), places, problems."""

    path: str
    tree: Tree | None = None
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    """Places of the keys themselves, for values that are missing or do not belong."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(self.path, *_at(mark)), code, message, hint))


def read_yaml(content: bytes, path: str) -> Reading:
    """Read one document; anything YAML could misread silently becomes a problem with its place."""
    reading = Reading(path)
    text = _decode(content, reading)
    if text is None:
        return reading
    try:
        events = yaml.parse(text, Loader=LOADER)
        tree = _document(events, reading)
    except yaml.MarkedYAMLError as error:
        reading.report("yaml_syntax", error.problem_mark, *_explain(error, text))
        return reading
    except yaml.YAMLError:
        reading.report("yaml_syntax", None, "không đọc được: tệp chứa ký tự không hợp lệ")
        return reading
    reading.tree = None if reading.problems else tree
    return reading


def _decode(content: bytes, reading: Reading) -> str | None:
    if len(content) > LARGEST:
        reading.report("file_too_large", None, "tệp quá lớn", "Tách dữ liệu ra nhiều tệp.")
        return None
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reading.problems.append(
            Problem(
                Place(reading.path, line),
                "not_utf8",
                "tệp không ở bảng mã UTF-8, chữ Việt có thể sai",
                "Lưu lại tệp với bảng mã UTF-8 (Unicode).",
            )
        )
        return None


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
    reading.places[loc] = _at(event.start_mark)
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
        reading.report("yaml_too_deep", event.start_mark, "các mục lồng nhau quá sâu")


def _mapping(events: Iterator[Event], loc: Loc, reading: Reading) -> Tree:
    group: dict[str, Tree] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = event.value.strip() if isinstance(event, ScalarEvent) else ""
        here = (*loc, key)
        _check_key(event, key, group, reading)
        reading.keys.setdefault(here, _at(event.start_mark))
        if not isinstance(event, ScalarEvent):
            _node(event, events, here, reading)  # type: ignore[arg-type]
        value = _node(next(events), events, here, reading)  # type: ignore[arg-type]
        if value != "":
            group[key] = value
    return group


def _check_key(event: Event, key: str, group: dict[str, Tree], reading: Reading) -> None:
    if not isinstance(event, ScalarEvent):
        reading.report("yaml_key", event.start_mark, "tên mục phải là một từ, ví dụ: ten")
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


def _explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Message and hint for what the parser said in English."""
    problem = error.problem or ""
    line = _line_of(error.problem_mark, text)
    if "\t" in line:
        return "có dấu tab ở đầu dòng hoặc giữa dòng", "Thay dấu tab bằng dấu cách."
    if "mapping values are not allowed" in problem:
        return (
            "có dấu hai chấm thừa hoặc thụt dòng chưa đều",
            "Nếu giá trị chứa dấu hai chấm, đặt cả giá trị trong ngoặc kép; xem lại số dấu cách đầu dòng.",
        )
    if "quoted scalar" in problem or "quoted scalar" in (error.context or ""):
        return "có dấu ngoặc kép mở mà không đóng", "Thêm dấu ngoặc kép ở cuối giá trị."
    return (
        "viết chưa đúng quy cách YAML",
        "So dòng này với dòng cùng loại ở trên: số dấu cách đầu dòng, dấu gạch đầu mục, dấu hai chấm.",
    )


def _at(mark: Mark) -> tuple[int, int]:
    """Line and column counted from 1; the start of the file where the parser names no place."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _line_of(mark: Mark, text: str) -> str:
    lines = text.splitlines()
    return lines[mark.line] if mark and mark.line < len(lines) else ""
