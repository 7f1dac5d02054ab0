"""What the province knows of each copy, in one file outside the public folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.core import Outcome
from generator.kinds._withdrawn import covers
from generator.ledger import outcome_from
from generator.mirror.fetch import Seen
from generator.mirror.released import UNRELEASED, Release

NAME = "trang-thai.json"


@dataclass(frozen=True)
class Version:
    """One good copy of a commune's site."""

    key: str
    """Digest of the source's files: the same source gives the same version, whatever the day."""
    commit: str
    """Empty for a folder."""
    taken: str
    """When it was taken: 2026-11-22T08:00:00+07:00."""
    outcome: Outcome
    release: Release = UNRELEASED
    """Which release it is, where that was verified."""


@dataclass(frozen=True)
class Copy:
    """What is known of one commune's copy."""

    slug: str
    standing: Version | None = None
    """What is public; None where nothing is, or a page that says so."""
    kept: tuple[Version, ...] = ()
    """The last good copies that are on disk, the newest last."""
    as_of: str = ""
    """The day, 2026-11-22, that the standing copy is known to be right for."""
    tried: str = ""
    """When it was last tried."""
    attempt: str = ""
    """Digest of all that the last attempt depended on; empty where the next may end otherwise."""
    reason: str = ""
    """Why the last try did not bring what the source holds; empty where it did."""
    hint: str = ""
    code: str = ""
    """Of the problem that `reason` tells; empty where none is told."""
    withdrawn: tuple[str, ...] = ()
    """Digests of everything that this commune has ever withdrawn."""
    skipped: str = ""
    """Key of the version that the province has undone: not taken again."""
    back_from: str = ""
    """The commit that the source was set back from, as long as it stands where it was set back to."""
    must_sign: bool = False
    """Whether the province has ever let somebody sign for it: from then on only verified releases are taken."""
    newest: Release = UNRELEASED
    """The release with the highest serial that was ever taken; nothing older is, whatever the clock says."""

    def stands(self, versions: Iterable[Version]) -> Copy:
        """With other copies kept on disk."""
        return replace(self, kept=tuple(versions))

    def may_be_shown(self, version: Version) -> bool:
        """Whether a version holds nothing that has been withdrawn since."""
        return covers(version.outcome.withdrawn, self.withdrawn)


@dataclass(frozen=True)
class Known:
    """Everything that a mirror remembers."""

    copies: Mapping[str, Copy] = field(default_factory=dict)
    """By slug."""
    tips: Mapping[str, Seen] = field(default_factory=dict)
    """What each fetched branch held last, by the id of its repository."""

    def of(self, slug: str) -> Copy:
        return self.copies.get(slug) or Copy(slug)

    def having(self, copies: Iterable[Copy]) -> Known:
        return replace(self, copies={**self.copies, **{copy.slug: copy for copy in copies}})


def read_known(store: Path) -> Known:
    """What is remembered; nothing in a new store."""
    if not (store / NAME).is_file():
        return Known()
    found = json.loads((store / NAME).read_text(encoding="utf-8"))
    tips = {id: Seen(**entry) for id, entry in found["kho"].items()}
    return Known({slug: _copy(slug, entry) for slug, entry in found["xa"].items()}, tips)


def write_known(known: Known, store: Path) -> None:
    """All or nothing, so that a kill or a full disk leaves what was there."""
    entries = {slug: asdict(copy) for slug, copy in sorted(known.copies.items())}
    tips = {id: asdict(seen) for id, seen in sorted(known.tips.items())}
    text = json.dumps({"xa": entries, "kho": tips}, ensure_ascii=False, indent=1)
    (store / f"{NAME}.moi").write_text(text + "\n", encoding="utf-8", newline="\n")
    (store / f"{NAME}.moi").replace(store / NAME)


def _copy(slug: str, entry: dict[str, Any]) -> Copy:
    standing = entry["standing"]
    return Copy(
        **{
            **entry,
            "slug": slug,
            "standing": _version(standing) if standing else None,
            "kept": tuple(map(_version, entry["kept"])),
            "withdrawn": tuple(entry["withdrawn"]),
            "newest": Release(**entry.get("newest", {})),
        }
    )


def _version(entry: dict[str, Any]) -> Version:
    release = Release(**entry.get("release", {}))
    return Version(**{**entry, "outcome": outcome_from(entry["outcome"]), "release": release})
