"""Messages without personal data: they go to consoles, logs, reports and pages that others read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.core import Problem
from generator.personal.finding import Datum, Finding, clean
from generator.personal.prose import find

OFFICIAL = {"phone": Datum.PHONE, "email": Datum.EMAIL}
"""By the first word of a code: a number typed into a field for official numbers may be repeated as typed."""
PARTING = re.compile("[-_/.]")
"""What parts the words of a path; a number of several such words is rather a date or a serial number."""

PATH = re.compile(r"(?<![^\s“(])[^\s“”:/]+(?:/[^\s“”:/]+)+")
"""A path among words, and no link."""


def masked(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems as they may be shown; personal data that they repeat is hidden but for its ends.

    Whatever prints or publishes problems takes them from here.
    """
    for problem in problems:
        shown = OFFICIAL.get(problem.code.partition("_")[0])
        yield replace(
            problem,
            place=replace(problem.place, path=masked_path(problem.place.path)),
            message=_hidden(problem.message, shown),
            hint=_hidden(problem.hint, shown),
        )


def masked_path(path: str) -> str:
    return _without(path, in_path(path))


def masked_text(text: str) -> str:
    """A text as messages show it."""
    return _hidden(text, None)


def in_path(path: str) -> list[Finding]:
    """Personal data in the names of a file and its folders, which become addresses of pages."""
    return find(PARTING.sub(";", path)) if any(map(str.isdigit, path)) else []


def _hidden(text: str, official: Datum | None) -> str:
    text = PATH.sub(lambda path: masked_path(path[0]), text) if "/" in text else text
    return _without(text, [finding for finding in find(text) if finding.datum is not official])


def _without(text: str, findings: list[Finding]) -> str:
    if not findings:
        return text
    text, parts, end = clean(text), [], 0
    for finding in findings:
        parts += [text[end : finding.start], finding.shown]
        end = finding.end
    return "".join((*parts, text[end:]))
