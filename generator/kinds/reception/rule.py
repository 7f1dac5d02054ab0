"""Rules of a recurring session: "thứ Năm hằng tuần", "ngày 15 hằng tháng", "thứ Ba tuần đầu tháng"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Annotated

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse, scalar
from generator.words.dates import WEEKDAYS
from generator.words.fold import fold
from generator.words.letters import small

NAMES = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4}
PARTS = {"sang": "sáng", "chieu": "chiều"}
WEEKEND = re.compile(r"thu (bay|7)|chu nhat")
SHORT_DAY = re.compile(r"\bt\.? ?(?=[2-7]\b)")
FIRST_TEN = re.compile(r"\bngay (?:mung|mong) (?=\d)|\b(?:mung|mong) (?=\d)")
PART = re.compile(r"(?:cac )?(?:buoi )?(?P<part>sang|chieu) (?:cac )?(?=thu |ngay )")
NTH = {
    "dau": 1,
    "dau tien": 1,
    "thu nhat": 1,
    "thu hai": 2,
    "thu ba": 3,
    "thu tu": 4,
    "cuoi": -1,
    "cuoi cung": -1,
}
NTH_WORDS = {1: "đầu tiên", 2: "lần thứ hai", 3: "lần thứ ba", 4: "lần thứ tư", -1: "cuối cùng"}
DAYS = r"thu (?P<days>(?:hai|ba|tu|nam|sau|[2-6])(?:(?:, ?| va |; ?)(?:thu )?(?:hai|ba|tu|nam|sau|[2-6]))*)"
EVERY = r"(?:hang|moi)"
OF_MONTH = rf"(?: cua)?(?: {EVERY})? thang"
WEEKLY_FORM = re.compile(rf"(?:cac )?{DAYS} {EVERY} tuan")
DATES_FORM = re.compile(
    rf"(?:cac )?ngay (?P<dates>\d{{1,2}}(?:(?:, ?| va |; ?)(?:ngay )?\d{{1,2}})*){OF_MONTH}"
)
NTH_FORM = re.compile(
    rf"{DAYS}(?: tuan| lan)? (?P<nth>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu)){OF_MONTH}"
)
HINT = "Ghi như: thứ Năm hằng tuần; ngày 15 hằng tháng; ngày 15 và 25 hằng tháng; thứ Ba tuần đầu tháng."


@dataclass(frozen=True)
class Rule:
    """When sessions recur: on weekdays each week, on dates each month, or the nth weekday."""

    weekdays: tuple[int, ...] = ()
    """0 is Monday."""
    month_days: tuple[int, ...] = ()
    nth: int = 0
    """Which weekday of the month: 1 to 4, -1 the last; 0 for every week."""
    part: str = field(default="", compare=False)
    """ "sáng" or "chiều" where the words say so; the hours, a field of their own, must agree."""

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """The days that the rule names from first to last, both included; days off not yet moved."""
        start, end = datetime.combine(first, time()), datetime.combine(last, time())
        if self.month_days:
            found = rrule(MONTHLY, dtstart=start, until=end, bymonthday=self.month_days)
        elif self.nth:
            chosen = [weekday(day, self.nth) for day in self.weekdays]
            found = rrule(MONTHLY, dtstart=start, until=end, byweekday=chosen)
        else:
            found = rrule(WEEKLY, dtstart=start, until=end, byweekday=self.weekdays)
        return tuple(moment.date() for moment in found)

    def say(self) -> str:
        """Back in words: "Thứ Ba đầu tiên của mỗi tháng"."""
        if self.month_days:
            return f"Ngày {_join([str(d) for d in self.month_days])} hằng tháng"
        names = _join([WEEKDAYS[day] for day in self.weekdays])
        return f"{names} {NTH_WORDS[self.nth]} của mỗi tháng" if self.nth else f"{names} hằng tuần"


def read_rule(value: object) -> Rule:
    """Raises: PydanticCustomError where the words are not one of the known forms."""
    found = scalar(value)
    words = FIRST_TEN.sub("ngay ", SHORT_DAY.sub("thu ", fold(found)))
    part = PART.match(words)
    rule = _rule(found, words[part.end() :] if part else words)
    return replace(rule, part=PARTS[part["part"]]) if part else rule


def _rule(found: str, words: str) -> Rule:
    if WEEKEND.search(words):
        raise refuse(
            "rule_weekend",
            f"ghi “{found}”, nhưng thứ Bảy và Chủ nhật là ngày nghỉ nên mọi buổi đều phải dời",
            "Nếu tiếp dân ngày nghỉ, ghi từng buổi ở mục dieu_chinh với loai: them_buoi.",
        )
    if form := WEEKLY_FORM.fullmatch(words):
        return Rule(weekdays=_weekdays(form["days"]))
    if form := NTH_FORM.fullmatch(words):
        return Rule(weekdays=_weekdays(form["days"]), nth=NTH[form["nth"]])
    if form := DATES_FORM.fullmatch(words):
        return Rule(month_days=_month_days(found, form["dates"]))
    raise refuse("rule_unknown", f"ghi “{found}”, chưa hiểu là những ngày nào", HINT)


def _weekdays(words: str) -> tuple[int, ...]:
    return tuple(sorted({NAMES[name] for name in re.findall(r"[a-z]+|\d", words) if name in NAMES}))


def _month_days(found: str, words: str) -> tuple[int, ...]:
    days = sorted({int(day) for day in re.findall(r"\d+", words)})
    if days[0] >= 1 and days[-1] <= 28:
        return tuple(days)
    raise refuse(
        "rule_day_of_month",
        f"ghi “{found}”, nhưng không phải tháng nào cũng có ngày đó",
        "Chọn ngày từ 1 đến 28, hoặc ghi “thứ Sáu cuối cùng của mỗi tháng”.",
    )


def _join(names: list[str]) -> str:
    """ "Thứ Hai và thứ Năm": capital letter on the first only."""
    rest = [small(name) for name in names[1:]]
    listed = ", ".join([names[0], *rest[:-1]])
    return f"{listed} và {rest[-1]}" if rest else listed


RuleField = Annotated[Rule, BeforeValidator(read_rule), PlainSerializer(Rule.say, return_type=str)]
