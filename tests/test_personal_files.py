"""Text of attachments: every type with its places, limits that are told, broken files that stop nothing."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from generator.core import Level
from generator.load.texts import READERS, limits, plain, read_content
from generator.personal import Known, Piece, find_in_pieces
from generator.personal.masking import masked
from tests.conftest import CONTENT, Load, write_tree

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
SHEET = (
    f'<o {OPEN}><table:table table:name="Hộ"><table:table-row><table:table-cell><text:p>Họ tên</text:p>'
    "</table:table-cell><table:table-cell><text:p>CCCD</text:p></table:table-cell></table:table-row>"
    '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>'
    "</table:table-row><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
    "<table:table-cell><text:p>001099<text:s/>000001</text:p></table:table-cell></table:table-row>"
    "</table:table><text:p>Hết.</text:p></o>"
)
BODY = (
    f"<w:document {WORD}><w:body><w:p><w:r><w:t>Số 0912</w:t></w:r><w:r><w:tab/><w:t>000 001</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Họ tên</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dân tộc</w:t></w:r>"
    "</w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Tày</w:t></w:r>"
    "</w:p></w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>Đã xóa</w:delText></w:r></w:del></w:p>"
    "</w:body></w:document>"
)


def pack(path: Path, parts: dict[str, str]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Hộ")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def pieces(path: Path) -> list[tuple[str, str]]:
    content = read_content(path)
    assert content.notes == ()
    return [(piece.place, piece.text) for piece in content.pieces]


def codes(path: Path) -> list[str]:
    return [code for code, _, _ in read_content(path).notes]


def test_a_pdf_gives_its_pages() -> None:
    found = pieces(CONTENT / "xa" / "xa-mau" / "tep" / "45-tb-ubnd.pdf")
    assert [place for place, _ in found] == ["thuộc tính tệp", "trang 1"]
    assert "45/TB-UBND" in found[1][1]


def test_word_gives_paragraphs_cells_and_what_was_deleted(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", {"word/document.xml": BODY, "word/footnotes.xml": BODY})
    assert pieces(path)[:6] == [
        ("đoạn 1", "Số 0912\t000 001"),
        ("bảng 1!A1", "Họ tên"),
        ("bảng 1!B1", "Dân tộc"),
        ("bảng 1!A2", "A"),
        ("bảng 1!B2", "Tày"),
        ("đoạn 2", "Đã xóa"),
    ]
    assert pieces(path)[6][0] == "lề và chú thích, đoạn 1"


def test_open_document_counts_repeated_rows_and_columns(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.ods", {"content.xml": SHEET})
    assert pieces(path) == [
        ("Hộ!A1", "Họ tên"),
        ("Hộ!B1", "CCCD"),
        ("Hộ!A5", "A"),
        ("Hộ!B5", "001099 000001"),
        ("đoạn 1", "Hết."),
    ]


def test_excel_shows_dates_and_whole_numbers_as_people_read_them(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", ("Họ tên", None, "Ngày sinh"), ("A", 912000001.0, date(1985, 3, 5))
    )
    assert pieces(path)[:5] == [
        ("Hộ!A1", "Họ tên"),
        ("Hộ!C1", "Ngày sinh"),
        ("Hộ!A2", "A"),
        ("Hộ!B2", "912000001"),
        ("Hộ!C2", "05/03/1985"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_and_text_are_read_in_the_encodings_of_office_programs(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("Họ tên;CCCD\nA;001099000001\n".encode(encoding))
    (tmp_path / "a.txt").write_bytes("một\n\nhai\n".encode(encoding))
    assert pieces(tmp_path / "a.csv")[-1] == ("dòng 2, cột B", "001099000001")
    assert pieces(tmp_path / "a.txt") == [("dòng 1", "một"), ("dòng 3", "hai")]


def test_digits_of_a_legacy_encoding_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Nguy\xd4n 0912000001".encode("latin-1"))
    assert "0912000001" in pieces(tmp_path / "a.txt")[0][1]


def test_a_pdf_of_blank_pages_is_no_scan(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "a.pdf")
    assert codes(tmp_path / "a.pdf") == []


def test_notes_filled_fields_and_links_of_a_pdf_are_read_beside_its_text(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    parent = writer._add_object(DictionaryObject({NameObject("/V"): TextStringObject("CCCD 019085001234")}))
    kinds: list[dict[str, Any]] = [
        {"/Contents": TextStringObject("Gọi 0912000001")},
        {"/Parent": parent},
        {"/A": DictionaryObject({NameObject("/URI"): TextStringObject("tel:0912000002")})},
    ]
    notes = [DictionaryObject({NameObject(key): value for key, value in kind.items()}) for kind in kinds]
    page[NameObject("/Annots")] = writer._add_object(ArrayObject(map(writer._add_object, notes)))
    writer.write(tmp_path / "a.pdf")
    ((place, text),) = pieces(tmp_path / "a.pdf")
    assert place == "trang 1"
    assert text.split("\n")[1:] == ["Gọi 0912000001", "CCCD 019085001234", "tel:0912000002"]


def test_a_pdf_that_names_its_packing_in_an_outdated_way_is_told(tmp_path: Path) -> None:
    original = (CONTENT / "xa" / "xa-mau" / "tep" / "45-tb-ubnd.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(original.replace(b"/FlateDecode", b"/Fl         "))
    assert codes(tmp_path / "a.pdf") == ["attachment_unchecked"]


@pytest.mark.parametrize("suffix", sorted(READERS.keys() - {".csv", ".txt"}))
def test_an_empty_or_foreign_file_is_told_and_stops_nothing(tmp_path: Path, suffix: str) -> None:
    for content in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"hello", b"\x00" * 1000):
        (tmp_path / f"a{suffix}").write_bytes(content)
        assert codes(tmp_path / f"a{suffix}") == ["attachment_unchecked"]


@pytest.mark.parametrize(
    ("suffix", "part", "content", "told"),
    [
        (".xlsx", "xl/comments1.xml", b"<x/>", []),
        (".xlsx", "xl/comments1.xml", b"<x>", ["attachment_cut"]),
        (".xlsx", "xl/printerSettings/printerSettings1.bin", b"x", []),
        (".docx", "word/afchunk.html", b"<p>", ["attachment_cut"]),
        (".docx", "word/embeddings/Book1.xlsx", b"PK", ["attachment_cut"]),
        (".docx", "word/media/image1.png", b"PNG", []),
    ],
)
def test_parts_of_office_files_that_are_not_read_are_told(
    tmp_path: Path, suffix: str, part: str, content: bytes, told: list[str]
) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".xlsx":
        workbook(path, ("Họ tên",))
    else:
        pack(path, {"word/document.xml": BODY})
    with ZipFile(path, "a") as packed:
        packed.writestr(part, content)
    assert codes(path) == told


def test_entities_and_document_types_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><o>&a;&b;</o>'
    for name, part in (("a.docx", "word/document.xml"), ("a.odt", "content.xml")):
        assert codes(pack(tmp_path / name, {part: bomb})) == ["attachment_unchecked"]
        assert read_content(tmp_path / name).pieces == ()


def test_what_unpacks_beyond_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 10_000)
    big = pack(tmp_path / "a.docx", {"word/document.xml": "<a>" + " " * 20_000 + "</a>"})
    assert read_content(big).notes == (limits.too_large(),)


def test_a_limit_that_cuts_names_the_last_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", 10)
    (tmp_path / "a.txt").write_text("12345\n67890\nabcde\nfghij\n", "utf-8")
    content = read_content(tmp_path / "a.txt")
    assert [(code, "dòng 3" in message) for code, message, _ in content.notes] == [("attachment_cut", True)]
    assert "".join(piece.text for piece in content.pieces) == "1234567890"


def test_after_so_many_pieces_no_more_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIECES", 3)
    (tmp_path / "a.txt").write_text("1\n2\n3\n", "utf-8")
    assert codes(tmp_path / "a.txt") == []
    (tmp_path / "a.txt").write_text("1\n2\n3\n4\n5\n", "utf-8")
    content = read_content(tmp_path / "a.txt")
    assert [piece.text for piece in content.pieces] == ["1", "2", "3", "4"]
    assert content.notes == (limits.cut("dòng 4"),)


def drawn(path: Path, times: int) -> Path:
    """A PDF of one page that draws the same words so many times."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    words = b"BT /F 12 Tf (ma) Tj ET"
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> >>"
    drawing = b"/W Do " * times
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R"
        b" /Resources << /XObject << /W 4 0 R >> >> >>",
        b"%s /Length %d >>\nstream\n%s\nendstream" % (head, len(words), words),
        font,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
    ]
    out, table = bytearray(b"%PDF-1.4\n"), b"0000000000 65535 f \n"
    for number, part in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    end = b"xref\n0 7\n%strailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(bytes(out) + end % (table, len(out)))
    return path


