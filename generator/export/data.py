"""Records as JSON: a data file beside each page, under the YAML keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.core import DATA, Draft, File, json_file


def json_files(drafts: Iterable[Draft]) -> Iterator[File]:
    for draft in drafts:
        model = draft.data or (draft.record.data if draft.record else None)
        if model is not None:
            yield json_file(draft.data_file or f"{draft.url}{DATA}.json", plain(model), indent=2)
            if draft.data_file:
                yield _schema(draft.data_file, type(model))


def _schema(path: str, model: type[BaseModel]) -> File:
    """What a data file may hold (JSON Schema 2020-12), beside it: cong-khai.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json_file(f"{path.removesuffix('.json')}.schema.json", schema)


def plain(model: BaseModel) -> Any:
    """The record under its YAML keys; what is not disclosed is left out."""
    return _numbers(model.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True))


def _numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value
