"""`congkhai excel export`: the records of a commune in a workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.communes import folder_of, province_at
from generator.core import has_error
from generator.words.dates import today
from generator.words.fold import nearest

if TYPE_CHECKING:
    from generator.from_schema.excel.present import Present
    from generator.kinds._kind import Kind

Commune = Annotated[str, typer.Argument(metavar="XÃ", help="Tên thư mục hoặc mã của xã: xa-mau.")]
Chosen = Annotated[
    list[str] | None,
    typer.Argument(metavar="LOẠI", help="Chỉ các loại này: du-an, tiep-cong-dan…; không ghi thì lấy mọi loại.", show_default=False),
]  # fmt: skip
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="TỆP", help="Ghi vào tệp này; mặc định: tên thư mục của xã, đuôi .xlsx.", show_default=False),
]  # fmt: skip
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Ghi đè tệp đã có.")]
THERE = "tệp này đã có nên để nguyên. Chọn tên khác bằng --out, hoặc thêm --force."
WRONG = "Chưa xuất: sửa các lỗi trên trước, để bảng có đủ những gì đã ghi."


def command(
    xa: Commune,
    chosen: Chosen = None,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    out: Out = None,
    force: Force = False,
) -> int:
    """Xuất dữ liệu của một xã ra bảng tính để điền.

    Mỗi loại một trang tính, có sẵn các mục đã ghi; trang tính đầu là hướng dẫn.
    """
    from generator.from_schema.excel.book import workbook
    from generator.from_schema.offered import offered

    kinds = _kinds(chosen or [])
    province = province_at(content, tinh)
    root = folder_of(xa, content, province)
    file = out or Path(f"{root.name}.xlsx")
    found = _present(root, kinds) if _may_write(file, force) else None
    if found is None:
        return 1
    day, unit = options.day(date, today()), province.unit_called(root.name)
    name = unit.name if unit else root.name
    _write(file, workbook(found, kinds, name, root.name, day, file.name, offered(province, day)))
    typer.echo(
        f"Đã ghi {file}. Điền xong, lưu lại rồi chạy: congkhai excel import {file} --into {root.name}"
    )
    return 0


def _may_write(file: Path, force: bool) -> bool:
    """Whether the file is new or may be overwritten; where not, that is told."""
    if force or not (file.exists() or file.is_symlink()):
        return True
    typer.echo(f"{file}: {THERE}", err=True)
    return False


def _present(root: Path, kinds: list[Kind[Any]]) -> Present | None:
    """The records of some kinds; None where a file has an error, which is told."""
    from generator.from_schema.excel.present import present

    found = present(root, kinds)
    if not has_error(found.problems):
        return found
    report.show(found.problems, Console())
    typer.echo(WRONG, err=True)
    return None


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError:
        hint = "Đóng tệp nếu đang mở, hoặc chọn nơi khác."
        raise typer.BadParameter(f"--out: không ghi được vào “{file}”. {hint}") from None


def _kinds(names: list[str]) -> list[Kind[Any]]:
    """Kinds by the address of their section, which is also their folder or file; all where none is named."""
    from generator.kinds import kinds
    from generator.load.data_files import stem

    known: dict[str, Kind[Any]] = {}
    for kind in kinds():
        known |= dict.fromkeys((kind.name, *map(stem, kind.files)), kind)
        known[kind.section.strip("/")] = kind
    for name in (name for name in names if name not in known):
        near = nearest(name, known)
        sections = ", ".join(kind.section.strip("/") for kind in kinds())
        hint = f"Có phải là {near}?" if near else f"Các loại: {sections}."
        raise typer.BadParameter(f"Không có loại “{name}”. {hint}")
    asked = {known[name].name for name in names}
    return [kind for kind in kinds() if not asked or kind.name in asked]
