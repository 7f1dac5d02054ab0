"""Which words can be Vietnamese syllables: onset, rime and tone as the spelling allows them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ACUTE, DOT = "\u0301", "\u0323"
TONES = f"\u0300\u0309\u0303{ACUTE}{DOT}"
FRONT = "eêiy"
"""Vowels before which c, g, ng are spelt k, gh, ngh."""
_ONSETS = "b d đ gi h kh l m n nh p ph qu r s t th tr v x ch"
ONSETS = tuple(_ONSETS.split())
BY_VOWEL = (("c", "k"), ("g", "gh"), ("ng", "ngh"))
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt "
    "uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
RIMES = frozenset(_RIMES.split())
AFTER_GI = ("êng", "êt", "êc", "ên", "êm")
"""The i of "giêng" is written once for onset and rime."""
STOPS = ("c", "p", "t", "ch")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word, in either Unicode form and any case, can be one Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in parts if mark in TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    if len(tones) > 1 or plain not in SPELLINGS:
        return False
    return not plain.endswith(STOPS) or "".join(tones) in (ACUTE, DOT)


def _spellings() -> frozenset[str]:
    found = {f"{onset}{rime}" for onset in ONSETS for rime in RIMES} | RIMES
    found |= {f"gi{rime}" for rime in AFTER_GI} | {"gi", "gin", "gim", "giêt"}
    for back, front in BY_VOWEL:
        found |= {f"{front if rime[0] in FRONT else back}{rime}" for rime in RIMES}
    return frozenset(found)


SPELLINGS = _spellings()
