"""What the pages of the funds show: the latest campaign first, money in bars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.fund.model import Campaign, Fund
from generator.words.letters import capital
from generator.words.money import say_percent, say_short_money, share
from generator.words.order import vi_key

SECTION = "quy/"


@dataclass(frozen=True)
class Bar:
    """Part of a sum, in words and as the length of a bar."""

    name: str
    percent: int | None
    figure: str
    detail: str


@dataclass(frozen=True)
class Shown:
    """One campaign as it is shown."""

    title: str
    """"Năm 2026"."""
    campaign: Campaign
    bars: tuple[Bar, ...]
    rest: int
    """Spent and not listed, in đồng; 0 where nothing is listed."""


@dataclass(frozen=True)
class Sheet:
    """Facts of a fund's page, and of its place in the list."""

    url: str
    fund: Fund
    tag: str
    tone: str
    campaigns: tuple[Shown, ...]
    """The latest first."""

    @property
    def latest(self) -> Shown | None:
        return next(iter(self.campaigns), None)


@dataclass(frozen=True)
class Overview:
    """Facts of the section page."""

    day: date
    sheets: tuple[Sheet, ...]
    left: int
    """What all funds together have left, in đồng."""
    told: int
    """How many of them tell it."""


def overview(scope: Scope) -> Overview | None:
    """None where no fund is disclosed."""
    sheets = [sheet(record) for record in scope.commune.all("fund")]
    if not sheets:
        return None
    told = [each.latest.campaign.left for each in sheets if each.latest]
    ordered = sorted(sheets, key=lambda each: vi_key(each.fund.name))
    return Overview(scope.day, tuple(ordered), sum(told), len(told))


def sheet(record: Record[Fund]) -> Sheet:
    fund = record.data
    found = sorted(fund.campaigns, key=lambda each: each.period, reverse=True)
    return Sheet(
        url=f"{SECTION}{record.id}/",
        fund=fund,
        tag="Tự nguyện" if fund.voluntary else "Theo mức đã định",
        tone="tot" if fund.voluntary else "vua",
        campaigns=tuple(map(_shown, found)),
    )


def _shown(campaign: Campaign) -> Shown:
    period = str(campaign.period)
    listed = sum(expense.amount for expense in campaign.expenses)
    return Shown(
        title=capital(period),
        campaign=campaign,
        bars=(_collected(campaign), _spent(campaign)),
        rest=max(campaign.spent - listed, 0) if campaign.expenses else 0,
    )


def _collected(campaign: Campaign) -> Bar:
    figure = say_short_money(campaign.collected)
    if not campaign.target:
        return Bar("Đã thu", None, figure, "không đặt mức phải thu")
    percent = share(campaign.collected, campaign.target)
    said = f"{say_percent(percent)} của " if percent is not None else ""
    length = min(round(percent or 0), 100)
    return Bar("Đã thu", length, figure, f"{said}{say_short_money(campaign.target)} cần thu")


def _spent(campaign: Campaign) -> Bar:
    figure, had = say_short_money(campaign.spent), campaign.carried + campaign.collected
    percent = share(campaign.spent, had)
    if percent is None:
        return Bar("Đã chi", None, figure, "")
    detail = (
        f"{say_percent(percent)} của {say_short_money(had)} đang có, còn {say_short_money(campaign.left)}"
    )
    return Bar("Đã chi", min(round(percent), 100), figure, detail)
