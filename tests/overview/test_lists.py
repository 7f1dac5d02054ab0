"""What communes have of one kind, side by side; every figure counted again straight from their files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from generator.kinds.consultation import KIND as CONSULTATIONS
from generator.kinds.project.choices import Sector
from generator.kinds.project.overview import GROUPS
from generator.overview.lists.consultations import consultations
from generator.overview.lists.projects import Part, projects
from generator.overview.lists.receptions import receptions
from generator.overview.lists.results import results
from generator.overview.records import records_of
from generator.overview.seen import see
from generator.overview.sites import Published
from generator.province import Province
from tests.overview.conftest import DAY, SLUGS


def seen(sites: list[Published], province: Province, what: str, day: date = DAY) -> list[Any]:
    """What stays of all communes for one list."""
    return [one for own in see(sites, province, day) for one in getattr(own, what)]


def _told(site: Published, section: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site.folder / section / "ca-muc.json").read_bytes())
    return found


def test_consultations_that_are_open_come_first_to_close(
    sites: list[Published], province: Province
) -> None:
    open_ids = [
        e["ma"] for e in _told(sites[0], "lay-y-kien") if e["tu_ngay"] <= DAY.isoformat() <= e["den_ngay"]
    ]
    facts = consultations(seen(sites, province, "questions"), DAY).facts
    assert open_ids
    assert sorted(one.id for one in facts.open) == sorted(open_ids * len(sites))
    assert [one.until for one in facts.open] == sorted(one.until for one in facts.open)
    assert {one.url for one in facts.open} == {
        f"{slug}/lay-y-kien/{id}/" for slug in SLUGS for id in open_ids
    }
    assert all((sites[0].folder.parent / one.url / "index.html").is_file() for one in facts.open)


def test_sums_of_projects_are_those_of_the_files(sites: list[Published], province: Province) -> None:
    entries = [entry for site in sites for entry in _told(site, "du-an")]
    facts, *pages = [draft.facts for draft in projects(seen(sites, province, "built"), DAY)]
    assert facts.all.count == len(entries)
    assert facts.all.total.amount == sum(entry.get("tong_muc_dau_tu", 0) for entry in entries)
    assert facts.all.paid.amount == sum(entry.get("giai_ngan", {}).get("so_tien", 0) for entry in entries)
    for parts in (facts.states, facts.sectors, facts.communes):
        assert sum(part.totals.count for part in parts) == len(entries)
    assert sum(len(page.built) for page in pages) == 2 * len(entries), "each by its state and by its field"


def test_money_is_added_up_by_state_and_by_field(sites: list[Published], province: Province) -> None:
    path = sites[1].folder / "du-an/ca-muc.json"
    own = [{**entry, "tong_muc_dau_tu": 7 * 10**9 + n} for n, entry in enumerate(_told(sites[1], "du-an"))]
    path.write_text(json.dumps([*own[1:], {**own[0], "linh_vuc": None}]), encoding="utf-8")
    entries = [entry for site in sites for entry in _told(site, "du-an")]
    facts, *_ = [draft.facts for draft in projects(seen(sites, province, "built"), DAY)]
    titles = {status.value: title for _, title, _, states in GROUPS for status in states}
    fields = {sector.value: sector.label for sector in Sector}
    assert _money(facts.states) == _added(entries, lambda e: titles[e["tinh_trang"]])
    assert _money(facts.sectors) == _added(
        entries, lambda e: fields.get(e.get("linh_vuc"), "Chưa ghi lĩnh vực")
    )
    assert len(set(_money(facts.states).values())) > 2


def _money(parts: Iterable[Part]) -> dict[str, tuple[int, int, int]]:
    return {
        part.link.text: (part.totals.count, part.totals.total.amount, part.totals.paid.amount)
        for part in parts
    }


def _added(
    entries: Iterable[dict[str, Any]], group: Callable[[dict[str, Any]], str]
) -> dict[str, tuple[int, int, int]]:
    found: dict[str, tuple[int, int, int]] = {}
    for entry in entries:
        count, total, paid = found.get(group(entry), (0, 0, 0))
        own = entry.get("tong_muc_dau_tu", 0), entry.get("giai_ngan", {}).get("so_tien", 0)
        found[group(entry)] = count + 1, total + own[0], paid + own[1]
    return found


def test_sessions_of_two_weeks_are_those_of_the_communes_own_calendars(
    sites: list[Published], province: Province
) -> None:
    found = [(own.site, own.meetings) for own in see(sites, province, DAY)]
    facts = receptions(found, DAY).facts
    shown = [(day.isoformat(), meeting.unit.slug) for day, own in facts.days for meeting in own]
    own = (sites[0].folder / "tiep-cong-dan/lich.ics").read_text(encoding="utf-8")
    starts = [line.partition(":")[2][:8] for line in own.splitlines() if line.startswith("DTSTART")]
    ahead = [day for day in starts if "20261122" <= day <= "20261205"]
    assert ahead
    assert sorted(day.replace("-", "") for day, slug in shown if slug == SLUGS[0]) == sorted(ahead)
    assert len(shown) == len(ahead) * len(sites)


def test_results_compare_one_and_the_same_month(sites: list[Published], province: Province) -> None:
    months = [e for e in _told(sites[0], "ket-qua-ho-so")[0]["ket_qua"] if "linh_vuc" not in e]
    facts = results(seen(sites, province, "results"), DAY).facts
    (own,) = [entry for entry in months if entry["ky"] == str(facts.period)]
    assert facts.sum("received") == own["tiep_nhan"] * len(sites)
    assert facts.sum("late") == own["tre_han"] * len(sites)
    assert [line.of.unit.slug for line in facts.lines] == list(SLUGS)


def test_a_commune_silent_about_the_month_is_named(sites: list[Published], province: Province) -> None:
    path = sites[1].folder / "ket-qua-ho-so/ca-muc.json"
    told = json.loads(path.read_bytes())
    told[0]["ket_qua"] = told[0]["ket_qua"][:1]
    path.write_text(json.dumps(told), encoding="utf-8")
    facts = results(seen([*sites, *sites[:1]], province, "results"), DAY).facts
    assert [one.unit.slug for one in facts.silent] == [SLUGS[1]]


@pytest.mark.parametrize(
    "broken",
    ["", "{}", "[5, null, {}]", '[{"ten": 5}]', '[{"ma": "../../x", "ten": "a"}]', "[" * 9_999],
)
def test_what_is_not_a_record_is_left_out(broken: str, sites: list[Published], province: Province) -> None:
    (sites[0].folder / "lay-y-kien/ca-muc.json").write_text(broken, encoding="utf-8")
    assert list(records_of(sites[0], CONSULTATIONS)) == []
    assert consultations(seen(sites, province, "questions"), DAY).facts.open, (
        "the other commune's are still there"
    )


def test_nothing_is_said_where_nobody_asks(sites: list[Published], province: Province) -> None:
    facts = consultations(seen(sites, province, "questions", date(2030, 1, 1)), date(2030, 1, 1)).facts
    assert (facts.open, facts.coming, facts.closed) == ((), (), ())


def test_whoever_names_no_session_is_told_with_the_page_to_ask_on(
    sites: list[Published], province: Province
) -> None:
    first, *others = see(sites, province, DAY)
    found = [(first.site, ()), *((own.site, own.meetings) for own in others)]
    silent = receptions(found, DAY).facts.silent
    assert [link.text for link in silent] == [first.site.unit.name]
    assert (first.site.folder.parent / silent[0].url / "index.html").is_file()
