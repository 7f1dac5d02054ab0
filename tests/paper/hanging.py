"""What hangs on a board of the sample; its first project with other notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.kinds._disclosure import Posting
from generator.kinds._kind import Scope
from generator.paper import Paper, papers
from generator.paper.boards import notices
from generator.paper.noticeboards import boards
from tests.announce.telling import with_words

OF_ALL = "ngan-sach/2027-du-toan-trinh/"
"""What hangs on all boards, and of which no notice is noted."""


def up(scope: Scope, board: str) -> dict[str, Any]:
    found = next(each for each in boards(scope) if each.id == board)
    return {notice.story.url: notice for notice in notices(found, scope)}


def bundle(scope: Scope, board: str) -> Paper:
    return next(paper for paper in papers(scope) if paper.name == f"bang-tin/{board}")


def paper(scope: Scope, name: str) -> dict[str, Any]:
    found = next((paper for paper in papers(scope) if paper.name == name), None)
    return dict(found.sheets[0].facts) if found else {}


def hung_at(sample: Scope, *told: dict[str, str], thon: Sequence[str] = ()) -> Scope:
    """The first project with these notices."""
    forms = [Posting.model_validate({"loai": "niem_yet", **each}) for each in told]
    disclosure = sample.commune.all("project")[0].data.disclosure.model_copy(update={"forms": forms})
    return with_words(sample, "project", disclosure=disclosure, thon=[*thon])
