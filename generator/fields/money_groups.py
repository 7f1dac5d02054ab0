"""What is said of a sum whose points and commas do not part it evenly."""

from __future__ import annotations

import re

from generator.fields.base import refuse
from generator.fields.typed import quote, ways
from generator.words.money import say_number

THREE_AFTER_COMMA = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{3}")
"""4.850.000,000: đồng with three decimals, or a comma for the last point."""
MIXED = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}(?:\.[0-9]{3})+")

SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[. ][0-9]{3})+")


def mixed(text: str, unit: str, tail: str) -> Exception | None:
    """Groups of three with both points and a comma."""
    if not unit and THREE_AFTER_COMMA.fullmatch(text):
        sums = re.sub("[.,]", ".", text), text.partition(",")[0]
        hint = f"Ghi rõ, không ghi phần lẻ của đồng: {ways(*sums)}"
        return refuse("money_ambiguous", f"ghi {quote(text)}, dấu phẩy trước ba chữ số cuối", hint)
    if MIXED.fullmatch(text):
        hint = f"Viết dấu chấm giữa hàng nghìn: {ways(text.replace(',', '.') + tail)}"
        return refuse("money_commas", f"ghi {quote(text + tail)}, lẫn dấu phẩy và dấu chấm", hint)
    return None


def refuse_spaced(found: str, bare: str) -> None:
    """ "4.850 000.000": a point was missed, so that two sums seem to stand there."""
    if SPACED.fullmatch(bare) and "." in bare and " " in bare:
        hint = f"Viết dấu chấm giữa hàng nghìn: {ways(bare.replace(' ', '.'))}"
        raise refuse("money_commas", f"ghi {quote(found)}, lẫn dấu cách và dấu chấm", hint)


def regrouped(text: str, tail: str) -> str:
    """The next step for uneven groups; a sum is offered only where no group but the first is uneven."""
    if not re.fullmatch(r"[1-9][0-9]*(?:[. ][0-9]{3})+", text):
        return (
            "Đếm lại các chữ số: sau mỗi dấu chấm có đúng ba, không ghi phần lẻ của đồng, ví dụ: 1.250.000"
        )
    digits = say_number(int(re.sub("[^0-9]", "", text)))
    return f"Đếm lại các nhóm ba chữ số; nếu đủ chữ số thì ghi: {ways(digits + tail)}"
