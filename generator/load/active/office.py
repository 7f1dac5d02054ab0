"""What a Word or Excel file would run or fetch by itself once it is opened."""

from __future__ import annotations

import re
import zipfile

from generator.load.active.elements import look_through
from generator.load.texts.words import local
from generator.load.wrong import Wrong, problem

BREAK_LINKS = (
    "Trong Word, Excel: bỏ phần nhúng, ngắt liên kết (Break Link) rồi lưu lại; hoặc lưu thành PDF."
)
OBJECT = re.compile(r"(?:word|xl)/(?:embeddings/.*ole.*\.bin|activeX/.+|ctrlProps/.+)", re.IGNORECASE)
LINKED = re.compile(r"xl/(?:externalLinks/.+|connections\.xml)", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
REMOTE = re.compile(r"\s*(?:https?:|ftp:|[\\/]{2}|file:[\\/]{2}(?![\\/])|file:[\\/]{4})", re.IGNORECASE)
"""On another machine; a path on the writer's own disk leads nowhere and harms nobody."""
LARGEST_PART = 2_000_000
LARGEST_STORY = 80_000_000
"""As much as is read of it for its words."""
LONGEST_FIELD = 500
"""Characters that tell what a field does."""
STORY = re.compile(
    r"word/(?:document|header.*|footer.*|footnotes|endnotes|comments|glossary/document)\.xml"
)
"""Parts of a Word file that hold fields."""
RUNS = re.compile(r"\s*(?:DDE(?:AUTO)?\b|QUOTE(?:\s+\d+)+\s*$)", re.IGNORECASE)
"""A field that starts another program, or spells its own name in numbers so that nobody sees it."""
FETCHES = re.compile(
    r"\s*(?:INCLUDEPICTURE(?=.*\\d\b)|INCLUDETEXT|LINK|IMPORT|DATABASE)\b[^\"]{0,80}[\"“]?"
    + REMOTE.pattern,
    re.IGNORECASE,
)
"""A field that fetches when the file is opened; a picture pasted from the web does so with \\d only."""


def in_office(archive: zipfile.ZipFile) -> Wrong | None:
    """What a Word or Excel file embeds that runs, or fetches from another place when it is opened.

    Raises: limits.EnoughError, and what zipfile raises for broken files
    """
    for member in archive.infolist():
        name = member.filename
        if name == "[Content_Types].xml" and MACRO_TYPES.search(_read(archive, member)):
            hint = "Lưu lại thành .docx hoặc .xlsx (không macro), hoặc PDF."
            return problem("attachment_macro", "chứa macro", hint)
        if OBJECT.fullmatch(name):
            return problem("attachment_object", f"nhúng đối tượng chạy được (“{name[:80]}”)", BREAK_LINKS)
        if LINKED.fullmatch(name) or (name.endswith(".rels") and _fetches(_read(archive, member))):
            return _linked(name)
        if STORY.fullmatch(name) and (wrong := _field(archive, member)):
            return wrong
    return None


def _linked(name: str) -> Wrong:
    return problem("attachment_linked", f"tự lấy dữ liệu từ nơi khác khi mở (“{name[:80]}”)", BREAK_LINKS)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int = LARGEST_PART) -> bytes:
    with archive.open(member) as file:
        return file.read(most)


def _fetches(relations: bytes) -> bool:
    """Whether a list of relations names a part on another machine; a link that a reader clicks is none."""
    found: list[bool] = []

    def start(name: str, told: dict[str, str]) -> None:
        clicked = told.get("Type", "").endswith("/hyperlink")
        remote = told.get("TargetMode") == "External" and REMOTE.match(told.get("Target", ""))
        found.append(bool(remote) and not clicked)

    look_through(relations, start)
    return any(found)


def _field(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Wrong | None:
    """What is wrong with the first field of a part of Word that acts by itself."""
    for field in _fields(_read(archive, member, LARGEST_STORY)):
        if RUNS.match(field):
            return problem("attachment_active", "chứa lệnh gọi chương trình khác (trường DDE)", BREAK_LINKS)
        if FETCHES.match(field):
            return _linked(member.filename)
    return None


def _fields(content: bytes) -> list[str]:
    """How all fields begin; one may be parted into runs, down to single letters."""
    fields: list[list[str]] = [[]]
    inside = [False]

    def start(name: str, told: dict[str, str]) -> None:
        inside[0] = local(name) == "instrText"
        if local(name) == "fldChar" and fields[-1]:
            fields.append([])
        elif local(name) == "fldSimple":
            fields.append([value for key, value in told.items() if local(key) == "instr"])

    def end(_: str) -> None:
        inside[0] = False

    def take(text: str) -> None:
        if inside[0] and len(fields[-1]) < LONGEST_FIELD:
            fields[-1].append(text)

    look_through(content, start, end, take)
    return ["".join(field)[:LONGEST_FIELD] for field in fields]
