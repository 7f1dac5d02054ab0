"""The environment of a git that is told nothing by whoever runs this program."""

from __future__ import annotations

import os


def alone(**more: str) -> dict[str, str]:
    """No other repository, no settings of the user or the system, no question at the keyboard; and `more`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
        **more,
    }
