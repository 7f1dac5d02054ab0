"""Spellings of one word that a reader may use: tones placed otherwise, đ as d, letters that stand for a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.province import Abbreviation, Words

WORD = re.compile(r"\w+")
ANYTHING = "…"
LAST_Y = re.compile(r"^([hklmst]|qu)y$")
"""Written with y or with i, as people like: ký, kí; quỹ, quĩ."""
TONES = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=50_000)
def spelt(text: str) -> str:
    """Words in small letters, each tone at the end of its syllable: "Hoà" and "hòa" are spelt alike."""
    return " ".join(_toned(word) for word in WORD.findall(unicodedata.normalize("NFC", text.lower())))


def _toned(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in letters if c in TONES)
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES))
    return LAST_Y.sub(r"\1i", plain) + tone


def d_words(text: str) -> str:
    """The words of a text with đ, each once, written with d: Pagefind tells those two letters apart."""
    found = dict.fromkeys(word for word in WORD.findall(text.lower()) if "đ" in word)
    return " ".join(word.replace("đ", "d") for word in found)


def said_of(names: Sequence[str], words: Words) -> Iterable[str]:
    """What people say, and what stands for it in few letters, of whatever one of these names is."""
    spelt_names = [f" {spelt(name)} " for name in names]
    for saying in words.sayings:
        if any(_holds(name, written) for name in spelt_names for written in saying.written):
            yield from saying.said
    for name, as_spelt in zip(names, spelt_names, strict=True):
        yield from _abbreviated(name, as_spelt, words.abbreviations)


def _abbreviated(name: str, as_spelt: str, abbreviations: Iterable[Abbreviation]) -> Iterable[str]:
    """The letters where the name is written out, and the name where there are letters."""
    letters = set(WORD.findall(name))
    for one in abbreviations:
        if one.short in letters:
            yield one.meaning
        elif _holds(as_spelt, one.meaning):
            yield one.short


def _holds(name: str, phrase: str) -> bool:
    """Whether whole words of a spelt name are those of a phrase; … stands for any words between."""
    place = 0
    for part in _parts(phrase):
        found = name.find(part, place)
        if found < 0:
            return False
        place = found + 1
    return True


@lru_cache(maxsize=5_000)
def _parts(phrase: str) -> tuple[str, ...]:
    """What stands before and after each …, as spelt, between spaces."""
    return tuple(f" {spelt(part)} " for part in phrase.split(ANYTHING))
