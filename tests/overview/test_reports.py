"""Indices, half-yearly counts, the plan, the catalogue: every figure counted again from the sites' files."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.compose import compose_province
from generator.overview.reports import reports
from generator.overview.reports.catalogue import Change, Changes, catalogue_page
from generator.overview.reports.half_year import half_file, half_year
from generator.overview.reports.indices import indices_page
from generator.overview.reports.model import carried_out, model_files
from generator.overview.rows import rows_of
from generator.overview.seen import see
from generator.overview.sites import Published
from generator.overview.weeks import no_weeks
from generator.province import Duty, Province
from generator.province.basis import Verified
from generator.province.procedures import Procedure
from generator.render import render
from tests.hostile import HTML
from tests.overview.conftest import DAY, SLUGS, MakeSite, read, told

Duties = dict[str, Duty]
HALF = "2026-07-01"
SECTIONS = {
    "Dự án": ("du-an",),
    "Bộ máy": ("gioi-thieu", "can-bo"),
    "Báo cáo tài chính": ("ngan-sach",),
    "Thông tin công khai": ("lay-y-kien", "dan-ban", "kien-nghi", "ho-tro", "quy", "doi-thoai", "giam-sat"),
}


def _told(site: Published, section: str) -> list[dict[str, Any]]:
    path = site.folder / section / "ca-muc.json"
    return json.loads(path.read_bytes()) if path.is_file() else []


def _posted(entries: list[dict[str, Any]]) -> int:
    days = [entry.get("cong_khai", {}).get("ngay_dang", "") for entry in entries]
    return sum(HALF <= day <= DAY.isoformat() for day in days)


def test_an_item_is_full_where_all_its_duties_that_have_come_due_are_done(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    sites = [
        make_site("xa-phu-dinh", [told("THDC-11.12"), told("THDC-11.13", "khong_phat_sinh")]),
        make_site("xa-binh-yen", [told("THDC-11.12"), told("THDC-11.13", "chua_co", "qua_han")]),
        make_site("xa-dinh-hoa", [told("THDC-11.12"), told("THDC-11.13", "chua_co", "chua_den_han")]),
        make_site("xa-trung-hoi", [told("TCD-24.2")]),
        make_site("xa-cao-minh", [told("THDC-11.12")], "cho_tiep_nhan"),
    ]
    rows = rows_of(province, sites, duties, DAY, no_weeks)
    page = indices_page(province.indices.indices, rows, duties, DAY)
    assert page
    items = {one.item.id: one for _, found in page.facts.indices for one in found}
    item = items["SIPAS-thu-tuc"]
    assert (item.full, item.counted) == (2, 3)
    assert {s.duty.id: (s.done, s.counted) for s in item.duties} == {
        "THDC-11.12": (3, 3),
        "THDC-11.13": (1, 2),
    }


def test_indices_hold_only_what_has_a_source_and_par_index_has_no_item(province: Province) -> None:
    found = {index.id: index for index in province.indices.indices}
    assert list(found) == ["PAPI", "SIPAS", "PAR-INDEX"]
    assert found["PAR-INDEX"].items == []
    assert found["PAR-INDEX"].lacking
    assert all(item.verified is Verified.SECOND_HAND for index in found.values() for item in index.items)
    known = {duty.id for duty in province.duties if duty.family}
    assert {id for index in found.values() for item in index.items for id in item.duties} <= known
    assert not found["SIPAS"].in_force(date(2027, 1, 1))


def test_half_yearly_counts_are_those_of_the_files(sites: list[Published], province: Province) -> None:
    half = half_year(province, see(sites, province, DAY), DAY)
    assert half
    counts = dict(zip((counted.title for counted in half.columns), half.lines[0].counts, strict=True))
    for title, sections in SECTIONS.items():
        entries = [entry for section in sections for entry in _told(sites[0], section)]
        assert entries
        assert (counts[title].stand, counts[title].posted) == (len(entries), _posted(entries)), title
    documents = _told(sites[0], "van-ban")
    plans = [entry for entry in documents if entry["loai"] == "ke_hoach"]
    others = [entry for entry in documents if entry["loai"] != "ke_hoach"]
    assert (counts["Chương trình, kế hoạch"].stand, counts["Chương trình, kế hoạch"].posted) == (
        len(plans),
        _posted(plans),
    )
    assert counts["Văn bản quản lý hành chính"].posted == _posted(others)
    received = [entry for entry in _told(sites[0], "thu-tuc") if entry["tiep_nhan"] == "có"]
    assert (counts["Thủ tục hành chính"].stand, counts["Thủ tục hành chính"].posted) == (
        len(received),
        None,
    )
    assert [total.stand for total in half.sums] == [2 * count.stand for count in half.lines[0].counts]
    book = load_workbook(io.BytesIO(read(half_file(half, province))))
    (row, _) = book["Từng xã, phường"].iter_rows(min_row=2, values_only=True)
    assert list(row[2::2]) == [count.stand for count in half.lines[0].counts]


def test_the_rule_of_another_province_is_named_as_such(
    sites: list[Published], province: Province, duties: Duties
) -> None:
    body = _bodies(province, sites, duties)["bao-cao/sau-thang/"]
    for said in (
        "80/2025/QĐ-UBND",
        "22/11/2025",
        "tỉnh Bắc Ninh",
        "15/6 và 15/11",
        "không áp dụng ở tỉnh Thái Nguyên",
    ):
        assert said in body
    old = [
        rule.model_copy(update={"until": DAY - timedelta(days=1)}) for rule in province.indices.half_yearly
    ]
    indices = province.indices.model_copy(update={"half_yearly": old})
    assert half_year(replace(province, indices=indices), see(sites, province, DAY), DAY) is None


def test_the_plan_by_commune_is_what_their_files_say(sites: list[Published], province: Province) -> None:
    (own,) = _told(sites[0], "mo-hinh")
    states = {task["ma"]: task["tinh_trang"] for task in own["nhiem_vu"]}
    (sites[1].folder / "mo-hinh/ca-muc.json").unlink()
    (carried,) = carried_out(province, see(sites, province, DAY), DAY)
    words = {"chua_lam": "Chưa làm", "dang_lam": "Đang làm", "lam_thuong_xuyen": "Đã làm"}
    expected = [words.get(states.get(task.id, ""), "Chưa nói") for task in carried.plan.tasks]
    assert [[cell.word for cell in line.cells] for line in carried.lines] == [
        expected,
        ["Chưa nói"] * len(carried.plan.tasks),
    ]
    assert carried.telling == 1
    for cell, counts in carried.sums:
        silent = cell.word == "Chưa nói"
        assert list(counts) == [(word == cell.word) + silent for word in expected]
    (file,) = model_files([carried], province)
    book = load_workbook(io.BytesIO(read(file)))
    first = next(book["Từng xã, phường"].iter_rows(min_row=2, values_only=True))
    assert list(first[2:]) == expected
    numbers = book["Từng nhiệm vụ"].iter_rows(min_row=2, min_col=3, values_only=True)
    assert [sum(int(str(number)) for number in row) for row in numbers] == [2] * len(expected)


def _procedure(code: str, **days: date | None) -> Procedure:
    told = {"ma": code, "ten": f"Thủ tục {code}", "ngay_nhap": "2026-11-01", "nguon": "Cổng"}
    return Procedure.model_validate(told).model_copy(update=days)


def _show(site: Published, procedure: Procedure, **told: str) -> None:
    folder = site.folder / "thu-tuc" / procedure.code
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("x", encoding="utf-8")
    (folder / "du-lieu.json").write_text(json.dumps({"ban_goc": told}), encoding="utf-8")


def _catalogue(
    province: Province, procedures: dict[str, Procedure], sites: list[Published], built: dict[str, date]
) -> Changes:
    found = see(sites, replace(province, procedures=procedures), DAY)
    facts = catalogue_page(procedures, found, built, DAY).facts
    assert isinstance(facts, Changes)
    return facts


def test_changes_of_the_catalogue_name_who_lags_behind(make_site: MakeSite, province: Province) -> None:
    ahead, behind = make_site("xa-phu-dinh", []), make_site("xa-binh-yen", [])
    lately, soon = DAY - timedelta(days=10), DAY + timedelta(days=10)
    new, ended = _procedure("1.000001", since=lately), _procedure("1.000002", until=lately)
    revised, coming = _procedure("1.000003", updated=lately), _procedure("1.000004", since=soon)
    ending, old = _procedure("1.000005", until=soon), _procedure("1.000006", since=date(2026, 1, 1))
    for one in (new, coming, old):
        _show(ahead, one)
    for site, until, updated in ((ahead, str(lately), str(lately)), (behind, "", "2026-01-01")):
        _show(site, ended, hieu_luc_den=until)
        _show(site, revised, nguon_cap_nhat=updated)
        _show(site, ending, hieu_luc_den=str(soon) if until else "")
    procedures = {one.code: one for one in (new, ended, revised, coming, ending, old)}
    built = {ahead.unit.code: DAY, behind.unit.code: DAY}
    facts = _catalogue(province, procedures, [ahead, behind], built)
    found = {
        (change, one.procedure.code): (one.showing, [site.unit.slug for site in one.behind])
        for change, group in facts.groups
        for one in group
    }
    assert found == {
        (Change.COMING, "1.000004"): (1, ["xa-binh-yen"]),
        (Change.NEW, "1.000001"): (1, ["xa-binh-yen"]),
        (Change.ENDING, "1.000005"): (2, ["xa-binh-yen"]),
        (Change.ENDED, "1.000002"): (2, ["xa-binh-yen"]),
        (Change.REVISED, "1.000003"): (2, ["xa-binh-yen"]),
        (Change.LACKING, "1.000006"): (1, ["xa-binh-yen"]),
    }


def test_a_site_built_before_the_end_still_shows_the_procedure(
    make_site: MakeSite, province: Province
) -> None:
    site, last = make_site("xa-phu-dinh", []), DAY - timedelta(days=1)
    ended = _procedure("1.000002", until=last)
    _show(site, ended, hieu_luc_den=str(last))
    for built, names in ((last, ["xa-phu-dinh"]), (DAY, [])):
        facts = _catalogue(province, {ended.code: ended}, [site], {site.unit.code: built})
        ((_, (changed,)),) = facts.groups
        assert [one.unit.slug for one in changed.behind] == names


def test_codes_that_left_the_catalogue_are_named_with_the_sites_that_still_list_them(
    make_site: MakeSite, province: Province
) -> None:
    kept = _procedure("1.000001")
    site = make_site("xa-phu-dinh", [])
    _show(site, kept)
    rows = [{"ma": "1.000001"}, {"ma": "1.000009"}, {"ma": "<b>"}, {}, 5]
    _write(site.folder / "thu-tuc/ca-muc.json", json.dumps(rows))
    facts = _catalogue(province, {kept.code: kept}, [site], {site.unit.code: DAY})
    assert (facts.groups, facts.removed) == ((), (("1.000009", (site,)),))


def _bodies(province: Province, sites: list[Published], duties: Duties) -> dict[str, str]:
    rows = rows_of(province, sites, duties, DAY, no_weeks)
    drafts, _ = reports(province, see(sites, province, DAY), rows, duties, DAY)
    site, _ = compose_province(province, (), DAY, drafts)
    return {page.url: page.body for page in render(drafts, site, None)}


def test_every_report_is_listed_and_leads_to_files_that_are_there(
    sites: list[Published], province: Province, duties: Duties
) -> None:
    rows = rows_of(province, sites, duties, DAY, no_weeks)
    _, files = reports(province, see(sites, province, DAY), rows, duties, DAY)
    bodies = _bodies(province, sites, duties)
    own = {"quy", "chi-so", "sau-thang", "mo-hinh", "thu-tuc"}
    assert set(bodies) == {"bao-cao/", *(f"bao-cao/{name}/" for name in own)}
    for name in own:
        assert f'href="{name}/"' in bodies["bao-cao/"]
    for file in files:
        folder, _, name = file.path.rpartition("/")
        assert f'href="{name}"' in bodies[f"{folder}/"]
    assert "Chưa đối chiếu được bộ tiêu chí nào cho cấp xã" in bodies["bao-cao/chi-so/"]


@pytest.mark.parametrize("hostile", HTML[:4])
def test_hostile_texts_stay_text(
    hostile: str, sites: list[Published], province: Province, duties: Duties
) -> None:
    plans = tuple(plan.model_copy(update={"title": hostile}) for plan in province.plans)
    code, one = next(iter(province.procedures.items()))
    changed = one.model_copy(update={"name": hostile, "since": DAY})
    indices = province.indices.model_copy(
        update={
            "indices": [index.model_copy(update={"title": hostile}) for index in province.indices.indices]
        }
    )
    spoiled = replace(province, plans=plans, indices=indices, procedures={code: changed})
    bodies = _bodies(spoiled, sites, duties)
    for name in ("mo-hinh", "chi-so", "thu-tuc"):
        assert hostile not in bodies[f"bao-cao/{name}/"]
        assert "&lt;" in bodies[f"bao-cao/{name}/"]


@pytest.mark.parametrize(
    "broken", ["", "5", '[{"ke_hoach": 5}]', '[{"tiep_nhan": "có", "ma": []}]', "[" * 9_999]
)
def test_what_cannot_be_read_counts_nothing(
    broken: str, sites: list[Published], province: Province
) -> None:
    for section in ("mo-hinh", "thu-tuc", "du-an"):
        _write(sites[1].folder / section / "ca-muc.json", broken)
    (carried,) = carried_out(province, see(sites, province, DAY), DAY)
    half = half_year(province, see(sites, province, DAY), DAY)
    assert half
    assert carried.telling == 1
    counts = dict(zip((counted.title for counted in half.columns), half.lines[1].counts, strict=True))
    assert (counts["Dự án"].stand, counts["Thủ tục hành chính"].stand) == (0, 0)
    assert [line.site.unit.slug for line in half.lines] == list(SLUGS)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
