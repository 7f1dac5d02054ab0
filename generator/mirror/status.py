"""What everybody may know of the copies: a page, and the same as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from generator.core import Draft, File, Outcome
from generator.mirror.listed import Mirrored
from generator.mirror.public_log import NAME as LOG
from generator.mirror.released import is_still_trusted, signers_of
from generator.mirror.shown import UNSIGNED, UNTRUSTED, Shown, say_moment, shown_of
from generator.mirror.state import Known
from generator.mirror.tries import Run
from generator.mirror.weekly import weeks_of
from generator.overview import Alert, Cause
from generator.publish import Job
from generator.publish.province import publish_province
from generator.words.order import vi_key

PAGE, TITLE, DATA = "ban-sao/", "Tình trạng các bản sao", "ban-sao.json"


@dataclass(frozen=True)
class Status:
    """Facts of the page."""

    day: date
    now: datetime
    old_days: int
    copies: tuple[Shown, ...]

    def count(self, state: str) -> int:
        return sum(copy.state == state for copy in self.copies)

    @property
    def moment(self) -> str:
        return say_moment(self.now)

    @property
    def data(self) -> str:
        return DATA

    @property
    def log(self) -> str:
        return LOG

    def proven(self, code: str) -> int:
        return sum(copy.checked == code for copy in self.copies)

    @property
    def old(self) -> int:
        return sum(copy.old for copy in self.copies)


def show(run: Run, known: Known, outcomes: tuple[Outcome, ...]) -> None:
    """Build the province's pages with the one about its copies into the fresh folder."""
    order = run.order
    status = status_of(run.mirrored, known, outcomes, _trusted(run.job, outcomes), order.now)
    lead = "Bản sao trang của từng xã, phường do tỉnh giữ: lấy ở đâu, tính đến ngày nào, có lỗi gì."
    draft = Draft(PAGE, TITLE, "province/ban-sao.html", status, lead, listed=False)
    weeks = partial(weeks_of, order.store)
    copies = list(_alerts(status, run.mirrored))
    publish_province(run.job, outcomes, [draft], [File(DATA, as_json(status))], weeks, copies)


def _trusted(job: Job, outcomes: Sequence[Outcome]) -> frozenset[str]:
    """Communes whose standing release was signed by a key that the province has not called back since."""
    signers = signers_of(job.province.signers)
    slugs = (outcome.slug for outcome in outcomes)
    return frozenset(slug for slug in slugs if is_still_trusted(job.site_of(slug), signers))


def status_of(
    mirrored: Mirrored, known: Known, outcomes: Sequence[Outcome], trusted: frozenset[str], now: datetime
) -> Status:
    standing = {outcome.slug: outcome for outcome in outcomes}
    old_days = mirrored.settings.old_days
    slugs = ((one, one.unit.slug) for one in mirrored.wanted)
    shown = [
        shown_of(one, known.of(slug), standing.get(slug), slug in trusted, old_days, now)
        for one, slug in slugs
    ]
    shown.sort(key=lambda copy: vi_key(copy.name))
    return Status(now.date(), now, old_days, tuple(shown))


def _alerts(status: Status, mirrored: Mirrored) -> Iterator[Alert]:
    """Copies that are not what the commune has now, or that nobody can prove."""
    units = {one.unit.slug: one.unit for one in mirrored.wanted}
    for copy in status.copies:
        why = _doubt(copy, status)
        if why and not copy.fictional:
            yield Alert(units[copy.slug], Cause.COPY, why, PAGE, status.day)


def _doubt(copy: Shown, status: Status) -> str:
    """Why a copy is not sure, without a stop; empty where it is."""
    if copy.reason:
        return f"{copy.label}: {copy.reason}"
    if copy.expired:
        return "bản phát hành đã quá hạn, xã chưa phát hành bản mới"
    if copy.expires_soon(status.now):
        return f"bản phát hành sắp hết hạn, {copy.released}"
    if copy.old:
        return f"bản sao đã {copy.days} ngày tuổi"
    return copy.proof if copy.checked in (UNSIGNED, UNTRUSTED) else ""


def as_json(status: Status) -> bytes:
    content = {
        "ngay": status.day.isoformat(),
        "cap_nhat": status.now.isoformat(timespec="seconds"),
        "qua_cu_ngay": status.old_days,
        "xa": list(map(_entry, status.copies)),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(copy: Shown) -> dict[str, Any]:
    standing = {
        "commit": copy.commit or None,
        "ma_kiem": copy.digest,
        "lay_luc": copy.taken.isoformat() if copy.taken else None,
    }
    return {
        "ma": copy.code,
        "slug": copy.slug,
        "ten": copy.name,
        "dia_chi": copy.url or None,
        "nguon": copy.source,
        "tinh_trang": copy.state,
        "ban_dang_dung": standing if copy.digest else None,
        "tinh_den": copy.as_of.isoformat() if copy.as_of else None,
        "tuoi_ngay": copy.days,
        "qua_cu": copy.old,
        "lui_ve_ban_cu": copy.back,
        "lan_thu_cuoi": copy.tried.isoformat() if copy.tried else None,
        "kiem_chung": copy.checked or None,
        "phat_hanh": _release(copy) if copy.release.serial else None,
        "loi": {"ma": copy.problem or None, "noi_dung": copy.reason, "viec_can_lam": copy.hint}
        if copy.reason
        else None,
        "so_ban_giu": copy.kept,
    }


def _release(copy: Shown) -> dict[str, Any]:
    """The release that stands."""
    release = copy.release
    return {
        "so": release.serial,
        "ngay": release.made,
        "het_han": release.expires,
        "qua_han": copy.expired,
        "sha256": release.digest,
    }
