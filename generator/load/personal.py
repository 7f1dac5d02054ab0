"""Looking for personal data in what a commune is about to publish: its text fields and its attachments."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

from generator.core import Level, Place, Problem, Record, has_error
from generator.fields.attachment import named_in
from generator.fields.contact import Email, Link, Phone
from generator.fields.text import OfficialText, Prose, Text
from generator.fields.written import Written, readers_of, written
from generator.kinds._people import PersonList, PersonName, is_name
from generator.load.false_alarms import Hit, entry_for, item_of, read_marks, sift
from generator.load.files import Folder
from generator.load.personal_words import EACH, OR_MARK, told
from generator.load.reading import Reading
from generator.load.spots import spot
from generator.load.texts import Content, read_content
from generator.personal import Datum, Finding, Known, clean, find_in_list, find_in_markdown, find_in_pieces
from generator.personal.identities import is_said
from generator.personal.masking import in_path
from generator.personal.phones import national_mobile

FREE_TEXT = readers_of(Text, Prose, OfficialText)
"""What staff write in their own words; codes, money, dates and contact fields are never that."""
NAMES = readers_of(PersonName)
"""Names of persons; what is no name is refused by its field, so that only plain words are left to look at."""
PHONES, EMAILS, LINKS = readers_of(Phone), readers_of(Email), readers_of(Link)
OFFICIAL_LINKS = {("zalo",), ("facebook",)}
"""Fields of xa.yml for the commune's own pages; a link to Zalo holds its telephone number."""
NEVER_PUBLIC = {Datum.IDENTITY, Datum.OLD_IDENTITY, Datum.PASSPORT, Datum.BANK, Datum.INSURANCE}
"""What no list and no attachment may carry, since no law orders it to be public (NĐ 356/2025/NĐ-CP Đ3, Đ4)."""
PAPERS = {Datum.IDENTITY, Datum.OLD_IDENTITY}
LONGEST = 100_000
"""Characters; a longer text is refused by its field, whatever it holds."""
NAME = "tên tệp"
"""What a mark in bao-nham.yml calls the name of a file."""
SHOWN = 3
"""Places of an attachment that a message names."""


def check_personal(folder: Folder, records: Iterable[Record[Any]], sound: Container[str]) -> None:
    """Report personal data: an error in text, a notice in lists that the law orders and in attachments.

    Numbers that open a person's identity or money are an error everywhere.

    Of the attachments those in `sound` are read; what is wrong with the others has been told.
    """
    marks = read_marks(folder)
    known = _known(folder)
    hits = [*_in_fields(folder, known), *_in_own_names(folder)]
    for path, place in _first_named(records).items():
        hits += _in_name(path, place, known)
        if path in sound:
            content = read_content(folder.root / path)
            hits += _in_attachment(path, place, content, known)
            folder.problems += _unread(path, place, content)
    standing, notices = sift(hits, marks)
    if has_error(folder.problems):  # a file that cannot be read may be the one that a mark means
        notices = [notice for notice in notices if notice.code != "mark_unused"]
    folder.problems += [*notices, *_problems(standing)]


def _known(folder: Folder) -> Known:
    """Telephone numbers and addresses that the commune declares in its contact fields."""
    contacts = [
        value
        for model, reading in folder.readings
        for value in written(model, reading.tree, PHONES | EMAILS | LINKS)
    ]
    phones = {value.text for value in contacts if value.readers & PHONES}
    phones |= {value.text.rpartition("/")[2] for value in contacts if value.loc in OFFICIAL_LINKS}
    emails = {value.text for value in contacts if value.readers & EMAILS}
    return Known(
        frozenset(national for phone in phones if (national := national_mobile(phone))),
        frozenset(email.lower() for email in emails),
    )


def _in_fields(folder: Folder, known: Known) -> Iterator[Hit]:
    """Findings in every text and link, also of files whose other fields are wrong."""
    for model, reading in folder.readings:
        in_list = issubclass(model, PersonList)
        look = find_in_list if in_list else find_in_markdown
        for value in written(model, reading.tree, FREE_TEXT | NAMES | LINKS):
            if value.readers & NAMES and not is_name(value.text):
                continue
            findings = look(value.text[:LONGEST], known)
            if value.readers & LINKS:
                findings = [finding for finding in findings if _means_a_person(finding, value.text)]
            for finding, place in zip(findings, _spots(reading, value, findings), strict=True):
                yield Hit(
                    folder.inside(reading.path),
                    item_of(value.loc),
                    finding.datum,
                    finding.shown,
                    place,
                    value.title,
                    in_list,
                )


