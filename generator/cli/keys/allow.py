"""`congkhai keys allow`: the province lets a key sign for communes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options
from generator.cli.communes import province_at
from generator.cli.keys import common
from generator.province import Province, Unit
from generator.words.dates import VIETNAM, say_day, today

YEARS = 2
Communes = Annotated[
    list[str], typer.Argument(metavar="XÃ…", help="Khóa này ký thay các xã này (tên trên địa chỉ hoặc mã).")
]
From = Annotated[
    str | None, typer.Option("--from", metavar="NGÀY", help="Có hiệu lực từ đầu ngày này; mặc định: hôm nay.", show_default=False)
]  # fmt: skip
Until = Annotated[
    str | None, typer.Option("--until", metavar="NGÀY", help="Hết hiệu lực khi hết ngày này; mặc định: sau hai năm.", show_default=False)
]  # fmt: skip


def command(
    key: common.Public,
    communes: Communes,
    signers: common.Signers = common.DEFAULT,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    since: From = None,
    until: Until = None,
) -> int:
    """Cho một khóa được ký bản phát hành của các xã, từ ngày nào đến ngày nào.

    Tỉnh chạy lệnh này, rồi đăng lại: trang của tỉnh đưa danh sách cho ai cũng tải được.
    """
    from generator.release.keys import KeyKnownError, allow
    from generator.release.signers import Signer

    first = options.day(since, today(), "--from")
    last = options.day(until, _later(first), "--until")
    if last < first:
        raise typer.BadParameter("--until: ngày hết hiệu lực trước ngày bắt đầu.")
    units = {unit.code: unit for unit in _units(communes, province_at(content, tinh))}
    signer = Signer(tuple(sorted(units)), common.key_in(key), _start(first), _end(last))
    allowed = common.listed(signers)
    try:
        allow(signer, " ".join(sorted(unit.slug for unit in units.values())), allowed)
    except (KeyKnownError, OSError) as error:
        typer.echo(f"Chưa ghi: {error}.", err=True)
        return 1
    typer.echo(
        f"Đã ghi vào {allowed}: khóa này ký cho {', '.join(signer.codes)}, từ ngày {say_day(first)} đến hết ngày {say_day(last)}."
    )
    return 0


def _units(named: Iterable[str], province: Province) -> Iterator[Unit]:
    for name in named:
        unit = province.unit_called(name)
        if unit is None:
            raise typer.BadParameter(f"XÃ: không có “{name}” trong don-vi.yml.")
        yield unit


def _later(day: date) -> date:
    """The same day some years on; 28 February for 29."""
    return day.replace(year=day.year + YEARS, day=min(day.day, 28) if day.month == 2 else day.day)


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)


def _end(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), VIETNAM)
