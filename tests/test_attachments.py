"""Attachments: what they really are, what may not travel inside them, how large they may be."""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.core import Problem
from generator.load import load_commune, load_province
from generator.load.archives import look_inside
from generator.load.filetypes import PDF, type_of
from generator.photos import is_picture
from generator.province import Province
from tests.conftest import CONTENT, write_tree

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\ncong_khai:\n  van_ban:\n    tep: {}\n'
GOOD_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TYPES = ("[Content_Types].xml", "<Types/>")
WORD = ("word/document.xml", "<document/>")


@dataclass
class Desk:
    """A commune's folder with one attachment."""

    folder: Path
    province: Province

    def judge(self, name: str, content: bytes, on_disk: str = "") -> tuple[Problem, ...]:
        write_tree(self.folder, {"xa.yml": XA.format(f"tep/{name}")})
        path = self.folder / "tep" / (on_disk or name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return load_commune(self.folder, self.province)[1]

    def codes(self, name: str, content: bytes, on_disk: str = "") -> list[str]:
        """What was found wrong; a file that is fine but holds no text to look through is not that."""
        beside = ("file_unused", "attachment_unchecked")
        return [p.code for p in self.judge(name, content, on_disk) if p.code not in beside]


@pytest.fixture
def desk(tmp_path: Path, province: Province) -> Desk:
    return Desk(tmp_path / "xa-mau", province)


def packed(*members: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def picture(form: str, side: int = 8) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((side, side), 40).convert("RGB").save(out, form)
    return out.getvalue()


def open_document(kind: str) -> bytes:
    return packed(("mimetype", f"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<x/>"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", GOOD_PDF),
        ("A.PDF", b"\xef\xbb\xbf\r\n" + GOOD_PDF),
        ("a.docx", packed(TYPES, WORD)),
        ("a.xlsx", packed(TYPES, ("xl/workbook.xml", "<workbook/>"))),
        ("a.odt", open_document("text")),
        ("a.ods", open_document("spreadsheet")),
        ("a.csv", "họ tên;số tiền\nA;1\n".encode()),
        ("a.csv", "họ tên\tsố tiền\n".encode("utf-16")),
        ("a.txt", "Công khai: 5 < 6".encode()),
        ("a.jpg", picture("JPEG")),
        ("a.jpeg", picture("JPEG")),
        ("a.png", picture("PNG")),
        ("a.webp", picture("WEBP")),
        ("Tờ trình số 5 (bản ký).pdf", GOOD_PDF),
    ],
)
def test_every_allowed_type_is_known_by_its_content(desk: Desk, name: str, content: bytes) -> None:
    assert desk.codes(name, content) == []


def test_the_message_says_what_a_file_is_and_the_hint_which_ending_it_takes(desk: Desk) -> None:
    (problem,) = desk.judge("a.pdf", picture("JPEG"))
    assert problem.code == "attachment_type_differs"
    assert "ảnh JPEG" in problem.message
    assert ".jpg" in problem.hint
    assert (problem.place.line, problem.place.column) == (5, 10)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", picture("JPEG"), "attachment_type_differs"),
        ("a.docx", packed(TYPES, ("xl/workbook.xml", "")), "attachment_type_differs"),
        ("a.docx", packed(("a.txt", "x")), "attachment_type_differs"),
        ("a.zip", packed(("a.txt", "x")), "attachment_type"),
        ("a.xlsx", packed(TYPES, ("xl/workbook.bin", "")), "attachment_type_differs"),
        ("a.odt", open_document("presentation"), "attachment_type_differs"),
        ("a.xlsx", packed(("META-INF/MANIFEST.MF", "")), "attachment_type_differs"),
        ("a.csv", packed(TYPES, ("xl/workbook.xml", "")), "attachment_type_differs"),
        ("a.txt", b"a\x00b\x01", "attachment_type_differs"),
        ("a.pdf", b"  <!-- x --><HTML>", "attachment_markup"),
        ("a.csv", "\ufeff<script>alert(1)</script>".encode(), "attachment_markup"),
        ("a.txt", "<svg onload=x>".encode("utf-16"), "attachment_markup"),
        ("a.pdf", b"<html>" + GOOD_PDF, "attachment_markup"),
        ("a.xlsx", packed(TYPES, ("xl/workbook.xml", ""), ("xl/vbaProject.bin", "")), "attachment_macro"),
        ("a.odt", open_document("text"), ""),
        ("a.docx", packed(("bang.xlsm", "x")), "attachment_macro"),
        ("a.docx", packed(("thu-muc/Cai.Dat.EXE", "MZ")), "attachment_program"),
        ("a.docx", packed(("a.pdf.lnk", "x")), "attachment_program"),
        ("a.docx", packed(TYPES, WORD, ("..\\..\\xa.yml", "x")), "attachment_zip_path"),
        ("a.docx", packed(("/etc/passwd", "x")), "attachment_zip_path"),
        ("a.docx", packed(("C:/x.txt", "x")), "attachment_zip_path"),
        ("a.docx", packed(*((f"{n}.txt", "") for n in range(5_001))), "attachment_bomb"),
        ("a.xlsx", packed(TYPES, ("xl/workbook.xml", bytes(30_000_000))), "attachment_bomb"),
        ("a.docx", b"PK\x03\x04" + bytes(50), "attachment_damaged"),
        ("a.docx", packed(("a.txt", "x"))[:-10], "attachment_damaged"),
        ("a.pdf", b" \n\t", "attachment_empty"),
        ("a.jpg", picture("JPEG", 300)[:-2_000], "attachment_picture"),
        ("a.png", picture("PNG", 300)[:-2_000], "attachment_picture"),
    ],
)  # fmt: skip
def test_what_may_not_be_published_is_refused(desk: Desk, name: str, content: bytes, code: str) -> None:
    assert desk.codes(name, content) == ([code] if code else [])


