"""Versions of a data file: which of its top-level entries differ, and what these hold as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import yaml

from generator.load.nodes import EnoughError, document
from generator.load.reading import Reading, Tree
from generator.load.yaml_tree import LOADER

KEY = re.compile(r"^([a-z][a-z0-9_]{0,40})[ \t]*:(?=\s|$)", re.MULTILINE)
Blocks = Mapping[str, str]
"""The text of each top-level entry of a version."""
Group = dict[str, Tree]


def blocks(content: bytes) -> Blocks:
    """The lines of each entry; what stands before the first belongs to none."""
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = list(KEY.finditer(text))
    ends = (*(match.start() for match in found[1:]), len(text))
    parts: dict[str, str] = {}
    for match, end in zip(found, ends, strict=False):
        parts[match[1]] = f"{parts.get(match[1], '')}{text[match.start() : end].rstrip()}\n"
    return parts


def differing(old: Blocks, new: Blocks) -> tuple[Group, Group]:
    """What the entries hold that two versions do not write alike; all others are never parsed."""
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return _parsed(old, keys), _parsed(new, keys)


def _parsed(found: Blocks, keys: Iterable[str]) -> Group:
    read = {key: _value(key, found[key]) for key in keys if key in found}
    return {key: value for key, value in read.items() if value != ""}


def _value(key: str, block: str) -> Tree:
    """What an entry holds; where it is no YAML of ours its text, which no field takes for a value."""
    try:
        tree = document(iter(LOADER(block).get_event, None), Reading(""))
    except (EnoughError, yaml.YAMLError):
        return block
    return tree.get(key, "") if isinstance(tree, dict) else block
