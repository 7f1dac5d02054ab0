"""Files that records name: there, inside the commune's folder, small enough, what they claim to be."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from generator.core import Loc, Problem, Record, has_error
from generator.fields.attachment import FOLDER, Attachment, Picture, named_in
from generator.kinds._withdrawn import Withdrawal
from generator.load.active import in_csv, in_pdf
from generator.load.archives import look_inside
from generator.load.files import Folder
from generator.load.filetypes import (
    EMPTY,
    HTML,
    JPEG,
    LOCKED_OFFICE,
    PDF,
    PNG,
    PROGRAM,
    SVG,
    WEBP,
    ZIP,
    Type,
    type_of,
)
from generator.load.withdrawn import wrong_withdrawn
from generator.load.wrong import Wrong, problem
from generator.recalled import forget, recalled
from generator.words.fold import slug

LARGEST_MB = 25
"""What free hosts take in one file."""
ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
PDF_END, PDF_TAIL = b"%%EOF", 4_096
"""What every whole PDF file ends with (ISO 32000-1, 7.5.5), and the bytes it is looked for in."""
PICTURES = (JPEG, PNG, WEBP)
MOST_PLACES = 3
"""Other places that name a file, told with its problem; after these only their number."""
LINK = "link_refused"
"""Told of the link itself where the folder has been looked through, and then not again of what names it."""
Use = tuple[Record[Any], Loc]
"""Where a file is named."""


def check_attachments(
    records: Iterable[Record[Any]],
    folder: Folder,
    largest_mb: int = LARGEST_MB,
    withdrawn: tuple[Withdrawal, ...] = (),
) -> frozenset[str]:
    """Report every file of records that cannot be published, at the first value that names it.

    A file is looked into once and told once, however often it is named. Files that nobody names
    are a notice, told only where every record could be read. Gives the paths that can be published.
    """
    sound = not has_error(folder.problems)
    named: dict[Attachment, list[Use]] = {}
    for record, loc, value in named_in(records):
        named.setdefault(value, []).append((record, loc))
    wrong = {value: _wrong_with(value, folder, largest_mb) for value in named}
    wrong |= {v: gone for v in named if wrong[v] and (gone := wrong_withdrawn(v, folder, withdrawn))}
    folder.problems += [
        _told(value, named[value], found)
        for value, found in wrong.items()
        if found and not _is_told(value, found, folder)
    ]
    if sound:
        folder.notice_unused(FOLDER, set(named))
    return frozenset(value for value, found in wrong.items() if found is None)


def _is_told(value: Attachment, found: Wrong, folder: Folder) -> bool:
    """Whether it has been told of the very file, or of a folder above it, as the folder was read."""
    names = {value, *(part.as_posix() for part in PurePosixPath(value).parents)}
    if found.code == "attachment_missing":
        return not folder.misnamed.isdisjoint(names)
    links = {problem.place for problem in folder.problems if problem.code == LINK}
    return found.code == LINK and not links.isdisjoint(map(folder.place, names))


def _told(value: Attachment, uses: list[Use], wrong: Wrong) -> Problem:
    """One problem at the first place that names a file, with the other places in words."""
    (record, loc), *others = sorted(uses, key=lambda use: use[0].source.at(*use[1]))
    places = [other.source.at(*there) for other, there in others[:MOST_PLACES]]
    shown = [f"{PurePosixPath(place.path).name} dòng {place.line}" for place in places]
    more = [f"{len(others) - MOST_PLACES} chỗ khác"] if len(others) > MOST_PLACES else []
    also = f" (tệp này còn ghi ở {'; '.join(shown + more)})" if others else ""
    return record.problem(wrong.code, loc, f"tệp “{value}” {wrong.message}{also}", wrong.hint)


def _wrong_with(value: Attachment, folder: Folder, largest_mb: int) -> Wrong | None:
    path = folder.root / PurePosixPath(value)
    refused = _unsafe(value, folder)
    if refused:
        return refused
    try:
        size = path.stat().st_size
        if size > largest_mb * 1024 * 1024:
            hint = "Nén nhỏ lại (PDF: lưu bản nhỏ hơn) hoặc chia làm nhiều tệp."
            return problem("attachment_too_large", f"lớn hơn {largest_mb} MB", hint)
        return _wrong_content(path, value)
    except OSError:
        hint = "Đóng chương trình đang mở tệp; nhờ người quản lý máy cho quyền đọc."
        return problem("attachment_unreadable", "không mở được", hint)


def _unsafe(value: str, folder: Folder) -> Wrong | None:
    """A link anywhere on the way, something that is no file, or nothing at all."""
    path = folder.root
    for part in PurePosixPath(value).parts:
        path = path / part
        try:
            mode = path.lstat().st_mode
        except (OSError, ValueError):
            return _missing(value, folder)
        if stat.S_ISLNK(mode):
            hint = "Chép tệp thật vào thư mục tep/."
            return problem("link_refused", "nằm sau một liên kết tới nơi khác", hint)
    if not stat.S_ISREG(mode):
        hint = "Ghi đường dẫn tới tệp, không phải thư mục."
        return problem("attachment_not_file", "không phải một tệp", hint)
    return None if value in folder.files() else _missing(value, folder)


def _missing(value: str, folder: Folder) -> Wrong:
    """Not there by this very name; what it is probably called."""
    there = [name for name in folder.files() if name.startswith(f"{FOLDER}/")]
    other = next((name for name in there if name.casefold() == value.casefold()), None)
    if other:
        hint = f"Có phải là “{other}”? Chữ hoa, chữ thường phải giống hệt tên tệp."
        return problem("attachment_case", "không có; tên tệp khác chữ hoa, chữ thường", hint)
    close = next((name for name in there if _spelling(name) == _spelling(value)), None)
    same = next((n for n in there if PurePosixPath(n).name == PurePosixPath(value).name), None)
    start = f"Có phải là “{same or close}”? " if same or close else ""
    hint = f"{start}Chép tệp vào thư mục tep/ của xã, kiểm tra lại tên."
    return problem("attachment_missing", "không có trong thư mục của xã", hint)


def _spelling(path: str) -> str:
    """What tells two names apart but for spelling: tone marks, case, spaces, hyphens and the ending aside."""
    return slug(PurePosixPath(path).stem)


def _wrong_content(path: Path, value: Attachment) -> Wrong | None:
    content = path.read_bytes()
    kind, inside = type_of(content), None
    if kind is ZIP:
        kind, inside = look_inside(path)
    ending = PurePosixPath(value).suffix.lower()
    wrong = _dangerous(kind, content) or inside
    if wrong:
        return wrong
    if ending not in kind.endings:
        return _mismatch(kind, value)
    if kind is PDF:
        return _wrong_pdf(path, content)
    if kind in PICTURES and not _is_whole(path, content):
        hint = "Mở ảnh trên máy rồi lưu lại thành tệp JPG hoặc PNG."
        return problem("attachment_picture", "không mở được như một ảnh, hoặc ảnh quá lớn", hint)
    return in_csv(path) if ending == ".csv" else None


def _is_whole(path: Path, content: bytes) -> bool:
    key = f"anh {sha256(content).hexdigest()}"
    whole = recalled(key, lambda: "x" if _opens(path) else "")
    if not whole:
        forget(key)  # it may have been the disk
    return bool(whole)


def _opens(path: Path) -> bool:
    from generator.photos import is_picture  # a tenth of a second, spared where every picture is known

    return is_picture(path)


def _wrong_pdf(path: Path, content: bytes) -> Wrong | None:
    if PDF_END not in content[-PDF_TAIL:]:
        hint = "Tệp chép lên dở dang hoặc hỏng: chép lại từ bản gốc."
        return problem("attachment_damaged", "không có phần cuối của một tệp PDF", hint)
    return in_pdf(path, content)


def _dangerous(kind: Type, content: bytes) -> Wrong | None:
    """What is refused whatever the ending says."""
    if kind is EMPTY:
        return problem("attachment_empty", "trống, không có nội dung", "Chép lại tệp từ bản gốc.")
    if kind is PROGRAM:
        return problem("attachment_program", "là chương trình chạy được", "Xóa tệp này khỏi thư mục tep/.")
    if kind in (HTML, SVG):
        hint = "Mở tệp, in ra PDF rồi đăng bản PDF."
        return problem("attachment_markup", f"thật ra là {kind.name}", hint)
    if kind is LOCKED_OFFICE or (kind is PDF and ENCRYPTED.search(content)):
        hint = "Lưu lại bản không đặt mật khẩu, không khóa chép và in."
        return problem("attachment_encrypted", "có đặt mật khẩu hoặc bị khóa", hint)
    return None


def _mismatch(kind: Type, value: Attachment) -> Wrong:
    ending = PurePosixPath(value).suffix.lower()
    named = f"là {kind.name}, không phải {ending.removeprefix('.').upper()}"
    if kind.endings and kind.endings[0] in value.endings:
        hint = f"Đổi đuôi tệp thành {kind.endings[0]}, rồi sửa tên tệp đã ghi ở đây."
    elif isinstance(value, Picture):
        hint = "Mục này cần một tấm ảnh: chọn ảnh khác, hoặc lưu lại thành JPG, PNG hay WebP."
    else:
        hint = "Mở tệp trên máy, lưu lại thành PDF, DOCX, XLSX, JPG hoặc PNG."
    return problem("attachment_type_differs", named, hint)
