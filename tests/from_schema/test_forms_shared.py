"""What forms ask for is what Decap CMS understands too, and what `congkhai fmt` would write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.fields.dates import read_hours
from generator.fields.hours import write_hours
from generator.fields.period import read_period
from generator.from_schema.forms.config import collections
from generator.from_schema.forms.fields import WRITTEN, summary
from generator.from_schema.inputs import Form, inputs
from generator.kinds.budget.model import Budget
from generator.kinds.document.model import OfficialDocument
from generator.kinds.reception.model import Reception

COMMON = {"name", "label", "hint", "required", "widget", "pattern"}
SHARED = {
    "string": set(),
    "text": set(),
    "boolean": set(),
    "number": {"value_type", "min", "max", "step"},
    "datetime": {"format", "date_format", "time_format"},
    "select": {"options", "multiple", "min", "max"},
    "relation": {"collection", "file", "value_field", "display_fields", "search_fields", "multiple", "min"},
    "object": {"fields", "collapsed", "summary"},
    "list": {"field", "fields", "collapsed", "summary", "label_singular", "min", "max"},
    "file": {"choose_url", "accept"},
    "image": {"choose_url", "accept"},
}
"""Options of each widget that Decap CMS 3.16 reads, but for `accept`, which it passes over: it has no such
check. https://decapcms.org/docs/widgets/ and `schema.js` of each package `decap-cms-widget-*` on npm."""
COLLECTION = {
    *(
        "name",
        "label",
        "label_singular",
        "folder",
        "files",
        "fields",
        "create",
        "delete",
        "extension",
        "format",
    ),
    *("identifier_field", "slug", "summary", "thumbnail"),
}
"""What Decap CMS reads, but for `thumbnail`, which it passes over: it shows none in a list.
https://decapcms.org/docs/collection-folder/ and `src/constants/configSchema.js` of `decap-cms-core` 3.19."""
TRANSFORMED = re.compile(r"\{\{[a-z_.]+( \| date\('[A-Z/]+'\))?\}\}")
"""https://decapcms.org/docs/summary-strings/"""
FEW = {
    "procedure": [("1.001570", "Khai sinh")],
    "duty": [("THDC-11.3", "Dự án")],
    "plan": [("KH-1", "Kế hoạch")],
}


def _fields(found: Any) -> Iterator[dict[str, Any]]:
    for field in found:
        yield field
        yield from _fields(field.get("fields", [field["field"]] if "field" in field else []))


def test_every_widget_and_option_is_one_that_decap_cms_knows_as_well() -> None:
    seen = set()
    for collection in collections("content/xa/xa-mau", FEW):
        assert set(collection) <= COLLECTION
        for group in collection.get("files", [collection]):
            for field in _fields(group["fields"]):
                seen.add(field["widget"])
                assert set(field) - COMMON <= SHARED[field["widget"]], field["name"]
                assert TRANSFORMED.sub("", field.get("summary", "")) in ("", " - ")
    assert seen == set(SHARED)


@pytest.mark.parametrize(
    "text",
    ["Quý 4 năm 2026", "quý i/2026", "2026", "tháng 09/2026", "6 tháng đầu 2026", "nửa cuối năm 2026", "9 tháng đầu năm 2026",
     "2026-2030", "từ 1/7/2026 đến 15/9/2026", "11 tháng đầu năm 2026", "tháng 12 năm 2026"],
)  # fmt: skip
def test_forms_take_the_one_writing_of_a_period_that_is_kept(text: str) -> None:
    pattern, _ = WRITTEN[Form.PERIOD]
    kept = str(read_period(text))
    assert re.fullmatch(pattern, kept)
    assert kept == text or not re.fullmatch(pattern, text)


@pytest.mark.parametrize(
    "text", ["7:30 - 11:30; 13:30 - 17:00", "7h30-11h30", "07:30 - 11:30", "19h đến 21h"]
)
def test_forms_take_the_one_writing_of_hours_that_is_kept(text: str) -> None:
    pattern, _ = WRITTEN[Form.HOURS]
    kept = write_hours(read_hours(text))
    assert re.fullmatch(pattern, kept)
    assert kept == text or not re.fullmatch(pattern, text)


def test_records_and_items_are_told_apart_by_when_they_are_of_and_by_their_name() -> None:
    put_off = next(
        f for f in next(f for f in inputs(Reception) if f.key == "lich").inside if f.key == "dieu_chinh"
    )
    assert summary(put_off.inside, "fields.") == "{{fields.ngay | date('DD/MM/YYYY')}} - {{fields.loai}}"
    assert summary(inputs(OfficialDocument)) == "{{ngay | date('DD/MM/YYYY')}} - {{trich_yeu}}"
    assert summary([field for field in inputs(Budget) if field.key != "ma"]) == "{{nam}} - {{giai_doan}}"
