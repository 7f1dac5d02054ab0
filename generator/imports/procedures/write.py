"""The canonical writing of a procedure's file: same record, same bytes, on every machine."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator.load.misread import needs_quotes
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure

MISREAD = re.compile(r"[-+.\d][\d.,:_/eE+-]*|0[xob][\da-fA-F]+|[yYnN]")
"""Text that some YAML reader takes for a number, a date, a time or a truth value."""
WIDEST = 1 << 30
"""No line is folded: where a long line breaks would depend on the writer."""


class RoundTripError(Exception):
    """The text written does not read back as the same procedure; nothing was written."""


class _Writer(yaml.SafeDumper):
    """PyYAML's own writer (not libyaml's, which is not everywhere): lists indented, no references."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if MISREAD.fullmatch(text) or needs_quotes(text) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _text)


def as_yaml(procedure: Procedure) -> bytes:
    """The file's bytes; keys in the order of the model, what is empty or a default left out.

    Raises: RoundTripError
    """
    content = yaml.dump(
        _tree(procedure), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDEST
    ).encode()
    if read_model(Procedure, read_yaml(content, procedure.code)) != procedure:
        raise RoundTripError(procedure.code)
    return content


def put(path: Path, content: bytes) -> None:
    """Write beside and replace, so that no moment shows half a file."""
    beside = path.with_name(f".{path.name}.dang-ghi")
    beside.write_bytes(content)
    beside.replace(path)


def _tree(model: BaseModel) -> dict[str, Any]:
    """The model under its YAML keys."""
    return {
        info.alias or name: _plain(value)
        for name, info in type(model).model_fields.items()
        if (value := getattr(model, name)) is not None and value != info.default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _tree(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, int) else str(value)
