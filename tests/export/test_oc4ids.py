"""Projects as OC4IDS 0.9.5, held against the standard's schema and code lists."""

from __future__ import annotations

import copy
import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.core import Site
from generator.kinds._kind import Scope
from generator.kinds.project.choices import Procurement, Sector, Status
from generator.kinds.project.oc4ids import SECTORS, STATUS, exports
from generator.kinds.project.oc4ids_parts import METHODS, Parties, contracts
from tests.export.schemas import errors
from tests.real import real_data


def of(files: dict[str, bytes], path: str = "du-an/oc4ids.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[path])
    return found


def wrong(package: dict[str, Any]) -> list[str]:
    folder = real_data("standards/oc4ids")
    schema = json.loads((folder / "project-package-schema.json").read_text("utf-8"))
    return errors(package, schema, folder)


def codes(name: str) -> set[str]:
    path: Path = real_data(f"standards/oc4ids/codelists/{name}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {line["Code"] for line in csv.DictReader(file)}


def test_the_standards_schema_accepts_every_package(files: dict[str, bytes]) -> None:
    paths = [path for path in files if path.endswith("oc4ids.json")]
    assert len(paths) == 4
    assert {path: wrong(of(files, path)) for path in paths} == {path: [] for path in paths}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("status", "khac"),
        ("updated", "hôm qua"),
        ("parties", []),
        ("budget", {"amount": {"currency": "đồng"}}),
    ],
)
def test_the_schema_notices_what_is_wrong(files: dict[str, bytes], path: str, value: object) -> None:
    package = copy.deepcopy(of(files))
    package["projects"][0][path] = value
    assert wrong(package)


def test_only_codes_of_the_standard_are_used() -> None:
    assert set(STATUS.values()) <= codes("projectStatus")
    assert {code for found in SECTORS.values() for code in found} <= codes("projectSector")
    assert set(METHODS.values()) <= codes("method")
    assert {"publicAuthority", "supplier"} <= codes("partyRole")
    assert {"physicalProgress", "financialProgress"} <= codes("metricID")
    assert {"resettlementPlan", "illustration"} <= codes("documentType")


def test_what_has_no_code_is_left_out() -> None:
    assert Status.PAUSED not in STATUS
    assert {Sector.IRRIGATION, Sector.MARKET, Sector.HOUSING, Sector.OTHER} & set(SECTORS) == set()
    assert {Procurement.COMMUNITY, Procurement.QUOTES} & set(METHODS) == set()


def test_a_project_says_what_its_record_says(files: dict[str, bytes]) -> None:
    project = of(files, "du-an/DA-2025-02/oc4ids.json")["projects"][0]
    assert project["id"] == "00000-DA-2025-02"
    assert project["budget"]["amount"] == {"amount": 1_180_000_000, "currency": "VND"}
    assert project["period"]["endDate"] == "2026-06-30T00:00:00+07:00"
    assert project["completion"]["endDate"] == "2026-07-09T00:00:00+07:00"
    assert project["completion"]["finalValue"]["amount"] == 1_146_500_000
    assert [o["measure"] for o in project["metrics"][0]["observations"]] == [38, 74, 100]
    assert project["locations"][0]["geometry"]["coordinates"] == [105.796, 21.587]
    summary = project["contractingProcesses"][0]["summary"]
    assert summary["contractPeriod"] == {"durationInDays": 280}
    assert "procurementMethod" not in summary["tender"]
    assert "type" not in project


def test_a_deadline_that_was_moved_is_the_one_that_holds(files: dict[str, bytes]) -> None:
    project = of(files, "du-an/DA-2026-01/oc4ids.json")["projects"][0]
    assert project["period"]["endDate"] == "2026-12-15T00:00:00+07:00"


def test_references_lead_to_parties_and_addresses_are_full(files: dict[str, bytes]) -> None:
    for project in of(files)["projects"]:
        known = {(party["id"], party["name"]) for party in project.get("parties", ())}
        told = [
            *([project["publicAuthority"]] if "publicAuthority" in project else ()),
            *(
                s
                for c in project.get("contractingProcesses", ())
                for s in c["summary"].get("suppliers", ())
            ),
        ]
        assert {(each["id"], each["name"]) for each in told} <= known
        assert known or project["id"] == "00000-DA-2026-03"
        addresses = [document["url"] for document in project.get("documents", ()) if "url" in document]
        assert all(urlsplit(address).scheme == "https" and address.isascii() for address in addresses)


def test_an_id_means_the_same_contract_when_another_one_is_removed(
    sample: Scope, sample_site: Site
) -> None:
    (record, *_) = [each for each in sample.commune.all("project") if each.data.packages]
    package = record.data.packages[0]
    names = ("Tư vấn", "Thi công nền, mặt đường", "Thi công nền, mặt đường", "…")
    packages = [package.model_copy(update={"name": name}) for name in names]

    def ids(some: list[Any]) -> list[str]:
        project = record.data.model_copy(update={"packages": some})
        return [each["id"] for each in contracts(project, "00000-DA", Parties(project))]

    assert ids(packages) == [
        "00000-DA-tu-van",
        "00000-DA-thi-cong-nen-mat-duong",
        "00000-DA-thi-cong-nen-mat-duong-2",
        "00000-DA-goi-thau",
    ]
    assert ids(packages[1:]) == ids(packages)[1:]
    signed = [package.model_copy(update={"contract": "03/2026/HĐ-XD"}) for package in packages]
    assert ids(signed) == ids(packages)


def test_a_site_without_an_address_still_gives_a_valid_package(sample: Scope, sample_site: Site) -> None:
    bare = replace(sample_site, base=None)
    found = [json.loads(file.content or b"") for file in exports(sample, bare)]
    assert [wrong(package) for package in found] == [[]] * 4
    assert len({package["uri"] for package in found}) == 4


def test_where_no_project_is_disclosed_there_is_no_file(empty: Scope, sample_site: Site) -> None:
    assert list(exports(empty, sample_site)) == []
