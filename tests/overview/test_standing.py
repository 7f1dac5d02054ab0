"""How a commune's duties stand, by what its site tells."""

from __future__ import annotations

from datetime import date

import pytest

from generator.core import State
from generator.overview.rows import Part, by_need, by_result, by_size, rows_of
from generator.overview.standing import account_of
from generator.overview.steps import Urgency, next_steps
from generator.overview.weeks import no_weeks
from generator.province import Duty, Province
from generator.province.verdicts import DutyStanding, Timeliness
from tests.overview.conftest import DAY, MakeSite, told

Duties = dict[str, Duty]


def test_the_share_counts_what_is_there_or_declared_empty_among_what_has_come_due(
    make_site: MakeSite, duties: Duties
) -> None:
    site = make_site(
        "xa-phu-dinh",
        [
            told("TCD-24.2"),
            told("THDC-11.9", "khong_phat_sinh", "khong_co_han"),
            told("THDC-11.6", "chua_co", "khong_tinh_duoc"),
            told("NS-QUY", "chua_co", "qua_han", so_ngay=44, han="2026-10-10"),
            told("THDC-33", "chua_co", "chua_den_han", so_ngay=38, han="2026-12-31"),
        ],
    )
    account = account_of(site, duties, DAY)
    assert account
    assert (account.share, account.overdue, account.empty) == (50, 1, 1), (
        "two of four; what is not due is left out"
    )
    assert account.standings["THDC-33"] is DutyStanding.COMING


def test_a_duty_with_one_period_missing_is_not_fulfilled(make_site: MakeSite, duties: Duties) -> None:
    entries = [told("NS-QUY"), told("TCD-24.2"), told("NS-QUY", "chua_co", "qua_han")]
    account = account_of(make_site("xa-phu-dinh", entries), duties, DAY)
    assert account
    assert account.standings["NS-QUY"] is DutyStanding.OVERDUE
    assert account.share == 50


def test_what_came_late_stays_late_and_only_what_has_a_deadline_counts(
    make_site: MakeSite, duties: Duties
) -> None:
    entries = [
        told("TCD-24.2"),
        told("NS-QUY", timeliness="cham"),
        told("THDC-23", timeliness="khong_co_han"),
    ]
    account = account_of(make_site("xa-phu-dinh", entries), duties, DAY)
    assert account
    assert account.timely == 50


def test_a_deadline_that_passed_since_the_site_was_built_is_overdue(
    make_site: MakeSite, duties: Duties
) -> None:
    entry = told("NS-QUY", "chua_co", "chua_den_han", so_ngay=3, han="2026-11-18")
    account = account_of(make_site("xa-phu-dinh", [entry], day=date(2026, 11, 15)), duties, DAY)
    assert account
    assert account.day == date(2026, 11, 15)
    (item,) = account.items
    assert (item.timeliness, item.days) == (Timeliness.OVERDUE, 4)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"ngay": 5, "nghia_vu": []}',
        '{"ngay": "2026-11-22"}',
        '{"ngay": "2026-11-22", "nghia_vu": 5}',
        "[" * 10_000,
    ],
)
def test_a_site_that_tells_nothing_readable_is_not_counted(
    content: str, make_site: MakeSite, duties: Duties, province: Province
) -> None:
    site = make_site("xa-phu-dinh", [])
    (site.folder / "cong-khai.json").write_text(content, encoding="utf-8")
    assert account_of(site, duties, DAY) is None
    row = next(r for r in rows_of(province, [site], duties, DAY, no_weeks) if r.unit.slug == "xa-phu-dinh")
    assert row.part is Part.UNREADABLE


def test_entries_that_are_not_as_ours_are_left_out(make_site: MakeSite, duties: Duties) -> None:
    strange = [
        5,
        {},
        told("KHONG-CO"),
        told("TCD-24.2", "hay_lam"),
        told("TCD-24.2", timeliness="luon_dung"),
        told("THDC-11.1", so_ngay="x", han="mai"),
        {**told("TCD-24.2"), "trong_so": 10**9},
    ]
    account = account_of(make_site("xa-phu-dinh", strange), duties, DAY)
    assert account
    assert [item.duty.id for item in account.items] == ["TCD-24.2", "THDC-11.1"]
    assert account.share == 100


