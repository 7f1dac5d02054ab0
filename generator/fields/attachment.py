"""Files that a record names: always inside the commune's own `tep/` folder."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.fields.base import refuse, scalar

FOLDER = "tep"
SAFE = re.compile(r"tep(/[^/\\:*?\"<>|\x00-\x1f]+)+")
DOCUMENTS = {".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".txt", ".zip"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


class Attachment(str):
    """Path of a file under `tep/`, with forward slashes; loading checks that it exists."""

    endings = DOCUMENTS | PICTURES

    @classmethod
    def read(cls, value: object) -> Attachment:
        found = scalar(value)
        path = PurePosixPath(found)
        if not SAFE.fullmatch(found) or ".." in path.parts:
            raise refuse(
                "attachment_path",
                f"cần là đường dẫn trong thư mục tep/, đang ghi “{found}”",
                "Chép tệp vào thư mục tep/ của xã rồi ghi: tep/ten-tep.pdf",
            )
        if path.suffix.lower() not in cls.endings:
            listed = ", ".join(sorted(cls.endings))
            raise refuse("attachment_type", f"ghi “{found}”, loại tệp không nhận", f"Nhận: {listed}")
        return cls(found)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


class Picture(Attachment):
    """A photograph under `tep/`; published smaller, without place and camera data."""

    endings = PICTURES
