"""Which commune a command is about."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.core import only_errors

if TYPE_CHECKING:
    from generator.kinds._kind import Scope
    from generator.province import Province

Commune = Annotated[str, typer.Argument(metavar="XÃ", help="Tên thư mục hoặc mã của xã: xa-mau.")]


def province_at(content: Path, tinh: Path | None) -> Province:
    """What the province declares; a wrong command line where its files have errors."""
    from generator.load import kept_province

    province, _ = kept_province(options.province_folder(content, tinh))
    if province is None:
        raise typer.BadParameter("--tinh: dữ liệu của tỉnh có lỗi. Chạy congkhai check để xem.")
    return province


def folder_of(named: str, content: Path, province: Province) -> Path:
    """The folder of a commune by slug or code; a wrong command line where there is none."""
    from generator.load import commune_folders

    with options.known_communes():
        return commune_folders(content, province, (named,))[0]


def scope_of(content: Path, province: Path, xa: str, day: datetime.date) -> Scope:
    """The commune on a day; what has an error is not read out, what is only prepared has nobody who speaks."""
    from generator.inspection import Question, judge
    from generator.kinds.profile import Standing
    from generator.load import kept_province

    known, problems = kept_province(province, day)
    if known is None:
        report.show(problems, Console())
        raise typer.Exit(1)
    scope, found = judge(Question(known, day), folder_of(xa, content, known))
    if scope is None:
        report.show(only_errors(found), Console())
        typer.echo("Chưa viết gì: sửa các lỗi trên trước.", err=True)
        raise typer.Exit(1)
    if scope.commune.standing == Standing.PREPARED.value:
        raise typer.BadParameter(
            f"{scope.commune.name} chưa tiếp nhận trang này, nên chưa có gì để phát đi, để in."
        )
    return scope
