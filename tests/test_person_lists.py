"""Lists of persons: on the site until their day, listed nowhere, gone afterwards."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.core import Record, Source
from generator.kinds._people import PersonList, for_the_province, is_name
from tests.conftest import Load, write_tree
from tests.test_new_kind import python

KIND = {
    "generator/kinds/aid.py": '''"""Aid that was paid, by person."""

from generator.core import Draft
from generator.fields.attachment import Attachment
from generator.fields.base import given, many
from generator.fields.text import Text
from generator.kinds._kind import Kind
from generator.kinds._people import PersonList, PersonRow


class Aid(PersonList):
    """A list."""

    title: Text = given("ten", "Tên", "Tên danh sách.")
    file: Attachment = given("tep", "Tệp", "Bản ký.")
    people: list[PersonRow] = many("danh_sach", "Danh sách", "Từng người.")


def pages(scope):
    records = scope.commune.all("aid")
    yield Draft("ho-tro-thu/", "Hỗ trợ", "aid/list.html", records, menu="Hỗ trợ")
    for record in records:
        yield Draft(
            f"ho-tro-thu/{record.id}/", record.data.title, "aid/one.html", record.data,
            section="ho-tro-thu/", record=record,
        )


KIND = Kind(
    name="aid", title="Hỗ trợ", section="ho-tro-thu/", files=("ho-tro-thu/*.yml",), model=Aid, pages=pages,
)
''',
    "site_templates/aid/list.html": "<h1>Hỗ trợ</h1>{% for record in page.facts %}<p>{{ record.data.title }}</p>{% endfor %}",
    "site_templates/aid/one.html": "<h1>{{ page.title }}</h1>{% for row in page.facts.people %}<p>{{ row.name }}</p>{% endfor %}",
    "content/xa/xa-mau/ho-tro-thu/HT-01.yml": (
        "ten: Danh sách hỗ trợ giống chè\ngiu_den: 30/11/2026\nly_do_giu: Hết thời hạn khiếu nại.\n"
        "tep: tep/ho-tro.txt\ndanh_sach:\n  - ho_ten: Giàng Thị Thử\n    muc: 500.000\n"
    ),
    "content/xa/xa-mau/tep/ho-tro.txt": "Giàng Thị Thử 500.000 đồng\n",
}


@pytest.fixture
def with_list(checkout: Path) -> Path:
    """A checkout with a kind that lists persons, and one list."""
    return write_tree(checkout, KIND)


def build(checkout: Path, day: date) -> Path:
    result = python(checkout, "-m", "generator", "build", "--date", str(day), "--only", "xa-mau")
    assert result.returncode == 0, result.stderr
    return checkout / "site"


def mentions(site: Path, words: str) -> set[str]:
    found = (path for path in site.rglob("*") if path.is_file() and path.name != ".congkhai.json")
    return {path.relative_to(site).as_posix() for path in found if words.encode() in path.read_bytes()}


def test_a_list_is_on_its_page_and_in_its_own_data_and_listed_nowhere(with_list: Path) -> None:
    site = build(with_list, date(2026, 11, 30))
    assert mentions(site, "Giàng Thị Thử") == {
        "xa-mau/ho-tro-thu/HT-01/index.html",
        "xa-mau/ho-tro-thu/HT-01/du-lieu.json",
        "xa-mau/ho-tro-thu/du-lieu.csv",
        "xa-mau/ho-tro-thu/ca-muc.json",
        "xa-mau/tep/ho-tro.txt",
    }
    assert b"ho-tro-thu" not in (site / "xa-mau" / "datapackage.json").read_bytes()
    page = (site / "xa-mau" / "ho-tro-thu" / "HT-01" / "index.html").read_text("utf-8")
    assert 'name="robots" content="noindex"' in page
    listed = (site / "xa-mau" / "a-z" / "index.html").read_text("utf-8").split('id="noi-dung"')[1]
    assert "giống chè" not in listed.split("<footer")[0]


def test_after_its_day_nothing_of_a_list_is_left_but_a_page_that_says_so(with_list: Path) -> None:
    site = build(with_list, date(2026, 12, 1))
    assert mentions(site, "Giàng Thị Thử") == set()
    page = (site / "xa-mau" / "ho-tro-thu" / "HT-01" / "index.html").read_text("utf-8")
    assert "đã gỡ ngày 01/12/2026" in page
    assert 'name="robots" content="noindex"' in page
    assert not (site / "xa-mau" / "tep" / "ho-tro.txt").exists()
    assert not (site / "xa-mau" / "ho-tro-thu" / "HT-01" / "du-lieu.json").exists()
    left = {path.suffix for path in (site / "xa-mau" / "ho-tro-thu").iterdir() if path.is_file()}
    assert not left & {".csv", ".xlsx", ".json"}
    assert (site / "xa-mau" / "tep" / "45-tb-ubnd.pdf").exists()


def test_the_check_asks_for_the_file_to_be_deleted(with_list: Path) -> None:
    def notices(day: str) -> list[tuple[int, int]]:
        command = ("-m", "generator", "check", "--format", "json", "--date", day, "--only", "xa-mau")
        found = json.loads(python(with_list, *command).stdout)
        return [(p["line"], p["column"]) for p in found if p["code"] == "list_expired"]

    assert notices("2026-11-30") == []
    assert notices("2026-12-01") == [(2, 10)]


def test_in_a_list_that_the_law_orders_only_numbers_of_papers_stop_it(with_list: Path) -> None:
    path = with_list / "content" / "xa" / "xa-mau" / "ho-tro-thu" / "HT-01.yml"
    path.write_text(
        path.read_text("utf-8") + "    chinh_sach: Khuyết tật nặng, CCCD 001099000001\n", "utf-8"
    )
    result = python(
        with_list,
        "-m",
        "generator",
        "check",
        "--format",
        "json",
        "--date",
        "2026-11-22",
        "--only",
        "xa-mau",
    )
    found = [p for p in json.loads(result.stdout) if p["path"].endswith("HT-01.yml")]
    assert result.returncode == 1
    assert sorted((p["code"], p["level"]) for p in found) == [
        ("health", "notice"),
        ("identity_number", "error"),
    ]


def test_no_list_of_persons_enters_what_covers_the_province() -> None:
    people = PersonList.model_validate({"giu_den": "30/11/2026", "ly_do_giu": "Hết hạn khiếu nại"})
    records: list[Record[Any]] = [
        Record("aid", "a", people, Source("a.yml")),
        Record("other", "b", None, Source("b.yml")),
    ]
    assert [record.id for record in for_the_province(records)] == ["b"]


LIST = """\
ma: HT-01
ten: Hỗ trợ giống chè
loai: san_xuat
ky: năm 2026
danh_sach:
  - ho_ten: {name}
