"""`congkhai new xa`: the folder of a commune, chosen from the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import ask, options
from generator.cli.communes import province_at
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.province import Province, Unit

UNIT = "Tên hoặc mã xã, phường; không ghi thì máy hỏi."
ALL = "Mọi xã, phường trong sổ đăng ký chưa có thư mục, để chờ xã tiếp nhận."


def command(
    unit: Annotated[str | None, typer.Argument(metavar="XÃ", help=UNIT, show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all", metavar=" ", help=ALL)] = False,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
) -> int:
    """Tạo thư mục của xã, phường, bên trong có xa.yml.

    Tệp đã có thì để nguyên.
    """
    from generator.from_schema.starting import new_profile, without_folder

    province = province_at(content, tinh)
    folder = content / "xa"
    if every:
        made = [new_profile(found, None, folder) for found in without_folder(province, folder)]
        typer.echo(f"Đã tạo {len(made)} thư mục trong {folder}, chờ xã tiếp nhận.")
        return 0
    return _one(_unit(unit, province), folder)


def _unit(text: str | None, province: Province) -> Unit:
    """The unit that is meant; asked for where it was not given, or where several may be."""

    def refused(answer: str) -> str:
        return (
            ""
            if province.units_named(answer)
            else "không có xã, phường nào như vậy; ghi tên đủ dấu hoặc mã 5 số"
        )

    if text is not None and refused(text):
        raise typer.BadParameter(f"XÃ: “{text}”: {refused(text)}.")
    found = province.units_named(text or ask.ask("Tên hoặc mã xã, phường", refused))
    if len(found) == 1:
        return found[0]
    return province.units[
        ask.choose("Xã, phường nào", [(unit.code, f"{unit.name} ({unit.code})") for unit in found])
    ]


def _one(unit: Unit, folder: Path) -> int:
    from generator.from_schema.starting import new_profile

    path = folder / unit.slug / "xa.yml"
    if path.exists() or path.is_symlink():
        typer.echo(f"{path}: tệp này đã có nên để nguyên.", err=True)
        return 1
    own = ask.agreed(
        f"UBND {unit.name[0].lower()}{unit.name[1:]} đã nhận tự công khai trên trang này chưa?"
    )
    new_profile(unit, today() if own else None, folder)
    typer.echo(f"Đã tạo {path} của {unit.name}.")
    typer.echo(
        f"Xem trang: make serve XA={unit.slug}"
        if own
        else "Trang ghi rõ: chờ xã tiếp nhận. Khi xã nhận thì sửa tinh_trang: chinh_thuc."
    )
    return 0
