"""The runs of one bench as lines of a table: medians, and ratios taken within each round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from measured import MEGABYTE, Run

HEAD = [
    "what",
    "search",
    "seconds",
    "x ours",
    "x copy",
    "work s",
    "largest MB",
    "together MB",
    "files",
    "MB",
    "HTML MB",
    "pages",
    "ms/page",
]
Row = tuple[str, ...]


@dataclass
class Line:
    """One thing that is measured in every round."""

    name: str
    search: bool
    runs: list[Run] = field(default_factory=list)
    files: int = 0
    size: int = 0
    """Bytes of all that it wrote."""
    html: int = 0
    """Bytes of the pages alone."""
    pages: int = 0

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    def holds(self, folders: Iterable[Path], pages: int = 0, html: int = 0) -> None:
        """Count what lies below the folders; what is given as pages is not counted again."""
        found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        sizes = {path: path.stat().st_size for path in found}
        made = [path for path in found if path.name == "index.html"]
        self.files, self.size = len(found), sum(sizes.values())
        self.pages, self.html = (pages, html) if pages else (len(made), sum(sizes[path] for path in made))


def one_after_another(first: Run, second: Run) -> Run:
    """Two commands as if they were one: times added, the larger memory."""
    return Run(
        first.status or second.status,
        first.seconds + second.seconds,
        first.cpu + second.cpu,
        max(first.together, second.together),
        max(first.parent, second.parent),
        max(first.worker, second.worker),
        max(first.largest, second.largest),
    )


def ratio(line: Line, base: Line) -> float:
    """Median over the rounds of this line's time by the base's in the same round."""
    return median(a.seconds / b.seconds for a, b in zip(line.runs, base.runs, strict=True))


def rows(lines: Sequence[Line], ours: str, copy: str) -> Iterator[Row]:
    """Each line beside ours and beside the copy with the same search."""
    base = {(line.name, line.search): line for line in lines}
    for line in lines:
        if line.runs:
            beside = [base.get((name, line.search)) for name in (ours, copy)]
            yield (
                line.name,
                "yes" if line.search else "no",
                f"{line.seconds:.2f}",
                *(f"{ratio(line, other):.3g}" if other and other.runs else "" for other in beside),
                f"{median(run.cpu for run in line.runs):.2f}",
                *(_megabytes(run) for run in _largest(line)),
                *(_count(line)),
            )


def _largest(line: Line) -> tuple[int, int]:
    """Of all rounds: the largest process, and all at once."""
    return max(run.largest for run in line.runs), max(run.together for run in line.runs)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f}" if size else ""


def _count(line: Line) -> Row:
    if not line.pages:
        return ("",) * 5
    shown = f"{line.files}", f"{line.size / MEGABYTE:.1f}", f"{line.html / MEGABYTE:.1f}", f"{line.pages}"
    return (*shown, f"{line.seconds * 1000 / line.pages:.2f}")


def markdown(found: Iterable[Row]) -> str:
    """A table whose columns stand under each other."""
    table = [HEAD, *found]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEAD))]
    lines = [
        " | ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in cells
        )
        for cells in (list(enumerate(zip(row, widths, strict=True))) for row in table)
    ]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)
