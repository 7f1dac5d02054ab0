"""Releases of what a build is about to bring live: no moment shows a new site without its release."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from generator.export import IDENTITY
from generator.release.chain import known, remember
from generator.release.failures import KeyUseError, NoToolError
from generator.release.make import How, Made, code_of, seal
from generator.release.statement import STATEMENT
from generator.swap import link_tree


def release_fresh(
    out: Path, how: How, kept: Collection[str], told: Callable[[Made], None]
) -> Callable[[Path], None]:
    """What to do with the folder of new sites before they go live in `out`.

    Those of the slugs `kept` that were not built anew, since their content has an error, are released anew
    too, so that none expires. A key that fails must not keep pages from people: they go out unsigned.
    Its result raises: TrialDataError, BrokenChainError, OddFileError, OSError
    """

    def finish(fresh: Path) -> None:
        for slug in kept:
            if (out / slug / IDENTITY).is_file() and not (fresh / slug).exists():
                link_tree(out / slug, fresh / slug)
        for site in sorted(path.parent for path in fresh.glob(f"*/{IDENTITY}")):
            told(_sealed(site, out, how))

    return finish


def _sealed(site: Path, out: Path, how: How) -> Made:
    previous = known(out, out / site.name, code_of(site))
    try:
        made = seal(site, previous, how)
    except (KeyUseError, NoToolError):
        made = seal(site, previous, replace(how, key=None))
    remember(out, site.name, (site / STATEMENT).read_bytes())
    return made
