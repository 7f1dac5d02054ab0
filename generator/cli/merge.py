"""`congkhai merge`: parts that several machines have built, to one folder of sites."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.words.dates import say_day, today


def command(
    parts: Annotated[
        list[Path], typer.Argument(metavar="PHẦN…", help="Các thư mục do build --shard tạo ra.")
    ],
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    out: options.Out = Path("site"),
    date: options.Day = None,
    compressed: options.Compressed = False,
) -> int:
    """Ghép các phần dựng trên nhiều máy thành một thư mục trang, thêm trang của tỉnh.

    Kết quả giống hệt như dựng một lần trên một máy. Thiếu phần, thừa phần thì không ghép.
    """
    from generator.publish import NotOursError, Order
    from generator.publish.merge import PartError, merge
    from generator.resources import editor

    options.folder(content, "--content")
    province = options.province_folder(content, tinh)
    day, place = options.day(date, today()), options.writable(out, "--out")
    try:
        order = Order(content, province, place, day, compressed=compressed, editor=editor())
        found = merge(order, parts)
    except PartError as error:
        raise typer.BadParameter(f"{error.message}. {error.hint}") from None
    except NotOursError:
        raise typer.BadParameter(options.NOT_OURS.format(out=out)) from None
    report.show(found.problems, Console(stderr=True))
    if found.stopped:
        typer.echo("Dữ liệu chung của tỉnh có lỗi: chưa ghép gì, các trang cũ vẫn nguyên.")
        return 1
    held = tuple(report.held(found.outcomes))
    typer.echo(
        f"Xong: ghép {len(parts)} phần, {len(found.outcomes)} xã, phường. Tính đến ngày {say_day(day)}."
    )
    typer.echo("\n".join(held), nl=bool(held))
    return 1 if held else 0
