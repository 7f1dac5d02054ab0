"""`congkhai new`: folders, data files and the files that stand around a site, one module a command."""

from __future__ import annotations

from typing import Any

from generator.cli.new import commune, deploy, lock, mirror, server
from generator.cli.new.record import record
from generator.cli.vietnamese import Group, alone, group


class _New(Group):
    """Beside its own commands one for each kind of data file, whose models are loaded only when asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        from generator.from_schema.starting import starters

        return [*super().list_commands(ctx), *starters()]

    def get_command(self, ctx: Any, name: str) -> Any:
        from generator.from_schema.starting import starters

        own, starter = super().get_command(ctx, name), starters().get(name)
        return own or (alone(name, record(starter)) if starter else None)


app = group(
    "Tạo thư mục của xã, tệp dữ liệu mới, và các tệp cần khi đăng trang.",
    {
        "xa": commune.command,
        "deploy": deploy.command,
        "lock": lock.command,
        "mirror": mirror.command,
        "server": server.command,
    },
    _New,
)
