"""Satisfaction: levels add up, rates are computed of valid answers, a way to rate can be taken."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.core import Problem
from generator.kinds._kind import Scope
from generator.kinds.satisfaction import KIND, card
from generator.kinds.satisfaction.model import Rating
from generator.kinds.satisfaction.view import Sheet, rows, sheet
from tests.conftest import Load

WAYS = "cach_danh_gia:\n  - loai: phieu_giay\n"
LEVELS = ("rat_hai_long", "hai_long", "binh_thuong", "khong_hai_long", "rat_khong_hai_long")


def rating(
    counts: tuple[int, ...], period: str = "quý III/2026", answers: int | None = None, more: str = ""
) -> str:
    """One period on one line: what was answered by level, best first."""
    told = ", ".join(f"{key}: {count}" for key, count in zip(LEVELS, counts, strict=True))
    whole = sum(counts) if answers is None else answers
    return f"  - {{ky: {period}, so_phieu: {whole}, {told}{more}}}\n"


def scope_of(load: Load, *ratings: str, ways: str = WAYS, rest: str = "") -> Scope:
    listed = "ket_qua:\n" + "".join(ratings) if ratings else ""
    scope, problems = load({"hai-long.yml": ways + listed + rest})
    assert scope, problems
    return scope


def found(load: Load, *ratings: str, ways: str = WAYS, rest: str = "") -> list[Problem]:
    return list(KIND.check(scope_of(load, *ratings, ways=ways, rest=rest)))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def shown(scope: Scope) -> Sheet:
    found = sheet(scope)
    assert found
    return found


def test_the_levels_and_the_invalid_answers_are_all_answers(load: Load) -> None:
    assert found(load, rating((10, 20, 5, 3, 2))) == []
    assert found(load, rating((10, 20, 5, 3, 2), answers=44, more=", khong_hop_le: 4")) == []
    (problem,) = found(load, rating((10, 20, 5, 3, 2), answers=44))
    assert (problem.code, problem.place.line) == ("sum_differs", 4)
    assert "44 phiếu" in problem.message
    assert "40" in problem.message


def test_no_more_answers_come_back_than_went_out(load: Load) -> None:
    assert found(load, rating((10, 20, 5, 3, 2), more=", phat_ra: 40")) == []
    assert codes(found(load, rating((10, 20, 5, 3, 2), more=", phat_ra: 39"))) == [("more_than_all", 4)]


def test_periods_of_one_field_stand_apart_and_have_come(load: Load) -> None:
    one = (10, 20, 5, 3, 2)
    assert codes(found(load, rating(one), rating(one, "tháng 9/2026"))) == [("periods_overlap", 5)]
    assert found(load, rating(one), rating(one, more=", linh_vuc: Đất đai")) == []
    assert codes(found(load, rating(one, "quý I/2027"))) == [("date_in_future", 4)]
    assert codes(found(load, rating(one, "năm 2026"))) == [("period_not_over", 4)]


def test_no_rate_can_be_typed() -> None:
    keys = {str(info.alias) for info in Rating.model_fields.values()}
    assert not [key for key in keys if "ty_le" in key]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((30, 10, 0, 0, 0), "100%"),
        ((0, 0, 0, 40, 0), "0%"),
        ((1, 0, 2, 0, 0), "33,3%"),
        ((4999, 0, 1, 0, 0), "hơn 99,9%"),
        ((0, 0, 0, 0, 0), ""),
    ],
)
def test_the_rate_is_of_valid_answers_and_never_claims_all_where_it_is_not_so(
    load: Load, counts: tuple[int, ...], said: str
) -> None:
    latest = shown(scope_of(load, rating(counts, answers=sum(counts) + 9, more=", khong_hop_le: 9"))).latest
    assert latest
    assert latest.satisfied == said


def test_few_answers_are_called_few(load: Load) -> None:
    few, enough = (29, 0, 0, 0, 0), (30, 0, 0, 0, 0)
    for counts, expected in ((few, True), (enough, False)):
        latest = shown(scope_of(load, rating(counts))).latest
        assert latest
        assert latest.few is expected


def test_the_latest_period_comes_first_and_fields_are_its_own(load: Load) -> None:
    one = (10, 20, 5, 3, 2)
    sheet = shown(
        scope_of(
            load,
            rating(one, "quý II/2026"),
            rating(one, "quý III/2026"),
            rating(one, "quý I/2026"),
            rating(one, "quý II/2026", more=", linh_vuc: Hộ tịch"),
            rating(one, "quý III/2026", more=", linh_vuc: Đất đai"),
        )
    )
    assert sheet.latest
    assert sheet.latest.title == "Quý III/2026"
    assert [each.title for each in sheet.earlier] == ["Quý II/2026", "Quý I/2026"]
    assert [each.title for each in sheet.fields] == ["Đất đai"]


def test_rating_online_needs_an_address_that_can_be_tapped(load: Load) -> None:
    online = "cach_danh_gia:\n  - loai: qua_mang\n    noi: Mã QR ở quầy\n"
    assert codes(found(load, ways=online)) == [("way_without_address", 2)]
    assert found(load, ways=f"{online}    dia_chi: https://danhgia.example/\n") == []


def test_only_what_has_changed_is_told(load: Load) -> None:
    change = "da_thay_doi:\n  - ngay: 2026-11-{day}\n    y_kien: Chờ lâu.\n    da_lam: Thêm ghế.\n"
    assert found(load, rest=change.format(day=22)) == []
    assert codes(found(load, rest=change.format(day=23))) == [("date_in_future", 4)]


def test_rates_in_the_table_are_computed(sample: Scope) -> None:
    listed = [(row.period, row.field, row.satisfied) for row in rows(sample)]
    assert listed[2] == ("quý III/2026", "Mọi lĩnh vực", Decimal("92.4"))
    assert len(listed) == 5


def test_the_home_page_tells_the_latest_period(load: Load, sample: Scope, empty: Scope) -> None:
    assert card(sample).lines == ("Quý III/2026: 92,4% hài lòng, 263 phiếu",)
    assert card(empty).lines == ("Chưa công khai trên trang này.",)
    assert card(scope_of(load)).lines == ("Đánh giá ở đâu, bằng cách nào",)


def test_the_sample_is_right(sample: Scope) -> None:
    assert list(KIND.check(sample)) == []
