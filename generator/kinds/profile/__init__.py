"""The commune's own profile: about it, its leaders, its thôn, and how to reach it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core import Draft, Problem, Record
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.profile.model import Amenity, Profile, Standing
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
    about = _about(record, scope)
    name = scope.commune.name
    yield Draft(
        "gioi-thieu/",
        "Giới thiệu",
        "profile/about.html",
        about,
        f"{name}: số liệu, lịch sử, văn hóa, di tích, tên cũ.",
        record=record,
        menu="Giới thiệu",
    )
    yield Draft(
        "lanh-dao/",
        "Lãnh đạo và bộ máy",
        "profile/leaders.html",
        about,
        f"Lãnh đạo {name}: chức vụ, nhiệm vụ, điện thoại.",
        section="gioi-thieu/",
        record=record,
    )
    yield Draft(
        "thon/",
        "Thôn, tổ dân phố",
        "profile/thon.html",
        about,
        f"Các thôn, tổ dân phố của {name}: trưởng thôn, nhà văn hóa, nơi niêm yết.",
        section="gioi-thieu/",
        record=record,
    )
    yield Draft(
        "lien-he/",
        "Liên hệ",
        "profile/contact.html",
        about,
        f"Địa chỉ, điện thoại, giờ làm việc của UBND và một cửa {name}.",
        record=record,
        menu="Liên hệ",
        also=SOUGHT,
    )


def card(scope: Scope) -> Card:
    record = scope.commune.one("profile")
    lines = _opening(record.data) if record else []
    return Card(
        "Liên hệ, giờ làm việc",
        "lien-he/",
        tuple(lines) or ("Địa chỉ, giờ làm việc: chưa công khai trên trang này.",),
        action="Xem cách liên hệ",
    )


def _opening(profile: Profile) -> list[str]:
    """Hours and telephone of the one-stop centre, else of the office."""
    place = profile.one_stop or profile.office
    if place is None:
        return []
    name = "Một cửa" if profile.one_stop else "Trụ sở"
    hours = [
        f"{name}: {open.days}, {'; '.join(span.say() for span in open.hours)}" for open in place.hours[:2]
    ]
    return [*hours, f"Điện thoại: {place.phone}"] if place.phone else hours


def check(scope: Scope) -> Iterable[Problem]:
    """Ids of thôn are unique; an official site says where the office is and when it is open."""
    record = scope.commune.one("profile")
    if record is None:
        return
    ids = [thon.id for thon in record.data.thon]
    for index, id in enumerate(ids):
        if id in ids[:index]:
            yield record.problem(
                "not_unique", ("thon", index, "ma"), f"mã thôn “{id}” dùng hai lần", "Mỗi thôn một mã."
            )
    if record.data.standing is Standing.OFFICIAL:
        yield from _thin(record)


def _thin(record: Record[Profile]) -> Iterable[Problem]:
    """What a citizen looks for first and does not find."""
    wanted = {
        "tru_so": record.data.office,
        "mot_cua": record.data.one_stop,
        "lanh_dao": record.data.leaders,
        "dau_moi_thong_tin": record.data.focal,
        "thon": record.data.thon,
    }
    titles = {info.alias: info.title for info in Profile.model_fields.values()}
    for key, value in wanted.items():
        if not value:
            yield record.notice(
                "profile_thin", (), f"chưa có mục “{titles[key]}” ({key})", f"Thêm mục {key} vào xa.yml."
            )


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
    check=check,
    card=card,
    order=90,
)
