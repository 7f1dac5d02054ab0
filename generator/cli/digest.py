"""The reminders of one commune as a message to send on: Zalo and e-mail show plain lines, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from generator.province.verdicts import Timeliness
from generator.words.dates import say_day, say_long_day
from generator.words.letters import plain_spaces

if TYPE_CHECKING:
    from generator.reminders import Reminder


def message(name: str, own: Sequence[Reminder], day: date, days: int) -> str:
    """What one commune has to do by a day and within so many days after it; that it has nothing, too."""
    late = [one for one in own if one.timeliness is Timeliness.OVERDUE]
    soon = [one for one in own if one.timeliness is not Timeliness.OVERDUE]
    parts = [f"VIỆC CÔNG KHAI CẦN LÀM: {name}\nTính đến {say_long_day(day)}\n"]
    if late:
        parts.append(f"QUÁ HẠN ({len(late)} việc)\n{_listed(late, 1)}")
    if soon:
        parts.append(f"ĐẾN HẠN TRONG {days} NGÀY TỚI ({len(soon)} việc)\n{_listed(soon, len(late) + 1)}")
    if not own:
        parts.append(f"Không có việc nào quá hạn hay đến hạn trong {days} ngày tới.\n")
    return plain_spaces("\n".join(parts))


def _listed(reminders: Sequence[Reminder], first: int) -> str:
    return "".join(f"{number}. {_line(one)}" for number, one in enumerate(reminders, first))


def _line(one: Reminder) -> str:
    due = f"   Hạn {say_day(one.due.day)}: {one.label.lower()}.\n" if one.due else ""
    mend = f"   {one.mend}\n" if one.mend else ""
    return f"{one.what}\n{due}{mend}"
