"""`congkhai receive init`: a bare repository that checks and publishes what is pushed to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options
from generator.cli.receive import common
from generator.receive.prepare import prepare
from generator.receive.repository import NotGitError


def command(
    repo: Annotated[Path, typer.Argument(metavar="KHO", help="Thư mục của kho git; chưa có thì được tạo.")],
    out: common.Out,
    branch: common.Branch = "main",
    content: common.Inside = "content",
    tinh: common.Tinh = None,
    only: common.Only = None,
    key: common.Key = None,
) -> int:
    """Tạo kho git trên máy chủ: gửi tới là kiểm tra, dựng và đăng.

    Chạy lại được: chỉ ghi lại quy tắc và hai tệp trong hooks/.
    """
    common.source(repo, content, tinh)
    if key and not key.is_file():
        raise typer.BadParameter(f"--key: không có tệp “{key}”.")
    if tinh:
        options.folder(tinh, "--tinh")
    shared = ["--branch", branch, "--content", content.strip("/")]
    shared += ["--tinh", str(tinh.absolute())] if tinh else []
    steps = {
        "check": [*shared, *(part for slug in only or () for part in ("--only", slug))],
        "publish": [
            *shared,
            "--out",
            str(out.absolute()),
            *(["--key", str(key.absolute())] if key else []),
        ],
    }
    try:
        prepare(repo, branch, steps)
    except (NotGitError, OSError) as error:
        raise typer.BadParameter(f"KHO: {common.why(error)}.") from None
    typer.echo(f"Đã chuẩn bị kho git {repo}. Gửi tới nhánh {branch} là đăng vào {out}.")
    return 0
