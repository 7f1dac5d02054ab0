"""What votes leave to be done: an announcement before; sending and recognition after (Luật 10/2022/QH15 Đ19-21)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.core import Record
from generator.kinds._deadlines import limit
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import add_to
from generator.kinds._thon import thon_names
from generator.kinds.decision.model import Decision, ThonVote
from generator.kinds.decision.result import passed
from generator.words.dates import say_day

SENDING, RECOGNITION = "THDC-20", "THDC-21-CONG-NHAN"


def tasks(scope: Scope) -> Iterator[Task]:
    for record in scope.commune.all("decision"):
        for vote in record.data.thon:
            yield from _announcement(record, vote, scope)
        if passed(record.data, scope) and record.data.recognition is None:
            yield from _next_step(record, scope)


def _announcement(record: Record[Decision], vote: ThonVote, scope: Scope) -> Iterator[Task]:
    """Of a vote to come that is not announced yet; what is over cannot be mended."""
    decision = record.data
    due = limit(decision.form.notice, vote.day, scope)
    if due and vote.told is None and vote.votes is None and vote.day >= scope.day:
        thon = thon_names(scope).get(vote.thon, vote.thon)
        what = f"Báo trước: {decision.name}, {thon}, ngày {say_day(vote.day)}"
        mend = f"{add_to(record, 'ngay_moi', scope)} khi đã báo."
        yield Task(record, f"moi-{vote.thon}", what, due, mend, decision.form.notice)


def _next_step(record: Record[Decision], scope: Scope) -> Iterator[Task]:
    """Sent by the thôn first; recognised by the commune once it has it."""
    decision, start = record.data, record.data.sent or record.data.last_vote
    duty = RECOGNITION if decision.sent else SENDING
    due = limit(duty, start, scope) if start else None
    if due is None:
        return
    step, key = ("UBND xã công nhận", "cong_nhan") if decision.sent else ("Gửi UBND, Mặt trận", "ngay_gui")
    what = f"{step}: {decision.name}"
    yield Task(record, key.replace("_", "-"), what, due, f"{add_to(record, key, scope)} khi đã làm.", duty)
