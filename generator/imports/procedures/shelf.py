"""The catalogue as it stands before an import, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.core import Place, Problem
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure
from generator.province.settings import Settings

SUMMARY = ".tom-tat"
"""End of the name of a plain summary, which is people's: an import neither reads nor writes it."""


@dataclass
class Shelf:
    """The files of `thu-tuc/`."""

    procedures: dict[str, Procedure] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    """Codes whose file stays as it is, since what people wrote in it cannot be told."""
    summarised: set[str] = field(default_factory=set)
    """Codes that have a plain summary."""
    problems: list[Problem] = field(default_factory=list)
    home: str = ""
    """The province's name without its type; empty where `tinh.yml` is not beside the folder."""


def read_shelf(folder: Path) -> Shelf:
    """Every procedure of a folder, by the code that is its file's name."""
    shelf = Shelf(home=_home(folder.parent / "tinh.yml"))
    for path in sorted(folder.glob("*.yml")):
        if path.stem.endswith(SUMMARY):
            shelf.summarised.add(path.stem.removesuffix(SUMMARY))
        else:
            _put(path, shelf)
    return shelf


def _put(path: Path, shelf: Shelf) -> None:
    reading = read_yaml(path.read_bytes(), path.as_posix())
    procedure = read_model(Procedure, reading)
    if procedure and procedure.code == path.stem:
        shelf.procedures[path.stem] = procedure
        return
    shelf.unreadable.add(path.stem)
    shelf.problems += reading.problems
    shelf.problems.append(
        Problem(
            Place(path.as_posix()),
            "catalogue_unreadable",
            "tệp đang có không đọc được hoặc ghi mã khác tên tệp, nên chưa nhập đè lên",
            "Sửa hoặc xóa tệp này rồi nhập lại.",
        )
    )


def _home(path: Path) -> str:
    if not path.is_file():
        return ""
    settings = read_model(Settings, read_yaml(path.read_bytes(), path.as_posix()))
    return settings.short_name if settings else ""
