"""Workbooks that were dropped into `nhap/`: which there are, whose each is, and what each would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.core import Place, Problem
from generator.from_schema.excel.importing import Plan, compare, read, tried
from generator.from_schema.excel.opened import RefusedError
from generator.inspection import Question
from generator.load.files import LOCK

SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
"""What people call a table; of these only .xlsx can be read, and the others are told so."""


@dataclass(frozen=True)
class Arrived:
    """One workbook, and what importing it would do."""

    path: Path
    root: Path | None
    """The folder of its commune, where it is known."""
    plan: Plan


def arrived(inbox: Path, folders: Mapping[str, Path], question: Question) -> tuple[Arrived, ...]:
    """Every workbook that waits; `folders` are the communes' by their names. Nothing is written.

    Raises: OSError
    """
    found = [_one(path, inbox, folders, question) for path in sorted(_workbooks(inbox))]
    return tuple(_told_once(found))


def _workbooks(inbox: Path) -> Iterator[Path]:
    """What Excel keeps beside an open file is none; links are, to be refused."""
    if inbox.is_symlink():
        yield inbox
        return
    for path in inbox.rglob("*"):
        is_sheet = path.suffix.lower() in SHEETS and path.is_file()
        if (is_sheet or path.is_symlink()) and not path.name.startswith(LOCK):
            yield path


def _one(path: Path, inbox: Path, folders: Mapping[str, Path], question: Question) -> Arrived:
    if path.is_symlink():
        return Arrived(
            path, None, _wrong(path, "link_refused", "là liên kết tới nơi khác", "Chép tệp thật vào đây.")
        )
    try:
        book = read(path)
    except RefusedError as refused:
        return Arrived(path, None, Plan((), (refused.problem,)))
    inside = path.relative_to(inbox).parts
    named = inside[0] if len(inside) > 1 else book.commune or _of_name(path.stem, folders)
    if named not in folders:
        message = f"kho này không có xã “{named}”" if named else "chưa rõ là bảng của xã nào"
        return Arrived(path, None, _wrong(path, "excel_commune_unknown", message, _where(inbox, folders)))
    root = folders[named]
    return Arrived(path, root, tried(compare(book, path, root), question, root))


def _of_name(stem: str, folders: Mapping[str, Path]) -> str:
    """Whose a workbook is that does not say so itself: by its name, or the only commune's."""
    if stem in folders:
        return stem
    return next(iter(folders)) if len(folders) == 1 else ""


def _where(inbox: Path, folders: Mapping[str, Path]) -> str:
    example = next(iter(folders), "xa-mau")
    return f"Đặt bảng vào thư mục mang tên thư mục của xã, như {inbox.as_posix()}/{example}/bang.xlsx."


def _wrong(path: Path, code: str, message: str, hint: str) -> Plan:
    return Plan((), (Problem(Place(path.as_posix()), code, message, hint),))


def _told_once(found: Sequence[Arrived]) -> Iterator[Arrived]:
    """Two workbooks that write one file would undo each other's work, whichever came last."""
    written = Counter(
        (one.root, path)
        for one in found
        for path in {change.path for change in one.plan.changes if change.content is not None}
    )
    for one in found:
        twice = sorted(c.path for c in one.plan.changes if written[one.root, c.path] > 1)
        hint = "Dồn vào một bảng, xóa bảng kia rồi gửi lại."
        problems = [
            Problem(
                Place(one.path.as_posix()), "excel_record_twice", f"có bảng khác cũng sửa “{path}”", hint
            )
            for path in twice
        ]
        yield replace(one, plan=Plan((), tuple(problems))) if problems else one
