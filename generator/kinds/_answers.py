"""How a recommendation stands on a day: answered in time, answered late, still open, overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.kinds._disclosure import Recommendation
from generator.kinds._kind import Scope
from generator.province import Duty
from generator.province.duties import DayUnit
from generator.words.dates import say_day


@dataclass(frozen=True)
class AnswerState:
    """One recommendation as it stands on a day."""

    day: date
    """The day that it is judged for."""
    sent: date
    answered: date | None
    due: date | None
    """Last day for an answer in time; None where no duty in force sets a number of days."""

    @property
    def open(self) -> bool:
        return self.answered is None

    @property
    def taken(self) -> int | None:
        """Days from sending to the answer; None while there is none."""
        return (self.answered - self.sent).days if self.answered else None

    @property
    def late(self) -> int:
        """Days past the due day: of the answer, or of the silence until `day`; 0 in time."""
        return max(((self.answered or self.day) - self.due).days, 0) if self.due else 0

    @property
    def tone(self) -> str:
        """Ending of the tag's class: `nhan--{{ state.tone }}`."""
        if self.late:
            return "xau" if self.open else "vua"
        return "vua" if self.open else "tot"

    @property
    def label(self) -> str:
        """For a tag: "Trả lời đúng hạn", "Chậm trả lời 6 ngày", "Chưa trả lời", "Quá hạn 3 ngày"."""
        if self.open:
            return f"Quá hạn {self.late} ngày" if self.late else "Chưa trả lời"
        if self.late:
            return f"Chậm trả lời {self.late} ngày"
        return "Trả lời đúng hạn" if self.due else "Đã trả lời"

    def say(self) -> str:
        """One plain sentence without its stop: "Trả lời sau 21 ngày, chậm 6 ngày"."""
        if self.open:
            return f"{self._silence()}, tính đến ngày {say_day(self.day)}"
        taken = f"Trả lời sau {self.taken} ngày" if self.taken else "Trả lời ngay trong ngày"
        return f"{taken}, chậm {self.late} ngày" if self.late else taken

    def _silence(self) -> str:
        if self.due is None:
            return "Chưa trả lời"
        if self.late:
            return f"Chưa trả lời, đã quá hạn {self.late} ngày"
        return f"Chưa trả lời, còn hạn đến ngày {say_day(self.due)}"


def answer_state(recommendation: Recommendation, duty: Duty | None, day: date) -> AnswerState:
    """How a recommendation stands on a day, by the deadline of a duty.

    The duty is the version in force when the recommendation was sent:
    `scope.province.duty("THDC-45", recommendation.day)`. The day of sending does not count. Only
    a deadline in calendar days is judged; with another, or none, `due` stays None.
    """
    deadline = duty.deadline if duty else None
    days = deadline.number if deadline and deadline.unit is DayUnit.DAY else None
    return AnswerState(
        day=day,
        sent=recommendation.day,
        answered=recommendation.reply.day if recommendation.reply else None,
        due=None if days is None else recommendation.day + timedelta(days=days),
    )


@dataclass(frozen=True)
class Case:
    """A recommendation and how it stands; shown by the macro of `parts/kien-nghi.html`."""

    recommendation: Recommendation
    state: AnswerState


def cases(found: Iterable[Recommendation], duty: str, scope: Scope) -> tuple[Case, ...]:
    """Each recommendation judged by the version of a duty that was in force when it was sent."""
    return tuple(
        Case(each, answer_state(each, scope.province.duty(duty, each.day), scope.day)) for each in found
    )


@dataclass(frozen=True)
class Tally:
    """How many recommendations stand how."""

    all: int
    answered: int
    late: int
    """Of the answered ones, those that came late."""
    open: int
    overdue: int
    """Of the open ones, those past their due day."""


def tally(states: Iterable[AnswerState]) -> Tally:
    found = list(states)
    waiting = [state for state in found if state.open]
    late = sum(state.late > 0 and not state.open for state in found)
    return Tally(
        all=len(found),
        answered=len(found) - len(waiting),
        late=late,
        open=len(waiting),
        overdue=sum(state.late > 0 for state in waiting),
    )
