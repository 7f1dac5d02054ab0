"""`congkhai fmt`: data files in one canonical form, whoever wrote them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report

if TYPE_CHECKING:
    from generator.tidy import Tidied


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="TỆP", help="Tệp hoặc thư mục dữ liệu; không ghi thì lấy cả --content."),
    ] = None,
    content: options.Content = Path("content"),
    check: Annotated[
        bool, typer.Option("--check", metavar=" ", help="Không ghi gì, chỉ nói tệp nào cần viết lại.")
    ] = False,
    drop_comments: Annotated[
        bool,
        typer.Option(
            "--drop-comments", metavar=" ", help="Viết lại cả tệp có ghi chú (#); ghi chú sẽ mất."
        ),
    ] = False,
) -> int:
    """Viết lại tệp dữ liệu theo một kiểu thống nhất.

    Nội dung giữ nguyên; chỉ thứ tự mục, dấu ngoặc, cách thụt dòng và cách ghi ngày, giờ, số tiền được sửa cho đều.
    """  # fmt: skip
    from generator.tidy import data_files, tidy

    for path in paths or ():
        if not (path.exists() or path.is_symlink()):
            raise typer.BadParameter(f"Không có tệp hay thư mục “{path}”.")
    roots = paths or [options.folder(content, "--content")]
    files = dict.fromkeys(file for root in roots for file in data_files(root))
    done = [_told(tidy(file, drop_comments), check) for file in files]
    typer.echo(_summary(Counter(done), len(done), check))
    failed = "wrong" in done or (check and "changed" in done)
    return 1 if failed else 0


def _told(file: Tidied, check: bool) -> str:
    """Write what changed, say it, and give the name of what happened."""
    from generator.canonical import put

    words = {
        "changed": "cần viết lại" if check else "đã viết lại",
        "commented": "có ghi chú (#), viết lại sẽ mất, nên để nguyên; bỏ ghi chú thì thêm --drop-comments",
        "link": "là liên kết tới nơi khác, nên để nguyên",
        "unknown": "không thuộc loại tệp dữ liệu nào, nên để nguyên",
    }
    if file.state.value == "changed" and not check:
        try:
            put(file.path, file.content)
        except OSError:
            typer.echo(
                f"{file.path.as_posix()}: không ghi được, xem lại quyền ghi vào thư mục này", err=True
            )
            return "wrong"
    if file.state.value in words:
        typer.echo(f"{file.path.as_posix()}: {words[file.state.value]}")
    report.show(file.problems, Console())
    return file.state.value


def _summary(done: Counter[str], total: int, check: bool) -> str:
    verb = "cần viết lại" if check else "đã viết lại"
    parts = [f"{total} tệp: {verb} {done['changed']}, vốn đã đúng {done['same']}"]
    for state, words in {
        "commented": "có ghi chú",
        "wrong": "có lỗi",
        "link": "là liên kết",
        "unknown": "không phải dữ liệu",
    }.items():
        if done[state]:
            parts.append(f"{done[state]} {words}, để nguyên")
    return "; ".join(parts) + "."
