"""`congkhai import-procedures`: official procedures into the province's catalogue."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.progress import bar
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.imports.procedures import Order, Report

Sources = Annotated[
    list[Path], typer.Argument(metavar="NGUỒN", help="Tệp JSON hoặc thư mục tệp JSON tải từ Cổng.")
]
Out = Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Thư mục thu-tuc/ của tỉnh.")]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="NĂM-THÁNG-NGÀY", help="Ngày nhập; mặc định: hôm nay.", show_default=False
    ),
]
Full = Annotated[
    bool,
    typer.Option(
        "--day-du",
        metavar=" ",
        help="Nguồn là danh mục đầy đủ: mã không còn trong nguồn được ghi là hết áp dụng.",
    ),
]
Many = Annotated[
    bool,
    typer.Option("--bo-nhieu", metavar=" ", help="Cho phép ghi hết áp dụng quá nửa danh mục một lần."),
]
Detail = Annotated[bool, typer.Option("--chi-tiet", metavar=" ", help="In hết mọi dòng, không rút gọn.")]


def command(
    sources: Sources,
    out: Out,
    date: Day = None,
    full: Full = False,
    many: Many = False,
    detail: Detail = False,
) -> int:
    """Nhập thủ tục hành chính từ Cổng Dịch vụ công quốc gia.

    Mỗi thủ tục một tệp <mã>.yml; không đổi thì tệp giữ nguyên. Tóm tắt (.tom-tat.yml) không bị đụng tới.

    Cuối cùng in những gì thêm, đổi, bãi bỏ và những gì cần người xem lại.
    """
    from generator.cli import import_report
    from generator.imports.procedures import Order

    _check_paths(sources, out)
    order = Order(tuple(sources), out, options.day(date, today()), full, many)
    console = Console(stderr=True)
    start = time.monotonic()
    result = _import(order, console)
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


def _import(order: Order, console: Console) -> Report:
    from generator.imports.procedures import import_procedures

    with bar(console, "thủ tục") as shown:
        task = shown.add_task("Đang đọc", total=None)

        def told(doing: str, done: int, total: int) -> None:
            shown.update(task, description=doing, completed=done, total=total)

        return import_procedures(order, told)
