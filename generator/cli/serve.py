"""`congkhai serve`: live preview of one commune."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options
from generator.words.dates import today


def command(
    slug: Annotated[str, typer.Argument(metavar="XÃ", help="Tên trên địa chỉ hoặc mã của xã.")] = "xa-mau",
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    port: Annotated[int, typer.Option("--port", metavar="CỔNG", help="Cổng trên máy này.")] = 8000,
) -> int:
    """Xem trước trang của một xã, tự tải lại khi tệp thay đổi.

    Mở địa chỉ hiện ra bằng trình duyệt; bấm Ctrl-C để dừng.
    """
    from generator.preview import Wish, serve

    options.folder(content, "--content")
    wish = Wish(slug, content, options.province_folder(content, tinh), options.day(date, today()))
    with options.known_communes():
        serve(wish, port)
    return 0
