"""`--dask`: the work of the communes on a cluster, where the optional package is installed."""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from generator.workers import Pool

SECONDS = 10
"""To wait for the scheduler."""


def cluster(address: str | None) -> Pool | None:
    """An executor over the workers of a Dask scheduler; a wrong command line where there is none."""
    if address is None:
        return None
    try:
        from distributed import Client
    except ImportError:
        raise typer.BadParameter(
            "--dask: máy này chưa cài Dask. Cài: pip install 'congkhai[dask]'."
        ) from None
    try:
        client = Client(address, timeout=SECONDS)  # type: ignore[no-untyped-call]
    except OSError:
        why = f"không nối được tới “{address}” trong {SECONDS} giây. Xem địa chỉ, và cụm máy có đang chạy không."
        raise typer.BadParameter(f"--dask: {why}") from None
    except ValueError:
        raise typer.BadParameter(f"--dask: cần như tcp://may-chu:8786, đang ghi “{address}”.") from None
    return partial(_executor, client)


def _executor(client: object) -> Executor:
    found: Executor = client.get_executor()  # type: ignore[attr-defined]
    return found
