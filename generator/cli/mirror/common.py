"""What the commands about copies share: their options and what they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.words.dates import now

if TYPE_CHECKING:
    from generator.mirror.tries import Order

Listed = Annotated[Path, typer.Option("--list", metavar="TỆP", help="Danh sách các xã và nơi lấy.")]
Out = Annotated[
    Path, typer.Option("--out", metavar="THƯ MỤC", help="Nơi ghi các bản sao, cho máy chủ web.")
]
Tinh = Annotated[Path, typer.Option("--tinh", metavar="THƯ MỤC", help="Thư mục dữ liệu chung của tỉnh.")]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="THƯ MỤC", help="Nơi giữ kho git và các bản cũ, không cho ai khác đọc; mặc định: thư mục ẩn cạnh --out.",
        show_default=False,
    ),
]  # fmt: skip
NAME, OUT, TINH = Path("mirror.yml"), Path("ban-sao"), Path("content/tinh")


def order(
    listed: Path, out: Path, tinh: Path, store: Path | None, date: str | None, only: tuple[str, ...], jobs: int
) -> Order:  # fmt: skip
    """What is asked of the copies; a wrong command line where a file or folder cannot be."""
    from generator.mirror.tries import Order

    if not listed.is_file():
        raise typer.BadParameter(f"không có tệp “{listed}”. Viết sẵn một tệp: congkhai new mirror.")
    out = options.writable(out, "--out").absolute()
    kept = options.writable(store or out.with_name(f".{out.name}-kho"), "--store").absolute()
    if kept == out or out in kept.parents or kept in out.parents:
        raise typer.BadParameter("--store: cần nằm ngoài thư mục --out, vì --out ai cũng đọc được.")
    moment = now()
    day = options.day(date, moment.date())
    province = options.folder(tinh, "--tinh").absolute()
    return Order(listed, province, out, kept, datetime.combine(day, moment.timetz()), only, jobs)


@contextmanager
def known_copies() -> Iterator[None]:
    """What is asked wrongly is a wrong command line."""
    from generator.mirror.sync import NoSuchCopyError
    from generator.publish import NotOursError

    try:
        yield
    except NoSuchCopyError as error:
        raise typer.BadParameter(f"Trong danh sách bản sao không có: {error}.") from None
    except NotOursError as error:
        raise typer.BadParameter(
            f"--out: thư mục “{error}” có tệp không do lệnh này tạo ra. Chọn thư mục mới hoặc trống."
        ) from None


def waiting() -> None:
    typer.echo("Đang có lượt khác lấy bản sao, xin chờ tới lượt …", err=True)
