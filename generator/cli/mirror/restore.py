"""`congkhai mirror restore`: back to the good copy before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.mirror import common

if TYPE_CHECKING:
    from generator.mirror.tries import Order

Commune = Annotated[str, typer.Argument(metavar="XÃ", help="Tên trên địa chỉ hoặc mã: xa-mau.")]
Latest = Annotated[
    bool, typer.Option("--latest", metavar=" ", help="Bỏ lệnh trở lại: lượt lấy sau nhận đúng bản xã đang có.")
]  # fmt: skip


def command(
    xa: Commune,
    listed: common.Listed = common.NAME,
    out: common.Out = common.OUT,
    tinh: common.Tinh = common.TINH,
    store: common.Store = None,
    date: options.Day = None,
    latest: Latest = False,
) -> int:
    """Cho bản sao của một xã trở lại bản tốt ngay trước.

    Bản vừa bỏ không được lấy lại; xã gửi bản khác thì lấy. Không bao giờ trở lại bản còn nội dung đã thu hồi.
    """
    from generator.mirror.restore import NothingKeptError, WrongInputError

    asked = common.order(listed, out, tinh, store, date, (xa,), 1)
    try:
        with common.known_copies():
            typer.echo(_latest(asked, xa) if latest else _restored(asked, xa))
    except WrongInputError as error:
        report.show(error.problems, Console(stderr=True))
        return 1
    except NothingKeptError:
        typer.echo(f"Không còn bản trước nào của {xa} được phép đăng lại. Bản đang đăng vẫn nguyên.")
        return 1
    return 0


def _latest(asked: Order, xa: str) -> str:
    from generator.mirror.restore import take_latest

    take_latest(asked, common.waiting)
    return f"Lượt lấy sau sẽ nhận đúng bản mà {xa} đang có: congkhai mirror sync."


def _restored(asked: Order, xa: str) -> str:
    from generator.mirror.restore import restore

    version = restore(asked, common.waiting)
    named = version.commit[:10] or version.key[:10]
    return f"Đã trở lại bản {named} của {xa}, lấy ngày {version.taken[:10]}."
