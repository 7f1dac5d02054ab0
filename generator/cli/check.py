"""`congkhai check`: everything wrong in the content, nothing built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import machine, options, report
from generator.core import Problem, has_error
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.cli.watch import Watched


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


WRITERS: Mapping[Format, Callable[[Iterable[Problem]], str]] = {
    Format.JSON: machine.as_json,
    Format.GITHUB: machine.as_github,
    Format.SARIF: machine.as_sarif,
}

Written = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="text|json|github|sarif",
        help="text cho người đọc; json cho máy; github ghi lỗi vào dòng của GitHub; "
        "sarif cho trang quét mã.",
    ),
]


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    format: Written = Format.TEXT,
    jobs: options.Jobs = 0,
    watch: Annotated[
        bool, typer.Option("--watch", metavar=" ", help="Kiểm tra lại mỗi khi lưu tệp; Ctrl-C để dừng.")
    ] = False,
) -> int:
    """Kiểm tra dữ liệu, không dựng trang.

    Mỗi lỗi có tên tệp, dòng, cột, lý do và cách sửa. Ý nghĩa từng mã lỗi: docs/ma-loi.md.
    """
    from generator.cli.watch import Watched, keep_watching

    processes = options.workers(jobs)
    if watch and format is not Format.TEXT:
        raise typer.BadParameter("--watch chỉ đi với --format text.")
    options.folder(content, "--content")
    wanted = Watched(
        content, options.province_folder(content, tinh), options.day(date, today()), tuple(only or ())
    )
    if watch:
        return keep_watching(wanted, Console())
    found = _inspect(wanted, processes)
    if format is Format.TEXT:
        report.show(found, Console())
        typer.echo(report.closing(content, found))
    elif written := WRITERS[format](found):
        typer.echo(written)
    return 1 if has_error(found) else 0


def _inspect(wanted: Watched, processes: int) -> tuple[Problem, ...]:
    from generator.inspection import inspect

    with options.known_communes():
        return inspect(wanted.content, wanted.province, wanted.day, wanted.only, processes)
