"""What a command says of itself, read from its source: a list of commands loads none of them."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path


def summary(module: str) -> str:
    """The text of its function `command`, or what it gives to `group`."""
    spec = find_spec(module)
    tree = ast.parse(Path(spec.origin).read_bytes()) if spec and spec.origin else ast.Module([], [])
    return next((text for node in tree.body if (text := _of(node))), "")


def _of(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef) and node.name == "command":
        return ast.get_docstring(node) or ""
    call = node.value if isinstance(node, ast.Assign) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "group":
        return str(ast.literal_eval(call.args[0]))
    return ""
