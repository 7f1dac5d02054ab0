"""Every real procedure in every site: imports DATA into a scratch copy of content/, builds, counts, times."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from measured import MEGABYTE, ROOT, Run, run

SCRATCH = ROOT / ".real"


def main() -> int:
    asked = _arguments()
    out, data = asked.out.resolve(), asked.data.resolve()
    sources = [data / "tthc" / "portal", data / "tthc" / "thu_tuc.json"]
    gone = [str(source) for source in sources if not source.exists()]
    if gone:
        print(f"real data not here: {', '.join(gone)}; say where with --data (make real DATA=…)")
        return 2
    content = _scratch_content()
    imported = run("import-procedures", *map(str, sources), "--out", str(content / "tinh" / "thu-tuc"))
    built = run("build", "--content", str(content), "--out", str(out), "--jobs", str(asked.jobs))
    sites = sorted(path.parent.name for path in (content / "xa").glob("*/xa.yml"))
    missing = _missing(out, sites, _codes(sources))
    _print(out, sites, _codes(sources), imported, built)
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


def _codes(sources: list[Path]) -> set[str]:
    """The codes of the sources, read here and not by the importer."""
    portal, flat = sources
    answers = [json.loads(path.read_bytes()) for path in portal.glob("*.json")]
    return {answer["data"]["code"] for answer in answers} | {
        record["ma"] for record in json.loads(flat.read_bytes())
    }


def _missing(out: Path, sites: list[str], codes: set[str]) -> list[str]:
    """Pages that should be there and are not."""
    pages = [f"{site}/thu-tuc/{code}/index.html" for site in sites for code in sorted(codes)]
    return [page for page in pages if not (out / page).is_file()]


def _largest_process() -> int:
    """The largest single process of all that ended, bytes (the import's or the build's)."""
    if os.name == "nt":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


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
    print(f"peak memory         {_largest_process() / MEGABYTE:.0f} MB in the largest process")
    if built.together:
        print(f"                    {built.together / MEGABYTE:.0f} MB in all processes at once")
    print(f"size                {size / MEGABYTE:.1f} MB in {len(files)} files")


if __name__ == "__main__":
    sys.exit(main())
