"""Where both commands write what they made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="THƯ MỤC", help="Ghi ở đây mỗi trang một tệp .txt.", show_default=False),
]


def file_name(url: str) -> str:
    """One name for each page, in one folder: "du-an_DA-2026-01.txt"."""
    return f"{url.strip('/').replace('/', '_')}.txt"


def give(files: dict[str, str], out: Path | None) -> None:
    """Shown one below the other; with a folder written there instead, UTF-8, each file whole or as it was."""
    from generator.canonical import put

    if out is None:
        typer.echo("\n".join(files.values()), nl=False)
        return
    options.writable(out, "--out").mkdir(exist_ok=True)
    for name, text in files.items():
        put(out / name, text.encode())
    typer.echo(f"Đã viết {len(files)} tệp vào {out}.")
