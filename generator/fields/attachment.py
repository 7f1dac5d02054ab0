"""Files that a record names: always inside the commune's own `tep/` folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.core import Loc, Record
from generator.fields.base import refuse, scalar
from generator.fields.typed import LONGEST, quote, ways
from generator.fields.walk import find

FOLDER = "tep"
SAFE = re.compile(r"tep(/[^/\\:*?\"<>|\x00-\x1f]+)+")
DOCUMENTS = {".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".txt"}
NEWER = {".doc": ".docx", ".xls": ".xlsx", ".ppt": ".pdf", ".pptx": ".pdf", ".heic": ".jpg", ".gif": ".png"}
PACKED = {".zip", ".rar", ".7z", ".gz"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


class Attachment(str):
    """Path of a file under `tep/`, with forward slashes; loading checks that it exists."""

    endings = DOCUMENTS | PICTURES

    @classmethod
    def read(cls, value: object) -> Attachment:
        found = scalar(value)
        path = PurePosixPath(found)
        if len(found) > LONGEST or not SAFE.fullmatch(found) or ".." in path.parts:
            raise _no_path(found, cls.endings)
        if path.suffix.lower() not in cls.endings:
            raise refuse(
                "attachment_type", f"ghi {quote(found)}, loại tệp không nhận", cls._instead(path.suffix)
            )
        return cls(found)

    @classmethod
    def _instead(cls, suffix: str) -> str:
        """What to do with a file of an ending that is not taken."""
        if suffix.lower() in PACKED:
            return "Giải nén rồi đính kèm từng tệp, để bà con mở được trên điện thoại."
        newer = NEWER.get(suffix.lower(), "")
        listed = ", ".join(sorted(cls.endings))
        return f"Lưu lại thành {newer}." if newer in cls.endings else f"Nhận: {listed}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


def _no_path(found: str, endings: set[str]) -> Exception:
    """Suggests the file's name under tep/, also for a path copied from Windows."""
    inside = re.sub(r".*?(?:^|/)tep/", "", found[-LONGEST:].replace("\\", "/"), flags=re.IGNORECASE)
    outside = ".." in inside or ":" in inside
    meant = f"{FOLDER}/{(inside.rsplit('/', 1)[-1] if outside else inside).lstrip('./')}"
    good = SAFE.fullmatch(meant) and ".." not in meant and PurePosixPath(meant).suffix.lower() in endings
    hint = f"rồi ghi: {ways(meant)}" if good else "với tên không có ký tự lạ."
    hint = f"Chép tệp vào thư mục tep/ của xã {hint}"
    return refuse("attachment_path", f"cần là đường dẫn trong thư mục tep/, đang ghi {quote(found)}", hint)


class Picture(Attachment):
    """A photograph under `tep/`; published smaller, without place and camera data."""

    endings = PICTURES


def named_in(records: Iterable[Record[Any]]) -> Iterator[tuple[Record[Any], Loc, Attachment]]:
    """Every file that records name, as often as it is named, with the place of each name."""
    for record in records:
        for loc, value in find(Attachment, record.data):
            yield record, loc, value
