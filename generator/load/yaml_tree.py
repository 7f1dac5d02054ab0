"""YAML text to plain values, every scalar a string, with the place of each value and each mistake."""

from __future__ import annotations

import re

import yaml

from generator.core import Place, Problem, has_error
from generator.load.characters import tidy
from generator.load.conflicts import without_conflicts
from generator.load.encodings import decode
from generator.load.nodes import EnoughError, document
from generator.load.passages import first_passage
from generator.load.reading import Reading, Tree
from generator.load.separators import report_separator
from generator.load.shapes import Mistake, indentation
from generator.load.syntax import explain
from generator.load.unclosed import first_unclosed

LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
MOST_ROUNDS = 25
WORK = 2_000_000
"""Characters that may be parsed again after mistakes: small files many times, huge ones once."""
BLOCK = re.compile(r"[^\s#]")
TOP_KEY = re.compile(r"[\"']?(\w+)[\"']?[ \t]*:")


def read_yaml(content: bytes, path: str) -> Reading:
    """Read one document; anything YAML could misread silently becomes a problem with its place."""
    reading = Reading(path)
    text = decode(content, reading)
    if text is None:
        return reading
    text = without_conflicts(tidy(text, reading), reading)
    if text is None:
        return reading
    tree = _parse(text, reading)
    if tree == "" and not reading.lost and not has_error(reading.problems):
        hint = "Ghi nội dung theo mẫu, hoặc xóa tệp nếu chưa có gì để công khai."
        reading.report("file_empty", None, "tệp trống", hint)
    tree = None if tree == "" and not reading.lost else tree
    if has_error(reading.problems) or tree is None:
        reading.guess = tree
    else:
        reading.tree = tree
    reading.shorten()
    return reading


def _parse(text: str, reading: Reading) -> Tree | None:
    """The tree; what the parser cannot read is mended or taken out, reported, and read again."""
    lines = text.split("\n")
    for _ in range(max(1, min(MOST_ROUNDS, WORK // max(len(text), 1)))):
        fault = first_passage(lines)
        if fault is not None and _settle(*fault, lines, reading):
            continue
        text = "\n".join(lines)
        attempt = reading.attempt()
        try:
            tree = document(iter(LOADER(text).get_event, None), attempt)
            fault = first_unclosed(lines, len(lines), brackets=False) if attempt.long_quote else None
        except EnoughError:
            tree = None
        except yaml.MarkedYAMLError as error:
            fault = explain(error, lines)
        except yaml.YAMLError:
            reading.report("yaml_syntax", None, "tệp chứa ký tự không hợp lệ", "Gõ lại tệp theo mẫu.")
            return None
        if fault is None:
            reading.take(attempt)
            return tree
        if not _settle(*fault, lines, reading):
            return None
    return None


def _settle(line: int, mistake: Mistake, lines: list[str], reading: Reading) -> bool:
    """Report a mistake and mend it or take it out; False where that changes nothing.

    On a line with a hidden sign that broke it, that sign is the mistake.
    """
    before = list(lines)
    if line in reading.hidden:
        report_separator(line, reading)
        _take_out(line, lines, reading)
    else:
        _report(line, mistake, reading)
        _mend(line, mistake, lines, reading)
    return lines != before


def _report(line: int, mistake: Mistake, reading: Reading) -> None:
    place = Place(reading.path, *reading.typed(line, mistake.column))
    reading.add(Problem(place, mistake.code, mistake.message, mistake.hint))


def _mend(line: int, mistake: Mistake, lines: list[str], reading: Reading) -> None:
    """Write the line as it was meant, or take its top-level part out, so that the rest is read."""
    mended = mistake.mended
    if mended is None or mended == lines[line]:
        _take_out(line, lines, reading)
        return
    row = reading.columns.get(line) or list(range(len(lines[line]) + 1))
    added = len(mended) - len(lines[line])
    if added > 0:
        at = min(mistake.column, len(row) - 1)
        row = row[:at] + [row[at]] * added + row[at:]
    reading.columns[line] = row
    lines[line : line + mistake.through + 1] = [mended, *[""] * mistake.through]


def _take_out(line: int, lines: list[str], reading: Reading) -> None:
    """Blank the lines from one without indentation to the next; their own odd spaces are told too."""
    start = next((n for n in range(line, 0, -1) if BLOCK.match(lines[n])), 0)
    end = next((n for n in range(line + 1, len(lines)) if BLOCK.match(lines[n])), len(lines))
    for number in range(start, end):
        odd = indentation(lines[number]) if number != line else None
        if odd:
            _report(number, odd, reading)
    owner = next((n for n in range(start, -1, -1) if TOP_KEY.match(lines[n])), start)
    key = TOP_KEY.match(lines[owner])
    reading.lost.add(key[1] if key else "")
    lines[start:end] = [""] * (end - start)
