"""Records to files beside the pages: JSON for each page, CSV for each section, attachments."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.core import DATA, Commune, Draft, File, Outcome, Site, State
from generator.fields.attachment import named_in
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import current
from generator.kinds._withdrawn import digests_of, withdrawals
from generator.province import Unit
from generator.sharing import pictures
from generator.wellknown import wellknown

IDENTITY = "trang.json"
"""What a commune's site says of itself to programs that copy it."""
CHECKS = "kiem-tra.json"
STATES = {
    State.PUBLISHED: "ban_moi",
    State.KEPT: "co_loi_giu_ban_cu",
    State.WAITING: "co_loi_chua_co_trang",
}
FORMULA = re.compile(
    r"[\x00-\x20\x7f-\xa0\s\"'`“”„‘’«»\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]"
)
"""How a cell begins that some spreadsheet would run, also behind quotes, spaces and marks not seen."""


def export(scope: Scope, drafts: Sequence[Draft], site: Site) -> tuple[File, ...]:
    """Everything of a commune's site that is not a page; of lists of persons only those in force."""
    scope = current(scope)
    return (
        *_json_files(drafts),
        *_csv_files(scope),
        *_attachments(scope.commune),
        *wellknown(drafts, site, _email(scope)),
        *pictures(drafts, site),
        identity(
            scope.province.units[scope.commune.code],
            scope.day,
            scope.commune.standing,
            digests_of(withdrawals(scope.commune)),
        ),
    )


def _email(scope: Scope) -> str | None:
    profile = scope.commune.one("profile")
    return profile.data.focal.email if profile and profile.data.focal else None


def identity(unit: Unit, day: date, standing: str, withdrawn: Sequence[str], waiting: bool = False) -> File:
    """trang.json: whose site this is, of which day, and what has been withdrawn (digests only).

    `waiting` says that it is only the page that stands while the content is being mended.
    """
    content = {
        "ma": unit.code,
        "ten": unit.name,
        "slug": unit.slug,
        "tinh_trang": standing,
        "ngay": day.isoformat(),
        "cho_sua": waiting,
        "thu_hoi": list(withdrawn),
    }
    return File(IDENTITY, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def province_checks(outcomes: Iterable[Outcome], day: date) -> File:
    """kiem-tra.json: what the last check of each commune found, for whoever watches all of them."""
    checked = [
        {
            "ma": outcome.code,
            "slug": outcome.slug,
            "ten": outcome.name,
            "trang_thai": STATES[outcome.state],
            "so_loi": outcome.errors,
            "so_luu_y": outcome.notices,
            "da_cong_khai": _sections(outcome),
            "dia_chi": f"{outcome.slug}/",
        }
        for outcome in outcomes
    ]
    text = json.dumps({"ngay": day.isoformat(), "xa": checked}, ensure_ascii=False, indent=1)
    return File(CHECKS, (text + "\n").encode())


def _sections(outcome: Outcome) -> dict[str, int]:
    """How many records stand in each section, by its address: {"du-an": 3}."""
    found = Counter(name.partition("/")[0] for name in outcome.disclosed)
    return {kind.section.strip("/"): found[kind.name] for kind in kinds() if found[kind.name]}


def _json_files(drafts: Iterable[Draft]) -> Iterator[File]:
    for draft in drafts:
        model = draft.data or (draft.record.data if draft.record else None)
        if model is not None:
            text = json.dumps(_plain(model), ensure_ascii=False, indent=2)
            yield File(draft.data_file or f"{draft.url}{DATA}.json", (text + "\n").encode())
            if draft.data_file:
                yield _schema(draft.data_file, type(model))


def _schema(path: str, model: type[BaseModel]) -> File:
    """What a data file may hold (JSON Schema 2020-12), beside it: cong-khai.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True, mode="serialization"),
    }
    text = json.dumps(schema, ensure_ascii=False, indent=1)
    return File(f"{path.removesuffix('.json')}.schema.json", (text + "\n").encode())


def _plain(model: BaseModel) -> Any:
    """The record under its YAML keys; what is not disclosed is left out."""
    return _numbers(model.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True))


def _numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _csv_files(scope: Scope) -> Iterator[File]:
    for kind in kinds():
        rows = kind.table(scope)
        if rows:
            yield File(f"{kind.section}{DATA}.csv", _csv(type(rows[0]), rows))


def _csv(model: type[BaseModel], rows: Iterable[BaseModel]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows Vietnamese letters (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([info.title for info in model.model_fields.values()])
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in model.model_fields])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(value: Any) -> str:
    """A cell that a spreadsheet shows and never runs (OWASP, CSV injection)."""
    text = _text(value)
    return f"'{text}" if FORMULA.match(text) else text


def _text(value: Any) -> str:
    """A value on one line; a group or a list of groups as JSON, so that nothing is lost."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        return json.dumps(_plain(value), ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return str(getattr(value, "label", value))


def _attachments(commune: Commune) -> Iterator[File]:
    records = (record for group in commune.records.values() for record in group)
    for path in sorted({str(value) for _, _, value in named_in(records)}):
        yield File(path, source=commune.folder / path)
