"""What the sites that stand were made of: whoever would be made of the same again is left as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from generator.core import History, Outcome, State
from generator.digests import digest_of, digest_of_text, program
from generator.ledger import NAME as LEDGER
from generator.ledger import Ledger
from generator.publish.orders import Built, Order
from generator.stages import stage

GONE = "no_longer_there"
"""A notice that is told once: the site that shows it is made anew without it."""


@dataclass(frozen=True)
class Memory:
    """Digests of everything that went into what stands; what has none is made anew."""

    communes: Mapping[str, str] = field(default_factory=dict)
    """By slug."""
    province: str = ""

    def after(self, sources: Mapping[str, str], built: Iterable[Built]) -> Memory:
        """With what was built since; an old site that was kept is made of what it was made of."""
        found = dict(self.communes)
        for outcome, problems in built:
            if outcome and outcome.state is not State.KEPT:
                told = any(problem.code == GONE for problem in problems)
                found[outcome.slug] = "" if told else sources[outcome.slug]
        return Memory(found)

    def with_province(self, outcomes: Iterable[Outcome], common: str) -> Memory:
        """With what the province's pages are made of; nothing where that cannot be told of one of its sites."""
        told = [(self.communes.get(one.slug, ""), asdict(one)) for one in outcomes]
        known = all(made for made, _ in told)
        return replace(self, province=digest_of_text(json.dumps([common, told])) if known else "")


@stage("Tìm chỗ đã đổi")
def common_source(order: Order) -> str:
    """What goes into every site of an order."""
    editor = digest_of(order.editor) if order.editor else ""
    return digest_of_text(
        f"{program()} {digest_of(order.province)} {order.day} {order.compressed} {editor}"
    )


@stage("Tìm chỗ đã đổi")
def source_of(shared: tuple[str, Mapping[str, History]], folder: Path) -> tuple[str, str]:
    """Slug and digest of all that goes into a commune's site; its path too, since problems name it."""
    common, history = shared
    past = history.get(folder.name)
    return folder.name, digest_of_text(f"{common}\n{folder.as_posix()}\n{digest_of(folder)}\n{past!r}")


def same(memory: Memory, before: Ledger, source: str, site: Path) -> Outcome | None:
    """What came of a commune whose site stands and would be made of the same again."""
    found = before.of(site.name)
    good = found is not None and found.state is State.PUBLISHED and site.is_dir()
    return found if good and memory.communes.get(site.name) == source else None


def read_memory(out: Path) -> Memory:
    """Nothing where nobody knows, or where other sites stand now than those it tells of."""
    try:
        found = json.loads(_path(out).read_text("utf-8"))
    except (OSError, ValueError):
        return Memory()
    same = found["ledger"] == _of_ledger(out)
    return Memory(found["communes"], found["province"]) if same else Memory()


def forget(out: Path) -> None:
    """Before anything goes live: a build that is killed then leaves nothing that could be believed."""
    _path(out).unlink(missing_ok=True)


def write_memory(memory: Memory, out: Path) -> None:
    """Beside the folder of sites, never inside: it is not published, and no host can have changed it."""
    told = {"ledger": _of_ledger(out), "communes": dict(memory.communes), "province": memory.province}
    fresh = _path(out).with_suffix(".moi")
    fresh.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    fresh.replace(_path(out))


def _path(out: Path) -> Path:
    return out.parent / f".{out.name}.nguon"


def _of_ledger(out: Path) -> str:
    ledger = out / LEDGER
    return sha256(ledger.read_bytes()).hexdigest() if ledger.is_file() else ""
