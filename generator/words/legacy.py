"""Vietnamese text in the encodings before Unicode: recognised by what it spells, and read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from generator.words.legacy_tables import cp1252, cp1258, tcvn3, vni
from generator.words.syllables import is_syllable


@dataclass(frozen=True)
class Legacy:
    """One old encoding: its name as staff know it, and how text shown with Western letters is read."""

    name: str
    read: Callable[[str], str]


@dataclass(frozen=True)
class Found:
    """Old text in a line: where it begins (characters from 0), which encoding, the line as meant."""

    column: int
    encoding: Legacy
    meant: str


def may_be_legacy(text: str) -> bool:
    """Whether any line of a text can hold old Vietnamese text; False, quickly, for all that is sound."""
    parts = set(text.replace("\n", " ").split(" "))
    return not all(part.isascii() or _is_sound(part) for part in parts)


@lru_cache(maxsize=20_000)
def _is_sound(part: str) -> bool:
    """Whether a part of a line between spaces gives no reason to look for old text."""
    foreign = [word for word in MARKED.findall(part) if _is_foreign(word)]
    return not (TWICE.search(part) or any(_is_old(word, form) for word in foreign for form in ENCODINGS))


def find_legacy(line: str) -> Found | None:
    """Old Vietnamese text inside a line of Unicode, such as "C«ng khai"; None for sound text.

    A single word of letters that might be foreign is no evidence; two are, or one that only
    an old encoding can give.
    """
    if not WESTERN.search(line):
        return None
    twice = next((part for part in TWICE.finditer(line) if _once(part) != part[0]), None)
    quoted = twice is not None and "«" in line[: twice.start()] and "»" in twice[0]
    if twice and not quoted and _spells(line, TWICE_ENCODED.read(line)):
        return Found(twice.start(), TWICE_ENCODED, TWICE_ENCODED.read(line))
    foreign = [word for word in MARKED.finditer(line) if _is_foreign(word[0])]
    evidence = [(encoding, words) for encoding in ENCODINGS if (words := _old(foreign, encoding, line))]
    if not foreign or not evidence:
        return None
    encoding, words = max(evidence, key=lambda found: _fit(line, *found))
    return Found(words[0].start(), encoding, _meant(line, encoding, words))


def _spells(line: str, read: str) -> bool:
    """Whether reading a line anew gives a syllable with marks that was not there before."""
    words = set(WORD.findall(read)) - set(WORD.findall(line))
    return any(len(word) > 1 and not word.isascii() and is_syllable(word) for word in words)


def _meant(line: str, encoding: Legacy, words: list[re.Match[str]]) -> str:
    """The line as it was to be; beside sound letters only the old words are read anew."""
    if not MODERN.search(line):
        return encoding.read(line)
    for word in reversed(words):
        line = f"{line[: word.start()]}{encoding.read(word[0])}{line[word.end() :]}"
    return line


@lru_cache(maxsize=20_000)
def _is_foreign(word: str) -> bool:
    """Whether a word beyond ASCII is no Vietnamese syllable; Ð (Eth) is often typed for Đ."""
    if word.isascii() or len(word) < 2 or is_syllable(word.replace("Ð", "Đ").replace("ð", "đ")):
        return False
    return LETTER.search(word) is not None and bool(set(word) - ASCII - {"Ð"})


def _old(foreign: list[re.Match[str]], encoding: Legacy, line: str) -> list[re.Match[str]]:
    """The words that give a line away; none where they may be foreign words or signs."""
    words = [word for word in foreign if _is_old(word[0], encoding)]
    if not words:
        return []
    quoted = CLOSING.search(line) is not None
    weights = [_weight(word[0], quoted) for word in words]
    enough = sum(weight or 1 for weight in weights) >= _enough(line)
    return words if any(weights) and enough else []


def _is_old(word: str, encoding: Legacy) -> bool:
    """Whether a foreign word is Vietnamese when it is read in the old encoding."""
    read = encoding.read(word)
    return read != word and not read.isascii() and is_syllable(read)


def _fit(line: str, encoding: Legacy, words: list[re.Match[str]]) -> tuple[int, int]:
    """How many words a line has once read, how many of these are everyday ones."""
    read = [word for word in WORD.findall(encoding.read(line)) if not word.isascii()]
    return sum(map(is_syllable, read)), sum(word.lower() in EVERYDAY for word in read)


def recognise(content: bytes) -> Legacy | None:
    """The old encoding in which bytes spell Vietnamese; None where none fits most of the words."""
    words = [word for word in WORD.findall(content[:LONGEST].decode("latin-1")) if not word.isascii()][
        :2_000
    ]
    scores = [(_score(words, encoding), encoding) for encoding in BYTE_ENCODINGS]
    (fitting, _), best = max(scores, key=lambda scored: scored[0])
    return best if words and fitting >= 0.6 * len(words) else None


def _score(words: list[str], encoding: Legacy) -> tuple[int, int]:
    """How many words become syllables, and how many of these are everyday ones."""
    read = [encoding.read(word) for word in words]
    return sum(map(is_syllable, read)), sum(word.lower() in EVERYDAY for word in read)


def _weight(word: str, quoted: bool) -> int:
    """2 for what nothing but old text looks like, 1 for what may be a foreign word, 0 for signs."""
    if DOUBTFUL.fullmatch(word) or (quoted and word.startswith("«")):
        return 0
    return 2 if len(word) > 2 and UNMISTAKABLE.search(word) else 1


def _enough(line: str) -> int:
    """More evidence is wanted beside letters that only Unicode has."""
    return 3 if MODERN.search(line) and not UNMISTAKABLE.search(line) else 2


def _singles(table: dict[int, str]) -> Callable[[str], str]:
    return lambda text: unicodedata.normalize("NFC", text.translate(table))


def _read_vni(text: str) -> str:
    return VNI_PART.sub(lambda part: VNI_PARTS[part[0]], text)


def _read_twice_encoded(text: str) -> str:
    return TWICE.sub(_once, text)


def _once(part: re.Match[str]) -> str:
    try:
        read = bytes(_byte(char) for char in part[0]).decode()
    except UnicodeDecodeError:
        return part[0]
    return read if MODERN.fullmatch(read) or "\u00c0" <= read <= "\u00fd" else part[0]


def _byte(char: str) -> int:
    return CP1252.get(char, ord(char))


LONGEST = 200_000
"""Bytes that are looked at; whoever writes in an old encoding does so from the first lines."""
ASCII = set(map(chr, range(128)))
WESTERN = re.compile(r"[\u0080-\u00ff\u0152-\u0192\u02c6-\u2122]")
MODERN = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
SIGNS = "\u00a1-\u00ff\u0102-\u01b0\u1ea0-\u1ef9\u0300-\u0323"
WORD = re.compile(f"[A-Za-z{SIGNS}]+")
MARKED = re.compile(f"(?<![A-Za-z])[A-Za-z]*[{SIGNS}][A-Za-z{SIGNS}]*")
"""A word beyond ASCII."""
CLOSING = re.compile(r"»(?![A-Za-z])")
DOUBTFUL = re.compile(r"[A-Za-z]*[×·][A-Za-z]*|µ[A-Za-z]+|[A-Za-z]+¹|©[A-Za-z]+|[A-Za-z]+[®ªº]", re.ASCII)
"""m×n, A·B, µm, a footnote, a copyright: right in any text."""
UNMISTAKABLE = re.compile(
    r"[¡-¾×](?=[A-Za-zÀ-ÿ])|(?<=[A-Za-zÀ-ÿ])[¡-¾]|[aeoAEO][âáàåãäÂÁÀÅÃÄ]|[aA][êéèúüëÊÉÈÚÜË]"
    r"|[aeouyôöAEOUYÔÖ][ùøûõÙØÛÕ]|^[ñÑ](?=[A-Za-zÀ-ÿ])|[aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ][ÌÒÞ]|[âêôãõý][ìò]"
)
CP1252 = cp1252()
_TAIL = "[\u0080-\u00bf" + "".join(CP1252) + "]"
TWICE = re.compile(f"[\u00c3-\u00c6]{_TAIL}|\u00e1[\u00ba\u00bb]{_TAIL}")
VNI_PARTS = vni()
VNI_PART = re.compile("|".join(sorted(VNI_PARTS, key=len, reverse=True)))
TCVN3 = Legacy("TCVN3 (ABC)", _singles(tcvn3()))
VNI = Legacy("VNI", _read_vni)
CP1258 = Legacy("Windows-1258", _singles(cp1258()))
TWICE_ENCODED = Legacy("UTF-8 bị lưu lại sai", _read_twice_encoded)
BYTE_ENCODINGS = (CP1258, TCVN3, VNI)
ENCODINGS = (TCVN3, VNI, CP1258)
_EVERYDAY = (
    "công khai xã thôn xóm tổ dân của và các là có được không cho tại với về trong người một những "
    "đồng tiền ngày tháng năm thủ tục hồ sơ giấy tờ cấp đăng ký hộ tịch đất đai dự án đầu tư xây dựng "
    "đường trường nhà văn hóa hoá hội đồng nhân ủy uỷ ban chủ tịch phó bí thư tiếp kế hoạch báo cáo "
    "quyết định số thứ hai ba tư sáu bảy giờ địa chỉ điện thoại tôi phường tỉnh mẫu đồi nước việt nam "
    "theo đến từ khi phải để này đã sẽ đó lịch phòng trụ sở họ tên mã"
)
EVERYDAY = frozenset(_EVERYDAY.split())
