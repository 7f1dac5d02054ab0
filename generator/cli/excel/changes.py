"""What importing a workbook changes: told in words, and written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from generator.from_schema.excel.importing import Change

NEWER = "Chú ý: tệp này đã có người sửa sau khi xuất bảng; nhập bảng này thì các sửa ấy mất."
COMMENTS = "Tệp này có ghi chú (#); ghi lại thì ghi chú mất."
ASKED = "vẫn giữ tệp; muốn xóa thì thêm --xoa"


def told(change: Change, root: Path, gone: str = ASKED) -> Iterator[str]:
    """The lines that say it; `gone` is what becomes of a file that is no longer in the workbook."""
    from generator.personal.masking import masked_path

    path = masked_path((root / change.path).as_posix())
    if change.content is None:
        yield f"Không còn trong bảng: {path} ({change.kind.title}): {gone}."
        return
    yield f"{'Mới' if change.is_new else 'Đổi'}: {path} ({change.kind.title})"
    yield from (f"    {line}" for line in change.lines)
    if change.is_newer:
        yield f"    {NEWER}"
    if change.loses_comments:
        yield f"    {COMMENTS}"


def write(todo: Iterable[Change], root: Path) -> bool:
    """Whether every file could be written, or deleted where it holds nothing any more."""
    from generator.canonical import put

    for change in todo:
        path = root / change.path
        try:
            if change.content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                put(path, change.content)
        except OSError:
            typer.echo(f"{path}: không ghi được, xem lại quyền ghi vào thư mục này.", err=True)
            return False
    return True
