"""A field added to a model appears everywhere with nothing else edited; what pages draw is kept by machine."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.compose.undrawn import DRAWN
from tests.conftest import DAY
from tests.drawn import as_json, drawn

NEW = {
    "generator/kinds/project/model.py": (
        "class Project(Disclosed):",
        '    soil: Text | None = maybe("loai_dat", "Loại đất nền", "Đất nền là đất gì.")',
    ),
    "generator/kinds/project/parts.py": (
        "class Package(Model):",
        '    insured: Dong | None = maybe("bao_hiem", "Bảo hiểm công trình", "Số tiền bảo hiểm.")',
    ),
    "generator/kinds/document/model.py": (
        "class OfficialDocument(Disclosed):",
        '    typist: Text | None = maybe("noi_soan", "Nơi soạn thảo", "Phòng nào soạn.")',
    ),
}
"""By file: the class, and the one line put into it."""
WRITTEN = {
    "content/xa/xa-mau/du-an/DA-2026-01.yml": (
        "goi_thau:\n",
        "loai_dat: Đất đồi sỏi\ngoi_thau:\n  - ten: Bảo hiểm\n    bao_hiem: 12 triệu\n",
    ),
    "content/xa/xa-mau/van-ban/2026-41-qd-ubnd.yml": ("loai: ", "noi_soan: Phòng Kinh tế\nloai: "),
}
SAID = """
import json, sys
from datetime import date
from pathlib import Path
from generator.from_schema.forms.config import Place, config
from generator.load import load_province
province, _ = load_province(Path("content/tinh"))
sys.stdout.buffer.write(config(Place("xa-mau", "UBND xã Mẫu"), province, date(2026, 11, 22)))
"""


def test_a_new_field_of_a_model_appears_everywhere_with_nothing_else_edited(checkout: Path) -> None:
    for name, (head, line) in NEW.items():
        _edit(checkout / name, f"\n{head}\n", f"\n{head}\n{line}\n")
    for name, (before, after) in WRITTEN.items():
        _edit(checkout / name, f"\n{before}", f"\n{after}")
    _run(checkout, "-m", "generator", "build", "--date", str(DAY), "--only", "xa-mau")
    site = checkout / "site" / "xa-mau"
    _on_the_pages(site)
    _in_the_tables(site)
    guide = (site / "quan-tri/huong-dan/muc/du-an/index.html").read_text("utf-8")
    assert "Loại đất nền" in guide
    assert "Bảo hiểm công trình" in guide
    _run(checkout, "-m", "generator", "schema")
    schema = json.loads((checkout / "schema/xa/du-an.schema.json").read_text("utf-8"))
    assert schema["properties"]["loai_dat"]["title"] == "Loại đất nền"
    _run(checkout, "-m", "generator", "excel", "export", "xa-mau", "du-an", "--out", "moi.xlsx")
    sheets = load_workbook(checkout / "moi.xlsx")
    headings = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert {"Loại đất nền", "Bảo hiểm công trình", "Đất đồi sỏi"} <= headings
    forms = json.loads(_run(checkout, "-c", SAID))
    assert {"Loại đất nền", "Bảo hiểm công trình", "Nơi soạn thảo"} <= set(_labels(forms["collections"]))


def test_what_templates_draw_is_up_to_date() -> None:
    """Else: `make docs`."""
    assert DRAWN.read_text("utf-8") == as_json(drawn())


def _on_the_pages(site: Path) -> None:
    project = (site / "du-an/DA-2026-01/index.html").read_text("utf-8")
    assert "<dt>Loại đất nền</dt><dd>Đất đồi sỏi</dd>" in project
    assert "mục 1: Bảo hiểm công trình</dt><dd>12.000.000 đồng</dd>" in project
    assert project.count("Thông tin khác</h2>") == 1
    document = (site / "van-ban/2026-41-qd-ubnd/index.html").read_text("utf-8")
    assert "<dt>Nơi soạn thảo</dt><dd>Phòng Kinh tế</dd>" in document
    others = [page for page in site.rglob("index.html") if "Thông tin khác" in page.read_text("utf-8")]
    assert len(others) == 2


def _in_the_tables(site: Path) -> None:
    """As a column where the table holds the records, as a line of the values where it is worked out."""
    with (site / "van-ban/du-lieu.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "Phòng Kinh tế" in {line["Nơi soạn thảo"] for line in csv.DictReader(file)}
    with (site / "du-an/tung-gia-tri.csv").open(encoding="utf-8-sig", newline="") as file:
        values = {(line["Tệp"], line["Khóa"], line["Giá trị"]) for line in csv.DictReader(file)}
    assert ("DA-2026-01", "loai_dat", "Đất đồi sỏi") in values
    assert ("DA-2026-01", "goi_thau/0/bao_hiem", "12000000") in values


def _labels(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (str(tree["label"]),) if "label" in tree else ()
        tree = list(tree.values())
    for inner in tree if isinstance(tree, list) else ():
        yield from _labels(inner)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, path
    path.write_text(text.replace(old, new), "utf-8")


def _run(checkout: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    found = subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr + found.stdout
    return found.stdout