def test_a_page_that_draws_its_parts_without_end_is_told_as_not_read_through(tmp_path: Path) -> None:
    assert codes(drawn(tmp_path / "a.pdf", 200)) == []
    content = read_content(drawn(tmp_path / "a.pdf", 201))
    assert content.notes == (limits.heavy_pages([1]),)


def made(path: Path) -> bytes:
    return path.read_bytes()


def originals(tmp_path: Path) -> dict[str, bytes]:
    return {
        ".pdf": made(CONTENT / "xa" / "xa-mau" / "tep" / "45-tb-ubnd.pdf"),
        ".docx": made(pack(tmp_path / "o.docx", {"word/document.xml": BODY})),
        ".ods": made(pack(tmp_path / "o.ods", {"content.xml": SHEET})),
        ".xlsx": made(workbook(tmp_path / "o.xlsx", ("Họ tên", date(1985, 3, 5)), ("A", 1.5))),
        ".csv": "Họ tên;CCCD\nA;001099000001\n".encode(),
    }


def change(chance: random.Random, content: bytes) -> bytes:
    """Bytes replaced, cut, doubled, or a word of the format in place of another."""
    changed = bytearray(content)
    at = chance.randrange(len(changed))
    match chance.randrange(5):
        case 0:
            for _ in range(chance.choice([1, 5, 50])):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        case 1:
            del changed[at:]
        case 2:
            del changed[at : at + chance.randrange(1, 200)]
        case 3:
            changed[at:at] = changed[max(0, at - 60) : at]
        case 4:
            words = re.findall(rb"/[A-Z][A-Za-z]+|\d+ 0 R|<<|>>", content) or [b"-1"]
            word = chance.choice(words)
            changed = bytearray(content.replace(word, chance.choice(words), 1))
    return bytes(changed)


