"""`congkhai check`: everything wrong in the content, nothing built."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import machine, options, report
from generator.core import Problem, has_error
from generator.words.dates import today


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


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            metavar="text|json|github|sarif",
            help="text cho người đọc; json cho máy; github ghi lỗi vào dòng của GitHub; "
            "sarif cho trang quét mã.",
        ),
    ] = Format.TEXT,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="SỐ", help="Đọc bao nhiêu xã cùng lúc; 0 là theo máy.")
    ] = 0,
    watch: Annotated[
        bool, typer.Option("--watch", metavar=" ", help="Kiểm tra lại mỗi khi lưu tệp; Ctrl-C để dừng.")
    ] = False,
) -> int:
    """Kiểm tra dữ liệu, không dựng trang.

    Mỗi lỗi có tên tệp, dòng, cột, lý do và cách sửa. Ý nghĩa từng mã lỗi: docs/ma-loi.md.
    """
    from generator.cli.watch import Watched, keep_watching
    from generator.inspection import inspect

    if jobs < 0:
        raise typer.BadParameter("--jobs: cần số từ 0 trở lên.")
    if watch and format is not Format.TEXT:
        raise typer.BadParameter("--watch chỉ đi với --format text.")
    options.folder(content, "--content")
    wanted = Watched(
        content, options.province_folder(content, tinh), options.day(date, today()), tuple(only or ())
    )
    if watch:
        return keep_watching(wanted, Console())
    with options.known_communes():
        found = inspect(
            wanted.content, wanted.province, wanted.day, wanted.only, jobs or os.cpu_count() or 1
        )
    if format is Format.TEXT:
        report.show(found, Console())
        typer.echo(report.closing(content, found))
    elif written := WRITERS[format](found):
        typer.echo(written)
    return 1 if has_error(found) else 0
