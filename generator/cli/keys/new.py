"""`congkhai keys new`: a key pair for whoever signs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options

Where = Annotated[
    Path,
    typer.Argument(metavar="KHÓA", help="Tệp khóa riêng sẽ tạo, để ngoài kho và ngoài thư mục dữ liệu."),
]
Name = Annotated[str, typer.Option("--name", metavar="TÊN", help="Ghi chú trong khóa: của ai, năm nào.")]


def command(path: Where, name: Name = "") -> int:
    """Tạo một cặp khóa Ed25519 để ký bản phát hành.

    Khóa riêng chỉ người chạy lệnh đọc được (600), không đưa vào kho, không gửi cho ai.
    """
    from generator.release.failures import KeyUseError, NoToolError, why
    from generator.release.keys import PublicPlaceError, make_key

    options.writable(path.parent, "KHÓA")
    try:
        public = make_key(path, " ".join(name.split()) or path.name)
    except PublicPlaceError as error:
        hint = "Để khóa ở nơi khác, như ~/khoa/."
        raise typer.BadParameter(
            f"KHÓA: “{error}” là kho hoặc dữ liệu, khóa riêng sẽ bị lộ. {hint}"
        ) from None
    except FileExistsError as error:
        raise typer.BadParameter(f"KHÓA: tệp “{error}” đã có nên để nguyên. Chọn tên khác.") from None
    except (KeyUseError, NoToolError, OSError) as error:
        typer.echo(f"Chưa tạo được khóa: {why(error)}", err=True)
        return 1
    typer.echo(f"Đã tạo khóa riêng {path} và khóa công khai {public}.")
    typer.echo(
        f"1. Chép nội dung {path} vào kho bí mật của nơi dựng trang, tên CONGKHAI_KHOA; giữ một bản ở nơi cất riêng."
    )
    typer.echo(f"2. Gửi {public} cho tỉnh. Tỉnh chạy: congkhai keys allow {public.name} XÃ")
    return 0
