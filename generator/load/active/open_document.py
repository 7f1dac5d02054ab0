"""What an OpenDocument file would run or fetch by itself once it is opened."""

from __future__ import annotations

import zipfile

from generator.load.active.elements import look_through
from generator.load.active.office import REMOTE
from generator.load.texts.words import local
from generator.load.wrong import Wrong, problem

PARTS = ("content.xml", "styles.xml")
LARGEST_PART = 80_000_000
DDE = frozenset(("dde-source", "dde-connection-decl", "dde-link"))
SCRIPT = frozenset(("event-listener", "script"))
BREAK_LINKS = (
    "Trong LibreOffice: Sửa, Liên kết (Edit, Links), ngắt các liên kết rồi lưu lại; hoặc lưu thành PDF."
)


def in_open_document(archive: zipfile.ZipFile) -> Wrong | None:
    """The first element that calls another program, runs a script or fetches from another machine.

    Raises: limits.EnoughError, and what zipfile raises for broken files
    """
    for name in PARTS:
        if name in archive.namelist():
            with archive.open(name) as file:
                wrong = _first(file.read(LARGEST_PART))
            if wrong:
                return wrong
    return None


def _first(content: bytes) -> Wrong | None:
    found: list[Wrong] = []

    def start(name: str, told: dict[str, str]) -> None:
        if local(name) in DDE:
            found.append(
                problem("attachment_active", "chứa lệnh gọi chương trình khác (liên kết DDE)", BREAK_LINKS)
            )
        elif local(name) in SCRIPT and any("script:" in value for value in told.values()):
            found.append(
                problem("attachment_macro", "chứa macro", "Bỏ macro rồi lưu lại, hoặc lưu thành PDF.")
            )
        elif local(name) != "a" and any(
            local(key) == "href" and REMOTE.match(value) for key, value in told.items()
        ):
            found.append(problem("attachment_linked", "tự lấy dữ liệu từ nơi khác khi mở", BREAK_LINKS))

    look_through(content, start)
    return found[0] if found else None
