"""Addresses by a former unit's name lead to today's site, on any host."""

from __future__ import annotations

import re
from pathlib import Path

from generator.province import Province, former_addresses


def test_only_names_that_went_whole_into_one_unit_lead_on(province: Province) -> None:
    found = {moved.slug: moved.unit.slug for moved in former_addresses(province)}
    slugs = {unit.slug for unit in province.units.values()}
    in_part = {former.name for unit in province.units.values() for former in unit.former if former.in_part}
    assert len(found) > 100
    assert not found.keys() & slugs
    assert set(found.values()) <= slugs
    assert not in_part & {moved.name for moved in former_addresses(province)}
    assert found["xa-duong-quang"] == "xa-phong-quang"


def test_each_former_name_of_a_commune_with_a_site_has_a_page_that_leads_on(
    site: Path, province: Province
) -> None:
    expected = {
        moved.slug: moved.unit.slug
        for moved in former_addresses(province)
        if (site / moved.unit.slug / "index.html").is_file()
    }
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in site.glob("*/index.html")}
    forward = re.compile(r'<meta http-equiv="refresh" content="0; url=\.\./([a-z0-9-]+)/">')
    assert expected
    assert {name: m[1] for name, html in pages.items() if (m := forward.search(html))} == expected


def test_the_page_says_where_the_former_unit_has_gone(site: Path, province: Province) -> None:
    moved = next(m for m in former_addresses(province) if (site / m.slug).is_dir())
    html = (site / moved.slug / "index.html").read_text(encoding="utf-8")
    today = moved.unit.name[0].lower() + moved.unit.name[1:]
    assert f"<h1>{moved.name} nay thuộc {today}</h1>" in html
    assert f'<a href="../{moved.unit.slug}/">' in html
