"""Files of another type, saved under the name of a data file: a picture, a document, a web page."""

from __future__ import annotations

import string

from generator.load import filetypes
from generator.load.archives import OFFICE, OPEN_DOCUMENTS, OTHERS
from generator.load.filetypes import Type
from generator.load.reading import Reading

PLAIN_START = frozenset((string.ascii_lowercase + "\n#-").encode())
"""First bytes of nearly every data file, and of no other type."""
MARKED = (filetypes.PDF, filetypes.HTML, filetypes.SVG, filetypes.RTF)
"""Types that are told from text by more than two letters at the start."""
PICTURES = (".jpg", ".png", ".webp")
INSIDE = {**OFFICE, **OTHERS}
"""Names of members, which a ZIP file keeps as they are."""
AGAIN = "Ở đây đặt lại tệp .yml theo mẫu."


def report_other_type(content: bytes, reading: Reading) -> bool:
    """Whether a file is no text at all, or text for another program; then it is reported."""
    if not content or content[0] in PLAIN_START:
        return False
    found = _type(content)
    if found is None:
        return False
    report(found, reading)
    return True


def report(found: Type, reading: Reading) -> None:
    message = f"tệp này là {found.name}, không phải tệp chữ để ghi dữ liệu"
    reading.report("other_file_type", None, message, f"{_use(found)} {AGAIN}")


def _type(content: bytes) -> Type | None:
    """What a file is instead of text; None for text, and for what is not recognised."""
    found = filetypes.type_of(content)
    if found in MARKED:
        return found
    if found in (filetypes.EMPTY, filetypes.TEXT, filetypes.UNKNOWN) or not filetypes.is_binary(content):
        return None
    return _packed(content) if found is filetypes.ZIP else found


def _packed(content: bytes) -> Type:
    """What a ZIP file holds; its own list is not read, since it may be made to mislead."""
    for said, kind in OPEN_DOCUMENTS.items():
        if said.encode() in content[:200]:
            return kind
    return next((kind for name, kind in INSIDE.items() if name.encode() in content), filetypes.ZIP)


def _use(found: Type) -> str:
    """What to do with the file as it is."""
    ending = next(iter(found.endings), "")
    if ending in PICTURES:
        return f"Cất ảnh vào thư mục tep/ với đuôi {ending}, rồi ghi đường dẫn vào mục cần ảnh."
    if found is filetypes.HTML:
        return "Có lẽ đã lưu cả trang web: tải lại riêng tệp ấy, hoặc chép nội dung."
    if found is filetypes.ZIP or found.name.startswith("tệp nén"):
        return "Giải nén, lấy tệp .yml bên trong."
    if ending or found in (filetypes.RTF, filetypes.OLD_OFFICE):
        kept = f"cất vào thư mục tep/ với đuôi {ending}" if ending else "lưu thành .docx, .xlsx hoặc .pdf"
        return f"Văn bản để đính kèm thì {kept}; dữ liệu thì mở ra, chép từng giá trị."
    return "Chuyển tệp này đi chỗ khác."
