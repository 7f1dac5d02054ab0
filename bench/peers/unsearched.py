"""`congkhai …` without Pagefind: the names of pages are listed as always, their full text is in no index.

Needs a cache of its own (XDG_CACHE_HOME): the list of names that it keeps there must not pass for a full index.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from importlib import import_module
from typing import Any

from generator.cli import main


def leave_out() -> None:
    """Put what lists the names alone in the place of the two functions through which everything of Pagefind comes."""
    index: Any = import_module("generator.search.index")

    def names_alone(entries: Any, out: Any) -> Any:
        (out / "fragment").mkdir(parents=True)
        return tuple(replace(entry, body="") for entry in entries)

    index._make = names_alone
    index.program_files = dict


if __name__ == "__main__":
    if not os.environ.get("XDG_CACHE_HOME"):
        sys.exit("unsearched.py: set XDG_CACHE_HOME to a folder that no real build uses")
    leave_out()
    main()
