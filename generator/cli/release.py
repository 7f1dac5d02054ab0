"""`congkhai release`: number, list of files and signature for built sites."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.words.dates import VIETNAM, now, say_day

if TYPE_CHECKING:
    from generator.release.copies import Copy
    from generator.release.make import How, Made

Sites = Annotated[
    list[Path],
    typer.Argument(metavar="THƯ MỤC…", help="Trang của một xã, hoặc thư mục các trang do congkhai build ghi."),
]  # fmt: skip
Key = Annotated[
    Path | None,
    typer.Option("--key", metavar="TỆP", help="Khóa riêng để ký (congkhai keys new); bỏ trống: phát hành không ký.", show_default=False),
]  # fmt: skip
Before = Annotated[
    str | None,
    typer.Option(
        "--previous", metavar="NƠI", help="Trang như đã đăng lần trước, để đếm số tiếp: một thư mục hoặc địa chỉ https.",
        show_default=False,
    ),
]  # fmt: skip


def command(
    sites: Sites,
    key: Key = None,
    previous: Before = None,
    content: options.Content = Path("content"),
    date: options.Day = None,
) -> int:
    """Phát hành trang đã dựng: đánh số, liệt kê mã băm mọi tệp, ký.

    Ghi SHA256SUMS, release.json, release.json.sig và điền trang phat-hanh/. Chạy sau congkhai build, trước khi đăng.
    """
    from generator.release.make import How, NotASiteError, sites_of
    from generator.release.source import source_of

    if key and not key.is_file():
        raise typer.BadParameter(f"--key: không có tệp “{key}”.")
    try:
        found = [one for folder in sites for one in sites_of(options.folder(folder, "THƯ MỤC"))]
    except NotASiteError as error:
        hint = "Dựng trang trước: congkhai build."
        raise typer.BadParameter(
            f"THƯ MỤC: “{error}” không phải trang do congkhai build ghi. {hint}"
        ) from None
    how = How(at(date), source_of(content), key)
    if not found:
        typer.echo("Chưa có trang nào để phát hành.")
    if how.key is None:
        typer.echo("CHƯA KÝ: không có khóa (--key), nên bản phát hành không có chữ ký.", err=True)
    return _released(found, how, _given(previous))


def at(date: str | None) -> datetime:
    """This moment, on the day that is named."""
    moment = now()
    return datetime.combine(options.day(date, moment.date()), moment.time(), VIETNAM)


def _given(previous: str | None) -> Copy | None:
    from generator.release.copies import copy_at

    found = copy_at(previous) if previous else None
    if previous and found is None:
        raise typer.BadParameter(f"--previous: “{previous}” không phải thư mục hay địa chỉ https.")
    return found


def _released(sites: list[Path], how: How, given: Copy | None) -> int:
    """One after the other; what fails keeps its site as it was, and the others go on."""
    from generator.release.chain import known
    from generator.release.failures import FAILURES, why
    from generator.release.make import release

    failed = False
    for site in sites:
        try:
            made = release(site, how, lambda root, here, code: known(root, here, code, given))
            typer.echo(said(made))
        except FAILURES as error:
            typer.echo(f"{site}: chưa phát hành được: {why(error)} Trang vẫn như trước.", err=True)
            failed = True
    return 1 if failed else 0


def said(made: Made) -> str:
    """One line about a release."""
    day = say_day(made.statement.expires.astimezone(VIETNAM).date())
    signed = "đã ký" if made.signed else "CHƯA KÝ"
    return f"{made.name}: bản phát hành số {made.statement.serial}, {signed}, dùng đến ngày {day}."
