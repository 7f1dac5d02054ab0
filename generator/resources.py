"""Where the look of the sites stands: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent
LOOK = _CHECKOUT if (_CHECKOUT / "site_templates").is_dir() else _PACKAGE / "look"
"""The folder that holds `mkdocs.yml`, `site_templates/` and `docs/`."""
MKDOCS_YML = LOOK / "mkdocs.yml"
TEMPLATES = LOOK / "site_templates"
DOCS = LOOK / "docs"
"""What people read, of which the guide of each site is made."""
ADMIN = LOOK / ".quan-tri"
"""The editor of the forms in the browser, as `make admin` prepares it; not there before that."""


def editor() -> Path | None:
    """That folder, where it is there."""
    return ADMIN if ADMIN.is_dir() else None


def cache_folder() -> Path:
    """Where what can be made again is kept between runs, by the user who made it."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "congkhai"
