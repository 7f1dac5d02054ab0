"""`congkhai check`: everything wrong in the content, nothing built."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.core import has_error, in_order
from generator.words.dates import today


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    format: Annotated[
        Format, typer.Option("--format", metavar="text|json", help="Cho người đọc hay cho máy đọc.")
    ] = Format.TEXT,
) -> int:
    """Kiểm tra dữ liệu, không dựng trang.

    Mỗi lỗi có tên tệp, dòng, cột, lý do và cách sửa.
    """
    from generator.publish import inspect

    options.folder(content, "--content")
    found = in_order(
        inspect(
            content, options.province_folder(content, tinh), options.day(date, today()), tuple(only or ())
        )
    )
    if format is Format.JSON:
        typer.echo(report.as_json(found))
    else:
        report.show(found, Console())
        typer.echo(f"Đã kiểm tra {content}: {report.count(found)}.")
    return 1 if has_error(found) else 0
