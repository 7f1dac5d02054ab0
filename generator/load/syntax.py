"""What the YAML parser says in English, as commune staff need it: the line to mend and how."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.load import mistakes, quoting
from generator.load.around import FARTHEST_UP, above, block_openers, depth
from generator.load.passages import lines_of_text
from generator.load.reading import Mark
from generator.load.shapes import HEAD, KEY, LONGEST_KEY, NO_COLON, START, Mistake, odd_shape
from generator.load.unclosed import first_unclosed

OPEN = re.compile(rf"{HEAD}(?:{KEY}:[ \t]+)?(?P<quote>[\"'])(?P<rest>.*)$")
KEY_ONLY = re.compile(rf"{HEAD}[\"']?{KEY}[\"']?[ \t]*")
TOP_ENTRY = re.compile(rf"{KEY}[ \t]*:(?:[ \t]|$)")
SET_IN = re.compile(rf"(?: +|- +){KEY}[ \t]*:(?:[ \t]|$)")
VALUE_MISTAKES = ("bracket_start", "reserved_start", "yaml_anchor", "yaml_tag", "text_after_quote")


class Fault(NamedTuple):
    """A mistake and its line, counted from 0."""

    line: int
    mistake: Mistake


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    """The mistake behind a parser's complaint; its own place is often a line late."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(0, mistakes.unclear(0))
    line = min(mark.line, len(lines) - 1)
    if unclosed := first_unclosed(lines, line):
        return Fault(*unclosed)
    start = error.context_mark.line if error.context_mark else line
    said = f"{error.context or ''} {error.problem or ''}"
    for near in dict.fromkeys((start, line, *above(line, lines), *block_openers(line, lines))):
        found = _by_shape(near, line, lines, said)
        if found:
            return _without_key(Fault(near, found), lines)
    return _without_key(_first_line(said, line, lines) or _by_complaint(said, error, line, lines), lines)


def _first_line(said: str, line: int, lines: list[str]) -> Fault | None:
    """A first line that is set in, or begins with a dash, where the entries after it are not."""
    if not ("document start" in said or "block" in said) or not TOP_ENTRY.match(lines[line]):
        return None
    begins = (
        n for n, text in enumerate(lines[:line]) if text.strip() and not text.startswith(("#", "---"))
    )
    first = next(begins, line)
    text = lines[first]
    if first == line or not SET_IN.match(text):
        return None
    alike = sum(depth(other) == depth(text) and other[:2] != "- " for other in lines[first:line])
    outer = sum(TOP_ENTRY.match(other) is not None for other in lines[line:])
    if alike > outer + 1:
        return None
    return Fault(first, mistakes.first_line(text, alone=depth(lines[first + 1]) == 0))


def _without_key(fault: Fault, lines: list[str]) -> Fault:
    """A line without a key is no value whose first sign were wrong: it does not belong there."""
    text = lines[fault.line]
    bare = fault.mistake.code in VALUE_MISTAKES and not text[: fault.mistake.column].strip()
    return Fault(fault.line, mistakes.stray(0, text)) if bare and text[:1].strip() else fault


def _by_shape(near: int, line: int, lines: list[str], said: str) -> Mistake | None:
    if near >= len(lines) or (near != line and "flow" in said):
        return None
    return odd_shape(lines[near])


def _by_complaint(said: str, error: yaml.MarkedYAMLError, line: int, lines: list[str]) -> Fault:
    mark: Mark = error.problem_mark or error.context_mark
    context: Mark = error.context_mark
    begun: Mark = context or mark
    text = lines[begun.line] if begun.line < len(lines) else ""
    if "escape" in said or "hexdecimal" in said:
        return Fault(line, quoting.bad_escape(mark.column, lines[line]))
    if "quoted scalar" in said and context:
        return Fault(begun.line, quoting.unclosed_quote(begun.column, text))
    if "simple key" in said and context:
        return Fault(begun.line, mistakes.no_colon(text))
    if "flow" in said and "node content" not in said:
        return Fault(begun.line, mistakes.unclosed_bracket(begun.column, text))
    if "alias" in said or "anchor" in said or "tag" in said:
        return Fault(begun.line, mistakes.clever(begun.column, text))
    return _by_line(said, line, mark.column, lines)


