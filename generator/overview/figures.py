"""The same figures as data, for whoever counts again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.core import File
from generator.export.cells import table_bytes
from generator.overview.coverage import CSV, DATA
from generator.overview.rows import Row
from generator.province import Duty

HEADINGS = (
    "Mã đơn vị",
    "Tên đơn vị",
    "Tham gia",
    "Số liệu tính đến ngày",
    "Đã công khai (%)",
    "Đúng hạn (%)",
    "Nghĩa vụ quá hạn",
    "Nghĩa vụ khai không phát sinh",
)


def figures(rows: Sequence[Row], duties: Mapping[str, Duty], day: date) -> tuple[File, ...]:
    """One row for each commune; a column for each duty."""
    entries = [_entry(row) for row in rows]
    content = {"ngay": day.isoformat(), "xa": entries}
    packed = json.dumps(content, ensure_ascii=False, indent=None, separators=(",", ":"))
    table = table_bytes([*HEADINGS, *duties], (_values(row, duties) for row in rows))
    return File(DATA, f"{packed}\n".encode()), File(CSV, table)


def _entry(row: Row) -> dict[str, Any]:
    account = row.account
    known = {"ma": row.unit.code, "ten": row.name, "slug": row.unit.slug, "tham_gia": row.part.value}
    if account is None:
        return known
    return known | {
        "so_lieu_ngay": account.day.isoformat(),
        "ty_le": account.share,
        "ty_le_dung_han": account.timely,
        "dung_han": account.on_time,
        "cham": account.late,
        "qua_han": account.overdue_items,
        "nghia_vu_qua_han": account.overdue,
        "nghia_vu_khai_khong": account.empty,
        "tuan": [[week.isoformat(), share] for week, share in row.trend.points],
        "nghia_vu": {id: place.value for id, place in account.standings.items()},
    }


def _values(row: Row, duties: Mapping[str, Duty]) -> Iterator[Any]:
    account = row.account
    yield from (row.unit.code, row.name, row.part.value)
    if account:
        yield from (account.day, account.share, account.timely, account.overdue, account.empty)
        yield from (account.standings.get(id, "") for id in duties)
    else:
        yield from [None] * (len(HEADINGS) - 3 + len(duties))
