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

from pictures import OUT, WIDTH, box, clip, picture, save
from playwright.sync_api import Page, sync_playwright

from generator.from_schema.forms import Writing
from generator.inspection import Question, judge
from generator.kinds._kind import Scope
from generator.load import load_province
from generator.publish import Order, publish
from generator.resources import editor
from tests.conftest import CHROMIUM, CONTENT, FLAGS
from tests.from_schema.form_page import FormPage, sample_files, seed, write_forms
from tests.from_schema.ways import TASKS
from tests.servers import served

DAY = date(2026, 12, 1)
"""The day on which the change of the schedule is told."""
SAMPLE = CONTENT / "xa" / "xa-mau"
TALL = 9000
"""Pixels; the editor draws only what is on the screen."""
SETTLED = 1500
"""Milliseconds in which the editor draws what was opened."""
PICTURES = {
    "schedule": ("lich", "lich.0.dieu_chinh.6.ngay", "lich.0.dieu_chinh.6.sang_ngay"),
    "project": ("du-an", "ma", "tinh_trang"),
    "answer": ("kien-nghi", "tra_loi", "tra_loi.noi_dung"),
    "correction": ("dinh-chinh", "cong_khai.dinh_chinh.0.ngay", "cong_khai.dinh_chinh.0.ly_do"),
    "nothing to disclose": ("khong-phat-sinh", "khong_phat_sinh.2.nghia_vu", "khong_phat_sinh.2.ngay"),
}
"""By task: the picture's name, its first and its last field."""


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
        write_forms(site, _sample(), folder, Writing.BROWSER)
        with served(site) as address, _chromium() as page:
            form = _forms(page, address.replace("127.0.0.1", "localhost") + "quan-tri/")
            for name, text in _tasks(form):
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


def _sample() -> Scope:
    province, _ = load_province(CONTENT / "tinh")
    scope, _ = judge(Question(province, DAY), SAMPLE) if province else (None, ())
    if scope is None:
        raise SystemExit("The sample commune has errors: congkhai check")
    return scope


def _forms(page: Page, address: str) -> FormPage:
    """Signed in with the sample's files."""
    page.goto(f"{address}giay-phep.txt")
    seed(page, sample_files())
    page.goto(address)
    page.get_by_role("button", name="Làm việc với kho dữ liệu").click()
    page.get_by_text("Mục chỉ có một tệp").first.wait_for()
    page.wait_for_timeout(SETTLED)
    save("bieu-mau", page.screenshot(clip=clip(0, 500)))
    page.goto(f"{address}#/collections/du-an")
    page.wait_for_timeout(SETTLED)
    save("danh-sach-du-an", page.screenshot(clip=clip(0, 250)))
    return FormPage(page, address)


def _tasks(form: FormPage) -> Iterator[tuple[str, str]]:
    """Does each task of the guide in the forms; the file that it changes, and what that holds then."""
    for task in TASKS:
        name, first, last = PICTURES[task.name]
        task.in_form(form)
        form.page.wait_for_timeout(SETTLED)
        picture(name, form.field(first), form.field(last))
        yield task.path, form.save(task.path)


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


if __name__ == "__main__":
    sys.exit(main())
