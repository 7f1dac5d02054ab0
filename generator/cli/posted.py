"""`congkhai paper --posted`: the notices that hang now are noted in their records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import typer

from generator.cli.pages import chosen
from generator.cli.runs import first_and_last, note
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.kinds._kind import Scope
    from generator.stories import Story

Days = tuple[date, date | None]


def posted_days(since: str | None, until: str | None, place: str | None, today: date) -> Days | None:
    """The days that are to be noted; the last one may be to come, or not be known yet."""
    days = first_and_last("--posted", since, until, today)
    if days is None and place is not None:
        raise typer.BadParameter("--noi đi cùng --posted: --posted 20/11/2026 --noi “Nhà văn hóa xóm”.")
    if place is not None:
        _refuse_place(place)
    return days


def _refuse_place(place: str) -> None:
    """A place is public: a name of a spot, one line, without anybody's number or address."""
    from generator.personal import find

    if not place.strip() or not place.isprintable():
        raise typer.BadParameter("--noi: ghi tên nơi treo trên một dòng, ví dụ “Bảng tin chợ Suối”.")
    if any(find(place)):
        raise typer.BadParameter("--noi: có số giấy tờ, số điện thoại riêng … Chỉ ghi tên nơi treo.")


def note_posted(scope: Scope, kinds: list[str], records: list[str], days: Days, place: str | None) -> int:
    """Each record that is named, or each on the board that is named; 1 where a file stayed as it was."""
    from generator.fields.posting import PostingForm
    from generator.paper.hanging import hangings_of
    from generator.posting_runs import Run

    if not records:
        raise typer.BadParameter(
            "--posted: ghi thêm --record, mục nào đã niêm yết: --record du-an/DA-2026-01."
        )
    status = 0
    for story, told in list(_meant(scope, kinds, records)):
        decided = story.disclosure.decided
        if decided and days[0] < decided:
            name, day = story.url.strip("/"), say_day(decided)
            raise typer.BadParameter(f"--posted: {name} ngày {day} mới quyết định. Xem lại năm, tháng.")
        parts = hangings_of(story.record, scope)
        least = max((part.form.days or 0 for part in parts), default=0)
        run = Run(PostingForm.NOTICEBOARD, *days, told if place is None else place.strip())
        status = max(status, note(story.record, run, least))
    return status


def _meant(scope: Scope, kinds: list[str], names: list[str]) -> Iterator[tuple[Story, str]]:
    """Each story with the place that the commune's profile tells."""
    from generator.paper.boards import KIND, where_all
    from generator.paper.hanging import hangings_of
    from generator.paper.minutes import END, START
    from generator.stories import stories

    if KIND in kinds:
        yield from _on_boards(scope, names)
        return
    sections = {*kinds} - {START, END}
    known = [s for s in stories(scope) if not sections or s.url.partition("/")[0] in sections]
    for story in chosen(tuple(known), names, False):
        yield story, where_all(hangings_of(story.record, scope), scope)


def _on_boards(scope: Scope, names: list[str]) -> Iterator[tuple[Story, str]]:
    """With a place that names this board alone: no place would mean all of them."""
    from generator.paper.boards import notices, where
    from generator.paper.noticeboards import boards
    from generator.words.letters import capital

    known = {board.id: board for board in boards(scope)}
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"--record: không có bảng tin “{name}”. Có: {', '.join(known)}.")
        for notice in notices(known[name], scope):
            yield notice.story, where(known[name]) or capital(known[name].name)
