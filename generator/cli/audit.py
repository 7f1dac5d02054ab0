"""`congkhai audit`: whether built sites hold the criteria, from a folder or an address, without a browser."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.canonical import put
from generator.cli import options, progress
from generator.cli.report import plain
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from generator.audit import Report, Result
    from generator.audit.site import Site, Told

COLOURS = {"pass": "green", "partial": "yellow", "fail": "bold red", "not_applicable": "dim"}
Place = Annotated[
    str,
    typer.Argument(
        metavar="THƯ MỤC|ĐỊA CHỈ",
        help="Trang đã dựng: thư mục của một xã, thư mục có nhiều xã, hoặc địa chỉ http, https của một xã.",
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="NĂM-THÁNG-NGÀY", help="Xét như thể hôm nay là ngày này; mặc định: hôm nay.",
        show_default=False,
    ),
]  # fmt: skip
Json = Annotated[
    Path | None,
    typer.Option("--json", metavar="TỆP", help="Ghi cả kết quả ra tệp JSON.", show_default=False),
]
Junit = Annotated[
    Path | None,
    typer.Option(
        "--junit",
        metavar="TỆP",
        help="Ghi ra tệp JUnit XML để nơi chạy tự động (CI) hiện.",
        show_default=False,
    ),
]
All = Annotated[
    bool, typer.Option("--all", metavar=" ", help="Kể cả tiêu chí đã đạt và tiêu chí không áp dụng.")
]


def command(
    place: Place, date: Day = None, json: Json = None, junit: Junit = None, everything: All = False
) -> int:
    """Xét trang đã dựng theo các tiêu chí có mã: đạt, đạt một phần, không đạt; vì sao, sửa thế nào.

    Trang nào dựng bằng phần mềm này cũng xét được, kể cả khi ai đó đã sửa. Có tiêu chí không đạt thì mã thoát là 1.
    """
    from generator.audit import machine

    day = options.day(date, today())
    for file, option in ((json, "--json"), (junit, "--junit")):
        if file and not file.absolute().parent.is_dir():
            raise typer.BadParameter(f"{option}: không có thư mục để ghi “{file}”.")
    console = Console()
    reports = _reports(place, day, console)
    for report in reports:
        _show(report, console, everything)
    if json:
        put(json, machine.as_json(reports).encode())
    if junit:
        put(junit, machine.as_junit(reports).encode())
    return 0 if all(report.good for report in reports) else 1


def _reports(place: str, day: datetime.date, console: Console) -> tuple[Report, ...]:
    from generator.audit import audit
    from generator.audit.fetch import NotFetchedError, fetch_site, is_address
    from generator.audit.site import NoSiteError, sites_in

    try:
        if is_address(place):
            with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
                return (
                    audit(_told(lambda told: fetch_site(place, Path(folder), told), console, place), day),
                )
        folders = sites_in(options.folder(Path(place), "THƯ MỤC"))
        return tuple(
            audit(_told(partial(_folder, each), console, each.as_posix()), day) for each in folders
        )
    except (NotFetchedError, NoSiteError) as error:
        raise typer.BadParameter(f"Chưa xét được: {plain(str(error))}.") from None


def _folder(folder: Path, told: Told) -> Site:
    from generator.audit.site import read_site

    return read_site(folder, folder.as_posix(), told)


def _told(read: Callable[[Told], Site], console: Console, name: str) -> Site:
    """Read with a bar on a terminal."""
    if not console.is_terminal:
        return read(lambda _done, _all: None)
    with progress.bar(console, "trang") as bar:
        task = bar.add_task(plain(name), total=None)
        return read(lambda done, all: bar.update(task, completed=done, total=all))


def _show(report: Report, console: Console, everything: bool) -> None:
    from generator.audit.verdict import LABELS, Verdict

    told = [r for r in report.results if everything or r.verdict in (Verdict.PARTIAL, Verdict.FAIL)]
    counts = ", ".join(f"{report.count(verdict)} {LABELS[verdict]}" for verdict in Verdict)
    if console.is_terminal:
        if told:
            console.print(_table(told))
    else:
        for result in told:
            console.file.write(_lines(result, report.day))
    console.file.write(f"{plain(report.name)}, xét ngày {say_day(report.day)}: {counts}.\n")


def _table(results: list[Result]) -> Table:
    table = Table(show_lines=True)
    for title in ("Mã", "Tiêu chí", "Kết quả", "Vì sao", "Cách sửa"):
        table.add_column(title, no_wrap=title == "Mã")
    for result in results:
        mend = result.criterion.mend if result.verdict in ("fail", "partial") else ""
        cells = (result.criterion.id, result.criterion.title, "", plain(result.reason), mend)
        texts = [Text(cell) for cell in cells]
        texts[2] = Text(result.verdict.label, style=COLOURS[result.verdict])
        table.add_row(*texts)
    return table


def _lines(result: Result, day: datetime.date) -> str:
    """A criterion in a pipe: id and verdict first, then why, what asks for it, how to mend it."""
    criterion = result.criterion
    head = f"{criterion.id}: {result.verdict.label}: {criterion.title}: {plain(result.reason)}\n"
    if result.verdict not in ("fail", "partial"):
        return head
    return f"{head}    Căn cứ: {'; '.join(criterion.grounds(day))}.\n    Cách sửa: {criterion.mend}\n"
