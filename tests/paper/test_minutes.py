"""Records of posting and of its end: filled from the very notice that is noted; read back as printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.paper import papers, press
from tests.announce.telling import with_words
from tests.paper.conftest import Hung
from tests.paper.hanging import OF_ALL, bundle, hung_at, paper
from tests.paper.reading import Reading, squeezed


def test_minutes_are_filled_from_the_run_that_is_noted(sample: Scope) -> None:
    facts = paper(sample, "bien-ban/lay-y-kien/LYK-2026-04")
    assert (facts["since"], facts["until"], facts["least"]) == (
        "09/11/2026",
        "14/12/2026",
        "ít nhất 30 ngày liên tục",
    )
    assert facts["place"] == "Trụ sở UBND xã, nhà văn hóa xóm Suối Mẫu và xóm Trung Tâm"
    assert facts["bases"] == ["Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 11 khoản 11"]
    assert paper(sample, "bien-ban-ket-thuc/lay-y-kien/LYK-2026-04") == {}


def test_minutes_of_what_must_hang_and_is_not_noted_are_left_blank(sample: Scope) -> None:
    facts = paper(sample, f"bien-ban/{OF_ALL.strip('/')}")
    assert (facts["place"], facts["since"], facts["until"]) == ("", "", "")


def test_the_end_is_recorded_once_the_run_is_over(hung: Hung) -> None:
    scope = hung("2026-10-01", "2026-11-21")
    name = f"bien-ban-ket-thuc/du-an/{scope.commune.all('project')[0].id}"
    assert paper(scope, name)["length"] == "52 ngày"
    assert paper(replace(scope, day=date(2026, 11, 21)), name) == {}


def test_every_notice_has_its_own_minutes_in_the_order_of_the_days(sample: Scope) -> None:
    told = [
        {"noi": "Xóm Nà Mẫu", "tu_ngay": "2026-11-01", "den_ngay": "2026-11-20"},
        {"noi": "Trụ sở", "tu_ngay": "2026-09-01", "den_ngay": "2026-10-01"},
        {"noi": "Bản Khe Đá", "tu_ngay": "2026-11-10"},
    ]
    scope = hung_at(sample, *told)
    url = f"du-an/{scope.commune.all('project')[0].id}"

    def days(kind: str) -> dict[str, tuple[str, str, str]]:
        known = {each.name: each.sheets[0].facts for each in papers(scope) if f"{kind}/{url}" in each.name}
        return {name: (facts["place"], facts["since"], facts["until"]) for name, facts in known.items()}

    ended = {
        "": ("Trụ sở", "01/09/2026", "01/10/2026"),
        "-2": ("Xóm Nà Mẫu", "01/11/2026", "20/11/2026"),
    }
    open_end = {"-3": ("Bản Khe Đá", "10/11/2026", "")}
    assert days("bien-ban") == {f"bien-ban/{url}{n}": told for n, told in (ended | open_end).items()}
    assert days("bien-ban-ket-thuc") == {f"bien-ban-ket-thuc/{url}{n}": told for n, told in ended.items()}
    named = [
        each for each in papers(scope) if each.id == url.rpartition("/")[2] and each.kind == "bien-ban"
    ]
    assert len(named) == 3


def test_what_must_hang_again_has_blank_minutes_beside_those_of_old(hung: Hung) -> None:
    scope = hung("2025-01-05", "2025-02-10")
    first = scope.commune.all("project")[0]
    posted = first.data.disclosure.model_copy(update={"posted": date(2026, 11, 10)})
    again = with_words(scope, "project", disclosure=posted)
    name = f"bien-ban/du-an/{first.id}"
    assert paper(again, name)["since"] == "05/01/2025"
    assert paper(again, f"{name}-2")["since"] == ""


def test_minutes_name_nobody(sample: Scope) -> None:
    told = [str(p.sheets[0].facts) for p in papers(sample) if p.kind.startswith("bien-ban")]
    profile = sample.commune.one("profile")
    assert profile
    told_of = [disclosure_of(record) for records in sample.commune.records.values() for record in records]
    contacts = [disclosure.contact for disclosure in told_of if disclosure]
    names = [thon.head.name for thon in profile.data.thon if thon.head]
    names += [contact.name for contact in contacts if contact and contact.name]
    assert len(told) > 20
    assert [name for name in names if any(name in text for text in told)] == []


def in_order(text: str, *parts: str) -> bool:
    """Whether the parts stand in the text one right behind the other, spaces aside."""
    return "".join(map(squeezed, parts)) in text


@pytest.mark.parametrize("kind", ["bien-ban", "bien-ban-ket-thuc"])
def test_the_first_day_is_printed_before_the_last(hung: Hung, kind: str) -> None:
    scope = hung("2026-10-01", "2026-11-21")
    name = f"{kind}/du-an/{scope.commune.all('project')[0].id}"
    printed = Reading(press(next(each for each in papers(scope) if each.name == name), scope)).text
    last = "Đến hết ngày" if kind.endswith("thuc") else "Đến ngày"
    assert in_order(printed, "Từ ngày", "01/10/2026", last, "21/11/2026")


def test_the_cover_tells_since_when_and_until_and_what_was_not_noted(sample: Scope) -> None:
    scope = hung_at(sample, {"noi": "Xóm Nà Mẫu", "tu_ngay": "2026-11-02", "den_ngay": "2026-12-24"})
    cover = bundle(scope, "na-mau")
    printed = Reading(press(replace(cover, sheets=cover.sheets[:1]), scope)).text
    assert in_order(printed, "02/11/2026", "24/12/2026")
    assert in_order(printed, "20/11/2026", "chưa ghi đã treo", "19/12/2026")
    untold = [row for row in cover.sheets[0].facts["up"] if not row["noted"]]
    assert printed.count(squeezed("chưa ghi đã treo")) == len(untold) > 0
