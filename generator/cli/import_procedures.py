"""`congkhai import-procedures`: official procedures into the province's catalogue."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.cli import options, report
from generator.words.dates import today


def command(
    sources: Annotated[
        list[Path], typer.Argument(metavar="NGUỒN", help="Tệp JSON hoặc thư mục tệp JSON tải từ Cổng.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Thư mục thu-tuc/ của tỉnh.")],
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="NĂM-THÁNG-NGÀY", help="Ngày nhập; mặc định: hôm nay.", show_default=False
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--day-du",
            metavar=" ",
            help="Nguồn là danh mục đầy đủ: mã không còn trong nguồn được ghi là hết áp dụng.",
        ),
    ] = False,
    many: Annotated[
        bool,
        typer.Option("--bo-nhieu", metavar=" ", help="Cho phép ghi hết áp dụng quá nửa danh mục một lần."),
    ] = False,
    detail: Annotated[
        bool, typer.Option("--chi-tiet", metavar=" ", help="In hết mọi dòng, không rút gọn.")
    ] = False,
) -> int:
    """Nhập thủ tục hành chính từ Cổng Dịch vụ công quốc gia.

    Mỗi thủ tục một tệp <mã>.yml; không đổi thì tệp giữ nguyên. Tóm tắt (.tom-tat.yml) không bị đụng tới.

    Cuối cùng in những gì thêm, đổi, bãi bỏ và những gì cần người xem lại.
    """
    from generator.cli import import_report
    from generator.imports.procedures import Order, import_procedures

    _check_paths(sources, out)
    order = Order(tuple(sources), out, options.day(date, today()), full, many)
    console = Console(stderr=True)
    start = time.monotonic()
    with _bar(console) as bar:
        task = bar.add_task("Đang đọc", total=None)

        def told(doing: str, done: int, total: int) -> None:
            bar.update(task, description=doing, completed=done, total=total)

        result = import_procedures(order, told)
    report.show(result.problems, console)
    import_report.show(order, result, detail)
    typer.echo(import_report.summary(order, result, time.monotonic() - start))
    return 0 if result.good else 1


def _check_paths(sources: Iterable[Path], out: Path) -> None:
    for source in sources:
        if not source.exists():
            raise typer.BadParameter(f"Không có tệp hay thư mục “{source}”.")
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"--out: “{out}” là một tệp, cần một thư mục.")


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("thủ tục"),
        TimeElapsedColumn(),
        console=console,
    )
