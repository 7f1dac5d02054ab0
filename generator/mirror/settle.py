"""What came of each commune, and what is known of its copy from now on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import Enum
from pathlib import PurePosixPath

from generator.core import Outcome, Problem, State, only_errors
from generator.kinds._withdrawn import covers
from generator.mirror.apart import Stopped
from generator.mirror.fetch import Seen
from generator.mirror.listed import MirrorList
from generator.mirror.look import Found
from generator.mirror.released import Release, may_be_signed
from generator.mirror.shelf import with_newest
from generator.mirror.state import Copy, Known, Version
from generator.mirror.take import Taken
from generator.mirror.trouble import NotTakenError
from generator.publish import Job, withheld
from generator.release.sign import Signers


class Result(Enum):
    """What one try came to."""

    NEW = "new"
    SAME = "same"
    UNDONE = "undone"
    """The source still holds the version that the province has undone."""
    KEPT = "kept"
    """Something is wrong; what stood stands."""
    NOTICE = "notice"
    """Something is wrong; a page says so."""
    NOTHING = "nothing"
    """Something is wrong, and nothing was ever taken."""


SLOW = NotTakenError(
    "dựng quá lâu nên phải dừng", "Xem tệp nặng trong kho; cần thì tăng toi_da_giay.", passing=True
)
DIED = NotTakenError(
    "đang dựng thì bị dừng, thường vì máy chủ thiếu bộ nhớ", "Xem nhật ký của máy chủ.", passing=True
)


def seen_at(copy: Copy, found: Found, known: Known, signers: Signers, now: datetime) -> Copy:
    """The copy with what looking at the source told, whatever comes of it.

    What a site that must be signed says is withdrawn counts once its release is verified: else a stranger
    could take the good copy away.
    """
    tip = found.tip
    back = copy.back_from
    if tip:
        before = known.tips.get(found.wanted.id, Seen()).commit
        back = before if tip.back else back if before == tip.commit else ""
    must = copy.must_sign or may_be_signed(found.wanted.unit.code, signers)
    copy = replace(copy, tried=now.isoformat(timespec="seconds"), must_sign=must, back_from=back)
    return copy if must and found.wanted.is_site else with_withdrawn(copy, found.withdrawn)


def with_withdrawn(copy: Copy, marks: Iterable[str]) -> Copy:
    return replace(copy, withdrawn=tuple(sorted({*copy.withdrawn, *marks})))


def same(copy: Copy, found: Found, now: datetime) -> Copy:
    """Nothing has changed since the last try; a good copy is right for today and the newest commit too."""
    old = copy.standing
    if old is None or copy.reason or old.key != found.key:
        return copy
    version = replace(old, commit=found.commit)
    kept = tuple(version if one == old else one for one in copy.kept)
    return replace(copy, as_of=_as_of(found, now), standing=version, kept=kept)


def taken(copy: Copy, found: Found, outcome: Outcome, release: Release, settings: MirrorList, now: datetime) -> Copy:  # fmt: skip
    """A new good copy stands."""
    moment = now.isoformat(timespec="seconds")
    old = copy.standing
    if old and old.key == found.key:
        moment = old.taken
    version = Version(found.key, found.commit, moment, outcome, release)
    kept = with_newest(filter(copy.may_be_shown, copy.kept), version, settings.kept)
    clean = replace(
        copy, reason="", hint="", code="", skipped="", standing=version, as_of=_as_of(found, now)
    )
    clean = replace(clean, newest=max(copy.newest, release, key=lambda one: one.serial))
    return clean.stands(kept)


def refused(job: Job, copy: Copy, found: Found, trouble: NotTakenError) -> tuple[Copy, Outcome | None]:
    """Nothing new could be taken: what stands stays, unless it shows what has been withdrawn."""
    old = job.before.of(found.slug)
    clean = old is None or old.state is State.WAITING or covers(old.withdrawn, copy.withdrawn)
    outcome = old
    if not clean:
        outcome = withheld(job, found.slug, copy.withdrawn, (trouble.problem(found.slug),))
    elif old and old.state is State.PUBLISHED and not trouble.passing:
        outcome = replace(old, state=State.KEPT)
    return failed(copy, trouble, outcome), outcome


def failed(copy: Copy, trouble: NotTakenError, outcome: Outcome | None) -> Copy:
    """Why the last try brought nothing new, and what still stands."""
    standing = copy.standing if outcome and outcome.state is not State.WAITING else None
    kept = filter(copy.may_be_shown, copy.kept)
    return replace(
        copy, reason=trouble.reason, hint=trouble.hint, code=trouble.code, standing=standing
    ).stands(kept)


def trouble_of(result: Taken | Stopped) -> NotTakenError | None:
    """Why a try brought nothing new; None where it did."""
    if isinstance(result, Stopped):
        return SLOW if result is Stopped.SLOW else DIED
    if result.trouble or (result.outcome and result.outcome.state is State.PUBLISHED):
        return result.trouble
    return _wrong_data(result.problems)


def result_of(copy: Copy, outcome: Outcome | None) -> Result:
    """What a failed try came to."""
    if outcome is None:
        return Result.NOTHING
    return Result.NOTICE if outcome.state is State.WAITING else Result.KEPT


def _as_of(found: Found, now: datetime) -> str:
    """A site that others built is right for the day that they built it for."""
    day = min(found.identity.day, now.date()) if found.identity else now.date()
    return day.isoformat()


def _wrong_data(problems: Iterable[Problem]) -> NotTakenError:
    """Counted for all, and for who mends it where the first one is; quotes and attachments stay in the log."""
    errors = list(only_errors(problems))
    mend = "Xã sửa các lỗi ấy rồi đẩy lên lại."
    if not errors:
        return NotTakenError("dữ liệu mới có lỗi", mend)
    first = errors[0]
    name = PurePosixPath(first.place.path).name
    data = name.endswith(".yml") and name.isascii()
    where = f"{name} dòng {first.place.line}, mã {first.code}" if data else f"mã {first.code}"
    return NotTakenError(f"dữ liệu mới có {len(errors)} lỗi", f"Lỗi đầu ở {where}. {mend}")
