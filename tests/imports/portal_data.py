"""Records in the two shapes of a source, in words of our own; a test changes what it is about."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from generator.imports.procedures import Order, Report, import_procedures
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure

DAY = date(2026, 11, 22)
CODE = "1.000001"
ID = "019d0000-0000-7000-8000-000000000001"


def answer(code: str = CODE, **changes: Any) -> dict[str, Any]:
    """An answer of the portal's API, with the keys changed in its `data`."""
    data = {
        "id": ID,
        "code": code,
        "name": "Cấp giấy thử nghiệm",
        "state": "UPDATED",
        "type": "STANDARD",
        "isWard": True,
        "createdAt": 1,
        "updatedAt": 1776249621706,
        "executionMethods": [method()],
        "executionSteps": [{"name": "", "description": "Nộp hồ sơ rồi chờ."}],
    }
    return {"code": "OK", "message": "OK", "data": {**data, **changes}}


def method(kind: str = "DIRECT", **changes: Any) -> dict[str, Any]:
    """One way of handing in, as the portal writes it."""
    base = {"processingTime": 5, "processingTimeUnit": "WORKING_DAY", "description": "", "fees": []}
    return {"submissionMethod": kind, **base, **changes}


def flat(code: str = CODE, **changes: Any) -> dict[str, Any]:
    """One record of the flattened list."""
    base = {
        "ma": code,
        "ten": "Cấp giấy thử nghiệm",
        "cap_thuc_hien": ["Cấp xã"],
        "cach_thuc": [channel()],
        "trinh_tu": [{"ten": "", "mo_ta": "Nộp hồ sơ rồi chờ."}],
        "url": f"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{ID}",
        "nguon": "bản thử",
        "trang_thai_danh_muc": "ACTIVE",
    }
    return {**base, **changes}


def channel(kind: str = "Trực tiếp", **changes: Any) -> dict[str, Any]:
    """One way of handing in, as the flattened list writes it."""
    base = {"thoi_han": 5, "don_vi": "ngày làm việc", "thoi_han_van_ban": "", "phi": [], "mo_ta": ""}
    return {"hinh_thuc": kind, **base, **changes}


def run(folder: Path, *sources: Any, day: date = DAY, full: bool = False) -> Report:
    """Import JSON values, each written as a file of its own, into `folder`/thu-tuc."""
    paths = []
    for number, source in enumerate(sources):
        path = folder / f"nguon-{number}.json"
        path.write_text(source if isinstance(source, str) else json.dumps(source), encoding="utf-8")
        paths.append(path)
    return import_procedures(Order(tuple(paths), folder / "thu-tuc", day, full))


def load(folder: Path, code: str = CODE) -> Procedure:
    """The catalogue's file as the site's loader reads it."""
    path = folder / "thu-tuc" / f"{code}.yml"
    reading = read_yaml(path.read_bytes(), path.as_posix())
    procedure = read_model(Procedure, reading)
    assert procedure, reading.problems
    return procedure


def one(folder: Path, source: Any) -> Procedure:
    """The procedure that comes of one record."""
    report = run(folder, source)
    assert report.good, report.problems
    return load(folder)


def doubts(report: Report) -> set[tuple[str, str]]:
    """What a person is asked to look at: kind and what it is about."""
    return {(finding.doubt.name, finding.what) for finding in report.findings}
