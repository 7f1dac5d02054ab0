"""`congkhai mirror`: copies of communes' sites that the province keeps, one module a command."""

from __future__ import annotations

from functools import partial

import typer

from generator.cli.mirror import restore, sync
from generator.cli.vietnamese import Command, Group

app = typer.Typer(
    help="Giữ bản sao trang của các xã, phường ở máy chủ của tỉnh.",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="LỆNH [THAM SỐ]…",
    options_metavar="[TÙY CHỌN]",
)
_command = partial(app.command, cls=Command, options_metavar="[TÙY CHỌN]")
_command("sync")(sync.command)
_command("restore")(restore.command)


@app.callback()
def _mirror() -> None:
    """Giữ bản sao trang của các xã, phường ở máy chủ của tỉnh."""
