"""Files that nothing reads: a misspelt name, a copy or a wrong folder must not vanish quietly."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from generator.core import Level, Problem
from generator.fields.codes import RECORD
from generator.load.files import ENDINGS, Folder
from generator.words.fold import nearest, slug

COPY = re.compile(r"(?i)(\s*\(\d+\)|\s+-\s+(copy|bản sao)|\s+copy(\s+\d+)?|\s*~)+$")
"""What Windows, browsers and Macs put behind the name of a second copy."""
TEMPORARY = (".", "~$")
"""How the names begin of what programs put beside a file for themselves."""
NOT_SHOWN = ("desktop.ini", "thumbs.db")


def report_unread(folder: Folder, known: tuple[str, ...], folder_for: Callable[[str], str]) -> None:
    """An error for every data file that nothing reads; `folder_for` tells where one at the root belongs."""
    places = {str(PurePosixPath(pattern).parent) for pattern in known} - {"."}
    for name in folder.files():
        if name.lower() in places:
            hint = "Đổi tên tệp này, tạo thư mục cùng tên rồi cất các tệp dữ liệu vào đó."
            folder.report(name, "unknown_file", "là tệp, cần là thư mục", hint)
        if (
            name in folder.read
            or name in known
            or not set(PurePosixPath(name.lower()).suffixes) & set(ENDINGS)
        ):
            continue
        if name.lower().endswith(ENDINGS):
            hint = _next_step(folder, name, known, folder_for)
            folder.report(name, "unknown_file", "không thuộc loại tệp dữ liệu nào", hint)
        else:
            meant = re.sub(r"(?i)(\.ya?ml).*", r"\1", name)
            hint = f"Đổi tên tệp thành “{PurePosixPath(meant).name}”; là bản chép để dành thì cất chỗ khác."
            folder.report(name, "unknown_file", "có thêm đuôi sau .yml nên không được đọc", hint)


def notice_foreign(folder: Folder, known: tuple[str, ...], told: set[str]) -> None:
    """Documents and pictures among the data files: they are published only from `tep/`, and named there."""
    places = {str(PurePosixPath(pattern).parent) for pattern in known} - {"."}
    for name in folder.files():
        path = PurePosixPath(name)
        if str(path.parent) in places and is_foreign(name) and name not in told:
            message = "không phải tệp dữ liệu .yml, nên không lên trang"
            hint = f"Chép tệp này vào tep/, rồi ghi tên vào tệp .yml: tep/{path.name}."
            place = folder.place(name)
            folder.problems.append(Problem(place, "not_data_file", message, hint, level=Level.NOTICE))


def is_foreign(name: str) -> bool:
    """Whether a file has not the ending of a data file, and is none that a program keeps for itself."""
    path = PurePosixPath(name.lower())
    kept = path.name.startswith(TEMPORARY) or path.name in NOT_SHOWN
    return not kept and not set(path.suffixes) & set(ENDINGS)


def name_meant(name: str, known: tuple[str, ...]) -> str:
    """The name that a data file should have: without what marks a copy, in the folder of its kind.

    Empty where that is no data file either, or the name is as it should be.
    """
    path = PurePosixPath(name)
    stem = COPY.sub("", path.stem)
    above = "".join(f"{slug(part)}/" for part in path.parent.parts)
    stems = (stem, slug(stem)) if RECORD.fullmatch(stem) else (slug(stem),)
    for meant in (f"{above}{fitting}.yml" for fitting in stems):
        if meant != name and any(fnmatchcase(meant, pattern) for pattern in known):
            return meant
    return ""


def rename(folder: Folder, name: str, meant: str) -> str:
    """The next step for a file that should have another name, which another file may have already."""
    path, target = PurePosixPath(name), PurePosixPath(meant)
    if meant in folder.files():
        return f"Giống bản chép của “{meant}”: xóa hoặc cất chỗ khác."
    folder.meant.add(meant)
    if path.parent != target.parent:
        return f"Chuyển vào {target.parent}/, tên là “{target.name}”."
    return f"Đổi tên thành “{target.name}”."


def _next_step(folder: Folder, name: str, known: tuple[str, ...], folder_for: Callable[[str], str]) -> str:
    meant = name_meant(name, known)
    if not meant and (kind := folder_for(name)):
        path = PurePosixPath(name)
        meant = f"{kind}/{COPY.sub('', path.stem)}.yml"
    if meant:
        return rename(folder, name, meant)
    close = nearest(name, known)
    return f"Có phải là “{close}”?" if close else f"Các tệp được đọc: {', '.join(known)}."
