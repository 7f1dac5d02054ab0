"""Data files into their canonical writing, without losing anything that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import yaml

from generator.canonical import as_yaml
from generator.core import Place, Problem
from generator.load.data_files import model_at
from generator.load.models import read_model
from generator.load.yaml_tree import LOADER, read_yaml

ENDINGS = (".yml", ".yaml")
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""What stands between words or breaks lines for one reader and not for another."""
COMMENT = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)
WHOLE_COMMENT = re.compile(r"^[ \t]*#[^\n]*(?:\n|\Z)|(?<![ \t])[ \t]+#[^\n]*", re.MULTILINE)
SIGN = re.compile(r"[^\n]")


class State(Enum):
    """What a file needs; comments alone make no file less canonical."""

    CHANGED = "changed"
    SAME = "same"
    COMMENTED = "commented"
    """Not canonical, and it holds comments, which no writer of data keeps; left alone."""
    WRONG = "wrong"
    """It cannot be read; its problems say why. Left alone."""
    LINK = "link"
    """It leads elsewhere; neither read nor written."""
    UNKNOWN = "unknown"
    """No model belongs to its place; left alone."""


@dataclass(frozen=True)
class Tidied:
    """One file and its canonical writing."""

    path: Path
    state: State
    content: bytes = b""
    """What it should hold; empty where it is left alone."""
    problems: tuple[Problem, ...] = ()


def data_files(path: Path) -> Iterator[Path]:
    """The file itself, or every data file below a folder, sorted; links are named, never followed."""
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    for inside in sorted(path.iterdir()):
        if inside.suffix in ENDINGS or (inside.is_dir() and not inside.is_symlink()):
            yield from data_files(inside)


def tidy(path: Path, drop_comments: bool = False) -> Tidied:
    """What becomes of one file; nothing is written."""
    if path.is_symlink():
        return Tidied(path, State.LINK)
    model = model_at(path)
    if model is None:
        return Tidied(path, State.UNKNOWN)
    before = path.read_bytes()
    reading = read_yaml(before, path.as_posix())
    data = read_model(model, reading)
    if data is None:
        return Tidied(path, State.WRONG, problems=tuple(reading.problems))
    after = as_yaml(data)
    if after == before:
        return Tidied(path, State.SAME, after)
    if not drop_comments and has_comment(before):
        same = without_comments(before) == after
        return Tidied(path, State.SAME if same else State.COMMENTED)
    if read_model(model, read_yaml(after, path.as_posix())) != data:
        return Tidied(path, State.WRONG, problems=(_differs(path),))
    return Tidied(path, State.CHANGED, after)


def has_comment(content: bytes) -> bool:
    """Whether YAML text that our reader can read holds a comment: a # outside all values.

    Where only our reader can read it, since of what no editor shows it made something else: yes.
    """
    shown = _outside_values(_text(content))
    return shown is None or bool(COMMENT.search(shown))


def without_comments(content: bytes) -> bytes:
    """The same text with every comment gone, and the lines that held nothing else."""
    text = _text(content)
    shown = _outside_values(text) or ""
    kept, end = [], 0
    for found in WHOLE_COMMENT.finditer(shown):
        kept.append(text[end : found.start()])
        end = found.end()
    return "".join([*kept, text[end:]]).encode()


def _text(content: bytes) -> str:
    return HIDDEN.sub(" ", content.decode("utf-8-sig", "replace").replace("\r\n", "\n"))


def _outside_values(text: str) -> str | None:
    """The text, sign for sign, with letters in place of every value; None where only our reader can read it.

    Of a block of lines the first line is left as it is, since a comment may stand there.
    """
    parts, end = [], 0
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken):
                start, stop = token.start_mark.index, token.end_mark.index
                if token.style in ("|", ">"):
                    start = text.find("\n", start, stop) + 1 or stop
                parts += [text[end:start], SIGN.sub("x", text[start:stop])]
                end = stop
    except yaml.YAMLError:
        return None
    return "".join([*parts, text[end:]])


def _differs(path: Path) -> Problem:
    return Problem(
        Place(path.as_posix()),
        "round_trip",
        "ghi ra rồi đọc lại không giống dữ liệu đang có, nên để nguyên",
        "Gửi tệp này cho người làm chương trình.",
    )
