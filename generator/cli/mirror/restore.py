"""`congkhai mirror restore`: back to the good copy before."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.mirror import common


def command(
    xa: Annotated[str, typer.Argument(metavar="XÃ", help="Tên trên địa chỉ hoặc mã: xa-mau.")],
    listed: common.Listed = common.NAME,
    out: common.Out = common.OUT,
    tinh: common.Tinh = common.TINH,
    store: common.Store = None,
    date: options.Day = None,
    latest: Annotated[
        bool, typer.Option("--latest", metavar=" ", help="Bỏ lệnh trở lại: lượt lấy sau nhận đúng bản xã đang có.")
    ] = False,
) -> int:  # fmt: skip
    """Cho bản sao của một xã trở lại bản tốt ngay trước.

    Bản vừa bỏ không được lấy lại; xã gửi bản khác thì lấy. Không bao giờ trở lại bản còn nội dung đã thu hồi.
    """
    from generator.mirror.restore import NothingKeptError, WrongInputError, restore, take_latest

    asked = common.order(listed, out, tinh, store, date, (xa,), 1)
    try:
        with common.known_copies():
            if latest:
                take_latest(asked, common.waiting)
                typer.echo(f"Lượt lấy sau sẽ nhận đúng bản mà {xa} đang có: congkhai mirror sync.")
                return 0
            version = restore(asked, common.waiting)
    except WrongInputError as error:
        report.show(error.problems, Console(stderr=True))
        return 1
    except NothingKeptError:
        typer.echo(f"Không còn bản trước nào của {xa} được phép đăng lại. Bản đang đăng vẫn nguyên.")
        return 1
    named = version.commit[:10] or version.key[:10]
    typer.echo(f"Đã trở lại bản {named} của {xa}, lấy ngày {version.taken[:10]}.")
    return 0
