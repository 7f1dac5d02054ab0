"""The words of the province (`tu-ngu.yml`), which it may do without."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.load.files import Folder
from generator.province.words import Words

FILE = "tu-ngu.yml"
AGAIN = "Xóa một chỗ, hoặc gộp hai mục làm một."


def load_words(folder: Folder) -> Words:
    """Abbreviations and sayings; none where the file is not there."""
    record = folder.only_record(FILE, Words) if FILE in folder.files() else None
    if record is None:
        return Words()
    folder.problems += _twice(record)
    return record.data


def _twice(record: Record[Words]) -> Iterable[Problem]:
    """An abbreviation has one meaning, and a saying stands in its group once."""
    short = [(("viet_tat", at, "chu"), a.short) for at, a in enumerate(record.data.abbreviations)]
    yield from _same(record, "chữ viết tắt", short)
    for at, saying in enumerate(record.data.sayings):
        for key, words in (("bao_noi", saying.said), ("giay_ghi", saying.written)):
            found: list[tuple[Loc, str]] = [
                (("goi_khac", at, key, place), word) for place, word in enumerate(words)
            ]
            yield from _same(record, "cách gọi", found)


def _same(record: Record[Words], what: str, words: Iterable[tuple[Loc, str]]) -> Iterable[Problem]:
    seen: set[str] = set()
    for loc, word in words:
        if word.casefold() in seen:
            yield record.problem("not_unique", loc, f"{what} “{word}” đã ghi ở trên", AGAIN)
        seen.add(word.casefold())
