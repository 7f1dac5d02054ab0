"""The open data of the whole province where communes publish what is broken, huge or hostile."""

from __future__ import annotations

import csv
import gc
import json
import shutil
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest

from generator.compressed import compress
from generator.overview.data import Facts, open_data, sheets
from generator.overview.sites import LARGEST, Published
from generator.province import Province
from tests.conftest import DAY
from tests.export.schemas import errors
from tests.overview.data.test_data import lines, of
from tests.real import real_data

Spoil = Callable[[Path], object]


@pytest.fixture
def sites(standing: tuple[Published, ...], tmp_path: Path) -> list[Published]:
    """Copies of two sections of the communes that have joined, to spoil; the first is xã Định Hóa."""
    found = [replace(site, folder=tmp_path / site.unit.slug) for site in standing if site.joined]
    for old, new in zip((s for s in standing if s.joined), found, strict=True):
        for section in ("du-an", "ngan-sach"):
            shutil.copytree(old.folder / section, new.folder / section)
    assert [site.unit.code for site in found] == ["05569", "05602"]
    return found


@pytest.fixture
def write(province: Province, tmp_path: Path) -> Callable[..., tuple[Facts, Path]]:
    def run(sites: list[Published], name: str = "gop") -> tuple[Facts, Path]:
        into = tmp_path / name
        return open_data(sites, province, DAY, into)[0].facts, into

    return run


def text(name: str, old: str, new: str) -> Spoil:
    def run(folder: Path) -> None:
        content = (folder / name).read_text("utf-8")
        assert old in content
        (folder / name).write_text(content.replace(old, new, 1), "utf-8", newline="")

    return run


def put(name: str, content: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(content)


def link(name: str, whole: bool = False) -> Spoil:
    """In the place of a file, or of the folder that holds it, a link to the same outside of the site."""

    def run(folder: Path) -> None:
        path = folder / name
        path = path.parent if whole else path
        path.rename(folder.parent / "ngoai")
        path.symlink_to(folder.parent / "ngoai")

    return run


CSV, JSON, OC4IDS = "du-an/du-lieu.csv", "du-an/ca-muc.json", "du-an/oc4ids.json"
BROKEN: list[tuple[str, Spoil, str]] = [
    (CSV, put(CSV, b""), "không có cột nào"),
    (CSV, put(CSV, b"\xff\xfe\x00"), "CSV đọc được"),
    (CSV, put(CSV, b"<!doctype html><title>404</title>\r\n"), "không có cột nào"),
    (CSV, put(CSV, "Tên,Tên\r\na,b\r\n".encode()), "hai cột cùng tên"),
    (CSV, put(CSV, 'Tên\r\n"a'.encode()), "CSV đọc được"),
    (CSV, put(CSV, b"T" + b"x" * LARGEST), "nặng hơn 16 MB"),
    (CSV, put(CSV, "Tên\r\n".encode() + b'"' + b"x" * 120_000 + b'"'), "cột “Tên” dài quá"),
    (CSV, text(CSV, "DA-2026-01,", "DA-2026-01,thừa,"), "thừa hoặc thiếu ô"),
    (CSV, text(CSV, "2026-09-15", "mai"), "cột “Giải ngân đến ngày” không phải ngày"),
    (CSV, text(CSV, "2026-09-15", "2026-13-45"), "không phải ngày"),
    (CSV, text(CSV, "1180000000", "=1+1"), "cột “Tổng mức đầu tư” không phải số nguyên"),
    (CSV, text(CSV, "1180000000", "٣"), "không phải số nguyên"),
    (CSV, text(CSV, "1180000000", "9" * 5000), "không phải số nguyên"),
    (CSV, link(CSV), "liên kết"),
    (JSON, put(JSON, b"{"), "JSON đọc được"),
    (JSON, put(JSON, b"[" * 100_000), "JSON đọc được"),
    (JSON, put(JSON, b'{"a": 1}'), "danh sách"),
    (JSON, put(JSON, b"[1]"), "danh sách"),
    (JSON, put(JSON, b'[{"ten": NaN}]'), "JSON đọc được"),
    (JSON, put(JSON, b'[{"ten": 1e999}]'), "JSON đọc được"),
    (JSON, put(JSON, b'[{"a": "\\ud800"}]'), "JSON đọc được"),
    (OC4IDS, put(OC4IDS, b"[]"), "mục projects"),
    (OC4IDS, put(OC4IDS, b'{"projects": []}'), "mục projects"),
    (OC4IDS, text(OC4IDS, "05569-DA-2026-01", "05602-DA-2026-01"), "mã đơn vị"),
    (OC4IDS, text(OC4IDS, "05569-DA-2026-01", "05569-DA-2025-02"), "mục projects"),
    (OC4IDS, text(OC4IDS, '"currency": "VND"', '"currency": "đồng"'), "mục currency"),
    (OC4IDS, text(OC4IDS, '"amount": 1180000000', '"amount": "nhiều"'), "mục amount"),
    (OC4IDS, text(OC4IDS, '"url": "https://', '"url": "javascript:'), "mục url"),
    (OC4IDS, text(OC4IDS, '"updated": "2', '"updated": "hôm qua 2'), "mục updated"),
]


@pytest.mark.parametrize(("name", "spoil", "why"), BROKEN)
def test_a_broken_file_is_left_out_and_told_and_all_others_stand(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]], name: str, spoil: Spoil, why: str
) -> None:
    spoil(sites[0].folder)
    facts, into = write(sites)
    assert [(one.site.text, one.file) for one in facts.unread] == [("Xã Định Hóa", name)]
    assert why in facts.unread[0].why
    assert (facts.joined, facts.whole) == (2, 1)
    assert of(into / "datapackage.json")["khong_doc_duoc"] == [
        {"ma_don_vi": "05569", "tep": name, "vi_sao": facts.unread[0].why}
    ]
    codes = {
        CSV: {line["Mã đơn vị"] for line in lines(into / "du-an.csv")},
        JSON: {entry["ma_don_vi"] for entry in of(into / "du-an.json")},
        OC4IDS: {project["id"][:5] for project in of(into / "oc4ids.json")["projects"]},
    }
    assert codes.pop(name) == {"05602"}
    assert list(codes.values()) == [{"05569", "05602"}] * 2
    assert {line["Mã đơn vị"] for line in lines(into / "ngan-sach.csv")} == {"05569", "05602"}


