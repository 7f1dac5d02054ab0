"""What the tables of a site are, for programs: datapackage.json (Data Package 2.0, Table Schema 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from generator.core import DATA, LICENCE, LICENCE_URL, File, Site, json_file
from generator.export.cells import NO, YES
from generator.export.columns import Column, columns
from generator.export.section import Section
from generator.kinds._kind import Scope

PACKAGE = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"


def package_file(
    sections: Sequence[Section], tables: Sequence[File], scope: Scope, site: Site
) -> Iterator[File]:
    """One resource for each CSV, without lists of persons: those expire, and are listed nowhere."""
    resources = [_resource(s, t.content or b"") for s, t in zip(sections, tables, strict=True) if s.listed]
    if resources:
        package = {**_head(scope, site), "resources": resources}
        yield json_file(PACKAGE, package)


def _head(scope: Scope, site: Site) -> dict[str, Any]:
    commune = scope.commune
    home = {"homepage": site.base} if site.base else {}
    source = {"title": f"{site.name}, {site.above}", **({"path": site.base} if site.base else {})}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": f"cong-khai-{commune.code}",
        "title": f"Số liệu công khai của {commune.name}, {site.above}",
        "description": " ".join(filter(None, [site.notice, "Mỗi bảng là một mục của trang."])),
        **home,
        "created": f"{site.day.isoformat()}T00:00:00+07:00",
        "version": site.day.isoformat(),
        "keywords": [commune.name, commune.code, site.above],
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": "CC BY 4.0"}],
        "sources": [source],
        "contributors": [{"title": site.publisher, "roles": ["publisher"]}],
        "ma_don_vi": commune.code,
    }


def _resource(section: Section, content: bytes) -> dict[str, Any]:
    found = columns(section.model)
    return table_resource(section.csv, section.title, found, len(content), sha256(content).hexdigest())


def table_resource(
    path: str, title: str, columns: Iterable[Column], size: int, digest: str
) -> dict[str, Any]:
    """One CSV: where it is, and name, type and meaning of each of its columns."""
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": "-".join(PurePosixPath(path).with_suffix("").parts).removesuffix(f"-{DATA}"),
        "type": "table",
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [_field(column) for column in columns],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    """`name` is the heading in the CSV, `khoa` the key of the same value in the JSON."""
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        limits["enum"] = list(column.choices)
    return {
        "name": column.heading,
        "title": column.heading,
        "description": column.description,
        "type": column.form,
        **({"trueValues": [YES], "falseValues": [NO]} if column.form == "boolean" else {}),
        **({"constraints": limits} if limits else {}),
        "khoa": "/".join(column.keys),
    }
