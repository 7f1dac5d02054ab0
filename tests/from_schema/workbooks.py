"""Workbooks for tests: one of the sample commune, edited cell by cell; one written by hand, as other programs do."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from openpyxl import load_workbook

from generator.from_schema.excel.book import workbook
from generator.from_schema.excel.importing import Plan, plan
from generator.from_schema.excel.present import present
from generator.from_schema.offered import Offered, offered
from generator.kinds import kinds
from generator.load import load_province
from tests.conftest import CONTENT, DAY

SAMPLE = CONTENT / "xa" / "xa-mau"
PROJECTS, PACKAGES = "Dự án, công trình", "Dự án, công trình - Gói thầu"


@cache
def offers() -> Offered:
    """What the province declares."""
    province, _ = load_province(CONTENT / "tinh")
    assert province
    return offered(province, DAY)


@cache
def exported(*names: str) -> bytes:
    """The workbook of some kinds of the sample commune; of all where none is named."""
    chosen = [kind for kind in kinds() if not names or kind.name in names]
    return workbook(present(SAMPLE, chosen), chosen, "Xã Mẫu", "xa-mau", DAY, "xa-mau.xlsx", offers())


class Edited:
    """An exported workbook under change, and the folder of the commune that it is imported into."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.folder, self.file = folder / "xa-mau", folder / "bang.xlsx"
        self.file.write_bytes(exported(*names))
        self.book: Any = load_workbook(self.file)
        if not self.folder.exists():
            shutil.copytree(SAMPLE, self.folder, ignore=shutil.ignore_patterns("*.pdf", "*.jpg", "*.png"))

    @classmethod
    def of(cls, file: Path, folder: Path) -> Edited:
        """A workbook that is there already."""
        found = cls.__new__(cls)
        found.file, found.folder, found.book = file, folder, load_workbook(file)
        return found

    def at(self, sheet: str, row: int, key: str) -> Any:
        """The cell of a column named by its YAML keys: "thoi_gian.khoi_cong_thuc_te", "#0"."""
        found = [cell for cell in self.book[sheet][1] if str(cell.value).rpartition(":")[2] == key]
        return self.book[sheet].cell(row, found[0].column)

    def put(self, sheet: str, row: int, values: Mapping[str, Any], number_format: str = "") -> None:
        for key, value in values.items():
            cell = self.at(sheet, row, key)
            cell.value = value
            if number_format:
                cell.number_format = number_format

    def blank(self, sheet: str, row: int, but: Iterable[str]) -> None:
        """Clear a row but for some columns, as people do where the key is locked."""
        kept = {self.at(sheet, row, key).column for key in but}
        for cell in self.book[sheet][row]:
            if cell.column not in kept:
                cell.value = None

    def plan(self) -> Plan:
        self.book.save(self.file)
        return plan(self.file, self.folder)

    def told(self) -> list[tuple[str, str]]:
        """Place and code of each problem."""
        return [(str(problem.place), problem.code) for problem in self.plan().problems]

    def lines(self) -> list[str]:
        """What differs, in words."""
        found = self.plan()
        assert [str(p.place) + p.sentence for p in found.problems] == []
        return [line for change in found.changes for line in change.lines]


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = (
    f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    "</Types>"
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="DD\\/MM\\/YYYY"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def by_hand(file: Path, sheet: str, cells: Mapping[str, str], more: str = "") -> Path:
    """A workbook of one sheet; each cell is given as XML without its name, such as `<c s="1"><v>46331</v></c>`."""
    rows: dict[int, list[str]] = {}
    for name, cell in cells.items():
        rows.setdefault(int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), []).append(
            cell.replace("<c", f'<c r="{name}"', 1)
        )
    data = "".join(f'<row r="{row}">{"".join(found)}</row>' for row, found in rows.items())
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": DOCUMENT,
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{escape(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": f'{more}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>',
    }
    with ZipFile(file, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return file


def text(value: str) -> str:
    """A text that stands in its cell instead of among the shared ones."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
