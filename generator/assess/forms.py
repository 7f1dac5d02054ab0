"""The forms of publication that a duty orders beside the website."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assess.words import form_name
from generator.kinds._disclosure import Posting
from generator.kinds._fulfilment import Answer
from generator.province import Duty
from generator.province.duties import RequiredForm


def lacking(duty: Duty, answer: Answer) -> tuple[str, ...]:
    """What the record does not tell of them: "Niêm yết ít nhất 30 ngày: mới ghi 12 ngày"."""
    return tuple(_lacking(duty, answer))


def _lacking(duty: Duty, answer: Answer) -> Iterator[str]:
    for form in duty.forms:
        told = [posting for posting in answer.forms if posting.form is form.form]
        if not told:
            yield f"{form_name(form)}: chưa ghi"
        elif form.days:
            yield from _short(form, form.days, told)


def _short(form: RequiredForm, least: int, told: list[Posting]) -> Iterator[str]:
    """A posting with its first day alone still hangs; one with both must have hung long enough."""
    if any(posting.since and posting.until is None for posting in told):
        return
    longest = max((p.until - p.since).days + 1 if p.since and p.until else 0 for p in told)
    if longest == 0:
        yield f"{form_name(form)}: chưa ghi từ ngày nào"
    elif longest < least:
        yield f"{form_name(form)}: mới ghi {longest} ngày"
