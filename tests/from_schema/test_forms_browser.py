"""The forms filled in as staff do it: what they write is built, and `congkhai fmt` changes nothing in it."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.canonical import as_yaml
from generator.kinds.project.model import Project
from generator.load.data_files import model_at
from generator.load.yaml_tree import read_yaml
from generator.publish import Order, publish
from generator.resources import TEMPLATES
from tests.conftest import CONTENT, DAY
from tests.from_schema.form_page import FormPage, sample_files
from tests.test_cli import congkhai

pytestmark = [pytest.mark.browser]
SAMPLE = CONTENT / "xa" / "xa-mau"
ENGLISH = re.compile(
    r"\b(the|and|with|add|save|entry|entries|file|files|folder|delete|edit|new|search|required|select|sign)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(r"Sveltia CMS")
ICONS = "[...document.querySelectorAll('.material-symbols-outlined, .sui.icon')].forEach((e) => e.remove())"


def _new_project(form: FormPage) -> str:
    form.open("du-an/new")
    form.put_all({"ma": "DA-2026-09", "ten": "Đường: bê tông xóm Đồi Chè", "tinh_trang": "Đang chuẩn bị"})
    form.put("muc_tieu", "Bà con đi lại:\n\n- mùa mưa không lầy\n- xe cứu thương vào được")
    form.put("tong_muc_dau_tu", "1250000000")
    form.put("thon", "Đồi Chè")
    return form.save("du-an/DA-2026-09.yml")


def _changed_schedule(form: FormPage) -> str:
    form.open("chung/entries/tiep-cong-dan")
    form.put("noi_tiep", "Phòng Tiếp công dân, tầng 2")
    return form.save("tiep-cong-dan.yml")


@pytest.mark.long
def test_a_new_project_and_a_changed_schedule_are_built_as_the_forms_write_them(
    form: FormPage, asked: list[str], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    written = {
        "du-an/DA-2026-09.yml": _new_project(form),
        "tiep-cong-dan.yml": _changed_schedule(form),
    }
    for name, text in written.items():
        (content / "xa" / "xa-mau" / name).write_text(text, "utf-8", newline="\n")
    assert written["du-an/DA-2026-09.yml"] == (
        'ma: DA-2026-09\nten: "Đường: bê tông xóm Đồi Chè"\ntinh_trang: chuan_bi\nmuc_tieu: |-\n'
        "  Bà con đi lại:\n\n  - mùa mưa không lầy\n  - xe cứu thương vào được\n"
        "thon:\n  - doi-che\ntong_muc_dau_tu: 1250000000\n"
    )
    expected = sample_files()["tiep-cong-dan.yml"].splitlines()
    found = written["tiep-cong-dan.yml"].splitlines()
    assert [line for line in found if line not in expected] == ["noi_tiep: Phòng Tiếp công dân, tầng 2"]
    assert len(found) == len(expected)
    report = publish(Order(content, content / "tinh", tmp_path / "site", DAY, ("xa-mau",)))
    assert report.good
    assert (tmp_path / "site" / "xa-mau" / "du-an" / "DA-2026-09" / "index.html").is_file()
    assert congkhai("fmt", "--check", "--content", str(content)).returncode == 0
    own = form.address.removesuffix("quan-tri/")
    assert [
        url
        for url in asked
        if not url.startswith((own, "data:", "blob:", "https://unpkg.com/@sveltia/cms"))
    ] == []


def test_nothing_leaves_the_machine_and_everything_speaks_vietnamese(
    page: Page, forms: str, asked: list[str]
) -> None:
    """The question for a newer version is stopped by the page's policy before it leaves."""
    left: list[str] = []
    page.on("response", lambda response: left.append(response.url))
    seen = [page.inner_text("body")]
    for place in ("collections/du-an", "collections/du-an/new", "collections/chung/entries/tiep-cong-dan"):
        page.goto(f"{forms}#/{place}")
        page.wait_for_timeout(1500)
        page.evaluate(ICONS)
        seen.append(page.inner_text("body"))
    own = forms.removesuffix("quan-tri/")
    assert [url for url in left if not url.startswith((own, "data:", "blob:"))] == []
    english = {line for text in seen for line in text.splitlines() if ENGLISH.search(ALLOWED.sub("", line))}
    assert {line for line in english if not re.fullmatch(r"[a-z_]+", line)} == set()


