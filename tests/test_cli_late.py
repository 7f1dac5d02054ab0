"""The program starts without what the command at hand does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.cli.late import summary

ASKED = """
import sys
from generator.cli import app
try:
    app({arguments!r}, standalone_mode=False)
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


def _loaded(*arguments: str) -> set[str]:
    code = ASKED.format(arguments=[*arguments])
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "Cách dùng" in found.stdout
    return {*found.stderr.split()}


def test_the_list_of_commands_loads_none_of_them() -> None:
    loaded = _loaded("--help")
    assert "generator.cli" in loaded
    assert (
        not {"generator.kinds", "generator.publish", "mkdocs", "yaml", "pydantic", "openpyxl", "xlsxwriter"}
        & loaded
    )


def test_help_of_one_command_loads_no_other() -> None:
    loaded = _loaded("verify", "--help")
    assert "generator.cli.verify" in loaded
    assert not {"generator.cli.build", "generator.cli.audit", "mkdocs"} & loaded


@pytest.mark.parametrize(
    "module", ["generator.cli.build", "generator.cli.keys", "generator.cli.announce.messages"]
)
def test_what_the_list_says_of_a_command_is_what_its_own_help_says(module: str) -> None:
    from importlib import import_module

    found = import_module(module)
    said = found.app.registered_callback.help if hasattr(found, "app") else found.command.__doc__
    assert summary(module).split() == str(said).split()
