"""`congkhai paper`: posters and other papers of a commune as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options
from generator.cli.communes import Commune, scope_of
from generator.cli.letters import write_letter
from generator.cli.posted import note_posted, posted_days
from generator.cli.progress import bar
from generator.words.dates import today
from generator.words.fold import nearest

if TYPE_CHECKING:
    from generator.kinds._kind import Scope
    from generator.paper import Paper, Size

OUT = Path("giay")
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="LOẠI", help="Chỉ loại giấy này: tiep-cong-dan, thu-tuc, du-an; dùng được nhiều lần.", show_default=False),
]  # fmt: skip
Records = Annotated[
    list[str] | None,
    typer.Option("--record", metavar="MÃ", help="Chỉ mục này: DA-2026-01; dùng được nhiều lần.", show_default=False),
]  # fmt: skip
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="THƯ MỤC", help="Ghi các tệp PDF ở đây; mặc định: giay/<xã>.", show_default=False),
]  # fmt: skip
PaperSize = Annotated[str, typer.Option("--kho", metavar="KHỔ", help="Khổ giấy: a4 hoặc a3.")]
Occasion = Annotated[
    str | None,
    typer.Option("--thu", metavar="LOẠI", help="Viết một thư cho người dân: ket-hon, khai-sinh, chia-buon, cam-on, xin-loi. Máy hỏi tên, không lưu.", show_default=False),
]  # fmt: skip
Posted = Annotated[
    str | None,
    typer.Option("--posted", metavar="NGÀY", help="Không in: ghi vào tệp dữ liệu của --record là đã niêm yết từ ngày này.", show_default=False),
]  # fmt: skip
Until = Annotated[
    str | None,
    typer.Option("--den", metavar="NGÀY", help="Niêm yết đến hết ngày này; bỏ trống là còn treo.", show_default=False),
]  # fmt: skip
Place = Annotated[
    str | None,
    typer.Option("--noi", metavar="NƠI", help="Niêm yết ở đâu; bỏ trống thì lấy noi_niem_yet trong xa.yml.", show_default=False),
]  # fmt: skip

Jobs = Annotated[int, typer.Option("--jobs", metavar="SỐ", help="In bao nhiêu tờ cùng lúc; 0 là theo máy.")]
SHOWN = 24
"""Names that a refusal lists."""
FEW = 10
"""Papers for which a process of their own is not worth its start."""


def command(
    xa: Commune,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    kind: Kinds = None,
    record: Records = None,
    out: Out = None,
    kho: PaperSize = "a4",
    thu: Occasion = None,
    posted: Posted = None,
    until: Until = None,
    place: Place = None,
    jobs: Jobs = 0,
) -> int:
    """Giấy để in: áp phích, danh sách, biên bản niêm yết, từ chính dữ liệu trên trang.

    Không ghi loại nào thì in mọi giấy của xã. Mỗi giấy có mã QR dẫn tới trang của nó.
    """
    from generator.paper import papers

    options.folder(content, "--content")
    size, day = _size(kho), options.day(date, today())
    days = posted_days(posted, until, place, day)
    scope = scope_of(content, options.province_folder(content, tinh), xa, day)
    if days:
        return note_posted(scope, kind or [], record or [], days, place)
    if thu:
        return write_letter(thu, scope, content, out, size)
    wanted = tuple(_chosen(tuple(papers(scope)), kind or [], record or []))
    folder = options.writable(out or OUT / scope.commune.slug, "--out")
    return _write(Work(wanted, scope, size, folder), min(options.workers(jobs), len(wanted) // FEW + 1))


def _size(named: str) -> Size:
    from generator.paper import Size

    try:
        return Size(named.lower())
    except ValueError:
        raise typer.BadParameter(f"--kho: không có khổ “{named}”. Chọn a4 hoặc a3.") from None


def _chosen(known: tuple[Paper, ...], kinds: list[str], records: list[str]) -> list[Paper]:
    """Those that are asked for: kinds by their names, records by id or by address. Each name must mean something."""
    _refuse_unknown("--kind", kinds, {paper.kind for paper in known})
    found = [paper for paper in known if not kinds or paper.kind in kinds]
    _refuse_unknown("--record", records, {name for paper in found for name in (paper.id, paper.name)})
    return [paper for paper in found if not records or {paper.id, paper.name} & {*records}]


def _refuse_unknown(option: str, asked: list[str], known: set[str]) -> None:
    for name in asked:
        if name not in known:
            near = nearest(name, known)
            few = ", ".join(sorted(name for name in known if "/" not in name)[:SHOWN])
            there = f"Có phải là “{near}”?" if near else f"Có: {few}{' …' if len(known) > SHOWN else '.'}"
            raise typer.BadParameter(f"{option}: không có “{name}”. {there}")


@dataclass(frozen=True)
class Work:
    """What every process needs of the work; a paper is asked for by its place."""

    papers: tuple[Paper, ...]
    scope: Scope
    size: Size
    out: Path


def _write(work: Work, jobs: int) -> int:
    from generator.workers import each

    count = len(work.papers)
    with bar(Console(stderr=True), "tờ", forks=jobs > 1) as shown:
        task = shown.add_task("In ra PDF", total=count)
        for _ in each(_write_one, work, range(count), jobs):
            shown.advance(task)
            shown.refresh()
    typer.echo(f"Đã viết {count} tệp PDF vào {work.out}.")
    return 0


def _write_one(work: Work, place: int) -> None:
    from generator.canonical import put
    from generator.paper import press

    paper = work.papers[place]
    path = work.out / f"{paper.name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, press(paper, work.scope, work.size))
