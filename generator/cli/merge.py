"""`congkhai merge`: parts that several machines have built, to one folder of sites."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.whole import or_nothing, order_of
from generator.words.dates import say_day
from generator.words.letters import capital

Parts = Annotated[list[Path], typer.Argument(metavar="PHẦN…", help="Các thư mục do build --shard tạo ra.")]


def command(
    parts: Parts,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    out: options.Out = Path("site"),
    date: options.Day = None,
    compressed: options.Compressed = False,
) -> int:
    """Ghép các phần dựng trên nhiều máy thành một thư mục trang, thêm trang của tỉnh.

    Kết quả giống hệt như dựng một lần trên một máy. Thiếu phần, thừa phần, hay dữ liệu đã khác lúc dựng thì không ghép.
    """
    from generator.publish.merge import PartError, merge

    order = order_of(content, tinh, out, date, compressed)
    try:
        with or_nothing(order.out, "ghép"):
            found = merge(order, parts)
    except PartError as error:
        raise typer.BadParameter(f"{capital(error.message)}. {error.hint}") from None
    report.show(found.problems, Console(stderr=True))
    if found.stopped:
        typer.echo("Dữ liệu chung của tỉnh có lỗi: chưa ghép gì, các trang cũ vẫn nguyên.")
        return 1
    typer.echo(
        f"Xong: ghép {len({part.resolve() for part in parts})} phần, {len(found.outcomes)} xã, phường. Tính đến ngày {say_day(order.day)}."
    )
    held = tuple(report.held(found.outcomes, report.same_content(content, tinh, date)))
    typer.echo("\n".join(held), nl=bool(held))
    return 1 if held else 0
