"""Records as trees of texts: read from the fictional commune's files, walked over, written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SAMPLE = Path(__file__).parents[2] / "content" / "xa" / "xa-mau"
Files = dict[str, Any]
"""Trees by path below a commune's folder."""
GONE = object()
"""What a change gives for a value that is to be left out."""


@cache
def _texts() -> dict[str, str]:
    return {
        path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8")
        for path in sorted(SAMPLE.rglob("*.yml"))
    }


def sample(name: str) -> Any:
    """A fresh tree of a file of the fictional commune; every scalar is a text."""
    return _read(name)


@cache
def sample_names() -> tuple[str, ...]:
    return tuple(_texts())


def _read(name: str) -> Any:
    return copied(_parsed(name))


@cache
def _parsed(name: str) -> Any:
    return yaml.load(_texts()[name], Loader=yaml.CBaseLoader)  # noqa: S506  texts only


def copied(tree: Any) -> Any:
    """A deep copy of dicts and lists."""
    if isinstance(tree, dict):
        return {key: copied(value) for key, value in tree.items()}
    return [copied(item) for item in tree] if isinstance(tree, list) else tree


def changed(tree: Any, change: Callable[[str, Any], Any], key: str = "") -> Any:
    """The tree with `change(key, value)` asked of every value, innermost first; empty holders go too."""
    if isinstance(tree, dict):
        found = {name: changed(value, change, name) for name, value in tree.items()}
        tree = {name: value for name, value in found.items() if value is not GONE}
        return change(key, tree) if tree else GONE
    if isinstance(tree, list):
        items = [item for item in (changed(value, change, key) for value in tree) if item is not GONE]
        return change(key, items) if items else GONE
    return change(key, tree)


def write_tree(path: Path, tree: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8", newline="\n")
