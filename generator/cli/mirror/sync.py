"""`congkhai mirror sync`: take what every source holds now."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import TaskID

from generator.cli import options, report
from generator.cli.mirror import common
from generator.cli.progress import bar
from generator.core import only_errors

if TYPE_CHECKING:
    from generator.mirror.sync import Report
    from generator.mirror.tries import Line, Order

Listed = Annotated[Path, typer.Argument(metavar="DANH SÁCH", help="Tệp ghi các xã và nơi lấy.")]


def command(
    listed: Listed = common.NAME,
    out: common.Out = common.OUT,
    tinh: common.Tinh = common.TINH,
    store: common.Store = None,
    date: options.Day = None,
    only: options.Only = None,
    jobs: options.Jobs = 0,
) -> int:
    """Lấy bản mới nhất của mọi xã trong danh sách, kiểm tra, dựng hoặc chép, rồi thay.

    Xã nào có lỗi thì giữ bản tốt gần nhất; các xã khác vẫn mới. Tình trạng: trang ban-sao/.
    """
    asked = common.order(listed, out, tinh, store, date, tuple(only or ()), options.workers(jobs))
    console = Console(stderr=True)
    start = time.monotonic()
    try:
        found = _sync(asked, console)
    except OSError as error:
        return _failed(error)
    report.show(only_errors(found.problems), console)
    if found.stopped:
        typer.echo("Dữ liệu của tỉnh hoặc danh sách có lỗi: chưa lấy gì, các bản sao cũ vẫn nguyên.")
        return 1
    _tell(found.lines)
    typer.echo(f"Xong {len(found.lines)} xã, phường trong {time.monotonic() - start:.1f} giây. Tình trạng: {out / 'ban-sao' / 'index.html'}")  # fmt: skip
    return 0 if found.good else 1


def _failed(error: OSError) -> int:
    from generator.mirror.trouble import from_machine

    typer.echo(f"Chưa xong: {from_machine(error).reason} ({error}). Các bản sao cũ vẫn nguyên.", err=True)
    return 1


def _sync(asked: Order, console: Console) -> Report:
    """With a bar for each step of the work.

    Raises: OSError
    """
    from generator.mirror.sync import sync

    with common.known_copies(), bar(console, "xã, phường", forks=True) as shown:
        tasks: dict[str, TaskID] = {}

        def told(what: str, done: int, total: int) -> None:
            if total:
                task = tasks.get(what)
                tasks[what] = shown.add_task(what, total=total) if task is None else task
                shown.update(tasks[what], completed=done, refresh=True)

        return sync(asked, told, common.waiting)


def _tell(lines: Iterable[Line]) -> None:
    """A line for each commune; what git says only here, signs that a terminal would obey left out."""
    from generator.mirror.settle import Result

    words = {
        Result.NEW: "bản mới",
        Result.SAME: "không đổi",
        Result.UNDONE: "giữ bản trước theo lệnh của tỉnh",
        Result.KEPT: "GIỮ BẢN CŨ",
        Result.NOTICE: "CHƯA CÓ BẢN TỐT, đã đăng lời báo",
        Result.NOTHING: "CHƯA LẤY ĐƯỢC",
    }
    for line in lines:
        commit = f" ({line.commit[:10]})" if line.commit and not line.reason else ""
        why = f": {line.reason}. {line.hint}" if line.reason else ""
        said = f" [{' '.join(line.said.split())}]" if line.said else ""
        text = f"  {line.name}: {words[line.result]}{commit}{why}{said}"
        typer.echo("".join(sign if sign.isprintable() else "·" for sign in text))
