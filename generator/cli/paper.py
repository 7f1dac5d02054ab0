"""`congkhai paper`: posters and other papers of a commune as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options
from generator.cli.announce.common import Commune, scope_of
from generator.cli.letters import write_letter
from generator.cli.posted import note_posted, posted_days
from generator.cli.progress import bar
from generator.words.dates import today

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
    wanted = _chosen(tuple(papers(scope)), kind or [], record or [])
    return _write(wanted, options.writable(out or OUT / scope.commune.slug, "--out"), scope, size)


def _size(named: str) -> Size:
    from generator.paper import Size

    try:
        return Size(named.lower())
    except ValueError:
        raise typer.BadParameter(f"--kho: không có khổ “{named}”. Chọn a4 hoặc a3.") from None


def _chosen(known: tuple[Paper, ...], kinds: list[str], records: list[str]) -> list[Paper]:
    """Those that are asked for, each name of which must be known."""
    for option, asked, names in (
        ("--kind", kinds, {paper.kind for paper in known}),
        ("--record", records, {paper.id for paper in known}),
    ):
        for name in asked:
            if name not in names:
                raise typer.BadParameter(f"{option}: không có “{name}”. Có: {', '.join(sorted(names))}.")
    return [
        paper
        for paper in known
        if (not kinds or paper.kind in kinds) and (not records or paper.id in records)
    ]


def _write(papers: list[Paper], out: Path, scope: Scope, size: Size) -> int:
    from generator.canonical import put
    from generator.paper import press

    with bar(Console(stderr=True), "tờ") as shown:
        for paper in shown.track(papers, description="In ra PDF"):
            path = out / f"{paper.name}.pdf"
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, press(paper, scope, size))
    typer.echo(f"Đã viết {len(papers)} tệp PDF vào {out}.")
    return 0
