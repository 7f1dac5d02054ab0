"""What the YAML parser says in English, as commune staff need it."""

from __future__ import annotations

import yaml

from generator.load.reading import Mark

Explanation = tuple[Mark, str, str]


def explain(error: yaml.MarkedYAMLError, text: str) -> Explanation:
    """Where the mistake begins, what it is, and the next step."""
    problem, context = error.problem or "", error.context or ""
    if "\t" in _line_of(error.problem_mark, text):
        return error.problem_mark, "có dấu tab ở đầu dòng hoặc giữa dòng", "Thay dấu tab bằng dấu cách."
    if "mapping values are not allowed" in problem:
        return (
            error.problem_mark,
            "có dấu hai chấm thừa hoặc thụt dòng chưa đều",
            "Nếu giá trị chứa dấu hai chấm, đặt cả giá trị trong ngoặc kép; xem lại số dấu cách đầu dòng.",
        )
    if "quoted scalar" in context:
        return error.context_mark, "có dấu ngoặc kép mở mà không đóng", "Thêm dấu ngoặc kép ở cuối giá trị."
    return (
        error.problem_mark,
        "viết chưa đúng quy cách YAML",
        "So dòng này với dòng cùng loại ở trên: số dấu cách đầu dòng, dấu gạch đầu mục, dấu hai chấm.",
    )


def _line_of(mark: Mark, text: str) -> str:
    lines = text.splitlines()
    return lines[mark.line] if mark and mark.line < len(lines) else ""
