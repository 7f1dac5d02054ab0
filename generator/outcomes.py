"""What came of a commune's build, and what its site disclosed before and no longer does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.core import Commune, Level, Outcome, Place, Problem, State, count_levels
from generator.kinds import kinds
from generator.kinds._people import lists_people
from generator.kinds._withdrawn import digests_of, withdrawals
from generator.personal.masking import masked_path


def published(commune: Commune, pages: int, problems: Iterable[Problem]) -> Outcome:
    """A site that was built anew."""
    counts = count_levels(problems)
    return Outcome(
        slug=commune.slug,
        code=commune.code,
        name=commune.name,
        standing=commune.standing,
        fictional=commune.fictional,
        state=State.PUBLISHED,
        pages=pages,
        errors=counts["errors"],
        notices=counts["notices"],
        disclosed=disclosed_by(commune),
        withdrawn=digests_of(withdrawals(commune)),
    )


def disclosed_by(commune: Commune) -> tuple[str, ...]:
    """Kind and id of each record: "project/DA-2026-01"."""
    return tuple(f"{kind.name}/{record.id}" for kind in kinds() for record in commune.all(kind.name))


def vanished(before: Outcome | None, commune: Commune) -> Iterator[Problem]:
    """What stood on the site and is no longer in the folder: deleted on purpose, or by a slip."""
    disclosed = set(disclosed_by(commune))
    withdrawn = {PurePosixPath(entry.file).stem for entry in withdrawals(commune)}
    titles = {kind.name: kind.title for kind in kinds() if not lists_people(kind)}
    for name in before.disclosed if before else ():
        kind, _, id = name.partition("/")
        if name not in disclosed and not withdrawn & {id, masked_path(id)} and kind in titles:
            yield Problem(
                Place(commune.folder.as_posix()),
                "no_longer_there",
                f"lần trước đã công khai “{id}” ở mục {titles[kind]}, lần này không còn tệp ấy",
                "Lỡ xóa hay đổi tên thì đưa tệp trở lại. Cố ý bỏ thì không phải làm gì.",
                level=Level.NOTICE,
            )
