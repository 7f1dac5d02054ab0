"""The noticeboards of a commune, and which of them the place of a noted run means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.kinds._kind import Scope
from generator.kinds.profile.model import ThonType
from generator.words.fold import fold
from generator.words.letters import small
from generator.words.numerals import say_whole

HEADQUARTERS = "tru-so"
TYPES = {"to", *(fold(kind.label).split()[-1] for kind in ThonType)}
"""The word before the name of a thôn: "xóm", "tổ dân phố" by its last word, "tổ" for short."""
LEVELS = {"xa", "phuong", "khu"}
"""The word before the name of a commune, which a thôn may share."""
OFFICES = re.compile(r"\btrung tam (?=phuc vu|hanh chinh|van hoa|hoc tap|y te)")
"""A centre of the commune, not the thôn that is called Trung Tâm."""
OFFICE = re.compile(r"\btru so\b(?! (?:thon|xom|ban|to)\b)|\bbang tin (?:ubnd|uy ban|xa)\b")
PARTS = re.compile(r"[;,&]|\bvà\b", re.IGNORECASE)
EVERY = re.compile(
    r"\b(?:(?:cac|moi|tung|tat ca)(?: cac)?|(?P<count>\w+)) "
    r"(?P<what>thon|xom|ban(?! nganh)|to dan pho|nha van hoa|bang tin)\b|\b(?:toan|khap) xa\b"
)
FILLERS = {"o", "tai", "cua", "va"}
"""Words with or without which a board is the same: "bảng tin ở chợ Suối"."""


@dataclass(frozen=True)
class NoticeBoard:
    """The board of a thôn, or of the headquarters."""

    id: str
    name: str
    place: str
    thon: str = ""
    """Id of the thôn; empty for the headquarters."""
    called: str = ""
    """The name of the thôn without its type."""
    type: str = ""


def boards(scope: Scope) -> tuple[NoticeBoard, ...]:
    """Of the headquarters first, then of each thôn."""
    return scope.once(_boards)


def _boards(scope: Scope) -> tuple[NoticeBoard, ...]:
    return tuple(_each(scope))


def _each(scope: Scope) -> Iterator[NoticeBoard]:
    office = scope.commune.office
    profile = scope.commune.one("profile")
    address = profile.data.office.address if profile and profile.data.office else ""
    yield NoticeBoard(HEADQUARTERS, f"trụ sở {office}", address or "")
    for thon in profile.data.thon if profile else ():
        name, place = small(thon.full_name), thon.noticeboard or ""
        yield NoticeBoard(thon.id, name, place, thon.id, thon.name, fold(thon.type.label))


def meant(place: str | None, known: Iterable[NoticeBoard], own: frozenset[str]) -> frozenset[str]:
    """Ids of the boards at which a run hung, by the words of its place; `own` are the thôn of its record.

    No place means all boards; "trụ sở" the headquarters. A thôn is meant where a part of the place (parts end
    at a comma, a semicolon, "và") has its name, with its type or in capitals; where it has the text of its
    `noi_niem_yet` and no name; or where all are meant: "các xóm, bản", "6 xóm, bản", "từng thôn". What fits
    several thôn alike means the one that the record names, else none. Anything else is no board: that a
    paper was hung is claimed of no board that the place does not tell.
    """
    every = tuple(known)
    if not place:
        return frozenset(board.id for board in every)
    thon = [board for board in every if board.thon]
    parts = [part for part in PARTS.split(place) if part.strip()]
    named = [_named(part, thon, own) for part in parts]
    found = {HEADQUARTERS} if OFFICE.search(_plain(place)) else set()
    untold = " ".join(_plain(part) for part, names in zip(parts, named, strict=True) if not names)
    found.update(*named, _by_text(untold, thon, own))
    for index, part in enumerate(parts):
        if not any(named[index:]):
            found |= _all(_plain(part), _plain(" ".join(parts[index:])), thon, own)
    return frozenset(found)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _named(part: str, thon: list[NoticeBoard], own: frozenset[str]) -> set[str]:
    """The thôn that a part of a place names; of "Nà Mẫu 2" and "Nà Mẫu" the longer name is read first."""
    words = re.findall(r"\w+", part)
    plain = OFFICES.sub("- - ", " ".join(map(fold, words))).split()
    if len(plain) != len(words):
        return set()
    found: set[str] = set()
    ordered = sorted(thon, key=lambda board: (-len(_plain(board.called).split()), _plain(board.called)))
    for name, alike in groupby(ordered, key=lambda board: _plain(board.called).split()):
        same = list(alike)
        for start in range(len(words) - len(name) + 1):
            end = start + len(name)
            before = plain[start - 1] if start else ""
            if plain[start:end] == name and (before in TYPES or _is_name(words[start:end], before)):
                found |= _one(same, before, words[start:end], own)
                plain[start:end] = ["-"] * len(name)
    return found


def _is_name(words: list[str], before: str) -> bool:
    """Whether words without a type before them are a name: in capitals, not numbers alone, not the commune's."""
    return before not in LEVELS and all(word[0].isupper() for word in words)


def _one(alike: list[NoticeBoard], before: str, words: list[str], own: frozenset[str]) -> set[str]:
    """Of thôn whose names fold alike: by its type, by its tone marks, by the record."""
    written = " ".join(words).casefold()
    for fits in (
        [board for board in alike if board.type.split()[-1:] == [before]],
        [board for board in alike if board.called.casefold() == written],
        [board for board in alike if board.thon in own],
    ):
        alike = [board for board in alike if board in fits] or alike
    return {alike[0].id} if len(alike) == 1 else set()


def _by_text(place: str, thon: list[NoticeBoard], own: frozenset[str]) -> set[str]:
    """The thôn whose board has such a text; what several have is the board of the one that the record names."""
    found: set[str] = set()
    rest = f" {_core(place)} "
    texts = {_core(_plain(board.place)) for board in thon} - {""}
    for text in sorted(texts, key=len, reverse=True):
        if f" {text} " in rest:
            rest = rest.replace(f" {text} ", " - ")
            same = {board.id for board in thon if _core(_plain(board.place)) == text}
            same = same if len(same) == 1 else same & own
            found |= same if len(same) == 1 else set()
    return found


def _core(plain: str) -> str:
    return " ".join(word for word in plain.split() if word not in FILLERS)


def _all(part: str, rest: str, thon: list[NoticeBoard], own: frozenset[str]) -> set[str]:
    """All thôn, or all of the types that are told: "nhà văn hóa hai bản" where there are two of them.

    The part comes first in the rest of the place, where "các xóm, bản" goes on.
    """
    found: set[str] = set()
    for told in (told for told in EVERY.finditer(rest) if told.start() < len(part)):
        types = {board.type for board in thon if re.search(rf"\b{board.type}\b", rest[told.start() :])}
        general = (told["what"] or "thon") == "thon" or not types
        everywhere = {board.id for board in thon if general or board.type in types}
        if not told["count"] or told["count"] in {
            *_counts(len(everywhere)),
            *_counts(len(everywhere & own)),
        }:
            found |= everywhere
    return found


def _counts(number: int) -> tuple[str, ...]:
    return (str(number), f"{number:02}", fold(say_whole(number)))
