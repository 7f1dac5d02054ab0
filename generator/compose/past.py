"""The past of each record at the foot of its page, as git tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.core import Change, Draft, History, Past, Record
from generator.fields.attachment import named_in
from generator.fields.titles import title_of
from generator.kinds import kinds
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope


def with_past(drafts: Iterable[Draft], scope: Scope, history: History) -> list[Draft]:
    """The pages, each with the past of the one record that it is about."""
    kept = list(drafts)
    pages = _pages(kept, scope)
    told = {url: _past(record, scope, history) for url, record in pages.items()}
    return [replace(draft, past=told.get(draft.url)) for draft in kept]


def _pages(drafts: Iterable[Draft], scope: Scope) -> dict[str, Record[Any]]:
    """By address, each record; the page of its section tells of one that has several pages or none."""
    drawn = [draft for draft in drafts if draft.record is not None]
    times = Counter(id(draft.record) for draft in drawn)
    own = {id(draft.record): draft.url for draft in drawn if times[id(draft.record)] == 1}
    return {own.get(id(record), kind.section): record for kind in kinds() for record in kind.records(scope)}


def _past(record: Record[Any], scope: Scope, history: History) -> Past:
    path = record.source.path
    if history.lack:
        return Past(path, history.lack)
    folder = f"{scope.commune.folder.as_posix()}/"
    found = history.files.get(path.removeprefix(folder))
    if found is None:
        return Past(path)
    changes = _joined(found.changes, _replaced(record, history, found.first))
    posted = _earlier(record, scope, found.first)
    return Past(path, "", found.first, found.gone, found.first == history.since, posted, changes)


def _replaced(record: Record[Any], history: History, first: date) -> list[Change]:
    """Attachments that it names and that hold something else since, under the same name."""
    found = []
    for _, loc, name in named_in((record,)):
        kept = history.files.get(name)
        title = title_of(type(record.data), loc)
        days = (change.day for change in kept.changes) if kept else ()
        found += [Change(day, (f"{title}: thay tệp khác, cùng tên",)) for day in days if day > first]
    return found


def _joined(*groups: Iterable[Change]) -> tuple[Change, ...]:
    days: Mapping[date, list[str]] = defaultdict(list)
    for change in (change for group in groups for change in group):
        days[change.day] += change.told
    return tuple(Change(day, tuple(dict.fromkeys(days[day]))) for day in sorted(days, reverse=True))


def _earlier(record: Record[Any], scope: Scope, first: date) -> date | None:
    """The day of posting, where the commune had joined by then and git knows the record only since later."""
    disclosure, profile = disclosure_of(record), scope.commune.one("profile")
    posted, joined = disclosure.posted if disclosure else None, profile.data.joined if profile else None
    return posted if posted and joined and joined <= posted < first else None
