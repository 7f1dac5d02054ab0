"""How a promise stands on a day: done, done late, still in time, overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.kinds.meeting.model import Promise


@dataclass(frozen=True)
class State:
    """One promise on a day."""

    promise: Promise
    late: int
    """Days past the day that was promised: of the work, or of the silence until today."""
    left: int | None
    """Days left; None where it is done, overdue, or without a day."""

    @property
    def open(self) -> bool:
        return self.promise.done is None

    @property
    def label(self) -> str:
        """ "Đã xong", "Xong, chậm 4 ngày", "Đang làm, còn 12 ngày", "Quá hạn 3 ngày"."""
        if not self.open:
            return f"Xong, chậm {self.late} ngày" if self.late else "Đã xong"
        if self.late:
            return f"Quá hạn {self.late} ngày"
        if self.left is None:
            return "Đang làm, chưa hẹn ngày xong"
        return f"Đang làm, còn {self.left} ngày" if self.left else "Đang làm, hôm nay là hạn"

    @property
    def tone(self) -> str:
        """Ending of the tag's class."""
        if self.open:
            return "xau" if self.late else ("tin" if self.left is not None else "vua")
        return "vua" if self.late else "tot"


@dataclass(frozen=True)
class Tally:
    """How many promises stand how."""

    all: int
    done: int
    late: int
    """Of the done ones, those that came late."""
    open: int
    overdue: int
    """Of the open ones, those past their day."""


def state_of(promise: Promise, day: date) -> State:
    past = ((promise.done or day) - promise.due).days if promise.due else 0
    left = -past if promise.due and promise.done is None and past <= 0 else None
    return State(promise, max(past, 0), left)


def tally(states: Iterable[State]) -> Tally:
    found = list(states)
    waiting = [state for state in found if state.open]
    return Tally(
        all=len(found),
        done=len(found) - len(waiting),
        late=sum(state.late > 0 for state in found if not state.open),
        open=len(waiting),
        overdue=sum(state.late > 0 for state in waiting),
    )
