"""Numbers of official documents, brought to one spelling: "188/KH-UBND"."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.typed import is_read, number_like, quote, ways

LABEL = re.compile(r"^(?:số|so|sô)(?: hiệu| ký hiệu)? ?[:.]? ?(?=[0-9])", re.IGNORECASE)
LETTER = r"[^\W\d_]"
NUMBER = re.compile(rf"[0-9]{{1,6}}{LETTER}?(?:[/-](?:{LETTER}|[0-9.&()])+){{1,6}}")
PART = rf"{LETTER}{{1,10}}[0-9]{{0,2}}"
INSIDE = re.compile(
    rf"(?<![\w.,/-])(?<![0-9] )[0-9]{{1,6}}{LETTER}?(?:/[0-9]{{4}})?/{PART}(?:(?:-| ?- ?(?=[A-ZĐ]+\b)){PART}){{0,3}}(?![\w/-])"
)
"""A whole number among other words: what stands beside it is no part of it."""
PARTED = re.compile(r"([0-9]{1,6}(?:/[0-9]{4})?/[A-ZĐ]{1,10}) ([A-ZĐ]{2,10})")
"""With a space where a hyphen belongs: "12/QĐ UBND"."""
ALL_DATE = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
DATED = re.compile(r"ngày|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", re.IGNORECASE)
TYPE_FIRST = re.compile(
    rf"({LETTER}{{1,6}}(?:-{LETTER}{{1,10}})?)(?: số:?)? ([0-9]{{1,6}}{LETTER}?)", re.IGNORECASE
)
UNMARKED = {"QD": "QĐ", "ND": "NĐ", "HDND": "HĐND", "DKMT": "ĐKMT", "BCD": "BCĐ", "UBNĐ": "UBND"}
"""Parts typed without their Đ (or with one too many) that stand for one thing only; HD may be two."""
MIXED_CASE = {"TTR": "TTr", "TTRQ": "TTrQ", "TTG": "TTg", "KL": "KL", "TTRB": "TTrB"}
ETH = str.maketrans("Ðð", "Đđ")
"""Icelandic letters that old Vietnamese keyboards wrote for đ; they look the same."""
LETTERED = re.compile(r"(?:^|/)[0-9]+[OoОоΟοlI|][0-9OoОоΟοlI|]*(?=/)")
"""A number or year with a letter that is taken for a digit: "12O/2O26"; "12a" is a real number."""
LONGEST = 60


@number_like
def read_document_number(found: str) -> str:
    """Number and symbol: "Số 188 / kh-ubnd" is read as "188/KH-UBND"; contract numbers too."""
    text = re.sub(r" ?/ ?", "/", LABEL.sub("", found.translate(ETH))).rstrip(". ")
    plain = re.sub(r" ?- ?", "-", text)
    if ALL_DATE.fullmatch(plain):
        hint = "Số văn bản gồm số và ký hiệu; ngày ghi ở mục riêng."
        raise refuse("document_number_date", f"ghi {quote(found)}, giống ngày hơn là số văn bản", hint)
    if LETTERED.search(plain):
        hint = "Số và năm chỉ gồm chữ số, ví dụ: 12/QĐ-UBND"
        raise refuse("document_number_expected", f"ghi {quote(found)}, có chữ cái trong số hoặc năm", hint)
    if "U8ND" in plain.upper():
        hint = f"Có phải là {ways(re.sub('u8nd', 'UBND', plain, flags=re.IGNORECASE))}?"
        raise refuse("document_number_expected", f"ghi {quote(found)}, có chữ số 8 ở chỗ của chữ B", hint)
    if not NUMBER.fullmatch(plain) or len(plain) > LONGEST:
        raise _no_number(found, text)
    number = "/".join(_cased(part) for part in plain.split("/"))
    marked = re.sub(rf"(?<![^\W_]){LETTER}+", lambda word: UNMARKED.get(word[0].upper(), word[0]), number)
    if marked != number:
        hint = f"Có phải là {ways(marked)}?"
        raise refuse("document_number_marks", f"ghi {quote(found)}, ký hiệu gõ sai dấu của chữ Đ", hint)
    return number


def _cased(part: str) -> str:
    """Symbols in upper case where all was typed in lower; TTr and TTg keep their small letter."""
    if part != part.lower() or part[0].isdigit():
        return part
    return re.sub(rf"{LETTER}+", lambda word: MIXED_CASE.get(word[0].upper(), word[0].upper()), part)


def _no_number(found: str, text: str) -> Exception:
    """Says what else was written: several numbers, a date or words beside one, or only half of one."""
    if parted := PARTED.fullmatch(text):
        hint = f"Có phải là {ways(f'{parted[1]}-{parted[2]}')}?"
        return refuse("document_number_words", f"ghi {quote(found)}, có dấu cách giữa ký hiệu", hint)
    inside = list(dict.fromkeys(INSIDE.findall(text)))
    if len(inside) > 1:
        hint = f"Mỗi văn bản một mục; ở đây ghi một số: {_offered(inside)}"
        return refuse("document_number_several", f"ghi {quote(found)}, có nhiều số văn bản", hint)
    if inside and DATED.search(text):
        hint = f"Ngày ghi ở mục riêng, ở đây chỉ ghi: {_offered(inside)}"
        return refuse("document_number_date", f"ghi {quote(found)}, có cả ngày", hint)
    if inside and len(text) <= 200 and inside[0] != text:
        hint = f"Chỉ ghi số và ký hiệu: {_offered(inside)}"
        return refuse("document_number_words", f"ghi {quote(found)}, có thêm lời ngoài số văn bản", hint)
    if reversed_ := TYPE_FIRST.fullmatch(text):
        hint = f"Số đứng trước, đủ ký hiệu cơ quan: {reversed_[2]}/{_symbol(reversed_[1])}-…"
        return refuse("document_number_order", f"ghi {quote(found)}, chưa đủ số và ký hiệu", hint)
    if re.fullmatch(rf"[0-9]{{1,6}}{LETTER}?", text):
        hint = f"Thêm ký hiệu sau dấu gạch chéo: {text}/…"
        return refuse("document_number_order", f"ghi {quote(found)}, còn thiếu ký hiệu", hint)
    hint = "Ghi liền như trên văn bản: số, dấu gạch chéo, ký hiệu, ví dụ: 12/QĐ-UBND"
    return refuse("document_number_expected", f"cần là số, ký hiệu văn bản, đang ghi {quote(found)}", hint)


def _symbol(word: str) -> str:
    return UNMARKED.get(word.upper(), word.upper())


def _offered(numbers: list[str]) -> str:
    return ways(*(number for number in numbers if is_read(read_document_number, number)))


DocumentNumber = Annotated[str, BeforeValidator(read_document_number)]
