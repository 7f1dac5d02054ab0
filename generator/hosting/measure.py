"""A built site against the limits of the host that it is meant for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.core import Level, Place, Problem, in_order
from generator.hosting.limits import GB, LIMITS, MIB, Host, Limit
from generator.words.dates import say_day

NEAR = 0.8
"""From this part of a limit on, whoever keeps the site should know."""
SHOWN = 20
"""Files over the limit that are named; the rest are counted."""
SMALLER = "Nén ảnh, tệp PDF cho nhỏ lại, hoặc bớt tệp đính kèm cũ."


@dataclass(frozen=True)
class Size:
    """How large a site is."""

    sizes: tuple[tuple[int, str], ...]
    """(bytes, path inside the site) of every file, the largest first."""
    folders: int

    @property
    def bytes(self) -> int:
        return sum(size for size, _ in self.sizes)

    @property
    def files(self) -> int:
        return len(self.sizes)


def size_of(site: Path) -> Size:
    """Count a folder, links not followed."""
    sizes: list[tuple[int, str]] = []
    folders = 0
    for root, names, files in os.walk(site):
        folders += len(names)
        paths = (Path(root, name) for name in files)
        sizes += [(path.lstat().st_size, path.relative_to(site).as_posix()) for path in paths]
    return Size(tuple(sorted(sizes, key=lambda entry: (-entry[0], entry[1]))), folders)


def measure(size: Size, host: Host, shown: str) -> tuple[Problem, ...]:
    """What the host would refuse of a site, and what comes near to that; `shown` names its folder."""
    limits, place = LIMITS[host], Place(shown)
    found: list[Problem] = []
    if limits.site:
        said = (f"cả trang nặng {say_bytes(size.bytes)}", say_bytes(limits.site.most))
        found += _whole("site_too_large", said, size.bytes, limits.site, limits.name, place)
    if limits.files:
        count = size.files + (size.folders if limits.counts_folders else 0)
        what = "tệp và thư mục" if limits.counts_folders else "tệp"
        said = (f"cả trang có {say_count(count)} {what}", f"{say_count(limits.files.most)} {what}")
        found += _whole("site_too_many_files", said, count, limits.files, limits.name, place)
    if limits.file:
        found += _files(size, limits.file, limits.name, shown)
    return in_order(found)


def summary(size: Size, host: Host) -> str:
    """One line: how large the site is, and what the host's documentation does not say."""
    limits = LIMITS[host]
    silent = {"cỡ cả trang": limits.site, "số tệp": limits.files, "cỡ mỗi tệp": limits.file}
    unsaid = ", ".join(name for name, limit in silent.items() if limit is None)
    largest = say_bytes(size.sizes[0][0] if size.sizes else 0)
    told = f"{limits.name}: {say_count(size.files)} tệp, cả trang {say_bytes(size.bytes)}, tệp lớn nhất {largest}."
    return f"{told} Tài liệu của {limits.name} không nêu giới hạn về: {unsaid}." if unsaid else told


def _whole(
    code: str, said: tuple[str, str], found: int, limit: Limit, name: str, place: Place
) -> Iterator[Problem]:
    """A limit of the whole site: over it an error, near it a notice; `said` words what is and what may be."""
    has, most = said
    if found > limit.most:
        yield Problem(place, code, f"{has}, {name} nhận nhiều nhất {most}", _hint(limit))
    elif found > NEAR * limit.most:
        message = f"{has}, gần mức {most} của {name}"
        yield Problem(place, "site_near_limit", message, _hint(limit), level=Level.NOTICE)


def _files(size: Size, limit: Limit, name: str, shown: str) -> Iterator[Problem]:
    over = [entry for entry in size.sizes if entry[0] > limit.most]
    most = say_bytes(limit.most)
    for found, path in over[:SHOWN]:
        said = f"tệp nặng {say_bytes(found)}, {name} nhận mỗi tệp nhiều nhất {most}"
        yield Problem(Place(f"{shown}/{path}"), "site_file_too_large", said, _hint(limit))
    if rest := over[SHOWN:]:
        said = f"còn {say_count(len(rest))} tệp nữa nặng hơn mức {most} của {name}"
        yield Problem(Place(shown), "site_file_too_large", said, _hint(limit))


def _hint(limit: Limit) -> str:
    return f"{SMALLER} Mức này ghi ở {limit.source}, xem ngày {say_day(limit.read)}."


def say_bytes(size: int) -> str:
    """1,20 GB (thousand millions, as the hosts count sites); 25,0 MB (1,048,576, as they count files)."""
    found = f"{size / GB:.2f} GB" if size >= GB else f"{size / MIB:.1f} MB"
    return found.replace(".", ",")


def say_count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
