"""What the commands about keys share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.province.signers import ALLOWED

Signers = Annotated[
    Path, typer.Option("--signers", metavar="TỆP", help="Danh sách khóa của tỉnh; khóa thu hồi ghi ở revoked_keys cạnh đó.")
]  # fmt: skip
Public = Annotated[Path, typer.Argument(metavar="KHÓA.pub", help="Tệp khóa công khai, đuôi .pub.")]
DEFAULT = Path("content/tinh") / ALLOWED
MOST = 1 << 16


def key_in(path: Path) -> str:
    """The public key of a file; a wrong command line where it holds none, or a private one."""
    from generator.release.signers import public_key

    try:
        with path.open("rb") as file:
            text = file.read(MOST).decode("utf-8", "replace")
    except OSError:
        raise typer.BadParameter(f"KHÓA.pub: không đọc được tệp “{path}”.") from None
    if "PRIVATE KEY" in text:
        raise typer.BadParameter(
            "KHÓA.pub: đây là khóa riêng, không đưa cho ai. Dùng tệp cùng tên có đuôi .pub."
        )
    key = public_key(text)
    if not key:
        raise typer.BadParameter(f"KHÓA.pub: tệp “{path}” không có khóa công khai SSH.")
    return key


def listed(signers: Path) -> Path:
    """A wrong command line where the list cannot be written."""
    if not signers.parent.is_dir():
        raise typer.BadParameter(f"--signers: không có thư mục “{signers.parent}”.")
    return signers
