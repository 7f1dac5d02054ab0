"""Built pages before strict readers: the Nu HTML checker over every page, Lighthouse over four."""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from measured import ROOT, run

TOOLS = ROOT / "bench" / "audit" / "node_modules"
COMMUNE = "xa-mau"
PREPARED = "xa-phu-dinh"
LOWEST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Lighthouse's categories and the least that DESIGN §7 allows, on a phone."""
LARGE = 20_000
"""Bytes of the procedure that is looked at, at least."""
MEANT = "is-crawlable"
"""Not asked: the sample commune is fictional, so its pages tell search engines to leave them out."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=3, help="runs of Lighthouse a page; the median counts"
    )
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        built = run(
            "build", "--out", str(site), "--only", COMMUNE, "--only", PREPARED, "--compressed", quiet=True
        )
        if built.status:
            return built.status
        found = [_nu(site)]
        with _served(site) as address:
            found += [_lighthouse(address + page, rounds) for page in _pages(site / COMMUNE)]
    return 0 if all(found) else 1


def _nu(site: Path) -> bool:
    """Whether the checker of the WHATWG's HTML finds no error on any page; prints what it finds."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "gnu"]
    answer = subprocess.run([*command, str(site)], capture_output=True, text=True, check=False)
    print(answer.stderr.replace(site.as_uri(), ""), end="")
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"Nu HTML checker: {pages} pages, {len(answer.stderr.splitlines())} errors")
    return answer.returncode == 0


def _pages(commune: Path) -> list[str]:
    """Home, reception, a large procedure, a project."""
    procedures = commune.glob("thu-tuc/*/index.html")
    large = min(path for path in procedures if path.stat().st_size >= LARGE)
    project = min(commune.glob("du-an/*/index.html"))
    chosen = (commune, commune / "tiep-cong-dan", large.parent, project.parent)
    return [f"{path.relative_to(commune.parent).as_posix()}/" for path in chosen]


def _lighthouse(url: str, rounds: int) -> bool:
    """Whether the page reaches `LOWEST`; prints the medians and what keeps it from the top."""
    answers = [_look(url) for _ in range(rounds)]
    scores = {
        name: median(round(answer["categories"][name]["score"] * 100) for answer in answers)
        for name in LOWEST
    }
    weight = answers[0]["audits"]["total-byte-weight"]["numericValue"] / 1024
    shown = ", ".join(f"{name} {score:g}" for name, score in scores.items())
    speed = median(answer["environment"]["benchmarkIndex"] for answer in answers)
    print(f"{url}: {shown}; {weight:.0f} KB; this machine's benchmark index {speed:.0f}")
    low = [name for name, score in scores.items() if score < LOWEST[name]]
    for name in low:
        print(*_reasons(answers[0], name), sep="\n")
    return not low


def _look(url: str) -> Mapping[str, Any]:
    command = [
        str(TOOLS / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        f"--skip-audits={MEANT}",
    ]
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), "")
    done = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        check=True,
    )
    answer: Mapping[str, Any] = json.loads(done.stdout)
    return answer


def _reasons(answer: Mapping[str, Any], category: str) -> Iterator[str]:
    for reference in answer["categories"][category]["auditRefs"]:
        audit = answer["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"    {category}: {audit['title']} {audit.get('displayValue', '')}"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The site as a web server with brotli sends it."""
    handler = functools.partial(_Compressed, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


class _Compressed(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        small = path.with_name(f"{path.name}.br")
        if not small.is_file() or "br" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        content = small.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the report is what is read."""


if __name__ == "__main__":
    sys.exit(main())
