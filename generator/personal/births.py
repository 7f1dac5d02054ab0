"""Full dates of birth: the year alone may be public, day and month may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding
from generator.personal.names import TITLE, WORD, ends_with_name

DATE = (
    r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d|\d{1,2} tháng \d{1,2} năm (?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d{1,2}-\d{1,2}"
)
SHORT_DATE = (
    r"(?:0?[1-9]|[12]\d|3[01]) ?(?P<mark>[/.-]) ?(?:0?[1-9]|1[0-2]) ?(?P=mark) ?\d\d(?![\w%]|[/-]\w|[.,]\d)"
)
"""The year in two digits, which a date may have beside "sinh" only: "12/3/85"."""
FULL_DATE = re.compile(rf"(?<![\d/.-])(?:{DATE})(?!\d|[/.-]\d)")
WHOSE = rf"(?: của (?P<whose>[^\d\n.,;]{{1,40}}?)| (?:{TITLE})(?: {WORD}){{0,5}}| {WORD}(?: {WORD}){{1,4}})?(?: là| vào)?"
"""Between "ngày sinh" or "sinh nhật" and its date: "của bà Vui là"."""
BORN = re.compile(
    rf"(?:(?:\bngày(?:,? tháng,?(?: và)? năm)? sinh|\bsinh nhật){WHOSE}[ :.(]*"
    rf"|(?:\b(?P<before>[^\W\d_]{{1,20}}) +)?\bsinh(?: vào)?(?: ngày| năm)?[ :]*(?:mùng |mồng )?"
    rf"|\b(?:sn|ns)\b[ .:]*)(?:ngày )?(?P<date>(?:{DATE})(?!\d)|{SHORT_DATE})",
    re.IGNORECASE,
)
LIMIT = re.compile(r"\b(?:trước|sau|từ|đến|tới|hạn|trong)\b", re.IGNORECASE)
"""Before a date that is a day to be kept, not somebody's birth."""
COMPOUNDS = frozenset(
    (
        "khai",
        "học",
        "vệ",
        "tuyển",
        "phát",
        "thí",
        "giáo",
        "hy",
        "tái",
        "dân",
        "môi",
        "mưu",
        "nảy",
        "kháng",
        "ký",
        "sản",
        "trường",
        "nhà",
        "giới",
        "đản",
        "giáng",
        "thiếu",
    )
)
"""Words that make another word with "sinh": "khai sinh ngày 05/11/2026" is the day of an entry."""
RULE = re.compile(r"\s*(?:trở|về (?:sau|trước)|đến)\b", re.IGNORECASE)
"""After a date that is a limit of age, not somebody's birth."""
BRACKETS = re.compile(rf"\( ?(?P<date>{DATE}) ?\)")
LATEST = 2024
"""The last year that a date in brackets behind a name is taken for a birth; later ones tell of a meeting."""
ANNIVERSARY = re.compile(r"(?:năm|kỷ niệm|lễ|mừng)\s+$", re.IGNORECASE)
IN_A_LIST = re.compile(
    rf"(?:^|[;\n])[^\w\n]{{0,8}}(?:\d{{1,3}}[.)]? +)?(?P<name>(?:[^\W\d_]++ ){{1,6}}?[^\W\d_]++)"
    rf" ?[,:–-]? ?(?P<date>{DATE})(?!\d|[/.-]\d)"
)
"""A line that begins with words and a date: "- Lý Thị Vui, 12/03/1985"."""


def births(text: str) -> Iterator[Finding]:
    """A date beside "sinh", SN or NS, the year also in two digits: observed forms."""
    for found in BORN.finditer(text) if "s" in text or "S" in text else ():
        other_word = (found["before"] or "").lower() in COMPOUNDS or LIMIT.search(found["whose"] or "")
        feast = ANNIVERSARY.search(text, max(0, found.start() - 12), found.start())
        if not (other_word or feast or RULE.match(text, found.end())):
            yield Finding(Datum.BIRTH, hidden(found["date"]), *found.span("date"))


def births_behind_names(text: str) -> Iterator[Finding]:
    """A full date alone in brackets behind a person's name: "Nguyễn Văn A (12/03/1985)", an observed form."""
    for found in BRACKETS.finditer(text):
        if int(max(re.findall(r"\d{4}", found["date"]))) <= LATEST and ends_with_name(text, found.start()):
            yield Finding(Datum.BIRTH, hidden(found["date"]), *found.span("date"))


def births_in_lines(text: str) -> Iterator[Finding]:
    """A full date behind the name that a line of a list begins with: observed form."""
    for found in IN_A_LIST.finditer(text):
        if int(max(re.findall(r"\d{4}", found["date"]))) <= LATEST and ends_with_name(
            text, found.end("name")
        ):
            yield Finding(Datum.BIRTH, hidden(found["date"]), *found.span("date"))


def hidden(date: str) -> str:
    """A date with its year alone: "••/••/1985", "••/••/85"."""
    year = re.search(r"(?:19|20)\d\d|(?<=\d[/. -])\d\d$", date)
    return f"••/••/{year[0]}" if year else "••/••/••••"
