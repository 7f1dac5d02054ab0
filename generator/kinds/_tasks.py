"""Parts of the tasks that several kinds tell of: the answer that is waited for, the field to fill in."""

from __future__ import annotations

from typing import Any

from generator.core import Record
from generator.kinds._answers import Case
from generator.kinds._deadlines import limit
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.words.dates import say_day


def answer_task(
    record: Record[Any], key: str, case: Case, who: str, duty: str, scope: Scope
) -> Task | None:
    """The answer to a recommendation; None where it is given, or where no law in force sets a day."""
    asked = case.recommendation
    last = limit(duty, asked.day, scope) if case.state.open else None
    if last is None:
        return None
    what = f"Trả lời kiến nghị ngày {say_day(asked.day)} của {who}"
    return Task(record, key, what, last, f"{add_to(record, 'tra_loi', scope)} khi đã trả lời.", duty)


def add_to(record: Record[Any], key: str, scope: Scope) -> str:
    """ "Mở kien-nghi/2026-024.yml, thêm tra_loi"."""
    file = record.source.path.removeprefix(f"{scope.commune.folder.as_posix()}/")
    return f"Mở {file}, thêm {key}"