def test_a_folder_that_is_a_link_is_not_followed(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]]
) -> None:
    link(CSV, whole=True)(sites[0].folder)
    facts, into = write(sites)
    assert {one.file for one in facts.unread} == {CSV, JSON, OC4IDS}
    assert {line["Mã đơn vị"] for line in lines(into / "du-an.csv")} == {"05602"}


def test_columns_are_found_by_their_names_whatever_their_order(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]]
) -> None:
    """An older copy lacks some, a newer one has others."""
    before = write(sites, "truoc")[1]
    path = sites[0].folder / CSV
    old = lines(path)
    headings = [heading for heading in reversed(old[0]) if heading != "Chủ đầu tư"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, ["Cột mới", *headings], extrasaction="ignore")
        writer.writeheader()
        writer.writerows({**line, "Cột mới": "x"} for line in old)
    facts, into = write(sites)
    assert facts.unread == ()
    found, expected = lines(into / "du-an.csv"), lines(before / "du-an.csv")
    assert any(line["Chủ đầu tư"] for line in expected[:3])
    assert found == [{**line, "Chủ đầu tư": ""} for line in expected[:3]] + expected[3:]
    assert [e.message for t in _checked(into).tasks for e in t.errors] == []


def _checked(into: Path) -> Any:
    return frictionless.Package(str(into / "datapackage.json")).validate()


