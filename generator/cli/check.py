"""`congkhai check`: everything wrong in the content, nothing built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import machine, options, report
from generator.core import Problem, has_error, in_order
from generator.hosting.limits import Host
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.cli.watch import Watched


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    GITLAB = "gitlab"


WRITERS: Mapping[Format, Callable[[Iterable[Problem]], str]] = {
    Format.JSON: machine.as_json,
    Format.GITHUB: machine.as_github,
    Format.SARIF: machine.as_sarif,
    Format.GITLAB: machine.as_gitlab,
}

Written = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="text|json|github|gitlab|sarif",
        help="text cho người đọc; json cho máy; github, gitlab ghi lỗi vào dòng trên trang ấy; "
        "sarif cho trang quét mã.",
    ),
]
HostAsked = Annotated[
    Host | None,
    typer.Option(
        "--host",
        metavar="github|gitlab|cloudflare|forgejo",
        help="Xem cả trang dựng ra có vừa giới hạn của nơi đặt trang này không.",
        show_default=False,
    ),
]
SiteAsked = Annotated[
    Path | None,
    typer.Option(
        "--site",
        metavar="THƯ MỤC",
        help="Đi với --host: đo trang đã dựng trong thư mục này; không ghi thì dựng thử rồi đo.",
        show_default=False,
    ),
]


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    format: Written = Format.TEXT,
    jobs: options.Jobs = 0,
    host: HostAsked = None,
    site: SiteAsked = None,
    watch: Annotated[
        bool, typer.Option("--watch", metavar=" ", help="Kiểm tra lại mỗi khi lưu tệp; Ctrl-C để dừng.")
    ] = False,
) -> int:
    """Kiểm tra dữ liệu, không dựng trang.

    Mỗi lỗi có tên tệp, dòng, cột, lý do và cách sửa. Ý nghĩa từng mã lỗi: docs/ma-loi.md.
    """
    from generator.cli.watch import Watched, keep_watching

    _check_options(watch, format, host, site)
    processes = options.workers(jobs)
    options.folder(content, "--content")
    wanted = Watched(
        content, options.province_folder(content, tinh), options.day(date, today()), tuple(only or ())
    )
    if watch:
        return keep_watching(wanted, Console())
    found, size = _inspect(wanted, host, site, processes)
    if format is Format.TEXT:
        report.show(found, Console())
        typer.echo("\n".join(filter(None, (size, report.closing(content, found)))))
    elif said := written(found, format):
        typer.echo(said)
    return 1 if has_error(found) else 0


def written(problems: Iterable[Problem], format: Format) -> str:
    """The problems as a program reads them, without personal data; `Format.TEXT` is no such form."""
    from generator.personal.masking import masked

    return WRITERS[format](tuple(masked(problems)))


def _check_options(watch: bool, format: Format, host: Host | None, site: Path | None) -> None:
    if watch and (format is not Format.TEXT or host):
        raise typer.BadParameter("--watch chỉ đi với --format text, không đi với --host.")
    if site and not host:
        raise typer.BadParameter("--site chỉ đi với --host: ghi rõ định đặt trang ở đâu.")
    if site:
        options.folder(site, "--site")


def _inspect(
    wanted: Watched, host: Host | None, site: Path | None, jobs: int
) -> tuple[tuple[Problem, ...], str]:
    """Every problem of the content and, for a host, of the site; and the size of the site in one line."""
    from generator.inspection import inspect

    with options.known_communes():
        found = inspect(wanted.content, wanted.province, wanted.day, wanted.only, jobs)
    if host is None:
        return found, ""
    from generator.cli import hosted
    from generator.publish import Order

    if site:
        more, size = hosted.judge(site, host)
    else:
        order = Order(wanted.content, wanted.province, Path("site"), wanted.day, wanted.only, jobs)
        more, size = hosted.judge_what_would_be_built(order, host)
    return in_order((*found, *more)), size
