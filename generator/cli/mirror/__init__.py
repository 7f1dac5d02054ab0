"""`congkhai mirror`: copies of communes' sites that the province keeps, one module a command."""

from __future__ import annotations

from generator.cli.mirror import restore, sync
from generator.cli.vietnamese import group

app = group(
    "Giữ bản sao trang của các xã, phường ở máy chủ của tỉnh.",
    {
        "sync": sync.command,
        "restore": restore.command,
    },
)
