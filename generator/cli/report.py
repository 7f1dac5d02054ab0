"""Problems and results as people read them on a console."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from generator.core import Level, Problem

COLOURS = {Level.ERROR: "bold red", Level.NOTICE: "yellow"}
WORDS = {Level.ERROR: "lỗi", Level.NOTICE: "lưu ý"}


def show(problems: Iterable[Problem], console: Console) -> None:
    """Each problem with its place first, then the next step."""
    for problem in problems:
        line = Text.assemble(
            (str(problem.place), "bold"),
            ": ",
            (WORDS[problem.level], COLOURS[problem.level]),
            f": {problem.sentence} ",
            (f"[{problem.code}]", "dim"),
        )
        console.print(line, soft_wrap=True)
        if problem.hint:
            console.print(Text(f"    Gợi ý: {problem.hint}"), soft_wrap=True)


def as_json(problems: Iterable[Problem]) -> str:
    return json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2)


def count(problems: Iterable[Problem]) -> str:
    """2 lỗi, 5 lưu ý"""
    levels = [problem.level for problem in problems]
    return f"{levels.count(Level.ERROR)} lỗi, {levels.count(Level.NOTICE)} lưu ý"