def inside(chance: random.Random, content: bytes) -> bytes:
    """The same within one part of a packed file, so that its XML is reached."""
    old, made = ZipFile(io.BytesIO(content)), io.BytesIO()
    chosen = chance.choice(old.namelist())
    with ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(chance, part) if name == chosen and part else part)
    return made.getvalue()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".ods", ".xlsx", ".csv"])
def test_changed_files_give_text_or_a_note_and_never_an_exception(
    tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(suffix)  # noqa: S311 - the same changes every time
    original = originals(tmp_path)[suffix]
    spoil: list[Callable[[random.Random, bytes], bytes]] = [change]
    spoil += [inside] if suffix in (".docx", ".ods", ".xlsx") else []
    for _ in range(150):
        (tmp_path / f"a{suffix}").write_bytes(chance.choice(spoil)(chance, original))
        assert set(codes(tmp_path / f"a{suffix}")) <= {
            "attachment_unchecked",
            "attachment_cut",
            "attachment_scan",
        }
    assert capfd.readouterr() == ("", "")


XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
NAMED = XA + "cong_khai:\n  van_ban:\n    tep: tep/a.csv\n"


def test_findings_of_an_attachment_are_told_once_with_their_places(load: Load) -> None:
    rows = "".join(f"{number},Nguyễn Văn A,00109900000{number}\n" for number in range(1, 6))
    files = {"xa.yml": NAMED, "tep/a.csv": f"STT,Họ tên,CCCD\n{rows}"}
    again = {
        "du-an/DA-01.yml": "ma: DA-01\nten: Đường\ntinh_trang: chuan_bi\nquyet_dinh_dau_tu:\n  tep: tep/a.csv\n"
    }
    _, problems = load(files | again)
    (told,) = [problem for problem in problems if problem.code == "identity_number"]
    assert told.level is Level.ERROR
    assert "dòng 2, cột C" in told.message
    assert "5 chỗ" in told.message
    assert "001099000001" not in str(told)


def test_in_an_attachment_what_a_list_may_carry_is_a_notice(load: Load) -> None:
    _, problems = load({"xa.yml": NAMED, "tep/a.csv": "Họ tên,Ngày sinh\nNguyễn Văn A,12/05/1963\n"})
    assert [(p.code, p.level) for p in problems] == [("birth_date", Level.NOTICE)]


def test_a_number_in_the_name_of_a_file_is_published_too(load: Load) -> None:
    text = NAMED.replace("a.csv", "cccd-001099000001.csv")
    _, problems = load({"xa.yml": text, "tep/cccd-001099000001.csv": "Thôn\nĐồi Chè\n"})
    assert [(p.code, p.level) for p in problems] == [("identity_number", Level.ERROR)]


def test_a_mark_may_name_the_file_as_messages_show_it(load: Load) -> None:
    mark = "bao_nham:\n  - {tep: content/xa/xa-mau/xa.yml, loai: private_phone, gia_tri: 0912••••01, ly_do: Số thử, nguoi: A, ngay: 2/11/2026}\n"
    _, problems = load({"xa.yml": XA + "lich_su: Gọi 0912 000 001\n", "bao-nham.yml": mark})
    assert [p.code for p in problems] == ["false_alarm"]


def test_a_file_that_cannot_be_read_does_not_make_a_mark_look_unused(load: Load) -> None:
    mark = "bao_nham:\n  - {tep: xa.yml, loai: private_phone, gia_tri: 0912••••01, ly_do: Số thử, nguoi: A, ngay: 2/11/2026}\n"
    _, problems = load({"xa.yml": XA + "lich_su: Gọi 0912 000 001\nx\n", "bao-nham.yml": mark})
    assert "mark_unused" not in {p.code for p in problems}


def test_an_attachment_outside_the_folder_is_not_read(tmp_path: Path, load: Load) -> None:
    write_tree(tmp_path, {"bi-mat.csv": "CCCD 001099000001\n"})
    (tmp_path / "xa-mau" / "tep").mkdir(parents=True)
    (tmp_path / "xa-mau" / "tep" / "a.csv").symlink_to(tmp_path / "bi-mat.csv")
    _, problems = load({"xa.yml": NAMED})
    assert "identity_number" not in {problem.code for problem in problems}


def test_personal_data_is_told_beside_the_other_mistakes_of_the_file(load: Load) -> None:
    _, problems = load({"xa.yml": XA + "lich_su: Gọi 0912 000 001\nso_lieu:\n  so_ho: nhiều\n"})
    assert {problem.code for problem in problems} == {"private_phone", "count_expected"}


def test_a_number_that_the_commune_declares_may_stand_in_its_text(load: Load) -> None:
    hotline = "duong_day_nong:\n  - viec: Cháy rừng\n    so: 0912 000 001\n"
    _, problems = load({"xa.yml": XA + "lich_su: Cháy rừng gọi 0912.000.001\n" + hotline})
    assert problems == ()


def test_a_link_to_somebodys_telephone_is_found_and_the_communes_own_is_not(load: Load) -> None:
    link = "cong_khai:\n  van_ban:\n    lien_ket: https://zalo.me/0912000001\n"
    _, problems = load({"xa.yml": XA + link})
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("private_phone", 5, 31)]
    _, problems = load({"xa.yml": XA + "zalo: https://zalo.me/0912000001\n" + link})
    assert problems == ()


