"""One commune's folder to its website: the part that runs in a process of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.assess import assessed
from generator.compose import compose, compose_notice, frame
from generator.core import File, History, Outcome, Page, Problem, Site, State, packed
from generator.core.problems import count_levels
from generator.export import export, identity
from generator.files import shared_files
from generator.from_schema.forms import forms_files
from generator.from_schema.guide import has_guide
from generator.inspection import Question, judge
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._withdrawn import covers
from generator.ledger import Ledger
from generator.load import withdrawn_by
from generator.outcomes import published as outcome_of
from generator.outcomes import vanished
from generator.publish.orders import Built, Job
from generator.recalled import recalling
from generator.render import not_found, render
from generator.search import Catalogue, search_files


def publish_commune(job: Job, folder: Path) -> Built:
    """Build one commune into the fresh folder; with an error, only what says so where nothing stands."""
    outcome, problems = _publish(job, folder)
    gc.collect()  # MkDocs' pages hang together in circles: else a worker grows by 1 MB with each site
    return outcome, packed(problems)


def _publish(job: Job, folder: Path) -> tuple[Outcome | None, tuple[Problem, ...]]:
    scope, problems = judge(Question(job.province, job.day), folder)
    if scope is None:
        return withheld(job, folder.name, withdrawn_by(folder), problems), problems
    problems = (*problems, *vanished(job.before.of(scope.commune.slug), scope.commune))
    with recalling("dung-xa", folder):
        site, pages, files = make_site(scope, problems, job.catalogue, job.history.get(folder.name))
        job.build(site, pages, (*files, *_for_staff(job, scope, site)), scope.commune.slug)
    return outcome_of(scope.commune, len(pages), problems), problems


def _for_staff(job: Job, scope: Scope, site: Site) -> Iterator[File]:
    """What a commune's own people use: forms and guide."""
    if job.editor:
        yield from forms_files(scope, site, job.editor, packed=job.compressed)
    if job.guide and has_guide(scope.commune):
        yield from shared_files(job.guide)


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


def withheld(job: Job, slug: str, withdrawn: Sequence[str], problems: Iterable[Problem]) -> Outcome | None:
    """The last good site where there is one, else a page that says so; None for a folder unknown."""
    counts = count_levels(problems)
    unit = job.province.unit_called(slug)
    if found := still_good(job.before, slug, withdrawn, counts["errors"], counts["notices"]):
        return found
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


def still_good(
    before: Ledger, slug: str, withdrawn: Sequence[str], errors: int, notices: int
) -> Outcome | None:
    """The site that stands, kept since new content has an error.

    One that still shows what has been withdrawn since is not kept.
    """
    old = before.of(slug)
    if old and old.state is not State.WAITING and covers(old.withdrawn, withdrawn):
        return replace(old, state=State.KEPT, errors=errors, notices=notices)
    return None
