"""Rules of a project across its parts; money and dates have files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.core import Loc, Problem, Record
from generator.kinds._answers import Case
from generator.kinds._kind import Scope
from generator.kinds._percents import notice_small
from generator.kinds._references import is_in_vietnam, unknown_thon
from generator.kinds.project.check_across import check_across
from generator.kinds.project.check_dates import check_dates
from generator.kinds.project.check_money import check_money
from generator.kinds.project.choices import ClearanceState, Status
from generator.kinds.project.delays import delays, is_unexplained
from generator.kinds.project.model import Project
from generator.kinds.project.progress import OLD, is_old
from generator.kinds.project.view import answer_duty, visit_cases
from generator.province import Duty, say_basis
from generator.words.dates import say_day
from generator.words.fold import fold
from generator.words.letters import small
from generator.words.money import say_percent

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
        yield from check_across(record, scope)
    yield from _copied(scope)


def _copied(scope: Scope) -> Iterable[Problem]:
    """A file that was copied for a new project and still holds the old one's name."""
    first: dict[str, str] = {}
    for record in scope.commune.all("project"):
        other = first.setdefault(fold(record.data.name), record.id)
        if other != record.id:
            yield record.notice(
                "name_twice",
                ("ten",),
                f"tên giống hệt dự án {other}",
                "Chép tệp để làm dự án mới thì sửa cả tên, quyết định, tiền, ngày. Đúng là hai dự án thì thêm chỗ khác nhau vào tên.",
            )


def _place(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    ids = record.data.thon
    for index, id in enumerate(ids):
        yield from unknown_thon(record, ("thon", index), id, scope)
        if id in ids[:index]:
            yield record.problem("not_unique", ("thon", index), f"thôn “{id}” ghi hai lần", "Bỏ bớt một.")
    spot = record.data.spot
    if spot and not is_in_vietnam(spot.latitude, spot.longitude):
        yield record.problem(
            "spot_outside",
            ("toa_do",),
            f"tọa độ {spot.latitude}, {spot.longitude} không ở Việt Nam",
            "Vĩ độ khoảng 8 đến 24, kinh độ khoảng 102 đến 118; có thể đã ghi ngược.",
        )


def _work(record: Record[Project]) -> Iterable[Problem]:
    days = [report.day for report in record.data.work]
    for index, day in enumerate(days):
        if day in days[:index]:
            loc: Loc = ("khoi_luong", index, "ngay")
            yield record.problem("not_unique", loc, f"ngày {say_day(day)} có hai báo cáo", "Gộp làm một.")
        yield from notice_small(record, ("khoi_luong", index, "phan_tram"), record.data.work[index].percent)
    reports = record.data.reports
    for before, after in pairwise(reports):
        if after.percent < before.percent:
            yield record.notice(
                "work_decreased",
                ("khoi_luong", record.data.work.index(after), "phan_tram"),
                f"khối lượng ngày {say_day(after.day)} là {say_percent(after.percent)}, thấp hơn "
                f"{say_percent(before.percent)} của ngày {say_day(before.day)}",
                "Gõ nhầm thì sửa. Nếu đúng là giảm, nói trong noi_dung vì sao, người đọc sẽ thấy.",
            )


def _status(record: Record[Project]) -> Iterable[Problem]:
    """The declared state against what the other fields say."""
    label = record.data.status.label.lower()
    for text in _contradictions(record.data):
        yield record.notice("status_differs", ("tinh_trang",), f"ghi {label} mà {text}", STATUS_HINT)


def _contradictions(project: Project) -> Iterator[str]:
    status, times = project.status, project.schedule
    done = project.reports[-1] if project.work else None
    if status.is_open and times.finish:
        yield f"đã có ngày hoàn thành thực tế {say_day(times.finish)}"
    if status is Status.PREPARING and times.start:
        yield f"đã có ngày khởi công thực tế {say_day(times.start)}"
    if status is Status.PREPARING and done and done.percent:
        yield f"khối lượng ngày {say_day(done.day)} đã {say_percent(done.percent)}"
    if status.is_open and done and done.percent == 100:
        yield f"khối lượng ngày {say_day(done.day)} đã đủ 100%"
    if status.is_finished and done and done.percent < 100:
        yield f"khối lượng mới {say_percent(done.percent)}"
    if status is Status.SETTLED and project.settlement is None:
        yield "chưa có mục quyet_toan"
    if status is not Status.SETTLED and project.settlement:
        yield f"quyết toán đã duyệt ngày {say_day(project.settlement.day)}"


def _delay(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    """What is late, halted or long unreported is said with its reason."""
    project = record.data
    if is_unexplained(project, scope.day):
        late = (delay.text for delay in delays(project, scope.day) if delay.current)
        what = next(late, project.status.label)
        yield record.notice(
            "delay_unexplained",
            ("tinh_trang",),
            f"chưa có lý do: {small(what)}",
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
    if land is None:
        return
    paid, all_of_them = land.paid_households, land.households
    if paid is not None and all_of_them is not None and paid > all_of_them:
        yield record.problem(
            "more_than_all",
            ("giai_phong_mat_bang", "so_ho_da_nhan"),
            f"{paid} hộ đã nhận tiền, nhiều hơn {all_of_them} hộ ảnh hưởng",
            "Xem lại so_ho, so_ho_da_nhan.",
        )
    loc: Loc = ("giai_phong_mat_bang", "tinh_trang")
    hint = "Sửa tình trạng hoặc số hộ."
    if land.state is ClearanceState.DONE and None not in (paid, all_of_them) and paid != all_of_them:
        text = f"ghi đã xong mà mới {paid} trong {all_of_them} hộ nhận tiền"
        yield record.notice("clearance_differs", loc, text, hint)
    if land.state is ClearanceState.NONE and all_of_them:
        text = f"ghi không phải thu hồi đất mà có {all_of_them} hộ ảnh hưởng"
        yield record.notice("clearance_differs", loc, text, hint)


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
