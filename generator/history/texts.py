"""Versions of a data file: which of its top-level entries differ, and what these hold as it is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import yaml

from generator.load.nodes import EnoughError, document
from generator.load.reading import Reading, Tree
from generator.load.yaml_tree import LOADER

KEY = re.compile(r"([a-z][a-z0-9_]{0,40})[ \t]*:(?=\s|$)")
Group = dict[str, Tree]


def differing(old: bytes, new: bytes) -> tuple[Group, Group]:
    """The entries that two versions do not write alike; all others are never parsed."""
    before, after = _blocks(old), _blocks(new)
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return _parsed(before, keys), _parsed(after, keys)


def _blocks(content: bytes) -> dict[str, str]:
    """The lines of each top-level entry; what stands before the first belongs to none."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    key = ""
    for line in content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n"):
        if found := KEY.match(line):
            key = found[1]
        if key:
            blocks[key].append(line)
    return {name: "\n".join(lines).rstrip() for name, lines in blocks.items()}


def _parsed(blocks: Mapping[str, str], keys: Iterable[str]) -> Group:
    read = {key: _value(key, blocks[key]) for key in keys if key in blocks}
    return {key: value for key, value in read.items() if value != ""}


def _value(key: str, block: str) -> Tree:
    """What an entry holds; where it is no YAML of ours its text, which no field takes for a value."""
    try:
        tree = document(iter(LOADER(block).get_event, None), Reading(""))
    except (EnoughError, yaml.YAMLError):
        return block
    return tree.get(key, "") if isinstance(tree, dict) else block
