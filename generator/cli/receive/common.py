"""What the steps of a push share: their options, their words, what they say when the machine fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import report
from generator.core import Problem
from generator.receive.repository import NotGitError, Repository, TooLargeError
from generator.receive.source import Source
from generator.release.failures import BrokenChainError, OddFileError, TrialDataError
from generator.release.failures import why as release_failure
from generator.words.machine import ran_out

Repo = Annotated[
    Path, typer.Option("--repo", metavar="THƯ MỤC", help="Kho git (bare); mặc định: thư mục đang đứng.", show_default=False)
]  # fmt: skip
Branch = Annotated[str, typer.Option("--branch", metavar="NHÁNH", help="Nhánh được đăng lên trang.")]
Inside = Annotated[
    str, typer.Option("--content", metavar="THƯ MỤC", help="Thư mục dữ liệu bên trong kho git.")
]
Tinh = Annotated[
    Path | None,
    typer.Option("--tinh", metavar="THƯ MỤC", help="Dữ liệu chung của tỉnh để trên máy chủ, khi kho git chỉ có dữ liệu xã.", show_default=False),
]  # fmt: skip
Out = Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Nơi ghi các trang.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="XÃ", help="Kho này chỉ được sửa xã này; dùng được nhiều lần.", show_default=False),
]  # fmt: skip
Key = Annotated[
    Path | None,
    typer.Option("--key", metavar="TỆP", help="Khóa riêng để ký bản phát hành, chỉ người chạy lệnh đọc được; bỏ trống: không ký.", show_default=False),
]  # fmt: skip
FAILURES = (
    OSError,
    MemoryError,
    BrokenProcessPool,
    NotGitError,
    TooLargeError,
    BrokenChainError,
    OddFileError,
    TrialDataError,
)
"""What a machine does to us, and what git or a size says; anything else is a bug and shows itself."""


def source(repo: Path, content: str, tinh: Path | None) -> Source:
    inside = content.strip("/")
    if inside in ("", ".") or ".." in Path(inside).parts:
        raise typer.BadParameter(f"--content: “{content}” không phải thư mục trong kho git.")
    return Source(Repository(repo.absolute()), inside, tinh.absolute() if tinh else None)


def say(text: str) -> None:
    """One line to whoever pushed; when they have gone, the work goes on all the same."""
    try:
        typer.echo("".join(sign if sign.isprintable() else "·" for sign in text))
    except OSError:
        _hush()


def show(problems: Iterable[Problem]) -> None:
    try:
        report.show(problems, Console(force_terminal=False))
    except OSError:
        _hush()


def _hush() -> None:
    """Nobody listens any more: what is still buffered must not fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def why(error: BaseException) -> str:
    """What went wrong on the machine, in Vietnamese, for the one who looks after it."""
    if lacking := ran_out(error, "máy chủ"):
        return lacking
    if isinstance(error, BrokenProcessPool):
        return "máy chủ thiếu bộ nhớ, một tiến trình đã bị dừng"
    if isinstance(error, TooLargeError):
        return f"dữ liệu quá lớn: {error}"
    if isinstance(error, NotGitError):
        return f"git báo lỗi: {error}"
    if isinstance(error, (BrokenChainError, OddFileError, TrialDataError)):
        return release_failure(error)
    return f"máy chủ báo lỗi: {error}"
