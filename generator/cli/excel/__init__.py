"""`congkhai excel`: a commune's records out into a workbook and back, one module a command."""

from __future__ import annotations

from generator.cli.excel import export, inbox, into
from generator.cli.vietnamese import group

app = group(
    "Nhập liệu bằng bảng tính Excel.",
    {
        "export": export.command,
        "import": into.command,
        "nhan": inbox.command,
    },
)
