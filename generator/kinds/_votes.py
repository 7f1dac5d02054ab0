"""A vote of households: how many there are, came, agreed; whether that is enough is computed, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.core import Loc, Problem, Record
from generator.fields.base import Model, given
from generator.fields.text import Count
from generator.province import Duty
from generator.words.money import say_number, say_percent, share


class Votes(Model):
    """What the minutes of the count say, without any name."""

    households: Count = given(
        "so_ho", "Tổng số hộ", "Tất cả các hộ của thôn, kể cả hộ vắng mặt; luật tính trên số này."
    )
    present: Count = given("du", "Số hộ dự", "Số đại diện hộ dự họp hoặc gửi lại phiếu.")
    agreed: Count = given("tan_thanh", "Tán thành", "Số đại diện hộ tán thành.")
    against: Count = given("khong_tan_thanh", "Không tán thành", "Số đại diện hộ không tán thành.")

    @property
    def neither(self) -> int:
        """Without an opinion, or with a ballot that is not valid."""
        return self.present - self.agreed - self.against


@dataclass(frozen=True)
class Outcome:
    """What a vote comes to by the law of its day."""

    votes: Votes
    rule: str
    """"ít nhất 2/3"; empty where no law in force sets a threshold."""
    needed: int | None
    passed: bool | None

    @property
    def percent(self) -> Decimal | None:
        return share(self.votes.agreed, self.votes.households)

    def say(self) -> str:
        """ "205 trong 286 hộ tán thành (71,7%); cần ít nhất 2/3, tức 191 hộ"."""
        found, all_of = say_number(self.votes.agreed), say_number(self.votes.households)
        percent = f" ({say_percent(self.percent)})" if self.percent is not None else ""
        need = f"; cần {self.rule}, tức {say_number(self.needed)} hộ" if self.needed is not None else ""
        return f"{found} trong {all_of} hộ tán thành{percent}{need}"


def outcome(votes: Votes, duty: Duty | None) -> Outcome:
    """Judged on all households, not only on those that came."""
    threshold = duty.share if duty else None
    if threshold is None:
        return Outcome(votes, "", None, None)
    needed = max(threshold.least(votes.households), 1)
    return Outcome(votes, threshold.say(), needed, votes.agreed >= needed)


def check_votes(record: Record[Any], loc: Loc, votes: Votes) -> Iterable[Problem]:
    """No more can come than there are, and no more can vote than came."""
    if votes.present > votes.households:
        yield record.problem(
            "more_than_all",
            (*loc, "du"),
            f"{say_number(votes.present)} hộ dự, nhiều hơn {say_number(votes.households)} hộ của thôn",
            "Xem lại so_ho, du.",
        )
    if votes.neither < 0:
        counted = say_number(votes.agreed + votes.against)
        yield record.problem(
            "more_than_all",
            (*loc, "tan_thanh"),
            f"cộng lại {counted} phiếu tán thành và không tán thành, nhiều hơn {say_number(votes.present)} hộ dự",
            "Xem lại du, tan_thanh, khong_tan_thanh.",
        )
