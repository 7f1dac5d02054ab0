"""`congkhai thu-hoi`: data of persons that slipped out, off the site and every later copy."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.core import Problem, has_error, in_order, only_errors
from generator.words.dates import today
from generator.words.fold import fold

if TYPE_CHECKING:
    from generator.inspection import Question
    from generator.withdraw import Trial

NEXT = """Việc phải làm tiếp:
  1. Dựng lại trang, hoặc đẩy thay đổi lên git: trang của xã gỡ ở lần dựng tới.
  2. Bản cũ còn trong lịch sử git. Cách xóa: docs/huong-dan/thong-tin-ca-nhan.md."""
BROKEN = """Sửa các lỗi trên rồi mới dựng lại được trang của xã.
Chưa sửa mà dựng thì cả trang của xã tạm thay bằng lời báo, để nội dung đã thu hồi không còn hiện."""


Commune = Annotated[str, typer.Argument(metavar="XÃ", help="Tên thư mục của xã: xa-mau.")]
File = Annotated[
    str, typer.Argument(metavar="TỆP", help="Tệp trong thư mục ấy: du-an/DA-01.yml, tep/danh-sach.pdf.")
]
Reason = Annotated[
    str,
    typer.Option("--ly-do", metavar="CÂU", help="Lý do, được công khai: không nhắc lại thông tin đã lộ."),
]
Agreed = Annotated[bool, typer.Option("--dong-y", metavar=" ", help="Làm ngay, không hỏi lại.")]


def command(
    xa: Commune,
    file: File,
    reason: Reason,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    agreed: Agreed = False,
) -> int:
    """Thu hồi một tệp đã lỡ để lộ thông tin cá nhân.

    Tệp bị xóa khỏi thư mục của xã; ở địa chỉ cũ còn lời báo đã thu hồi, có ngày và lý do.
    """
    from generator.inspection import inspect_commune
    from generator.personal.masking import masked_path
    from generator.withdraw import CannotWithdrawError, try_withdrawal

    root = options.folder(content / "xa" / Path(xa).name, "XÃ")
    question = _question(options.province_folder(content, tinh), options.day(date, today()))
    try:
        trial = try_withdrawal(question, root, file, reason, question.day)
    except CannotWithdrawError as error:
        raise typer.BadParameter(str(error)) from None
    _show(trial)
    if not agreed and not _asked():
        typer.echo("Chưa làm gì.")
        return 1
    trial.plan.do()
    typer.echo(f"Đã thu hồi “{masked_path(file)}”.")
    return _closing(in_order(inspect_commune(question, root)))


def _closing(found: tuple[Problem, ...]) -> int:
    """What is left to do; 1 where the commune's site cannot be built as it is now."""
    if has_error(found):
        report.show(only_errors(found), Console())
        typer.echo(BROKEN)
    typer.echo(NEXT)
    return 1 if has_error(found) else 0


def _question(province: Path, day: datetime.date) -> Question:
    """What the commune is judged by; asked for before anything is deleted."""
    from generator.inspection import Question
    from generator.load import kept_province

    known, problems = kept_province(province, day)
    if known is None:
        report.show(in_order(problems), Console())
        raise typer.BadParameter(
            "Chưa xóa gì: dữ liệu chung của tỉnh đang có lỗi. Sửa các lỗi trên, hoặc chỉ thư mục khác bằng --tinh."
        )
    return Question(known, day)


def _asked() -> bool:
    """Whether it shall be done; no answer at all, as with Ctrl-D or Ctrl-C, is a no."""
    try:
        answer = typer.prompt("Gõ co rồi Enter để làm, chỉ Enter để thôi", default="", show_default=False)
    except typer.Abort:
        typer.echo()
        return False
    return fold(answer.strip()) in ("co", "dong y")


def _show(trial: Trial) -> None:
    for path in trial.plan.remove:
        typer.echo(f"Xóa: {path.as_posix()}")
    for path in trial.plan.write:
        typer.echo(f"Ghi: {path.as_posix()}")
    for file in trial.along:
        typer.echo(f"Tệp {file} nói về tệp này, nên thu hồi luôn cùng lúc.")
    if trial.errors:
        typer.echo("Làm xong thì các chỗ sau nhắc tới thứ không còn nữa, phải sửa:")
        report.show(in_order(trial.errors), Console())
