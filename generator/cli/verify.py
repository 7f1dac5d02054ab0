"""`congkhai verify`: whether a copy is a release of its commune."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.release import at
from generator.province.signers import ALLOWED, REVOKED
from generator.words.dates import VIETNAM, say_day

if TYPE_CHECKING:
    from generator.release.copies import Copy
    from generator.release.sign import Signers

MOST_SIGNERS = 4 << 20
Place = Annotated[
    str, typer.Argument(metavar="NƠI", help="Thư mục có bản sao trang của một xã, hoặc địa chỉ https.")
]
Allowed = Annotated[
    Path,
    typer.Option("--signers", metavar="TỆP", help="Danh sách khóa của tỉnh; tệp revoked_keys để cạnh đó."),
]
Commune = Annotated[
    str, typer.Option("--xa", metavar="MÃ", help="Phải là trang của đơn vị có mã này.", show_default=False)
]
Seen = Annotated[
    int, typer.Option("--seen", metavar="SỐ", help="Số của bản mới nhất đã thấy; bản số nhỏ hơn là bản cũ.")
]


def command(
    place: Place,
    signers: Allowed = Path("content/tinh") / ALLOWED,
    xa: Commune = "",
    seen: Seen = 0,
    date: options.Day = None,
) -> int:
    """Kiểm tra một bản sao: ai ký, bản số mấy, còn hạn không, có tệp nào bị sửa, thiếu, thừa không.

    Địa chỉ https thì không thấy được tệp lạ bỏ thêm, vì máy chủ không cho liệt kê.
    """
    from generator.release import verify as release
    from generator.release.copies import copy_at
    from generator.release.failures import NO_TOOL, NoToolError

    copy = copy_at(place)
    if copy is None:
        raise typer.BadParameter(f"NƠI: “{place}” không phải thư mục hay địa chỉ https.")
    asked = release.Asked(_signers(signers), at(date), xa, release.Seen(seen))
    try:
        found = release.verify(copy, asked)
    except NoToolError:
        raise typer.BadParameter(f"Chưa kiểm tra được: {NO_TOOL}") from None
    report.show(found, Console())
    if not found:
        typer.echo(_good(copy))
        return 0
    typer.echo(f"Bản này KHÔNG đáng tin: {report.count(found)}.")
    return 1


def _signers(path: Path) -> Signers:
    from generator.release.sign import Signers

    revoked = path.with_name(REVOKED)
    if not path.is_file():
        hint = "Tải tệp này từ trang của tỉnh, đừng lấy từ bản sao đang kiểm tra."
        raise typer.BadParameter(f"--signers: không có tệp “{path}”. {hint}")
    if max(file.stat().st_size for file in (path, revoked) if file.is_file()) > MOST_SIGNERS:
        raise typer.BadParameter("--signers: tệp quá lớn, không phải danh sách khóa.")
    return Signers(path.read_bytes(), revoked.read_bytes() if revoked.is_file() else b"")


def _good(copy: Copy) -> str:
    from generator.release.verify import accepted

    found = accepted(copy)
    if found is None:  # changed since, by whoever else writes there
        return "Bản sao vừa đổi trong lúc kiểm tra: chạy lại lệnh này."
    statement, _ = found
    day, until = (
        say_day(moment.astimezone(VIETNAM).date()) for moment in (statement.made, statement.expires)
    )
    unseen = " Qua mạng không thấy được tệp lạ bỏ thêm." if copy.tree() is None else ""
    return f"Đúng là bản phát hành số {statement.serial} của đơn vị mã {statement.code}, ngày {day}, còn hạn đến ngày {until}. {statement.files} tệp đều nguyên vẹn.{unseen}"
