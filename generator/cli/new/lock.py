"""`congkhai new lock`: pins generator and province data for a repository that holds only content."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options

Wheel = Annotated[
    Path, typer.Option("--wheel", metavar="TỆP", help="Tệp cài đặt của bộ dựng trang, đuôi .whl.")
]
WheelUrl = Annotated[
    str,
    typer.Option("--wheel-url", metavar="ĐỊA CHỈ", help="Nơi tải tệp ấy: địa chỉ https://, hoặc đường dẫn nếu tệp nằm ngay trong kho của xã."),
]  # fmt: skip
Tinh = Annotated[
    Path | None,
    typer.Option("--tinh", metavar="THƯ MỤC", help="Thư mục dữ liệu chung của tỉnh, trong bản sao git của kho tỉnh.", show_default=False),
]  # fmt: skip
TinhUrl = Annotated[
    str | None,
    typer.Option("--tinh-url", metavar="ĐỊA CHỈ", help="Địa chỉ https:// của kho tỉnh, để các xã tải về.", show_default=False),
]  # fmt: skip
Out = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Ghi vào tệp này.")]


def command(
    wheel: Wheel,
    wheel_url: WheelUrl,
    tinh: Tinh = None,
    tinh_url: TinhUrl = None,
    out: Out = Path("congkhai.lock"),
) -> int:
    """Viết congkhai.lock: ghim bộ dựng trang và dữ liệu chung của tỉnh.

    Kho chỉ có dữ liệu của một xã cần tệp này để dựng được trang, lần nào cũng như nhau.
    """
    from generator.hosting.lock import LockError, write_lock
    from generator.hosting.pinned import pin_of

    if not wheel.is_file():
        raise typer.BadParameter(f"--wheel: không có tệp “{wheel}”.")
    if (tinh is None) != (tinh_url is None):
        raise typer.BadParameter("--tinh và --tinh-url đi với nhau: ghi cả hai, hoặc bỏ cả hai.")
    try:
        pin = pin_of(options.folder(tinh, "--tinh"), tinh_url) if tinh and tinh_url else None
        text = write_lock(wheel, wheel_url, pin)
    except LockError as error:
        raise typer.BadParameter(str(error)) from None
    out.write_text(text, encoding="utf-8", newline="\n")
    province = f", dữ liệu tỉnh ở commit {pin.commit[:12]}" if pin else ""
    typer.echo(f"Đã ghi {out}: ghim {wheel.name}{province}. Đưa tệp này vào kho của xã.")
    return 0
