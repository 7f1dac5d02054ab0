"""How communes carry out the province's plans, task by task (the plan, III)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.core import Draft, File, Link
from generator.export.workbook import Sheet
from generator.kinds.initiative import KIND
from generator.kinds.initiative.model import TaskState
from generator.kinds.initiative.view import TONES, UNSAID
from generator.overview.heat import Cell
from generator.overview.records import Records
from generator.overview.reports.tables import UNIT, About, book_file, column
from generator.overview.rows import REPORTS, pages_of
from generator.overview.sites import Published
from generator.province import Province
from generator.province.plans import Plan
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.overview.seen import Seen

URL = f"{REPORTS}mo-hinh/"
WORDS = {TaskState.NOT_YET: "Chưa làm", TaskState.UNDER_WAY: "Đang làm", TaskState.STEADY: "Đã làm"}
CELLS = {state: Cell(word, TONES[state]) for state, word in WORDS.items()}
SILENT = Cell("Chưa nói", "")
MEANINGS = (
    (CELLS[TaskState.STEADY], "xã ghi là đã làm, giữ thường xuyên"),
    (CELLS[TaskState.UNDER_WAY], "xã ghi là đang làm"),
    (CELLS[TaskState.NOT_YET], "xã ghi là chưa làm"),
    (SILENT, f"{UNSAID.lower()} nhiệm vụ này trên trang của xã"),
)
METHOD = "Tình trạng do từng xã, phường tự ghi trên trang của mình; máy chỉ cộng lại. Nơi chưa tham gia không tính."


@dataclass(frozen=True, slots=True)
class Line:
    """One commune, a cell for each task."""

    site: Published
    url: str
    """Of what it tells of the plan; its site where it tells nothing."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Carried:
    """All figures of one plan."""

    day: date
    plan: Plan
    url: str
    lines: tuple[Line, ...]

    @property
    def file(self) -> str:
        return f"{URL}{self.plan.id.lower()}.xlsx"

    @property
    def telling(self) -> int:
        """Communes that tell of any task."""
        return sum(any(cell is not SILENT for cell in line.cells) for line in self.lines)

    @property
    def sums(self) -> tuple[tuple[Cell, tuple[int, ...]], ...]:
        """Of each state, at how many communes each task is in it."""
        counts = [Counter(line.cells[at] for line in self.lines) for at in range(len(self.plan.tasks))]
        return tuple((cell, tuple(count[cell] for count in counts)) for cell, _ in MEANINGS)


@dataclass(frozen=True)
class Part:
    """Facts of one page."""

    carried: Carried
    lines: Sequence[Line]
    pages: tuple[Link, ...]
    here: str
    meanings, method = MEANINGS, METHOD

    @property
    def first(self) -> bool:
        return self.here == self.carried.url


def carried(records: Records, plan: Plan) -> Line:
    """Of one commune."""
    found = [one for one in records.of(KIND) if one.data.plan == plan.id]
    states = {report.task: report.state for one in found for report in one.data.tasks}
    cells = tuple(CELLS[states[task.id]] if task.id in states else SILENT for task in plan.tasks)
    return Line(records.site, found[0].url if found else records.site.url, cells)


def carried_out(province: Province, found: Sequence[Seen], day: date) -> tuple[Carried, ...]:
    """Of each plan, by the communes that have joined."""
    return tuple(
        Carried(
            day,
            plan,
            URL if at == 0 else f"{URL}{plan.id.lower()}/",
            tuple(one.tasks[at] for one in found),
        )
        for at, plan in enumerate(province.plans)
    )


def model_pages(found: Sequence[Carried]) -> Iterator[Draft]:
    lead = "Từng nhiệm vụ trong kế hoạch của tỉnh: xã, phường nào chưa làm, đang làm, đã làm."
    for one in found:
        for url, lines, pages in pages_of(one.lines, one.url):
            facts = Part(one, lines, pages, url)
            title = f"Mô hình “{one.plan.title}” ở từng xã, phường"
            yield Draft(url, title, "province/bao-cao-mo-hinh.html", facts, lead, REPORTS)


def model_files(found: Sequence[Carried], province: Province) -> Iterator[File]:
    for one in found:
        basis = one.plan.basis
        method = f"Theo {basis.document} số {basis.number}, từ {say_day(basis.since)}. {METHOD}"
        about = About(one.plan.title, province.settings.name, one.day, method)
        yield book_file(one.file, about, [_communes(one), _tasks(one)])


def _communes(one: Carried) -> Sheet:
    tasks = tuple(column(f"{task.id}. {task.title}") for task in one.plan.tasks)
    rows = [
        [line.site.unit.code, line.site.unit.name, *(cell.word for cell in line.cells)]
        for line in one.lines
    ]
    return Sheet("Từng xã, phường", (*UNIT, *tasks), rows)


def _tasks(one: Carried) -> Sheet:
    heads = tuple(column(cell.word, text, "integer") for cell, text in MEANINGS)
    rows = [
        [task.id, task.title, *(counts[at] for _, counts in one.sums)]
        for at, task in enumerate(one.plan.tasks)
    ]
    return Sheet("Từng nhiệm vụ", (column("Mã nhiệm vụ"), column("Nhiệm vụ"), *heads), rows)
