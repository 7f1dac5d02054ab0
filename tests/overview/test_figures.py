"""Every figure of the province's pages, counted again from the files that the communes publish.

Nothing here uses the program's own counting: pages are read as HTML, files as JSON.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

OPEN = "chua_co"
SVG = "{http://www.w3.org/2000/svg}"
WORDS = {"qua": "Quá hạn", "thieu": "Chưa có", "con": "Còn hạn", "co": "Có", "khong": "Khai không", "": "–"}


@pytest.fixture(scope="module")
def told(built: Path) -> dict[str, list[dict[str, Any]]]:
    """What each commune that answers for its own site tells of its duties, by slug."""
    found = {}
    for path in built.glob("*/cong-khai.json"):
        content = json.loads(path.read_bytes())
        if content["tinh_trang_trang"] == "chinh_thuc" and not content["hu_cau"]:
            found[path.parent.name] = content["nghia_vu"]
    assert len(found) >= 8
    return found


def page(built: Path, url: str) -> Element:
    text = (built / url / "index.html").read_text("utf-8")
    found: Element = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return found


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def having(root: Element, tag: str, name: str) -> list[Element]:
    """Elements of a class."""
    return [each for each in root.iter(tag) if name in each.get("class", "").split()]


def last(href: str | None) -> str:
    return (href or "").strip("./").split("/")[-1]


def linked(row: Element) -> str:
    """The slug or id that the head of a row leads to."""
    return last(row.find("./th/a").get("href"))  # type: ignore[union-attr]


def figures_of(root: Element) -> list[str]:
    return [words(dd) for dd in having(root, "dl", "so-lieu")[0].iter("dd")]


def rows_of(root: Element, name: str) -> list[Element]:
    return [row for table in having(root, "table", name) for row in table.findall("./tbody/tr")]


def standings(entries: list[dict[str, Any]]) -> dict[str, str]:
    """By duty: what is worst of it."""
    found: dict[str, str] = {}
    for id in {entry["ma"] for entry in entries}:
        own = [(e.get("tinh_trang"), e.get("thoi_han")) for e in entries if e["ma"] == id]
        if (OPEN, "qua_han") in own:
            found[id] = "qua"
        elif any(state == OPEN and time != "chua_den_han" for state, time in own):
            found[id] = "thieu"
        else:
            states = {state for state, _ in own}
            order = (("da_cong_khai", "co"), ("khong_phat_sinh", "khong"), (OPEN, "con"))
            found[id] = next((short for state, short in order if state in states), "")
    return found


def share(entries: list[dict[str, Any]]) -> int:
    counts = Counter(standings(entries).values())
    done = counts["co"] + counts["khong"]
    return 100 * done // (done + counts["thieu"] + counts["qua"])


def timely(entries: list[dict[str, Any]]) -> int:
    counts = Counter(entry.get("thoi_han") for entry in entries)
    return 100 * counts["dung_han"] // (counts["dung_han"] + counts["cham"] + counts["qua_han"])


def test_the_weights_are_all_one_as_this_test_counts(told: dict[str, list[dict[str, Any]]]) -> None:
    assert {entry["trong_so"] for entries in told.values() for entry in entries} == {1}


@pytest.mark.parametrize("url", ["muc-do/", "muc-do/ket-qua/", "muc-do/ten/", "muc-do/cung-co/"])
def test_each_row_of_each_list(url: str, built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    shown = {}
    for row in rows_of(page(built, url), "bang--gon"):
        shown[linked(row)] = [int(words(cell).partition("%")[0]) for cell in row.findall("./td")]
    expected = {}
    for slug, entries in told.items():
        counts = Counter(standings(entries).values())
        expected[slug] = [share(entries), timely(entries), counts["qua"], counts["khong"]]
    assert shown == expected


def test_the_sums_above_the_lists(built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    figures = figures_of(page(built, "muc-do/"))
    duties = Counter(place for entries in told.values() for place in standings(entries).values())
    mean = sum(map(share, told.values())) // len(told)
    in_time = sum(map(timely, told.values())) // len(told)
    assert figures == [f"{mean}%", f"{in_time}%", str(duties["qua"]), str(duties["khong"])]


def test_need_and_result_come_in_their_order(built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    def slugs(url: str) -> list[str]:
        return [linked(row) for row in rows_of(page(built, url), "bang--gon")]

    overdue = {slug: Counter(standings(entries).values())["qua"] for slug, entries in told.items()}
    need = [(-overdue[slug], share(told[slug])) for slug in slugs("muc-do/")]
    result = [-share(told[slug]) for slug in slugs("muc-do/ket-qua/")]
    assert need == sorted(need)
    assert result == sorted(result)


def test_each_cell_of_the_table_of_duties(built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    root = page(built, "muc-do/bang/")
    (table,) = having(root, "table", "bang-nhiet")
    duties = [last(link.get("href")) for link in table.findall("./thead/tr[2]/th/a")]
    assert {id.lower() for entries in told.values() for id in standings(entries)} <= {*duties}
    rows = rows_of(root, "bang-nhiet")
    assert len(rows) == len(told)
    for row in rows:
        slug = linked(row)
        own = {id.lower(): place for id, place in standings(told[slug]).items()}
        assert [words(cell) for cell in row.findall("./td")] == [WORDS[own.get(id, "")] for id in duties], (
            slug
        )


def test_each_duty_counts_its_communes(built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    places = {slug: standings(entries) for slug, entries in told.items()}
    for id in {id for own in places.values() for id in own}:
        (figures,) = having(page(built, f"muc-do/nghia-vu/{id.lower()}/"), "dl", "so-lieu")
        shown = {
            words(dt): int(words(dd)) for dt, dd in zip(figures.iter("dt"), figures.iter("dd"), strict=True)
        }
        counts = Counter(WORDS[own[id]] for own in places.values() if id in own)
        counts = Counter({"Không áp dụng" if name == "–" else name: n for name, n in counts.items()})
        assert shown == counts, id


def test_each_commune_has_its_page_and_no_more_than_three_steps(
    built: Path, told: dict[str, list[dict[str, Any]]]
) -> None:
    for slug, entries in told.items():
        own = page(built, f"muc-do/{slug}/")
        figures = figures_of(own)
        counts = Counter(standings(entries).values())
        assert figures == [
            f"{share(entries)}%",
            f"{timely(entries)}%",
            str(counts["qua"]),
            str(counts["khong"]),
        ]
        steps = [link.get("href", "") for each in having(own, "ol", "viec") for link in each.iter("a")]
        open_ids = {
            e["ma"].lower() for e in entries if e.get("tinh_trang") == OPEN or e.get("hinh_thuc_con_thieu")
        }
        assert len(steps) == min(3, len(open_ids))
        assert {step.partition("#")[2] for step in steps} <= open_ids
        overdue = {id.lower() for id, place in standings(entries).items() if place == "qua"}
        first = [step.partition("#")[2] for step in steps[: len(overdue)]]
        assert {*first} <= overdue, "what is overdue comes first"


def test_data_and_pages_say_the_same(built: Path, told: dict[str, list[dict[str, Any]]]) -> None:
    content = json.loads((built / "muc-do.json").read_bytes())
    joined = {entry["slug"]: entry for entry in content["xa"] if entry["tham_gia"] == "da_tham_gia"}
    assert joined.keys() == told.keys()
    for slug, entries in told.items():
        times = Counter(entry.get("thoi_han") for entry in entries)
        assert joined[slug]["ty_le"] == share(entries)
        assert (joined[slug]["dung_han"], joined[slug]["cham"], joined[slug]["qua_han"]) == (
            times["dung_han"],
            times["cham"],
            times["qua_han"],
        )
    with (built / "muc-do.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = {line["Mã đơn vị"]: line for line in csv.DictReader(file)}
    assert len(lines) == len(content["xa"])
    for slug, entries in told.items():
        assert lines[joined[slug]["ma"]]["Đã công khai (%)"] == str(share(entries))


def test_who_has_not_joined_is_named_and_nowhere_counted(
    built: Path, told: dict[str, list[dict[str, Any]]]
) -> None:
    entries = json.loads((built / "muc-do.json").read_bytes())["xa"]
    others = [entry for entry in entries if entry["slug"] not in told]
    assert others
    assert all("ty_le" not in entry for entry in others)
    named = [li for each in having(page(built, "muc-do/"), "ul", "cot") for li in each.iter("li")]
    assert len(named) == len(others)
    assert {entry["tham_gia"] for entry in others} <= {"dung_san", "chua_tham_gia", "du_lieu_loi"}
    listed = (built / "canh-bao.txt").read_text("utf-8")
    silent = [entry["ten"] for entry in others if entry["tham_gia"] != "du_lieu_loi"]
    assert not [name for name in silent if f"- {name}:" in listed]


def test_overdue_in_the_message_is_what_the_communes_tell(
    built: Path, told: dict[str, list[dict[str, Any]]]
) -> None:
    late = (
        (slug, e["ma"])
        for slug, own in told.items()
        for e in own
        if (e.get("tinh_trang"), e.get("thoi_han")) == (OPEN, "qua_han")
    )
    overdue = len({*late})
    (line,) = re.findall(r"QUÁ HẠN CÔNG KHAI \((\d+)\)", (built / "canh-bao.txt").read_text("utf-8"))
    assert int(line) == overdue


def test_the_map_has_a_tile_for_each_unit_and_no_two_in_one_place(built: Path) -> None:
    (drawn,) = having(page(built, "ban-do/"), f"{SVG}svg", "ban-do")
    tiles = [*drawn.iter(f"{SVG}rect")]
    units = json.loads((built / "muc-do.json").read_bytes())["xa"]
    assert len(tiles) == len(units)
    assert len({(tile.get("x"), tile.get("y")) for tile in tiles}) == len(units)
