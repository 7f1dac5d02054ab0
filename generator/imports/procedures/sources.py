"""The files that hold procedures: found, read, and each record's shape recognised by its content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from generator.core import Place, Problem

ENDING = ".json"


class Shape(Enum):
    """How a record is written."""

    PORTAL = "theo API của Cổng"
    FLAT = "theo bảng phẳng"


@dataclass(frozen=True)
class Item:
    """One record as it stands in a file."""

    shape: Shape
    record: dict[str, Any]
    place: Place
    which: str
    """"bản ghi thứ 3" in a list; empty where it is the file's only one."""

    def problem(self, code: str, message: str, hint: str) -> Problem:
        return Problem(self.place, code, f"{self.which}: {message}" if self.which else message, hint)


@dataclass
class Sources:
    """Everything that the sources gave."""

    items: list[Item] = field(default_factory=list)
    files: int = 0
    skipped: list[str] = field(default_factory=list)
    """Files of a folder that are not JSON."""
    problems: list[Problem] = field(default_factory=list)


def read_sources(paths: Iterable[Path]) -> Sources:
    """Records of files and of folders (with what is below them), sorted by name, each file once."""
    sources = Sources()
    for path in dict.fromkeys(file for given in paths for file in _files(given, sources)):
        sources.files += 1
        value = _json(path, sources)
        if value is not None:
            sources.items += _items(value, path, sources)
    return sources


def _files(given: Path, sources: Sources) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    files = sorted(path for path in given.rglob("*") if path.is_file())
    json_files = [path for path in files if path.suffix.lower() == ENDING]
    sources.skipped += [path.as_posix() for path in files if path not in json_files]
    if not json_files:
        sources.problems.append(
            Problem(
                Place(given.as_posix()),
                "source_empty",
                "thư mục không có tệp JSON nào",
                "Chỉ tới thư mục chứa các tệp tải từ Cổng, hoặc chỉ thẳng tới tệp.",
            )
        )
    yield from json_files


def _json(path: Path, sources: Sources) -> Any:
    """The value of a file; None, with the problem, where it cannot be read."""
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        problem = ("not_utf8", "tệp không ở bảng mã UTF-8", "Tải lại tệp, hoặc lưu lại với bảng mã UTF-8.")
        place = Place(path.as_posix())
    except json.JSONDecodeError as error:
        problem = (
            "json_syntax",
            "không phải JSON hợp lệ: tệp hỏng hoặc tải dở",
            "Tải lại tệp này từ nguồn.",
        )
        place = Place(path.as_posix(), error.lineno, error.colno)
    except (ValueError, RecursionError):
        problem = ("json_syntax", "JSON lồng quá sâu hoặc có số quá dài", "Tải lại tệp này từ nguồn.")
        place = Place(path.as_posix())
    except OSError:
        problem = ("unreadable", "không mở được tệp", "Kiểm tra tên tệp và quyền đọc.")
        place = Place(path.as_posix())
    sources.problems.append(Problem(place, *problem))
    return None


def _items(value: Any, path: Path, sources: Sources) -> Iterator[Item]:
    """One record, or a list of them."""
    place = Place(path.as_posix())
    many = value if isinstance(value, list) else [value]
    for number, one in enumerate(many, 1):
        item = _item(one, place, f"bản ghi thứ {number}" if isinstance(value, list) else "")
        if isinstance(item, Item):
            yield item
        else:
            sources.problems.append(item)


def _item(value: Any, place: Place, which: str) -> Item | Problem:
    if isinstance(value, dict):
        inside = value.get("data")
        if isinstance(inside, dict):
            return Item(Shape.PORTAL, inside, place, which)
        if "data" in value:
            said = f"Cổng không trả về thủ tục ({value.get('code')}: {value.get('message')})"
            hint = "Tải lại thủ tục này; nếu Cổng vẫn trả như vậy, mã có thể đã bị gỡ."
            return Item(Shape.PORTAL, {}, place, which).problem("no_data", said, hint)
        if "ma" in value or "ten" in value:
            return Item(Shape.FLAT, value, place, which)
        if "executionMethods" in value:
            return Item(Shape.PORTAL, value, place, which)
    return Item(Shape.FLAT, {}, place, which).problem(
        "shape_unknown",
        "không nhận ra dạng dữ liệu thủ tục",
        "Nhận hai dạng: câu trả lời API của Cổng {code, data}, hoặc danh sách có mục “ma”, “ten”.",
    )
