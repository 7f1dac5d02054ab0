"""`congkhai new deploy`: everything with which a host checks, previews and publishes on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.core import has_error
from generator.hosting.limits import Host

STEPS: Mapping[Host, tuple[str, str, str]] = {
    Host.GITHUB: (
        "Đưa các tệp này vào nhánh main của kho trên GitHub.",
        "Trên trang của kho: Settings > Pages > Source, chọn GitHub Actions. Settings > Actions > General:"
        " bật Allow GitHub Actions to create and approve pull requests, để bảng tính thả vào nhap/ thành đề nghị.",
        "Settings > Rules > Rulesets: bảo vệ nhánh main, bật Require a pull request before merging"
        " và Require review from Code Owners.",
    ),
    Host.CLOUDFLARE: (
        "Đưa các tệp này vào nhánh main của kho trên GitHub; chờ Actions chạy xong, kho có thêm nhánh pages.",
        "Trên Cloudflare: Workers & Pages > Create > Pages > Connect to Git, chọn kho,"
        " Production branch là pages, để trống Build command, Build output directory là /.",
        "Trên GitHub, Settings > Rules > Rulesets: bảo vệ nhánh main, bật Require a pull request before merging"
        " và Require review from Code Owners. Settings > Actions > General:"
        " bật Allow GitHub Actions to create and approve pull requests, để bảng tính thả vào nhap/ thành đề nghị.",
    ),
    Host.GITLAB: (
        "Trên trang của kho: Settings > CI/CD > Job token permissions,"
        " bật Allow Git push requests to the repository; rồi đưa các tệp này vào nhánh chính.",
        "Build > Pipeline schedules: thêm lịch chạy mỗi ngày, 10 0 * * *, múi giờ Hà Nội;"
        " và lịch nhắc việc sáng thứ Hai, 10 7 * * 1, có biến NHAC_VIEC bằng 1.",
        "Settings > Repository > Protected branches: bảo vệ nhánh chính, bật Code owner approval nếu có.",
    ),
    Host.FORGEJO: (
        "Đưa các tệp này vào nhánh main của kho; máy chủ Forgejo cần có máy chạy Actions nhãn docker.",
        "Chờ Actions chạy xong, kho có thêm nhánh pages; nhờ người quản lý máy chủ phục vụ nhánh ấy.",
        "Settings > Branches: bảo vệ nhánh main, đòi ít nhất một người duyệt.",
    ),
}


Where = Annotated[Host, typer.Argument(metavar="github|gitlab|cloudflare|forgejo", help="Nơi đặt trang.")]
Root = Annotated[Path, typer.Option("--out", metavar="THƯ MỤC", help="Thư mục gốc của kho.")]
Content = Annotated[
    Path | None,
    typer.Option("--content", metavar="THƯ MỤC", show_default=False, help="Thư mục dữ liệu trong kho, bên trong có xa/; mặc định: content/ trong thư mục gốc."),
]  # fmt: skip
Force = Annotated[bool, typer.Option("--force", metavar=" ", help="Ghi đè cả tệp đã có người sửa tay.")]


def command(host: Where, out: Root = Path(), content: Content = None, force: Force = False) -> int:
    """Viết sẵn quy trình tự kiểm tra, xem trước và đăng trang.

    Dùng cho kho của một xã (dữ liệu và congkhai.lock) và kho của cả tỉnh.

    Ai duyệt thay đổi của ai ghi ở nguoi-duyet.yml; chưa có tệp này thì lệnh viết sẵn để điền.
    """
    from generator.hosting import deploy, owners

    options.folder(out, "--out")
    given = options.folder(content or out / "content", "--content")
    try:
        repository = deploy.look(out, given)
    except deploy.RepositoryError as error:
        raise typer.BadParameter(str(error)) from None
    approvers, problems = owners.read_owners(out / owners.NAME)
    report.show(problems, Console())
    if approvers is None or has_error(problems):
        return 1
    approvers = owners.with_rest(approvers, repository.only)
    rules = owners.rules(approvers, host, repository.content, repository.communes)
    files = deploy.write(repository, host, rules)
    changed = [path for path in files if _changed(out / path)]
    if changed and not force:
        return _refuse(changed)
    starters = {
        owners.NAME: owners.starter(repository.communes),
        deploy.INBOX: deploy.inbox_note(repository),
    }
    _write(out, files | {path: text for path, text in starters.items() if not (out / path).exists()})
    _next(host, "" if rules else owners.NAME)
    return 0


def _next(host: Host, unfilled: str) -> None:
    """What is left to do by hand; `unfilled` is the file that does not say yet who approves."""
    for number, step in enumerate(STEPS[host], 1):
        typer.echo(f"{number}. {step}")
    if unfilled:
        typer.echo(f"Chưa ai phải duyệt: điền {unfilled} rồi chạy lại lệnh này để có CODEOWNERS.")


def _changed(file: Path) -> bool:
    """Whether a file stands there that is not as this program wrote it."""
    from generator.hosting.deploy import untouched

    return (file.exists() or file.is_symlink()) and not untouched(
        file.read_text("utf-8", "replace") if file.is_file() and not file.is_symlink() else ""
    )


def _refuse(changed: Iterable[str]) -> int:
    for path in changed:
        typer.echo(f"{path}: tệp này đã có và có người sửa tay, nên để nguyên.", err=True)
    typer.echo("Chưa ghi gì. Muốn viết lại cả các tệp này, thêm --force.", err=True)
    return 1


def _write(out: Path, files: Mapping[str, str]) -> None:
    typer.echo("Đã viết:")
    for path, text in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text, encoding="utf-8", newline="\n")
        typer.echo(f"  {path}")
    typer.echo("Ba việc tiếp theo:")
