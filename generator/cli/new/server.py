"""`congkhai new server`: the configuration of a web server, printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options
from generator.province import former_addresses
from generator.webserver import Hosting, Server, configuration

MODULES = Path("/etc/nginx/modules-enabled")
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
PATH = re.compile(r"/(?:[a-z0-9_-]+/)*")
FOLDER = re.compile(r"[^\"\\${}\x00-\x1f]+")
"""What stands between quotation marks in both configurations and means itself."""


Asked = Annotated[Server, typer.Argument(metavar="MÁY CHỦ", help="nginx hoặc caddy.", show_default=False)]
Site = Annotated[
    Path, typer.Option("--out", metavar="THƯ MỤC", help="Thư mục trang đã dựng: của tỉnh, hoặc của một xã.")
]  # fmt: skip
Domains = Annotated[
    list[str] | None,
    typer.Option("--domain", metavar="TÊN MIỀN", help="Tên miền của trang; dùng được nhiều lần. Bỏ trống: mọi tên.", show_default=False),
]  # fmt: skip
At = Annotated[
    str, typer.Option("--path", metavar="ĐƯỜNG DẪN", help="Trang nằm ở đâu trong tên miền, ví dụ /cong-khai/.")
]  # fmt: skip
Certificate = Annotated[
    Path | None,
    typer.Option("--tls", metavar="THƯ MỤC", help="Thư mục chứng thư, có fullchain.pem và privkey.pem.", show_default=False),
]  # fmt: skip
Brotli = Annotated[
    bool | None,
    typer.Option("--brotli/--no-brotli", metavar=" ", help="nginx có mô-đun brotli hay không; mặc định: xem trên máy này.", show_default=False),
]  # fmt: skip
Port = Annotated[int, typer.Option("--port", metavar="CỔNG", help="Cổng http.")]
SecurePort = Annotated[int, typer.Option("--tls-port", metavar="CỔNG", help="Cổng https.")]
Tinh = Annotated[
    Path | None,
    typer.Option("--tinh", metavar="THƯ MỤC", help="Thư mục dữ liệu chung của tỉnh: có thì địa chỉ theo tên xã, phường cũ dẫn về trang hiện nay.", show_default=False),
]  # fmt: skip


def command(
    server: Asked,
    folder: Site = Path("site"),
    domain: Domains = None,
    path: At = "/",
    certificate: Certificate = None,
    brotli: Brotli = None,
    port: Port = 80,
    secure_port: SecurePort = 443,
    tinh: Tinh = None,
) -> int:
    """In ra cấu hình máy chủ web: tiêu đề bảo mật, bộ nhớ đệm, bản nén, trang báo lỗi 404.

    Ghi vào tệp: congkhai new server nginx > /etc/nginx/sites-available/congkhai
    """
    hosting = Hosting(
        folder=_folder(folder.absolute(), "--out"),
        domains=tuple(_domain(name) for name in domain or ()),
        path=_path(path),
        certificate=_folder(certificate, "--tls") if certificate else None,
        brotli=any(MODULES.glob("*brotli*static*")) if brotli is None else brotli,
        port=_port(port, "--port"),
        secure_port=_port(secure_port, "--tls-port"),
        moved=_moved(tinh) if tinh else {},
    )
    typer.echo(configuration(server, hosting), nl=False)
    return 0


def _folder(path: Path, option: str) -> Path:
    if not path.is_absolute():
        raise typer.BadParameter(f"{option}: cần đường dẫn đầy đủ, bắt đầu bằng “/”.")
    if not FOLDER.fullmatch(path.as_posix()):
        raise typer.BadParameter(f"{option}: đường dẫn “{path}” có dấu mà tệp cấu hình không nhận.")
    return path


def _domain(name: str) -> str:
    if len(name) > 253 or not DOMAIN.fullmatch(name.lower()):
        raise typer.BadParameter(
            f"--domain: “{name}” không phải tên miền. Ghi như congkhai.example, không có https:// và dấu gạch chéo."
        )
    return name.lower()


def _path(path: str) -> str:
    found = f"/{path.strip('/')}/" if path.strip("/") else "/"
    if not PATH.fullmatch(found):
        raise typer.BadParameter(f"--path: “{path}” không phải đường dẫn. Ghi như /cong-khai/.")
    return found


def _port(port: int, option: str) -> int:
    if not 0 < port < 65_536:
        raise typer.BadParameter(f"{option}: cần số từ 1 đến 65535.")
    return port


def _moved(tinh: Path) -> dict[str, str]:
    from generator.load import kept_province

    province, _ = kept_province(options.folder(tinh, "--tinh"))
    if province is None:
        raise typer.BadParameter(f"--tinh: dữ liệu ở “{tinh}” có lỗi. Chạy congkhai check để xem.")
    return {moved.slug: moved.unit.slug for moved in former_addresses(province)}
