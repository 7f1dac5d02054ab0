"""`congkhai receive rebuild`: the daily timer; every repository below a folder publishes anew as its hook says."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options
from generator.cli.receive import common

HOOK = "hooks/post-receive"
PREFIX = "exec "


def command(
    folder: Annotated[Path, typer.Argument(metavar="THƯ MỤC", help="Thư mục chứa các kho git (*.git).")],
) -> int:
    """Dựng lại mọi xã của mọi kho git trong một thư mục, vì sang ngày mới hoặc phần mềm mới.

    Kho nào dựng theo tùy chọn của kho ấy, như lúc chạy receive init. Một kho hỏng, các kho khác vẫn dựng.
    """
    hooks = sorted(options.folder(folder, "THƯ MỤC").absolute().glob(f"*.git/{HOOK}"))
    if not hooks:
        raise typer.BadParameter(f"THƯ MỤC: “{folder}” chưa có kho git nào do receive init tạo.")
    return max(_rebuilt(hook) for hook in hooks)


def _rebuilt(hook: Path) -> int:
    """Run what the hook of a repository runs, for everything; 0 where it went well."""
    repository = hook.parent.parent
    line = hook.read_text(encoding="utf-8").splitlines()[-1]
    if not line.startswith(PREFIX):
        common.say(
            f"{repository.name}: tệp {HOOK} không do receive init viết, bỏ qua. Chạy lại receive init."
        )
        return 1
    common.say(f"{repository.name}:")
    command = [*shlex.split(line.removeprefix(PREFIX)), "--all"]
    return min(subprocess.run(command, cwd=repository, check=False).returncode & 0xFF, 1)  # noqa: S603
