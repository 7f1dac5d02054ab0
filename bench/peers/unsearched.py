"""`congkhai …` without Pagefind: the names of pages are listed as always, their full text is in no index.

Needs a cache of its own (XDG_CACHE_HOME): the list of names that it keeps there must not pass for a full index.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

from generator.cli import main

PARTS = ("indexed", "program")
"""Functions of `generator.search.index` through which everything of Pagefind comes."""


def leave_out() -> None:
    """Put what makes no index in the place of what does, wherever it has been imported."""
    import_module("generator.publish")
    index: Any = import_module("generator.search.index")
    whole = {name: getattr(index, name) for name in PARTS}
    loaded = [module for name, module in sys.modules.items() if name.startswith("generator.")]

    def names_alone(entries: Any, folder: str, full: bool = True, shared: bool = False) -> Any:
        return whole["indexed"](entries, folder, False, shared)

    for name, instead in zip(PARTS, (names_alone, lambda folder: ()), strict=True):
        for module in loaded:
            if getattr(module, name, None) is whole[name]:
                setattr(module, name, instead)


if __name__ == "__main__":
    if not os.environ.get("XDG_CACHE_HOME"):
        sys.exit("unsearched.py: set XDG_CACHE_HOME to a folder that no real build uses")
    leave_out()
    main()
