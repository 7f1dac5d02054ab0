"""What a loudspeaker says of a supervision board: its last report, what it asked for, where to meet it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import ask
from generator.kinds.board.model import Board
from generator.kinds.board.view import sheet
from generator.words.letters import small


def spoken(record: Record[Board], scope: Scope) -> Iterable[str]:
    found, shown = record.data, sheet(record, scope)
    yield f"{shown.title}."
    yield f"{shown.state}, có {len(found.members)} thành viên."
    if shown.reports:
        report = shown.reports[0]
        visits = f": {report.visits} cuộc giám sát" if report.visits is not None else ""
        faults = f", phát hiện {report.findings} việc chưa đúng" if report.findings is not None else ""
        yield f"Báo cáo {small(report.period)}{visits}{faults}."
    if shown.tally.all:
        yield f"Ban đã gửi {shown.tally.all} kiến nghị, {shown.tally.answered} kiến nghị được trả lời."
    yield from ask(found.contact, "Gặp ban")
