"""Whether the site that a source holds is the commune's own newest release, before anything of it is shown.

What is verified is the site as it was fetched, every file of it, in a folder of our own. Only then is it
made a copy: no forms for staff, no foreign script or style, compressed here. The three signed files go along
unchanged, so that whatever was not left out can be held against them (`sha256sum --ignore-missing -c`).

A commune for whose code nobody may sign is copied as it is and marked as not verified. Once somebody may,
nothing else is taken from then on, not even after its last key was called back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.core import Problem
from generator.mirror.files import MOST_FILES
from generator.mirror.trouble import NotTakenError
from generator.province.signers import ALLOWED, REVOKED
from generator.release.copies import FolderCopy, read
from generator.release.failures import NO_TOOL, NoToolError
from generator.release.sign import Signers, said_by
from generator.release.signers import is_revoked, read_signers
from generator.release.statement import MOST_STATEMENT, SIGNATURE
from generator.release.verify import Asked, Limits, Seen, accepted, verify
from generator.words.dates import VIETNAM

WORDS = {
    "release_broken": "release.json không đúng mẫu",
    "release_file_changed": "có tệp mà nội dung khác bản đã ký",
    "release_file_extra": "có tệp mà bản phát hành không có",
    "release_file_missing": "thiếu tệp của bản phát hành",
    "release_link": "có liên kết hoặc tệp đặc biệt trong bản phát hành",
}
"""Messages that name a file or quote what a stranger wrote: so much of them stands on a page of the province."""
PASSING = ("release_unreadable", "release_date_wrong")
"""What the same release may be free of at the next try: a clock that is set right, or that has caught up."""


@dataclass(frozen=True)
class Release:
    """A release as it is remembered; nothing of it where the copy was none, or not verified."""

    serial: int = 0
    digest: str = ""
    """SHA-256 of its `release.json`."""
    made: str = ""
    """2026-11-22T12:00:00+07:00, as `expires`."""
    expires: str = ""

    @property
    def seen(self) -> Seen:
        return Seen(self.serial, self.digest)

    def expired(self, now: datetime) -> bool:
        return bool(self.expires) and now > datetime.fromisoformat(self.expires)


UNRELEASED = Release()


@dataclass(frozen=True)
class Check:
    """What a site is held against."""

    signers: Signers
    now: datetime
    code: str
    seen: Release
    largest_mb: int

    def release_in(self, folder: Path) -> Release:
        """The good release in a folder of our own.

        Raises: NotTakenError
        """
        limits = Limits(MOST_FILES, self.largest_mb << 20)
        copy = FolderCopy(folder)
        try:
            problems = verify(copy, Asked(self.signers, self.now, self.code, self.seen.seen, limits))
        except NoToolError:
            raise NotTakenError("chưa kiểm tra được chữ ký", NO_TOOL, passing=True) from None
        if problems:
            raise refusal(problems)
        found = accepted(copy)
        if found is None:
            raise NotTakenError("bản phát hành vừa đổi trong lúc kiểm tra", "Lượt sau máy tự thử lại.", passing=True)  # fmt: skip
        statement, digest = found
        made, expires = (
            moment.astimezone(VIETNAM).isoformat() for moment in (statement.made, statement.expires)
        )
        return Release(statement.serial, digest, made, expires)


def signers_of(served: Mapping[str, bytes]) -> Signers:
    """The province's two lists, both empty where it has none."""
    return Signers(served.get(ALLOWED, b""), served.get(REVOKED, b""))


def may_be_signed(code: str, signers: Signers) -> bool:
    """Whether the province has let anybody sign for a commune."""
    return any(signer.may(code) for signer in read_signers(signers.allowed))


def is_still_trusted(site: Path, signers: Signers) -> bool:
    """Whether the province still trusts the key of a release that was verified when it was taken."""
    copy = FolderCopy(site)
    found, signed = accepted(copy), said_by(read(copy, SIGNATURE, MOST_STATEMENT) or b"")
    if found is None or signed is None or is_revoked(signed.key, signers.revoked):
        return False
    statement, _ = found
    known = (signer for signer in read_signers(signers.allowed) if signer.key == signed.key)
    return any(signer.may(statement.code) and signer.valid(statement.made) for signer in known)


def refusal(problems: tuple[Problem, ...]) -> NotTakenError:
    """The first problem in words for the status page; names of files, which strangers choose, for the log."""
    first = next((one for one in problems if one.code != "release_file_extra"), problems[0])
    message = WORDS.get(first.code, first.message)
    more = f" (và {len(problems) - 1} chỗ sai khác)" if len(problems) > 1 else ""
    said = "; ".join(f"{one.place.path}: {one.message} [{one.code}]" for one in problems)
    passing = first.code in PASSING
    return NotTakenError(f"{message}{more}", first.hint, said, passing, code=first.code)
