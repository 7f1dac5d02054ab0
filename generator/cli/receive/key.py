"""`congkhai receive key`: the line that lets one public key push, and nothing else."""

from __future__ import annotations

import re
import sys
from typing import Annotated

import typer

KEY = re.compile(
    r"(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com) [A-Za-z0-9+/]+={0,3}"
)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def command(
    communes: Annotated[
        list[str] | None,
        typer.Argument(metavar="XÃ", help="Khóa này chỉ được sửa các xã này; bỏ trống: được sửa tất cả.", show_default=False),
    ] = None,
) -> int:  # fmt: skip
    """In dòng cho authorized_keys: khóa chỉ gửi và lấy được dữ liệu, chỉ sửa được xã của mình.

    Đọc khóa công khai (tệp .pub) từ đầu vào: congkhai receive key xa-mau < khoa.pub
    """
    found = KEY.match(sys.stdin.readline().strip())
    if found is None:
        raise typer.BadParameter("Đầu vào không phải khóa công khai SSH. Đưa tệp có đuôi .pub.")
    wrong = [slug for slug in communes or () if not SLUG.fullmatch(slug)]
    if wrong:
        raise typer.BadParameter(f"XÃ: “{wrong[0]}” không phải tên trên địa chỉ. Ghi như xa-mau.")
    slugs = ",".join(communes or ())
    env = f"CONGKHAI_XA={slugs} " if slugs else ""
    typer.echo(
        f'restrict,command="{env}git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"" {found[0]} {slugs or "tat-ca"}'
    )
    return 0
