"""How long `congkhai check` takes on 625, 1,250, 2,500 and 5,000 files of content, and how that grows.

The files are the fictional commune's own, copied under communes and projects of a made-up province;
attachments come with them. "work" is processor time, which a busy machine does not lengthen; its
growth for twice the files is 2.0 where it is linear, less where the start still weighs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from measured import MEGABYTE, ROOT, run

SAMPLE = ROOT / "content" / "xa" / "xa-mau"
BOARDS = "ban-giam-sat-dau-tu"
ALONE = (
    "xa.yml",
    "tiep-cong-dan.yml",
    "thu-tuc.yml",
    "ban-thanh-tra-nhan-dan.yml",
    "ket-qua-ho-so.yml",
    "bao-nham.yml",
)
PROJECTS = 22
"""In a commune, each with its board: with the six files above, 50 files a commune."""
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SIZES = (625, 1250, 2500, 5000)
DAY = "2026-11-22"


def main() -> int:
    asked = _arguments()
    print(
        f"{'files':>7} {'communes':>9} {'seconds':>8} {'files/s':>8} {'work':>8} {'growth':>7} {'memory':>8}"
    )
    before = 0.0
    for size in asked.files or SIZES:
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-") as scratch:
            communes = _write(Path(scratch), size, asked.attachments)
            ran = run("check", "--content", scratch, "--date", DAY, "--jobs", str(asked.jobs), quiet=True)
        growth = f"{ran.cpu / before:.2f}" if before else ""
        memory = f"{ran.together / MEGABYTE:.0f} MB" if ran.together else ""
        print(
            f"{size:>7} {communes:>9} {ran.seconds:>8.2f} {size / ran.seconds:>8.0f}"
            f" {ran.cpu:>6.2f} s {growth:>7} {memory:>8}",
            flush=True,
        )
        if ran.status:
            print("the scratch content has errors: the figures are not of a good tree")
            return 1
        before = ran.cpu
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="*", help="sizes to time, in files of content")
    parser.add_argument(
        "--attachments",
        action="store_true",
        help="with the sample's own PDF files, about 16 pages a commune",
    )
    parser.add_argument("--jobs", type=int, default=0, help="communes at once; 0: one for each processor")
    return parser.parse_args()


def _write(root: Path, size: int, attachments: bool = False) -> int:
    """A province and as many communes as hold so many files; the last one is cut short."""
    shutil.copytree(ROOT / "content" / "tinh", root / "tinh")
    codes: list[str] = []
    left = size
    while left > 0:
        code = f"{90000 + len(codes):05}"
        left -= _commune(root / "xa" / f"xa-{code}", code, left, attachments)
        codes.append(code)
    units = "".join(f'  - ma: "{code}"\n    ten: Xã Thử {code}\n    slug: xa-{code}\n' for code in codes)
    (root / "tinh" / "don-vi.yml").write_text(f"don_vi:\n{units}", encoding="utf-8")
    return len(codes)


def _commune(folder: Path, code: str, most: int, attachments: bool) -> int:
    """Write one commune of at most so many files; how many there are."""
    shutil.copytree(SAMPLE / "tep", folder / "tep", copy_function=_link if attachments else _small)
    files = {name: (SAMPLE / name).read_text("utf-8") for name in ALONE}
    files["xa.yml"] = files["xa.yml"].replace('ma: "00000"', f'ma: "{code}"', 1)
    project = (SAMPLE / "du-an" / "DA-2025-02.yml").read_text("utf-8")
    running = (SAMPLE / "du-an" / "DA-2026-01.yml").read_text("utf-8")
    board = (SAMPLE / BOARDS / "DA-2026-01.yml").read_text("utf-8")
    for number in range(PROJECTS):
        id = f"DA-{code}-{number:02}"
        files[f"du-an/{id}.yml"] = _named(running if number % 2 else project, "ma", id)
        files[f"{BOARDS}/{id}.yml"] = _named(board, "du_an", id)
    chosen = list(files.items())[:most]
    for name, text in chosen:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return len(chosen)


def _named(text: str, key: str, id: str) -> str:
    """The same record of another project."""
    return re.sub(rf"^{key}: .*$", f"{key}: {id}", text, count=1, flags=re.MULTILINE)


def _small(source: str, target: str) -> None:
    """A picture as it is; in place of a document a scan of one blank page, which has no text to look through."""
    if source.endswith(".pdf"):
        Path(target).write_bytes(SCAN)
    else:
        _link(source, target)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        shutil.copy(source, target)


if __name__ == "__main__":
    sys.exit(main())
