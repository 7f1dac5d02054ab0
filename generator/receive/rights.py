"""Which paths a key, and a repository of some communes, may change: asked on every branch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import PurePosixPath

from generator.receive.source import Source


class RefusedError(Exception):
    """The push may not come in whatever it holds; the argument says why and what to do, in Vietnamese."""


def check_rights(
    source: Source, base: str | None, new: str, key: Collection[str], only: Collection[str]
) -> None:
    """Refuse a path that is another's; `base` is what the branch grew from, None where from nothing.

    `key` are the slugs of whoever pushes, `only` those of the repository; everything is allowed where empty.
    Raises: RefusedError, NotGitError, TooLargeError
    """
    if not key and not only:
        return
    paths = sorted({*source.repository.differing(base, new), *source.repository.committed(new)})
    _refuse("Khóa này", key, paths, lambda path: bool(key) and not _inside(source, path, key), source)
    _refuse("Kho này", only, paths, lambda path: bool(only) and _foreign(source, path, only), source)


def _refuse(
    who: str, slugs: Collection[str], paths: Iterable[str], wrong: Callable[[str], bool], source: Source
) -> None:
    found = next(filter(wrong, paths), None)
    if found is not None:
        own = ", ".join(f"{source.content}/xa/{slug}/" for slug in sorted(slugs))
        raise RefusedError(
            f"{who} chỉ được sửa {own}, không được sửa {found}. Bỏ phần đó rồi gửi lại, "
            "kể cả trong các lần commit trước chưa gửi."
        )


def _inside(source: Source, path: str, slugs: Collection[str]) -> bool:
    """Whether a path is below the folder of one of the communes."""
    return any(path.startswith(f"{source.content}/xa/{slug}/") for slug in slugs)


def _foreign(source: Source, path: str, slugs: Collection[str]) -> bool:
    """Whether a path is another commune's, or the province's where the repository gives it."""
    depth = len(PurePosixPath(source.content).parts)
    parts = PurePosixPath(path).parts
    if "/".join(parts[:depth]) != source.content or _inside(source, path, slugs):
        return False
    inside = parts[depth:]
    return (inside[0] == "xa" and len(inside) > 2) or (inside[0] == "tinh" and source.province is None)
