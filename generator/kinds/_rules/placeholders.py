"""A rule of every text: words that keep a place for content are no content."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.core import Commune, Problem
from generator.fields.choice import Choice
from generator.fields.walk import find

EMPTY_WORDS = re.compile(
    r"(?:đang|sẽ|chờ|chưa) (?:được )?(?:cập nhật|bổ sung|hoàn thiện|có nội dung)(?: sau)?"
    r"|(?:cập nhật|bổ sung|điền) sau|nội dung|[(\[<](?:điền|nhập|ghi) [^)\]>]*[)\]>]|x{3,}|lorem ipsum.*"
)


def check_placeholders(commune: Commune) -> Iterable[Problem]:
    """Notices, since what is missing may truly come later; until then the line says nothing."""
    for group in commune.records.values():
        for record in group:
            for loc, text in find(str, record.data):
                if not isinstance(text, Choice) and EMPTY_WORDS.fullmatch(text.strip(" .…").lower()):
                    yield record.notice(
                        "text_placeholder",
                        loc,
                        f"ghi “{text}”, chưa phải nội dung",
                        "Ghi nội dung thật; chưa có thì xóa cả dòng, trang sẽ nói là chưa có.",
                    )
