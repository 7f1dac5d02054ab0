"""`congkhai new`: files that stand around a site, one sub-command each."""

from __future__ import annotations

from functools import partial

import typer

from generator.cli import new_deploy, new_lock
from generator.cli.vietnamese import Command, Group

app = typer.Typer(
    name="new",
    help="Viết sẵn các tệp cần khi đăng trang.",
    cls=Group,
    no_args_is_help=True,
    subcommand_metavar="LỆNH [THAM SỐ]…",
    options_metavar="[TÙY CHỌN]",
)
_command = partial(app.command, cls=Command, options_metavar="[TÙY CHỌN]")
_command("deploy")(new_deploy.command)
_command("lock")(new_lock.command)


@app.callback()
def _program() -> None:
    """Viết sẵn các tệp cần khi đăng trang."""