MARK = (
    "bao_nham:\n  - tep: {file}\n{item}    loai: identity_number\n    gia_tri: {value}\n"
    "    ly_do: Số in trên bộ phát.\n    nguoi: Chánh Văn phòng\n    ngay: 02/11/2026\n"
)
BOX = "lich_su: Bộ phát 001099000000\n"
BOX_MARK = MARK.format(file="xa.yml", item="    muc: lich_su\n", value="0010••••••00")


def test_a_mark_turns_an_error_into_a_notice_that_carries_its_reason(load: Load) -> None:
    scope, problems = load({"xa.yml": XA + BOX, "bao-nham.yml": BOX_MARK})
    assert scope
    assert [(p.code, p.level, p.place.line) for p in problems] == [("false_alarm", Level.NOTICE, 3)]
    assert "Số in trên bộ phát" in problems[0].message
    assert "Chánh Văn phòng" in problems[0].message


def test_a_mark_holds_for_no_other_number_in_the_same_place(load: Load) -> None:
    other = XA + "lich_su: Ông Bàn Văn Chài (CCCD 001085012345) giữ khóa\n"
    scope, problems = load({"xa.yml": other, "bao-nham.yml": BOX_MARK})
    assert scope is None
    assert [p.code for p in problems if p.level is Level.ERROR] == ["identity_number"]


