"""`congkhai thu-hoi`: data of persons that slipped out, off the site and every later copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.core import Level, has_error
from generator.words.dates import today
from generator.words.fold import fold

if TYPE_CHECKING:
    from generator.withdraw import Plan

NEXT = """Việc phải làm tiếp:
  1. Dựng lại trang, hoặc đẩy thay đổi lên git: trang của xã gỡ ở lần dựng tới.
  2. Bản cũ còn trong lịch sử git. Cách xóa: docs/huong-dan.md, mục “Lỡ để lộ thông tin cá nhân”."""
BROKEN = """Sửa các lỗi trên rồi mới dựng lại được trang của xã.
Chưa sửa mà dựng thì cả trang của xã tạm thay bằng lời báo, để nội dung đã thu hồi không còn hiện."""


def command(
    xa: Annotated[str, typer.Argument(metavar="XÃ", help="Tên thư mục của xã: xa-mau.")],
    file: Annotated[
        str, typer.Argument(metavar="TỆP", help="Tệp trong thư mục ấy: du-an/DA-01.yml, tep/danh-sach.pdf.")
    ],
    reason: Annotated[
        str,
        typer.Option(
            "--ly-do", metavar="CÂU", help="Lý do, được công khai: không nhắc lại thông tin đã lộ."
        ),
    ],
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    agreed: Annotated[bool, typer.Option("--dong-y", metavar=" ", help="Làm ngay, không hỏi lại.")] = False,
) -> int:
    """Thu hồi một tệp đã lỡ để lộ thông tin cá nhân.

    Tệp bị xóa khỏi thư mục của xã; ở địa chỉ cũ còn lời báo đã thu hồi, có ngày và lý do.
    """
    from generator.inspection import inspect
    from generator.withdraw import CannotWithdrawError, plan_withdrawal

    day = options.day(date, today())
    root = options.folder(content / "xa" / Path(xa).name, "XÃ")
    try:
        plan = plan_withdrawal(root, file, reason, day)
    except CannotWithdrawError as error:
        raise typer.BadParameter(str(error)) from None
    _show(plan)
    if not agreed and not _asked():
        typer.echo("Chưa làm gì.")
        return 1
    plan.do()
    typer.echo(f"Đã thu hồi “{file}”.")
    with options.known_communes():
        found = inspect(content, options.province_folder(content, tinh), day, (root.name,), 1)
    if has_error(found):
        report.show([problem for problem in found if problem.level is Level.ERROR], Console())
        typer.echo(BROKEN)
    typer.echo(NEXT)
    return 1 if has_error(found) else 0


def _asked() -> bool:
    answer = typer.prompt("Gõ co rồi Enter để làm, chỉ Enter để thôi", default="", show_default=False)
    return fold(answer.strip()) in ("co", "dong y")


def _show(plan: Plan) -> None:
    for path in plan.remove:
        typer.echo(f"Xóa: {path.as_posix()}")
    for path in plan.write:
        typer.echo(f"Ghi: {path.as_posix()}")
