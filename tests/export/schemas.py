"""The standards' own schemas, read from disk: nothing is asked of the network."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import FormatChecker, validators
from referencing import Registry
from referencing.jsonschema import specification_with

FORMATS = FormatChecker()
"""With the two that the standards use, which jsonschema checks only beside packages that are not here."""


def _moment(value: object) -> bool:
    """RFC 3339: with the difference to UTC."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _address(value: object) -> bool:
    """RFC 3986: a scheme, and no letter beyond ASCII."""
    return not isinstance(value, str) or (
        bool(urlsplit(value).scheme) and value.isascii() and " " not in value
    )


FORMATS.checks("date-time", raises=ValueError)(_moment)
FORMATS.checks("uri", raises=ValueError)(_address)


def registry_of(folder: Path) -> Any:
    """Every schema of a folder under the id that it gives itself."""
    found = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    named = [(schema["id"].rstrip("#"), schema) for schema in found]
    resources = [
        (id, specification_with(schema["$schema"]).create_resource(schema)) for id, schema in named
    ]
    return Registry().with_resources([*resources, *((f"{id}#", resource) for id, resource in resources)])


def errors(instance: Any, schema: dict[str, Any], folder: Path) -> list[str]:
    """What a schema of a standard finds wrong, formats too."""
    kind = validators.validator_for(schema)
    judge = kind(schema, registry=registry_of(folder), format_checker=FORMATS)
    return [f"{error.json_path}: {error.message}"[:200] for error in judge.iter_errors(instance)]
