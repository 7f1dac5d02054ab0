"""The forms in a real browser as staff use them: open a place, fill in a field, add an item, save.

The editor's test back end keeps its files in the browser (OPFS).
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page

from generator.compose import frame
from generator.from_schema.forms import Writing, forms_files
from generator.kinds._kind import Scope
from tests.conftest import CONTENT

SAMPLE = CONTENT / "xa" / "xa-mau"
FOLDER = "content/xa/xa-mau"
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
        const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
        return Array.from(bytes);
    } catch { return null; }
}"""


def write_forms(out: Path, scope: Scope, editor: Path, writing: Writing = Writing.SERVER) -> None:
    """Write a commune's forms, and nothing else of its site, into a folder."""
    for file in forms_files(scope, frame(scope, []), editor, writing):
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content or (file.source or Path()).read_bytes())


def sample_files() -> dict[str, str]:
    """The texts of the sample commune by their path inside its folder."""
    return {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*.yml")}


def seed(page: Page, files: Mapping[str, str]) -> None:
    """Lay files into the browser where the forms look for the commune's."""
    page.evaluate(SEED, {f"{FOLDER}/{name}": text for name, text in files.items()})


class FormPage:
    """The forms in one browser window; fields are named as in YAML: "lich.0.dieu_chinh.6.ngay"."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def open(self, place: str) -> None:
        """Such as "du-an/new", "du-an/entries/DA-2026-03" or "chung/entries/tiep-cong-dan"."""
        self.page.goto(f"{self.address}#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def field(self, path: str) -> Locator:
        """Scrolled to from the groups around it, since the editor draws only what is on the screen."""
        keys = path.split(".")
        for depth in range(1, len(keys) + 1):
            if not keys[depth - 1].isdigit():
                found = self.page.locator(f'[data-key-path="{".".join(keys[:depth])}"]')
                found.scroll_into_view_if_needed()
        return found

    def put(self, path: str, value: str) -> None:
        """Typed, or chosen by what is read on the screen."""
        field = self.field(path)
        kind = field.get_attribute("data-field-type")
        if kind in ("select", "relation"):
            self._choose(field, value)
        elif kind == "datetime":
            field.locator("input").fill(value)
        else:
            field.get_by_role("spinbutton" if kind == "number" else "textbox").fill(value)

    def put_all(self, values: Mapping[str, str], above: str = "") -> None:
        for path, value in values.items():
            self.put(above + path, value)

    def put_each(self, path: str, options: Iterable[str]) -> None:
        """One after the other, where several may be chosen."""
        for option in options:
            self.put(path, option)

    def _choose(self, field: Locator, option: str) -> None:
        one_of_few = field.get_by_role("radio", name=option, exact=True)
        if one_of_few.count():
            one_of_few.click()
            return
        field.get_by_role("combobox").click()
        self.page.get_by_role("option", name=option).click()

    def include(self, path: str) -> None:
        """An optional group that is not there yet."""
        self.field(path).get_by_role("checkbox").first.check()

    def unfold(self, path: str, index: int) -> None:
        """An item of a list that stands as one line."""
        self.field(path).get_by_role("button", name="Mở rộng", exact=True).nth(index).click()

    def add(self, path: str) -> None:
        """An item at the end of a list."""
        self.field(path).get_by_role("button", name="Thêm \u2068").last.click()

    def attach(self, path: str, file: Path) -> None:
        """A file of this machine, taken over into the commune's; nothing else is offered."""
        self.field(path).get_by_role("button", name="Duyệt tệp").click()
        places = self.page.get_by_role("listbox", name="Vị trí").get_by_role("option")
        places.first.wait_for()
        assert [text.splitlines()[-1] for text in places.all_inner_texts()] == ["Tệp dùng chung"]
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("dialog").get_by_role("button", name="Tải lên").click()
        chooser.value.set_files(file)
        self.page.get_by_role("button", name="Chèn", exact=True).click()

    def save(self, name: str) -> str:
        """Save, and give what then stands in the browser."""
        before = self.page.evaluate(READ, f"{FOLDER}/{name}")
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        end = time.monotonic() + 20
        while (found := self.page.evaluate(READ, f"{FOLDER}/{name}")) in (None, [], before):
            assert time.monotonic() < end, f"{name} was not saved: {self.page.inner_text('body')[:2000]}"
            self.page.wait_for_timeout(100)
        return bytes(found).decode()

    def file(self, name: str) -> bytes:
        """What stands in the browser, by its path inside the commune's folder."""
        found = self.page.evaluate(READ, f"{FOLDER}/{name}")
        assert found is not None, f"no {name}"
        return bytes(found)
