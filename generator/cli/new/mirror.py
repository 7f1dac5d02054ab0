"""`congkhai new mirror`: a list of copies to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

STARTER = """\
# Những xã, phường mà tỉnh giữ bản sao, và lấy ở đâu. Cách ghi đầy đủ: docs/ban-sao.md.
# Bỏ dấu [] ở dòng nguon, rồi ghi mỗi kho một mục như sau:
#
# nguon:
#   - xa: [xa-phu-dinh]
#     kho: https://git.example/ubnd-xa-phu-dinh/cong-khai.git
#
# Sửa xong chạy: congkhai mirror sync
nguon: []
"""


def command(
    out: Annotated[Path, typer.Option("--out", metavar="TỆP", help="Ghi vào tệp này.")] = Path(
        "mirror.yml"
    ),
) -> int:
    """Viết sẵn mirror.yml: danh sách xã, phường mà tỉnh giữ bản sao.

    Tệp đã có thì để nguyên.
    """
    if out.exists() or out.is_symlink():
        typer.echo(f"{out}: tệp này đã có nên để nguyên.", err=True)
        return 1
    out.write_text(STARTER, encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {out}. Ghi các xã vào đó rồi chạy: congkhai mirror sync")
    return 0
