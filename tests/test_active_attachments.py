"""Attachments that run or fetch something by themselves are refused; plain ones of the same sort are not."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter

from generator.load.active import in_csv, in_pdf
from generator.load.archives import look_inside
from tests.conftest import CONTENT
from tests.test_attachments import TYPES, WORD, packed

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
RELATION = '<Relationship Id="r" Type="http://x/relationships/{}" Target="{}" TargetMode="External"/>'


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page() -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    return writer


def with_file_inside() -> bytes:
    writer = page()
    writer.add_attachment("a.txt", b"x")
    return written(writer)


def with_object(source: bytes, packed_up: bool) -> bytes:
    """A PDF with one more object, plain or inside an object stream that its table of references names."""
    packed_source = zlib.compress(b"3 0 " + source)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed_source)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [] /Count 0 >>",
        3: b"null" if packed_up else source,
        4: b"%s\nstream\n%s\nendstream" % (head, packed_source) if packed_up else b"null",
    }
    out, rows = bytearray(b"%PDF-1.5\n"), [bytes(6)]
    for number, part in objects.items():
        inside = packed_up and number == 3
        rows.append(
            b"\2" + (4).to_bytes(4, "big") + b"\0"
            if inside
            else b"\1" + len(out).to_bytes(4, "big") + b"\0"
        )
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join([*rows, b"\1" + len(out).to_bytes(4, "big") + b"\0"])
    start = len(out)
    head = b"<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length %d >>" % len(table)
    out += b"5 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (head, table, start)
    return bytes(out)


SCRIPT = b"<< /S /JavaScript /JS (x) >>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (with_file_inside(), "tệp khác gói bên trong"),
        (with_object(SCRIPT, packed_up=False), "mã JavaScript"),
        (with_object(SCRIPT, packed_up=True), "mã JavaScript"),
        (with_object(b"<< /S /J#61vaScript /JS (x) >>", packed_up=False), "mã JavaScript"),
        (with_object(b"<< /S /Launch /F (cmd.exe) >>", packed_up=True), "lệnh mở chương trình khác"),
        (with_object(b"<< /S /SubmitForm /F (http://a.example) >>", packed_up=True), "lệnh gửi"),
        (with_object(b"<< /XFA [(a) 9 0 R] >>", packed_up=True), "biểu mẫu XFA"),
        (with_object(b"<< /Subtype /RichMedia >>", packed_up=True), "phim"),
    ],
)  # fmt: skip
def test_a_pdf_that_does_something_by_itself_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    wrong = in_pdf(path, content)
    assert wrong
    assert (wrong.code, said in wrong.message, "In" in wrong.hint) == ("attachment_active", True, True)


def test_a_pdf_that_only_opens_at_a_page_or_links_to_one_is_taken(tmp_path: Path) -> None:
    writer = page()
    writer.open_destination = writer.pages[0]
    for content in (written(writer), with_object(b"<< /S /GoTo /D [2 0 R /Fit] >>", packed_up=True)):
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        assert in_pdf(path, content) is None
    for path in (CONTENT / "xa" / "xa-mau" / "tep").rglob("*.pdf"):
        assert in_pdf(path, path.read_bytes()) is None


def test_a_pdf_whose_packed_objects_unpack_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content := with_object(b" " * 70_000_000, packed_up=True))
    wrong = in_pdf(path, content)
    assert wrong
    assert wrong.code == "attachment_bomb"


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (("word/embeddings/oleObject1.bin", "x"), "attachment_object"),
        (("word/activeX/activeX1.xml", "x"), "attachment_object"),
        (("xl/externalLinks/externalLink1.xml", "x"), "attachment_linked"),
        (("xl/connections.xml", "x"), "attachment_linked"),
        (("word/_rels/settings.xml.rels", RELATIONS.format(RELATION.format("attachedTemplate", "http://a.example/m.dotm"))), "attachment_linked"),
        (("word/_rels/document.xml.rels", RELATIONS.format(RELATION.format("image", r"\\may-chu\anh.png"))), "attachment_linked"),
        (("word/_rels/document.xml.rels", RELATIONS.format(RELATION.format("oleObject", "file://may-chu/a.doc"))), "attachment_linked"),
        (("word/_rels/document.xml.rels", RELATIONS.format(RELATION.format("hyperlink", "https://thainguyen.gov.vn"))), ""),
        (("word/_rels/settings.xml.rels", RELATIONS.format(RELATION.format("attachedTemplate", "file:///C:/mau.dot"))), ""),
        (("word/_rels/document.xml.rels", "<!DOCTYPE a [<!ENTITY b 'External'>]><a>&b;</a>"), ""),
        (("word/embeddings/Bieu_do.xlsx", "x"), ""),
    ],
)  # fmt: skip
def test_an_office_file_that_embeds_or_fetches_is_refused(
    tmp_path: Path, member: tuple[str, str], code: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(packed(TYPES, WORD, member))
    wrong = look_inside(path)[1]
    assert (wrong.code if wrong else "") == code


def test_a_macro_under_another_name_is_known_by_its_declared_type(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    types = '<Types><Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    path.write_bytes(packed(("[Content_Types].xml", types), WORD, ("word/a.bin", "x")))
    wrong = look_inside(path)[1]
    assert wrong
    assert wrong.code == "attachment_macro"


def test_a_plain_workbook_is_taken(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "a.xlsx"
    assert book.active
    book.active.append(["Xóm", "=1+1"])
    book.save(path)
    assert look_inside(path)[1] is None


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "=HYPERLINK(\"\"http://a.example\"\")", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", " =A1", "- Xóm Đồi"],
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_run_is_refused_with_its_place(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'xóm,ghi chú\nĐồi Chè,"{cell}"\n', encoding="utf-8")
    wrong = in_csv(path)
    assert wrong
    assert wrong.code == "attachment_formula"
    assert wrong.message.endswith("dòng 2, cột B")


def test_numbers_telephones_and_dashes_in_a_table_are_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("xóm;số;máy\nA;-5;+84 208 385 5123\nB;-1.250,5;-\nC;+3%;a=b@c\n", encoding="utf-8")
    assert in_csv(path) is None


def test_more_cells_than_one_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("=1\n=2\n=3\n", encoding="utf-8")
    wrong = in_csv(path)
    assert wrong
    assert wrong.message.endswith("dòng 1, cột A và 2 ô khác")


FIELD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:document>'
)
RUN = "<w:r><w:instrText>{}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (RUN.format(r' DDEAUTO c:\\windows\\cmd.exe "/k a" '), "attachment_active"),
        (RUN.format(" DD") + RUN.format("E excel a b"), "attachment_active"),
        ('<w:fldSimple w:instr="DDE excel a b"/>', "attachment_active"),
        (RUN.format("QUOTE 68 68 69 65"), "attachment_active"),
        (RUN.format('INCLUDETEXT "http://a.example/a.doc"'), "attachment_linked"),
        (RUN.format(r'LINK Excel.Sheet.12 "\\may-chu\a.xlsx"'), "attachment_linked"),
        (RUN.format(r'INCLUDEPICTURE "http://a.example/a.png" \d'), "attachment_linked"),
        (RUN.format(r'INCLUDEPICTURE "http://a.example/a.png" \* MERGEFORMATINET'), ""),
        (RUN.format('HYPERLINK "http://a.example"') + RUN.format(" DDE"), ""),
        (RUN.format("PAGE"), ""),
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml"])
def test_a_field_of_word_that_starts_or_fetches_something_is_refused(
    tmp_path: Path, part: str, inside: str, code: str
) -> None:
    path = tmp_path / "a.docx"
    members = {"word/document.xml": "<x/>", part: FIELD.format(inside)}
    path.write_bytes(packed(TYPES, *members.items()))
    wrong = look_inside(path)[1]
    assert (wrong.code if wrong else "") == code


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<text:dde-connection-decl office:dde-application="soffice"/>', "attachment_active"),
        (
            '<script:event-listener xlink:href="vnd.sun.star.script:A.B?language=Basic"/>',
            "attachment_macro",
        ),
        ('<draw:image xlink:href="http://a.example/a.png"/>', "attachment_linked"),
        ('<text:section-source xlink:href="//may-chu/a.odt"/>', "attachment_linked"),
        ('<text:a xlink:href="http://a.example">A</text:a>', ""),
        ('<draw:image xlink:href="Pictures/a.png"/>', ""),
    ],
)
def test_an_open_document_that_starts_or_fetches_something_is_refused(
    tmp_path: Path, inside: str, code: str
) -> None:
    names = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("text", "office", "script", "xlink", "draw"))
    path = tmp_path / "a.odt"
    mimetype = ("mimetype", "application/vnd.oasis.opendocument.text")
    path.write_bytes(packed(mimetype, ("content.xml", f"<o {names}>{inside}</o>")))
    wrong = look_inside(path)[1]
    assert (wrong.code if wrong else "") == code