def test_a_link_in_place_of_the_file_is_not_followed(make_site: MakeSite, duties: Duties) -> None:
    own, other = make_site("xa-phu-dinh", [told("TCD-24.2")]), make_site("xa-binh-yen", [])
    (other.folder / "cong-khai.json").unlink()
    (other.folder / "cong-khai.json").symlink_to(own.folder / "cong-khai.json")
    assert account_of(other, duties, DAY) is None


def test_only_who_has_joined_is_judged(make_site: MakeSite, duties: Duties, province: Province) -> None:
    late = [told("NS-QUY", "chua_co", "qua_han")]
    sites = [
        make_site("xa-phu-dinh", late),
        make_site("xa-binh-yen", late, "cho_tiep_nhan"),
        make_site("xa-dinh-hoa", late, state=State.WAITING),
    ]
    rows = {row.unit.slug: row for row in rows_of(province, sites, duties, DAY, no_weeks)}
    assert len(rows) == len(province.real_units)
    assert rows["xa-phu-dinh"].part is Part.JOINED
    assert rows["xa-binh-yen"].part is Part.PREPARED
    assert rows["xa-dinh-hoa"].part is Part.WAITING
    assert rows["xa-trung-hoi"].part is Part.ABSENT
    assert [row.unit.slug for row in rows.values() if row.account] == ["xa-phu-dinh"]


def test_the_orders_put_need_or_result_first_and_like_beside_like(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    sites = [
        make_site("xa-phu-dinh", [told("TCD-24.2"), told("NS-QUY", "chua_co", "qua_han")]),
        make_site("xa-binh-yen", [told("TCD-24.2")]),
        make_site(
            "xa-dinh-hoa", [told("TCD-24.2", "chua_co", "qua_han"), told("NS-QUY", "chua_co", "qua_han")]
        ),
        make_site("phuong-linh-son", [told("TCD-24.2")]),
    ]
    rows = rows_of(province, sites, duties, DAY, no_weeks)
    assert [row.unit.slug for row in by_need(rows)][:2] == ["xa-dinh-hoa", "xa-phu-dinh"]
    assert {row.unit.slug for row in by_result(rows)[:2]} == {"xa-binh-yen", "phuong-linh-son"}
    groups = dict(by_size(rows))
    assert [row.unit.slug for row in groups["Phường"]] == ["phuong-linh-son"]
    communes = [row for name, own in groups.items() if name != "Phường" for row in own]
    areas = {name: [row.unit.area for row in own if row.unit.area] for name, own in groups.items()}
    assert len(communes) == 3
    assert max(areas["Xã diện tích nhỏ"]) < min(areas["Xã diện tích lớn"])


def test_the_next_steps_are_three_the_most_urgent_first(make_site: MakeSite, duties: Duties) -> None:
    entries = [
        told("THDC-11.3", hinh_thuc_con_thieu=["Niêm yết"]),
        told("THDC-11.6", "chua_co", "khong_tinh_duoc"),
        told("THDC-33", "chua_co", "chua_den_han", so_ngay=39, han="2026-12-31"),
        told("NS-QUY", "chua_co", "qua_han", so_ngay=43, han="2026-10-10"),
        told("TCD-24.2", "chua_co", "qua_han", so_ngay=137, han="2026-07-08"),
    ]
    account = account_of(make_site("xa-phu-dinh", entries), duties, DAY)
    assert account
    steps = next_steps(account)
    assert [(step.duty.id, step.urgency) for step in steps] == [
        ("TCD-24.2", Urgency.OVERDUE),
        ("NS-QUY", Urgency.OVERDUE),
        ("THDC-33", Urgency.COMING),
    ]
    assert (steps[0].label, steps[0].why) == ("Quá hạn 137 ngày", "hạn 08/07/2026")
