"""Which commune a command of this folder is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.communes import folder_of

if TYPE_CHECKING:
    from generator.province import Unit


def commune_at(content: Path, tinh: Path | None, named: str) -> tuple[Path, Unit]:
    """Its folder and its entry in the register, found by slug or code; a wrong command line where there is none."""
    from generator.core import in_order
    from generator.load import load_province

    province, problems = load_province(options.province_folder(content, tinh))
    if province is None:
        report.show(in_order(problems), Console())
        raise typer.BadParameter("Dữ liệu chung của tỉnh đang có lỗi. Sửa các lỗi trên trước.")
    root = folder_of(named, content, province)
    unit = province.unit_called(root.name)
    if unit is None:
        raise typer.BadParameter(f"Thư mục “{root.name}” không có trong sổ đăng ký đơn vị của tỉnh.")
    return root, unit
