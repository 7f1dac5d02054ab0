"""Records of posting and of its end, filled as far as the data tell; the rest is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.compose.pages import full_title
from generator.kinds._disclosure import Document, Posting
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds._thon import thon_of
from generator.paper.boards import say_thon
from generator.paper.hanging import Hanging, hangings, hangings_of, runs, say_bases
from generator.paper.press import Paper
from generator.stories import Story, stories
from generator.words.dates import say_day
from generator.words.fold import unused

START, END = "bien-ban", "bien-ban-ket-thuc"


def minutes(scope: Scope) -> Iterator[Paper]:
    """Of each notice that a record tells of, and of each record that must hang and tells of none that does;
    then of the ended. From the second notice of a record on its number stands behind the name, in both.
    """
    found = list(_numbered(scope))
    for name, story, run in found:
        yield _paper(START, name, "Biên bản niêm yết", (story, run), scope)
    for name, story, run in found:
        if run and run.since and run.until and run.until < scope.day:
            yield _paper(END, name, "Biên bản kết thúc niêm yết", (story, run), scope)


def _numbered(scope: Scope) -> Iterator[tuple[str, Story, Posting | None]]:
    """Each notice with the name of its minutes, those of a record in the order of their first days."""
    up = [part for part in hangings(scope) if part.is_on(scope.day)]
    due, noted = {id(part.record) for part in up}, {id(part.record) for part in up if part.noted}
    taken = {story.url.strip("/") for story in stories(scope)}
    for story in stories(scope):
        told: list[Posting | None] = [*runs(story.record)]
        over = all(run and run.until and run.until < scope.day for run in told)
        if over and id(story.record) in due - noted:
            told.append(None)
        url = story.url.strip("/")
        for index, run in enumerate(told):
            yield unused(url, taken) if index else url, story, run


def _paper(kind: str, name: str, title: str, told: tuple[Story, Posting | None], scope: Scope) -> Paper:
    story, run = told
    sheet = Sheet(
        f"{kind}/{name}",
        title,
        "board/minutes.typ",
        _facts(story, run, scope) | {"ended": kind == END, "length": _length(run) if kind == END else ""},
        story.url,
    )
    called = story.url.strip("/").rpartition("/")[2]
    return Paper(sheet.name, f"{title}: {full_title(story.title, story.record)}", (sheet,), called)


def _facts(story: Story, run: Posting | None, scope: Scope) -> dict[str, Any]:
    """Posts, never names: who is there on the day signs by hand."""
    told = story.disclosure
    parts = hangings_of(story.record, scope)
    days = max((part.form.days or 0 for part in parts), default=0)
    return {
        "about": full_title(story.title, story.record),
        "document": _say(told.document) if told.document else "",
        "bases": say_bases(part.duty for part in parts).splitlines(),
        "place": (run.place if run else None) or "",
        "since": _day(run.since if run else None),
        "until": _day(run.until if run else None),
        "least": f"ít nhất {days} ngày liên tục" if days else "",
        "post": told.contact.post if told.contact else "",
        "thon": _thon(parts, scope),
    }


def _say(document: Document) -> str:
    """ "số 12/QĐ-UBND ngày 15/07/2026 của UBND xã"; what the paper is about stands above."""
    parts = (
        f"số {document.number}" if document.number else "",
        f"ngày {say_day(document.day)}" if document.day else "",
        f"của {document.issuer}" if document.issuer else "",
    )
    return " ".join(filter(None, parts))


def _day(day: date | None) -> str:
    return say_day(day) if day else ""


def _length(run: Posting | None) -> str:
    if run is None or run.since is None or run.until is None:
        return ""
    return f"{(run.until - run.since).days + 1} ngày"


def _thon(parts: Sequence[Hanging], scope: Scope) -> str:
    """The thôn on whose boards the law has it; empty where it hangs at headquarters alone."""
    if not any(part.board.thon for part in parts):
        return ""
    return say_thon(scope, thon_of(parts[0].record))
