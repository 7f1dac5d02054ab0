"""`congkhai keys`: keys that sign releases, one module a command."""

from __future__ import annotations

from generator.cli.keys import allow, new, revoke
from generator.cli.vietnamese import group

app = group(
    "Khóa ký bản phát hành: tạo, cho phép, thu hồi.",
    {
        "new": new.command,
        "allow": allow.command,
        "revoke": revoke.command,
    },
)
