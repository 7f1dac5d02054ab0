"""`congkhai receive`: what a server does with a git push; the hooks call it, nobody else needs to."""

from __future__ import annotations

from functools import partial

import typer

from generator.cli.receive import check, init, key, publish, rebuild
from generator.cli.vietnamese import Command, Group

app = typer.Typer(
    help="Nhận dữ liệu gửi bằng git trên máy chủ: kiểm tra, dựng, đăng.",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="LỆNH [THAM SỐ]…",
    options_metavar="[TÙY CHỌN]",
)
_command = partial(app.command, cls=Command, options_metavar="[TÙY CHỌN]")
_command("init")(init.command)
_command("check")(check.command)
_command("publish")(publish.command)
_command("rebuild")(rebuild.command)
_command("key")(key.command)


@app.callback()
def _receive() -> None:
    """Nhận dữ liệu gửi bằng git trên máy chủ: kiểm tra, dựng, đăng."""