@pytest.mark.parametrize(
    ("theirs", "cell", "value"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("'=HYPERLINK(1)", "'=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("''=1", "''=1", "'=1"),
        (" +1", "' +1", " +1"),
        ("'Ấp 1", "'Ấp 1", "'Ấp 1"),
        ("a\x00\x07b", "ab", "ab"),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(
    sites: list[Published],
    write: Callable[..., tuple[Facts, Path]],
    theirs: str,
    cell: str,
    value: str,
) -> None:
    (sites[0].folder / CSV).write_text(f'Tên\r\n"{theirs}"\r\n', "utf-8", newline="")
    _, into = write(sites)
    assert lines(into / "du-an.csv")[0]["Tên"] == cell
    sheet = openpyxl.load_workbook(into / "du-an.xlsx").worksheets[0]
    place = [each.value for each in sheet[1]].index("Tên")
    assert (sheet[2][place].value, sheet[2][place].data_type) == (value, "s")


@pytest.mark.parametrize(
    "address",
    [
        "https://ke-xau.example/",
        "javascript:alert(1)",
        "../../xa-phu-dinh/du-an/",
        "du-an/../../xa-phu-dinh/DA-2026-01/",
        "/etc/du-an/" + "a" * 5000 + "/",
        "du-an/\x00/",
        7,
    ],
)
def test_an_address_never_leaves_the_commune(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]], address: object
) -> None:
    entry = {"trang": address, "ma_don_vi": "05602", "ten_don_vi": "Xã khác", "ten": "A"}
    (sites[0].folder / JSON).write_text(json.dumps([entry]), "utf-8")
    _, into = write(sites)
    assert of(into / "du-an.json")[0] == {
        "ma_don_vi": "05569",
        "ten_don_vi": "Xã Định Hóa",
        "trang": "xa-dinh-hoa/du-an/",
        "ten": "A",
    }


def test_addresses_are_full_where_the_province_has_one(
    sites: list[Published], province: Province, tmp_path: Path
) -> None:
    settings = province.settings.model_copy(update={"base": "https://congkhai.example"})
    open_data(sites, replace(province, settings=settings), DAY, tmp_path / "gop")
    found = of(tmp_path / "gop" / "du-an.json")[0]["trang"]
    assert found == "https://congkhai.example/xa-dinh-hoa/du-an/DA-2025-02/"
    package = of(tmp_path / "gop" / "oc4ids.json")
    assert package["uri"] == "https://congkhai.example/du-lieu/oc4ids.json"
    folder = real_data("standards/oc4ids")
    assert errors(package, of(folder / "project-package-schema.json"), folder) == []


def test_what_the_shape_of_a_project_does_not_know_is_left_out(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]]
) -> None:
    text(OC4IDS, '"language": "vi"', '"language": "vi", "forecasts": 7')(sites[0].folder)
    facts, into = write(sites)
    assert facts.unread == ()
    projects = of(into / "oc4ids.json")["projects"]
    assert len(projects) == 6
    assert "forecasts" not in projects[0]


def test_where_nobody_has_joined_there_is_no_file(
    standing: tuple[Published, ...], write: Callable[..., tuple[Facts, Path]]
) -> None:
    prepared = [site for site in standing if not site.joined]
    assert prepared
    facts, into = write(prepared)
    assert (facts.joined, facts.tables, facts.package) == (0, (), "")
    assert list(into.iterdir()) == []


def test_a_sheet_that_is_full_is_followed_by_another(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 4)
    _, into = write(sites)
    book = openpyxl.load_workbook(into / "du-an.xlsx")
    assert book.sheetnames == ["Dự án, công trình", "Dự án, công trình 2", "Về tệp này"]
    assert [sheet.max_row for sheet in book.worksheets[:2]] == [4, 4]
    assert [sheet.auto_filter.ref[-1] for sheet in book.worksheets[:2]] == ["4", "4"]


def test_the_same_sites_give_the_same_bytes(
    sites: list[Published], write: Callable[..., tuple[Facts, Path]]
) -> None:
    one, two = write(sites, "mot")[1], write(sites, "hai")[1]
    compress(one)
    compress(two)
    found = {path.name: path.read_bytes() for path in one.iterdir()}
    assert found == {path.name: path.read_bytes() for path in two.iterdir()}
    assert {"du-an.csv.br", "du-an.xlsx", "oc4ids.json.gz"} <= found.keys()


@pytest.mark.long
def test_memory_does_not_grow_with_the_number_of_communes(
    sites: list[Published], province: Province, tmp_path: Path
) -> None:
    """Thousands of rows more, and not a tenth more memory."""
    many = [_copy(sites[0], unit, tmp_path / "nhieu" / unit.slug) for unit in province.real_units[:80]]

    def peak(number: int) -> int:
        into = tmp_path / f"gop-{number}"
        gc.collect()
        gc.freeze()  # else what other tests left decides how long garbage may lie
        tracemalloc.start()
        facts = open_data(many[:number], province, DAY, into)[0].facts
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        gc.unfreeze()
        assert facts.unread == ()
        assert {table.name: table.rows.rows for table in facts.tables}["ngan-sach"] == number * 102
        return found

    peak(79)  # what is loaded once, when tables grow, counts not
    few, all_of_them = peak(40), peak(80)  # fewer do not fill the buffers that every file has
    assert all_of_them < few * 1.1


def _copy(site: Published, unit: Any, folder: Path) -> Published:
    """Another commune with the same budget and the same projects."""
    (folder / "du-an").mkdir(parents=True)
    (folder / "ngan-sach").mkdir()
    for name in (JSON, OC4IDS, "ngan-sach/ca-muc.json"):
        content = (site.folder / name).read_text("utf-8")
        (folder / name).write_text(content.replace(site.unit.code, unit.code), "utf-8")
    shutil.copy(site.folder / "ngan-sach/du-lieu.csv", folder / "ngan-sach/du-lieu.csv")
    return replace(site, unit=unit, folder=folder)
