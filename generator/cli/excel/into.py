"""`congkhai excel import`: what a workbook changes, told in words, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.ask import agreed
from generator.cli.communes import folder_of, province_at
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
NEWER = "Chú ý: tệp này đã có người sửa sau khi xuất bảng; nhập bảng này thì các sửa ấy mất."
COMMENTS = "Tệp này có ghi chú (#); ghi lại thì ghi chú mất."


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
        _tell(change, root, delete)
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


def _tell(change: Change, root: Path, delete: bool) -> None:
    from generator.personal.masking import masked_path

    path = masked_path((root / change.path).as_posix())
    if change.content is None:
        kept = "sẽ xóa tệp" if delete else "vẫn giữ tệp; muốn xóa thì thêm --xoa"
        typer.echo(f"Không còn trong bảng: {path} ({change.kind.title}): {kept}.")
        return
    typer.echo(f"{'Mới' if change.is_new else 'Đổi'}: {path} ({change.kind.title})")
    for line in change.lines:
        typer.echo(f"    {line}")
    if change.is_newer:
        typer.echo(f"    {NEWER}")
    if change.loses_comments:
        typer.echo(f"    {COMMENTS}")


def _do(todo: list[Change], root: Path) -> int:
    from generator.canonical import put

    for change in todo:
        path = root / change.path
        try:
            if change.content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                put(path, change.content)
        except OSError:
            typer.echo(f"{path}: không ghi được, xem lại quyền ghi vào thư mục này.", err=True)
            return 1
    written = sum(change.content is not None for change in todo)
    gone = f", xóa {len(todo) - written} tệp" if written < len(todo) else ""
    typer.echo(f"Đã ghi {written} tệp{gone}. Xem trước: congkhai serve {root.name}")
    return 0
