"""Rules of a project's dates: each after what must come before it, and nothing done in the future."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from itertools import pairwise

from generator.core import Loc, Problem, Record
from generator.fields.walk import find
from generator.kinds.project.model import Project
from generator.words.dates import say_day
from generator.words.fold import fold

PLANNED = ("khoi_cong_ke_hoach", "hoan_thanh_ke_hoach", "han_moi")
"""Keys of the days that may lie ahead; every other day in a project tells what has happened."""
DISCLOSURE = "cong_khai"
WHOLE = ("ca ", "toan bo")
"""How the part of an acceptance begins, folded, when it is the whole of the works."""
Pair = tuple[date | None, str, date | None, str, Loc]
"""The earlier day with its name, the later day with its name, and where the later one stands."""


def check_dates(record: Record[Project], day: date) -> Iterable[Problem]:
    wrong = dict(_in_future(record, day))
    yield from _told_in_future(record, wrong, day)
    project, told = record.data, frozenset(wrong.values())
    for loc, text in _reversed((*_works(project), *_decided(project), *_answers(project)), told):
        yield record.problem("dates_out_of_order", loc, text, "Xem lại hai ngày này.")
    for loc, text in _reversed(_suspicious(project), told):
        hint = "Xem lại hai ngày này; nếu đúng thì giữ nguyên."
        yield record.notice("dates_suspicious", loc, text, hint)


def _reversed(pairs: Iterable[Pair], told: Container[date]) -> Iterable[tuple[Loc, str]]:
    """The pairs whose later day comes first: where, and both days in words; a day told wrong is compared with none."""
    for before, first, after, second, loc in pairs:
        if before and after and after < before and before not in told and after not in told:
            yield loc, f"{second} {say_day(after)} trước {first} {say_day(before)}"


def _in_future(record: Record[Project], day: date) -> Iterable[tuple[Loc, date]]:
    """Days that tell what has happened and are still to come."""
    for loc, value in find(date, record.data):
        if value > day and loc[-1] not in PLANNED and loc[0] != DISCLOSURE:
            yield loc, value


def _told_in_future(record: Record[Project], wrong: dict[Loc, date], day: date) -> Iterable[Problem]:
    for loc, value in wrong.items():
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
        at: Loc = ("quyet_toan", "ngay")
        taken = min((accepted.day for accepted in project.acceptances), default=None)
        yield times.finish, "ngày hoàn thành", project.settlement.day, "quyết toán", at
        yield taken, "ngày nghiệm thu", project.settlement.day, "quyết toán", at


def _decided(project: Project) -> Iterable[Pair]:
    """An approved change comes after the decision to invest."""
    decided = project.decision.day if project.decision else None
    name = "ngày quyết định đầu tư"
    for index, change in enumerate(project.changes):
        approved = change.document.day if change.document else None
        yield decided, name, approved, "điều chỉnh", ("dieu_chinh", index, "van_ban", "ngay")


def _suspicious(project: Project) -> Iterable[Pair]:
    """Orders that the law and good sense want, and that life sometimes turns round."""
    decided = project.decision.day if project.decision else None
    signed = min((package.signed for package in project.packages if package.signed), default=None)
    times = project.schedule
    at: Loc = ("thoi_gian", "khoi_cong_thuc_te")
    yield decided, "ngày quyết định đầu tư", times.start, "khởi công thực tế", at
    yield signed, "ngày ký hợp đồng đầu tiên", times.start, "khởi công thực tế", at
    if project.disbursed:
        loc: Loc = ("giai_ngan", "den_ngay")
        yield decided, "ngày quyết định đầu tư", project.disbursed.day, "giải ngân", loc
    for index, accepted in enumerate(project.acceptances):
        if accepted.part is None or fold(accepted.part).startswith(WHOLE):
            yield times.finish, "ngày hoàn thành", accepted.day, "nghiệm thu", ("nghiem_thu", index, "ngay")
    for index, visit in enumerate(project.visits):
        yield decided, "ngày quyết định đầu tư", visit.day, "giám sát", ("giam_sat", index, "ngay")
        if project.settlement:
            loc = ("giam_sat", index, "ngay")
            yield visit.day, "lần giám sát", project.settlement.day, "quyết toán", loc
    for index, (before, after) in enumerate(pairwise(project.changes), 1):
        first = before.document.day if before.document else None
        second = after.document.day if after.document else None
        yield first, "lần điều chỉnh ghi bên trên", second, "điều chỉnh", ("dieu_chinh", index)


def _answers(project: Project) -> Iterable[Pair]:
    for number, visit in enumerate(project.visits):
        for index, asked in enumerate(visit.recommendations):
            loc: Loc = ("giam_sat", number, "kien_nghi", index)
            yield visit.day, "ngày giám sát", asked.day, "kiến nghị", (*loc, "ngay")
            if asked.reply:
                yield asked.day, "ngày kiến nghị", asked.reply.day, "trả lời", (*loc, "tra_loi", "ngay")
