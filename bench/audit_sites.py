"""How long `congkhai audit` takes for a site of n pages and of twice as many, and the memory that it needs."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.audit import audit
from generator.audit.site import read_site


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site/xa-mau"))
    parser.add_argument("--pages", type=int, default=400)
    asked = parser.parse_args()
    print(f"{'pages':>6} {'work':>7} {'peak MB':>8}")
    for pages in (asked.pages, 2 * asked.pages):
        with TemporaryDirectory() as folder:
            _copies(asked.site, Path(folder), pages)
            start = time.process_time()
            audit(read_site(Path(folder), "bench"), date(2026, 11, 23))
            work = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{pages:>6} {work:>6.1f}s {peak:>8}", flush=True)
    return 0


def _copies(site: Path, folder: Path, pages: int) -> None:
    """The home page, and copies of the largest procedure and of a project below it."""
    texts = [(site / name / "index.html").read_text() for name in ("thu-tuc/1.004873", "du-an/DA-2026-01")]
    (folder / "index.html").write_text((site / "index.html").read_text())
    for number in range(pages - 1):
        place = folder / "thu-tuc" / f"1.{number:06}"
        place.mkdir(parents=True)
        (place / "index.html").write_text(texts[number % len(texts)])


if __name__ == "__main__":
    sys.exit(main())
