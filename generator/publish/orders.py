"""What is asked of the pipeline, what comes of it, and what the communes of one build share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

from generator.build import build
from generator.compressed import compress
from generator.core import File, History, Outcome, Packed, Page, Site, has_error
from generator.ledger import Ledger
from generator.province import Province
from generator.search import Catalogue
from generator.workers import Pool

PROVINCE, GUIDE, CATALOGUE = "_tinh", "_huong-dan", "_muc-luc"
OPEN_DATA, INDEX, HALF_DONE = "_du-lieu", "_tim", "_dang-lam"
"""Where the province's own page, the guide for staff, the data and the search of all are made, beside the communes."""
Told = Callable[[int, int], None]
"""Called with communes done and communes in all."""


Built = tuple[Outcome | None, Packed]
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
    share: tuple[int, int] = (1, 1)
    """(2, 4): the second of four parts, each built somewhere else and then merged."""
    pool: Pool | None = None
    """Who does the work of the communes; processes of this machine where None."""

    @property
    def is_part(self) -> bool:
        return self.share[1] > 1

    gone: tuple[str, ...] | None = None
    """Where others publish into `out` too: slugs to take away; whoever is neither built nor named stays."""
    waiting: Callable[[], None] = lambda: None
    """Called where another build works on `out`, before waiting for its end."""
    finish: Callable[[Path], None] = lambda fresh: None
    """Called with the folder of the new sites, one folder a slug, before they go live."""


@dataclass(frozen=True)
class Report:
    """What came of an order."""

    outcomes: tuple[Outcome, ...] = ()
    problems: Packed = field(default_factory=Packed)
    stopped: bool = False
    """Whether an error of the province kept everything as it was."""
    made: tuple[str, ...] = ()
    """Names of the communes whose sites were made anew."""
    left: int = 0
    """Communes whose sites would have been made of the same again, and were left as they are."""
    taken: tuple[str, ...] = ()
    """Names of those whose sites stood and stand no more, since nobody has their content any more."""
    unknown: int = 0
    """Folders that do not tell which commune they are of."""

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
    jobs: int = 1
    """Processes at once, for the province's own files."""

    def build(self, site: Site, pages: Sequence[Page], files: Iterable[File], name: str) -> None:
        """Write a website into a folder of the fresh ones, which is whole once it is there.

        The same work may run twice, where a worker only seemed lost: whoever is later finds it done.
        """
        work = self.fresh / HALF_DONE / uuid4().hex
        build(site, pages, files, work)
        if self.compressed:
            compress(work)
        try:
            work.rename(self.fresh / name)
        except OSError:
            if not (self.fresh / name).is_dir():
                raise

    def site_of(self, slug: str) -> Path:
        """The folder of the site that will stand: the new one, else the one that stays."""
        fresh = self.fresh / slug
        return fresh if fresh.exists() else self.out / slug
