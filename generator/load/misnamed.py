"""Data files under the name of another type: without an ending, saved by Notepad as .txt, typed in Word."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from generator.fields.attachment import FOLDER
from generator.fields.titles import fields_of
from generator.kinds import kinds
from generator.load.files import Folder
from generator.load.unread import COPY, is_foreign, name_meant, rename
from generator.load.yaml_tree import read_yaml

TEXT = ("", ".txt", ".text", ".md", ".json")
"""Endings of files that hold plain text, as data files do."""
OFFICE = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods")
KEEP = "Không phải dữ liệu thì cất chỗ khác."


def report_misnamed(folder: Folder, known: tuple[str, ...]) -> set[str]:
    """An error for every file that is a data file but for its ending; gives their names."""
    places = {str(PurePosixPath(pattern).parent) for pattern in known}
    names = [name for name in folder.files() if is_foreign(name) and name.lower() not in places]
    told = {name: _wrong(folder, name, known) for name in names}
    for name, (message, hint) in told.items():
        if message:
            folder.report(name, "unknown_file", message, hint)
    return {name for name, (message, _) in told.items() if message}


def _wrong(folder: Folder, name: str, known: tuple[str, ...]) -> tuple[str, str]:
    """Message and next step; empty for a file that is no data file, or one that has been typed in already."""
    path = PurePosixPath(name)
    ending = path.suffix.lower()
    if path.parts[0] == FOLDER:
        return "", ""
    meant = name_meant(name, known)
    if ending in OFFICE:
        return _typed_in_office(folder, meant) if meant and meant not in folder.files() else ("", "")
    fits = _fits(folder, name, meant)
    if not meant and (kind := folder_for(folder, name)):
        meant, fits = f"{kind}/{COPY.sub('', path.stem)}.yml", True
    if not meant or not (fits or ending in TEXT):
        return "", ""
    hint = rename(folder, name, meant)
    return "thiếu đuôi .yml ở cuối tên nên không được đọc", hint if fits else f"{hint} {KEEP}"


def _typed_in_office(folder: Folder, meant: str) -> tuple[str, str]:
    folder.meant.add(meant)
    hint = f"Gõ nội dung vào tệp “{meant}” theo mẫu; tệp này muốn đính kèm thì chép vào {FOLDER}/."
    return "là tệp Word, Excel, máy không đọc được làm dữ liệu", hint


def _fits(folder: Folder, name: str, meant: str) -> bool:
    """Whether a file holds a key of the model that its place in the folder asks for."""
    models = [kind.model for kind in kinds() for p in kind.files if fnmatchcase(meant, p)]
    keys = _keys(folder, name)
    return any(keys & fields_of(model).keys() for model in models)


def folder_for(folder: Folder, name: str) -> str:
    """The folder of the one kind whose keys a data file holds; empty where none or several fit."""
    keys = _keys(folder, name)
    several = [(str(PurePosixPath(p).parent), k.model) for k in kinds() for p in k.files if "*" in p]
    fitting = [place for place, model in several if keys and keys <= fields_of(model).keys()]
    return fitting[0] if len(fitting) == 1 else ""


def _keys(folder: Folder, name: str) -> set[str]:
    """The top-level keys of a file, also of one with mistakes."""
    try:
        reading = read_yaml(folder.content(name), name)
    except OSError:
        return set()
    tree = reading.guess if reading.tree is None else reading.tree
    return set(tree) if isinstance(tree, dict) else set()
