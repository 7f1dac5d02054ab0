"""What everybody may know of the copies: a page, and the same as data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.core import Draft, File, Outcome, State
from generator.mirror.listed import Mirrored, Wanted
from generator.mirror.state import Copy, Known
from generator.publish import Job, publish_province
from generator.words.dates import say_day, say_time
from generator.words.order import vi_key

PAGE, TITLE, DATA = "ban-sao/", "Tình trạng các bản sao", "ban-sao.json"
SHORT = 10
"""Signs of a commit that people need."""


@dataclass(frozen=True)
class Shown:
    """One commune's copy, as page and data tell it."""

    name: str
    code: str
    slug: str
    url: str
    """Empty where nothing of it stands."""
    state: str
    """Code for programs; `label` says it."""
    label: str
    tone: str
    source: dict[str, str]
    """Under the keys of the data: what it holds, where it is."""
    commit: str
    digest: str
    """Of the source's files."""
    taken: datetime | None
    as_of: date | None
    days: int | None
    """How old the copy is."""
    old: bool
    tried: datetime | None
    reason: str
    hint: str
    back: bool
    kept: int

    @property
    def short(self) -> str:
        return (self.commit or self.digest)[:SHORT]

    @property
    def taken_at(self) -> str:
        return say_moment(self.taken) if self.taken else ""

    @property
    def tried_at(self) -> str:
        return say_moment(self.tried) if self.tried else ""

    @property
    def place(self) -> str:
        """Where it is taken from: "dữ liệu ở https://…, nhánh main"."""
        what = "trang đã dựng" if self.source["loai"] == "trang" else "dữ liệu"
        branch = f", nhánh {self.source['nhanh']}" if "nhanh" in self.source else ""
        return f"{what} ở {self.source['kho']}{branch}"


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
    def old(self) -> int:
        return sum(copy.old for copy in self.copies)


def show(job: Job, mirrored: Mirrored, known: Known, outcomes: tuple[Outcome, ...], now: datetime) -> None:
    """Build the province's page with the one about its copies into the fresh folder."""
    status = status_of(mirrored, known, outcomes, now)
    lead = "Bản sao trang của từng xã, phường do tỉnh giữ: lấy ở đâu, tính đến ngày nào, có lỗi gì."
    draft = Draft(PAGE, TITLE, "province/ban-sao.html", status, lead, listed=False)
    publish_province(job, outcomes, [draft], [File(DATA, as_json(status))])


def status_of(mirrored: Mirrored, known: Known, outcomes: Sequence[Outcome], now: datetime) -> Status:
    standing = {outcome.slug: outcome for outcome in outcomes}
    settings = mirrored.settings
    shown = [
        _shown(one, known.of(one.unit.slug), standing.get(one.unit.slug), settings.old_days, now)
        for one in mirrored.wanted
    ]
    shown.sort(key=lambda copy: vi_key(copy.name))
    return Status(now.date(), now, settings.old_days, tuple(shown))


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
        "loi": {"noi_dung": copy.reason, "viec_can_lam": copy.hint} if copy.reason else None,
        "so_ban_giu": copy.kept,
    }


def _shown(wanted: Wanted, copy: Copy, outcome: Outcome | None, old_days: int, now: datetime) -> Shown:
    unit, version = wanted.unit, copy.standing
    as_of = date.fromisoformat(copy.as_of) if copy.as_of and version else None
    days = (now.date() - as_of).days if as_of else None
    state, label, tone = _state(copy, outcome)
    return Shown(
        name=unit.name,
        code=unit.code,
        slug=unit.slug,
        url=f"{unit.slug}/" if outcome else "",
        state=state,
        label=label,
        tone=tone,
        source=_source(wanted),
        commit=version.commit if version else "",
        digest=version.key if version else "",
        taken=datetime.fromisoformat(version.taken) if version else None,
        as_of=as_of,
        days=days,
        old=days is not None and days > old_days,
        tried=datetime.fromisoformat(copy.tried) if copy.tried else None,
        reason=copy.reason,
        hint=copy.hint,
        back=bool(copy.back_from),
        kept=len(copy.kept),
    )


def _state(copy: Copy, outcome: Outcome | None) -> tuple[str, str, str]:
    """Code, words, tone."""
    if outcome is None:
        return "chua_co", "chưa lấy được lần nào" if copy.tried else "chưa lấy", "xau"
    if outcome.state is State.WAITING:
        return "cho_sua", "đang chờ xã sửa dữ liệu", "xau"
    if copy.reason:
        return "giu_ban_cu", "đang giữ bản cũ", "vua"
    if copy.skipped:
        return "tro_lai", "tỉnh cho trở lại bản trước", "vua"
    return "moi", "đúng bản mới nhất", "tot"


def _source(wanted: Wanted) -> dict[str, str]:
    """Without who signs in and without paths of this machine."""
    source = wanted.source
    git = {"nhanh": source.branch} if source.repository else {}
    return {"loai": source.holds.value, "kho": wanted.shown, **git}


def say_moment(moment: datetime) -> str:
    """8 giờ 05 ngày 22/11/2026"""
    return f"{say_time(moment.time())} ngày {say_day(moment.date())}"