def test_a_second_number_beside_the_marked_one_is_an_error(load: Load) -> None:
    beside = XA + BOX.rstrip() + ", ông Chài CCCD 001085012345\n"
    _, problems = load({"xa.yml": beside, "bao-nham.yml": BOX_MARK})
    assert sorted(p.code for p in problems) == ["false_alarm", "identity_number"]


def test_a_second_number_that_looks_the_same_when_hidden_makes_both_an_error(load: Load) -> None:
    beside = XA + BOX.rstrip() + ", ông Chài CCCD 001085012300\n"
    _, problems = load({"xa.yml": beside, "bao-nham.yml": BOX_MARK})
    assert [p.code for p in problems] == ["identity_number"]
    assert "so_cho: 2" in problems[0].hint


def test_a_mark_of_one_cell_leaves_the_others_and_falls_with_its_number(load: Load) -> None:
    table = "STT,Họ tên,CCCD\n1,A,001099000001\n2,B,001099000002\n"
    mark = MARK.format(file="tep/a.csv", item='    muc: "dòng 2, cột C"\n', value="0010••••••01")
    _, problems = load({"xa.yml": NAMED, "tep/a.csv": table, "bao-nham.yml": mark})
    assert sorted(p.code for p in problems) == ["false_alarm", "identity_number"]
    swapped = table.replace("001099000001", "001085012345")
    _, problems = load({"xa.yml": NAMED, "tep/a.csv": swapped, "bao-nham.yml": mark})
    assert [p.code for p in problems if p.level is Level.ERROR] == ["identity_number"]


def test_a_mark_of_a_whole_file_holds_for_as_many_places_as_it_says(load: Load) -> None:
    table = "STT,Họ tên,CCCD\n1,A,001099000001\n2,B,001099000001\n"
    mark = MARK.format(file="tep/a.csv", item="    so_cho: 2\n", value="0010••••••01")
    _, problems = load({"xa.yml": NAMED, "tep/a.csv": table, "bao-nham.yml": mark})
    assert [p.code for p in problems] == ["false_alarm"]
    more = table + "3,C,001099000001\n"
    _, problems = load({"xa.yml": NAMED, "tep/a.csv": more, "bao-nham.yml": mark})
    assert [p.code for p in problems] == ["identity_number"]


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (XA + BOX, {}),
        (XA + "lich_su: Bộ phát 001099000000, máy 001099000000\n", {}),
        (NAMED, {"tep/a.csv": "STT,Họ tên,CCCD\n1,A,001099000001\n"}),
        (
            NAMED.replace("a.csv", "cccd-001099000001.csv"),
            {"tep/cccd-001099000001.csv": "Thôn\nĐồi Chè\n"},
        ),
    ],
)
def test_the_line_of_the_message_is_the_mark(load: Load, text: str, files: dict[str, str]) -> None:
    _, problems = load({"xa.yml": text, **files})
    (told,) = masked(problems)
    line = re.search(r"- \{.*\}", told.hint)
    assert line
    filled = re.sub('ly_do: ""', 'ly_do: "Số máy."', line[0])
    filled = filled.replace('nguoi: ""', 'nguoi: "Chánh Văn phòng"').replace(
        'ngay: ""', 'ngay: "2/11/2026"'
    )
    _, problems = load({"xa.yml": text, **files, "bao-nham.yml": f"bao_nham:\n  {filled}\n"})
    assert [p.code for p in problems] == ["false_alarm"]


def test_a_line_pasted_and_not_filled_in_is_refused(load: Load) -> None:
    _, problems = load({"xa.yml": XA + BOX})
    line = re.search(r"- \{.*\}", problems[0].hint)
    assert line
    scope, problems = load({"xa.yml": XA + BOX, "bao-nham.yml": f"bao_nham:\n  {line[0]}\n"})
    assert scope is None
    assert {p.place.path.rpartition("/")[2] for p in problems} == {"xa.yml", "bao-nham.yml"}


def test_a_mark_without_its_value_is_refused_and_the_value_is_told(load: Load) -> None:
    old = BOX_MARK.replace("    gia_tri: 0010••••••00\n", "")
    _, problems = load({"xa.yml": XA + BOX, "bao-nham.yml": old})
    assert sorted(p.code for p in problems) == ["identity_number", "missing"]
    assert any('gia_tri: "0010••••••00"' in p.hint for p in problems)


