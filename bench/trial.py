"""Write a made-up province into a folder and build its sites: to look at, never to publish."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from measured import ROOT, run
from plausible import DAY, write_content


def main() -> int:
    asked = _arguments()
    out = asked.out.resolve()
    shutil.rmtree(out / "content", ignore_errors=True)
    taken = write_content(out / "content", asked.seed, asked.communes)
    print(
        f"{out / 'content'}: seed {asked.seed}, {asked.communes} units, {taken} with a folder of their own"
    )
    if asked.only_content:
        return 0
    built = run(
        *("build", "--content", str(out / "content"), "--out", str(out / "site")),
        *("--date", DAY, "--jobs", str(asked.jobs)),
        quiet=True,
    )
    print(f"trial data, built for {DAY}: look with python3 -m http.server --directory {out / 'site'}")
    return 0 if built.status in (0, 1) else built.status  # 1: one commune has an error, on purpose


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / ".province")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--communes", type=int, default=92)
    parser.add_argument("--jobs", type=int, default=0, help="communes at once; 0: one for each processor")
    parser.add_argument("--only-content", action="store_true", help="write the content, build nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
