"""How long hostile input takes, and how that grows: every input is read at one length and at twice that.

"work" is processor time, the least of a few tries taken in turn; its growth for twice the length is 2.0
where it is linear. A pattern that looks at everything again for every character grows by 4.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from generator.fields.contact import read_email, read_link, read_phone
from generator.fields.dates import read_clock, read_day, read_hours
from generator.fields.money import read_dong, read_percent
from generator.fields.period import read_period
from generator.kinds.profile.model import Profile
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.mirror.file_check import wrong_in_calendar, wrong_in_feed
from generator.mirror.page_check import wrong_in_page
from generator.personal import Known, find_in_markdown
from generator.tidy import without_comments
from generator.words.prose import markdown_html, plain_html

TRIES = 3
WORST_GROWTH = 3.0
BRIEF = 0.05
"""Seconds below which growth says nothing: the clock and what is read once weigh more."""

YAML = (
    "- \n", "a: ", '"', "a\n", "x ", "a: @\n", "&a ", "a: *a\n", "a: 1\n", "\t", "a:\n\tb: 1\n", "\u00a0", "\x00",
    "\u200b", "“", "' ", "<", "---\n", "?\n", "\\", "Coâng ", "Ã©", "«a ", "e\u0302\u0323", "\u0300\u0323",
    "\u0610\u0e38", "a:b\n", "?x\n", "a?b ", "<<<<<<<\n", "a: \u2028- b\n", "[1,", "{a,", "|\n ", "# \n", "!a ",
    "%a\n", "…", "a: “b”\n", "- a: x\n  b\n", "[", "{", "? ", "- - - - ", "[{",
)  # fmt: skip
VALUES = (
    "0", "9.", "1,", "1 ", "O", "l", "-", "a", "a-", "0/", "7:30 - ", "và", "đến ", "1 tỷ ", "a.", "@a.", "//",
    "https://", "“", "\u200b", "\n", "(", "số ", "ngày 5 tháng ", "quý i", "_ ",
)  # fmt: skip
PROSE = (
    "[", "![", "[a](", "[](<", "<", "<!--", "<![CDATA[", "*", "_*", "__*_", "`", ">", "> - ", "1. ", "- ", "# a\n",
    "a\n-\n", "a\n***\n", "|a|b|\n|-|-|\n", "\\", "&", "<a@b", "a\n    ", "\u0300",
)  # fmt: skip
PERSONAL = (
    "0", "0 ", "09.", "a@", "&#48;", "0\n", "12**3", "số ", "<b>1", "1[", "|1", "sinh ngày 1/1/", "⁰",
)  # fmt: skip
PAGES = ("a ", 'a="', "<", " ", "<p>", "&amp;")
FEED = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n<id>tag:'
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//congkhai//tiep-cong-dan//VI\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:"
READERS = (
    read_day, read_clock, read_hours, read_period, read_dong, read_percent, read_phone, read_email, read_link,
)  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """One input, and what is done with it."""

    what: str
    part: str
    size: int
    """Characters at the shorter length."""
    act: Callable[[str], object]

    def text(self, size: int) -> str:
        return (self.part * (size // len(self.part) + 1))[:size]


def main() -> int:
    asked = _arguments()
    print(f"{'input':<34} {'length':>10} {'work':>8} {'twice':>8} {'growth':>7}")
    wrong = 0
    for trial in _trials():
        if asked.only in trial.what:
            once, twice = _measure(trial)
            growth = twice / once if once else 0.0
            bad = twice > BRIEF and growth > WORST_GROWTH
            wrong += bad
            if asked.all or bad or twice > asked.show:
                name = f"{trial.what} {trial.part!r}"[:34]
                print(f"{name:<34} {trial.size:>10} {once:>8.3f} {twice:>8.3f} {growth:>7.2f}", flush=True)
    print(f"{wrong} grow faster than their length")
    return int(wrong > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a part of what is done: yaml, day, prose …")
    parser.add_argument("--all", action="store_true", help="a line for every input")
    parser.add_argument("--show", type=float, default=0.5, help="a line for what takes so many seconds")
    return parser.parse_args()


def _trials() -> Iterator[Trial]:
    for part in YAML:
        yield Trial("yaml", part, 500_000, _yaml)
    for reader in READERS:
        for part in VALUES:
            yield Trial(reader.__name__, part, 10_000, _value(reader))
    for part in PROSE:
        yield Trial("prose", part, 10_000, _prose)
    for part in PERSONAL:
        yield Trial("personal", part, 50_000, lambda text: find_in_markdown(text, Known()))
    for part in PAGES:
        yield Trial("page", part, 100_000, lambda text: wrong_in_page(f"<!doctype html><p {text}"))
        yield Trial("feed", part, 100_000, lambda text: wrong_in_feed(f"{FEED}{text}", "cap-nhat.atom"))
        yield Trial(
            "calendar",
            part,
            100_000,
            lambda text: wrong_in_calendar(CALENDAR + text, "tiep-cong-dan/lich.ics"),
        )
    yield Trial("comments", " ", 300_000, lambda text: without_comments(f'ma: "0"\n{text}\n# x\n'.encode()))


def _yaml(text: str) -> None:
    reading = read_yaml(text.encode(), "xa.yml")
    read_model(Profile, reading)


def _value(reader: Callable[[str], object]) -> Callable[[str], None]:
    def act(text: str) -> None:
        with suppress(ValueError):
            reader(text + "!")

    return act


def _prose(text: str) -> None:
    markdown_html(text)
    plain_html(text)


def _measure(trial: Trial) -> tuple[float, float]:
    """Seconds at one length and at twice that."""
    once, twice = trial.text(trial.size), trial.text(2 * trial.size)
    pairs = [(_work(trial.act, once), _work(trial.act, twice)) for _ in range(TRIES)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _work(act: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    act(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
