"""Everything that must hang on a noticeboard now, one bundle a board, under a list to work by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.compose.duties import STATUS
from generator.compose.duties.quarters import ORDER
from generator.compose.pages import full_title
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.paper.hanging import Hanging, hangings, say_bases
from generator.paper.lists import QUARTER
from generator.paper.noticeboards import NoticeBoard, boards
from generator.paper.press import Paper
from generator.province.duties import Family
from generator.stories import Story, stories
from generator.words.dates import say_day
from generator.words.letters import capital, small

KIND = "bang-tin"
RECENT = timedelta(days=30)
"""How long after its last day a notice is still named among those to take down."""
MOST = 12
"""Sheets of one record that go into a bundle; more, like the procedures, are printed by themselves."""


@dataclass(frozen=True)
class Notice:
    """One record on one board, for all duties that it answers there."""

    story: Story
    parts: tuple[Hanging, ...]

    @property
    def since(self) -> date | None:
        return min((part.since for part in self.parts if part.since), default=None)

    @property
    def until(self) -> date | None:
        """The last day; None for what hangs always."""
        ends = [part.until for part in self.parts]
        return None if None in ends else max(end for end in ends if end)


def say_thon(scope: Scope, ids: frozenset[str]) -> str:
    """ "xóm Nà Mẫu, bản Khe Đá"; all of them, where none is named: "6 xóm, bản"."""
    profile = scope.commune.one("profile")
    known = profile.data.thon if profile else []
    if ids:
        return ", ".join(small(thon.full_name) for thon in known if thon.id in ids)
    types = dict.fromkeys(small(thon.type.label) for thon in known)
    return f"{len(known)} {', '.join(types)}" if known else ""


def notices(board: NoticeBoard, scope: Scope, on: bool = True) -> Iterator[Notice]:
    """What hangs there on the day; else what has hung there and is to be taken down."""
    found: dict[int, list[Hanging]] = {}
    for hanging in hangings(scope):
        if hanging.board.id == board.id:
            found.setdefault(id(hanging.record), []).append(hanging)
    for story in stories(scope):
        parts = found.get(id(story.record), [])
        up = tuple(part for part in parts if part.is_on(scope.day))
        if up and on:
            yield Notice(story, up)
        elif parts and not up and not on:
            yield Notice(story, tuple(parts))


def where(board: NoticeBoard) -> str:
    """ "Xóm Khe Đá (Bảng tin nhà văn hóa)"; empty where the profile tells of no board of the thôn."""
    if not board.thon:
        return capital(board.name)
    return f"{capital(board.name)} ({board.place})" if board.place else ""


def where_all(parts: Iterable[Hanging], scope: Scope) -> str:
    """All boards that the law wants a record on; empty where any of them is not told."""
    wanted = {part.board.id for part in parts}
    found = [board for board in boards(scope) if board.id in wanted]
    places = [where(board) for board in found]
    if not all(places):
        return ""
    thon = [board for board in found if board.thon]
    if len(thon) > 1 and len(thon) == len(boards(scope)) - 1:
        places = [*(where(board) for board in found if not board.thon), f"bảng tin {say_thon(scope, frozenset())}"]  # fmt: skip
    return "; ".join(places)


def bundles(scope: Scope, sheets: Iterable[Sheet], lists: Iterable[Paper]) -> Iterator[Paper]:
    """One paper a board: the list, then the sheets of what is on it; `lists` are the quarters' that may hang."""
    own: dict[int, list[Sheet]] = {}
    for sheet in sheets:
        own.setdefault(id(sheet.record), []).append(sheet)
    listed = {paper.name: paper.sheets for paper in lists}
    for board in boards(scope):
        up = list(notices(board, scope))
        counts = {notice.story.url: len(own[id(notice.story.record)]) for notice in up}
        cover = Sheet(
            f"{KIND}/{board.id}",
            f"Bảng tin {board.name}",
            "board/cover.typ",
            {
                "place": board.place,
                "day": say_day(scope.day),
                "up": [_row(notice, counts) for notice in up],
                "down": [_down(notice) for notice in _over(board, scope)],
            },
            "thon/" if board.thon else STATUS,
        )
        inside = [sheet for notice in up for sheet in _inside(notice, own, listed)]
        yield Paper(cover.name, cover.title, (cover, *inside))


def _inside(
    notice: Notice, own: Mapping[int, list[Sheet]], listed: Mapping[str, tuple[Sheet, ...]]
) -> Iterable[Sheet]:
    """The sheets of a record, none where they are too many; for a quarter's list the list itself."""
    found, record = own[id(notice.story.record)], notice.story.record
    if any(part.duty.id == ORDER for part in notice.parts) and (period := record.data.period):
        quarter = (period.start.month - 1) // 3 + 1
        return listed.get(f"{QUARTER}/{period.start.year}-q{quarter}", found)
    return found if len(found) <= MOST else ()


def _over(board: NoticeBoard, scope: Scope) -> list[Notice]:
    """What came to its end lately, the last one first."""
    found = [(notice.until, notice) for notice in notices(board, scope, on=False)]
    recent = [(end, notice) for end, notice in found if end and scope.day - RECENT <= end < scope.day]
    return [notice for _, notice in sorted(recent, key=lambda pair: pair[0], reverse=True)]


def _row(notice: Notice, counts: Mapping[str, int]) -> dict[str, Any]:
    count = counts[notice.story.url]
    alone = f"{count} tờ, in riêng: --kind {notice.story.url.partition('/')[0]}"
    return {
        "title": full_title(notice.story.title, notice.story.record),
        "basis": say_bases(part.duty for part in notice.parts),
        "sheets": alone if count > MOST else "",
        "since": say_day(notice.since) if notice.since else "",
        "noted": any(part.noted for part in notice.parts),
        "until": say_day(notice.until) if notice.until else _always(notice),
    }


def _down(notice: Notice) -> dict[str, Any]:
    return {
        "title": full_title(notice.story.title, notice.story.record),
        "until": say_day(notice.until) if notice.until else "",
    }


def _always(notice: Notice) -> str:
    renewed = all(part.duty.family is Family.PERIODIC for part in notice.parts)
    return "Khi có bản mới" if renewed else "Luôn treo"
