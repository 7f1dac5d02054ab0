"""Every real procedure in every site: imports DATA into a scratch copy of content/, builds, counts, times."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from measured import MEGABYTE, ROOT, Run, run
from procedures import import_procedures, sources

SCRATCH = ROOT / ".real"


def main() -> int:
    asked = _arguments()
    out, codes = asked.out.resolve(), _codes(*sources(asked.data))
    content = _scratch_content()
    imported = import_procedures(asked.data, content / "tinh" / "thu-tuc")
    built = run("build", "--content", str(content), "--out", str(out), "--jobs", str(asked.jobs))
    sites = sorted(path.parent.name for path in (content / "xa").glob("*/xa.yml"))
    missing = _missing(out, sites, codes)
    _print(out, sites, codes, imported, built)
    for page in missing[:20]:
        print(f"missing: {page}")
    if missing:
        print(f"missing in all: {len(missing)}")
    return 1 if missing or imported.status or built.status else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds tthc/")
    parser.add_argument("--out", type=Path, default=ROOT / "site-real")
    parser.add_argument("--jobs", type=int, default=0, help="communes at once; 0: one for each processor")
    return parser.parse_args()


def _scratch_content() -> Path:
    """A fresh copy of content/, so that the import never touches the committed catalogue."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    return shutil.copytree(ROOT / "content", SCRATCH / "content")


def _codes(portal: Path, flat: Path) -> set[str]:
    """The codes of the sources, read here and not by the importer."""
    answers = [json.loads(path.read_bytes()) for path in portal.glob("*.json")]
    return {answer["data"]["code"] for answer in answers} | {
        record["ma"] for record in json.loads(flat.read_bytes())
    }


def _missing(out: Path, sites: list[str], codes: set[str]) -> list[str]:
    """Pages that should be there and are not."""
    pages = [f"{site}/thu-tuc/{code}/index.html" for site in sites for code in sorted(codes)]
    return [page for page in pages if not (out / page).is_file()]


def _print(out: Path, sites: list[str], codes: set[str], imported: Run, built: Run) -> None:
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files)
    print()
    print(f"communes            {len(sites)}")
    print(f"procedures          {len(codes)} from the sources, each expected in every site")
    print(f"pages               {pages}")
    print(f"import              {imported.seconds:.1f} s")
    print(f"build               {built.seconds:.1f} s")
    print(
        f"peak memory         {max(imported.largest, built.largest) / MEGABYTE:.0f} MB in the largest process"
    )
    if built.together:
        print(f"                    {built.together / MEGABYTE:.0f} MB in all processes at once")
    print(f"size                {size / MEGABYTE:.1f} MB in {len(files)} files")


if __name__ == "__main__":
    sys.exit(main())
