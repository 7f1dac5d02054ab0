"""Releases of what a build is about to bring live: no moment shows a new site without its release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.export import IDENTITY
from generator.ledger import NAME as LEDGER
from generator.release.chain import known, remember
from generator.release.make import How, Made, code_of, link_tree, seal, sites_of
from generator.release.sign import KeyUseError, NoToolError
from generator.release.statement import STATEMENT


def release_fresh(
    out: Path, how: How, everything: bool, told: Callable[[Made], None]
) -> Callable[[Path], None]:
    """What to do with the folder of new sites before they go live in `out`.

    With `everything` sites that were not built anew, since their content has an error, are released anew
    too, so that none expires. A key that fails must not keep pages from people: they go out unsigned.
    """

    def finish(fresh: Path) -> None:
        out_sites = sites_of(out) if everything and (out / LEDGER).is_file() else ()
        for old in out_sites:
            if not (fresh / old.name).exists():
                link_tree(old, fresh / old.name)
        for site in sorted(path.parent for path in fresh.glob(f"*/{IDENTITY}")):
            for one in sites_of(site):
                told(_sealed(one, out, how))

    return finish


def _sealed(site: Path, out: Path, how: How) -> Made:
    previous = known(out, out / site.name, code_of(site))
    try:
        made = seal(site, previous, how)
    except (KeyUseError, NoToolError):
        made = seal(site, previous, replace(how, key=None))
    remember(out, site.name, (site / STATEMENT).read_bytes())
    return made
