"""`congkhai due`: what each commune has to make public soon, and what is overdue."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.province.verdicts import Timeliness
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from generator.reminders import Reminder


class Format(StrEnum):
    """How reminders are written."""

    TEXT = "text"
    ICS = "ics"


Days = Annotated[
    int, typer.Option("--days", metavar="SỐ", min=0, help="Kể cả việc đến hạn trong bấy nhiêu ngày.")
]
Written = Annotated[
    Format, typer.Option("--format", metavar="text|ics", help="text cho người đọc; ics để nhập vào lịch.")
]


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    days: Days = 30,
    format: Written = Format.TEXT,
    jobs: options.Jobs = 0,
) -> int:
    """Việc công khai sắp đến hạn và quá hạn của từng xã, gấp nhất đứng trước.

    Chỉ kể việc luật định ngày. Việc khác: xem trang “Công khai đến đâu”.
    """
    from generator.reminders import ProvinceError, reminders

    options.folder(content, "--content")
    day, province = options.day(date, today()), options.province_folder(content, tinh)
    try:
        with options.known_communes():
            found = reminders(content, province, day, days, tuple(only or ()), options.workers(jobs))
    except ProvinceError:
        raise typer.BadParameter(
            f"--tinh: dữ liệu ở “{province}” có lỗi. Chạy congkhai check để xem."
        ) from None
    typer.echo(_calendar(found, day) if format is Format.ICS else _text(found, day, days), nl=False)
    return 0


def _text(found: tuple[Reminder, ...], day: datetime.date, days: int) -> str:
    late = sum(r.verdict.timeliness is Timeliness.OVERDUE for r in found)
    head = f"Tính đến ngày {say_day(day)}: {late} việc quá hạn, {len(found) - late} việc đến hạn trong {days} ngày tới.\n"
    return head + "".join(map(_lines, found))


def _lines(reminder: Reminder) -> str:
    verdict = reminder.verdict
    period = f", {verdict.period}" if verdict.period else ""
    due = f"    Hạn: {say_day(verdict.due.day)}, {verdict.due.count}.\n" if verdict.due else ""
    mend = f"    Cách làm: {verdict.mend}\n" if verdict.mend else ""
    return f"{verdict.label}: {reminder.commune}: {verdict.duty.title}{period} [{verdict.duty.id}]\n{due}{mend}"


def _calendar(found: tuple[Reminder, ...], day: datetime.date) -> str:
    """Whole-day events on the last day in time (RFC 5545)."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//congkhai//due//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Hạn công khai")
    for reminder in found:
        if reminder.verdict.due:
            event = Event()
            event.add("uid", f"{reminder.key.replace(' ', '-').replace('/', '-')}@congkhai")
            event.add("dtstamp", datetime.datetime.combine(day, datetime.time(), datetime.UTC))
            event.add("dtstart", reminder.verdict.due.day)
            event.add("summary", f"{reminder.commune}: {reminder.verdict.duty.title}")
            event.add("description", f"{reminder.verdict.label}. {reminder.verdict.mend}")
            calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()
