"""Which papers a commune has, in the order of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds._people import current
from generator.paper.boards import bundles
from generator.paper.lists import lists
from generator.paper.minutes import minutes
from generator.paper.press import Paper
from generator.stories import Story, stories


def papers(scope: Scope) -> Iterator[Paper]:
    """Every paper that can be printed on the day: one a sheet, then those made of many records."""
    for sheet in sheets(scope):
        yield Paper(sheet.name, sheet.title, (sheet,))
    listed = tuple(lists(scope))
    yield from bundles(scope, sheets(scope), listed)
    yield from minutes(scope)
    yield from listed


def sheets(scope: Scope) -> tuple[Sheet, ...]:
    """Of each kind what it hangs up, then a plain notice of each record that has a page and none of these."""
    return scope.once(_sheets)


def _sheets(scope: Scope) -> tuple[Sheet, ...]:
    own = [sheet for kind in kinds() for sheet in kind.papers(current(scope))]
    told = {id(sheet.record) for sheet in own}
    return (*own, *(_notice(story) for story in stories(scope) if id(story.record) not in told))


def _notice(story: Story) -> Sheet:
    opening, told = _opening(story)
    facts = {"opening": opening, "told": told}
    return Sheet(story.url.strip("/"), story.title, "notice.typ", facts, story.url, story.record)


def _opening(story: Story) -> tuple[str, tuple[str, ...]]:
    """What the first fact says before the title, which stands above already; then the other facts."""
    first, title = story.facts[0].rstrip("."), story.title.rstrip(".")
    opening, colon, name = first.partition(": ")
    if first == title:
        return "", story.facts[1:]
    return (opening, story.facts[1:]) if colon and name == title else ("", story.facts)
