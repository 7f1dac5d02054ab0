"""Rules of the profile: thôn told apart, figures that agree with each other and with the register."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from generator.core import Loc, Problem, Record
from generator.fields.contact import dial
from generator.kinds._dates import check_past
from generator.kinds._kind import Scope
from generator.kinds._references import is_in_vietnam
from generator.kinds.profile.model import Profile, Standing
from generator.words.fold import fold
from generator.words.money import say_number

NEAR = Decimal("0.3")
"""Degrees, some 30 km: no commune's office lies further from the point that the register gives."""
SLACK = Decimal("0.05")
"""Share by which a commune's own figure of its area may differ from the register's."""


def check(scope: Scope) -> Iterable[Problem]:
    record = scope.commune.one("profile")
    if record is None:
        return
    yield from _thon(record)
    yield from _figures(record, scope)
    yield from _office(record, scope)
    if record.data.standing is Standing.OFFICIAL:
        yield from _thin(record)


def _thon(record: Record[Profile]) -> Iterable[Problem]:
    """Ids are addresses, so case tells none apart; two thôn of one name or one telephone are a slip."""
    thon = record.data.thon
    for (first, one), (second, other) in combinations(enumerate(thon), 2):
        loc: Loc = ("thon", second)
        if fold(one.id) == fold(other.id):
            yield record.problem(
                "not_unique",
                (*loc, "ma"),
                f"mã thôn “{other.id}” đã dùng cho {one.full_name} (mục thứ {first + 1})",
                "Mỗi thôn một mã; chữ hoa, chữ thường coi như một.",
            )
        if one.full_name.casefold() == other.full_name.casefold():
            text = f"“{other.full_name}” đã có ở mục thứ {first + 1}"
            yield record.notice("name_twice", (*loc, "ten"), text, "Một thôn thì bỏ bớt một mục.")
        phones = [t.head.phone for t in (one, other) if t.head and t.head.phone]
        if len(phones) == 2 and dial(phones[0]) == dial(phones[1]):
            text = f"số {phones[1]} đã ghi cho trưởng {one.full_name}"
            yield record.notice("phone_twice", (*loc, "truong_thon", "dien_thoai"), text, "Xem lại số.")


def _figures(record: Record[Profile], scope: Scope) -> Iterable[Problem]:
    figures, thon = record.data.figures, record.data.thon
    if figures is None:
        return
    counted = [one.households for one in thon]
    added = sum(number or 0 for number in counted)
    whole = figures.households
    if thon and whole is not None and None not in counted and added != whole:
        yield record.notice(
            "sum_differs",
            ("so_lieu", "so_ho"),
            f"cả xã ghi {say_number(whole)} hộ, các thôn cộng lại {say_number(added)} hộ",
            "Sửa số của xã hoặc của thôn; nếu chốt ở hai ngày khác nhau thì giữ nguyên.",
        )
    if whole is not None and figures.people is not None and figures.people < whole:
        yield record.problem(
            "more_than_all",
            ("so_lieu", "so_nguoi"),
            f"{say_number(figures.people)} người, ít hơn {say_number(whole)} hộ",
            "Có thể đã ghi ngược so_ho và so_nguoi.",
        )
    yield from check_past(
        record, ("so_lieu", "ngay_chot"), figures.day, scope.day, "Ghi ngày đã chốt số liệu."
    )
    yield from _area(record, figures.area, scope.province.units[scope.commune.code].area)


def _area(record: Record[Profile], own: Decimal | None, listed: Decimal | None) -> Iterable[Problem]:
    if own is not None and listed and abs(own - listed) > SLACK * listed:
        yield record.notice(
            "area_differs",
            ("so_lieu", "dien_tich_km2"),
            f"diện tích ghi {say_number(own)} km², sổ đăng ký của tỉnh ghi {say_number(listed)} km²",
            "Dấu phẩy ngăn phần lẻ: 48,6. Nếu số của xã đúng, báo tỉnh sửa sổ.",
        )


def _office(record: Record[Profile], scope: Scope) -> Iterable[Problem]:
    office, unit = record.data.office, scope.province.units[scope.commune.code]
    if office is None or (office.latitude is None and office.longitude is None):
        return
    if office.latitude is None or office.longitude is None:
        key, other = ("vi_do", "kinh_do") if office.longitude is None else ("kinh_do", "vi_do")
        text = f"mới có {key}, thiếu {other}, nên không chỉ được trên bản đồ"
        yield record.problem("half_spot", ("tru_so", key), text, f"Thêm dòng {other}.")
    elif not is_in_vietnam(office.latitude, office.longitude):
        yield record.problem(
            "spot_outside",
            ("tru_so", "vi_do"),
            f"tọa độ {office.latitude}, {office.longitude} không ở Việt Nam",
            "Vĩ độ khoảng 8 đến 24, kinh độ khoảng 102 đến 118; có thể đã ghi ngược.",
        )
    elif unit.latitude and unit.longitude:
        away = max(abs(office.latitude - unit.latitude), abs(office.longitude - unit.longitude))
        if away > NEAR:
            yield record.notice(
                "spot_far",
                ("tru_so", "vi_do"),
                f"tọa độ {office.latitude}, {office.longitude} ở xa xã, sổ đăng ký ghi "
                f"{unit.latitude}, {unit.longitude}",
                "Mở bản đồ, chạm giữ vào trụ sở rồi chép lại tọa độ.",
            )


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
