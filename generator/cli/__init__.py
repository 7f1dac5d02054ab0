"""The command line: the only part that prints and chooses an exit status."""

from __future__ import annotations

import sys

from generator.cli import (
    audit,
    build,
    check,
    due,
    excel,
    fmt,
    import_procedures,
    keys,
    mirror,
    new,
    paper,
    receive,
    release,
    schema,
    serve,
    verify,
    withdraw,
)
from generator.cli.announce import loudspeaker, messages
from generator.cli.vietnamese import group, run

app = group(
    "Dựng trang công khai của xã, phường từ các tệp YAML.",
    {
        "audit": audit.command,
        "build": build.command,
        "check": check.command,
        "due": due.command,
        "fmt": fmt.command,
        "loa": loudspeaker.command,
        "paper": paper.command,
        "release": release.command,
        "schema": schema.command,
        "serve": serve.command,
        "thu-hoi": withdraw.command,
        "tin": messages.command,
        "verify": verify.command,
        "import-procedures": import_procedures.command,
    },
)
app.add_typer(new.app, name="new")
app.add_typer(excel.app, name="excel")
app.add_typer(receive.app, name="receive")
app.add_typer(mirror.app, name="mirror")
app.add_typer(keys.app, name="keys")


def main() -> None:
    """Entry point; messages are UTF-8 on every console, Windows' too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(app))
