"""The command line: the only part that prints and chooses an exit status."""

from __future__ import annotations

import sys

from generator.cli.vietnamese import INTERRUPTED, group, late, run

app = group(
    "Dựng trang công khai của xã, phường từ các tệp YAML.",
    {},
    late(
        {
            "new": "generator.cli.new",
            "excel": "generator.cli.excel",
            "check": "generator.cli.check",
            "serve": "generator.cli.serve",
            "due": "generator.cli.due",
            "fmt": "generator.cli.fmt",
            "paper": "generator.cli.paper",
            "loa": "generator.cli.announce.loudspeaker",
            "tin": "generator.cli.announce.messages",
            "thu-hoi": "generator.cli.withdraw",
            "build": "generator.cli.build",
            "merge": "generator.cli.merge",
            "release": "generator.cli.release",
            "verify": "generator.cli.verify",
            "keys": "generator.cli.keys",
            "receive": "generator.cli.receive",
            "mirror": "generator.cli.mirror",
            "audit": "generator.cli.audit",
            "import-procedures": "generator.cli.import_procedures",
            "schema": "generator.cli.schema",
        }
    ),
)


def main() -> None:
    """Entry point; messages are UTF-8 on every console, Windows' too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = run(app)
    except KeyboardInterrupt:  # a second one, while the first is still being dealt with
        status = INTERRUPTED
    sys.exit(status)
