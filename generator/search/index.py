"""Entries to the files of an index: our own list of names, and Pagefind's full text.

Pagefind (https://pagefind.app) is a command that reads HTML from a folder; nothing of that stays on disk.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from generator.core import File
from generator.digests import program as our_program
from generator.files import write_file
from generator.kept import kept
from generator.search.entries import Entry
from generator.search.spelling import d_words

NAMES = "ten.json"
PROGRAM = ("pagefind.js", "wasm.unknown.pagefind")
"""Of Pagefind's own files the two that a browser needs; the same in every index."""
DATA = ("pagefind-entry.json", "pagefind.*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment")
SIGNATURE = b"pagefind_dcd"
"""What Pagefind writes before the JSON of a fragment."""
SKIPPED = "nav, form, svg, button, .nut-hang, .tim, .an, .viet-tat, [hidden]"
"""What a reader does not see as the page's text."""
CLOSED = re.compile(r"</(?:td|th|li|dt|dd|caption|div|summary|figcaption)>|</(?:span|strong|a)>(?=<)|<br>")
"""Where a line, a cell or a part of one ends: without a space the words on both sides run together."""
HEADING = re.compile(r"<h1[^>]*>([^<]*)</h1>")


def indexed(
    entries: tuple[Entry, ...], folder: str, full: bool = True, beside: tuple[str, ...] = ()
) -> tuple[File, ...]:
    """The files of an index below a folder of the site; without `full` only the names.

    `beside`: folders below it, of indexes that are searched with it.
    """
    if not full:
        return (_names(entries, {}, folder, beside),)
    with TemporaryDirectory() as scratch:
        out = Path(scratch, "ra")
        _make(entries, out)
        names = _names(entries, _fragments(out), folder, beside)
        return (names, *(_in_memory(file) for file in _files(out, folder, DATA)))


def _in_memory(file: File) -> File:
    return File(file.path, file.source.read_bytes()) if file.source else file


def index_into(out: Path, entries: Iterable[Entry]) -> int:
    """An index of so many entries that no text is held, in the new folder `out`; none where there is no entry.

    Returns how many there are.
    """
    made = _make(entries, out)
    if made:
        write_file(_names(made, _fragments(out), "", ()), out / NAMES)
    return len(made)


def files_beside(parts: Sequence[Path], folder: str) -> dict[str, list[File]]:
    """The files of indexes that are searched together, by their place, linked from the folders where they were made.

    The first is that of `folder`, the others lie in folders of it: "tim/", "tim/2/", "tim/3/" …
    """
    below = [f"{number}/" for number in range(2, len(parts) + 1)]
    found = {}
    for made, name in zip(parts, ["", *below], strict=True):
        place, told = f"{folder}{name}", json.loads((made / NAMES).read_bytes())
        names = _told({**told, "beside": [] if name else below}, place)
        found[place] = [names, *_files(made, place, DATA)]
    return found


def program(folder: str) -> tuple[File, ...]:
    """What searches in the browser: Pagefind's script and its WebAssembly."""
    return tuple(File(f"{folder}{name}", content) for name, content in program_files().items())


@cache
def program_files() -> dict[str, bytes]:
    """Pagefind's own files by their name, as its command writes them."""
    made = kept("pagefind", our_program(), _write_program)
    return {name: (made / name).read_bytes() for name in PROGRAM} if made else _program_files()


def _write_program(folder: Path) -> None:
    for name, content in _program_files().items():
        (folder / name).write_bytes(content)


def _program_files() -> dict[str, bytes]:
    with TemporaryDirectory() as scratch:
        out = Path(scratch, "ra")
        _make([Entry("a/", "a", "", (), (), "")], out)
        return {name: (out / name).read_bytes() for name in PROGRAM}


def _make(entries: Iterable[Entry], out: Path) -> tuple[Entry, ...]:
    """Pagefind's files in the new folder `out`; none where there is no entry. Returns the entries without their texts."""
    with TemporaryDirectory() as scratch:
        pages = Path(scratch, "trang")
        made = _write(entries, pages)
        if made:
            _run(pages, out)
        return made


def _write(entries: Iterable[Entry], folder: Path) -> tuple[Entry, ...]:
    """One small page an entry; its number is its name, so that no address is read as a path.

    Returns the entries without their texts.
    """
    folder.mkdir()
    bare = []
    for number, entry in enumerate(entries):
        words = " ".join((entry.title, *entry.names, *entry.words, entry.body))
        html = (
            '<!doctype html><html lang="vi"><body data-pagefind-body>'
            f"<h1>{escape(entry.title)}</h1>{CLOSED.sub(_apart, _untitled(entry))}"
            f'<p data-kd="{escape(d_words(words))}" data-pagefind-meta="kd[data-kd]"></p></body></html>'
        )
        (folder / f"{number}.html").write_text(html, encoding="utf-8")
        bare.append(replace(entry, body=""))
    return tuple(bare)


def _untitled(entry: Entry) -> str:
    """The text without its title, which stands before it already: said twice it would fill what is shown of a page."""
    heading = HEADING.match(entry.body.lstrip())
    same = heading and unescape(heading[1]).strip() == entry.title
    return entry.body.lstrip()[heading.end() :] if heading and same else entry.body


def _apart(closed: re.Match[str]) -> str:
    return f" {closed[0]}"


def _run(pages: Path, out: Path) -> None:
    """Raises: subprocess.CalledProcessError"""
    command = [get_executable(), "--silent", "--site", str(pages), "--output-path", str(out)]
    skipped = ["--exclude-selectors", SKIPPED]
    subprocess.run([*command, *skipped], check=True, capture_output=True)  # noqa: S603 - no shell, own paths


def _fragments(out: Path) -> dict[int, str]:
    """Which fragment holds which page, by the page's number."""
    found: dict[int, str] = {}
    for path in (out / "fragment").iterdir():
        held = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
        found[int(held["url"].strip("/").removesuffix(".html"))] = path.stem
    return found


def _files(out: Path, folder: str, patterns: Sequence[str]) -> Iterator[File]:
    for pattern in patterns:
        for name in sorted(path.relative_to(out).as_posix() for path in out.glob(pattern)):
            yield File(f"{folder}{name}", source=out / name, linked=True)


def _names(entries: Sequence[Entry], fragments: dict[int, str], folder: str, beside: Sequence[str]) -> File:
    """[address, title, group, fragment, names, words, note, codes] of each page; read by `assets/tim.js`."""
    groups = {group: n for n, group in enumerate(dict.fromkeys(entry.group for entry in entries))}
    rows = [
        (e.url, e.title, groups[e.group], fragments.get(n, ""), e.names, e.words, e.note, e.codes)
        for n, e in enumerate(entries)
    ]
    found = {"full": bool(fragments), "beside": beside, "groups": list(groups), "pages": rows}
    return _told(found, folder)


def _told(found: Mapping[str, object], folder: str) -> File:
    return File(f"{folder}{NAMES}", json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())
