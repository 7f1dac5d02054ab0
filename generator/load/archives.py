"""Inside ZIP files, and the office files that are ZIP files: types, and what may not travel in them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from generator.load.active import in_office, in_open_document
from generator.load.filetypes import DOCX, ODS, ODT, XLSX, ZIP, Type
from generator.load.texts.limits import EnoughError
from generator.load.wrong import Wrong, problem

MOST_MEMBERS = 5_000
MOST_DIRECTORY = 2_000_000
"""Bytes of the list of members; more takes seconds to read."""
LARGEST_INSIDE = 300 * 1024 * 1024
HIGHEST_RATIO = 200
"""Unpacked to packed; plain tables reach 20 to 50."""
SMALL = 20 * 1024 * 1024
"""Unpacked bytes below which no ratio matters."""
_PROGRAMS = ".exe .com .scr .msi .bat .cmd .ps1 .vbs .vbe .js .jse .wsf .hta .jar .lnk .dll .apk .sh .reg .htm .html .svg"
PROGRAMS = frozenset(_PROGRAMS.split())
MACRO_FILES = (".docm", ".xlsm", ".pptm", ".dotm", ".xltm", ".xlam")
OFFICE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
OTHERS = {
    "ppt/presentation.xml": Type("bản trình chiếu PowerPoint"),
    "xl/workbook.bin": Type("bảng tính Excel nhị phân (.xlsb)"),
    "META-INF/MANIFEST.MF": Type("chương trình Java"),
    "AndroidManifest.xml": Type("ứng dụng Android"),
}
OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text": ODT,
    "application/vnd.oasis.opendocument.spreadsheet": ODS,
}


def look_inside(path: Path) -> tuple[Type, Wrong | None]:
    """The type of a ZIP file by its members, and the first thing wrong with it."""
    if _is_overfull(path):
        return ZIP, _bomb()
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            kind = _type(archive, {member.filename for member in members})
            wrong = _members(members, path.stat().st_size)
            if wrong is None and kind in (DOCX, XLSX):
                wrong = in_office(archive)
            if wrong is None and kind in (ODT, ODS):
                wrong = in_open_document(archive)
    except EnoughError:
        return kind, _bomb()
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        EOFError,
        struct.error,
        RuntimeError,
        zlib.error,
    ):
        return ZIP, _damaged()
    return kind, wrong


def _is_overfull(path: Path) -> bool:
    """Whether the list of members is endless, by the archive's own last record."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        tail = file.read()
    start = tail.rfind(b"PK\x05\x06")
    if start < 0 or len(tail) < start + 20:
        return False
    count: int
    size: int
    count, size = struct.unpack("<HI", tail[start + 10 : start + 16])
    return count > MOST_MEMBERS or size > MOST_DIRECTORY


def _type(archive: zipfile.ZipFile, names: set[str]) -> Type:
    if "[Content_Types].xml" in names:
        office = next((kind for name, kind in OFFICE.items() if name in names), None)
        if office:
            return office
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        with archive.open("mimetype") as file:
            said = file.read(200).decode("ascii", errors="replace").strip()
        return OPEN_DOCUMENTS.get(said, ZIP)
    return next((kind for name, kind in OTHERS.items() if name in names), ZIP)


def _members(members: list[zipfile.ZipInfo], packed: int) -> Wrong | None:
    unpacked = sum(member.file_size for member in members)
    claimed = sum(member.compress_size for member in members)
    if unpacked > LARGEST_INSIDE or claimed > packed or unpacked > max(SMALL, packed * HIGHEST_RATIO):
        return _bomb()
    for member in members:
        wrong = _member(member)
        if wrong:
            return wrong
    return None


def _member(member: zipfile.ZipInfo) -> Wrong | None:
    name = member.orig_filename
    parts = name.replace("\\", "/").split("/")
    ending = PurePosixPath(parts[-1].lower()).suffix
    if ".." in parts or parts[0] == "" or ":" in parts[0] or "\x00" in name:
        hint = "Nén lại các tệp từ một thư mục bình thường."
        return problem("attachment_zip_path", f"chứa tệp “{name[:80]}” trỏ ra ngoài thư mục giải nén", hint)
    if member.flag_bits & 1:
        return problem("attachment_encrypted", "là tệp nén có mật khẩu", "Nén lại, không đặt mật khẩu.")
    if "vbaproject" in parts[-1].lower() or ending in MACRO_FILES or parts[0] in ("Basic", "Scripts"):
        hint = "Lưu lại thành .docx hoặc .xlsx (không macro), hoặc PDF."
        return problem("attachment_macro", f"chứa macro (“{name[:80]}”)", hint)
    if ending in PROGRAMS:
        hint = "Xóa tệp này khỏi gói nén."
        return problem("attachment_program", f"chứa tệp chạy được “{name[:80]}”", hint)
    return None


def _bomb() -> Wrong:
    hint = "Nén lại với ít tệp hơn, hoặc đưa từng tệp lên riêng."
    return problem("attachment_bomb", "giải nén ra quá lớn hoặc quá nhiều tệp", hint)


def _damaged() -> Wrong:
    hint = "Mở tệp trên máy rồi lưu lại, chép lại bản mới."
    return problem("attachment_damaged", "bị hỏng, không mở được", hint)
