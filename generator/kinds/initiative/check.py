"""Rules of the initiative: tasks are the plan's, what is called done can be seen, every thôn was reached."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._plans import unknown_plan
from generator.kinds._references import meant, unknown_thon
from generator.kinds.initiative.model import Evidence, Initiative, TaskReport, TaskState
from generator.kinds.initiative.places import is_page, sections
from generator.kinds.initiative.reach import reach
from generator.province.plans import Plan
from generator.words.dates import say_day


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("initiative"):
        initiative: Initiative = record.data
        plan = scope.province.plan(initiative.plan)
        yield from unknown_plan(record, ("ke_hoach",), initiative.plan, scope)
        if plan:
            yield from _tasks(record, plan)
            yield from _everywhere(record, plan, scope)
        for index, report in enumerate(initiative.tasks):
            yield from _report(record, ("nhiem_vu", index), report, scope)
        yield from _sessions(record, scope)


def _tasks(record: Record[Initiative], plan: Plan) -> Iterable[Problem]:
    """Each task of the plan stands here once."""
    known, seen = [task.id for task in plan.tasks], set[str]()
    for index, report in enumerate(record.data.tasks):
        loc: Loc = ("nhiem_vu", index, "ma")
        if report.task not in known:
            text = f"kế hoạch {plan.id} không có nhiệm vụ “{report.task}”"
            yield record.problem("task_unknown", loc, text, f"Các nhiệm vụ: {', '.join(known)}.")
        elif report.task in seen:
            text = f"nhiệm vụ “{report.task}” đã ghi ở trên"
            yield record.problem("not_unique", loc, text, "Mỗi nhiệm vụ một mục; gộp lại.")
        seen.add(report.task)
    absent = [id for id in known if id not in seen]
    if absent:
        yield record.notice(
            "tasks_missing",
            ("nhiem_vu",),
            f"chưa nói tới nhiệm vụ {', '.join(absent)} của kế hoạch {plan.id}",
            "Thêm mỗi nhiệm vụ một mục; chưa làm thì ghi chua_lam.",
        )


def _everywhere(record: Record[Initiative], plan: Plan, scope: Scope) -> Iterable[Problem]:
    """A task that must reach every thôn is not done before it has."""
    found = reach(record.data, scope)
    for index, report in enumerate(record.data.tasks):
        task = plan.task(report.task)
        if task and task.everywhere and report.state is TaskState.STEADY and found.missing:
            yield record.notice(
                "not_everywhere",
                ("nhiem_vu", index, "tinh_trang"),
                f"ghi đã làm, mà {len(found.missing)} thôn chưa có buổi nào: "
                + ", ".join(line.name for line in found.missing),
                "Ghi dang_lam, hoặc thêm buổi đã họp vào tuyen_truyen.",
            )


def _report(record: Record[Initiative], loc: Loc, report: TaskReport, scope: Scope) -> Iterable[Problem]:
    if report.day > scope.day:
        text = f"ngày {say_day(report.day)} chưa tới, hôm nay là {say_day(scope.day)}"
        yield record.problem("date_in_future", (*loc, "ngay"), text, "Ghi ngày đã xem lại.")
    if report.state is TaskState.STEADY and not report.evidence:
        yield record.notice(
            "no_evidence",
            (*loc, "tinh_trang"),
            f"nhiệm vụ {report.task} ghi đã làm mà chưa có gì để xem",
            "Thêm minh_chung: trang trên trang này, tệp hoặc liên kết.",
        )
    for index, evidence in enumerate(report.evidence):
        yield from _evidence(record, (*loc, "minh_chung", index), evidence, scope)


def _evidence(record: Record[Initiative], loc: Loc, evidence: Evidence, scope: Scope) -> Iterable[Problem]:
    if not (evidence.page or evidence.file or evidence.link):
        text = f"“{evidence.title}” không dẫn tới đâu"
        yield record.problem("evidence_empty", loc, text, "Thêm trang, tep hoặc lien_ket.")
    if evidence.page and not is_page(evidence.page, scope):
        yield record.problem(
            "page_unknown",
            (*loc, "trang"),
            f"trang này không có địa chỉ “{evidence.page}”",
            meant(evidence.page, sections()) or "Chép phần sau tên miền, ví dụ: van-ban/2026-41-qd-ubnd/.",
        )


def _sessions(record: Record[Initiative], scope: Scope) -> Iterable[Problem]:
    for index, session in enumerate(record.data.sessions):
        loc: Loc = ("tuyen_truyen", index)
        for at, id in enumerate(session.thon):
            yield from unknown_thon(record, (*loc, "thon", at), id, scope)
        if session.day > scope.day and session.people is not None:
            yield record.problem(
                "date_in_future",
                (*loc, "ngay"),
                f"ngày {say_day(session.day)} chưa tới mà đã ghi số người dự",
                "Sửa ngày, hoặc bỏ so_nguoi.",
            )
