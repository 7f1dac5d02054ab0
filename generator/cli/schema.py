"""`congkhai schema`: what editors need to complete and check data files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CHECK = "Không ghi gì; tệp nào đã cũ thì nói ra và thoát với mã 1."


def command(
    out: Annotated[
        Path, typer.Option("--out", metavar="THƯ MỤC", help="Nơi ghi: thư mục gốc, bên trong có content/.")
    ] = Path(),
    check: Annotated[bool, typer.Option("--check", metavar=" ", help=CHECK)] = False,
) -> int:
    """Viết lược đồ (JSON Schema) để VS Code gợi ý và báo lỗi khi gõ tệp dữ liệu.

    Viết vào schema/ và .vscode/settings.json; cài thêm tiện ích YAML của Red Hat trong VS Code.
    """
    from generator.canonical import put
    from generator.from_schema.json_schema import schema_files

    old = 0
    for file in schema_files():
        path, content = out / file.path, file.content or b""
        if path.is_file() and path.read_bytes() == content:
            continue
        old += 1
        if check:
            typer.echo(f"{path}: đã cũ, chạy lại: congkhai schema", err=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, content)
            typer.echo(f"Đã viết {path}")
    if not old:
        typer.echo("Lược đồ đã đúng với chương trình.")
    return 1 if check and old else 0
