"""A written text as it is read over a loudspeaker: no digit, sign or abbreviation is left for the reader to guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal

from generator.words.abbreviations import Meaning
from generator.words.numerals import (
    NUMBER_WORDS,
    say_clock,
    say_date,
    say_day_of_month,
    say_decimal,
    say_digits,
    say_month,
    say_order,
    say_whole,
)

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
ROMAN = {"I": 1, "V": 5, "X": 10}
PAPERS = {
    "QĐ": "quyết định", "NQ": "nghị quyết", "TB": "thông báo", "KH": "kế hoạch", "BC": "báo cáo", "TT": "thông tư",
    "CT": "chỉ thị", "TTr": "tờ trình", "CV": "công văn", "NĐ": "nghị định", "GM": "giấy mời", "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ", "QH": "Quốc hội",
}  # fmt: skip
UNITS = {
    "km²": "ki lô mét vuông", "km2": "ki lô mét vuông", "km": "ki lô mét", "m²": "mét vuông", "m2": "mét vuông",
    "m³": "mét khối", "m3": "mét khối", "cm": "xăng ti mét", "mm": "mi li mét", "m": "mét", "ha": "héc ta",
    "kg": "ki lô gam", "kW": "ki lô oát", "kV": "ki lô vôn", "VNĐ": "đồng", "đ": "đồng", "đồng": "đồng",
}  # fmt: skip
LETTERS = {
    "&": "và",
    "+": "cộng",
    "=": "bằng",
    "<": "dưới",
    ">": "trên",
    "≤": "không quá",
    "≥": "từ",
    "°C": "độ xê",
}


def aloud(text: str, known: Sequence[Meaning] = (), this_year: int = 0) -> str:
    """The text in words; `known` says what abbreviations stand for. Line breaks stay.

    Days and months of `this_year` lose their year, as people say them; other years are said.
    """
    for pattern, say in RULES:
        text = pattern.sub(say, text)
    for short, meaning in known:
        text = re.sub(rf"(?<![\w-]){re.escape(short)}(?![\w-])", meaning, text)
    if this_year:
        text = _without_year(text, this_year)
    return re.sub(r"[ \t]+([,.;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", text)).strip()


def _without_year(text: str, year: int) -> str:
    """ "tháng mười hai năm hai nghìn không trăm hai mươi sáu" → "tháng mười hai" """
    numbers = "|".join(NUMBER_WORDS)
    return re.sub(
        rf"([Tt]háng (?:mười (?:một|hai)|{numbers})) năm {say_whole(year)}(?! (?:{numbers})\b)", r"\1", text
    )


def _phone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    if len(groups) == 1:
        groups = [groups[0][:4], groups[0][4:7], groups[0][7:]]
    return ", ".join(map(say_digits, filter(None, groups)))


def _paper(match: re.Match[str]) -> str:
    """12/2026/QĐ-UBND → "mười hai năm hai nghìn … quyết định UBND"."""
    year = f" năm {say_whole(int(match['year']))}" if match["year"] else ""
    parts = [PAPERS.get(part, part) for part in re.split("[-/]", match["signs"])]
    return f"{say_whole(int(match['number']))}{year}, {' '.join(parts)}"


def _date(match: re.Match[str]) -> str:
    try:
        said = say_date(date(int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        return match[0]
    return f"{match['before'] or 'ngày '}{said}"


def _day_and_month(match: re.Match[str]) -> str:
    day, month = int(match["day"]), int(match["month"])
    return f"{match['before']}{say_day_of_month(day)} {say_month(month)}"


def _month(match: re.Match[str]) -> str:
    return f"{match['before']}{say_order(int(match['month']))} năm {say_whole(int(match['year']))}"


def _clock(match: re.Match[str]) -> str:
    return say_clock(time(int(match["hour"]), int(match["minute"] or 0)))


def _roman(match: re.Match[str]) -> str:
    values = [ROMAN[sign] for sign in match["roman"]]
    signed = (-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return f"{match['before']}{say_order(sum(signed))}"


def _number(match: re.Match[str]) -> str:
    return _said(match[0])


def _said(written: str) -> str:
    """Numbers as Vietnamese write them; what begins with zeros is said digit by digit."""
    if re.fullmatch(r"0\d+", written):
        return say_digits(written)
    return say_decimal(Decimal(written.replace(".", "").replace(",", ".")))


def _with_unit(match: re.Match[str]) -> str:
    return f"{_said(match['number'])} {UNITS[match['unit']]}"


def _rules() -> tuple[Rule, ...]:
    """In order: what is longer or surer before what is shorter."""
    units = "|".join(map(re.escape, UNITS))
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])"
    month = r"(?P<month>0?[1-9]|1[0-2])"
    clock = r"(?P<hour>[01]?\d|2[0-3])"
    written: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"[“”\"*_#`]", lambda m: ""),
        (r"(?<=\d) ?[-–] (?=\d)|(?<=:\d\d)[-–](?=\d)", lambda m: " đến "),
        (r"(?<![\d./])(?:0\d{1,3}(?:[ .]\d{3,4}){2}|0\d{9,10}|1[89]00[ .]?\d{4,6})(?!\d|[./]\d)", _phone),
        (r"(?P<before>(?:gọi|số máy|đường dây nóng) )(?P<n>11[1-5])(?!\d)", lambda m: f"{m['before']}{say_digits(m['n'])}"),
        (r"(?<![\w/])(?P<number>\d{1,5})(?:/(?P<year>\d{4}))?/(?P<signs>[A-ZĐ][\wĐ]*(?:[-/][A-ZĐ]\w*)*)", _paper),
        (rf"(?P<before>[Nn]gày )?(?<![\d/.-]){day}[/-]{month}[/-](?P<year>\d{{4}})(?![\d/])", _date),
        (rf"(?P<before>[Nn]gày )?(?<![\d/.-])(?P<year>\d{{4}})-{month}-{day}(?![\d/])", _date),
        (rf"(?P<before>(?:ngày|từ|đến|trước|sau|hết) ){day}/{month}(?![\d/])", _day_and_month),
        (r"(?P<before>[Qq]uý |[Kk]hóa |[Kk]ỳ |lần thứ |lần |[Cc]hương |[Pp]hần )(?P<roman>[IVX]+)(?!\w)", _roman),
        (r"(?P<before>[Tt]háng |[Qq]uý )(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])", _month),
        (r"(?P<before>[Qq]uý \w+)/(?P<year>\d{4})(?!\d)", lambda m: f"{m['before']} năm {say_whole(int(m['year']))}"),
        (rf"(?P<before>[Nn]gày ){day}(?!\d|[/.,]\d)", lambda m: f"{m['before']}{say_day_of_month(int(m['day']))}"),
        (r"(?P<before>[Tt]háng |[Tt]hứ |[Qq]uý )(?P<n>\d{1,2})(?!\d|[/.,]\d)", lambda m: f"{m['before']}{say_order(int(m['n']))}"),
        (rf"(?<![\d.,:]){clock}(?::| ?h ?| giờ )(?P<minute>[0-5]\d)(?: phút)?(?!\d|:\d)", _clock),
        (rf"(?<![\d.,:]){clock} ?(?:h|giờ)(?P<minute>)(?!\w)", _clock),
        (rf"(?P<n>{NUMBER}) ?%", lambda m: f"{_said(m['n'])} phần trăm"),
        (rf"(?<![\w.,])(?P<number>{NUMBER}) ?(?P<unit>{units})(?!\w)", _with_unit),
        (rf"(?<![\w.,])(?:{NUMBER})(?![\w])", _number),
        (r"(?<=đồng)/(?=\w)", lambda m: " một "),
        (r" ?(?P<sign>[&+=<>≤≥]|°C) ?", lambda m: f" {LETTERS[m['sign']]} "),
        (r" ?\((?P<inner>[^()]*)\)", lambda m: f", {m['inner']},"),
        (r",(?=[.;:!?,]|$)", lambda m: ""),
        (r"…|\.\.\.", lambda m: "."),
        (r" [-–] (?=(?P<next>\w?))", lambda m: " " if m["next"].isupper() else ", "),
    )  # fmt: skip
    return tuple((re.compile(pattern, re.MULTILINE), say) for pattern, say in written)


RULES = _rules()