def _means_a_person(finding: Finding, link: str) -> bool:
    """Whether what is found in an address is no number of a page, as sites give them; a word in front says so."""
    asked = link[: finding.start].endswith("=")
    if finding.datum in PAPERS and is_said(link, finding.start):
        return True
    return finding.datum is Datum.PHONE or (asked and finding.datum in (Datum.IDENTITY, Datum.EMAIL))


def _spots(reading: Reading, value: Written, findings: list[Finding]) -> Iterator[Place]:
    """Where each finding was typed; the value's start where cleaning has moved its characters."""
    kept = not findings or len(clean(value.text)) == len(value.text)
    for finding in findings:
        start, end = (finding.start, finding.end) if kept else (0, 0)
        yield spot(reading, value.loc, value.text, start, end)


def _first_named(records: Iterable[Record[Any]]) -> dict[str, Place]:
    """Each attachment with the first place that names it, so that it is read and told once."""
    named: dict[str, Place] = {}
    for record, loc, value in named_in(records):
        if value not in named:
            named[str(value)] = record.source.at(*loc)
    return dict(sorted(named.items()))


def _in_name(path: str, place: Place, known: Known) -> Iterator[Hit]:
    """Findings in the name of a file, which is public too: words are parted as people part them."""
    for finding in find_in_list(re.sub(r"[-_/.]+", " ", path), known):
        yield Hit(path, NAME, finding.datum, finding.shown, place)


def _in_own_names(folder: Folder) -> Iterator[Hit]:
    """Findings in the names of data files, which are the addresses of their pages."""
    for name in sorted(folder.read):
        for finding in in_path(name):
            yield Hit(name, NAME, finding.datum, finding.shown, folder.place(name))


def _in_attachment(path: str, place: Place, content: Content, known: Known) -> Iterator[Hit]:
    for piece, finding in find_in_pieces(content.pieces, known):
        yield Hit(path, piece.place, finding.datum, finding.shown, place, in_attachment=True)


def _unread(path: str, place: Place, content: Content) -> Iterator[Problem]:
    for code, message, hint in content.notes:
        yield Problem(place, code, f"tệp “{path}” {message}", hint, level=Level.NOTICE)


def _problems(hits: Iterable[Hit]) -> Iterator[Problem]:
    """One problem for all findings of one sort in a field, or in an attachment."""
    groups: dict[tuple[str, str, Datum], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((*hit.owner, hit.datum), []).append(hit)
    for group in groups.values():
        yield _problem(group)


def _problem(group: list[Hit]) -> Problem:
    first = group[0]
    code, message, hint = told(first.datum)
    hint = "Đổi tên tệp để tên không còn số này." if first.item == NAME else hint
    same = [hit for hit in group if (hit.item, hit.value) == (first.item, first.value)]
    mark = OR_MARK.format(line=entry_for(first, len(same)))
    return Problem(
        first.place,
        code,
        f"tệp “{first.file}” {message}: {_places(group)}"
        if first.in_attachment
        else f"{message}{_values(group)}",
        f"{hint} {mark}{EACH if len(same) < len(group) else ''}",
        first.field,
        _level(first),
    )


def _level(hit: Hit) -> Level:
    ordered = hit.in_list or hit.in_attachment
    return Level.NOTICE if ordered and hit.datum not in NEVER_PUBLIC else Level.ERROR


def _values(group: list[Hit]) -> str:
    values = list(dict.fromkeys(hit.shown for hit in group if hit.shown))
    return f": {', '.join(values[:SHOWN])}{' …' if len(values) > SHOWN else ''}" if values else ""


def _places(group: list[Hit]) -> str:
    """Danh sách!C5 (0912••••78), Danh sách!C6 (0987••••21) … tất cả 40 chỗ"""
    places = list(dict.fromkeys(f"{hit.item} ({hit.shown})" if hit.shown else hit.item for hit in group))
    more = f" … tất cả {len(places)} chỗ" if len(places) > SHOWN else ""
    return f"{', '.join(places[:SHOWN])}{more}"
