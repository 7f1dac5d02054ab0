"""What the page of satisfaction shows: how to rate, the latest period, what changed because of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.results.view import say_share
from generator.kinds.satisfaction.model import Improvement, Rating, Satisfaction
from generator.words.letters import capital
from generator.words.money import share
from generator.words.order import vi_key

FEW = 30
"""Below so many answers a share says little; the page warns of it."""
LEVELS = ("very_good", "good", "fair", "bad", "very_bad")


@dataclass(frozen=True)
class Level:
    """One level: its number of answers, and its share as the length of a bar."""

    name: str
    count: int
    percent: int
    said: str


@dataclass(frozen=True)
class Shown:
    """One period, or one field of it."""

    title: str
    rating: Rating
    satisfied: str
    """Share of "hài lòng" and "rất hài lòng" among the valid answers; empty where there are none."""
    levels: tuple[Level, ...]
    few: bool


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    satisfaction: Satisfaction
    latest: Shown | None
    fields: tuple[Shown, ...]
    """The latest period by field."""
    earlier: tuple[Shown, ...]
    improvements: tuple[Improvement, ...]


class Row(Model):
    """One period on one line of the table; the rate is computed."""

    period: str = given("ky", "Kỳ", "Kỳ báo cáo.")
    start: date = given("tu_ngay", "Từ ngày", "Ngày đầu kỳ.")
    end: date = given("den_ngay", "Đến ngày", "Ngày cuối kỳ.")
    field: str = given("linh_vuc", "Lĩnh vực", "Một lĩnh vực, hoặc mọi lĩnh vực.")
    asked: int | None = maybe("phat_ra", "Số phiếu phát ra", "Số phiếu.")
    answers: int = given("so_phieu", "Số phiếu thu về", "Số phiếu.")
    invalid: int = given("khong_hop_le", "Phiếu không hợp lệ", "Số phiếu.")
    very_good: int = given("rat_hai_long", "Rất hài lòng", "Số phiếu.")
    good: int = given("hai_long", "Hài lòng", "Số phiếu.")
    fair: int = given("binh_thuong", "Bình thường", "Số phiếu.")
    bad: int = given("khong_hai_long", "Không hài lòng", "Số phiếu.")
    very_bad: int = given("rat_khong_hai_long", "Rất không hài lòng", "Số phiếu.")
    satisfied: Decimal | None = maybe("ty_le_hai_long", "Tỷ lệ hài lòng (%)", "Máy tính từ phiếu hợp lệ.")


def sheet(scope: Scope) -> Sheet | None:
    """None where the commune has disclosed nothing of it."""
    record = scope.commune.one("satisfaction")
    if record is None:
        return None
    found: Satisfaction = record.data
    whole = sorted((r for r in found.ratings if not r.field), key=lambda r: r.period, reverse=True)
    latest = whole[0] if whole else None
    fields = [r for r in found.ratings if r.field and (latest is None or r.period == latest.period)]
    return Sheet(
        found,
        _shown(latest) if latest else None,
        tuple(_shown(each) for each in sorted(fields, key=lambda r: vi_key(r.field or ""))),
        tuple(map(_shown, whole[1:])),
        tuple(sorted(found.improvements, key=lambda each: each.day, reverse=True)),
    )


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("satisfaction"):
        for rating in record.data.ratings:
            yield Row.model_construct(
                period=str(rating.period),
                start=rating.period.start,
                end=rating.period.end,
                field=rating.field or "Mọi lĩnh vực",
                **{name: getattr(rating, name) for name in ("asked", "answers", "invalid", *LEVELS)},
                satisfied=share(rating.satisfied, rating.valid),
            )


def _shown(rating: Rating) -> Shown:
    period = str(rating.period)
    return Shown(
        rating.field or capital(period),
        rating,
        say_share(rating.satisfied, rating.valid),
        tuple(_levels(rating)),
        rating.valid < FEW,
    )


def _levels(rating: Rating) -> Iterable[Level]:
    for name in LEVELS:
        count = getattr(rating, name)
        percent = share(count, rating.valid)
        title = Rating.model_fields[name].title or name
        yield Level(title, count, round(percent or 0), say_share(count, rating.valid))
