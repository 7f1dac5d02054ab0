"""Write a made-up province into a folder and build its sites: to look at, never to publish."""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import date
from pathlib import Path
from shlex import quote

from measured import ROOT
from plausible import DAY, write_content
from rich.console import Console

from generator.cli import report
from generator.cli.options import workers
from generator.cli.progress import bar
from generator.core import only_errors
from generator.publish import Order, Report, publish
from generator.words.dates import say_day


def main() -> int:
    asked = _arguments()
    out = asked.out.resolve()
    shutil.rmtree(out / "content", ignore_errors=True)
    taken = write_content(out / "content", asked.seed, asked.communes)
    print(
        f"Dữ liệu thử ở {out / 'content'}: {asked.communes} xã, phường, {taken} nơi có thư mục riêng"
        f" (số gieo {asked.seed})."
    )
    if asked.only_content:
        return 0
    console = Console(stderr=True)
    found = _built(out, workers(asked.jobs), console)
    report.show(only_errors(found.problems), console)
    print(
        f"Xong: {len(found.outcomes)} xã, phường, tính đến ngày {say_day(date.fromisoformat(DAY))},"
        f" {report.count(found.problems)}; lỗi là cố ý, để thử."
    )
    print(
        f"Xem: python3 -m http.server --directory {quote(str(out / 'site'))}, rồi mở http://localhost:8000/."
        " Dữ liệu thử, không đăng lên mạng."
    )
    return 1 if found.stopped else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / ".province")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--communes", type=int, default=92)
    parser.add_argument("--jobs", type=int, default=0, help="communes at once; 0: one for each processor")
    parser.add_argument("--only-content", action="store_true", help="write the content, build nothing")
    return parser.parse_args()


def _built(out: Path, jobs: int, console: Console) -> Report:
    """Build all sites with a bar that shows how far it is."""
    order = Order(
        out / "content", out / "content" / "tinh", out / "site", date.fromisoformat(DAY), jobs=jobs
    )
    with bar(console, "xã, phường", forks=True) as shown:
        task = shown.add_task("Đang dựng", total=None)

        def told(done: int, total: int) -> None:
            shown.update(task, completed=done, total=total, refresh=True)

        return publish(order, told)


if __name__ == "__main__":
    sys.exit(main())
