"""The bar of long work."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


def bar(console: Console, counted: str, forks: bool = False) -> Progress:
    """A bar that counts `counted` ("xã, phường").

    Where the work forks it is refreshed by hand: its thread would be copied into the workers.
    """
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(counted),
        TimeElapsedColumn(),
        console=console,
        auto_refresh=not forks,
    )