def test_a_file_of_many_drawn_pages_is_read_only_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = CONTENT / "xa" / "xa-mau" / "tep" / "45-tb-ubnd.pdf"
    assert "attachment_cut" not in {note[0] for note in read_content(path).notes}
    other = tmp_path / "khac.pdf"
    other.write_bytes(path.read_bytes() + b"% another file\n")
    monkeypatch.setattr("generator.load.texts.pdf.WORK", 10)
    assert "attachment_cut" in {note[0] for note in read_content(other).notes}


def test_a_text_file_longer_than_is_read_is_told_also_where_it_looks_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "LARGEST", 20)
    for name, text, last in (
        ("a.csv", "a,b\nc\n" + "," * 40, "dòng 2, cột A"),
        ("a.txt", "a\n" * 20, "dòng 10"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert read_content(tmp_path / name).notes == (limits.cut(last),)
    (tmp_path / "a.csv").write_text("a,b\n" * 5, encoding="utf-8")
    assert read_content(tmp_path / "a.csv").notes == ()


def test_a_pdf_of_a_million_broken_objects_is_told_and_not_mended(tmp_path: Path) -> None:
    objects = b"".join(b"%d 0 obj\n<<\n" % number for number in range(1_000_000))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + objects + b"startxref\n0\n%%EOF\n")
    assert read_content(tmp_path / "a.pdf").notes == (limits.too_large(),)


def told_in(path: Path) -> list[tuple[str, str]]:
    found = find_in_pieces(read_content(path).pieces, Known())
    return [(piece.place, finding.datum.value) for piece, finding in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ông A, số CCCD 001099\n012345, thôn B", [("dòng 1", "identity_number")]),
        ("Gọi\nsố 0912 345\n  678 nhé", [("dòng 2", "private_phone")]),
        ("Gọi số 0912-345-\n678", [("dòng 1", "private_phone")]),
        ("Gọi số 0912345678\n12 hộ", [("dòng 1", "private_phone")]),
        ("Số CCCD 001099\n\n012345, thôn B", []),
        ("mã 012345\n10. 098765 hộ", []),
        ("010\n011\n012\n013", []),
        ("012034\n012345", []),
    ],
)
def test_a_number_wrapped_over_two_lines_is_one(
    tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert told_in(tmp_path / "a.txt") == told
    page = [finding.datum.value for _, finding in find_in_pieces([Piece("trang 1", text)], Known())]
    assert page == [code for _, code in told]


def test_numbers_of_neighbouring_rows_and_paragraphs_are_not_joined(tmp_path: Path) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("số 001099", "012345 là"))
    document = f"<w:document {WORD}><w:body>{paragraphs}</w:body></w:document>"
    (tmp_path / "a.csv").write_text("mã 001099\n012345 hộ\n")
    assert told_in(pack(tmp_path / "a.docx", {"word/document.xml": document})) == []
    assert told_in(tmp_path / "a.csv") == []


OLD_LIST = "Hä tªn,D©n téc,BÖnh\nLý ThÞ Vui,Dao,Ung th\xad\n"
VNI_LIST = "Hoï teân,Daân toäc,Beänh\nLyù Thò Vui,Dao,Ung thö\n"


@pytest.mark.parametrize(
    "content", [OLD_LIST.encode("latin-1"), VNI_LIST.encode("latin-1"), OLD_LIST.encode()]
)
def test_a_list_in_an_old_encoding_is_read_as_it_was_meant(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert codes(tmp_path / "a.csv") == []
    assert {code for _, code in told_in(tmp_path / "a.csv")} == {"ethnicity", "health"}


def test_a_list_in_an_old_font_is_read_in_office_files_too(tmp_path: Path) -> None:
    rows = [tuple(line.split(",")) for line in OLD_LIST.split("\n")[:2]]
    found = told_in(workbook(tmp_path / "a.xlsx", ("Danh sách hộ",), *rows))
    assert found == [("Hộ!B3", "ethnicity"), ("Hộ!C3", "health")]
    assert told_in(workbook(tmp_path / "b.xlsx", *rows)) == [("Hộ!B2", "ethnicity"), ("Hộ!C2", "health")]


def test_letters_of_no_known_encoding_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Тел,имя\nСон,дом\n".encode("koi8-r"))
    assert codes(tmp_path / "a.csv") == ["attachment_unchecked"]
