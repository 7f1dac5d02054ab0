"""The forms filled in as staff do it: what they write is built, and `congkhai fmt` changes nothing in it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.canonical import as_yaml
from generator.compose import frame
from generator.from_schema.forms import Writing, forms_files
from generator.kinds._kind import Scope
from generator.kinds.project.model import Project
from generator.load.data_files import model_at
from generator.load.yaml_tree import read_yaml
from generator.publish import Order, publish
from generator.resources import TEMPLATES, editor
from generator.webserver import Hosting, Server, configuration
from tests.conftest import CONTENT, DAY
from tests.servers import free_port, nginx, wait_for
from tests.test_cli import congkhai

pytestmark = [pytest.mark.browser]
SAMPLE = CONTENT / "xa" / "xa-mau"
SEED = """async (files) => {
    const top = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(files)) {
        let folder = await top.getDirectoryHandle("sveltia-cms-test", {create: true});
        const parts = path.split("/"), name = parts.pop();
        for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
        const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
READ = """async (path) => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
    const parts = path.split("/"), name = parts.pop();
    try {
        for (const part of parts) folder = await folder.getDirectoryHandle(part);
        return await (await (await folder.getFileHandle(name)).getFile()).text();
    } catch { return ""; }
}"""
"""The editor's test back end keeps its files in the browser (OPFS)."""
ENGLISH = re.compile(
    r"\b(the|and|with|add|save|entry|entries|file|files|folder|delete|edit|new|search|required|select|sign)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(r"Sveltia CMS")
ICONS = "[...document.querySelectorAll('.material-symbols-outlined, .sui.icon')].forEach((e) => e.remove())"


@pytest.fixture(scope="module")
def forms(sample: Scope, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The forms of the sample commune behind the printed nginx configuration."""
    folder = editor()
    if folder is None:
        pytest.skip("the editor is missing: `make admin`, then run again")
    out, port = tmp_path_factory.mktemp("forms") / "site", free_port()
    for file in forms_files(sample, frame(sample, []), folder, Writing.BROWSER):
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content or (file.source or Path()).read_bytes())
    hosting = Hosting(out, ("localhost",), port=port)
    with nginx(tmp_path_factory.mktemp("nginx") / "run", configuration(Server.NGINX, hosting)):
        wait_for(port)
        yield f"http://localhost:{port}/quan-tri/"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, forms: str, asked: list[str]) -> Iterator[Page]:
    """Signed in with the sample's files; tall, since the editor draws only what is on the screen."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 3000})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{forms}giay-phep.txt")
    opened.evaluate(SEED, {f"content/xa/xa-mau/{name}": text for name, text in _sample().items()})
    opened.goto(forms)
    opened.get_by_role("button", name="Làm việc với kho dữ liệu").click()
    opened.get_by_text("Mục chỉ có một tệp").first.wait_for()
    yield opened
    context.close()


def _sample() -> dict[str, str]:
    return {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*.yml")}


def _saved(page: Page, name: str) -> str:
    """What stands in the browser after saving."""
    path, before = f"content/xa/xa-mau/{name}", _sample().get(name, "")
    page.get_by_role("button", name="Lưu", exact=True).click()
    for _ in range(200):
        found = str(page.evaluate(READ, path))
        if found not in ("", before):
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"{name} was not saved: {page.inner_text('body')[:2000]}")


def _chosen(page: Page, field: str, option: str) -> None:
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=option).click()


def _new_project(page: Page, forms: str) -> str:
    page.goto(f"{forms}#/collections/du-an/new")
    page.get_by_label("Mã dự án", exact=True).fill("DA-2026-09")
    page.get_by_label("Tên", exact=True).fill("Đường: bê tông xóm Đồi Chè")
    _chosen(page, "Tình trạng", "Đang chuẩn bị")
    page.get_by_label("Mục tiêu", exact=True).fill(
        "Bà con đi lại:\n\n- mùa mưa không lầy\n- xe cứu thương vào được"
    )
    page.get_by_label("Tổng mức đầu tư", exact=True).fill("1250000000")
    _chosen(page, "Thôn, tổ dân phố", "Đồi Chè")
    return _saved(page, "du-an/DA-2026-09.yml")


def _changed_schedule(page: Page, forms: str) -> str:
    page.goto(f"{forms}#/collections/chung/entries/tiep-cong-dan")
    page.get_by_label("Nơi tiếp công dân", exact=True).fill("Phòng Tiếp công dân, tầng 2")
    return _saved(page, "tiep-cong-dan.yml")


@pytest.mark.long
def test_a_new_project_and_a_changed_schedule_are_built_as_the_forms_write_them(
    page: Page, forms: str, asked: list[str], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    written = {
        "du-an/DA-2026-09.yml": _new_project(page, forms),
        "tiep-cong-dan.yml": _changed_schedule(page, forms),
    }
    for name, text in written.items():
        (content / "xa" / "xa-mau" / name).write_text(text, "utf-8", newline="\n")
    assert written["du-an/DA-2026-09.yml"] == (
        'ma: DA-2026-09\nten: "Đường: bê tông xóm Đồi Chè"\ntinh_trang: chuan_bi\nmuc_tieu: |-\n'
        "  Bà con đi lại:\n\n  - mùa mưa không lầy\n  - xe cứu thương vào được\n"
        "thon:\n  - doi-che\ntong_muc_dau_tu: 1250000000\n"
    )
    expected = _sample()["tiep-cong-dan.yml"].splitlines()
    found = written["tiep-cong-dan.yml"].splitlines()
    assert [line for line in found if line not in expected] == ["noi_tiep: Phòng Tiếp công dân, tầng 2"]
    assert len(found) == len(expected)
    report = publish(Order(content, content / "tinh", tmp_path / "site", DAY, ("xa-mau",)))
    assert report.good
    assert (tmp_path / "site" / "xa-mau" / "du-an" / "DA-2026-09" / "index.html").is_file()
    assert congkhai("fmt", "--check", "--content", str(content)).returncode == 0
    own = forms.removesuffix("quan-tri/")
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
    """A number as the editor's YAML reads it; one with zeros at its end stands in quotes."""
    plain = isinstance(value, Decimal) and f"{value:f}" == f"{value.normalize() + 0:f}"
    return float(value) if plain else str(value)


def _in_order(tree: Any, order: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _in_order(tree[key], order[key]) for key in order}
    return [_in_order(a, b) for a, b in zip(tree, order, strict=True)] if isinstance(tree, list) else tree


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
