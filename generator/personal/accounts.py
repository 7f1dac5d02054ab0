"""Bank accounts of persons; those of the treasury, of bodies and of funds are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.banks import BANK
from generator.personal.finding import Datum, Finding, digits_of, mask
from generator.personal.holders import is_of_a_body
from generator.personal.numbers import FIRM, MONEY, OTHER, before, is_sum, named
from generator.personal.phones import national_mobile

NAMED = re.compile(
    r"\b(?:STK|(?:số )?tài khoản|TK(?= số|:| ?\d{8}))(?P<between> của [^\d\n;]{1,80}?|[^\d\n;]{0,40}?)"
    r"(?P<number>\d(?: \d){7,18}(?!\d)|\d{2,}(?:[ .-]?\d{2,})*)",
    re.IGNORECASE,
)
LONG = re.compile(r"(?<![\w.,/+\-])\d(?:[ .-]?\d){8,18}(?![\w/]|[ .,-]?\d)")
GROUPS = re.compile(r"\d+|\d{3,5}(?P<by>[ .-])\d{3,5}(?:(?P=by)\d{3,5})*(?:(?P=by)\d\d)?")
"""Digits in one run, or parted in one way into groups of three to five."""
YEARS = re.compile(r"(?:(?:19|20)\d\d\D?)+")
PAID_TO = re.compile(r"\b(?:(?i:chuyển khoản)|(?P<short>CK))\b[^\d\n;]{0,30}$")
SHORTEST_BEHIND_CK = 10
"""CK is also the letters in front of a land certificate's number, which has fewer digits."""
NEAR = 40
"""Characters between a number and the name of its bank."""
LANDLINE, SERVICE = re.compile(r"02\d{9}"), re.compile(r"1[89]00\d{4,6}")
NOT_AT_A_BANK = re.compile(
    r"(?:(?!của|là|:).)*(?:định danh|VNeID|dịch vụ công|đăng nhập|kế toán)", re.IGNORECASE
)
"""Directly after the word for an account."""
PAPER = re.compile(
    r"(?s:.*)(?:bảo lãnh|hợp đồng|ủy nhiệm chi|UNC|chứng từ|séc|giấy báo|giấy phép|văn bản|mã)\b(?P<gap>[^\n;]{0,25})$",
    re.IGNORECASE,
)
"""Before the number of a paper that a bank has issued."""


def accounts(text: str) -> Iterator[Finding]:
    """8 to 19 digits beside the word for an account: observed form."""
    for found in NAMED.finditer(text):
        number, (start, end) = found["number"], found.span("number")
        if not 8 <= len(digits_of(number)) <= 19 or MONEY.match(text, end):
            continue
        if not (is_of_a_body(text, found.start(), start, end) or NOT_AT_A_BANK.match(found["between"])):
            yield Finding(Datum.BANK, mask(digits_of(number), 2, 2), start, end)


def accounts_by_bank(text: str) -> Iterator[Finding]:
    """9 to 19 digits beside the name of a bank, or after "chuyển khoản": observed forms."""
    for found in LONG.finditer(text):
        start, end = found.span()
        digits = digits_of(found[0])
        if not GROUPS.fullmatch(found[0]) or not _is_beside_bank(text, start, end):
            continue
        if not (_is_other(text, start, end) or is_of_a_body(text, start, start, end)):
            yield Finding(Datum.BANK, mask(digits, 2, 2), start, end)


def _is_beside_bank(text: str, start: int, end: int) -> bool:
    """Whether a bank is named on the same line with no other number in between."""
    front = re.split(r"[\d\n;]", text[max(0, start - NEAR) : start])[-1]
    after = re.split(r"[\d\n;]", text[end : end + NEAR], maxsplit=1)[0]
    paid = PAID_TO.search(before(text, start))
    paid_to = paid and (not paid["short"] or end - start >= SHORTEST_BEHIND_CK)
    return bool(BANK.search(front) or BANK.search(after) or paid_to)


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether the number is a sum, a telephone, a tax number, or that of a paper."""
    words, digits = before(text, start), digits_of(text[start:end])
    dialled = LANDLINE.fullmatch(digits) or SERVICE.fullmatch(digits)
    thing = any(named(form, words) for form in (OTHER, FIRM, PAPER))
    dated = YEARS.fullmatch(text[start:end])
    return bool(dated or dialled or thing or is_sum(text, start, end) or national_mobile(text[start:end]))
