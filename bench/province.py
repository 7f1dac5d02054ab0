"""How long a whole province takes and how much memory, for 12, 92 and 400 communes, and how both grow.

The communes are the made-up ones of `make province`; with `--all`, 3,321 as in all of Viet Nam. "work" is
processor time, which a busy machine does not lengthen. "commune" is work for each commune more than in
the run before. "parent" and "worker" are the largest memory of one process, shared pages counted whole;
"together" that of all at one moment, shared pages counted once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from measured import MEGABYTE, Run, run
from plausible import DAY, write_content

SIZES = (12, 92, 400)
ALL = 3_321
"""Communes of Viet Nam since 1 July 2025."""


def main() -> int:
    asked = _arguments()
    print(
        f"{'communes':>8} {'sites':>6} {'content':>8} {'seconds':>8} {'work':>9} {'commune':>8}"
        f" {'parent':>8} {'worker':>8} {'together':>9} {'home page':>10}"
    )
    before: tuple[int, Run] | None = None
    for size in asked.communes or (*SIZES, *((ALL,) if asked.all else ())):
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-", dir=asked.scratch) as scratch:
            ran, sites, line = _measure(Path(scratch), size, asked)
        more = ""
        if before and sites > before[0]:
            more = f"{(ran.cpu - before[1].cpu) / (sites - before[0]):.2f} s"
        print(line.format(more), flush=True)
        if ran.status not in (0, 1):  # 1: one commune has an error, on purpose
            return ran.status
        before = sites, ran
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, nargs="*", help="how many to measure")
    parser.add_argument("--all", action="store_true", help=f"{ALL} communes too: hours, and 15 GB of disk")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=0, help="communes at once; 0: one for each processor")
    parser.add_argument("--scratch", type=Path, help="where there is room for content and sites")
    return parser.parse_args()


def _measure(scratch: Path, size: int, asked: argparse.Namespace) -> tuple[Run, int, str]:
    """The build of so many communes, sites built, and its line with room for the growth."""
    start = time.monotonic()
    sites = write_content(scratch / "content", asked.seed, size)
    written = time.monotonic() - start
    out = scratch / "site"
    ran = run(
        *("build", "--content", str(scratch / "content"), "--out", str(out)),
        *("--date", DAY, "--jobs", str(asked.jobs)),
        quiet=True,
        told=False,
    )
    home = out / "index.html"
    kilobytes = home.stat().st_size / 1024 if home.exists() else 0
    return (
        ran,
        sites,
        f"{size:>8} {sites:>6} {written:>6.1f} s {ran.seconds:>8.1f} {ran.cpu:>7.1f} s {{:>8}}"
        f" {ran.parent / MEGABYTE:>5.0f} MB {ran.worker / MEGABYTE:>5.0f} MB"
        f" {ran.together / MEGABYTE:>6.0f} MB {kilobytes:>7.0f} KB",
    )


if __name__ == "__main__":
    sys.exit(main())
