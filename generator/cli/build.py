"""`congkhai build`: every commune's website and the province's page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, profile, report
from generator.cli.cluster import cluster
from generator.cli.progress import bar
from generator.cli.whole import or_nothing, order_of
from generator.core import NOT_GIVEN
from generator.stages import taken
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.core import History
    from generator.publish import Order, Report

Shard = Annotated[
    str,
    typer.Option(
        "--shard",
        metavar="PHẦN/SỐ PHẦN",
        help="Chỉ dựng một phần các xã, như 2/4, chưa có trang của tỉnh; đủ các phần thì ghép: congkhai merge.",
        show_default=False,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--dask",
        metavar="ĐỊA CHỈ",
        help="Giao việc cho cụm máy Dask cùng thấy các thư mục này, như tcp://may-chu:8786.",
        show_default=False,
    ),
]
Everything = Annotated[
    bool, typer.Option("--all", metavar=" ", help="Dựng lại cả những xã không có gì đổi từ lần trước.")
]

Profiled = Annotated[
    bool,
    typer.Option("--profile", metavar=" ", help="Dựng xong thì in thời gian và bộ nhớ của từng chặng."),
]
NAMED = 10
"""Communes built anew that are named at the end; of more the reader sees how many are left."""
SAMPLE = "xa-mau"
"""The commune of the samples, which whoever tries the program looks at first."""


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    out: options.Out = Path("site"),
    date: options.Day = None,
    only: options.Only = None,
    jobs: options.Jobs = 0,
    compressed: options.Compressed = False,
    everything: Everything = False,
    profiled: Profiled = False,
    shard: Shard = "1/1",
    dask: Cluster = None,
) -> int:
    """Dựng trang của mọi xã và trang của tỉnh.

    Xã không có gì đổi từ lần trước thì để nguyên. Xã có lỗi thì giữ trang cũ, các xã khác vẫn dựng.
    Trang mới dựng xong mới thay trang cũ.
    """
    start, console = time.monotonic(), Console(stderr=True)
    order = order_of(content, tinh, out, date, compressed)
    order = replace(order, only=tuple(only or ()), jobs=options.workers(jobs), everything=everything)
    order = replace(order, share=_share(shard, order), pool=cluster(dask), history=_told(order))
    result = _publish(order, console)
    report.show(result.problems, console)
    seconds = time.monotonic() - start
    _summary(order, result, seconds, report.same_content(content, tinh, date))
    if profiled:
        typer.echo(profile.told(taken(), seconds))
    return 0 if result.good else 1


def _share(shard: str, order: Order) -> tuple[int, int]:
    from generator.ledger import read_ledger

    found = options.share(shard)
    if found == (1, 1):
        return found
    if order.only:
        raise typer.BadParameter("--shard: chia phần là chia mọi xã, không dùng cùng --only.")
    standing = read_ledger(order.out)
    if standing and standing.outcomes and not standing.part:
        raise typer.BadParameter(
            f"--shard: thư mục “{order.out}” đang có trang của cả tỉnh. Ghi phần vào thư mục khác, như --out phan-1."
        )
    return found


def _told(order: Order) -> dict[str, History]:
    """What git tells on this machine."""
    from generator.history import histories

    return histories(order.content, order.only, order.day, order.jobs)


def _publish(order: Order, console: Console) -> Report:
    from generator.publish import publish

    with (
        or_nothing(order.out, "dựng"),
        options.known_communes(),
        bar(console, "xã, phường", forks=True) as shown,
    ):
        task = shown.add_task("Đang dựng", total=None)

        def told(done: int, total: int) -> None:
            shown.update(task, completed=done, total=total, visible=total > 0, refresh=True)

        return publish(order, told)


def _summary(order: Order, result: Report, seconds: float, same: str) -> None:
    if result.stopped:
        typer.echo("Dữ liệu chung của tỉnh có lỗi: chưa dựng gì, các trang cũ vẫn nguyên.")
        return
    pages = sum(outcome.pages for outcome in result.outcomes)
    typer.echo(
        f"Xong: {len(result.outcomes)} xã, phường, {pages} trang, {report.count(result.problems)},"
        f" {report.say_seconds(seconds)}. Tính đến ngày {say_day(order.day)}."
    )
    lines = (*_made(order, result, same), *_lacks(order), *report.held(result.outcomes, same))
    for line in (*lines, *_unknown(result, same)):
        typer.echo(line)
    if not order.is_part:
        typer.echo(_look(order.out, result, same))


def _made(order: Order, result: Report, same: str) -> Iterator[str]:
    """Of what the sites are, where not all were made, or not the province's."""
    if order.is_part:
        number, of = order.share
        yield f"  Đây là phần {number}/{of}, chưa có trang của tỉnh. Đủ các phần thì ghép: congkhai merge."
    if result.taken:
        yield (
            f"  Đã bỏ trang của: {', '.join(result.taken)}, vì không còn thư mục dữ liệu trong {order.content}/xa."
            " Bỏ nhầm thì đưa thư mục về rồi dựng lại."
        )
    if result.left:
        if 0 < len(result.made) <= NAMED:
            yield f"  Đã dựng lại: {', '.join(sorted(result.made))}."
        yield (
            f"  {result.left} xã, phường không có gì đổi, giữ nguyên trang đã dựng; lưu ý của các xã ấy:"
            f" congkhai check{same}"
        )


def _lacks(order: Order) -> Iterator[str]:
    """Why sites have no history."""
    from generator.history import SHALLOW

    for lack in sorted({one.lack for one in order.history.values()} or {NOT_GIVEN}):
        if lack:
            yield f"  Lịch sử thay đổi: {lack}{' Lấy đủ: git fetch --unshallow.' if lack == SHALLOW else ''}"


def _unknown(result: Report, same: str) -> Iterator[str]:
    if result.unknown:
        yield (
            f"  {result.unknown} thư mục chưa biết là của xã, phường nào, chưa dựng: xem lỗi ở xa.yml trong đó,"
            f" congkhai check{same}"
        )


def _look(out: Path, result: Report, same: str) -> str:
    said = f"Xem mọi trang: python3 -m http.server --directory {quote(str(out))}, rồi mở http://localhost:8000/."
    if not result.outcomes:
        return said
    slugs = [outcome.slug for outcome in result.outcomes]
    one = SAMPLE if SAMPLE in slugs else slugs[0]
    serve = f"congkhai serve{same} {one}" if same else f"make serve XA={one}"
    return f"{said} Xem một xã, sửa tới đâu thấy tới đó: {serve}"
