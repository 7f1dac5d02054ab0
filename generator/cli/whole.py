"""What `build` and `merge` share: which sites to make where, and what is said where that does not come about."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli import options
from generator.words.dates import today
from generator.words.machine import ran_out

if TYPE_CHECKING:
    from generator.publish import Order

STOPPED = 3
"""Exit status where the machine gave out: workflows go on after 1, wrong content, and not after this."""


def order_of(content: Path, tinh: Path | None, out: Path, date: str | None, compressed: bool) -> Order:
    """With the forms that this machine has; a wrong command line where a folder or the day is none."""
    from generator.publish import Order
    from generator.resources import editor

    options.folder(content, "--content")
    province, place = options.province_folder(content, tinh), options.writable(out, "--out")
    return Order(
        content,
        province,
        place,
        options.day(date, today()),
        compressed=compressed,
        editor=editor(),
        waiting=lambda: typer.echo(f"Một lệnh khác đang ghi vào {out}: chờ lệnh ấy xong …", err=True),
    )


@contextmanager
def or_nothing(out: Path, done: str) -> Iterator[None]:
    """Says why nothing went live; `done` is what was to be done ("dựng")."""
    from generator.publish import NotOursError

    try:
        yield
    except NotOursError:
        raise typer.BadParameter(
            f"--out: thư mục “{out}” có tệp không do lệnh này tạo ra. Chọn thư mục mới hoặc trống."
        ) from None
    except BrokenExecutor:
        why = "một tiến trình phụ bị tắt giữa chừng, thường vì máy thiếu bộ nhớ. Thử --jobs 1"
    except (OSError, MemoryError) as error:
        why = f"{ran_out(error)}. Dọn bớt" if ran_out(error) else f"máy báo lỗi: {error}. Sửa"
    else:
        return
    typer.echo(f"Chưa {done} xong: {why} rồi chạy lại. Không trang nào bị dở dang.", err=True)
    raise typer.Exit(STOPPED)
