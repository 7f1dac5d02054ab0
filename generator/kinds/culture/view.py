"""What the page of service culture shows: the rules in the plan's words, then counts by period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.culture.model import Culture, Inspection, Letters
from generator.province.plans import ConductRule, Plan
from generator.words.letters import capital
from generator.words.money import share

OCCASIONS = ("weddings", "births", "condolences", "thanks", "late", "mistakes")


@dataclass(frozen=True)
class Sum:
    """Letters of one occasion in all periods told."""

    title: str
    count: int


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    culture: Culture
    plan: Plan | None
    conduct: tuple[ConductRule, ...]
    inspections: tuple[Inspection, ...]
    letters: tuple[tuple[str, Letters], ...]
    """With the period as a heading; both lists have the latest period first."""
    sums: tuple[Sum, ...]
    """Only occasions of which any period tells a number."""
    span: str
    """From which period to which the sums go: "quý I/2026 đến quý III/2026"."""


class Row(Model):
    """One period's letters on one line of the table."""

    period: str = given("ky", "Kỳ", "Kỳ báo cáo.")
    start: date = given("tu_ngay", "Từ ngày", "Ngày đầu kỳ.")
    end: date = given("den_ngay", "Đến ngày", "Ngày cuối kỳ.")
    weddings: int | None = maybe("ket_hon", "Thư chúc mừng kết hôn", "Số thư.")
    births: int | None = maybe("khai_sinh", "Thư chúc mừng sinh con", "Số thư.")
    condolences: int | None = maybe("chia_buon", "Thư chia buồn, thăm viếng", "Số thư, số lần.")
    thanks: int | None = maybe("cam_on", "Thư cảm ơn", "Số thư.")
    late: int | None = maybe("xin_loi_tre_hen", "Thư xin lỗi vì trả hồ sơ trễ", "Số thư.")
    mistakes: int | None = maybe("xin_loi_sai_sot", "Thư xin lỗi vì sai sót khác", "Số thư.")
    inspected: int | None = maybe("so_nguoi", "Số người được kiểm tra", "Trong kỳ, mọi đoàn.")
    faulty: int | None = maybe("vi_pham", "Số người vi phạm", "Trong kỳ, mọi đoàn.")
    faultless: Decimal | None = maybe("ty_le_khong_vi_pham", "Tỷ lệ không vi phạm (%)", "Máy tính.")


def sheet(scope: Scope) -> Sheet | None:
    """None where the commune has disclosed nothing of it."""
    record = scope.commune.one("culture")
    if record is None:
        return None
    culture: Culture = record.data
    plan = scope.province.plan(culture.plan)
    letters = sorted(culture.letters, key=lambda each: each.period, reverse=True)
    return Sheet(
        culture,
        plan,
        tuple(plan.conduct) if plan else (),
        tuple(sorted(culture.inspections, key=lambda each: each.period, reverse=True)),
        tuple((_heading(each), each) for each in letters),
        tuple(_sums(letters)),
        _span(letters),
    )


def rows(scope: Scope) -> Iterable[Row]:
    """One line a period, of letters and inspections together; computed rates, none typed."""
    for record in scope.commune.all("culture"):
        culture: Culture = record.data
        letters = {each.period: each for each in culture.letters}
        for period in sorted({*letters, *(each.period for each in culture.inspections)}):
            found = [each for each in culture.inspections if each.period == period]
            told = letters.get(period)
            inspected, faulty = sum(i.inspected for i in found), sum(i.faulty for i in found)
            yield Row.model_construct(
                period=str(period),
                start=period.start,
                end=period.end,
                **{name: getattr(told, name, None) for name in OCCASIONS},
                inspected=inspected if found else None,
                faulty=faulty if found else None,
                faultless=share(inspected - faulty, inspected),
            )


def _sums(letters: list[Letters]) -> Iterable[Sum]:
    for name in OCCASIONS:
        told = [count for each in letters if (count := getattr(each, name)) is not None]
        if told:
            yield Sum(Letters.model_fields[name].title or name, sum(told))


def _heading(letters: Letters) -> str:
    period = str(letters.period)
    return capital(period)


def _span(letters: list[Letters]) -> str:
    if not letters:
        return ""
    first, last = str(letters[-1].period), str(letters[0].period)
    return first if first == last else f"{first} đến {last}"
