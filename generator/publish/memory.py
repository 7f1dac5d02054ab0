"""What the sites that stand were made of: whoever would be made of the same again is left as it is."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.core import History, Outcome, State
from generator.digests import changed_since, digest_of, digest_of_text, program
from generator.ledger import NAME as LEDGER
from generator.ledger import Ledger, Part
from generator.overview import Again, Parts
from generator.publish.orders import Built, Order
from generator.stages import stage
from generator.workers import each

GONE = "no_longer_there"
"""A notice that is told once: the site that shows it is made anew without it."""


@dataclass(frozen=True)
class Memory:
    """Digests of everything that went into what stands; what has none is made anew."""

    communes: Mapping[str, str] = field(default_factory=dict)
    """By slug."""
    province: str = ""
    """Of the province's pages; empty where that cannot be told of one of its sites."""
    parts: Parts = field(default_factory=dict)
    """Of files of the province that may be taken over when its pages are made anew."""


@dataclass(frozen=True)
class Plan:
    """What a build makes anew, and what it leaves as it is."""

    order: Order
    known: Memory
    common: str
    """What goes into every site."""
    held: Mapping[str, str]
    """Of the content of each commune of the order, by slug."""
    sources: Mapping[str, str]
    """Of all that goes into the site of each."""
    left: tuple[Outcome, ...]
    todo: tuple[Path, ...]

    def makes_province(self, memory: Memory, built: Iterable[Built]) -> bool:
        """Whether its pages would be made of anything else than those that stand, or of sites made anew."""
        differs = not memory.province or memory.province != self.known.province
        anew = any(outcome and outcome.state is State.PUBLISHED for outcome, _ in built)
        return not self.order.is_part and (self.order.everything or differs or anew)

    def again(self, out: Path) -> Again:
        """What stands of the province's files."""
        return Again(out, self.common, {} if self.order.everything else self.known.parts)

    def part(self, unsure: Collection[str]) -> Part | None:
        """What a part that is to be merged was made of."""
        held = {slug: "" if slug in unsure else digest for slug, digest in self.held.items()}
        return Part(str(self.order.day), self.common, held) if self.order.is_part else None

    def after(self, built: Iterable[Built], outcomes: Iterable[Outcome], unsure: Collection[str]) -> Memory:
        """With what was built; an old site that was kept is made of what it was made of.

        `unsure`: slugs of those whose content was changed meanwhile.
        """
        found = dict(self.known.communes)
        for outcome, problems in built:
            if outcome and outcome.state is not State.KEPT:
                told = any(problem.code == GONE for problem in problems)
                found[outcome.slug] = "" if told or outcome.slug in unsure else self.sources[outcome.slug]
        communes = {one.slug: found.get(one.slug, "") for one in outcomes}
        told_of = [(communes[one.slug], asdict(one)) for one in outcomes]
        sure = not self.order.is_part and all(communes.values())
        province = digest_of_text(json.dumps([self.common, told_of])) if sure else ""
        return Memory(communes, province, self.known.parts)


def plan_of(order: Order, folders: Sequence[Path], before: Ledger, common: str) -> Plan:
    """Whoever would be made of the same as what stands is left as it is."""
    known = read_memory(order.out)
    held = dict(each(held_by, None, folders, order.jobs))
    sources = {f.name: _source(common, f, held[f.name], order.history.get(f.name)) for f in folders}
    same = (_same(known, before, made, order.out / slug) for slug, made in sources.items())
    left = () if order.everything else tuple(filter(None, same))
    slugs = {one.slug for one in left}
    todo = tuple(folder for folder in folders if folder.name not in slugs)
    return Plan(order, known, common, held, sources, left, todo)


@stage("Tìm chỗ đã đổi")
def common_source(order: Order) -> str:
    """What goes into every site of an order."""
    editor = digest_of(order.editor) if order.editor else ""
    province = digest_of(order.province, folders=True)
    return digest_of_text(f"{program()} {province} {order.day} {order.compressed} {editor}")


@stage("Tìm chỗ đã đổi")
def held_by(_: None, folder: Path) -> tuple[str, str]:
    """Slug and digest of a commune's content."""
    return folder.name, digest_of(folder, folders=True)


def _source(common: str, folder: Path, held: str, past: History | None) -> str:
    """Digest of all that goes into a commune's site; its path too, since problems name it."""
    return digest_of_text(f"{common}\n{folder.as_posix()}\n{held}\n{past!r}")


def changed_meanwhile(order: Order, folders: Iterable[Path], start: int) -> frozenset[str]:
    """Slugs of those that somebody edited while they were built, be it there and back."""
    everyone = changed_since(order.province, start)
    return frozenset(folder.name for folder in folders if everyone or changed_since(folder, start))


def _same(memory: Memory, before: Ledger, source: str, site: Path) -> Outcome | None:
    """What came of a commune whose site stands and would be made of the same again."""
    found = before.of(site.name)
    good = found is not None and found.state is State.PUBLISHED and site.is_dir()
    return found if good and memory.communes.get(site.name) == source else None


def read_memory(out: Path) -> Memory:
    """Nothing where nobody knows, where it is spoiled, or where another ledger stands now than that it tells of."""
    try:
        digest, _, told = _path(out).read_text("utf-8").partition("\n")
        if digest != digest_of_text(told) or (found := json.loads(told))["ledger"] != _of_ledger(out):
            return Memory()
        return Memory(dict(found["communes"]), str(found["province"]), dict(found["parts"]))
    except (OSError, ValueError, KeyError, TypeError):  # none, or one that another version wrote
        return Memory()


def forget(out: Path) -> None:
    """Before anything goes live: a build that is killed then leaves nothing that could be believed."""
    _path(out).unlink(missing_ok=True)


def write_memory(memory: Memory, out: Path) -> None:
    """Beside the folder of sites, never inside: it is not published, and no host can have changed it."""
    told = json.dumps({"ledger": _of_ledger(out), **asdict(memory)}, indent=1) + "\n"
    fresh = _path(out).with_suffix(".moi")
    fresh.write_text(f"{digest_of_text(told)}\n{told}", "utf-8")
    fresh.replace(_path(out))


def _path(out: Path) -> Path:
    return out.parent / f".{out.name}.nguon"


def _of_ledger(out: Path) -> str:
    ledger = out / LEDGER
    return sha256(ledger.read_bytes()).hexdigest() if ledger.is_file() else ""
