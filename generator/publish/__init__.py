"""The pipeline: content to websites. Read this first; it is the table of contents of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.assess import assessed
from generator.build import compile_theme
from generator.compose import compose, compose_notice, frame
from generator.core import File, History, Outcome, Page, Problem, Site, State
from generator.core.problems import count_levels, in_order
from generator.export import export, identity
from generator.from_schema.forms import forms_files
from generator.from_schema.guide import guide_files, has_guide, write_guide
from generator.inspection import Question, judge
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._withdrawn import covers
from generator.ledger import Ledger, read_ledger, write_ledger
from generator.load import commune_folders, load_province, of_editors, withdrawn_by
from generator.outcomes import published as outcome_of
from generator.outcomes import vanished
from generator.publish.orders import GUIDE, PROVINCE, Job, NotOursError, Order, Report, Told
from generator.publish.province import publish_province
from generator.render import compile_templates, not_found, render
from generator.search import Catalogue, catalogue, search_files
from generator.swap import put, remove, restore, staging
from generator.workers import each

Item = TypeVar("Item")
__all__ = ["Job", "NotOursError", "Order", "Report", "get_ready", "make_site", "publish", "what_stands"]


def publish(order: Order, told: Told = lambda done, total: None) -> Report:
    """Build every commune ordered and the province's page; what has an error stays as it was.

    Raises: NotOursError where `order.out` is a folder of something else.
    """
    province, problems = load_province(order.province, order.day)
    if province is None:
        return Report(problems=in_order(problems), stopped=True)
    folders = commune_folders(order.content, province, order.only)
    with staging(order.out) as fresh:
        shared = catalogue(province, order.day) if folders else None
        before = what_stands(order.out)
        guide = write_guide(fresh / GUIDE, order.editor is not None, order.compressed) if folders else None
        common = (order.compressed, shared, order.editor, guide, order.history)
        job = Job(province, order.day, before, fresh, order.out, *common)
        if order.jobs > 1 and len(folders) > 1:
            get_ready()
        built = list(_counted(each(publish_commune, job, folders, order.jobs), len(folders), told))
        outcomes = job.before.updated([o for o, _ in built if o], *_others(order, folders))
        publish_province(job, outcomes)
        order.finish(fresh)
        go_live(job, outcomes, order.out)
    own = of_editors(problems, order.province, order.content)
    return Report(outcomes, in_order([*own, *(p for _, found in built for p in found)]))


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


def publish_commune(job: Job, folder: Path) -> tuple[Outcome | None, tuple[Problem, ...]]:
    """Build one commune into the fresh folder; with an error, only what says so where nothing stands."""
    scope, problems = judge(Question(job.province, job.day), folder)
    if scope is None:
        return withheld(job, folder.name, withdrawn_by(folder), problems), problems
    problems = (*problems, *vanished(job.before.of(scope.commune.slug), scope.commune))
    site, pages, files = make_site(scope, problems, job.catalogue, job.history.get(folder.name))
    job.build(site, pages, (*files, *_for_staff(job, scope, site)), scope.commune.slug)
    return outcome_of(scope.commune, len(pages), problems), problems


def _for_staff(job: Job, scope: Scope, site: Site) -> Iterator[File]:
    """What a commune's own people use: forms and guide."""
    if job.editor:
        yield from forms_files(scope, site, job.editor, packed=job.compressed)
    if job.guide and has_guide(scope.commune):
        yield from guide_files(job.guide)


def make_site(
    scope: Scope,
    problems: Iterable[Problem] = (),
    shared: Catalogue | None = None,
    history: History | None = None,
) -> tuple[Site, tuple[Page, ...], tuple[File, ...]]:
    """Frame, pages and files of a commune's site, all in memory; `problems` go into its check report.

    Without the `shared` index of the catalogue, pages are found by their names alone.
    """
    scope = scope if scope.verdicts else assessed(scope)
    drafts = compose(scope, problems, history)
    site = frame(scope, drafts)
    duties = {kind.name: scope.province.duties_of(kind.name, scope.day) for kind in kinds()}
    pages = render(drafts, site, scope.commune, duties, scope.verdicts)
    found_by = search_files(scope, drafts, pages, shared)
    return site, pages, (*export(scope, drafts, site), *found_by, not_found(site))


def go_live(job: Job, outcomes: tuple[Outcome, ...], out: Path) -> None:
    """Put what was built in its place, take away what is no longer published, and write it down."""
    out.mkdir(exist_ok=True)
    entries = tuple(sorted(path.name for path in (job.fresh / PROVINCE).iterdir()))
    after = Ledger(outcomes, entries)
    write_ledger(job.before.with_all_of(after), out)
    for name in sorted(after.names()):
        new = job.fresh / (PROVINCE if name in entries else "") / name
        if new.exists():
            put(new, out / name)
    remove(out, sorted(job.before.names() - after.names()), job.fresh)
    write_ledger(after, out)


def withheld(job: Job, slug: str, withdrawn: Sequence[str], problems: Iterable[Problem]) -> Outcome | None:
    """The last good site where there is one, else a page that says so; None for a folder unknown.

    A site that still shows what has been withdrawn since is not kept.
    """
    counts = count_levels(problems)
    old = job.before.of(slug)
    if old and old.state is not State.WAITING and covers(old.withdrawn, withdrawn):
        return replace(old, state=State.KEPT, errors=counts["errors"], notices=counts["notices"])
    unit = job.province.unit_called(slug)
    if unit is None or unit.slug != slug:
        return None
    site, drafts = compose_notice(unit, job.province, job.day)
    pages = render(drafts, site, None)
    standing = identity(unit, job.day, "", withdrawn, job.province.settings.trial, waiting=True)
    job.build(site, pages, (not_found(site), standing), slug)
    return Outcome(
        slug,
        unit.code,
        unit.name,
        "",
        unit.fictional,
        State.WAITING,
        len(pages),
        counts["errors"],
        counts["notices"],
    )


def _counted(items: Iterable[Item], total: int, told: Told) -> Iterator[Item]:
    told(0, total)
    for done, item in enumerate(items, 1):
        told(done, total)
        yield item
