"""The page that says what the check of a commune's data found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from itertools import groupby

from generator.compose.duties.places import STATUS, STATUS_TITLE
from generator.compose.pages import pages_of
from generator.core import Commune, Draft, Link, Problem, in_order
from generator.fields.base import Model, given, many
from generator.fields.dates import Day
from generator.kinds import kinds
from generator.personal.masking import masked
from generator.words.letters import capital

REPORT = "kiem-tra/"
REPORT_TITLE = "Kết quả kiểm tra dữ liệu"
OTHER = "Mục khác"
FALSE_ALARM = "false_alarm"
"""Code of the notices that staff have judged; told apart from what is still to mend."""

OVERDUE = "duty_overdue"
"""Code of what is missing, which has no page of its own: it stands where all duties are told."""


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
class Remark:
    """One notice in a citizen's words: which page it speaks of, and what is to be known."""

    page: Link | None
    """None for a file without a page of its own."""
    text: str


@dataclass(frozen=True)
class Section:
    """The remarks on one section of the site."""

    title: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Group:
    """The notices of one file, for the clerks who mend it."""

    file: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """Facts of the page."""

    day: date
    notices: int
    judged: int
    sections: tuple[Section, ...]
    false_alarms: tuple[Section, ...]
    groups: tuple[Group, ...]


def compose_report(
    commune: Commune, problems: Iterable[Problem], day: date, drafts: Iterable[Draft] = ()
) -> Draft:
    """The page and its data; a site that stands has notices only, errors keep it from being built.

    Of `drafts`, the first page of a record is what its remarks link to.
    """
    found = in_order(masked(problems))
    notices = [problem for problem in found if problem.code != FALSE_ALARM]
    judged = [problem for problem in found if problem.code == FALSE_ALARM]
    pages = pages_of(drafts)
    entries = [_entry(problem, commune) for problem in (*notices, *judged)]
    sections, alarms = (tuple(_sections(part, commune, pages)) for part in (notices, judged))
    return Draft(
        REPORT,
        REPORT_TITLE,
        "pages/kiem-tra.html",
        Report(day, len(notices), len(judged), sections, alarms, _groups(entries)),
        f"Máy kiểm tra dữ liệu của {commune.name} và thấy những gì.",
        data=Checked.model_construct(
            day=day, notices=entries[: len(notices)], false_alarms=entries[len(notices) :]
        ),
        listed=False,
    )


def _sections(problems: Iterable[Problem], commune: Commune, pages: dict[str, Link]) -> Iterable[Section]:
    """Each section once, in the order of its first remark."""
    found: dict[str, list[Remark]] = {}
    for problem in problems:
        title, page = _section(_inside(problem, commune)) or OTHER, pages.get(problem.place.path)
        if problem.code == OVERDUE:
            title, page = STATUS_TITLE, Link(STATUS_TITLE, STATUS)
        found.setdefault(title, []).append(Remark(page, _remark(problem)))
    return (Section(title, tuple(remarks)) for title, remarks in found.items())


def _remark(problem: Problem) -> str:
    """The sentence without the place inside the file: "Kiến nghị: trả lời chậm 6 ngày."."""
    about = problem.field.split(": ")[0].split(", mục ")[0]
    return _sentence(f"{about}: {problem.message}" if about else problem.message)


def _inside(problem: Problem, commune: Commune) -> str:
    """The path from inside the commune's folder: where that stands is no reader's concern."""
    return problem.place.path.removeprefix(f"{commune.folder.as_posix()}/")


def _entry(problem: Problem, commune: Commune) -> Entry:
    return Entry.model_construct(
        file=_inside(problem, commune),
        line=problem.place.line,
        column=problem.place.column,
        code=problem.code,
        field=problem.field,
        text=_sentence(problem.sentence),
        hint=problem.hint,
    )


def _sentence(text: str) -> str:
    end = "" if text.endswith((".", "…", "?", "!")) else "."
    return f"{capital(text)}{end}"


def _groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    by_file = groupby(sorted(entries, key=lambda entry: entry.file), lambda entry: entry.file)
    return tuple(Group(file, tuple(group)) for file, group in by_file)


def _section(file: str) -> str:
    titles = (kind.title for kind in kinds() if any(fnmatchcase(file, form) for form in kind.files))
    return next(titles, "")
