"""`congkhai new`: files that stand around a site, one module a command."""

from __future__ import annotations

from generator.cli.new import deploy, lock, mirror, server
from generator.cli.vietnamese import group

app = group(
    "Viết sẵn các tệp cần khi đăng trang.",
    {
        "deploy": deploy.command,
        "lock": lock.command,
        "mirror": mirror.command,
        "server": server.command,
    },
)
