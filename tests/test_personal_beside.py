"""What files say beside their text: properties, links, hints, comments, pages' heads; and what is not read is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from generator.load.texts import limits, read_content
from generator.personal import Known, find_in_pieces
from tests.test_personal_files import BODY, OPEN, SHEET, pack

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
META = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="urn:m"'
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="x/hyperlink" Target="mailto:vui%2E85@gmail.com" TargetMode="External"/></Relationships>'
)
XMP = (
    '<x xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"><r:Description xmp:Serial="019085001234"><xmp:Date>0912000009'
    "</xmp:Date><dc:description><r:li>{}</r:li></dc:description></r:Description></x>"
)


def found(path: Path) -> list[tuple[str, str]]:
    """Place and code of what is found; nothing is left unread."""
    content = read_content(path)
    assert content.notes == ()
    return [(piece.place, f.datum.value) for piece, f in find_in_pieces(content.pieces, Known())]


def word(inside: str) -> str:
    return f"<w:document {WORD}><w:body><w:p><w:r><w:t>A</w:t></w:r>{inside}</w:p></w:body></w:document>"


@pytest.mark.parametrize(
    ("part", "text", "place", "code"),
    [
        ("docProps/core.xml", f"<c {META}><dc:title>CCCD 019085001234</dc:title></c>", "thuộc tính tệp", "identity_number"),
        ("docProps/app.xml", "<p><Manager>0912000001</Manager></p>", "thuộc tính tệp", "private_phone"),
        ("docProps/custom.xml", "<p><q><v>sinh ngày 12/03/1985</v></q></p>", "thuộc tính tệp", "birth_date"),
        ("word/_rels/document.xml.rels", LINKS, "liên kết", "private_email"),
        ("word/settings.xml", f'<w:s {WORD}><w:docVar w:name="a" w:val="CMND 012345678"/></w:s>', "phần ẩn", "old_identity_number"),
        ("word/people.xml", '<p><q userId="S::vui@gmail.com::1"/></p>', "thuộc tính tệp", "private_email"),
        ("word/charts/chart1.xml", "<c><v>Gọi 0912000001</v></c>", "biểu đồ", "private_phone"),
        ("word/diagrams/data1.xml", "<c><p><r><t>Gọi 0912</t></r><r><rPr/><t>000001</t></r></p></c>", "hình vẽ", "private_phone"),
        ("customXml/item1.xml", "<c>Gọi 0912000001</c>", "phần ẩn", "private_phone"),
        ("word/document.xml", word('<w:hyperlink w:tooltip="Gọi 0912000001"/>'), "phần ẩn ở đoạn 1", "private_phone"),
        ("word/document.xml", word('<x descr="CCCD 019085001234"/>'), "phần ẩn ở đoạn 1", "identity_number"),
        ("word/document.xml", word('<w:fldSimple w:instr="HYPERLINK tel:0912000001"/>'), "phần ẩn ở đoạn 1", "private_phone"),
    ],
)  # fmt: skip
def test_word_is_read_beside_its_text(tmp_path: Path, part: str, text: str, place: str, code: str) -> None:
    path = pack(tmp_path / "a.docx", {"word/document.xml": word("")} | {part: text})
    assert found(path) == [(place, code)]


def test_names_and_serial_numbers_of_programs_are_no_finding(tmp_path: Path) -> None:
    core = (
        f"<c {META}><dc:creator>Nguyễn Văn A</dc:creator><m:modified>2026-11-22T10:00:00Z</m:modified></c>"
    )
    app = "<p><Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></p>"
    path = pack(
        tmp_path / "a.docx",
        {
            "word/document.xml": BODY.replace("Số 0912", ""),
            "docProps/core.xml": core,
            "docProps/app.xml": app,
        },
    )
    assert [place for place, _ in found(path)] == ["bảng 1!B2"]


def saved(path: Path, fill: Any) -> Path:
    book = Workbook()
    fill(book.active)
    book.save(path)
    return path


def with_comment(sheet: Any) -> None:
    sheet["A1"].comment = Comment("Gọi 0912000001", "A")


def with_link(sheet: Any) -> None:
    sheet["A1"] = "Gọi"
    sheet["A1"].hyperlink = "tel:0912000001"


def with_head(sheet: Any) -> None:
    sheet.oddHeader.center.text = "0912000001"


def with_formula(sheet: Any) -> None:
    sheet["B2"] = '=HYPERLINK("tel:0912000001","gọi")'


def with_name(sheet: Any) -> None:
    sheet.title = "Gọi 0912000001"


def with_hint(sheet: Any) -> None:
    sheet.add_data_validation(DataValidation("list", formula1='"A,0912000001"', sqref="A1"))


@pytest.mark.parametrize(
    ("fill", "place"),
    [
        (with_comment, "nhận xét"),
        (with_link, "liên kết"),
        (with_head, "Sheet, đầu trang, chân trang"),
        (with_formula, "phần ẩn ở Sheet!B2"),
        (with_name, "tên trang tính"),
        (with_hint, "phần ẩn ở Sheet!A1"),
    ],
)
def test_a_workbook_is_read_beside_its_cells(tmp_path: Path, fill: Any, place: str) -> None:
    assert (place, "private_phone") in found(saved(tmp_path / "a.xlsx", fill))


def test_rows_that_come_twice_are_read_both_times(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", lambda sheet: sheet.append(["Gọi 0912000001"]))
    twice = tmp_path / "b.xlsx"
    with ZipFile(path) as old, ZipFile(twice, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cell = b'<row r="1"><c r="B1" t="inlineStr"><is><t>09120</t><t>00002</t></is></c></row>'
                part = part.replace(b"</sheetData>", cell + b"</sheetData>")
            new.writestr(name, part)
    assert found(twice) == [("Sheet!A1", "private_phone"), ("Sheet!B1", "private_phone")]


def test_of_a_large_workbook_the_first_part_is_read_and_the_rest_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(sheet: Any) -> None:
        for number in range(200):
            sheet.append([number, "Gọi 0912000001"])

    path = saved(tmp_path / "a.xlsx", fill)
    monkeypatch.setattr(
        limits.Budget, "__init__", lambda self: self.__dict__.update(elements=300, characters=9999)
    )
    content = read_content(path)
    assert content.notes == (limits.cut("Sheet, dòng 49"),)
    assert content.pieces[1].text == "Gọi 0912000001"


SHARED = {
    "xl/workbook.xml": '<w xmlns:r="r"><sheets><sheet name="Hộ" r:id="a"/><sheet name="Mất" r:id="b"/></sheets></w>',
    "xl/_rels/workbook.xml.rels": '<r><l Id="a" Target="worksheets/sheet1.xml"/><l Id="b" Target="no.xml"/></r>',
    "xl/sharedStrings.xml": "<s><si><t>chữ </t><t>một</t></si><si><t>chữ hai</t></si></s>",
    "xl/styles.xml": (
        '<s><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></s>'
    ),
    "xl/worksheets/sheet1.xml": (
        '<s><row><c r="B1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1"><v>31111</v></c></row>'
        '<row><c t="s"><v>9</v></c><c s="0"><v>1.5</v></c></row></s>'
    ),
}


def test_shared_texts_and_dates_are_read_and_texts_beyond_measure_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack(tmp_path / "a.xlsx", SHARED)
    assert [(piece.place, piece.text) for piece in read_content(path).pieces if piece.table] == [
        ("Hộ!B1", "chữ một"),
        ("Hộ!C1", "chữ hai"),
        ("Hộ!D1", "05/03/1985"),
        ("Hộ!B2", "1.5"),
    ]
    monkeypatch.setattr(
        limits.Budget, "__init__", lambda self: self.__dict__.update(elements=99, characters=12)
    )
    other = {**SHARED, "xl/sharedStrings.xml": SHARED["xl/sharedStrings.xml"] + " "}
    content = read_content(pack(tmp_path / "b.xlsx", other))
    assert content.notes == (limits.cut("1 ô chữ khác nhau đầu tiên"),)
    assert [piece.text for piece in content.pieces if piece.table] == ["chữ một", "05/03/1985", "1.5"]


@pytest.mark.parametrize(
    ("part", "text", "place"),
    [
        ("meta.xml", f"<o {META}><dc:description>Gọi 0912000001</dc:description></o>", "thuộc tính tệp"),
        ("styles.xml", f"<o {OPEN}><text:p>Gọi 0912000001</text:p></o>", "đầu trang, chân trang, đoạn 1"),
        ("content.xml", f'<o {OPEN} xmlns:l="x"><text:p><text:a l:href="tel:0912000001">A</text:a></text:p></o>', "phần ẩn ở đoạn 1"),
        ("content.xml", f'<o {OPEN} xmlns:s="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><s:desc>Gọi 0912000001</s:desc></o>', "đoạn 1"),
        ("Object 1/content.xml", f"<o {OPEN}><text:p>Gọi 0912000001</text:p></o>", "biểu đồ"),
    ],
)  # fmt: skip
def test_open_document_is_read_beside_its_text(tmp_path: Path, part: str, text: str, place: str) -> None:
    empty = SHEET.replace("001099<text:s/>000001", "")
    path = pack(tmp_path / "a.odt", {"content.xml": empty, part: text})
    assert found(path) == [(place, "private_phone")]


def test_a_number_that_open_document_shows_shortened_is_read_in_full(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' office:value="19085001234"><text:p>1.9E+10</text:p>'
    )
    sheet = SHEET.replace("<table:table-cell><text:p>001099<text:s/>000001</text:p>", cell)
    content = read_content(pack(tmp_path / "a.ods", {"content.xml": sheet}))
    assert [piece.text for piece in content.pieces if piece.place == "Hộ!B5"] == ["19085001234"]


def pdf(path: Path, **properties: str) -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({f"/{key}": value for key, value in properties.items()})
    return writer


def test_a_pdf_is_read_beside_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    writer = pdf(path, Title="CCCD 019085001234", Author="Nguyễn Văn A", Subject="Gọi 0912000001")
    parent = writer.add_outline_item(title="Phần một", page_number=0)
    writer.add_outline_item(title="Bà Vui vui@gmail.com", page_number=0, parent=parent)
    writer.xmp_metadata = XMP.format("CMND 012345678").encode()
    writer.write(path)
    assert sorted(found(path)) == [
        ("mục lục", "private_email"),
        ("thuộc tính tệp", "identity_number"),
        ("thuộc tính tệp", "old_identity_number"),
        ("thuộc tính tệp", "private_phone"),
    ]


def test_a_field_of_a_form_that_stands_on_no_page_is_read(tmp_path: Path) -> None:
    writer = pdf(tmp_path / "a.pdf")
    seen = DictionaryObject(
        {NameObject("/Subtype"): NameObject("/Widget"), NameObject("/V"): TextStringObject("9")}
    )
    unseen = DictionaryObject({NameObject("/V"): TextStringObject("CCCD 019085001234")})
    fields = ArrayObject([writer._add_object(seen), writer._add_object(unseen)])
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    writer.write(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == [("ô biểu mẫu", "identity_number")]


def test_an_outline_that_leads_in_circles_ends(tmp_path: Path) -> None:
    writer = pdf(tmp_path / "a.pdf")
    item = DictionaryObject({NameObject("/Title"): TextStringObject("Gọi 0912000001")})
    reference = writer._add_object(item)
    item[NameObject("/Next")] = item[NameObject("/First")] = reference
    writer._root_object[NameObject("/Outlines")] = DictionaryObject({NameObject("/First"): reference})
    writer.write(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == [("mục lục", "private_phone")]


def test_metadata_that_is_no_xml_is_still_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    writer = pdf(path, Author="Nguyễn Văn A")
    writer.xmp_metadata = b"<x>CMND 012345678"
    writer.write(path)
    assert found(path) == [("thuộc tính tệp", "old_identity_number")]
