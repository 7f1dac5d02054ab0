"""What looks wrong in a record although it fits the model: shown to a person, never mended here."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.fields.walk import walk
from generator.imports.procedures.findings import Doubt, Finding
from generator.imports.procedures.text import short
from generator.province import Procedure
from generator.province.places import other_places

Doubtful = tuple[Doubt, str, str]
"""Kind, what it is, where to look."""
LOCAL_DOCUMENT = re.compile(r"/(?:QĐ-UBND|NQ-HĐND)")
LONGEST_AGENCY = 300
MOST_COPIES = 10
CUT_OFF = re.compile(r"[)\],;:.]")
"""A text that begins with one of these lost its beginning."""
CUT_SHORT = re.compile(r"[(\[]$|^[+–*-]$", re.MULTILINE)
"""An open bracket at the end of a line, or a mark of a list with nothing after it."""
GLUED_FORM = re.compile(r"\.(?:docx?|pdf|xlsx?)$", re.IGNORECASE)


def suspects(procedure: Procedure, home: str) -> Iterator[Finding]:
    """Doubts about one procedure; `home` is the province's own name without its type."""
    doubts = (*_elsewhere(procedure, home), *_dossier(procedure), *_words(procedure))
    for doubt, what, detail in doubts:
        yield Finding(doubt, what, procedure.code, short(detail))


def shared(procedures: Iterable[Procedure]) -> Iterator[Finding]:
    """Codes that share a page of the portal or a name: one of them is likely to be another's."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for procedure in procedures:
        groups["cùng tên", procedure.name].append(procedure.code)
        if procedure.portal_id:
            groups["cùng trang trên Cổng", procedure.portal_id].append(procedure.code)
    for (what, _), codes in groups.items():
        for code in codes if len(codes) > 1 else ():
            yield Finding(Doubt.SHARED, what, code, ", ".join(other for other in codes if other != code))


def _elsewhere(procedure: Procedure, home: str) -> Iterator[Doubtful]:
    for what, text in _texts_with_places(procedure):
        for place in other_places(text, home):
            yield Doubt.PLACE, f"{what} nhắc tới {place}", text
    for basis in procedure.basis:
        words = f"{basis.number} {basis.name}"
        if LOCAL_DOCUMENT.search(words) and not (home and home in words):
            yield Doubt.PLACE, "căn cứ là văn bản của một địa phương", basis.name


def _texts_with_places(procedure: Procedure) -> Iterator[tuple[str, str]]:
    yield "tên", procedure.name
    yield "nơi tiếp nhận", procedure.receiving or ""
    yield "cơ quan công bố", (procedure.publication and procedure.publication.issuer) or ""
    for agency in _agencies(procedure):
        yield "cơ quan", agency


def _dossier(procedure: Procedure) -> Iterator[Doubtful]:
    for paper in (paper for case in procedure.dossier for paper in case.papers):
        if max(paper.originals, paper.copies) > MOST_COPIES:
            yield Doubt.TEXT, "số bản nhiều bất thường", paper.name
        if GLUED_FORM.search(paper.name):
            yield Doubt.TEXT, "tên giấy tờ dính tên tệp mẫu", paper.name[-60:]


def _words(procedure: Procedure) -> Iterator[Doubtful]:
    for agency in _agencies(procedure):
        if len(agency) > LONGEST_AGENCY:
            yield Doubt.TEXT, "tên cơ quan dài bất thường", agency
    for loc, value in walk(procedure):
        if isinstance(value, str) and (sign := _garbled(value)):
            yield Doubt.TEXT, sign, f"{loc[0]}: {value}"


def _agencies(procedure: Procedure) -> list[str]:
    return [*procedure.executing, *procedure.deciding, *procedure.coordinating]


def _garbled(text: str) -> str:
    if "\ufffd" in text:
        return "có ký tự thay thế (�)"
    if any(unicodedata.category(char) == "Co" for char in text):
        return "có ký tự riêng của một phông chữ"
    if CUT_SHORT.search(text):
        return "câu bị cắt giữa chừng"
    return "mất phần đầu câu" if CUT_OFF.match(text) else ""
