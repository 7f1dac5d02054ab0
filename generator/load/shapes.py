"""Lines that YAML does not read as they were meant: what people type, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = r"[ \t]*(?:- +)*"
KEY = r"[A-Za-z_]\w*"
SPACES, QUOTES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000", "“”„‟‘’"
LONGEST_KEY = 100
LEAD = re.compile(f"[ \\t{SPACES}]*")
WIDE_COLON = re.compile(f"({HEAD}[\"'“]?{KEY})[ \\t]*：[ \\t]*")
NO_SPACE = re.compile(rf"({HEAD}{KEY}:)(?!//)[^\s:]")
NO_DASH_SPACE = re.compile(r"(\s*(?:- +)*-)(?![-\s])")
BULLET = re.compile(r"(\s*)([–—•●▪◦*+·])[ \t]+\S")
START = re.compile(rf"({HEAD}(?:{KEY}:[ \t]+)?)(\S)")
SMART = re.compile(r"[“”„‟][^“”„‟\"]*[“”\"]|[‘’][^‘’'\"]*[‘’']")
HALF_SMART = re.compile(r"\"[^\"“]*”|'[^'‘]*’")
TABLE = re.compile(r"[^\t\"'#]*[^\s\"'#][ ]*\t[^\t]*\t")
PIPES = re.compile(r"[ \t]*\|[^|]*\|[^|]*\|")
JSON = re.compile(rf"({HEAD}\"{KEY}\"[ \t]*:[ \t]*(?:\"[^\"]*\"|[^\",\[{{]+)),[ \t]*$")
NO_COLON = re.compile(rf"({HEAD}[a-z_][a-z0-9_]*)(?:[ \t]*=[ \t]*|[ \t]+|$)")


@dataclass(frozen=True)
class Mistake:
    """One mistake on a line: column from 0, and the line once mended where that is sure."""

    code: str
    column: int
    message: str
    hint: str
    mended: str | None = None
    through: int = 0
    """Lines that follow and are part of the mistake: mended, they are gone."""


def problem(code: str, column: int, message: str, hint: str, mended: str | None = None) -> Mistake:
    return Mistake(code, column, message, hint, mended)


def odd_shape(line: str) -> Mistake | None:
    """The mistake that a line shows by itself; None where it may be right."""
    for rule in (
        indentation,
        table,
        json_comma,
        wide_colon,
        smart_quotes,
        no_space,
        no_dash_space,
        bullet,
        reserved,
    ):
        found = rule(line)
        if found:
            return found
    return None


def indentation(line: str) -> Mistake | None:
    """Tabs and foreign spaces before the text of a line."""
    lead = LEAD.match(line)
    typed = lead[0] if lead else ""
    if "\t" in typed:
        return problem(
            "tab_indent",
            typed.index("\t"),
            "thụt đầu dòng bằng dấu tab",
            "Xóa dấu tab, gõ hai dấu cách cho mỗi cấp.",
        )
    odd = next((column for column, char in enumerate(typed) if char != " "), None)
    if odd is None:
        return None
    return problem(
        "odd_space_indent",
        odd,
        "thụt đầu dòng bằng dấu cách đặc biệt, thường do chép từ Word hoặc trang web",
        "Xóa khoảng trống đầu dòng, gõ lại bằng phím cách.",
        re.sub(f"[{SPACES}]", " ", typed) + line[len(typed) :],
    )


def table(line: str) -> Mistake | None:
    """A row that came from a spreadsheet or a web page: cells between tabs or upright strokes."""
    if not (TABLE.match(line) or PIPES.match(line)):
        return None
    return problem(
        "pasted_table",
        len(line) - len(line.lstrip()),
        "có bảng chép từ Excel hoặc Word, máy không đọc được bảng",
        "Ghi mỗi hàng thành một mục: dấu gạch, tên mục, dấu hai chấm, giá trị.",
    )


def json_comma(line: str) -> Mistake | None:
    """An entry as JSON has it, key in quotes and comma at the end."""
    found = JSON.match(line)
    if found is None:
        return None
    return problem(
        "extra_comma",
        found.end(1),
        "có dấu phẩy ở cuối dòng",
        "Mỗi mục một dòng, không có dấu phẩy ở cuối.",
        found[1],
    )


def wide_colon(line: str) -> Mistake | None:
    found = WIDE_COLON.match(line)
    if found is None:
        return None
    column = line.index("：")
    return problem(
        "wide_colon",
        column,
        "dùng dấu hai chấm kiểu chữ Hán “：”",
        "Thay bằng dấu hai chấm thường và một dấu cách: “: ”.",
        f"{found[1]}: {line[found.end() :]}",
    )


def smart_quotes(line: str) -> Mistake | None:
    """A value inside the curved quotes of Word, or with one curved quote at its end."""
    start = START.match(line)
    value = line[start.end(1) :].rstrip() if start else ""
    if start is None or not (SMART.fullmatch(value) or HALF_SMART.fullmatch(value)):
        return None
    half = value[0] not in QUOTES
    return problem(
        "word_quotes",
        start.end(1) + (len(value) - 1 if half else 0),
        "dùng dấu ngoặc kép cong của Word",
        'Gõ lại bằng dấu ngoặc kép thẳng: "…", hoặc bỏ ngoặc.',
        start[1] + quoted(value[1:-1]),
    )


def no_space(line: str) -> Mistake | None:
    found = NO_SPACE.match(line)
    if found is None:
        return None
    end = found.end(1)
    return problem(
        "space_after_colon",
        end,
        "thiếu dấu cách sau dấu hai chấm",
        f"Ghi: {line[:end].strip().removeprefix('- ')} …",
        f"{line[:end]} {line[end:]}",
    )


def no_dash_space(line: str) -> Mistake | None:
    found = NO_DASH_SPACE.match(line)
    if found is None:
        return None
    end = found.end(1)
    return problem(
        "space_after_dash",
        end,
        "thiếu dấu cách sau dấu gạch đầu mục",
        f"Ghi: - {line[end:].strip()[:40]}",
        f"{line[:end]} {line[end:]}",
    )


def bullet(line: str) -> Mistake | None:
    found = BULLET.match(line)
    if found is None:
        return None
    return problem(
        "bullet_mark",
        found.start(2),
        f"đầu mục dùng dấu “{found[2]}”",
        "Đầu mỗi mục của danh sách gõ dấu gạch ngang - rồi một dấu cách.",
        f"{found[1]}-{line[found.end(2) :]}",
    )


def reserved(line: str) -> Mistake | None:
    """A value that begins with a sign which YAML keeps for itself."""
    start = START.match(line)
    if start is None or start[2] not in "@`%,]}":
        return None
    value = line[start.start(2) :].rstrip()
    return problem(
        "reserved_start",
        start.start(2),
        f"giá trị bắt đầu bằng dấu {start[2]}, YAML không nhận",
        "Đặt cả giá trị trong ngoặc kép.",
        start[1] + quoted(value) if start[1] else None,
    )


def quoted(value: str) -> str:
    """A value between straight quotes."""
    inside = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'
