"""What programs look for at the root of a site: sitemaps.org 0.9, RFC 9309 (robots.txt), RFC 9116 (security.txt)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from generator.compose import compose, frame
from generator.core import Draft, Site
from generator.fields.attachment import Attachment
from generator.kinds._kind import Scope
from generator.wellknown import wellknown
from tests.conftest import DAY

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = Site("UBND xã A", "Tỉnh", DAY, base="https://xa-a.example/", errors="lien-he/#bao-sai-sot")


def files(site: Site, drafts: tuple[Draft, ...] = (), email: str | None = None) -> dict[str, str]:
    return {file.path: (file.content or b"").decode() for file in wellknown(drafts, site, email)}


@pytest.fixture(scope="module")
def drafts(sample: Scope) -> tuple[Draft, ...]:
    return compose(sample)


def test_the_sitemap_names_every_listed_page_with_the_day_of_its_data(
    sample: Scope, drafts: tuple[Draft, ...]
) -> None:
    text = files(replace(frame(sample, drafts), indexed=True), drafts)["sitemap.xml"]
    places = ElementTree.fromstring(text).findall("s:url", NAMESPACE)  # noqa: S314  # our own file
    days = {
        place.findtext("s:loc", "", NAMESPACE): place.findtext("s:lastmod", None, NAMESPACE)
        for place in places
    }
    base = "https://xa-mau.example/"
    assert days.keys() == {f"{base}{draft.url}" for draft in drafts if draft.listed}
    assert days[f"{base}can-bo/"] == "2026-10-05"  # corrected that day
    assert days[f"{base}a-z/"] is None
    assert all(date.fromisoformat(day) <= DAY for day in days.values() if day)


def test_robots_may_read_all_but_the_data_of_lists_of_persons(
    sample: Scope, drafts: tuple[Draft, ...]
) -> None:
    text = files(SITE, drafts)["robots.txt"]
    for ending in ("csv", "xlsx", "json"):
        assert f"Disallow: /*ho-tro/*.{ending}$" in text.splitlines()
    assert text.endswith("Sitemap: https://xa-a.example/sitemap.xml\n")
    robots: Any = RobotFileParser()
    robots.parse(text.splitlines())
    assert robots.can_fetch("*", "https://xa-a.example/ngan-sach/du-lieu.csv")
    assert "Disallow: /*quan-tri/" in text
    assert robots.site_maps() == ["https://xa-a.example/sitemap.xml"]
    assert "Sitemap" not in files(replace(SITE, indexed=False))["robots.txt"]


def test_robots_leave_alone_what_lists_of_persons_have_attached(
    sample: Scope, drafts: tuple[Draft, ...]
) -> None:
    (record, *_) = sample.commune.all("support")
    decision = record.data.decision.model_copy(update={"file": Attachment("tep/Danh sách (2)$*.pdf")})
    elsewhere = replace(record, data=record.data.model_copy(update={"decision": decision}))
    moved = tuple(replace(d, record=elsewhere) if d.record is record else d for d in drafts)
    assert moved != drafts
    lines = files(SITE, moved)["robots.txt"].splitlines()
    assert "Disallow: /*tep/Danh%20s%C3%A1ch%20%282%29%24%2A.pdf$" in lines
    assert "Disallow: /*tep/ho-tro/74-qd-ubnd.pdf$" in files(SITE, drafts)["robots.txt"].splitlines()
    assert "Disallow: /*tep/ho-tro/" in files(SITE)["robots.txt"].splitlines()
    assert "98-tb-ubnd" not in "".join(lines)


def test_security_txt_has_the_lines_of_the_standard_and_ends_within_a_year() -> None:
    lines = dict(line.split(": ", 1) for line in files(SITE)["security.txt"].splitlines())
    assert lines["Contact"] == "https://xa-a.example/lien-he/#bao-sai-sot"
    assert lines["Canonical"] == "https://xa-a.example/security.txt"
    left = datetime.fromisoformat(lines["Expires"]).date() - DAY
    assert 0 < left.days <= 365
    told = files(SITE, email="a@xa-a.example")["security.txt"]
    assert told.startswith("Contact: mailto:a@xa-a.example\n")


@pytest.mark.parametrize(
    ("base", "names"),
    [
        (None, set()),
        ("https://tinh.example/xa-a/", {"sitemap.xml"}),
        ("https://xa-a.example/", {"sitemap.xml", "robots.txt", "security.txt"}),
    ],
)
def test_only_the_root_of_a_domain_has_what_is_sought_there(base: str | None, names: set[str]) -> None:
    assert files(replace(SITE, base=base)).keys() == names
