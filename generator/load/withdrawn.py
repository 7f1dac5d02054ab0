"""Reading what a commune has withdrawn, also where the rest of its content has errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.core import Record
from generator.kinds._withdrawn import FILE, NAME, Withdrawal, Withdrawals, digests_of, withdrawn_as
from generator.load.files import Folder
from generator.load.wrong import Wrong, problem
from generator.personal.masking import masked_path
from generator.words.dates import say_day


def read_withdrawals(folder: Folder) -> tuple[Record[Withdrawals], ...]:
    """The record of `thu-hoi.yml`; none where there is no such file or it is wrong."""
    record = folder.record(FILE, NAME, Withdrawals) if FILE in folder.files() else None
    return (record,) if record else ()


def withdrawn_by(root: Path) -> tuple[str, ...]:
    """Digests of the files that a commune's folder says are withdrawn, whatever else is wrong in it."""
    return digests_of(entry for record in read_withdrawals(Folder(root)) for entry in record.data.entries)


def report_returned(folder: Folder, records: tuple[Record[Any], ...]) -> None:
    """A file that was withdrawn and stands there again may bring back what had slipped out: an error."""
    there = {shown for name in folder.files() for shown in (name, masked_path(name))}
    for record in records:
        for index, entry in enumerate(record.data.entries):
            if entry.file in there:
                folder.problems.append(
                    record.problem(
                        "withdrawn_returned",
                        ("thu_hoi", index, "tep"),
                        f"tệp “{entry.file}” đã thu hồi, nay lại có trong thư mục",
                        "Còn thông tin cá nhân thì xóa tệp ấy. Đã sửa sạch thì xóa mục này trong thu-hoi.yml;"
                        " không còn mục nào thì xóa cả thu-hoi.yml.",
                    )
                )


def wrong_withdrawn(file: str, folder: Folder, entries: tuple[Withdrawal, ...]) -> Wrong | None:
    """What is wrong with naming an attachment that was withdrawn; None where it was not, or is there."""
    entry = None if file in folder.files() else withdrawn_as(file, entries)
    if entry is None:
        return None
    message = f"đã thu hồi ngày {say_day(entry.day)}, vì: {entry.reason.rstrip('.')}"
    hint = "Xóa dòng ghi tệp này; mục nào bắt buộc có tệp thì xóa cả mục."
    return problem("attachment_missing", message, hint)
