"""The commune's own profile: about it, its leaders, its thôn, and how to reach it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.core import Draft, Record
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds._linked import office
from generator.kinds.profile.check import check
from generator.kinds.profile.model import Amenity, Profile, Standing
from generator.kinds.profile.paper import papers
from generator.kinds.profile.spoken import spoken
from generator.province import Duty, Unit

__all__ = ["KIND", "Profile", "Standing"]
SOUGHT = ("Đường dây nóng", "Phản ánh, kiến nghị", "Giờ làm việc", "Điện thoại")
"""Words under which citizens look for the contact page."""


@dataclass(frozen=True)
class About:
    """Facts of the profile's pages."""

    profile: Profile
    unit: Unit
    absent: tuple[Amenity, ...]
    """Amenities that the one-stop centre does not name."""
    error_duties: tuple[Duty, ...]
    """What the law says of answering a report of an error."""
    own: bool
    """Whether the commune itself publishes here and can answer."""
    households: int
    """Sum over the thôn that give a number."""


def pages(scope: Scope) -> Iterable[Draft]:
    record = scope.commune.one("profile")
    if record is None:
        return
    draft = partial(Draft, facts=_about(record, scope), record=record)
    yield from _introduction(scope.commune.name, draft)
    yield draft(
        "lien-he/",
        "Liên hệ",
        "profile/contact.html",
        description=f"Địa chỉ, điện thoại, giờ làm việc của UBND và một cửa {scope.commune.name}.",
        menu="Liên hệ",
        also=SOUGHT,
        about=(office(scope),),
    )


def _introduction(name: str, draft: Callable[..., Draft]) -> Iterable[Draft]:
    """What the commune is, and the pages below it: who leads it, its thôn."""
    yield draft(
        "gioi-thieu/",
        "Giới thiệu",
        "profile/about.html",
        description=f"{name}: số liệu, lịch sử, văn hóa, di tích, tên cũ.",
        menu="Giới thiệu",
    )
    yield draft(
        "lanh-dao/",
        "Lãnh đạo và bộ máy",
        "profile/leaders.html",
        description=f"Lãnh đạo {name}: chức vụ, nhiệm vụ, điện thoại.",
        section="gioi-thieu/",
    )
    yield draft(
        "thon/",
        "Thôn, tổ dân phố",
        "profile/thon.html",
        description=f"Các thôn, tổ dân phố của {name}: trưởng thôn, nhà văn hóa, nơi niêm yết.",
        section="gioi-thieu/",
    )


def card(scope: Scope) -> Card:
    record = scope.commune.one("profile")
    lines = _opening(record.data) if record else []
    place = record and (record.data.one_stop or record.data.office)
    phone = place.phone if place and place.phone else ""
    return Card(
        "Liên hệ, giờ làm việc",
        "lien-he/",
        tuple(lines) or (() if phone else ("Địa chỉ, giờ làm việc: chưa công khai trên trang này.",)),
        action="Xem cách liên hệ",
        phone=phone,
    )


def _opening(profile: Profile) -> list[str]:
    """Hours of the one-stop centre, else of the office."""
    place = profile.one_stop or profile.office
    if place is None:
        return []
    name = "Một cửa" if profile.one_stop else "Trụ sở"
    return [
        f"{name}: {open.days}, {'; '.join(span.say() for span in open.hours)}" for open in place.hours[:2]
    ]


def _about(record: Record[Profile], scope: Scope) -> About:
    profile = record.data
    there = set(profile.one_stop.amenities) if profile.one_stop else set()
    return About(
        profile=profile,
        unit=scope.province.units[profile.code],
        absent=tuple(amenity for amenity in Amenity if amenity not in there),
        error_duties=scope.province.duties_of("sai_sot", scope.day),
        own=profile.standing is not Standing.PREPARED,
        households=sum(thon.households or 0 for thon in profile.thon),
    )


KIND = Kind(
    name="profile",
    title="Giới thiệu",
    section="gioi-thieu/",
    files=("xa.yml",),
    model=Profile,
    pages=pages,
    spoken=spoken,
    papers=papers,
    check=check,
    card=card,
    order=90,
    prominent=True,
)
