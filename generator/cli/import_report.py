"""What an import did and doubts, in Vietnamese, for whoever keeps the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import typer

from generator.cli import report
from generator.imports.procedures import Change, Fate, Finding, Order, Report
from generator.imports.procedures.text import short
from generator.words.dates import say_day

FEW = 10
"""Lines shown of a long list; --chi-tiet shows all."""


def show(order: Order, result: Report, detail: bool) -> None:
    """What was read, what changed, what a person should look at."""
    most = None if detail else FEW
    shapes = Counter(item.shape.value for item in result.sources.items)
    parts = "; ".join(f"{count} bản ghi {shape}" for shape, count in sorted(shapes.items()))
    typer.echo(f"Đã đọc {result.sources.files} tệp: {parts or 'không có thủ tục nào'}.")
    _list("Bỏ qua, không phải tệp JSON", result.sources.skipped, most)
    for fate in Fate:
        if fate is not Fate.SAME:
            _list(fate.value, [_line(change) for change in result.of(fate)], most)
    _list("Bản gốc đã đổi, cần đọc lại tóm tắt", [_line(change) for change in result.stale], most)
    if order.full and not result.good:
        typer.echo("\nVì nguồn có lỗi, lần này không ghi thủ tục vắng mặt nào là hết áp dụng.")
    _findings(result.findings, most)


def summary(order: Order, result: Report, seconds: float) -> str:
    """The last lines: counts, time, where the catalogue is."""
    counts = {fate: len(result.of(fate)) for fate in Fate}
    return (
        f"\nXong: {counts[Fate.ADDED]} thêm, {counts[Fate.CHANGED] + counts[Fate.BACK]} đổi,"
        f" {counts[Fate.SAME]} không đổi, {counts[Fate.ENDED]} hết áp dụng,"
        f" {report.count(result.problems)}, {report.say_seconds(seconds)}. Ngày nhập {say_day(order.day)}."
        f"\nDanh mục: {order.out}"
    )


def _line(change: Change) -> str:
    """The code with the fields that changed, or with the name where the whole is new or gone."""
    procedure = change.procedure
    if change.fate in (Fate.CHANGED, Fate.BACK):
        return f"{procedure.code}  {', '.join(change.fields)}"
    ended = f" (đến {say_day(procedure.until)})" if change.fate is Fate.ENDED and procedure.until else ""
    return f"{procedure.code}  {short(procedure.name)}{ended}"


def _list(title: str, lines: Sequence[str], most: int | None) -> None:
    if not lines:
        return
    typer.echo(f"\n{title} ({len(lines)}):")
    for line in lines[:most]:
        typer.echo(f"  {line}")
    if most is not None and len(lines) > most:
        typer.echo(f"  … và {len(lines) - most} dòng nữa; thêm --chi-tiet để xem hết.")


def _findings(findings: Sequence[Finding], most: int | None) -> None:
    """Grouped by kind, then by what it is."""
    if findings:
        typer.echo("\nCần người xem lại (việc nhập vẫn xong):")
    for doubt, group in groupby(findings, key=lambda finding: finding.doubt):
        found = list(group)
        typer.echo(f"  {doubt.value}: {len(found)} chỗ, {len({f.code for f in found})} thủ tục")
        for what, alike in groupby(found, key=lambda finding: finding.what):
            _alike(what, list(alike), most)


def _alike(what: str, findings: Sequence[Finding], most: int | None) -> None:
    """One line with the codes; in full, a line for each with its detail."""
    if most is None:
        typer.echo(f"    {what}:")
        for finding in findings:
            typer.echo(f"      {finding.code}  {finding.detail}".rstrip())
        return
    codes = list(dict.fromkeys(finding.code for finding in findings))
    more = f" và {len(codes) - most} mã nữa" if len(codes) > most else ""
    typer.echo(f"    {what} ({len(codes)}): {', '.join(codes[:most])}{more}")
