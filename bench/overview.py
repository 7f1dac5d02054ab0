"""Time and memory of the province's own pages over many communes: built sites of `make province`, used again and again.

Only what the province reads stands for each further commune, under its own code, the files shared on the disk.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import MEGABYTE, ROOT
from plausible import DAY
from plausible.province import write_province

from generator.compose.duties.data import FILE
from generator.core import Outcome
from generator.ledger import Ledger
from generator.load import load_province
from generator.province import Province
from generator.publish import Job, what_stands
from generator.publish.province import publish_province

READ = (
    "*/ca-muc.json",
    "*/index.html",
    "*/*/index.html",
    "*/du-lieu.csv",
    "du-an/oc4ids.json",
    "kiem-tra/du-lieu.json",
    "tim/ten.json",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--built", type=Path, default=ROOT / ".province" / "site")
    parser.add_argument("--communes", type=int, nargs="+", default=[92, 368])
    asked = parser.parse_args()
    if not (asked.built / "muc-do.json").is_file():
        sys.exit(f"{asked.built}: run `make province` first")
    print("| communes | seconds of work | peak MB | files | MB written |\n|---|---|---|---|---|")
    for number in asked.communes:
        if os.fork() == 0:  # each measured in a process of its own
            _measure(asked.built, number)
            os._exit(0)
        os.wait()
    return 0


def _measure(built: Path, number: int) -> None:
    with TemporaryDirectory(dir=built.parent) as scratch:
        root = Path(scratch)
        write_province(root / "tinh", 1, number)
        province, _ = load_province(root / "tinh", date.fromisoformat(DAY))
        if province is None:
            sys.exit("the made-up province has errors")
        outcomes = _multiplied(built, root / "site", province)
        (root / "fresh").mkdir()
        job = Job(province, date.fromisoformat(DAY), Ledger(), root / "fresh", root / "site")
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        publish_province(job, outcomes)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        files = [path for path in (root / "fresh").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / MEGABYTE
        print(
            f"| {number} | {seconds:.1f} | {peak / 1024:.0f} (before {before / 1024:.0f}) | {len(files)} | {size:.0f} |",
            flush=True,
        )


def _multiplied(built: Path, sites: Path, province: Province) -> tuple[Outcome, ...]:
    """A site for each unit, its files shared with one that was built; only its duties bear its own code."""
    known = [
        o for o in what_stands(built).outcomes if not o.fictional and (built / o.slug / FILE).is_file()
    ]
    found = []
    for index, unit in enumerate(province.real_units):
        like = known[index % len(known)]
        for pattern in READ:
            for path in (built / like.slug).glob(pattern):
                target = sites / unit.slug / path.relative_to(built / like.slug)
                target.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, target)
        told = {**json.loads((built / like.slug / FILE).read_bytes()), "ma_don_vi": unit.code}
        (sites / unit.slug / FILE).write_text(json.dumps(told), encoding="utf-8")
        found.append(replace(like, slug=unit.slug, code=unit.code, name=unit.name, disclosed=()))
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main())
