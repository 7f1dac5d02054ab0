"""A site that a commune built itself: whether it is that commune's, and nothing in it but what our sites hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.export import IDENTITY
from generator.kinds.profile import Standing
from generator.mirror.file_check import wrong_in_calendar, wrong_in_feed
from generator.mirror.files import Files
from generator.mirror.own_assets import keep_own_assets
from generator.mirror.page_check import forwards, wrong_in_page, wrong_in_sitemap
from generator.mirror.trouble import NotTakenError
from generator.province import Unit
from generator.release.statement import OWN
from generator.search import FOLDER, PROGRAM
from generator.words.letters import capital

PAGES = {".html", ".svg", ".xml"}
CHECKED = {".html", ".xml", ".atom", ".ics"}
"""Read whole: a program that opens them might do what they say."""
OTHERS = {
    ".css", ".js", ".json", ".csv", ".txt", ".ics", ".atom", ".pdf", ".jpg", ".jpeg", ".png", ".webp",
    ".docx", ".xlsx", ".odt", ".ods",
}  # fmt: skip
"""As our own sites hold them, and the server configuration knows."""
MADE_HERE = {".gz", ".br"}
"""Compressed forms are not taken over: they could hold something else than their file."""
INDEX = {".pf_meta", ".pf_index", ".pf_fragment"}
"""What Pagefind reads; only below the folder of the search."""
SCRIPTS = "assets/"
FORMS = "quan-tri"
"""Where a commune's own staff fill in its data: of no use in a copy, and no page of ours."""
MARK = re.compile(r"[0-9a-f]{64}@[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_MARKS = 10_000
LARGEST = 1 << 20
"""Bytes of `trang.json` that are read."""
STANDINGS = {"": "", **{standing.value: standing.value for standing in Standing}}


@dataclass(frozen=True)
class Identity:
    """What a built site says of itself."""

    code: str
    day: date
    standing: str
    waiting: bool
    withdrawn: tuple[str, ...]
    trial: bool
    """Whether everything is made up, to try the program out."""


def identity_of(files: Files, unit: Unit) -> Identity:
    """What the site's `trang.json` says, once it is the right commune's.

    Raises: NotTakenError, OSError
    """
    if not 0 < (files.size(IDENTITY) or 0) <= LARGEST:
        hint = "Dựng lại trang bằng bản mới của phần mềm; xem lại mục ben_trong trong mirror.yml."
        raise NotTakenError(f"không có {IDENTITY}, nên không rõ là trang của xã nào", hint)
    with TemporaryDirectory() as folder:
        files.write(Path(folder), {IDENTITY})
        found = _read(Path(folder, IDENTITY).read_bytes())
    if found.code != unit.code:
        hint = "Xem lại mục xa và địa chỉ trong mirror.yml."
        raise NotTakenError(f"đây là trang của đơn vị khác, không phải của {unit.name} ({unit.code})", hint)
    if found.trial:
        hint = "Xã dựng lại trang từ dữ liệu thật, với tinh.yml không ghi thu_nghiem."
        raise NotTakenError("trang này là dữ liệu thử, không có thật", hint)
    return found


def names_taken(files: Files) -> set[str]:
    """Which files are copied: none that is hidden, compressed, for filling in data or of the release.

    Raises: NotTakenError for a kind of file that our sites do not hold.
    """
    names = [name for name in files.names() if not _left_out(PurePosixPath(name))]
    foreign = sorted(
        {PurePosixPath(name).suffix.lower() or "không đuôi" for name in names if not _known(name)}
    )
    if foreign:
        shown = ", ".join(
            ending for ending in foreign if re.fullmatch(r"\.[a-z0-9]{1,8}|không đuôi", ending)
        )
        hint = "Trang công khai không có loại tệp ấy: xã dựng lại trang, chỉ để tệp do phần mềm tạo ra."
        raise NotTakenError(f"có loại tệp lạ ({shown or 'tên khó đọc'})", hint)
    if "index.html" not in names:
        raise NotTakenError("không có trang chủ (index.html)", "Xem lại mục ben_trong trong mirror.yml.")
    return set(names)


def check_pages(root: Path) -> None:
    """Leave out foreign script and style; raises: NotTakenError where a page is not as our pages are."""
    keep_own_assets(root)
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        wrong = _wrong(path, name) if path.suffix.lower() in CHECKED else ""
        if wrong:
            hint = (
                "Xã dựng lại trang bằng phần mềm này, không chèn thêm gì vào trang."
                " Phần mềm của xã mới hơn của tỉnh thì tỉnh cập nhật phần mềm."
            )
            raise NotTakenError(
                "có trang không giống trang do phần mềm này dựng",
                f"{capital(wrong)}. {hint}",
                name,
            )


def _wrong(path: Path, name: str) -> str:
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return "không phải chữ UTF-8"
    if path.suffix.lower() == ".atom":
        return wrong_in_feed(text, name)
    if path.suffix.lower() == ".ics":
        return wrong_in_calendar(text, name)
    if path.suffix.lower() == ".xml":
        return wrong_in_sitemap(text) if name == "sitemap.xml" else "có tệp XML lạ"
    leaves = "/" not in name and forwards(text)
    return wrong_in_page(text) or ("tự chuyển sang trang khác" if leaves else "")


def _left_out(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    return (
        hidden
        or path.as_posix() in OWN
        or path.parts[0] == FORMS
        or path.suffix.lower() in MADE_HERE
        or path.name == "CNAME"
    )


def _known(name: str) -> bool:
    ending = PurePosixPath(name).suffix.lower()
    if ending in INDEX:
        return name.startswith(FOLDER)
    if name in {f"{FOLDER}{own}" for own in PROGRAM}:
        return True
    return ending in PAGES | OTHERS and (ending != ".js" or name.startswith(SCRIPTS))


def _read(content: bytes) -> Identity:
    """Raises: NotTakenError"""
    try:
        found = json.loads(content)
        marks = _marks(found["thu_hoi"])
        trial = bool(found.get("thu_nghiem"))  # sites built before there was such a mark say nothing
        standing, day = STANDINGS[found["tinh_trang"]], date.fromisoformat(found["ngay"])
        return Identity(str(found["ma"]), day, standing, found["cho_sua"] is True, marks, trial)
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = "Xã dựng lại trang bằng bản mới của phần mềm."
        raise NotTakenError(f"{IDENTITY} hỏng hoặc không đúng mẫu", hint) from None


def _marks(found: Iterable[object]) -> tuple[str, ...]:
    marks = list(found)
    if len(marks) > MOST_MARKS or not all(isinstance(m, str) and MARK.fullmatch(m) for m in marks):
        raise ValueError("thu_hoi")
    return tuple(sorted(str(mark) for mark in marks))
