"""`congkhai new`: files that stand around a site, one module a command."""

from __future__ import annotations

from functools import partial

import typer

from generator.cli.new import deploy, lock, mirror, server
from generator.cli.vietnamese import Command, Group

app = typer.Typer(
    help="Viết sẵn các tệp cần khi đăng trang.",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="LỆNH [THAM SỐ]…",
    options_metavar="[TÙY CHỌN]",
)
_command = partial(app.command, cls=Command, options_metavar="[TÙY CHỌN]")
_command("deploy")(deploy.command)
_command("lock")(lock.command)
_command("mirror")(mirror.command)
_command("server")(server.command)


@app.callback()
def _new() -> None:
    """Viết sẵn các tệp cần khi đăng trang."""
