"""The pictures of `docs/huong-dan/`: the guide's tasks done in the real forms, and the pages that come of them.

The forms write into the browser (their test back end), so that nothing is needed but Chromium and `make admin`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from form_filling import add, box, choose, field, fill, unfold
from pictures import MARGIN, OUT, WIDTH, clip, picture, save
from playwright.sync_api import Page, sync_playwright

from generator.compose import frame
from generator.from_schema.forms import Writing, forms_files
from generator.inspection import Question, judge
from generator.load import load_province
from generator.publish import Order, publish
from generator.resources import editor
from tests.conftest import CHROMIUM, CONTENT, FLAGS
from tests.from_schema.test_forms_browser import READ, SEED
from tests.servers import served

DAY = date(2026, 12, 1)
"""The day on which the change of the schedule is told."""
SAMPLE = CONTENT / "xa" / "xa-mau"
IN_STORE = "content/xa/xa-mau"
TALL = 9000
"""Pixels; the editor draws only what is on the screen."""
OPENED, SAVED = 2500, 3000
"""Milliseconds in which the editor opens and saves a record."""


def main() -> int:
    """Exit status 1 where a part is missing."""
    folder = editor()
    if CHROMIUM is None or folder is None:
        print("Needs Chromium and the editor of the forms: make browser admin")
        return 1
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch:
        content, site = Path(scratch, "content"), Path(scratch, "site")
        shutil.copytree(CONTENT, content)
        _write_forms(site, folder)
        with served(site) as address, _chromium() as page:
            forms = address.replace("127.0.0.1", "localhost") + "quan-tri/"
            _sign_in(page, forms)
            for name in _tasks(page, forms):
                text = str(page.evaluate(READ, f"{IN_STORE}/{name}"))
                (content / "xa" / "xa-mau" / name).write_text(text, "utf-8", newline="\n")
        built = Path(scratch, "built")
        publish(Order(content, content / "tinh", built, DAY, only=("xa-mau",)))
        with served(built) as address, _chromium() as page:
            _pages(page, f"{address}xa-mau/")
    return 0


@contextmanager
def _chromium() -> Iterator[Page]:
    """In Vietnamese, also where the browser itself writes dates."""
    with sync_playwright() as playwright:
        own: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": "vi", "LANG": "vi_VN.UTF-8"}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, "--lang=vi"], env=own)
        if not browser.new_page().evaluate("navigator.language").startswith("vi"):
            raise SystemExit("This Chromium writes dates as in America: apt-get install chromium-l10n")
        context = browser.new_context(locale="vi-VN", viewport={"width": WIDTH, "height": TALL})
        page = context.new_page()
        page.clock.set_fixed_time(f"{DAY}T09:00:00+07:00")
        yield page
        browser.close()


def _write_forms(site: Path, folder: Path) -> None:
    province, _ = load_province(CONTENT / "tinh")
    scope, _ = judge(Question(province, DAY), SAMPLE) if province else (None, ())
    if scope is None:
        raise SystemExit("The sample commune has errors: congkhai check")
    for file in forms_files(scope, frame(scope, []), folder, Writing.BROWSER):
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content or (file.source or Path()).read_bytes())


def _sign_in(page: Page, forms: str) -> None:
    files = {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*.yml")}
    page.goto(f"{forms}giay-phep.txt")
    page.evaluate(SEED, {f"{IN_STORE}/{name}": text for name, text in files.items()})
    page.goto(forms)
    page.get_by_role("button", name="Làm việc với kho dữ liệu").click()
    page.get_by_text("Mục chỉ có một tệp").first.wait_for()
    page.wait_for_timeout(1500)
    save("bieu-mau", page.screenshot(clip=clip(0, 500)))


def _tasks(page: Page, forms: str) -> Iterator[str]:
    """Does each task of the guide in the forms; the file that it changes."""
    _open(page, f"{forms}#/collections/du-an")
    save("danh-sach-du-an", page.screenshot(clip=clip(0, 250)))
    for place, name, task in (
        ("du-an/new", "du-an/DA-2026-09.yml", _new_project),
        ("kien-nghi/entries/2026-024", "kien-nghi/2026-024.yml", _answer),
        ("du-an/entries/DA-2026-03", "du-an/DA-2026-03.yml", _correct),
        ("chung/entries/tiep-cong-dan", "tiep-cong-dan.yml", _put_off),
        ("chung/entries/khong-phat-sinh", "khong-phat-sinh.yml", _declare),
    ):
        _open(page, f"{forms}#/collections/{place}")
        task(page)
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.wait_for_timeout(SAVED)
        yield name


def _new_project(page: Page) -> None:
    fill(field(page, "Mã dự án"), "DA-2026-09")
    fill(field(page, "Tên"), "Cầu Khe Đá")
    choose(field(page, "Tình trạng"), "Đang chuẩn bị")
    choose(field(page, "Thôn, tổ dân phố"), "Khe Đá", "Nà Mẫu")
    fill(field(page, "Tổng mức đầu tư"), "1250000000")
    fill(field(page, "Thời gian", "Khởi công theo kế hoạch"), "2027-01-15")
    fill(field(page, "Việc công khai", "Ngày đăng"), "2026-11-22")
    page.mouse.wheel(0, -TALL)
    bottom = box(field(page, "Tình trạng"))
    save("du-an", page.screenshot(clip=clip(0, bottom["y"] + bottom["height"] + MARGIN)))


def _answer(page: Page) -> None:
    fill(field(page, "Trả lời", "Ngày trả lời"), "2026-11-21")
    fill(field(page, "Trả lời", "Ai trả lời"), "UBND xã Mẫu")
    fill(field(page, "Trả lời", "Nội dung trả lời"), "Đã đặt thêm 4 thùng.")
    picture("kien-nghi", field(page, "Trả lời"), field(page, "Trả lời", "Nội dung trả lời"))


def _correct(page: Page) -> None:
    fill(field(page, "Thời gian", "Hoàn thành theo kế hoạch"), "2027-07-30")
    told = add(field(page, "Việc công khai", "Đính chính"), "Đính chính")
    fill(field(told, "Ngày sửa"), "2026-11-22")
    fill(field(told, "Đã sửa gì"), "Hạn xong sửa từ 30/6 thành 30/7.")
    fill(field(told, "Lý do"), "Gõ nhầm.")
    picture("dinh-chinh", told, told)


def _put_off(page: Page) -> None:
    unfold(field(page, "Lịch từng năm"))
    told = add(field(page, "Lịch từng năm", "Điều chỉnh"), "Điều chỉnh")
    fill(field(told, "Ngày của buổi"), "2026-12-17")
    choose(field(told, "Thay đổi gì"), "Dời ngày")
    fill(field(told, "Dời sang ngày"), "2026-12-18")
    fill(field(told, "Lý do"), "Họp HĐND")
    fill(field(told, "Ngày thông báo"), "2026-12-01")
    picture("lich", field(told, "Ngày của buổi"), field(told, "Dời sang ngày"))


def _declare(page: Page) -> None:
    told = add(field(page, "Không phát sinh"), "Không phát sinh")
    choose(field(told, "Nghĩa vụ"), "THDC-11.12")
    fill(field(told, "Kỳ"), "quý IV/2026")
    fill(field(told, "Người chịu trách nhiệm"), "Ma Thị Lan")
    fill(field(told, "Chức vụ"), "Chủ tịch UBND xã")
    fill(field(told, "Ngày khai"), "2026-11-22")
    picture("khong-phat-sinh", field(told, "Nghĩa vụ"), field(told, "Ngày khai"))


def _pages(page: Page, address: str) -> None:
    """The pages that come of it."""
    for name, url, text, above, height in (
        ("trang-du-an", "du-an/DA-2026-09/", "", 0, 560),
        ("trang-lich", "tiep-cong-dan/", "18/12/2026", 132, 275),
        ("con-thieu", "cong-khai/", "Dành cho cán bộ", 330, 440),
    ):
        page.goto(f"{address}{url}")
        top = 0.0
        if text:
            page.eval_on_selector_all("details", "found => found.forEach(e => e.open = true)")
            top = max(box(page.get_by_text(text).first)["y"] - above, 0)
        save(name, page.screenshot(full_page=True, clip=clip(top, top + height)))


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_timeout(OPENED)


if __name__ == "__main__":
    sys.exit(main())
