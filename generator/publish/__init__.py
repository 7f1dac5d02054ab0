"""The pipeline: content to websites. Read this first; it is the table of contents of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.build import compile_theme
from generator.core import Outcome, Packed, State, only_errors, packed, together
from generator.digests import changed_since, moment
from generator.from_schema.guide import write_guide
from generator.kinds import kinds
from generator.ledger import Ledger, Part, read_ledger, write_ledger
from generator.load import commune_folders, kept_province, of_editors
from generator.province import Province
from generator.publish.commune import make_site, publish_commune, withheld
from generator.publish.memory import changed_meanwhile, common_source, forget, plan_of, write_memory
from generator.publish.orders import (
    CATALOGUE,
    GUIDE,
    PROVINCE,
    Built,
    Job,
    NotOursError,
    Order,
    Report,
    Told,
)
from generator.publish.province import publish_province
from generator.search import catalogue, laid_out
from generator.stages import stage
from generator.swap import put, remove, restore, staging
from generator.templates import compile_templates
from generator.workers import each

Item = TypeVar("Item")
__all__ = [
    "Job",
    "NotOursError",
    "Order",
    "Report",
    "get_ready",
    "go_live",
    "make_site",
    "publish",
    "publish_commune",
    "what_stands",
    "withheld",
]


def publish(order: Order, told: Told = lambda done, total: None) -> Report:
    """Build every commune ordered and the province's page; what has an error stays as it was.

    Whoever would be made of the same again is left as it is.
    Raises: NotOursError where `order.out` is a folder of something else.
    """
    start = moment()
    common = common_source(order)  # before anything is read: what changes later counts next time
    province, problems = kept_province(order.province, order.day)
    if province is None:
        return Report(problems=packed(only_errors(problems)), stopped=True)
    folders = _folders(order, province)
    with staging(order.out, order.waiting) as fresh:
        before = what_stands(order.out)
        plan = plan_of(order, folders, before, common)
        job = _job(order, province, before, fresh, full=bool(plan.todo))
        built = _built(order, job, plan.todo, told)
        outcomes = before.updated([*plan.left, *(o for o, _ in built if o)], *_others(order, folders))
        unsure = changed_meanwhile(order, plan.todo, start)
        memory, part = plan.after(built, outcomes, unsure), plan.part(unsure)
        if plan.makes_province(memory, built):
            parts = publish_province(job, outcomes, again=plan.again(order.out))
            sure = not changed_since(order.province, start)
            memory = replace(memory, parts=parts if sure else {})
        order.finish(fresh)
        if any(fresh.iterdir()) or (before.outcomes, before.part) != (outcomes, part):
            go_live(job, outcomes, order.out, part)
            write_memory(memory, order.out)
    own = packed(of_editors(problems, order.province, order.content))
    return _report(own, built, before, outcomes, len(plan.left))


def _report(
    own: Packed, built: Sequence[Built], before: Ledger, outcomes: tuple[Outcome, ...], left: int
) -> Report:
    made = tuple(o.name for o, _ in built if o and o.state is State.PUBLISHED)
    standing = {one.slug for one in outcomes}
    taken = tuple(one.name for one in before.outcomes if one.slug not in standing)
    told = together((own, *(problems for _, problems in built)))
    unknown = sum(o is None for o, _ in built)
    return Report(outcomes, told, made=made, left=left, taken=taken, unknown=unknown)


def _folders(order: Order, province: Province) -> list[Path]:
    number, of = order.share
    return commune_folders(order.content, province, order.only)[number - 1 :: of]


def _built(order: Order, job: Job, todo: Sequence[Path], told: Told) -> list[Built]:
    if order.jobs > 1 and len(todo) > 1:
        get_ready()
    work = each(publish_commune, job, todo, order.jobs, order.pool)
    return list(_counted(work, len(todo), told))


def _job(order: Order, province: Province, before: Ledger, fresh: Path, full: bool) -> Job:
    """With what all communes of the build share; `full` where any is to be made."""
    job = Job(
        province,
        order.day,
        before,
        fresh,
        order.out,
        compressed=order.compressed,
        editor=order.editor,
        history=order.history,
        jobs=order.jobs,
    )
    if not full:
        return job
    index = laid_out(catalogue(province, order.day), fresh / CATALOGUE, order.compressed)
    guide = write_guide(fresh / GUIDE, order.editor is not None, order.compressed)
    return replace(job, catalogue=index, guide=guide)


@stage("Nạp mẫu trang")
def get_ready() -> None:
    """Load what every site needs, so that processes forked afterwards find it loaded."""
    kinds()
    compile_templates()
    compile_theme()


def _others(order: Order, folders: Iterable[Path]) -> tuple[bool, frozenset[str]]:
    """Whether those stay that the order leaves alone, and whom it does not leave alone."""
    keep = bool(order.only) or order.gone is not None
    return keep, frozenset((*(order.gone or ()), *(folder.name for folder in folders)))


def what_stands(out: Path) -> Ledger:
    """What stands in the output folder, after mending what a killed build left; read under its lock.

    Raises: NotOursError
    """
    ledger = read_ledger(out)
    if ledger is None:
        raise NotOursError(out)
    restore(out, ledger.names())
    return ledger


@stage("Thay trang cũ")
def go_live(job: Job, outcomes: tuple[Outcome, ...], out: Path, part: Part | None = None) -> None:
    """Put what was built in its place, take away what is no longer published, and write it down."""
    out.mkdir(exist_ok=True)
    forget(out)
    own = job.fresh / PROVINCE
    entries = tuple(sorted(path.name for path in own.iterdir())) if own.exists() else job.before.entries
    after = Ledger(outcomes, entries, part)
    write_ledger(job.before.with_all_of(after), out)
    for name in sorted(after.names()):
        new = job.fresh / (PROVINCE if name in entries else "") / name
        if new.exists():
            put(new, out / name)
    remove(out, sorted(job.before.names() - after.names()), job.fresh)
    write_ledger(after, out)


def _counted(items: Iterable[Item], total: int, told: Told) -> Iterator[Item]:
    told(0, total)
    for done, item in enumerate(items, 1):
        told(done, total)
        yield item
