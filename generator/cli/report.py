"""Problems as people read them on a console: a line each in a pipe, grouped by file on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from shlex import quote

from rich.console import Console
from rich.text import Text

from generator.core import Level, Outcome, Problem, State, has_error

COLOURS = {Level.ERROR: "bold red", Level.NOTICE: "yellow"}
WORDS = {Level.ERROR: "lỗi", Level.NOTICE: "lưu ý"}
SHOWN = 20
"""Files named in the summary of a long list; the rest are counted."""


def show(problems: Iterable[Problem], console: Console) -> None:
    """Each problem with its place first, then the next step; on a terminal under its file."""
    from generator.personal.masking import masked

    found = masked(problems)
    if not console.is_terminal:
        console.file.writelines(map(_lines, found))
        return
    files = [
        _file(path, tuple(group), console) for path, group in groupby(found, key=lambda p: p.place.path)
    ]
    if len(files) > 1:
        _summary(files, console)


def count(problems: Iterable[Problem]) -> str:
    """2 lỗi, 5 lưu ý"""
    return _counted(Counter(problem.level for problem in problems))


def _counted(levels: Counter[Level]) -> str:
    return f"{levels[Level.ERROR]} lỗi, {levels[Level.NOTICE]} lưu ý"


def held(outcomes: Iterable[Outcome], same: str) -> Iterator[str]:
    """A line for each commune whose new data were not published, with the command that tells why.

    `same`: what `same_content` gives.
    """
    for outcome in outcomes:
        if outcome.state is not State.PUBLISHED:
            kept = "giữ trang cũ" if outcome.state is State.KEPT else "chưa có trang, đã đăng lời báo"
            yield (
                f"  {outcome.name}: dữ liệu mới có {outcome.errors} lỗi, {kept}."
                f" Xem lỗi: congkhai check{same} --only {outcome.slug}"
            )


def same_content(content: Path, tinh: Path | None, date: str | None) -> str:
    """The options that another command needs to read the same content for the same day."""
    own = content if content != Path("content") else None
    given = {"--content": own, "--tinh": tinh, "--date": date}
    return "".join(f" {name} {quote(str(value))}" for name, value in given.items() if value)


def closing(content: Path, problems: Iterable[Problem]) -> str:
    """The last lines: whether rules are still to be asked, what was checked, the totals, and what an error means."""
    found = tuple(problems)
    more = (
        "Sửa xong thì kiểm tra lại: tệp còn lỗi và chỗ nhắc tới nó chưa kiểm được hết.\n"
        if any(p.before_rules for p in found)
        else ""
    )
    held = " Xã còn lỗi thì trang mới chưa được đăng." if has_error(found) else ""
    return f"{more}Đã kiểm tra {content}: {count(found)}.{held}"


def _lines(problem: Problem) -> str:
    """A problem outside a terminal, where there is nothing to colour."""
    said = "".join(text for text, _ in _said(problem))
    hint = f"    Gợi ý: {plain(problem.hint)}\n" if problem.hint else ""
    return f"{plain(f'{problem.place}: {said}')}\n{hint}"


def _said(problem: Problem) -> tuple[tuple[str, str], ...]:
    return (
        (WORDS[problem.level], COLOURS[problem.level]),
        (f": {problem.sentence} ", ""),
        (f"[{problem.code}]", "dim"),
    )


def _file(path: str, problems: Sequence[Problem], console: Console) -> tuple[str, Counter[Level]]:
    """The file with its count, and below it each problem with line and column; returns the count."""
    levels = Counter(problem.level for problem in problems)
    _print(console, (path, "bold underline"), (f"  {_counted(levels)}", "dim"))
    width = max(len(problem.place.spot) for problem in problems)
    for problem in problems:
        _print(console, (f"  {problem.place.spot:>{width}}  ", "bold"), *_said(problem))
        if problem.hint:
            _print(console, (f"  {'':{width}}  Gợi ý: {problem.hint}", "green"))
    console.print()
    return path, levels


def _summary(files: Sequence[tuple[str, Counter[Level]]], console: Console) -> None:
    """One line a file, those with most errors first."""
    weighed = sorted(files, key=lambda entry: (-entry[1][Level.ERROR], entry[0]))
    _print(console, ("Theo từng tệp:", "bold"))
    for path, levels in weighed[:SHOWN]:
        style = COLOURS[Level.ERROR if levels[Level.ERROR] else Level.NOTICE]
        _print(console, ("  ", ""), (_counted(levels), style), (f"  {path}", ""))
    if rest := weighed[SHOWN:]:
        _print(console, (f"  và {len(rest)} tệp khác", ""))
    console.print()


def _print(console: Console, *parts: tuple[str, str]) -> None:
    """What stands in a file is shown as it is: no markup is read in it, no control sign reaches the terminal."""
    shown = ((plain(text), style) for text, style in parts)
    console.print(Text.assemble(*shown), soft_wrap=True)


def say_seconds(seconds: float) -> str:
    """With a comma, as Vietnamese writes decimals: "5,9 giây"."""
    return f"{seconds:.1f} giây".replace(".", ",")


def plain(text: str) -> str:
    """One line without signs that a console would act on."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else "·" for sign in text)
