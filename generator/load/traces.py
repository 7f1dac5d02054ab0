"""What other programs leave in place of a value: errors of a spreadsheet, question marks for letters."""

from __future__ import annotations

import re
from itertools import islice

from generator.core import Level, Place, Problem
from generator.load.reading import Reading

EXCEL_ERROR = re.compile(r"[^#]*?[:-] +(?P<value>#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|##+))\s*$")
"""What a spreadsheet shows in place of a value; to YAML it is a comment, so the value would be lost."""
SUSPECT = re.compile(r"\?[^\W\d_]")
WORD = re.compile(r"\S+")
LINK = re.compile(r"://|www\.|[=&@]")
LOST = re.compile(r"(?:[^\W\d_]|^[\"'“(\[]?)\?+[^\W\d_]")
"""A question mark inside or before a word, where no Vietnamese text has one."""
NO_SPACE = re.compile(r"[a-zà-ỹđ]\?+[A-ZÀ-ỸĐ]")
"""The end of a question, and the next sentence without a space."""
MOST_COUNTED = 100
SURE = 2
"""Question marks on one line that cannot be chance."""


def report_traces(text: str, reading: Reading) -> None:
    """Look for both in the lines of a reading; most texts have no sign of either."""
    if "#" in text:
        _report_excel(reading)
    if "?" in text:
        _report_lost(text, reading)


def _report_excel(reading: Reading) -> None:
    for number, line in enumerate(reading.lines):
        if error := EXCEL_ERROR.match(line):
            place = Place(reading.path, *reading.typed(number, error.start("value")))
            hint = "Mở bảng tính, xem ô bị lỗi hay cột hẹp quá, rồi gõ lại giá trị."
            message = f"ghi “{error['value']}”, là lỗi của bảng tính"
            reading.add(Problem(place, "excel_error", message, hint))


def _report_lost(text: str, reading: Reading) -> None:
    """One problem a file, at its first place: a text loses all its letters in one conversion."""
    if not SUSPECT.search(text):
        return
    lines = ((number, words) for number, line in enumerate(reading.lines) if (words := _lost_in(line)))
    found = list(islice(lines, MOST_COUNTED))
    if not found:
        return
    number, words = found[0]
    sure = max(sum(word[0].count("?") for word in line) for _, line in found) >= SURE
    most = "ít nhất " if len(found) == MOST_COUNTED else ""
    more = f" (tệp có {most}{len(found)} dòng như vậy)" if len(found) > 1 else ""
    message = f"ghi “{words[0][0][:40]}”: dấu hỏi đứng ở chỗ của chữ có dấu, chữ đã mất khi chép{more}"
    place = Place(reading.path, *reading.typed(number, words[0].start()))
    hint = "Gõ lại hoặc chép lại từ văn bản gốc."
    reading.add(Problem(place, "lost_letters", message, hint, level=Level.ERROR if sure else Level.NOTICE))


def _lost_in(line: str) -> list[re.Match[str]]:
    """Words of a line in which question marks stand for letters."""
    if not SUSPECT.search(line):
        return []
    words = (word for word in WORD.finditer(line) if "?" in word[0] and not LINK.search(word[0]))
    lost = (word for word in words if LOST.search(NO_SPACE.sub("", word[0])))
    return list(islice(lost, MOST_COUNTED))
