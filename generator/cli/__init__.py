"""The command line: the only part that prints and chooses an exit status."""

from __future__ import annotations

import sys
from functools import partial

import typer

from generator.cli import build, check, due, fmt, import_procedures, mirror, new, receive, serve, withdraw
from generator.cli.vietnamese import Command, Group, run

app = typer.Typer(
    name="congkhai",
    help="Dựng trang công khai của xã, phường từ các tệp YAML.",
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="LỆNH [THAM SỐ]…",
    options_metavar="[TÙY CHỌN]",
)
_command = partial(app.command, cls=Command, options_metavar="[TÙY CHỌN]")
_command("build")(build.command)
_command("check")(check.command)
_command("due")(due.command)
_command("fmt")(fmt.command)
_command("serve")(serve.command)
_command("thu-hoi")(withdraw.command)
_command("import-procedures")(import_procedures.command)
app.add_typer(new.app, name="new")
app.add_typer(receive.app, name="receive")
app.add_typer(mirror.app, name="mirror")


@app.callback()
def _program() -> None:
    """Dựng trang công khai của xã, phường từ các tệp YAML."""


def main() -> None:
    """Entry point; messages are UTF-8 on every console, Windows' too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(app))
