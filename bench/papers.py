"""How long all papers of a commune take with the real procedures, and with twice as many.

The second half are copies under other codes. "work" is processor time, which a busy
machine does not lengthen; its growth for twice the procedures is 2.0 where it is linear.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

from measured import MEGABYTE, ROOT, run
from procedures import import_procedures, sources

COMMUNE, DAY = "xa-mau", "2026-11-22"
PAGES = re.compile(rb"/Type\s*/Page\b")
COPIES = str.maketrans("12345", "67890")
"""First digit of the code of a copy."""


def main() -> int:
    asked = _arguments()
    sources(asked.data)
    print(
        f"{'procedures':>10} {'papers':>7} {'pages':>6} {'MB':>6} {'seconds':>8} {'work':>8} {'growth':>7} {'memory':>8}"
    )
    with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as scratch:
        content = Path(shutil.copytree(ROOT / "content", Path(scratch) / "content"))
        folder = content / "tinh" / "thu-tuc"
        import_procedures(asked.data, folder, quiet=True)
        real = {
            path: path.read_text("utf-8") for path in folder.glob("*.yml") if ".tom-tat" not in path.name
        }
        return _measure(content, folder, real, asked.jobs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds tthc/")
    parser.add_argument("--jobs", type=int, default=0, help="papers at once; 0: one for each processor")
    return parser.parse_args()


def _measure(content: Path, folder: Path, real: dict[Path, str], jobs: int) -> int:
    """Print one line a size; the status of the first run that failed."""
    before = 0.0
    for size in (len(real), 2 * len(real)):
        _write(folder, real, size)
        out = content.parent / f"giay-{size}"
        ran = run(
            *("paper", COMMUNE, "--content", str(content), "--date", DAY),
            *("--out", str(out), "--jobs", str(jobs)),
            quiet=True,
        )
        if ran.status:
            return ran.status
        made = [path.read_bytes() for path in out.rglob("*.pdf")]
        pages = sum(len(PAGES.findall(content)) for content in made)
        growth = f"{ran.cpu / before:.2f}" if before else ""
        memory = f"{ran.together / MEGABYTE:.0f} MB" if ran.together else ""
        print(
            f"{size:>10} {len(made):>7} {pages:>6} {sum(map(len, made)) / MEGABYTE:>6.1f} {ran.seconds:>8.1f}"
            f" {ran.cpu:>6.1f} s {growth:>7} {memory:>8}",
            flush=True,
        )
        before = ran.cpu
    return 0


def _write(folder: Path, real: dict[Path, str], size: int) -> None:
    """So many procedures: the real ones, then copies of them."""
    for number, (path, text) in enumerate([*real.items(), *real.items()][:size]):
        code = path.stem
        if number >= len(real):
            code = f"{code[0].translate(COPIES)}{code[1:]}"
            text = text.replace(f'"{path.stem}"', f'"{code}"', 1)
        (folder / f"{code}.yml").write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
