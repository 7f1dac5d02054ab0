"""One commune's copy in words: how it stands, where it is from, how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.core import Outcome, State
from generator.mirror.listed import Wanted
from generator.mirror.released import UNRELEASED, Release
from generator.mirror.state import Copy, Version
from generator.words.dates import say_day, say_time

SHORT = 10
"""Signs of a commit that people need."""
SOON = timedelta(days=5)
LABELS = {
    "moi": ("đúng bản mới nhất", "tot"),
    "giu_ban_cu": ("đang giữ bản cũ", "vua"),
    "tro_lai": ("tỉnh cho trở lại bản trước", "vua"),
    "cho_sua": ("đang chờ xã sửa dữ liệu", "xau"),
    "chua_co": ("chưa lấy được", "xau"),
}
"""Words and tone of each state."""
VERIFIED, UNTRUSTED, UNSIGNED, BUILT = "da_kiem_chung", "khoa_thu_hoi", "chua_ky", "tinh_dung"
PROOFS = {
    VERIFIED: "đã kiểm chứng chữ ký",
    UNTRUSTED: "tỉnh đã thôi công nhận khóa ký bản này, nên không còn coi là đã kiểm chứng",
    UNSIGNED: "chưa ký, chưa kiểm chứng được",
    BUILT: "tỉnh tự dựng từ dữ liệu của xã",
}
"""Words of whether a copy is proven to be the commune's own."""


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
    fictional: bool
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
    checked: str
    """Code of whether it is proven to be the commune's own; `proof` says it."""
    release: Release
    expired: bool
    problem: str
    """Code of what `reason` tells."""

    @property
    def label(self) -> str:
        return LABELS[self.state][0]

    @property
    def tone(self) -> str:
        return LABELS[self.state][1]

    @property
    def proof(self) -> str:
        return PROOFS.get(self.checked, "")

    @property
    def released(self) -> str:
        """số 12, ngày 22/11/2026, hạn 06/12/2026"""
        made, expires = (
            datetime.fromisoformat(m).date() for m in (self.release.made, self.release.expires)
        )
        return f"số {self.release.serial}, ngày {say_day(made)}, hạn {say_day(expires)}"

    def expires_soon(self, now: datetime) -> bool:
        """Whether a release that stands ends within days: the commune's daily release has stopped."""
        return bool(self.release.serial) and self.release.expired(now + SOON)

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


def shown_of(
    wanted: Wanted, copy: Copy, outcome: Outcome | None, trusted: bool, old_days: int, now: datetime
) -> Shown:
    """`trusted` tells whether the key that signed what stands is still one of the commune's."""
    unit, version = wanted.unit, copy.standing
    days = _days(copy, now)
    return Shown(
        name=unit.name,
        code=unit.code,
        slug=unit.slug,
        url=f"{unit.slug}/" if outcome else "",
        state=_state(copy, outcome),
        fictional=unit.fictional,
        source=_source(wanted),
        commit=version.commit if version else "",
        digest=version.key if version else "",
        taken=datetime.fromisoformat(version.taken) if version else None,
        as_of=_as_of(copy),
        days=days,
        old=days is not None and days > old_days,
        tried=datetime.fromisoformat(copy.tried) if copy.tried else None,
        reason=copy.reason,
        hint=copy.hint,
        back=bool(copy.back_from),
        kept=len(copy.kept),
        checked=_checked(wanted, version, trusted),
        release=version.release if version else UNRELEASED,
        expired=version is not None and version.release.expired(now),
        problem=copy.code,
    )


def _as_of(copy: Copy) -> date | None:
    """The day that what stands tells of."""
    return date.fromisoformat(copy.as_of) if copy.as_of and copy.standing else None


def _days(copy: Copy, now: datetime) -> int | None:
    as_of = _as_of(copy)
    return (now.date() - as_of).days if as_of else None


def _checked(wanted: Wanted, version: Version | None, trusted: bool) -> str:
    """Of what stands; empty where nothing does."""
    if version is None:
        return ""
    if version.release.serial:
        return VERIFIED if trusted else UNTRUSTED
    return UNSIGNED if wanted.is_site else BUILT


def _state(copy: Copy, outcome: Outcome | None) -> str:
    """The code of how a copy stands."""
    if outcome is None:
        return "chua_co"
    if outcome.state is State.WAITING:
        return "cho_sua"
    if copy.reason:
        return "giu_ban_cu"
    return "tro_lai" if copy.skipped else "moi"


def _source(wanted: Wanted) -> dict[str, str]:
    """Without who signs in and without paths of this machine."""
    source = wanted.source
    git = {"nhanh": source.branch} if source.repository else {}
    return {"loai": source.holds.value, "kho": wanted.shown, **git}


def say_moment(moment: datetime) -> str:
    """8 giờ 05 ngày 22/11/2026"""
    return f"{say_time(moment.time())} ngày {say_day(moment.date())}"