giu_den: 2027-10-31
ly_do_giu: Chờ hết hạn ý kiến.
"""


def in_list(load: Load, name: str) -> list[tuple[str, str]]:
    """Code and level of what is told of a name in a list of persons."""
    xa = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
    _, problems = load({"xa.yml": xa, "ho-tro/HT-01.yml": LIST.format(name=name)})
    return [(p.code, p.level.name) for p in problems if p.place.path.endswith("HT-01.yml")]


@pytest.mark.parametrize(
    "name",
    [
        "Bàn Văn Chài, bị ung thư, chai@gmail.com",
        "Bàn Văn Chài (dân tộc Dao)",
        "Bàn Văn Chài - khuyết tật nặng",
        "Bàn Văn Chài – khuyết tật nặng",
        "Bàn Văn Chài (tức Chài Đen)",
        "Bàn Văn Chài; hộ nghèo",
        "Bàn Văn Chài / Lý Thị Vui",
        "Bàn Văn Chài chai@gmail.com",
        "-Bàn Văn Chài",
        "Bàn Văn Chài sinh ra và lớn lên ở thôn Nà Pài của xã Mẫu, nay đã già",
    ],
)
def test_what_is_more_than_a_name_is_refused_in_its_place(load: Load, name: str) -> None:
    assert in_list(load, f"'{name}'") == [("name_with_more", "ERROR")]


@pytest.mark.parametrize(
    "name",
    [
        "Bàn Văn Chài",
        "H'Hen Niê",
        "H’Hen Niê",
        "Y-Bion Kbuôr",
        "A",
        "GIÀNG A PÁO",
        "Nguye\u0302\u0303n Văn A",
    ],
)
def test_names_of_every_people_are_names(load: Load, name: str) -> None:
    assert is_name(name)
    assert in_list(load, f'"{name}"') == []


def test_words_behind_a_name_without_any_sign_are_looked_at_as_the_text_of_a_list(load: Load) -> None:
    assert in_list(load, "Bàn Văn Chài bị ung thư") == [("health", "NOTICE")]
    assert in_list(load, "Bàn Văn Chài dân tộc Dao") == [("ethnicity", "NOTICE")]
