"""`congkhai keys revoke`: the province calls a key back for good."""

from __future__ import annotations

from pathlib import Path

import typer

from generator.cli.keys import common


def command(key: common.Public, signers: common.Signers = common.DEFAULT) -> int:
    """Thu hồi một khóa bị lộ, bị mất: mọi bản nó đã ký đều không còn được nhận.

    Khóa chỉ hết hạn thì không cần thu hồi. Thu hồi xong, xã tạo khóa mới và phát hành lại ngay.
    """
    from generator.release.keys import KeyKnownError, revoke

    allowed = common.listed(signers)
    try:
        revoke(common.key_in(key), key.stem, allowed)
    except (KeyKnownError, OSError) as error:
        typer.echo(f"Chưa ghi: {error}.", err=True)
        return 1
    typer.echo(
        f"Đã thu hồi khóa. Đưa {allowed} và {Path(allowed).with_name('revoked_keys')} lên kho của tỉnh rồi đăng lại ngay."
    )
    return 0
