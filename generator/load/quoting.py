"""Mistakes around quotation marks: not closed, closed too early, a backslash inside."""

from __future__ import annotations

import re

from generator.load.shapes import HEAD, KEY, Mistake, problem, quoted

QUOTED = re.compile(
    rf"{HEAD}(?:{KEY}:[ \t]+)?(?P<value>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<rest>[ \t]*[^\s#].*)$"
)


def unclosed_quote(column: int, line: str) -> Mistake:
    rest = line[column:].rstrip()
    mended = f"{line[:column]}{quoted(rest[1:])}" if rest and rest[0] not in rest[1:] else None
    return problem(
        "quote_unclosed",
        column,
        f"mở dấu {rest[:1]} mà không đóng",
        f"Thêm dấu {rest[:1]} ở cuối giá trị.",
        mended,
    )


def after_quote(found: re.Match[str], line: str) -> Mistake:
    rest = found.start("rest")
    return problem(
        "text_after_quote",
        rest + len(found["rest"]) - len(found["rest"].lstrip()),
        "còn chữ sau dấu đóng ngoặc",
        "Đặt cả giá trị trong một cặp ngoặc: '…', hoặc bỏ ngoặc.",
        line[: found.start("value")] + quoted(line[found.start("value") :].rstrip()),
    )


def bad_escape(column: int, line: str) -> Mistake:
    return problem(
        "bad_escape",
        max(column - 1, 0) if line[column : column + 1] != "\\" else column,
        "có dấu \\ trong ngoặc kép",
        "Dùng dấu / thay dấu \\, hoặc đặt giá trị trong ngoặc đơn '…'.",
        re.sub(r"\\(?!\")", r"\\\\", line),
    )
