"""The real procedures of the folder DATA, for the benches that build with them."""

from __future__ import annotations

import sys
from pathlib import Path

from measured import Run, run


def sources(data: Path) -> tuple[Path, Path]:
    """The national portal's answers and the flat list; ends the program with status 2 where they are not."""
    found = data.resolve() / "tthc" / "portal", data.resolve() / "tthc" / "thu_tuc.json"
    if gone := [str(source) for source in found if not source.exists()]:
        print(f"real data not here: {', '.join(gone)}; say where with --data (make … DATA=…)")
        sys.exit(2)
    return found


def import_procedures(data: Path, folder: Path, quiet: bool = False) -> Run:
    """All of them into the folder of a catalogue, as `congkhai import-procedures` does it."""
    return run(
        "import-procedures", *map(str, sources(data)), "--out", str(folder), quiet=quiet, told=not quiet
    )
