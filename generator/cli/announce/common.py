"""What both commands ask first: the commune as its site is made of it, and the pages that are meant."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.communes import folder_of
from generator.core import Level

if TYPE_CHECKING:
    from generator.kinds._kind import Scope
    from generator.stories import Story

Commune = Annotated[str, typer.Argument(metavar="XÃ", help="Tên thư mục hoặc mã của xã: xa-mau.")]
Pages = Annotated[
    list[str] | None,
    typer.Argument(metavar="TRANG", help="Địa chỉ hoặc mã của trang: du-an/DA-2026-01, LYK-2026-04."),
]
All = Annotated[bool, typer.Option("--tat-ca", metavar=" ", help="Mọi trang của xã.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="THƯ MỤC", help="Ghi ở đây mỗi trang một tệp .txt.", show_default=False),
]


def scope_of(content: Path, province: Path, xa: str, day: datetime.date) -> Scope:
    """The commune on a day; what has an error is not read out, what is only prepared has nobody who speaks."""
    from generator.inspection import Question, judge
    from generator.kinds.profile import Standing
    from generator.load import load_province

    known, problems = load_province(province, day)
    if known is None:
        report.show(problems, Console())
        raise typer.Exit(1)
    scope, found = judge(Question(known, day), folder_of(xa, content, known))
    if scope is None:
        report.show([problem for problem in found if problem.level is Level.ERROR], Console())
        typer.echo("Chưa viết gì: sửa các lỗi trên trước.", err=True)
        raise typer.Exit(1)
    if scope.commune.standing == Standing.PREPARED.value:
        raise typer.BadParameter(
            f"{scope.commune.name} chưa tiếp nhận trang này, nên chưa có gì để phát đi."
        )
    return scope


def chosen(stories: tuple[Story, ...], pages: list[str] | None, all_of_them: bool) -> list[Story]:
    """The pages that are named by address or id, each once; all of them where that is asked."""
    if all_of_them:
        return list(stories)
    found = (_called(name, stories) for name in pages or ())
    return list({story.url: story for story in found}.values())


def _called(name: str, stories: tuple[Story, ...]) -> Story:
    address = f"{name.strip('/')}/"
    found = [story for story in stories if story.url == address]
    found = found or [story for story in stories if story.url.endswith(f"/{address}")]
    if len(found) == 1:
        return found[0]
    if found:
        urls = ", ".join(story.url.rstrip("/") for story in found)
        raise typer.BadParameter(f"Mã “{name}” có ở nhiều trang: {urls}. Ghi rõ một địa chỉ.")
    raise typer.BadParameter(
        f"Không có trang “{name}”. Ghi địa chỉ hoặc mã như trên trang: du-an/DA-2026-01, LYK-2026-04."
    )


def file_name(url: str) -> str:
    """One name for each page, in one folder: "du-an_DA-2026-01.txt"."""
    return f"{url.strip('/').replace('/', '_')}.txt"


def give(files: dict[str, str], out: Path | None) -> None:
    """Shown one below the other; with a folder written there instead, UTF-8, each file whole or as it was."""
    from generator.canonical import put

    if out is None:
        typer.echo("\n".join(files.values()), nl=False)
        return
    options.writable(out, "--out").mkdir(exist_ok=True)
    for name, text in files.items():
        put(out / name, text.encode())
    typer.echo(f"Đã viết {len(files)} tệp vào {out}.")
