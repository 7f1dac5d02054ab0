"""`congkhai receive`: what a server does with a git push; the hooks call it, nobody else needs to."""

from __future__ import annotations

from generator.cli.receive import check, init, key, publish, rebuild
from generator.cli.vietnamese import group

app = group(
    "Nhận dữ liệu gửi bằng git trên máy chủ: kiểm tra, dựng, đăng.",
    {
        "init": init.command,
        "check": check.command,
        "publish": publish.command,
        "rebuild": rebuild.command,
        "key": key.command,
    },
)
