"""Questions to whoever sits at the keyboard: an answer is asked for until it can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import typer


def ask(question: str, refused: Callable[[str], str], default: str = "") -> str:
    """The answer, or what Enter stands for.

    Raises: typer.Exit where nobody answers.
    """
    while True:
        answer = ask_or_leave(question, default)
        wrong = refused(answer) if answer else "chỗ này phải ghi"
        if not wrong:
            return answer
        typer.echo(f"  Chưa dùng được: {wrong}")


def ask_or_leave(question: str, default: str = "") -> str:
    """The answer, or what Enter stands for; it may be nothing.

    Raises: typer.Exit where nobody answers.
    """
    typer.echo(f"{question}{f' [{default}]' if default else ''}: ", nl=False)
    line = sys.stdin.readline()
    if not line:
        typer.echo("\nĐã dừng, chưa ghi gì.", err=True)
        raise typer.Exit(1)
    return line.strip() or default


def choose(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """The code of one of several (code, label), asked for by its number or its label."""
    for number, (_, label) in enumerate(choices, 1):
        typer.echo(f"  {number}. {label}")
    known = {str(number): code for number, (code, _) in enumerate(choices, 1)}
    known |= {label.lower(): code for code, label in choices} | {code: code for code, _ in choices}
    return known[
        ask(
            f"{question}, số",
            lambda text: "" if text.lower() in known else f"ghi số từ 1 đến {len(choices)}",
        ).lower()
    ]


def agreed(question: str) -> bool:
    """Yes or no; Enter is no."""
    yes, no = ("c", "co", "có", "y"), ("k", "khong", "không", "n")
    answer = ask(
        f"{question} (có/không)",
        lambda text: "" if text.lower() in (*yes, *no) else "ghi có hoặc không",
        "không",
    )
    return answer.lower() in yes
