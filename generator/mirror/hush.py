"""Messages about a wrong list without the passwords that may stand in it, cut short or written otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.core import Problem
from generator.mirror.address import without_secrets

KEY = re.compile(r"\s*(?:- *)?[a-z_]+:(?:\s|$)")
QUOTED = re.compile("“([^”]*)”")


def hushed(lines: Sequence[str], keys: Collection[str], problem: Problem) -> Problem:
    """The problem; `lines` are those of the list, `keys` may be quoted even where a password is near."""
    here = lines[max(0, problem.place.line - 1) :]
    more = takewhile(lambda line: not KEY.match(line), here[1:])
    secret = any(re.search(r"@|:/", line) for line in (*here[:1], *more))
    message, hint = (_hushed(text, keys, secret) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _hushed(text: str, keys: Collection[str], secret: bool) -> str:
    if secret and text.count("“") != text.count("”"):
        return text.partition("“")[0] + "“…”"

    def hush(found: re.Match[str]) -> str:
        said = without_secrets(found[1])
        known = said != found[1] or not secret or said in keys or "://" in said or said.startswith("git@")
        return f"“{said if known else '…'}”"

    return QUOTED.sub(hush, text)