def _by_line(said: str, line: int, column: int, lines: list[str]) -> Fault:
    """Complaints about one sign, which stands where the parser says."""
    if "mapping values" in said:
        return _colon(line, column, lines)
    if "document start" in said:
        return _second_document(line, column, lines)
    if "node content" in said:
        return Fault(line, mistakes.extra_comma(column))
    if "block scalar" in said:
        return Fault(line, mistakes.block_text(column))
    if "directive" in said:
        return Fault(line, mistakes.directive())
    if "mapping keys" in said:
        return Fault(line, mistakes.complex_key(column, lines[line]))
    if "block sequence entries" in said:
        return Fault(line, mistakes.dash_in_value(column))
    return _structure(line, column, lines)


def _second_document(line: int, column: int, lines: list[str]) -> Fault:
    """Text after the line `...` that ends a document, or after a value without a key."""
    for near in above(line, lines):
        if lines[near].startswith("..."):
            return Fault(near, mistakes.second(lines_of_text(lines, near + 1)))
    return Fault(line, mistakes.stray(column, lines[line]))


def _structure(line: int, column: int, lines: list[str]) -> Fault:
    """Neither key nor item where one belongs: a quote that closed early, or wrong indentation."""
    for near in (line, *above(line, lines)):
        signed = _by_first_sign(lines[near])
        if signed:
            return Fault(near, signed)
    for near in range(line, max(line - FARTHEST_UP, -1), -1):
        after = quoting.QUOTED.match(lines[near])
        if after:
            return Fault(near, quoting.after_quote(after, lines[near]))
        if near < line and _opens_quote(lines[near]):
            start = OPEN.match(lines[near])
            return Fault(near, quoting.unclosed_quote(start.start("quote") if start else 0, lines[near]))
        if near < line and START.match(lines[near]) and not lines[near].startswith(" "):
            break
    text = lines[line].strip()
    if text.startswith("- ") or text == "-":
        return Fault(line, mistakes.dash_unexpected(line, lines))
    if text and not re.match(rf"[\"']?{KEY}[\"']?[ \t]*:", text) and not text.startswith("- "):
        return Fault(line, mistakes.stray(column, lines[line]))
    if not text:
        return Fault(line, mistakes.unclear(column))
    return Fault(line, mistakes.indent(lines[line]))


def _by_first_sign(line: str) -> Mistake | None:
    """A value that YAML takes for something clever because of its first sign."""
    start = START.match(line)
    if start is None or start[2] not in "&*![{":
        return None
    column = start.start(2)
    if start[2] in "&*!":
        return mistakes.clever(column, line)
    if not re.search(r"[\]}]\s*[^\s\]},#]", line[column:]):
        return None
    return mistakes.bracket_start(column, line)


def _opens_quote(line: str) -> bool:
    """Whether a value opens a quote that its own line does not close."""
    start = OPEN.match(line)
    if start is None:
        return False
    rest = start["rest"].replace('\\"', "").replace("''", "")
    return start["quote"] not in rest


def _colon(line: int, column: int, lines: list[str]) -> Fault:
    """A colon too many: inside a value, or after a key that is indented where none belongs."""
    text = lines[line]
    if column > LONGEST_KEY and ":" not in text[:column]:
        return Fault(line, mistakes.long_key(text))
    if KEY_ONLY.fullmatch(text[:column]):
        before = next(iter(above(line, lines)), None)
        if before is not None and _is_key_without_colon(lines[before]):
            return Fault(before, mistakes.no_colon(lines[before]))
        return Fault(line, mistakes.indent(text))
    return Fault(line, mistakes.colon_in_value(column, text, lines_of_text(lines, line + 1)))


def _is_key_without_colon(line: str) -> bool:
    return ":" not in line and NO_COLON.match(line) is not None
