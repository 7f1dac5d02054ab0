"""Rules of the ratings: levels add up, periods stand apart, bad marks lead to something."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_past
from generator.kinds._kind import Scope
from generator.kinds._periods import check_apart, check_period
from generator.kinds.satisfaction.model import Rating, Satisfaction, WayType
from generator.words.money import say_number


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("satisfaction"):
        found: Satisfaction = record.data
        yield from _ways(record)
        for index, rating in enumerate(found.ratings):
            yield from check_period(record, ("ket_qua", index, "ky"), rating.period, scope.day)
            yield from _counts(record, ("ket_qua", index), rating)
        yield from check_apart(
            record, "ket_qua", [(each.period, each.field or "") for each in found.ratings]
        )
        for index, change in enumerate(found.improvements):
            loc = ("da_thay_doi", index, "ngay")
            yield from check_past(record, loc, change.day, scope.day, "Chỉ ghi việc đã làm xong.")


def _ways(record: Record[Satisfaction]) -> Iterable[Problem]:
    """A way that nobody can take is none."""
    for index, way in enumerate(record.data.ways):
        if way.type is WayType.ONLINE and not way.link:
            yield record.problem(
                "way_without_address",
                ("cach_danh_gia", index),
                "đánh giá qua mạng mà chưa ghi địa chỉ",
                "Thêm dia_chi; chỉ có ảnh mã QR thì người đọc bằng điện thoại không bấm vào được.",
            )


def _counts(record: Record[Satisfaction], loc: Loc, rating: Rating) -> Iterable[Problem]:
    counted = rating.valid + rating.invalid
    if counted != rating.answers:
        yield record.problem(
            "sum_differs",
            (*loc, "so_phieu"),
            f"thu về {say_number(rating.answers)} phiếu, năm mức và phiếu không hợp lệ cộng lại "
            f"{say_number(counted)}",
            f"Lệch {say_number(abs(counted - rating.answers))} phiếu; xem lại các số của {rating.period}.",
        )
    if rating.asked is not None and rating.answers > rating.asked:
        yield record.problem(
            "more_than_all",
            (*loc, "so_phieu"),
            f"thu về {say_number(rating.answers)} phiếu, nhiều hơn {say_number(rating.asked)} phiếu phát ra",
            "Sửa một trong hai số.",
        )
