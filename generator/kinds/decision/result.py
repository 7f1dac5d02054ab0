"""What the votes come to: thôn by thôn, and for the whole commune."""

from __future__ import annotations

from datetime import date

from generator.kinds._kind import Scope
from generator.kinds._thon import thon_names
from generator.kinds._votes import Outcome, outcome
from generator.kinds.decision.model import Decision, Extent, Matter, ThonVote
from generator.province.duties import Share

ALL_THON = "THDC-21.1-XA"
OF_MONEY = (Matter.WORKS, Matter.FUNDS)


def rules_of(decision: Decision) -> tuple[str, ...]:
    """Ids of the duties that a matter is decided by: its own threshold, that of the thôn where it has one."""
    whole = decision.extent is Extent.COMMUNE and decision.matter in OF_MONEY
    return ("THDC-15", decision.matter.threshold, *((ALL_THON,) if whole else ()), "THDC-23")


def outcome_of(decision: Decision, vote: ThonVote, scope: Scope) -> Outcome | None:
    """By the law of the day of the vote; None before it is counted."""
    return (
        outcome(vote.votes, scope.province.duty(decision.matter.threshold, vote.day))
        if vote.votes
        else None
    )


def passed(decision: Decision, scope: Scope) -> bool | None:
    """Whether the matter is decided; None while that is open, or where no law in force says how."""
    found = [told.passed for vote in decision.thon if (told := outcome_of(decision, vote, scope))]
    if decision.extent is Extent.THON:
        return found[0] if found else None
    return _of_all(decision, found, scope)


def computable(decision: Decision, scope: Scope) -> bool:
    """Whether a law in force on the day of the vote says how many must agree."""
    day = decision.last_vote or decision.thon[0].day
    if decision.extent is Extent.THON:
        duty = scope.province.duty(decision.matter.threshold, day)
        return bool(duty and duty.share)
    return _share_of_thon(decision, day, scope) is not None


def thon_needed(decision: Decision, scope: Scope) -> tuple[int, str] | None:
    """How many thôn must agree in a matter of the whole commune, and the rule in words."""
    share = _share_of_thon(decision, decision.last_vote, scope)
    return (share.least(_every(decision, scope)), share.say()) if share else None


def _every(decision: Decision, scope: Scope) -> int:
    """All thôn that there are, also those that have not voted."""
    return max(len(thon_names(scope)), len(decision.thon))


def _of_all(decision: Decision, found: list[bool | None], scope: Scope) -> bool | None:
    """So many thôn of all that there are; settled as soon as the rest cannot change it."""
    rule = thon_needed(decision, scope)
    if rule is None:
        return None
    needed, every = rule[0], _every(decision, scope)
    if found.count(True) >= needed:
        return True
    return False if every - found.count(False) < needed else None


def _share_of_thon(decision: Decision, day: date | None, scope: Scope) -> Share | None:
    """The law tells it for money and works only; in other matters each thôn decides for itself."""
    if day is None or decision.matter not in OF_MONEY:
        return None
    duty = scope.province.duty(ALL_THON, day)
    return duty.share if duty else None
