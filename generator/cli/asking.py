"""The one question before something is written or deleted."""

from __future__ import annotations

import typer

from generator.words.fold import fold


def asked() -> bool:
    """Whether it shall be done; no answer at all, as with Ctrl-D or Ctrl-C, is a no."""
    try:
        answer = typer.prompt("Gõ co rồi Enter để làm, chỉ Enter để thôi", default="", show_default=False)
    except typer.Abort:
        typer.echo()
        return False
    return fold(answer.strip()) in ("co", "dong y")
