"""`congkhai due`: what each commune has to make public soon, and what is overdue."""

from __future__ import annotations

import datetime
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.canonical import put
from generator.cli import options
from generator.cli.digest import message
from generator.province.verdicts import Timeliness
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from generator.reminders import Outlook, Reminder, Trouble


class Format(StrEnum):
    """How reminders are written."""

    TEXT = "text"
    MESSAGE = "tin"
    """One message a commune, to send by Zalo or e-mail."""
    ICS = "ics"


Days = Annotated[
    int, typer.Option("--days", metavar="SỐ", min=0, help="Kể cả việc đến hạn trong bấy nhiêu ngày.")
]
Written = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="text|tin|ics",
        help="text cho người đọc; tin để gửi Zalo, thư điện tử, mỗi xã một tin; ics để nhập vào lịch.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="THƯ MỤC",
        help="Ghi ở đây mỗi xã một tệp: <xã>.txt để gửi, <xã>.ics để nhập vào lịch.",
    ),
]


def command(
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    only: options.Only = None,
    days: Days = 30,
    format: Written = Format.TEXT,
    out: Out = None,
    jobs: options.Jobs = 0,
) -> int:
    """Việc sắp đến hạn và quá hạn của từng xã, gấp nhất đứng trước.

    Gồm việc luật định ngày phải công khai, phải trả lời, phải báo trước, và việc xã đã hẹn, đã hứa.
    Việc không có ngày: xem trang “Công khai đến đâu”.
    """
    from generator.reminders import ProvinceError, outlook

    options.folder(content, "--content")
    day, province = options.day(date, today()), options.province_folder(content, tinh)
    try:
        with options.known_communes():
            found = outlook(content, province, day, days, tuple(only or ()), options.workers(jobs))
    except ProvinceError:
        raise typer.BadParameter(
            f"--tinh: dữ liệu ở “{province}” có lỗi. Chạy congkhai check để xem."
        ) from None
    if format is not Format.TEXT or out:
        typer.echo("".join(map(_trouble, found.troubles)), nl=False, err=True)
    if out:
        return _write(found, day, days, options.writable(out, "--out"))
    typer.echo(_SAID[format](found, day, days), nl=False)
    return 0


def _write(found: Outlook, day: datetime.date, days: int, out: Path) -> int:
    """Both forms of each commune's; what an earlier week wrote of the same commune is replaced."""
    out.mkdir(exist_ok=True)
    for slug, name, own in found.by_commune():
        put(out / f"{slug}.txt", message(name, own, day, days).encode())
        put(out / f"{slug}.ics", _calendar(replace(found, reminders=own, troubles=()), day, days).encode())
    typer.echo(f"Đã viết {len(found.judged)} tin nhắc việc vào {out}.")
    return 0


def _messages(found: Outlook, day: datetime.date, days: int) -> str:
    return "\n".join(message(name, own, day, days) for _, name, own in found.by_commune())


def _text(found: Outlook, day: datetime.date, days: int) -> str:
    head = f"Tính đến ngày {say_day(day)}: {_counts(found, days)}.\n"
    foot = f"{found.prepared} xã chưa tiếp nhận, không tính.\n" if found.prepared else ""
    return head + "".join(map(_trouble, found.troubles)) + "".join(map(_lines, found.reminders)) + foot


def _counts(found: Outlook, days: int) -> str:
    """Nothing is counted of a commune that could not be judged."""
    unread = ", ".join(trouble.commune for trouble in found.troubles if trouble.unread)
    if unread and not found.reminders:
        return f"chưa rõ việc nào quá hạn, việc nào đến hạn trong {days} ngày tới"
    late = sum(r.timeliness is Timeliness.OVERDUE for r in found.reminders)
    soon = len(found.reminders) - late
    counted = f"{late} việc quá hạn, {soon} việc đến hạn trong {days} ngày tới"
    return f"{counted}, chưa rõ ở {unread}" if unread else counted


def _trouble(trouble: Trouble) -> str:
    """Silence about a commune would read as nothing to do."""
    return f"{_state(trouble)}.\n    Cách làm: {_mend(trouble)}\n"


def _state(trouble: Trouble) -> str:
    what = "chưa tính được việc nào" if trouble.unread else "bản mới của xã chưa đăng"
    return f"{trouble.commune}: dữ liệu có {trouble.errors} lỗi, {what}"


def _mend(trouble: Trouble) -> str:
    return f"Chạy congkhai check --only {trouble.slug} để xem lỗi và cách sửa."


def _lines(reminder: Reminder) -> str:
    due = f"    Hạn: {say_day(reminder.due.day)}, {reminder.due.count}.\n" if reminder.due else ""
    mend = f"    Cách làm: {reminder.mend}\n" if reminder.mend else ""
    duty = f" [{reminder.duty}]" if reminder.duty else ""
    return f"{reminder.label}: {reminder.commune}: {reminder.what}{duty}\n{due}{mend}"


def _calendar(found: Outlook, day: datetime.date, days: int) -> str:
    """Whole-day events on the last day in time, today's for a commune that is not judged (RFC 5545)."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//congkhai//due//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Hạn công khai")
    for trouble in found.troubles:
        if trouble.unread:
            calendar.add_component(_event(trouble.slug, day, day, _state(trouble), _mend(trouble)))
    for reminder in found.reminders:
        if reminder.due:
            what, more = f"{reminder.commune}: {reminder.what}", f"{reminder.label}. {reminder.mend}"
            calendar.add_component(_event(reminder.key, day, reminder.due.day, what, more))
    return bytes(calendar.to_ical()).decode()


def _event(key: str, made: datetime.date, day: datetime.date, what: str, more: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{key.replace(' ', '-').replace('/', '-')}@congkhai")
    event.add("dtstamp", datetime.datetime.combine(made, datetime.time(), datetime.UTC))
    event.add("dtstart", day)
    event.add("summary", what)
    event.add("description", more)
    event.add_component(_alarm(what))
    return event


def _alarm(what: str) -> Alarm:
    """At nine in the morning, two days before: a day of work is left after it."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", datetime.timedelta(days=-2, hours=9))
    alarm.add("description", what)
    return alarm


_SAID = {Format.TEXT: _text, Format.MESSAGE: _messages, Format.ICS: _calendar}
