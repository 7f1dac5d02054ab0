"""What the province's tables are, for programs: datapackage.json (Data Package 2.0) and the head of the OC4IDS package."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from generator.core import LICENCE, LICENCE_URL, json_file
from generator.export.package import PACKAGE, PROFILES, table_resource
from generator.kinds.project.oc4ids import ALL, NAME, VERSION
from generator.kinds.project.oc4ids_parts import filled, moment
from generator.overview.data.projects import projects
from generator.overview.data.tables import Table
from generator.overview.data.write import Counted, Whole, write_lines


def write_projects(whole: Whole) -> Counted:
    """The OC4IDS package of all projects; none where there is no project."""
    page = f"{whole.base}du-lieu/"
    head = {
        "uri": f"{page}{NAME}" if whole.base else uuid5(NAMESPACE_URL, f"{whole.code}/{NAME}").urn,
        "publishedDate": moment(whole.day),
        "version": VERSION,
        "publisher": {"name": whole.name, "uri": whole.base},
        "license": LICENCE_URL,
        "publicationPolicy": page if whole.base else None,
    }
    start = json.dumps(filled(head), ensure_ascii=False).removesuffix("}") + ', "projects": [\n'
    found = whole.each(ALL, projects)
    return write_lines(whole.into / NAME, start, (lines for _, lines in found), "\n]}\n")


def write_package(tables: Sequence[Table], whole: Whole) -> None:
    """One resource for each CSV; none where there is no table."""
    resources = [_resource(table, whole.into / f"{table.name}.csv", whole) for table in tables]
    if resources:
        file = json_file(PACKAGE, {**_head(whole), "resources": resources})
        (whole.into / PACKAGE).write_bytes(file.content or b"")


def _head(whole: Whole) -> dict[str, Any]:
    place = {"path": whole.base} if whole.base else {}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": f"cong-khai-tinh-{whole.code}",
        "title": f"Số liệu công khai của các xã, phường {whole.name}",
        "description": "Mỗi bảng gộp cùng một mục của mọi xã, phường đã tham gia; không có danh sách người. Tên người chỉ còn ở chỗ ghi ai lãnh đạo, ai tiếp dân, ai chịu trách nhiệm.",
        **({"homepage": whole.base} if whole.base else {}),
        "created": f"{whole.day.isoformat()}T00:00:00+07:00",
        "version": whole.day.isoformat(),
        "keywords": [whole.name, whole.code],
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": "CC BY 4.0"}],
        "sources": [{"title": f"Trang của {len(whole.sites)} xã, phường, {whole.name}", **place}],
        "contributors": [{"title": whole.name, "roles": ["publisher"]}],
        "khong_doc_duoc": [
            {"ma_don_vi": one.code, "tep": one.file, "vi_sao": one.why} for one in whole.unread
        ],
    }


def _resource(table: Table, path: Path, whole: Whole) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return table_resource(
        path.name, f"{table.kind.title}, {whole.name}", table.columns, path.stat().st_size, digest
    )
