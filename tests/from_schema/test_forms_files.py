"""Files in the forms: an attachment from this machine, and a folder of it to write into."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfWriter

from generator.from_schema.forms import Writing
from generator.kinds._kind import Scope
from generator.publish import Order, publish
from generator.resources import editor
from tests.conftest import CONTENT, DAY
from tests.from_schema.form_page import FormPage, sample_files, seed, write_forms
from tests.servers import served
from tests.test_cli import congkhai

pytestmark = [pytest.mark.browser, pytest.mark.long]
PICKED = """
window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test")
"""
"""A folder of the browser in place of the one that people pick."""
MAKE_REPOSITORY = """async () => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
    await top.getDirectoryHandle(".git", {create: true});
}"""


def test_an_attachment_lands_under_a_plain_name_and_is_built(form: FormPage, tmp_path: Path) -> None:
    scanned = tmp_path / "Thông báo số 77 - Đường Nà Mẫu (đã ký).pdf"
    document = PdfWriter()
    document.add_blank_page(595, 842)
    document.write(scanned)
    form.open("van-ban/new")
    form.put_all({"ma": "2026-77-tb-ubnd", "loai": "Thông báo", "ngay": "2026-11-20"})
    form.put_all(
        {"co_quan": "UBND xã Mẫu", "trich_yeu": "Làm đường Nà Mẫu", "tom_tat": "Cấm đường hai ngày."}
    )
    form.attach("tep", scanned)
    record, name = form.save("van-ban/2026-77-tb-ubnd.yml"), "tep/Thong-bao-so-77-Duong-Na-Mau-da-ky.pdf"
    assert record.splitlines()[-1] == f"tep: {name}"
    assert form.file(name) == scanned.read_bytes()
    content = shutil.copytree(CONTENT, tmp_path / "content")
    commune = content / "xa" / "xa-mau"
    (commune / name).write_bytes(form.file(name))
    (commune / "van-ban" / "2026-77-tb-ubnd.yml").write_text(record, "utf-8", newline="\n")
    assert publish(Order(content, content / "tinh", tmp_path / "site", DAY, ("xa-mau",))).good
    assert (tmp_path / "site" / "xa-mau" / name).is_file()
    assert congkhai("fmt", "--check", "--content", str(content)).returncode == 0


def test_in_a_preview_forms_write_into_a_folder_of_this_machine(
    browser: Browser, sample: Scope, tmp_path: Path
) -> None:
    """Only a folder with `.git` in it is taken: the top of the repository."""
    folder = editor()
    if folder is None:
        pytest.skip("the editor is missing: `make admin`, then run again")
    write_forms(tmp_path, sample, folder, Writing.MACHINE)
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 3000})
    page = context.new_page()
    page.add_init_script(PICKED)
    with served(tmp_path) as address:
        form = FormPage(page, f"{address}quan-tri/")
        page.goto(f"{form.address}giay-phep.txt")
        seed(page, sample_files())
        page.goto(form.address)
        page.get_by_role("button", name="Làm việc với kho dữ liệu cục bộ").click()
        page.get_by_text("không phải là thư mục gốc của kho dữ liệu").wait_for()
        page.evaluate(MAKE_REPOSITORY)
        page.get_by_role("button", name="Làm việc với kho dữ liệu cục bộ").click()
        page.get_by_text("Mục chỉ có một tệp").first.wait_for()
        form.open("chung/entries/tiep-cong-dan")
        form.put("noi_tiep", "Phòng Tiếp công dân, tầng 2")
        written = form.save("tiep-cong-dan.yml")
        context.close()
    before = sample_files()["tiep-cong-dan.yml"].splitlines()
    assert written.splitlines() == ["noi_tiep: Phòng Tiếp công dân, tầng 2", *before[1:]]
