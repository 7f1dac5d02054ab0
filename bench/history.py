"""How long the history of 46 communes × 100 commits, 92 × 100 and 92 × 200 takes to be read, and how that grows.

The commits are made by `git fast-import`: each changes one of a commune's 30 records, as staff do. "work" is
processor time, git's among it, which a busy machine does not lengthen; its growth for twice the commits is
2.0 where it is linear, less where the start still weighs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from measured import ROOT

from generator.history import histories
from generator.kinds import kinds

SAMPLE = ROOT / "content" / "xa" / "xa-mau" / "du-an" / "DA-2026-01.yml"
RECORDS = 30
SIZES = ((46, 100), (92, 100), (92, 200))
START, DAY = 1_704_067_200, date(2026, 11, 22)
HALF_HOUR = 1800


def main() -> int:
    sizes = _arguments().size or SIZES
    kinds()  # a build has them loaded
    print(f"{'communes':>9} {'commits':>8} {'seconds':>8} {'work':>8} {'growth':>7} {'changes':>8}")
    before = 0.0
    for communes, commits in sizes:
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as scratch:
            _write(Path(scratch), communes, commits)
            start, worked = time.monotonic(), _work()
            found = histories(Path(scratch, "content"), (), DAY, os.cpu_count() or 1)
            seconds, work = time.monotonic() - start, _work() - worked
        told = sum(len(file.changes) for one in found.values() for file in one.files.values())
        growth = f"{work / before:.2f}" if before else ""
        print(
            f"{communes:>9} {communes * commits:>8} {seconds:>8.2f} {work:>6.2f} s {growth:>7} {told:>8}",
            flush=True,
        )
        if len(found) != communes or not told:
            return 1
        before = work
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--size", type=int, nargs=2, action="append", metavar=("COMMUNES", "COMMITS"), help="a size to time"
    )
    return parser.parse_args()


def _work() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _write(folder: Path, communes: int, commits: int) -> None:
    """A repository whose last commit stands in its folder."""
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    stream = b"".join(_commits(communes, commits))
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard", "main"], check=True)


def _commits(communes: int, commits: int) -> Iterator[bytes]:
    """The communes take turns; each commit is of one record."""
    text = SAMPLE.read_text("utf-8")
    for number in range(communes * commits):
        turn, commune = divmod(number, communes)
        name = f"content/xa/xa-{commune:02}/du-an/DA-{turn % RECORDS:02}.yml"
        changed = text.replace("tong_muc_dau_tu: ", f"tong_muc_dau_tu: {turn + 1}", 1)
        content = changed.encode()
        yield (
            f"commit refs/heads/main\ncommitter Can bo <a@xa.example> {START + number * HALF_HOUR} +0700\n"
            f"data 4\nSua\n\nM 644 inline {name}\ndata {len(content)}\n"
        ).encode()
        yield content + b"\n"


if __name__ == "__main__":
    sys.exit(main())
