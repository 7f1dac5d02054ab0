"""Messages without personal data: they go to consoles, logs and reports that others read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.core import Problem
from generator.personal import Datum, clean, find

OFFICIAL = {"phone": Datum.PHONE, "email": Datum.EMAIL}
"""By the first word of a code: a number typed into a field for official numbers may be repeated as typed."""


def masked(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems; personal data that a message or hint repeats is hidden but for its ends."""
    for problem in problems:
        shown = OFFICIAL.get(problem.code.partition("_")[0])
        yield replace(problem, message=_hidden(problem.message, shown), hint=_hidden(problem.hint, shown))


def _hidden(text: str, official: Datum | None) -> str:
    findings = [finding for finding in find(text) if finding.datum is not official]
    if not findings:
        return text
    text, parts, end = clean(text), [], 0
    for finding in findings:
        parts += [text[end : finding.start], finding.shown]
        end = finding.end
    return "".join((*parts, text[end:]))
