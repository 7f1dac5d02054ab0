"""`congkhai fmt`: data files in one canonical form, whoever wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report

if TYPE_CHECKING:
    from generator.tidy import Tidied

CHECK = (
    "Không ghi gì, chỉ nói tệp nào chưa đúng kiểu; có tệp như vậy hoặc có lỗi thì thoát với mã 1. "
    "Ghi chú (#) không làm tệp sai kiểu."
)
DROP = "Viết lại cả tệp có ghi chú (#); ghi chú sẽ mất."


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="TỆP", help="Tệp hoặc thư mục dữ liệu; không ghi thì lấy cả --content."),
    ] = None,
    content: options.Content = Path("content"),
    check: Annotated[bool, typer.Option("--check", metavar=" ", help=CHECK)] = False,
    drop_comments: Annotated[bool, typer.Option("--drop-comments", metavar=" ", help=DROP)] = False,
) -> int:
    """Viết lại tệp dữ liệu theo một kiểu thống nhất.

    Không đổi nghĩa: chỉ thứ tự mục, dấu ngoặc, cách thụt dòng, khoảng trắng thừa và cách ghi ngày, giờ, số tiền được sửa cho đều.
    """  # fmt: skip
    from generator.tidy import tidy

    done = [_told(tidy(file, drop_comments), check) for file in _files(paths, content)]
    typer.echo(_summary(Counter(done), len(done), check))
    failing = {"wrong", "changed", "commented"} if check else {"wrong"}
    return 1 if failing & set(done) else 0


def _files(paths: list[Path] | None, content: Path) -> Iterable[Path]:
    """Every data file that was asked for, each once."""
    from generator.tidy import data_files

    for path in paths or ():
        if not (path.exists() or path.is_symlink()):
            raise typer.BadParameter(f"Không có tệp hay thư mục “{path}”.")
    roots = paths or [options.folder(content, "--content")]
    return dict.fromkeys(file for root in roots for file in data_files(root))


def _told(file: Tidied, check: bool) -> str:
    """Write what changed, say it, and give the name of what happened."""
    from generator.canonical import put
    from generator.personal.masking import masked_path

    name = masked_path(file.path.as_posix())
    words = {
        "changed": "cần viết lại" if check else "đã viết lại",
        "commented": "chưa đúng kiểu nhưng có ghi chú (#), viết lại sẽ mất, nên để nguyên; "
        "sửa tay, hoặc bỏ ghi chú bằng --drop-comments",
        "link": "là liên kết tới nơi khác, nên để nguyên",
        "unknown": "không thuộc loại tệp dữ liệu nào, nên để nguyên",
    }
    if file.state.value == "changed" and not check:
        try:
            put(file.path, file.content)
        except OSError:
            typer.echo(f"{name}: không ghi được, xem lại quyền ghi vào thư mục này", err=True)
            return "wrong"
    if file.state.value in words:
        typer.echo(f"{name}: {words[file.state.value]}")
    report.show(file.problems, Console())
    return file.state.value


def _summary(done: Counter[str], total: int, check: bool) -> str:
    verb = "cần viết lại" if check else "đã viết lại"
    parts = [f"{total} tệp: {verb} {done['changed']}, vốn đã đúng {done['same']}"]
    for state, words in {
        "commented": "chưa đúng kiểu mà có ghi chú",
        "wrong": "có lỗi",
        "link": "là liên kết",
        "unknown": "không phải dữ liệu",
    }.items():
        if done[state]:
            parts.append(f"{done[state]} {words}, để nguyên")
    return "; ".join(parts) + "."
