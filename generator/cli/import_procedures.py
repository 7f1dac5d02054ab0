"""`congkhai import-procedures`: official procedures into the province's catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options


def command(
    sources: Annotated[
        list[Path], typer.Argument(metavar="NGUỒN", help="Tệp JSON hoặc thư mục tệp JSON tải từ Cổng.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Thư mục thu-tuc/ của tỉnh.")],
    date: options.Day = None,
) -> int:
    """Nhập thủ tục hành chính từ Cổng Dịch vụ công quốc gia."""
    raise NotImplementedError
