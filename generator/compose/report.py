"""The page that says what the check of a commune's data found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from itertools import groupby

from generator.core import Commune, Draft, Problem, in_order
from generator.fields.base import Model, given, many
from generator.fields.dates import Day
from generator.kinds import kinds

REPORT = "kiem-tra/"
REPORT_TITLE = "Kết quả kiểm tra dữ liệu"
FALSE_ALARM = "false_alarm"
"""Code of the notices that staff have judged; told apart from what is still to mend."""


class Entry(Model):
    """One notice, as the data file of the page holds it."""

    file: str = given("tep", "Tệp", "Trong thư mục của xã.")
    line: int = given("dong", "Dòng", "Đếm từ 1.")
    column: int = given("cot", "Cột", "Đếm từ 1.")
    code: str = given("ma", "Mã", "Tên cố định của quy tắc.")
    field: str = given("muc", "Mục", "Tên mục trong tệp.")
    text: str = given("noi_dung", "Nội dung", "Thấy gì.")
    hint: str = given("goi_y", "Gợi ý", "Cách sửa.")


class Checked(Model):
    """What the data file of the page holds."""

    day: Day = given("ngay", "Ngày kiểm tra", "Ngày dựng trang.")
    notices: list[Entry] = many("luu_y", "Lưu ý", "Những chỗ nên xem lại.")
    false_alarms: list[Entry] = many("bao_nham", "Báo nhầm", "Những chỗ đã xem, kèm lý do.")


@dataclass(frozen=True)
class Group:
    """The notices of one file."""

    title: str
    """Of the section that the file belongs to; empty for files of no section."""
    file: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """Facts of the page."""

    day: date
    notices: int
    judged: int
    groups: tuple[Group, ...]
    false_alarms: tuple[Group, ...]


def compose_report(commune: Commune, problems: Iterable[Problem], day: date) -> Draft:
    """The page and its data; a site that stands has notices only, errors keep it from being built."""
    entries = [_entry(problem, commune) for problem in in_order(problems)]
    notices = [entry for entry in entries if entry.code != FALSE_ALARM]
    false_alarms = [entry for entry in entries if entry.code == FALSE_ALARM]
    return Draft(
        REPORT,
        REPORT_TITLE,
        "pages/kiem-tra.html",
        Report(day, len(notices), len(false_alarms), _groups(notices), _groups(false_alarms)),
        f"Máy kiểm tra dữ liệu của {commune.name} và thấy những gì.",
        data=Checked.model_construct(day=day, notices=notices, false_alarms=false_alarms),
        listed=False,
    )


def _entry(problem: Problem, commune: Commune) -> Entry:
    """Paths are told from inside the commune's folder: where that stands is no reader's concern."""
    return Entry.model_construct(
        file=problem.place.path.removeprefix(f"{commune.folder.as_posix()}/"),
        line=problem.place.line,
        column=problem.place.column,
        code=problem.code,
        field=problem.field,
        text=_sentence(problem.sentence),
        hint=problem.hint,
    )


def _sentence(text: str) -> str:
    end = "" if text.endswith((".", "…", "?", "!")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    return tuple(
        Group(_section(file), file, tuple(group))
        for file, group in groupby(entries, lambda entry: entry.file)
    )


def _section(file: str) -> str:
    titles = (kind.title for kind in kinds() if any(fnmatchcase(file, form) for form in kind.files))
    return next(titles, "")
