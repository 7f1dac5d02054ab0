"""What is disclosed: one module or folder here is one kind, and this folder is the registry.

A name that starts with an underscore is shared by kinds and is none itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from generator.kinds._kind import Kind


@cache
def kinds() -> tuple[Kind[Any], ...]:
    """Every kind, in menu order.

    Raises: TypeError where a module of this folder defines no `KIND`.
    """
    names = [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")]
    return tuple(sorted(map(_load, names), key=lambda kind: (kind.order, kind.name)))


def _load(name: str) -> Kind[Any]:
    kind = getattr(importlib.import_module(f"{__name__}.{name}"), "KIND", None)
    if not isinstance(kind, Kind) or kind.name != name:
        raise TypeError(f"generator/kinds/{name} must define KIND, a Kind named {name!r}")
    return kind
