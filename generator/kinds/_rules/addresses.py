"""Ids become addresses: they must differ on hosts that know no case, and be names that a disk takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from generator.core import DATA, VALUES, WHOLE, Commune, Problem, Record
from generator.fields.attachment import named_in
from generator.kinds._references import inside
from generator.words.fold import fold

DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for itself, with any ending."""
OURS = {
    *(f"{DATA}.{ending}" for ending in ("csv", "json", "xlsx")),
    f"{WHOLE}.json",
    f"{VALUES}.csv",
    "oc4ids.json",
    "popolo.json",
    "index.html",
}
"""Files that we write beside the pages."""


def check_addresses(commune: Commune) -> Iterable[Problem]:
    for group in commune.records.values():
        yield from _ids(group, commune)
    yield from _attachments(commune)


def _ids(group: tuple[Record[Any], ...], commune: Commune) -> Iterable[Problem]:
    """Pages of one kind stand in one folder, so their ids must differ even for a careless disk."""
    seen: dict[str, Record[Any]] = {}
    for record in group:
        first = seen.setdefault(fold(record.id), record)
        if first is not record:
            yield record.problem(
                "id_collides",
                ("ma",),
                f"mã “{record.id}” chỉ khác “{first.id}” ở chữ hoa, chữ thường, nên hai trang trùng địa chỉ "
                f"({inside(commune, first.source.at('ma'))})",
                "Đổi một trong hai tên tệp.",
            )
        if record.id.lower().split(".")[0] in DEVICES or record.id.lower() in OURS:
            yield record.problem(
                "id_reserved",
                ("ma",),
                f"mã “{record.id}” là tên máy tính giữ riêng, không đặt tên trang được",
                "Đổi tên tệp, ví dụ thêm năm: DA-2026-01.",
            )


def _attachments(commune: Commune) -> Iterable[Problem]:
    seen: dict[str, str] = {}
    for record, loc, value in named_in(record for group in commune.records.values() for record in group):
        first = seen.setdefault(unicodedata.normalize("NFC", value).casefold(), value)
        if first != value:
            yield record.problem(
                "attachment_collides",
                loc,
                f"tệp “{value}” chỉ khác “{first}” ở chữ hoa, chữ thường",
                "Cùng một tệp thì ghi giống nhau; hai tệp thì đổi tên một tệp.",
            )
