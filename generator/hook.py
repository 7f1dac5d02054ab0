"""MkDocs' events for whoever types `mkdocs build` or `mkdocs serve`: the same path as `congkhai build`.

Content in error keeps the last good pages on screen: an exception here would leave the preview
server waiting for ever.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

log = logging.getLogger("mkdocs.hooks.congkhai")
last: dict[str, Any] = {}
"""The site that was made last; this module stays loaded while all others are loaded anew."""


def on_startup(command: str, dirty: bool) -> None:
    """A preview that is made anew at each change finds pages by their names alone, and says so."""
    last["full"] = command != "serve"


def on_config(config: Any) -> Any:
    """Make the site anew, with the code as it now stands."""
    _forget_our_modules()
    from generator import build, preview
    from generator.personal.masking import masked

    found = preview.preview(preview.Wish.from_environment(), full=last.get("full", True))
    for problem in masked(found.problems):
        log.warning("%s: %s [%s] %s", problem.place, problem.sentence, problem.code, problem.hint)
    if found.made is None and "made" not in last:
        sys.exit("Dữ liệu có lỗi, chưa có gì để xem.")
    last["made"] = found.made or last["made"]
    build.dress(config, *last["made"])
    return config


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch data, templates and models."""
    from generator import preview

    for folder in preview.watched(preview.Wish.from_environment()):
        server.watch(str(folder))
    return server


def _forget_our_modules() -> None:
    """So that an edited model or template helper counts without a restart."""
    for name in [name for name in sys.modules if name.split(".")[0] == "generator"]:
        del sys.modules[name]