def test_a_picture_of_endless_pixels_is_refused_without_unpacking_it(desk: Desk) -> None:
    huge = bytearray(picture("PNG"))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    assert desk.codes("a.png", bytes(huge)) == ["attachment_picture"]


def test_an_archive_that_lists_endless_members_is_not_read_through(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(*((f"{n}", "") for n in range(60_000))))
    assert look_inside(path)[1]


NOISE = b"".join(sha256(bytes([number % 256, number // 256])).digest() for number in range(1_563))[:50_001]
"""Bytes that no packing makes smaller."""


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.load.archives.SMALL", 1_000)
    monkeypatch.setattr("generator.load.archives.HIGHEST_RATIO", 20)
    monkeypatch.setattr("generator.load.archives.LARGEST_INSIDE", 50_000)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([("a", bytes(900))], ""),
        ([("a", bytes(10_000))], "attachment_bomb"),
        ([("a", bytes(2_000)), ("b", bytes(2_000)), ("c", bytes(2_000))], ""),
        ([("a", bytes(3_500)), ("b", bytes(3_500)), ("c", bytes(3_500))], "attachment_bomb"),
        ([("a", NOISE[:10_000])], ""),
        ([("a", NOISE)], "attachment_bomb"),
    ],
)
def test_an_archive_may_unpack_to_so_much_of_its_own_size(
    tmp_path: Path, members: list[tuple[str, bytes]], code: str
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(*members))
    wrong = look_inside(path)[1]
    assert (wrong.code if wrong else "") == code


def test_an_archive_whose_members_share_their_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x" * 1_000)
        for number in range(5):
            again = copy.copy(archive.infolist()[0])
            again.filename = f"{number}.txt"
            archive.filelist.append(again)
    wrong = look_inside(path)[1]
    assert wrong
    assert wrong.code == "attachment_bomb"


def test_the_limit_is_the_provinces(desk: Desk, tmp_path: Path) -> None:
    large = GOOD_PDF[:-6] + bytes(26 * 1024 * 1024) + GOOD_PDF[-6:]
    assert desk.codes("a.pdf", large) == ["attachment_too_large"]
    root = tmp_path / "tinh"
    for path in (CONTENT / "tinh").rglob("*.yml"):
        write_tree(root, {path.relative_to(CONTENT / "tinh").as_posix(): path.read_text("utf-8")})
    with (root / "tinh.yml").open("a") as settings:
        settings.write("tep_lon_nhat_mb: 30\n")
    roomy, _ = load_province(root)
    assert roomy
    assert Desk(desk.folder, roomy).codes("a.pdf", large) == []


def test_a_name_of_other_case_or_tones_is_suggested(desk: Desk) -> None:
    (problem,) = (p for p in desk.judge("QD-12.PDF", GOOD_PDF, "qd-12.pdf") if p.code != "file_unused")
    assert (problem.code, "tep/qd-12.pdf" in problem.hint) == ("attachment_case", True)
    for asked in ("quyet-dinh.pdf", "nam-2026/Quyết-định.pdf"):
        found = [p for p in desk.judge(asked, GOOD_PDF, "Quyết-định.pdf") if p.code == "attachment_missing"]
        assert ["“tep/Quyết-định.pdf”" in p.hint for p in found] == [True]


def test_a_wrong_file_is_told_at_every_place_that_names_it(desk: Desk) -> None:
    write_tree(desk.folder, {"xa.yml": XA.format("tep/a.pdf") + "ban_do: {mo_ta: x, tep: tep/a.png}\n"})
    (desk.folder / "tep").mkdir()
    (desk.folder / "tep" / "a.png").write_bytes(GOOD_PDF)
    found = [(p.code, p.place.line) for p in load_commune(desk.folder, desk.province)[1]]
    assert sorted(found) == [("attachment_missing", 5), ("attachment_type_differs", 6)]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([GOOD_PDF, packed(TYPES, WORD), picture("PNG"), picture("JPEG"), picture("WEBP"), b""]),
    st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=4))),
)
def test_no_bytes_break_the_reader(
    tmp_path: Path, content: bytes, changes: list[tuple[int, bytes]]
) -> None:
    for at, what in changes:
        content = content[:at] + what + content[at + len(what) :]
    path = tmp_path / "a"
    path.write_bytes(content)
    assert type_of(content).name
    assert look_inside(path)[0].name
    assert is_picture(path) in (True, False)


def test_the_attachments_of_the_sample_are_what_they_say() -> None:
    pdfs = sorted((CONTENT / "xa" / "xa-mau" / "tep").rglob("*.pdf"))
    assert pdfs
    assert {type_of(path.read_bytes()) for path in pdfs} == {PDF}
