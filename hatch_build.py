"""The wheel takes the editor of the forms along where `make admin` has fetched it; without it, it is built all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ADMIN = ".quan-tri"


class Editor(BuildHookInterface):  # type: ignore[type-arg]
    """Where `generator.resources` looks for it in an installed package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        folder = Path(self.root, ADMIN)
        if version == "standard" and folder.is_dir():
            build_data["force_include"][str(folder)] = f"generator/look/{ADMIN}"
