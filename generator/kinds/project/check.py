"""Rules of a project across its parts; money and dates have files of their own."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from generator.core import Loc, Problem, Record
from generator.kinds._answers import Case
from generator.kinds._kind import Scope
from generator.kinds.project.check_dates import check_dates
from generator.kinds.project.check_money import check_money
from generator.kinds.project.choices import Status
from generator.kinds.project.delays import delays, is_unexplained
from generator.kinds.project.model import Project
from generator.kinds.project.progress import OLD, is_old
from generator.kinds.project.view import answer_duty, visit_cases
from generator.province import Duty, say_basis
from generator.words.dates import say_day
from generator.words.fold import nearest

VIETNAM = ((Decimal(7), Decimal(24)), (Decimal(102), Decimal(118)))
"""Latitudes and longitudes between which Vietnam lies with its islands, in degrees, wide."""

STATUS_HINT = "Sửa tinh_trang, hoặc sửa ngày, khối lượng cho khớp."


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("project"):
        yield from _place(record, scope)
        yield from check_money(record)
        yield from check_dates(record, scope.day)
        yield from _work(record)
        yield from _status(record)
        yield from _delay(record, scope)
        yield from _land(record)
        yield from _papers(record)
        yield from _answers(record, scope)


def _place(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    profile = scope.commune.one("profile")
    known = [thon.id for thon in profile.data.thon] if profile else []
    for index, id in enumerate(record.data.thon):
        if id not in known:
            close = nearest(id, known)
            listed = ", ".join(known) or "xa.yml chưa có mục thon"
            hint = f"Có phải là “{close}”?" if close else f"Các mã thôn trong xa.yml: {listed}."
            yield record.problem("thon_unknown", ("thon", index), f"không có thôn nào mang mã “{id}”", hint)
    spot = record.data.spot
    if spot and not (_within(spot.latitude, VIETNAM[0]) and _within(spot.longitude, VIETNAM[1])):
        yield record.problem(
            "spot_outside",
            ("toa_do",),
            f"tọa độ {spot.latitude}, {spot.longitude} không ở Việt Nam",
            "Vĩ độ khoảng 8 đến 24, kinh độ khoảng 102 đến 118; có thể đã ghi ngược.",
        )


def _within(degrees: Decimal, span: tuple[Decimal, Decimal]) -> bool:
    return span[0] <= degrees <= span[1]


def _work(record: Record[Project]) -> Iterable[Problem]:
    days = [report.day for report in record.data.work]
    for index, day in enumerate(days):
        if day in days[:index]:
            loc: Loc = ("khoi_luong", index, "ngay")
            yield record.problem("not_unique", loc, f"ngày {say_day(day)} có hai báo cáo", "Gộp làm một.")
    reports = record.data.reports
    for before, after in pairwise(reports):
        if after.percent < before.percent and not after.text:
            yield record.notice(
                "work_decreased",
                ("khoi_luong", record.data.work.index(after), "phan_tram"),
                f"khối lượng ngày {say_day(after.day)} thấp hơn lần báo cáo trước",
                "Nếu đúng, thêm noi_dung nói vì sao.",
            )


def _status(record: Record[Project]) -> Iterable[Problem]:
    """The declared state against what the other fields say."""
    project, loc = record.data, ("tinh_trang",)
    label = project.status.label.lower()
    done = project.reports[-1].percent if project.work else None
    if project.status.is_open and project.schedule.finish:
        yield record.notice(
            "status_differs", loc, f"ghi {label} mà đã có ngày hoàn thành thực tế", STATUS_HINT
        )
    if project.status is Status.PREPARING and project.schedule.start:
        yield record.notice(
            "status_differs", loc, f"ghi {label} mà đã có ngày khởi công thực tế", STATUS_HINT
        )
    if project.status.is_finished and done is not None and done < 100:
        yield record.notice("status_differs", loc, f"ghi {label} mà khối lượng mới {done}%", STATUS_HINT)
    if project.status is Status.SETTLED and project.settlement is None:
        yield record.notice("status_differs", loc, f"ghi {label} mà chưa có mục quyet_toan", STATUS_HINT)


def _delay(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    """What is late, halted or long unreported is said with its reason."""
    project = record.data
    if is_unexplained(project, scope.day):
        late = (delay.text for delay in delays(project, scope.day) if delay.current)
        what = next(late, project.status.label)
        yield record.notice(
            "delay_unexplained",
            ("tinh_trang",),
            f"chưa có lý do: {what[0].lower()}{what[1:]}",
            "Thêm mục ly_do_cham: vì sao, bao giờ xong.",
        )
    if is_old(project, scope.day):
        last = project.reports[-1].day
        yield record.notice(
            "report_old",
            ("khoi_luong",),
            f"báo cáo khối lượng gần nhất là ngày {say_day(last)}, đã hơn {OLD} ngày",
            "Thêm một dòng khoi_luong.",
        )


def _land(record: Record[Project]) -> Iterable[Problem]:
    land = record.data.clearance
    paid, all_of_them = (land.paid_households, land.households) if land else (None, None)
    if paid is not None and all_of_them is not None and paid > all_of_them:
        yield record.problem(
            "more_than_all",
            ("giai_phong_mat_bang", "so_ho_da_nhan"),
            f"{paid} hộ đã nhận tiền, nhiều hơn {all_of_them} hộ ảnh hưởng",
            "Xem lại so_ho, so_ho_da_nhan.",
        )


def _papers(record: Record[Project]) -> Iterable[Problem]:
    for index, paper in enumerate(record.data.papers):
        if not (paper.file or paper.link):
            yield record.problem(
                "paper_empty",
                ("tai_lieu", index),
                f"tài liệu “{paper.name}” chưa có tệp hay liên kết",
                "Thêm tep: tep/… hoặc lien_ket: https://…",
            )


def _answers(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    """Luật 10/2022/QH15 Đ40, Đ45: answered within so many days, as `nghia-vu.yml` has it."""
    for number, visit in enumerate(record.data.visits):
        for index, case in enumerate(visit_cases(visit, scope)):
            duty = scope.province.duty(answer_duty(visit), case.state.sent)
            if duty and case.state.late:
                yield _late(record, ("giam_sat", number, "kien_nghi", index), case, duty)


def _late(record: Record[Project], loc: Loc, case: Case, duty: Duty) -> Problem:
    late, sent = case.state.late, f"kiến nghị ngày {say_day(case.state.sent)}"
    if case.state.open:
        text = f"{sent}: chưa trả lời, quá hạn {late} ngày"
        return record.notice("answer_overdue", loc, text, "Trả lời rồi thì thêm mục tra_loi.")
    return record.notice(
        "answer_late",
        (*loc, "tra_loi", "ngay"),
        f"{sent}: trả lời chậm {late} ngày",
        f"Thời hạn theo {say_basis(duty.basis)}.",
    )
