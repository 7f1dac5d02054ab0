"""The legal basis at the foot of a record's page: what applies to it, not all that its kind may rest on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.assess import assessed
from generator.kinds._kind import Scope
from generator.province import Duty
from generator.province.basis import Compared
from generator.publish import make_site

THRESHOLDS = {"THDC-21.1", "THDC-21.1-XA", "THDC-21.2"}


@pytest.fixture(scope="module")
def bodies(sample: Scope) -> dict[str, str]:
    return {page.url: page.body for page in make_site(sample)[1]}


@pytest.mark.parametrize(
    ("url", "applying"),
    [
        ("dan-ban/DB-2026-02/", {"THDC-21.2"}),  # the rules of a thôn
        ("dan-ban/DB-2026-03/", {"THDC-21.1", "THDC-21.1-XA"}),  # money of the whole commune
        ("doi-thoai/BC-2026-01/", {"THDC-21.2", "THDC-23"}),  # an election
        ("doi-thoai/DT-2026-01/", {"THDC-32"}),
        ("doi-thoai/HN-2026-03/", {"THDC-33"}),  # also before it is held
        ("giam-sat/ban-thanh-tra-nhan-dan/", {"THDC-36", "THDC-40.1c"}),
        ("giam-sat/DA-2026-01/", {"THDC-41", "THDC-45", "THDC-45.1b"}),
    ],
)
def test_a_page_names_the_rules_that_apply_to_it(
    sample: Scope, bodies: dict[str, str], url: str, applying: set[str]
) -> None:
    others = {"THDC-32", "THDC-33", "THDC-36", "THDC-40.1c", "THDC-41", "THDC-45", "THDC-45.1b"}
    titles = {id: duty.title for id in THRESHOLDS | others | applying if (duty := sample.duty(id))}
    foot = bodies[url][bodies[url].index("Căn cứ") :]
    assert {id for id, title in titles.items() if f"<li>{title}: " in foot} == applying


UNREAD = "chưa đối chiếu Công báo"
PAGES = ("cong-khai/", "ke-hoach-cong-khai/", "doi-thoai/")


def test_where_nobody_compared_any_basis_a_page_says_so_once(bodies: dict[str, str]) -> None:
    assert [bodies[url].count(UNREAD) for url in PAGES] == [1, 1, 1]


def test_a_basis_that_was_compared_says_when_and_the_others_that_they_were_not(sample: Scope) -> None:
    def compared(duty: Duty) -> Duty:
        by = Compared.model_construct(day=date(2026, 11, 20), person="Nguyễn Thị Mẫu")
        return duty.model_copy(update={"basis": duty.basis.model_copy(update={"compared": by})})

    def built(chosen: set[str]) -> dict[str, str]:
        duties = tuple(compared(d) if d.id in chosen else d for d in sample.province.duties)
        scope = replace(sample, province=replace(sample.province, duties=duties))
        return {page.url: page.body for page in make_site(assessed(scope))[1]}

    some = built({"THDC-32"})
    for url in PAGES:
        assert "Nguyễn Thị Mẫu đã đối chiếu Công báo ngày 20/11/2026" in some[url], url
        assert some[url].count(UNREAD) >= 1, url
    every = built({duty.id for duty in sample.province.duties})
    assert [every[url].count(UNREAD) for url in PAGES] == [0, 0, 0]
