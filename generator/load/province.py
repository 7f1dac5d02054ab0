"""The folder `content/tinh` to the province; an error here stops every commune."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.core import Level, Loc, Place, Problem, Record, has_error
from generator.fields.titles import titled
from generator.load.duties import check_duties
from generator.load.files import Folder
from generator.load.indices import load_indices
from generator.load.signers import load_signers
from generator.load.unread import report_unread
from generator.load.words import load_words
from generator.province import Procedure, Province, Summary, WorkCalendar
from generator.province.calendar import YearOverride
from generator.province.duties import Duties
from generator.province.events import LifeEvents
from generator.province.files import FILES
from generator.province.plans import Plan, Plans
from generator.province.settings import Settings
from generator.province.units import Register
from generator.stages import stage

SUMMARY = ".tom-tat"
PLANS = "mo-hinh.yml"
Coded = TypeVar("Coded", Procedure, Summary)


@stage("Đọc dữ liệu của tỉnh")
def load_province(root: Path, day: date | None = None) -> tuple[Province | None, tuple[Problem, ...]]:
    """The province of a folder; None where an error stops everything.

    Without the day that the sites are built for, nothing is asked about days that lie ahead.
    """
    folder = Folder(root)
    settings, register = folder.only("tinh.yml", Settings), folder.only("don-vi.yml", Register)
    duties = folder.only_record("nghia-vu.yml", Duties)
    events = folder.only("su-kien.yml", LifeEvents)
    plans, words, calendar = _plans(folder), load_words(folder), _calendar(folder)
    procedures, summaries = _catalogue(folder)
    indices = load_indices(folder, [duty.id for duty in duties.data.duties] if duties else ())
    report_unread(folder, tuple(FILES), lambda _: "")
    if not (settings and register and duties and events):
        return None, tuple(folder.problems)
    province = Province(
        settings,
        {unit.code: unit for unit in register.units},
        _by_code(procedures),
        _by_code(summaries),
        tuple(duties.data.duties),
        tuple(events.events),
        calendar,
        plans,
        words,
        load_signers(root),
        indices,
    )
    _check_register(folder, register)
    folder.problems += [*check_duties(duties, day), *_check_summaries(summaries, province)]
    folder.problems += _check_base(folder, settings)
    problems = tuple(titled(folder.problems, (duties, *procedures, *summaries)))
    return (None if has_error(problems) else province), problems


def of_editors(problems: Iterable[Problem], root: Path, content: Path) -> tuple[Problem, ...]:
    """Of the province's problems those that whoever edits `content` must know of.

    Where its data lie elsewhere, as those that a lock pins, only its errors, which stop everything.
    """
    inside = root.resolve().is_relative_to(content.resolve())
    return tuple(problem for problem in problems if inside or problem.level is Level.ERROR)


def _plans(folder: Folder) -> tuple[Plan, ...]:
    """The plans that communes carry out; a province may have none."""
    record = folder.only_record(PLANS, Plans) if PLANS in folder.files() else None
    if record is None:
        return ()
    plans = record.data.plans
    folder.problems += _twice(record, "kế hoạch", [(("ke_hoach", at), p.id) for at, p in enumerate(plans)])
    for at, plan in enumerate(plans):
        tasks = [(("ke_hoach", at, "nhiem_vu", place), task.id) for place, task in enumerate(plan.tasks)]
        folder.problems += _twice(record, "nhiệm vụ", tasks)
    return tuple(plans)


def _twice(record: Record[Plans], what: str, ids: Iterable[tuple[Loc, str]]) -> Iterable[Problem]:
    """Records of communes refer to these ids, so each stands for one thing."""
    seen: set[str] = set()
    for loc, id in ids:
        if id in seen:
            hint = "Mỗi mục một mã; sửa cho đúng số mục trong văn bản."
            yield record.problem("not_unique", (*loc, "ma"), f"mã {what} “{id}” đã dùng ở trên", hint)
        seen.add(id)


def _calendar(folder: Folder) -> WorkCalendar:
    """What the province says of its working days beyond the law, a file a year."""
    names = [name for name in folder.files() if name.startswith("ngay-nghi/") and name.endswith(".yml")]
    years = [record for name in names if (record := folder.record(name, "", YearOverride))]
    folder.problems += _misnamed(years)
    return WorkCalendar({record.data.year: record.data for record in years})


def _by_code(records: Iterable[Record[Coded]]) -> dict[str, Coded]:
    return {record.data.code: record.data for record in records}


def _misnamed(years: Iterable[Record[YearOverride]]) -> Iterable[Problem]:
    for record in years:
        if str(record.data.year) != record.id:
            yield record.problem(
                "id_differs",
                ("nam",),
                f"năm ghi “{record.data.year}” khác tên tệp “{record.id}”",
                "Sửa cho năm và tên tệp giống nhau.",
            )


def _catalogue(folder: Folder) -> tuple[list[Record[Procedure]], list[Record[Summary]]]:
    names = [n for n in folder.files() if n.startswith("thu-tuc/") and n.endswith(".yml")]
    ours = [name for name in names if PurePosixPath(name).stem.endswith(SUMMARY)]
    official = [_named(folder, name, Procedure) for name in names if name not in ours]
    summaries = [_named(folder, name, Summary) for name in ours]
    return [r for r in official if r], [r for r in summaries if r]


def _named(folder: Folder, name: str, model: type[Coded]) -> Record[Coded] | None:
    """A record whose file is named by its procedure code."""
    record = folder.record(name, "procedure", model)
    if record and record.data.code != record.id.removesuffix(SUMMARY):
        folder.problems.append(
            record.problem(
                "id_differs",
                ("ma",),
                f"mã ghi “{record.data.code}” khác tên tệp",
                "Sửa cho mã và tên tệp giống nhau.",
            )
        )
    return record


def _check_register(folder: Folder, register: Register) -> None:
    _check_unique(folder, "don-vi.yml", "mã", [unit.code for unit in register.units])
    _check_unique(folder, "don-vi.yml", "slug", [unit.slug for unit in register.units])


def _check_unique(folder: Folder, name: str, what: str, values: list[str]) -> None:
    for value in sorted(value for value, times in Counter(values).items() if times > 1):
        folder.report(
            name,
            "not_unique",
            f"{what} “{value}” dùng cho hai đơn vị",
            "Sửa để mỗi đơn vị một giá trị riêng.",
        )


def _check_summaries(summaries: Iterable[Record[Summary]], province: Province) -> Iterable[Problem]:
    events = {event.id for event in province.events}
    for record in summaries:
        if record.data.code not in province.procedures:
            yield record.problem(
                "summary_alone",
                ("ma",),
                f"tóm tắt của thủ tục “{record.data.code}” chưa có trong danh mục",
                "Nhập thủ tục này trước.",
            )
        for index, event in enumerate(record.data.events):
            if event not in events:
                yield record.problem(
                    "event_unknown",
                    ("su_kien", index),
                    f"sự kiện “{event}” không có trong su-kien.yml",
                    f"Chọn một trong: {', '.join(sorted(events))}.",
                )


def _check_base(folder: Folder, settings: Settings) -> Iterable[Problem]:
    if settings.base is None:
        yield Problem(
            Place(f"{folder.shown}/tinh.yml"),
            "no_base",
            "chưa ghi địa chỉ gốc (dia_chi_goc), nên không có sơ đồ trang (sitemap) và địa chỉ đầy đủ",
            "Khi đã có tên miền, thêm dòng: dia_chi_goc: https://…",
            level=Level.NOTICE,
        )
