"""What is asked of the pipeline, what comes of it, and what the communes of one build share."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.build import build
from generator.compressed import compress
from generator.core import File, History, Outcome, Page, Problem, Site, has_error
from generator.ledger import Ledger
from generator.province import Province
from generator.search import Catalogue

PROVINCE, GUIDE, OPEN_DATA = "_tinh", "_huong-dan", "_du-lieu"
"""Where the province's own page, the guide for staff and the data of all are made, beside the communes of a build."""
Told = Callable[[int, int], None]
"""Called with communes done and communes in all."""


Built = tuple[Outcome | None, tuple[Problem, ...]]
"""What came of a commune and what was found; no outcome where nothing stands at its address."""


class NotOursError(Exception):
    """The output folder holds files that this program did not make."""


@dataclass(frozen=True)
class Order:
    """What to publish, from where to where, for which day."""

    content: Path
    province: Path
    out: Path
    day: date
    only: tuple[str, ...] = ()
    """Slugs or codes of the communes to build; all where empty."""
    jobs: int = 1
    compressed: bool = False
    """Whether gzip and brotli forms lie beside the files, for a web server that sends them."""
    editor: Path | None = None
    """The folder of the editor that `/quan-tri/` of each site holds; None for sites without forms."""
    history: Mapping[str, History] = field(default_factory=dict)
    """What git tells of communes, by slug; a site says so where it tells nothing."""
    everything: bool = False
    """Whether sites are made anew that would be made of the same as what stands."""
    gone: tuple[str, ...] | None = None
    """Where others publish into `out` too: slugs to take away; whoever is neither built nor named stays."""
    finish: Callable[[Path], None] = lambda fresh: None
    """Called with the folder of the new sites, one folder a slug, before they go live."""


@dataclass(frozen=True)
class Report:
    """What came of an order."""

    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    """Whether an error of the province kept everything as it was."""
    left: int = 0
    """Communes whose sites would have been made of the same again, and were left as they are."""

    @property
    def good(self) -> bool:
        return not has_error(self.problems)


@dataclass(frozen=True)
class Job:
    """What every commune of one build shares."""

    province: Province
    day: date
    before: Ledger
    fresh: Path
    """The folder that new sites are built in."""
    out: Path
    """The folder that holds what stands."""
    compressed: bool = False
    catalogue: Catalogue | None = None
    """The index of the catalogue, which every commune takes over."""
    editor: Path | None = None
    guide: Path | None = None
    """The folder that holds the guide for staff; None for sites without it, such as copies."""
    history: Mapping[str, History] = field(default_factory=dict)

    def build(self, site: Site, pages: Sequence[Page], files: Sequence[File], name: str) -> None:
        """Write a website into a folder of the fresh ones."""
        build(site, pages, files, self.fresh / name)
        if self.compressed:
            compress(self.fresh / name)
        gc.collect()  # MkDocs' pages hang together in circles: else a worker grows with each site

    def site_of(self, slug: str) -> Path:
        """The folder of the site that will stand: the new one, else the one that stays."""
        fresh = self.fresh / slug
        return fresh if fresh.exists() else self.out / slug
