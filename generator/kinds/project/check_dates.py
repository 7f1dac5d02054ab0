"""Rules of a project's dates: each after what must come before it, and nothing done in the future."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.fields.walk import walk
from generator.kinds.project.model import Project
from generator.words.dates import say_day

PLANNED = ("khoi_cong_ke_hoach", "hoan_thanh_ke_hoach", "han_moi")
"""Keys of the days that may lie ahead; every other day in a project tells what has happened."""
DISCLOSURE = "cong_khai"
Pair = tuple[date | None, str, date | None, str, Loc]
"""The earlier day with its name, the later day with its name, and where the later one stands."""


def check_dates(record: Record[Project], day: date) -> Iterable[Problem]:
    yield from _in_future(record, day)
    for before, first, after, second, loc in (*_works(record.data), *_answers(record.data)):
        if before and after and after < before:
            yield record.problem(
                "dates_out_of_order",
                loc,
                f"{second} {say_day(after)} trước {first} {say_day(before)}",
                "Xem lại hai ngày này.",
            )


def _in_future(record: Record[Project], day: date) -> Iterable[Problem]:
    for loc, value in walk(record.data):
        if isinstance(value, date) and value > day and loc[-1] not in PLANNED and loc[0] != DISCLOSURE:
            yield record.problem(
                "date_in_future",
                loc,
                f"ngày {say_day(value)} chưa tới (trang dựng cho ngày {say_day(day)})",
                "Việc chưa xảy ra thì bỏ trống, hoặc ghi vào ngày theo kế hoạch.",
            )


def _works(project: Project) -> Iterable[Pair]:
    times = project.schedule
    planned, began = "ngày khởi công theo kế hoạch", "ngày khởi công thực tế"
    yield times.planned_start, planned, times.planned_finish, "hoàn thành", ("thoi_gian", PLANNED[1])
    yield times.start, began, times.finish, "hoàn thành", ("thoi_gian", "hoan_thanh_thuc_te")
    for index, change in enumerate(project.changes):
        yield (
            project.begin,
            "ngày khởi công",
            change.new_finish,
            "hạn mới",
            ("dieu_chinh", index, "han_moi"),
        )
    for index, report in enumerate(project.work):
        yield times.start, began, report.day, "báo cáo khối lượng", ("khoi_luong", index, "ngay")
    for index, accepted in enumerate(project.acceptances):
        yield times.start, began, accepted.day, "nghiệm thu", ("nghiem_thu", index, "ngay")
    if project.settlement:
        yield times.finish, "ngày hoàn thành", project.settlement.day, "quyết toán", ("quyet_toan", "ngay")


def _answers(project: Project) -> Iterable[Pair]:
    for number, visit in enumerate(project.visits):
        for index, asked in enumerate(visit.recommendations):
            loc: Loc = ("giam_sat", number, "kien_nghi", index)
            yield visit.day, "ngày giám sát", asked.day, "kiến nghị", (*loc, "ngay")
            if asked.reply:
                yield asked.day, "ngày kiến nghị", asked.reply.day, "trả lời", (*loc, "tra_loi", "ngay")
