"""`congkhai excel import`: what a workbook changes, told in words, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.ask import agreed
from generator.cli.communes import folder_of, province_at
from generator.cli.excel.changes import ASKED, told, write
from generator.core import has_error
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.from_schema.excel.importing import Change, Plan
    from generator.province import Province

Workbook = Annotated[Path, typer.Argument(metavar="TỆP", help="Bảng tính đã điền, đuôi .xlsx.")]
Into = Annotated[str, typer.Option("--into", metavar="XÃ", help="Tên thư mục hoặc mã của xã: xa-mau.")]
Yes = Annotated[bool, typer.Option("--yes", metavar=" ", help="Ghi ngay, không hỏi lại.")]
Delete = Annotated[
    bool, typer.Option("--xoa", metavar=" ", help="Xóa cả tệp của mục không còn trong bảng.")
]
DELETED = "sẽ xóa tệp"


def command(
    file: Workbook,
    into: Into,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    yes: Yes = False,
    delete: Delete = False,
) -> int:
    """Nhập bảng tính đã điền vào dữ liệu của một xã.

    Kể những gì mới, đổi, không còn, rồi hỏi trước khi ghi. Trang tính nào không có trong bảng thì phần ấy giữ nguyên.
    """
    if not file.is_file():
        raise typer.BadParameter(f"Không có tệp “{file}”.")
    province = province_at(content, tinh)
    root = folder_of(into, content, province)
    found = _plan(file, root, province)
    report.show(found.problems, Console())
    if has_error(found.problems):
        typer.echo(f"Chưa ghi gì. Sửa các ô trên trong {file}, lưu rồi chạy lại.", err=True)
        return 1
    for change in found.changes:
        for line in told(change, root, DELETED if delete else ASKED):
            typer.echo(line)
    todo = [change for change in found.changes if change.content is not None or delete]
    if todo:
        return _do(todo, root) if yes or agreed("Ghi như trên") else _nothing()
    typer.echo("Bảng không khác gì dữ liệu đang có." if not found.changes else "Không có gì để ghi.")
    return 0


def _plan(file: Path, root: Path, province: Province) -> Plan:
    from generator.from_schema.excel.importing import plan, tried
    from generator.inspection import Question

    try:
        return tried(plan(file, root), Question(province, today()), root)
    except OSError:
        raise typer.BadParameter(f"Không mở được “{file}”. Đóng tệp trong Excel rồi chạy lại.") from None


def _nothing() -> int:
    typer.echo("Chưa làm gì.")
    return 1


def _do(todo: list[Change], root: Path) -> int:
    if not write(todo, root):
        return 1
    written = sum(change.content is not None for change in todo)
    gone = f", xóa {len(todo) - written} tệp" if written < len(todo) else ""
    typer.echo(f"Đã ghi {written} tệp{gone}. Xem trước: congkhai serve {root.name}")
    return 0
