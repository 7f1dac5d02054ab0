"""Options that several commands share."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic_core import PydanticCustomError

from generator.fields.dates import read_day

Content = Annotated[
    Path, typer.Option("--content", metavar="THƯ MỤC", help="Thư mục dữ liệu, bên trong có xa/.")
]
Tinh = Annotated[
    Path | None,
    typer.Option(
        "--tinh", metavar="THƯ MỤC", help="Thư mục dữ liệu chung của tỉnh; mặc định: tinh/ trong thư mục dữ liệu, hoặc bản ghim trong congkhai.lock.",
        show_default=False,
    ),
]  # fmt: skip
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="NĂM-THÁNG-NGÀY", help="Dựng như thể hôm nay là ngày này; mặc định: hôm nay.",
        show_default=False,
    ),
]  # fmt: skip
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="XÃ", help="Chỉ xã này (tên trên địa chỉ hoặc mã); dùng được nhiều lần.", show_default=False),
]  # fmt: skip

Jobs = Annotated[
    int, typer.Option("--jobs", metavar="SỐ", help="Làm bao nhiêu xã cùng lúc; 0 là theo máy.")
]

Out = Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Nơi ghi các trang.")]
Compressed = Annotated[
    bool,
    typer.Option(
        "--compressed",
        metavar=" ",
        help="Để sẵn bản nén .gz, .br cạnh mỗi tệp, cho máy chủ nginx, Caddy.",
    ),
]


def share(text: str) -> tuple[int, int]:
    """(2, 4) of "2/4"; a wrong command line for anything else."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise typer.BadParameter(f"--shard: cần như 2/4 (phần thứ 2 trong 4 phần), đang ghi “{text}”.")
    return int(number), int(of)


def workers(jobs: int) -> int:
    """How many processes; as many as the machine has processors for 0."""
    if jobs < 0:
        raise typer.BadParameter("--jobs: cần số từ 0 trở lên.")
    return jobs or os.cpu_count() or 1


def folder(path: Path, option: str) -> Path:
    """The folder itself; a wrong command line where it is none."""
    if not path.is_dir():
        raise typer.BadParameter(f"{option}: không có thư mục “{path}”.")
    return path


def writable(out: Path, option: str) -> Path:
    """A folder that is there or can be made; a wrong command line where it cannot be written."""
    try:
        if out.is_dir() or not (out.exists() or out.is_symlink()):
            out.parent.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=out.parent).close()
            return out
    except OSError:
        pass
    raise typer.BadParameter(f"{option}: không ghi được vào “{out}”. Chọn một thư mục khác.")


def province_folder(content: Path, tinh: Path | None) -> Path:
    """The one that is named, else tinh/ beside xa/, else the one that `congkhai.lock` pins."""
    from generator.hosting.lock import NAME, LockError, read_pin
    from generator.hosting.pinned import province_of

    lock = Path(os.path.relpath(content.absolute().parent / NAME))
    if tinh or (content / "tinh").is_dir() or not lock.is_file():
        return folder(tinh or content / "tinh", "--tinh")
    try:
        return province_of(read_pin(lock))
    except LockError as error:
        raise typer.BadParameter(str(error)) from None


def day(text: str | None, today: date, option: str = "--date") -> date:
    if text is None:
        return today
    try:
        return read_day(text)
    except PydanticCustomError as error:
        raise typer.BadParameter(f"{option} {error.message()}.") from None


@contextmanager
def known_communes() -> Iterator[None]:
    """A commune that is not there is a wrong command line, not an error of the content."""
    from generator.load import NoSuchCommuneError

    try:
        yield
    except NoSuchCommuneError as error:
        raise typer.BadParameter(f"Không có thư mục dữ liệu của xã: {error}.") from None
