"""Legal bases that a copy of the portal wrote as one text without a space between them."""

from __future__ import annotations

import re

ISSUERS = (
    "BLĐTBXH|BNNPTNT|BVHTTDL|BGDĐT|BGTVT|BKHCN|BKHĐT|BNNMT|BTNMT|BTTTT|BDTTG|BCA|BCT|BNG|BNV|BQP|BTC|BTP"
    "|BXD|BYT|BTG|NHNN|TTCP|UBDT|VPCP"
)
SYMBOL = (
    rf"(?:(?:NQ-)?QH\d\d|(?:PL|NQ)-UBTVQH\d\d|(?:NĐ|NQ)-CP|QĐ-(?:TTg|UBND)|NQ-HĐND|TT-(?:{ISSUERS})"
    rf"|TTLT(?:-(?:{ISSUERS}))+)"
)
"""A closed list: a pattern of capitals would cut "NĐ-CPsửa đổi" after "NĐ-C"."""
NUMBER = rf"\d{{1,3}}(?:\.\d)?/(?:19|20)\d\d/{SYMBOL}"
END = re.compile(rf"(?:(?<!\d)(?<!\d\.)(?<!QH)|(?<=QH\d\d))(?P<number>{NUMBER})(?!(?P=number))(?=$|[^\W_])")
"""A number with the next name right after it; within a name a space or a comma follows a number."""
STILL_GLUED = re.compile(rf"(?:[^\s(\d.]|\D\.){NUMBER}|\d{{4}}/(?:19|20)\d\d/|/[A-ZĐ]+-(?!TTg)[A-ZĐ]+[a-z]")
"""A name that holds a cut not found: its last number is not the number of the whole."""
CLOSING = ")]”\"'."


def split_bases(text: str) -> list[dict[str, str]]:
    """`[{so_hieu, ten}]`: cut only after a complete number that runs into the next name.

    Joined again, names and numbers give the text: nothing is lost, no number is made up. A number
    after a space stays in the name, since a digit of the name may be glued to it. Where a cut is not
    certain, several bases stay together in one name, with their numbers. The copy's own guesses at the numbers are not used: from
    "… 2020" and "76/2025/QH15" it made "202076/2025/QH15".
    """
    found: list[dict[str, str]] = []
    start = 0
    for end in END.finditer(text):
        _add(text[start : end.start()], end["number"], found)
        start = end.end()
    rest = text[start:].strip()
    return [*found, *([{"so_hieu": "", "ten": rest}] if rest else [])]


def _add(name: str, number: str, found: list[dict[str, str]]) -> None:
    """One more basis, or the number of the one before where that ends in another document's number."""
    before = found[-1] if found else {"so_hieu": "", "ten": ""}
    if not name and not before["so_hieu"] and number in before["ten"]:
        before["so_hieu"] = number
    else:
        found.append(_basis(name, number))


def _basis(name: str, number: str) -> dict[str, str]:
    apart = name.endswith(number) or name[-1:].isalpha() or name[-1:] in CLOSING
    if name and apart and not STILL_GLUED.search(name):
        return {"so_hieu": number, "ten": name.strip()}
    return {"so_hieu": "", "ten": f"{name}{number}".strip()}
