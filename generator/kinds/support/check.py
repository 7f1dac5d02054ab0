"""Rules of the support programmes: thôn that exist, totals that agree with the rows, days in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._people import PersonRow
from generator.kinds._references import unknown_thon
from generator.kinds.support.check_dates import check_dates
from generator.kinds.support.model import Support, ThonResult
from generator.words.fold import fold
from generator.words.money import say_money, say_number

SMALL = 10_000
"""A sum below, in đồng, was probably written in thousands."""


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("support"):
        yield from _thon(record, scope)
        yield from _totals(record)
        yield from _rows(record)
        yield from _money(record)
        yield from _people(record)
        yield from _objections(record)
        yield from check_dates(record, scope.day)


def _thon(record: Record[Support], scope: Scope) -> Iterable[Problem]:
    ids = [result.thon for result in record.data.thon]
    for index, id in enumerate(ids):
        loc: Loc = ("theo_thon", index, "thon")
        yield from unknown_thon(record, loc, id, scope)
        if id in ids[:index]:
            yield record.problem("not_unique", loc, f"thôn “{id}” ghi hai lần", "Gộp làm một mục.")
    for index, person in enumerate(record.data.people):
        yield from unknown_thon(record, ("danh_sach", index, "thon"), person.thon, scope)
        if ids and person.thon is None:
            yield record.problem(
                "thon_missing",
                ("danh_sach", index),
                "chưa ghi thôn, nên không đối chiếu được với kết quả theo thôn",
                "Thêm dòng thon: mã thôn.",
            )


def _totals(record: Record[Support]) -> Iterable[Problem]:
    """What the decision says against the thôn added up, or the list where no thôn is given."""
    support, unit = record.data, record.data.unit.label
    parts = support.thon or support.people
    if support.total is not None and parts:
        found = sum(r.count for r in support.thon) if support.thon else len(support.people)
        if found != support.total:
            yield record.problem(
                "count_differs",
                ("tong_so",),
                f"ghi {say_number(support.total)} {unit}, cộng lại là {say_number(found)} {unit}",
                "Sửa tổng số hoặc từng dòng.",
            )
    if support.amount is not None and parts:
        sums = [part.amount for part in parts]
        added = sum(amount or 0 for amount in sums)
        if None not in sums and added != support.amount:
            yield record.problem(
                "sum_differs",
                ("tong_tien",),
                f"ghi {say_money(support.amount)}, cộng lại là {say_money(added)}",
                f"Lệch {say_money(abs(added - support.amount))}; sửa tổng số tiền hoặc từng dòng.",
            )


def _rows(record: Record[Support]) -> Iterable[Problem]:
    """Each thôn against its rows of the list, where both are given."""
    support = record.data
    if not (support.thon and support.people):
        return
    listed: dict[str | None, list[PersonRow]] = {}
    for person in support.people:
        listed.setdefault(person.thon, []).append(person)
    for index, result in enumerate(support.thon):
        yield from _thon_rows(record, ("theo_thon", index), result, listed.get(result.thon, []))
    told = {result.thon for result in support.thon}
    for index, person in enumerate(support.people):
        if person.thon and person.thon not in told:
            yield record.problem(
                "count_differs",
                ("danh_sach", index, "thon"),
                f"có người ở thôn “{person.thon}” mà mục theo_thon không có thôn này",
                "Thêm thôn này vào theo_thon.",
            )


def _thon_rows(
    record: Record[Support], loc: Loc, result: ThonResult, rows: list[PersonRow]
) -> Iterable[Problem]:
    if len(rows) != result.count:
        yield record.problem(
            "count_differs",
            (*loc, "so_luong"),
            f"ghi {say_number(result.count)}, danh sách có {say_number(len(rows))} dòng của thôn này",
            "Sửa số của thôn hoặc danh sách.",
        )
    added = sum(person.amount or 0 for person in rows)
    if all(person.amount is not None for person in rows) and added != result.amount:
        yield record.problem(
            "sum_differs",
            (*loc, "so_tien"),
            f"ghi {say_money(result.amount)}, danh sách của thôn này cộng lại {say_money(added)}",
            f"Lệch {say_money(abs(added - result.amount))}; sửa số của thôn hoặc danh sách.",
        )


def _money(record: Record[Support]) -> Iterable[Problem]:
    support = record.data
    spent = support.amount if support.amount is not None else sum(r.amount for r in support.thon)
    if support.budget is not None and spent > support.budget:
        yield record.notice(
            "paid_over_plan",
            ("kinh_phi",),
            f"kinh phí được giao {say_money(support.budget)}, đã chi {say_money(spent)}",
            "Xem lại hai số; nếu đúng là chi thêm, sửa kinh_phi theo quyết định bổ sung.",
        )
    for index, person in enumerate(support.people):
        if person.amount is not None and person.amount < SMALL:
            yield record.notice(
                "amount_unlikely",
                ("danh_sach", index, "muc"),
                f"mức {say_money(person.amount)} quá nhỏ",
                "Số tiền ghi bằng đồng, không ghi bằng nghìn đồng.",
            )


def _people(record: Record[Support]) -> Iterable[Problem]:
    """Two rows that say the same are one person written twice, or two of one name."""
    keys = [(p.name.casefold(), p.thon, fold(p.policy or ""), p.day) for p in record.data.people]
    repeated = {key for key, times in Counter(keys).items() if times > 1}
    for index, key in enumerate(keys):
        if key in repeated and key in keys[:index]:
            first = keys.index(key) + 1
            yield record.notice(
                "person_twice",
                ("danh_sach", index, "ho_ten"),
                f"“{record.data.people[index].name}” giống hệt dòng thứ {first} của danh sách",
                "Một người thì bỏ bớt; hai người trùng tên thì giữ nguyên.",
            )


def _objections(record: Record[Support]) -> Iterable[Problem]:
    found = record.data.objections
    if found and found.rejected and found.rejected > (found.received or 0):
        yield record.problem(
            "more_than_all",
            ("y_kien", "bac"),
            f"không nhận {found.rejected} ý kiến, nhiều hơn {found.received or 0} ý kiến đã nhận",
            "Xem lại da_nhan, bac.",
        )
