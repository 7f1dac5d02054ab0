"""What a release says of itself (`release.json`), and the names of the files that make one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from generator.words.dates import VIETNAM

SUMS, STATEMENT, SIGNATURE = "SHA256SUMS", "release.json", "release.json.sig"
OWN = (SUMS, STATEMENT, SIGNATURE)
"""The files of a release that its own list cannot hold."""
HOSTS_OWN = (".nojekyll", ".congkhai.json", ".git", "CNAME")
"""What hosts and this program keep at the top of a site's folder; no server shows it as a page."""
PAGE = "phat-hanh/index.html"
VALID = timedelta(days=14)
"""To the end of this day after its own a copy counts as fresh; the daily timer releases anew long before."""
MOST_STATEMENT = 1 << 14
"""Bytes of a `release.json`, and of its signature, that are read."""
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
SHA256 = r"[0-9a-f]{64}"


class BrokenError(Exception):
    """A file of a release is not of its form; the argument says how, in Vietnamese."""


def expiry(made: datetime) -> datetime:
    """The last second in Vietnam of the last day."""
    return datetime.combine(made.astimezone(VIETNAM).date() + VALID, time(23, 59, 59), VIETNAM).astimezone(
        UTC
    )


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("text expected")  # noqa: TRY004  pydantic reads this as a wrong value
    return datetime.strptime(value, MOMENT).replace(tzinfo=UTC)


Moment = Annotated[
    datetime, BeforeValidator(_moment), PlainSerializer(lambda moment: moment.strftime(MOMENT))
]


class Statement(BaseModel):
    """`release.json`: keys in the order in which they are written."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)

    version: int = Field(1, alias="phien_ban", ge=1, le=1)
    code: str = Field(alias="ma", pattern=r"^[0-9]{5}$")
    serial: int = Field(alias="so", ge=1, le=10**9)
    made: Moment = Field(alias="ngay")
    expires: Moment = Field(alias="het_han")
    commit: str = Field("", alias="commit", pattern=r"^([0-9a-f]{40}|[0-9a-f]{64})?$")
    """Of the content; empty where it came from no git repository or differs from its commit."""
    epoch: int | None = Field(None, alias="thoi_diem_nguon", ge=0, le=1 << 40)
    """When that commit was made: seconds since 1970 (SOURCE_DATE_EPOCH)."""
    program: str = Field(alias="phan_mem", max_length=100)
    files: int = Field(alias="so_tep", ge=1, le=10**7)
    bytes: int = Field(alias="so_byte", ge=1, le=1 << 42)
    sums: str = Field(alias="sha256sums", pattern=f"^{SHA256}$")
    """SHA-256 of `SHA256SUMS`."""
    previous: str = Field("", alias="ban_truoc", pattern=f"^({SHA256})?$")
    """SHA-256 of the `release.json` before; empty for the first."""


def written(statement: Statement) -> bytes:
    """The file's bytes: JSON, one key a line, a line feed at the end."""
    return (json.dumps(statement.model_dump(by_alias=True), ensure_ascii=False, indent=1) + "\n").encode()


def read_statement(content: bytes) -> Statement:
    """Raises: BrokenError"""
    try:
        found: Any = json.loads(content)
        return Statement.model_validate(found)
    except ValidationError as error:
        key = ".".join(map(str, error.errors()[0]["loc"]))
        raise BrokenError(f"mục “{key}” thiếu hoặc không đúng mẫu") from None
    except (ValueError, RecursionError):
        raise BrokenError("không đọc được như JSON") from None


def statement_at(site: Path) -> bytes | None:
    """The bytes of the `release.json` in a folder; None where there is none."""
    path = site / STATEMENT
    return path.read_bytes()[: MOST_STATEMENT + 1] if path.is_file() and not path.is_symlink() else None


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()
