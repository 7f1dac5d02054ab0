"""One commune's site for plain `mkdocs build` and `mkdocs serve`, and live preview on top of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import build
from generator.core import File, History, Page, Problem, Site
from generator.from_schema.forms import Writing, forms_files
from generator.from_schema.guide import guide, has_guide
from generator.history import histories
from generator.inspection import Question, judge
from generator.kinds._kind import Scope
from generator.load import commune_folders, kept_province, of_editors
from generator.publish import make_site
from generator.resources import LOOK, TEMPLATES, editor
from generator.search import Catalogue, catalogue
from generator.words.dates import today

HOOK = Path(__file__).with_name("hook.py")


@dataclass(frozen=True)
class Wish:
    """What to preview; told through the environment, so that `mkdocs serve` can be told too."""

    commune: str
    content: Path
    province: Path
    day: date

    @classmethod
    def from_environment(cls) -> Wish:
        content = Path(os.environ.get("CONGKHAI_CONTENT") or LOOK / "content")
        day = os.environ.get("CONGKHAI_DATE")
        return cls(
            commune=os.environ.get("XA") or "xa-mau",
            content=content,
            province=Path(os.environ.get("CONGKHAI_TINH") or content / "tinh"),
            day=date.fromisoformat(day) if day else today(),
        )

    def to_environment(self) -> None:
        os.environ |= {
            "XA": self.commune,
            "CONGKHAI_CONTENT": str(self.content),
            "CONGKHAI_TINH": str(self.province),
            "CONGKHAI_DATE": self.day.isoformat(),
        }


@dataclass(frozen=True)
class Preview:
    """A site in memory, or None with the problems that kept it from being made."""

    made: tuple[Site, tuple[Page, ...], tuple[File, ...]] | None
    problems: tuple[Problem, ...]


def preview(wish: Wish, full: bool = False) -> Preview:
    """Load, check and render one commune; `full` with the index of every text."""
    province, problems = kept_province(wish.province, wish.day)
    problems = of_editors(problems, wish.province, wish.content)
    if province is None:
        return Preview(None, problems)
    folder = next(iter(commune_folders(wish.content, province, (wish.commune,))), None)
    scope, found = judge(Question(province, wish.day), folder) if folder else (None, ())
    shared = catalogue(province, wish.day) if full and scope else None
    if scope is None:
        return Preview(None, (*problems, *found))
    past = histories(wish.content, (scope.commune.slug,), wish.day).get(scope.commune.slug)
    return Preview(_made(scope, found, shared, past), (*problems, *found))


def _made(
    scope: Scope, found: tuple[Problem, ...], shared: Catalogue | None, past: History | None
) -> tuple[Site, tuple[Page, ...], tuple[File, ...]]:
    """With forms that write into the content on this machine, and the guide."""
    site, pages, files = make_site(scope, found, shared, past)
    own = editor()
    forms = forms_files(scope, site, own, Writing.MACHINE) if own else ()
    taught = guide(own is not None) if has_guide(scope.commune) else ()
    return site, pages, (*files, *forms, *taught)


def watched(wish: Wish) -> tuple[Path, ...]:
    """The folders whose changes are seen at once."""
    return (wish.content, wish.province, TEMPLATES, Path(__file__).parent)


def serve(wish: Wish, port: int) -> None:
    """Live preview on this machine until it is interrupted.

    Raises: NoSuchCommuneError
    """
    province, _ = kept_province(wish.province)
    if province:
        commune_folders(wish.content, province, (wish.commune,))
    wish.to_environment()
    build.serve(HOOK, port)
