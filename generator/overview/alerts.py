"""What the province should look at today: what is overdue, silent, faulty, unproven, or may name a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from generator.compose.duties.places import STATUS
from generator.compose.pages import slashed
from generator.compose.report import REPORT
from generator.core import DATA as OWN_DATA
from generator.core import Draft, File, State
from generator.feeds import Told, atom
from generator.fields.choice import Choice
from generator.overview.digest import digest
from generator.overview.rows import Row, judged
from generator.overview.sites import Published
from generator.overview.standing import Account, Item
from generator.personal import Datum
from generator.province import Province, Unit
from generator.province.verdicts import Timeliness, say_timeliness
from generator.words.dates import say_day

URL, TITLE = "canh-bao/", "Việc cần để ý"
FEED, DIGEST = "canh-bao.atom", "canh-bao.txt"
MOST = 300
"""Entries of the feed: what is newest."""


class Cause(Choice):
    """Why the province looks; the weightiest first."""

    PERSONAL = "du-lieu-ca-nhan", "Nghi có dữ liệu cá nhân"
    FAULTY = "ban-moi-loi", "Dữ liệu mới có lỗi"
    COPY = "ban-sao", "Bản sao chưa chắc chắn"
    SILENT = "im-lang", "Lâu không đăng gì"
    OVERDUE = "qua-han", "Quá hạn công khai"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing at one commune."""

    unit: Unit
    cause: Cause
    text: str
    """Without a stop."""
    url: str
    """From the province's page."""
    since: date
    title: str = ""
    """What many communes may have in common: the title of a duty."""
    about: str = ""
    """What tells it from another of the same cause: the id of a duty."""

    @property
    def id(self) -> str:
        """The same as long as it lasts."""
        return f"canh-bao/{self.cause.value}/{self.unit.code}/{self.about}-{self.since}"


@dataclass(frozen=True)
class Alerts:
    """Facts of the page."""

    day: date
    groups: tuple[tuple[Cause, tuple[Alert, ...]], ...]
    silent_days: int
    digest = DIGEST
    feed: str
    """Empty where the province's address is not known."""

    @property
    def communes(self) -> tuple[tuple[Cause, int, tuple[tuple[Alert, ...], ...]], ...]:
        """(cause, how many, those of one commune side by side), who has most first."""
        return tuple((cause, len(found), _by_commune(found)) for cause, found in self.groups)


def alerts(
    province: Province,
    sites: Iterable[Published],
    rows: Sequence[Row],
    day: date,
    more: Iterable[Alert],
) -> tuple[Draft, tuple[File, ...]]:
    """The page, the feed and the message to send on; `more` is what only who keeps the copies knows."""
    days = province.settings.silent_days
    own = [alert for site in sites for alert in _of_site(site, day)]
    told = [alert for row, account in judged(rows) for alert in _of_account(row, account, days, day)]
    found = sorted([*own, *told, *more], key=lambda alert: (alert.since, alert.unit.code))
    groups = tuple((cause, tuple(a for a in found if a.cause is cause)) for cause in Cause)
    base = province.settings.base
    facts = Alerts(day, tuple(group for group in groups if group[1]), days, FEED if base else "")
    lead = "Xã, phường nào quá hạn, lâu không đăng, bản mới có lỗi, bản sao chưa kiểm chứng."
    draft = Draft(URL, TITLE, "province/canh-bao.html", facts, lead, listed=False)
    files = [File(DIGEST, digest(province, facts, URL).encode())]
    if base:
        name = f"{TITLE} - {province.settings.name}"
        newest = sorted(found, key=lambda alert: alert.since, reverse=True)[:MOST]
        files.append(atom(FEED, URL, name, slashed(base), day, map(_told, newest)))
    return draft, tuple(files)


def _by_commune(found: Iterable[Alert]) -> tuple[tuple[Alert, ...], ...]:
    own: dict[str, list[Alert]] = {}
    for alert in found:
        own.setdefault(alert.unit.code, []).append(alert)
    return tuple(sorted(map(tuple, own.values()), key=len, reverse=True))


def _of_site(site: Published, day: date) -> Iterator[Alert]:
    if site.outcome.state is State.WAITING:
        text = f"dữ liệu có {site.outcome.errors} lỗi nên chưa có trang"
        yield Alert(site.unit, Cause.FAULTY, text, site.url, day)
    if not site.joined:
        return
    if site.outcome.state is State.KEPT:
        text = f"bản mới có {site.outcome.errors} lỗi, trang vẫn là bản trước"
        yield Alert(site.unit, Cause.FAULTY, text, f"{site.url}{REPORT}", day)
    count = _personal(site)
    if count:
        text = f"máy thấy {count} chỗ giống dữ liệu cá nhân, xã xem lại ngay"
        yield Alert(site.unit, Cause.PERSONAL, text, f"{site.url}{REPORT}", day)


def _personal(site: Published) -> int:
    """How many places the commune's own check named; what it judged a false alarm is not counted."""
    told = site.json(f"{REPORT}{OWN_DATA}.json")
    notices = told.get("luu_y") if isinstance(told, dict) else None
    codes = {datum.value for datum in Datum}
    found = notices if isinstance(notices, list) else []
    return sum(isinstance(notice, dict) and str(notice.get("ma")) in codes for notice in found)


def _of_account(row: Row, account: Account, silent_days: int, day: date) -> Iterator[Alert]:
    last = account.last_change
    if last and (day - last).days >= silent_days:
        text = f"{(day - last).days} ngày chưa đăng hay sửa gì, lần gần nhất {say_day(last)}"
        yield Alert(row.unit, Cause.SILENT, text, row.page, last + timedelta(days=silent_days))
    late = (item for item in account.items if item.open and item.timeliness is Timeliness.OVERDUE)
    for id, items in groupby(late, key=attrgetter("duty.id")):
        yield _overdue(row, account, id, tuple(items))


def _overdue(row: Row, account: Account, id: str, items: Sequence[Item]) -> Alert:
    """Of all periods of one duty that are overdue, by the one that has been so for longest."""
    first = max(items, key=lambda item: item.days)
    label = say_timeliness(first.timeliness, first.days).lower()
    several = f", {len(items)} kỳ" if len(items) > 1 else ""
    since = first.due + timedelta(days=1) if first.due else account.day
    url = f"{row.site}{STATUS}#{id.lower()}"
    title = first.duty.title
    return Alert(row.unit, Cause.OVERDUE, f"{title}: {label}{several}", url, since, title, id)


def _told(alert: Alert) -> Told:
    return Told(
        id=alert.id,
        title=f"{alert.unit.name}: {alert.cause.label.lower()}",
        updated=alert.since,
        url=alert.url,
        category=alert.cause.value,
        summary=f"{alert.text[0].upper()}{alert.text[1:]}.",
    )
