"""Mistakes of YAML writing, each with its name, its words, and the mended line where that is sure."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.load.shapes import LONGEST_KEY, NO_COLON, START, Mistake, problem, quoted


def indent(line: str) -> Mistake:
    return problem(
        "wrong_indent",
        len(line) - len(line.lstrip()),
        "thụt đầu dòng không thẳng hàng với dòng nào ở trên",
        "Các mục cùng nhóm phải thẳng hàng; mục con thụt vào thêm hai dấu cách.",
    )


def dash_unexpected(line: int, lines: list[str]) -> Mistake:
    text = lines[line]
    return problem(
        "dash_unexpected",
        len(text) - len(text.lstrip()),
        "dấu gạch đầu mục không thẳng hàng với các mục khác, hoặc đứng trong nhóm không phải danh sách",
        "Các dấu gạch của một danh sách phải thẳng hàng nhau.",
    )


def first_line(line: str, alone: bool) -> Mistake:
    """The first entry of a file, not at the margin; `alone` says that nothing below belongs to it."""
    mended = line.lstrip(" -") if alone else None
    if line.startswith("-"):
        hint = "Ở đầu tệp không phải danh sách: bỏ dấu gạch, viết tên mục sát lề trái."
        return problem("dash_unexpected", 0, "dấu gạch đứng trước mục đầu tiên của tệp", hint, mended)
    hint = "Xóa khoảng trống đầu dòng: mục ngoài cùng viết sát lề trái."
    column = len(line) - len(line.lstrip())
    return problem("wrong_indent", column, "mục đầu tiên thụt vào mà các mục sau thì không", hint, mended)


def no_colon(line: str) -> Mistake:
    found = NO_COLON.match(line)
    if found is None:
        return stray(len(line) - len(line.lstrip()), line)
    rest = line[found.end() :]
    return problem(
        "missing_colon",
        found.end(1),
        "thiếu dấu hai chấm sau tên mục",
        f"Ghi: {found[1].strip().removeprefix('- ')}: …",
        f"{found[1]}: {rest}" if rest else f"{found[1]}:",
    )


def stray(column: int, line: str) -> Mistake:
    return problem(
        "stray_text",
        min(column, len(line)),
        "dòng này không có tên mục và dấu hai chấm",
        "Nếu là phần nối của dòng trên thì viết liền vào dòng trên; nếu là mục mới thì ghi: ten_muc: …; "
        "nếu thừa thì xóa.",
    )


def extra_comma(column: int) -> Mistake:
    return problem(
        "extra_comma",
        column,
        "có dấu phẩy hoặc dấu ngoặc thừa trong danh sách",
        "Giữa hai mục chỉ một dấu phẩy; nếu là chữ thì đặt cả giá trị trong ngoặc kép.",
    )


def unclosed_bracket(column: int, line: str) -> Mistake:
    start = START.match(line)
    whole = start is not None and start.start(2) == column and not re.search(r"[\]}]", line)
    return problem(
        "bracket_unclosed",
        column,
        "mở dấu ngoặc [ hoặc { mà không đóng đúng chỗ",
        "Đóng ngoặc ở cuối danh sách; nếu là chữ thì đặt cả giá trị trong ngoặc kép.",
        start[1] + quoted(line[column:].rstrip()) if start and whole else None,
    )


def bracket_start(column: int, line: str) -> Mistake:
    return problem(
        "bracket_start",
        column,
        f"giá trị bắt đầu bằng dấu {line[column]} nhưng không phải danh sách",
        "Đặt cả giá trị trong ngoặc kép.",
        line[:column] + quoted(line[column:].rstrip()),
    )


def clever(column: int, line: str) -> Mistake:
    """A sign that YAML takes for a reference, or for the name of a type."""
    return _tag(column, line) if line[column : column + 1] == "!" else _anchor(column, line)


def _anchor(column: int, line: str) -> Mistake:
    return problem(
        "yaml_anchor",
        column,
        f"dùng dấu {line[column : column + 1]} đầu giá trị, YAML hiểu là tham chiếu",
        "Đặt giá trị trong ngoặc kép.",
        line[:column] + quoted(line[column:].rstrip()),
    )


def _tag(column: int, line: str) -> Mistake:
    return problem(
        "yaml_tag",
        column,
        "dùng dấu ! đầu giá trị, YAML hiểu là kiểu dữ liệu",
        "Đặt giá trị trong ngoặc kép.",
        line[:column] + quoted(line[column:].rstrip()),
    )


def colon_in_value(column: int, line: str, more: int = 0) -> Mistake:
    """`more` lines below have no key either: the value is a text of several lines."""
    start = START.match(line)
    whole = start is not None and start.end(1) < column
    key = line[: start.end(1)].strip(" -") if start and start[1].strip(" -") else "tên mục"
    several = f"Đoạn nhiều dòng: ghi “{key} |”, xuống dòng rồi thụt mọi dòng của đoạn vào hai dấu cách."
    found = problem(
        "colon_in_value",
        column,
        "có dấu hai chấm và dấu cách ở giữa giá trị",
        several if more else "Đặt cả giá trị trong ngoặc kép.",
        start[1] + quoted(line[start.end(1) :].rstrip()) if start and whole else None,
    )
    return replace(found, through=more)


def long_key(line: str) -> Mistake:
    return problem(
        "key_too_long",
        len(line) - len(line.lstrip()),
        f"tên mục dài hơn {LONGEST_KEY} ký tự",
        "Xem lại dấu hai chấm; nếu cả dòng là chữ thì đặt trong ngoặc kép.",
    )


def second(more: int = 0) -> Mistake:
    """`more` lines below have no key either."""
    message = "có dòng ... kết thúc tệp ở giữa chừng"
    hint = "Bỏ dòng này và phần chữ không có tên mục ở dưới." if more else "Bỏ dòng này."
    return replace(problem("yaml_many_documents", 0, message, hint, ""), through=more)


def block_text(column: int) -> Mistake:
    return problem(
        "block_text",
        column,
        "có chữ ngay sau dấu | hoặc >",
        "Sau dấu | xuống dòng, thụt vào hai dấu cách rồi mới ghi; nếu là chữ thường thì đặt trong ngoặc kép.",
    )


def directive() -> Mistake:
    return problem(
        "reserved_start",
        0,
        "dòng bắt đầu bằng dấu %, YAML không nhận",
        "Xóa dòng này hoặc đặt giá trị trong ngoặc kép.",
    )


def complex_key(column: int, line: str) -> Mistake:
    if line[column : column + 1] == "?":
        return problem(
            "yaml_key",
            column,
            "dùng dấu ? đầu dòng hoặc đầu giá trị, YAML hiểu là tên mục phức tạp",
            "Bỏ dấu ? hoặc đặt giá trị trong ngoặc kép.",
            line[:column] + quoted(line[column:].rstrip()),
        )
    return indent(line)


def dash_in_value(column: int) -> Mistake:
    return problem(
        "dash_in_value",
        column,
        "dấu gạch đầu mục đứng cùng dòng với tên mục",
        "Xuống dòng, thụt vào hai dấu cách rồi ghi từng mục; nếu là chữ thì đặt trong ngoặc kép.",
    )


def unclear(column: int) -> Mistake:
    return problem(
        "yaml_syntax",
        column,
        "viết chưa đúng quy cách YAML",
        "So dòng này với dòng cùng loại ở trên: số dấu cách đầu dòng, dấu gạch đầu mục, dấu hai chấm.",
    )
