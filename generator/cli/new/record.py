"""`congkhai new du-an xa-mau`: a new data file of one kind, after a few questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from generator.cli import ask, options, report
from generator.cli.communes import folder_of, province_at
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from pydantic import BaseModel

    from generator.from_schema.inputs import Input
    from generator.from_schema.starting import Starter
    from generator.province import Province

FILE_NAME = "Tên tệp (không dấu, không khoảng trắng)"

PREPARED = (
    "{path}: xã chưa tiếp nhận trang (tinh_trang: cho_tiep_nhan) nên chưa thêm mục nào được."
    " Xã đã nhận thì sửa thành tinh_trang: chinh_thuc, thêm tham_gia_tu và ngày nhận, rồi chạy lại."
)
"""Records beside it would be the error `prepared_has_records`."""


def record(starter: Starter) -> Any:
    """The command that begins files of one kind."""

    def command(
        slug: Annotated[str, typer.Argument(metavar="XÃ", help="Tên trên địa chỉ hoặc mã: xa-mau.")],
        content: options.Content = Path("content"),
        tinh: options.Tinh = None,
    ) -> int:
        province = province_at(content, tinh)
        folder = folder_of(slug, content, province)
        if _is_prepared(folder, province):
            typer.echo(PREPARED.format(path=folder / "xa.yml"), err=True)
            return 1
        return _begin(starter, folder)

    command.__doc__ = f"Tạo {starter.pattern}: {starter.title}. Máy hỏi những mục phải có."
    return command


def _is_prepared(folder: Path, province: Province) -> bool:
    """Whether the site of a real commune is not its own yet; not where `xa.yml` cannot be read."""
    from generator.kinds.profile import Profile, Standing
    from generator.load.models import read_model
    from generator.load.yaml_tree import read_yaml

    path = folder / "xa.yml"
    profile = read_model(Profile, read_yaml(path.read_bytes(), str(path))) if path.is_file() else None
    unit = province.units.get(profile.code) if profile else None
    return bool(profile and profile.standing is Standing.PREPARED and unit and not unit.fictional)


def _begin(starter: Starter, folder: Path) -> int:
    from generator.from_schema.starting import begun, next_id, written

    if not starter.several and (path := folder / starter.path("")).exists():
        typer.echo(f"{path}: tệp này đã có. Mở tệp ấy, thêm vào danh sách đang có.", err=True)
        return 1
    typer.echo(
        f"{starter.title}. Chỉ hỏi mục phải có, mục khác ghi thêm sau. Bấm Enter để lấy giá trị trong ngoặc vuông."
    )
    day = today()
    proposed = next_id((path.stem for path in folder.glob(starter.pattern)), day)
    tree = begun(
        starter,
        lambda model, field: _answer(model, field, proposed if field.key == starter.key else ""),
        day,
    )
    path = folder / starter.path(str(tree.get(starter.key) or _stem(starter)))
    if path.exists() or path.is_symlink():
        typer.echo(f"{path}: tệp này đã có nên để nguyên, chưa ghi gì.", err=True)
        return 1
    problems = written(starter, tree, path)
    report.show(problems, Console())
    if problems:
        return 1
    typer.echo(
        f"Đã viết {path}, ghi đăng ngày {say_day(day)}. Mở tệp ấy ghi thêm; mẫu ở docs/mau-de-chep.md."
    )
    typer.echo(f"Xong thì chạy: congkhai check --only {folder.name}")
    return 0


def _answer(model: type[BaseModel], field: Input, proposed: str) -> str:
    from generator.from_schema.starting import refusal

    question = f"{field.title} ({field.hint.rstrip('.')})"
    if field.choices:
        return ask.choose(question, field.choices)
    return ask.ask(question, lambda text: refusal(model, field, text), proposed)


def _stem(starter: Starter) -> str:
    """Asked for where no field names the file; nothing to ask where the file has one name."""
    from generator.fields.codes import RECORD

    if not starter.several:
        return ""
    return ask.ask(
        FILE_NAME, lambda text: "" if RECORD.fullmatch(text) else "chỉ dùng chữ không dấu, chữ số, gạch nối"
    )
