"""Whether a copy is a release of its commune: who signed it, which one it is, and every file of it.

Nothing of a copy is believed before the signature holds; after that only what was signed sets the bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.core import Place, Problem, in_order
from generator.release.contents import wrong_in_files
from generator.release.copies import Copy, TooLargeError, read
from generator.release.explain import why_unsigned
from generator.release.failures import UnreadableError
from generator.release.sign import Signers, is_signed
from generator.release.statement import (
    MOST_STATEMENT,
    SIGNATURE,
    STATEMENT,
    VALID,
    BrokenError,
    Statement,
    digest,
    read_statement,
)
from generator.words.dates import VIETNAM, say_day

SKEW = timedelta(days=1)
"""How far the clocks of two machines may differ."""
AGAIN = "Tải lại cả bản sao rồi kiểm tra lại. Vẫn vậy thì bản này không đáng tin: báo cho xã và tỉnh."


@dataclass(frozen=True)
class Seen:
    """The newest release of a commune that the reader accepted before; nothing where it has none."""

    serial: int = 0
    digest: str = ""
    """SHA-256 of its `release.json`."""


@dataclass(frozen=True)
class Limits:
    """The most that a copy may hold, whatever is signed."""

    files: int = 200_000
    bytes: int = 4 << 30


@dataclass(frozen=True)
class Asked:
    """What a copy is held against."""

    signers: Signers
    now: datetime
    code: str = ""
    """Whose copy it should be; any commune's where empty."""
    seen: Seen = Seen()
    limits: Limits = Limits()


def verify(copy: Copy, asked: Asked) -> tuple[Problem, ...]:
    """All that is wrong with a copy; empty where it is a good release.

    Raises: NoToolError
    """
    try:
        found = _statement(copy)
        if isinstance(found, Problem):
            return (found,)
        content, statement = found
        distrusted = tuple(_distrusted(copy, asked, content, statement))
        dated = tuple(_dated(asked, content, statement))
        if distrusted:
            return in_order((*distrusted, *dated))
        return in_order((*dated, *wrong_in_files(copy, statement, asked.limits.files, asked.limits.bytes)))
    except UnreadableError as error:
        hint = "Xem lại địa chỉ, đường mạng, quyền đọc thư mục rồi thử lại."
        return (problem(STATEMENT, "release_unreadable", f"chưa kiểm tra được: {error}", hint),)


def accepted(copy: Copy) -> tuple[Statement, str] | None:
    """What a copy says of itself, and the SHA-256 of that; for whoever has found nothing wrong with it."""
    found = _statement(copy)
    return None if isinstance(found, Problem) else (found[1], digest(found[0]))


def problem(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(Place(name), code, message, hint)


def _statement(copy: Copy) -> tuple[bytes, Statement] | Problem:
    """Raises: UnreadableError"""
    try:
        content = read(copy, STATEMENT, MOST_STATEMENT)
        if content is None:
            hint = "Xem lại thư mục, địa chỉ: cần là gốc của trang một xã. Trang chưa phát hành thì xã chạy: congkhai release."
            return problem(STATEMENT, "release_missing", f"không có {STATEMENT}: đây không phải bản phát hành", hint)  # fmt: skip
        return content, read_statement(content)
    except TooLargeError:
        return problem(STATEMENT, "release_too_large", "tệp lớn hơn mức cho phép", AGAIN)
    except BrokenError as error:
        return problem(STATEMENT, "release_broken", str(error), AGAIN)


def _distrusted(copy: Copy, asked: Asked, content: bytes, statement: Statement) -> Iterator[Problem]:
    """Why the statement is not the commune's own. Raises: NoToolError, UnreadableError"""
    if asked.code and statement.code != asked.code:
        hint = "Xem lại mã xã và nơi lấy bản sao."
        yield problem(STATEMENT, "release_other_commune", f"đây là trang của đơn vị mã {statement.code}, không phải {asked.code}", hint)  # fmt: skip
    try:
        signature = read(copy, SIGNATURE, MOST_STATEMENT)
    except TooLargeError:
        yield problem(SIGNATURE, "release_too_large", "tệp lớn hơn mức cho phép", AGAIN)
        return
    if signature is None:
        hint = "Xã tạo khóa (congkhai keys new), để vào kho bí mật của nơi dựng trang rồi phát hành lại."
        yield problem(SIGNATURE, "release_unsigned", "bản phát hành chưa ký, nên không biết ai phát hành", hint)  # fmt: skip
    elif not is_signed(content, signature, statement.code, statement.made, asked.signers):
        code, message, hint = why_unsigned(content, signature, statement, asked.signers)
        yield problem(SIGNATURE, code, message, hint)


def _dated(asked: Asked, content: bytes, statement: Statement) -> Iterator[Problem]:
    """What a good signature says nothing of: whether this is the newest release, and still fresh."""
    seen = asked.seen
    if statement.serial < seen.serial:
        hint = "Nơi giữ bản sao đưa lại bản cũ. Lấy lại từ trang gốc; trang gốc cũng vậy thì hỏi xã."
        yield problem(STATEMENT, "release_older", f"đây là bản số {statement.serial}, trước đây đã thấy bản số {seen.serial}", hint)  # fmt: skip
    if statement.serial == seen.serial and seen.digest and digest(content) != seen.digest:
        hint = "Giữ lại cả hai bản làm bằng chứng, hỏi xã bản nào đúng; xã phát hành bản mới với số sau."
        yield problem(STATEMENT, "release_same_serial", f"có hai bản khác nhau cùng mang số {statement.serial}", hint)  # fmt: skip
    if asked.now > statement.expires:
        day = say_day(statement.expires.astimezone(VIETNAM).date())
        hint = "Lấy bản mới. Trang gốc cũng hết hạn thì xã cho chạy lại lịch dựng trang hằng ngày."
        yield problem(STATEMENT, "release_expired", f"bản này hết hạn ngày {day}, có thể không còn là bản mới nhất", hint)  # fmt: skip
    if statement.made > asked.now + SKEW or statement.expires > statement.made + VALID + SKEW:
        hint = "Xem lại đồng hồ của máy này và của máy phát hành."
        yield problem(STATEMENT, "release_date_wrong", "ngày phát hành ở tương lai, hoặc hạn dài hơn mức cho phép", hint)  # fmt: skip