def test_the_printed_configuration_lets_the_sign_in_window_come_back(browser: Browser, forms: str) -> None:
    opened = browser.new_page()
    answer, other = opened.goto(forms), opened.goto(f"{forms}khong-co")
    opened.close()
    assert answer
    assert other
    assert answer.headers["cross-origin-opener-policy"] == "unsafe-none"
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert "'unsafe-inline'" not in other.headers["content-security-policy"]
    assert other.headers["cross-origin-opener-policy"] == "same-origin"


def test_every_file_of_the_sample_is_written_by_the_forms_as_fmt_writes_it(browser: Browser) -> None:
    """The writer alone, with numbers as numbers, as the editor reads them."""
    opened = browser.new_page()
    opened.add_script_tag(content=(TEMPLATES / "quan-tri" / "ghi-yaml.js").read_text("utf-8"))
    different = []
    for path in sorted(SAMPLE.rglob("*.yml")):
        model = model_at(path)
        reading = read_yaml(path.read_bytes(), path.name)
        assert model is not None
        found = model.model_validate(reading.tree)
        tree: Any = json.loads(
            json.dumps(
                found.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True), default=_read
            )
        )
        written = opened.evaluate(
            "(tree) => ghiYaml(tree)", _in_order(tree, read_yaml(as_yaml(found), "").tree)
        )
        if written.encode() != as_yaml(found):
            different.append(path.name)
    opened.close()
    assert different == []


def _read(value: Any) -> Any:
    """A number as the editor's YAML reads it."""
    return float(value) if isinstance(value, Decimal) else str(value)


def _in_order(tree: Any, order: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _in_order(tree[key], order[key]) for key in order}
    return [_in_order(a, b) for a, b in zip(tree, order, strict=True)] if isinstance(tree, list) else tree


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ({"so": 62.5}, "so: 62.5\n"),
        ({"so": 1.234}, 'so: "1.2340"\n'),
        ({"so": 0.0000001}, "so: 0.0000001\n"),
        ({"so": 1250000000}, "so: 1250000000\n"),
        ({"chu": "Đường\u00a0 bê\u200b tông\t"}, "chu: Đường bê tông\n"),
        ({"chu": "Dòng một.\n\n  thụt"}, "chu: |-\n  Dòng một.\n\n    thụt\n"),
        ({"chu": "१२"}, 'chu: "१२"\n'),
    ],
)
def test_odd_numbers_and_signs_are_written_as_fmt_leaves_them(
    browser: Browser, content: dict[str, Any], written: str
) -> None:
    opened = browser.new_page()
    opened.add_script_tag(content=(TEMPLATES / "quan-tri" / "ghi-yaml.js").read_text("utf-8"))
    assert opened.evaluate("(tree) => ghiYaml(tree)", content) == written
    opened.close()


@pytest.mark.parametrize(
    "text",
    ["07:30", "no", "12,5", "1.250.000", "– gạch", "a: b", "x #1", "'trong'", "2026-11-05", "2026-11-05 7:30",
     "*đậm*", "“Chào”", "a\nb", "1e3", "ma: 1", "x\u2028y", "-", "0200 000 0001", "~", "https://a.example/x"],
)  # fmt: skip
def test_texts_that_a_reader_takes_for_something_else_are_quoted_alike(browser: Browser, text: str) -> None:
    field = next(name for name, info in Project.model_fields.items() if info.alias == "ten")
    found = Project.model_validate({"ma": "DA-1", "ten": "x", "tinh_trang": "chuan_bi"}).model_copy(
        update={field: text}
    )
    opened = browser.new_page()
    opened.add_script_tag(content=(TEMPLATES / "quan-tri" / "ghi-yaml.js").read_text("utf-8"))
    written = opened.evaluate("(text) => ghiYaml({ma: 'DA-1', ten: text, tinh_trang: 'chuan_bi'})", text)
    opened.close()
    assert written.encode() == as_yaml(found)


def test_attachments_are_named_as_data_files_name_them_and_what_goes_without_saying_is_left_out(
    browser: Browser,
) -> None:
    opened = browser.new_page()
    opened.add_script_tag(content=(TEMPLATES / "quan-tri" / "ghi-yaml.js").read_text("utf-8"))
    tree = {
        "ten": " Ảnh ",
        "anh": [{"tep": "/tep/a.jpg", "mo_ta": ""}],
        "trong_do": False,
        "so": {"x": None},
    }
    written = opened.evaluate("(tree) => ghiYaml(tree, {trong_do: false})", tree)
    opened.close()
    assert written == "ten: Ảnh\nanh:\n  - tep: tep/a.jpg\n"
