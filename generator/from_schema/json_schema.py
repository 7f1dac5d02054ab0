"""JSON Schemas (draft-07) of the data files, for editors that complete and check while one types.

Every value may also stand unquoted, as the program reads each as text: numbers, dates, true and false.
What an editor cannot know, such as which thôn there are, is left to `congkhai check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.core import File, json_file
from generator.from_schema.files import data_files
from generator.from_schema.inputs import Form, Input, inputs

DRAFT = "http://json-schema.org/draft-07/schema#"
SETTINGS = ".vscode/settings.json"
TEXT = ["string", "number", "boolean"]
TYPES: Mapping[Form, list[str]] = {
    Form.GROUP: ["object"],
    Form.CHOICE: ["string"],
    Form.YES_NO: ["boolean", "string"],
    Form.COUNT: ["integer", "string"],
    Form.YEAR: ["integer", "string"],
    Form.MONEY: ["integer", "string"],
    Form.NUMBER: ["number", "string"],
    Form.PERCENT: ["number", "string"],
    Form.DAY: ["string", "integer"],
}
"""As YAML 1.2 reads what stands there unquoted."""


def schema_files() -> Iterator[File]:
    """A schema for each model, and the settings by which VS Code knows which file follows which."""
    found = tuple(data_files())
    for each in found:
        yield json_file(each.schema, schema(each.model), indent=2)
    wired = {f"./{each.schema}": list(each.globs) for each in found}
    yield json_file(SETTINGS, {"yaml.schemas": wired}, indent=2)


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """What a file of one model may hold."""
    return {"$schema": DRAFT, **_group(inputs(model))}


def _group(fields: tuple[Input, ...]) -> dict[str, Any]:
    required = [field.key for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _field(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Input) -> dict[str, Any]:
    said = {"title": field.title, "description": field.hint}
    if not field.repeated:
        return {**said, **_value(field)}
    least = {"minItems": field.least} if field.least else {}
    return {**said, "type": "array", **least, "items": _value(field)}


def _value(field: Input) -> dict[str, Any]:
    if field.form is Form.GROUP:
        return _group(field.inside)
    found: dict[str, Any] = {"type": TYPES.get(field.form, TEXT)}
    if field.choices:
        found["enum"] = [code for code, _ in field.choices]
        found["enumDescriptions"] = [label for _, label in field.choices]
    if field.pattern:
        found["pattern"] = f"^(?:{field.pattern})$"
    return found
