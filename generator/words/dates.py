"""Dates and times as Vietnamese readers expect them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam keeps UTC+7 all year; a fixed offset needs no time zone database (Windows has none)."""
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
MONTHS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
"""Months by name; giêng and chạp are left out, they belong to the lunar calendar."""


def now() -> datetime:
    """The moment in Vietnam, whatever the machine's own time zone."""
    return datetime.now(VIETNAM)


def today() -> date:
    return now().date()


def say_day(day: date) -> str:
    """26/11/2026"""
    return f"{day:%d/%m}/{day.year}"


def say_weekday(day: date) -> str:
    """Thứ Năm"""
    return WEEKDAYS[day.weekday()]


def say_long_day(day: date) -> str:
    """Thứ Năm, 26/11/2026"""
    return f"{say_weekday(day)}, {say_day(day)}"


def say_time(clock: time) -> str:
    """7 giờ 30; 13 giờ (with spaces that do not break)"""
    text = f"{clock.hour} giờ {clock.minute:02d}" if clock.minute else f"{clock.hour} giờ"
    return text.replace(" ", "\u00a0")


def say_when(day: date, clock: time | None) -> str:
    """Thứ Năm, 26/11/2026, 19 giờ 30; without a time the day alone"""
    return f"{say_long_day(day)}, {say_time(clock)}" if clock else say_long_day(day)


def say_days_left(day: date, today: date) -> str:
    """Hôm nay; Ngày mai; Còn 4 ngày (congkhai.js says the same of another day)"""
    days = (day - today).days
    return {0: "Hôm nay", 1: "Ngày mai"}.get(days, f"Còn {days} ngày")


def say_days(days: int) -> str:
    """45 ngày; 3 tháng for what is easier read in months (from 90 days)."""
    if days < 90:
        return f"{days} ngày"
    return f"{round(days / 30.4)} tháng"
