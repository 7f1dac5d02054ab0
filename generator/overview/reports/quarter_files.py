"""The report of the quarter as a workbook, and as a PDF with room for place, number, day and signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.compose.pages import noticed
from generator.core import File
from generator.export.workbook import Sheet
from generator.overview.reports.quarter import RULES, Quarter
from generator.overview.reports.tables import UNIT, About, book_file, column
from generator.province import Province
from generator.resources import TEMPLATES
from generator.typeset import printable, typeset
from generator.words.dates import say_day
from generator.words.letters import small

FOLDER = TEMPLATES / "paper"
NOTHING = "chưa có gì để tính"
MOST = 500
"""Communes that the PDF has a line for: more than any province has. Of more, the workbook alone has them."""


def quarter_files(found: Quarter, province: Province) -> tuple[File, ...]:
    about = About(
        found.title, province.settings.name, found.day, " ".join(filter(None, (noticed(province), *RULES)))
    )
    sheets = (_sums(found), _communes(found), _late(found), _absent(found))
    pdf = typeset(FOLDER, _job(found, province), found.day)
    return book_file(f"{found.file}.xlsx", about, sheets), File(f"{found.file}.pdf", pdf)


def sums(found: Quarter) -> Iterator[tuple[str, str]]:
    """The figures of the whole province, in words."""
    totals = found.totals
    yield "Đơn vị cấp xã", f"{totals.units}"
    yield "Đã tham gia công khai trên trang", f"{totals.joined}"
    yield "Đã công khai, trung bình các xã, phường", _percent(totals.share)
    if since := found.since:
        yield (
            "So với cuối quý trước",
            f"{since.then}% (tuần {say_day(since.week)} - {say_day(since.sunday)}), nay {since.now}%, "
            f"tính {since.known} nơi có số liệu cả hai lúc",
        )
    yield "Đúng hạn", _percent(totals.timely)
    yield "Việc đang quá hạn", f"{totals.overdue}, ở {totals.overdue_in} xã, phường"
    yield "Việc khai là không phát sinh", f"{totals.empty}"


def _percent(value: int | None) -> str:
    return NOTHING if value is None else f"{value}%"


def _sums(found: Quarter) -> Sheet:
    heads = (column("Nội dung"), column("Số liệu"))
    return Sheet("Số chung", heads, [[*line] for line in sums(found)])


def _communes(found: Quarter) -> Sheet:
    heads = (
        *UNIT,
        column("Đã công khai (%)", "Phần việc luật đòi đã có hoặc khai là không phát sinh.", "integer"),
        column("Cuối quý trước (%)", "Trống khi không có số liệu lúc ấy.", "integer"),
        column("Đúng hạn (%)", "Trong các mục tính được hạn.", "integer"),
        column("Mục chậm", "Đã đăng nhưng sau hạn.", "integer"),
        column("Việc quá hạn", "Qua hạn mà trang chưa có.", "integer"),
        column("Khai không phát sinh", "Có người ký tên chịu trách nhiệm.", "integer"),
    )
    rows = [
        [
            line.row.unit.code,
            line.row.name,
            line.account.share,
            line.then,
            line.account.timely,
            line.account.late,
            line.account.overdue,
            line.account.empty,
        ]
        for line in found.lines
    ]
    return Sheet("Từng xã, phường", heads, rows)


def _late(found: Quarter) -> Sheet:
    heads = (
        column("Mã nghĩa vụ"),
        column("Việc phải công khai"),
        column("Số nơi quá hạn", "", "integer"),
        column("Số nơi phải làm", "Trong các xã, phường đã tham gia.", "integer"),
    )
    rows = [[late.duty.id, late.duty.title, late.overdue, late.bound] for late in found.late]
    return Sheet("Việc hay quá hạn", heads, rows)


def _absent(found: Quarter) -> Sheet:
    heads = (*UNIT, column("Vì sao", "Nơi chưa có số liệu không bị coi là chậm."))
    return Sheet(
        "Chưa có số liệu", heads, [[r.unit.code, r.name, r.part.label] for r in found.totals.absent]
    )


def _job(found: Quarter, province: Province) -> dict[str, Any]:
    base = province.settings.base
    common = {"link": None, "title": found.title}
    report = {
        "about": f"Tình hình công khai ở cấp xã {found.period}, {small(province.settings.name)}",
        "day": say_day(found.day),
        "sums": list(sums(found)),
        "late": [[late.duty.title, f"{late.overdue}/{late.bound}"] for late in found.late],
        "absent": [f"{why} ({len(names)}): {', '.join(names)}." for why, names in found.absent],
        "absent_count": len(found.totals.absent),
        "rules": list(RULES),
        "annex": "phụ lục" if _has_annex(found) else f"tệp Excel {found.file.rpartition('/')[2]}.xlsx",
        "address": f"{base.rstrip('/')}/bao-cao/quy/" if base else "",
    }
    return {
        "title": printable(found.title),
        "size": "a4",
        "day": say_day(found.day),
        "commune": "",
        "office": printable(f"Công khai cấp xã, {province.settings.name}"),
        "above": "",
        "notice": noticed(province),
        "sheets": [
            {**common, "template": f"province/{name}.typ", "facts": printable(facts)}
            for name, facts in (("quarter", report), *_annex(found))
        ],
    }


def _has_annex(found: Quarter) -> bool:
    return len(found.lines) <= MOST


def _annex(found: Quarter) -> Iterator[tuple[str, dict[str, Any]]]:
    if _has_annex(found):
        yield "communes", {"day": say_day(found.day), "rows": _rows(found)}


def _rows(found: Quarter) -> list[list[str]]:
    def short(value: int | None) -> str:
        return "–" if value is None else f"{value}%"

    return [
        [
            line.row.name,
            short(line.account.share),
            short(line.then),
            short(line.account.timely),
            f"{line.account.overdue}",
            f"{line.account.empty}",
        ]
        for line in found.lines
    ]
