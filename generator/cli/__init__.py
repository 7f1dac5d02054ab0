"""The command line: the only part that prints and chooses an exit status."""

from __future__ import annotations

import sys

from generator.cli.vietnamese import group, late, run

app = group(
    "Dựng trang công khai của xã, phường từ các tệp YAML.",
    {},
    late(
        {
            "audit": "generator.cli.audit",
            "build": "generator.cli.build",
            "check": "generator.cli.check",
            "due": "generator.cli.due",
            "fmt": "generator.cli.fmt",
            "merge": "generator.cli.merge",
            "loa": "generator.cli.announce.loudspeaker",
            "paper": "generator.cli.paper",
            "release": "generator.cli.release",
            "schema": "generator.cli.schema",
            "serve": "generator.cli.serve",
            "thu-hoi": "generator.cli.withdraw",
            "tin": "generator.cli.announce.messages",
            "verify": "generator.cli.verify",
            "import-procedures": "generator.cli.import_procedures",
            "new": "generator.cli.new",
            "excel": "generator.cli.excel",
            "receive": "generator.cli.receive",
            "mirror": "generator.cli.mirror",
            "keys": "generator.cli.keys",
        }
    ),
)


def main() -> None:
    """Entry point; messages are UTF-8 on every console, Windows' too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(app))
