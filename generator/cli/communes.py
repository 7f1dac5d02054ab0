"""Which folder a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli import options

if TYPE_CHECKING:
    from generator.province import Province


def province_at(content: Path, tinh: Path | None) -> Province:
    """What the province declares; a wrong command line where its files have errors."""
    from generator.load import load_province

    province, _ = load_province(options.province_folder(content, tinh))
    if province is None:
        raise typer.BadParameter("--tinh: dữ liệu của tỉnh có lỗi. Chạy congkhai check để xem.")
    return province


def folder_of(named: str, content: Path, province: Province) -> Path:
    """The folder of a commune by slug or code; a wrong command line where there is none."""
    from generator.load import commune_folders

    with options.known_communes():
        return commune_folders(content, province, (named,))[0]
