"""Rules of the lines of a budget table: they add up, fit the stage, and printed rates are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.core import Loc, Problem, Record
from generator.kinds.budget.figures import COLUMNS, children, differs, explain, say_figure
from generator.kinds.budget.model import FACTORS, Budget, Indicator, MoneyUnit, Table


def check_lines(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    yield from _levels(record, loc, table)
    yield from _sums(record, loc, table)
    yield from _columns(record, loc, table)
    yield from _cells(record, loc, table)


def _levels(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    before = 0
    for index, row in enumerate(table.rows):
        if not 1 <= row.level <= before + 1:
            yield record.problem(
                "level_jump",
                (*loc, "chi_tieu", index, "cap"),
                f"“{row.name}” ghi cấp {row.level}, ngay sau dòng cấp {before}"
                if before
                else f"dòng đầu “{row.name}” ghi cấp {row.level}, phải là cấp 1",
                "Mỗi dòng chỉ sâu hơn dòng trên một cấp; cấp nhỏ nhất là 1.",
            )
        before = row.level


def _sums(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    for index, below in enumerate(children(table.rows)):
        if below:
            parts = [table.rows[child] for child in below]
            for name, key in COLUMNS.items():
                at = (*loc, "chi_tieu", index, key)
                yield from _sum(record, at, table.rows[index], parts, name)


def _sum(
    record: Record[Budget], loc: Loc, row: Indicator, parts: Sequence[Indicator], column: str
) -> Iterable[Problem]:
    """A line against those below it; silent where one of them is not told, unless they are more already."""
    whole: Decimal | None = getattr(row, column)
    told = [figure for part in parts if (figure := getattr(part, column)) is not None]
    if whole is None or not told:
        return
    added, slack = sum(told, Decimal(0)), _rounding(record.data.unit, told, whole)
    complete = len(told) == len(parts) and not row.partial
    unit = record.data.unit.label
    if complete and abs(added - whole) > slack:
        yield record.problem(
            "sum_differs",
            loc,
            f"“{row.name}” ghi {say_figure(whole)} {unit}, các mục con cộng lại {say_figure(added)} {unit}",
            f"Lệch {say_figure(abs(added - whole))} {unit}. Các mục con chưa kể hết thì ghi trong_do: có.",
        )
    elif not complete and added - whole > slack:
        yield record.problem(
            "more_than_all",
            loc,
            f"“{row.name}” ghi {say_figure(whole)} {unit}, riêng các mục con đã {say_figure(added)} {unit}",
            "Một phần không thể nhiều hơn cả mục; xem lại các số.",
        )


def _rounding(unit: MoneyUnit, told: Sequence[Decimal], whole: Decimal) -> Decimal:
    """What rounding may lose: half of the last place for each figure; nothing in đồng."""
    if unit is MoneyUnit.DONG:
        return Decimal(0)
    places = min(int(figure.as_tuple().exponent) for figure in (*told, whole))
    return Decimal(1).scaleb(min(places, 0)) * (len(told) + 1) / 2


def _columns(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    stage = record.data.stage
    main, name = ("planned", "du_toan") if stage.is_plan else ("actual", "thuc_hien")
    if all(getattr(row, main) is None for row in table.rows):
        yield record.problem(
            "figures_missing",
            (*loc, "chi_tieu"),
            f"không dòng nào có {name}, mà giai đoạn là “{stage.label}”",
            f"Điền {name} của từng chỉ tiêu, hoặc sửa giai_doan.",
        )
    done = [index for index, row in enumerate(table.rows) if row.actual is not None]
    if stage.is_plan and done:
        yield record.problem(
            "figure_unexpected",
            (*loc, "chi_tieu", done[0], "thuc_hien"),
            f"{len(done)} dòng ghi số thực hiện, mà giai đoạn là “{stage.label}”",
            "Sửa giai_doan; số thực hiện của năm trước thì ghi ở nam_truoc.",
        )


def _cells(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    budget = record.data
    for index, row in enumerate(table.rows):
        for name, key in COLUMNS.items():
            figure: Decimal | None = getattr(row, name)
            if figure is not None and (figure * FACTORS[budget.unit]) % 1:
                yield record.problem(
                    "money_impossible",
                    (*loc, "chi_tieu", index, key),
                    f"ghi {say_figure(figure)} {budget.unit.label}, có phần lẻ của đồng",
                    "Bảng tính bằng triệu đồng thì ghi don_vi: trieu_dong.",
                )
        for number, told in enumerate(row.rates):
            if differs(row, told):
                yield record.notice(
                    "rate_differs",
                    (*loc, "chi_tieu", index, "ty_le_cong_bo", number, "ty_le"),
                    f"ở dòng “{row.name}”, {explain(row, told, budget)}",
                    "Trang sẽ ghi cả hai; báo cáo sai thì đính chính báo cáo.",
                )
