"""A release at an https address, brought into a folder of our own: no more than its list names and may weigh.

Nothing is believed here; whether it is the commune's release is judged once it lies there (`released.py`).
A file that is here already, as the list has it, is not fetched again, whatever the server shows by now.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.mirror.fetch import Limits
from generator.mirror.files import MOST_FILES, check_sizes
from generator.mirror.trouble import NotTakenError
from generator.release.copies import Copy
from generator.release.failures import UnreadableError
from generator.release.statement import MOST_STATEMENT, OWN, SIGNATURE, STATEMENT, SUMS, BrokenError
from generator.release.sums import MOST_SUMS, hash_of, read_sums

FETCHED = "tai"
PIECE = 1 << 16
LARGEST = {STATEMENT: MOST_STATEMENT, SIGNATURE: MOST_STATEMENT, SUMS: MOST_SUMS}


@dataclass
class _Left:
    """What a fetch may still take."""

    bytes: int
    end: float

    def take(self, size: int) -> None:
        """Raises: NotTakenError"""
        self.bytes -= size
        if self.bytes < 0:
            hint = "Xã bớt tệp nặng; cần thì tỉnh tăng toi_da_mb trong mirror.yml."
            raise NotTakenError("tải về nặng hơn mức cho phép", hint, code="release_too_large")
        if time.monotonic() > self.end:
            hint = (
                "Nơi giữ trang chậm hoặc trang quá lớn. Lượt sau máy tự thử lại; cần thì tăng toi_da_giay."
            )
            raise NotTakenError("tải quá lâu chưa xong", hint, passing=True)


def download(copy: Copy, folder: Path, limits: Limits) -> Path:
    """The folder, with the release as it is there now.

    Raises: NotTakenError, OSError
    """
    new = folder.with_suffix(".moi")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        left = _Left(limits.megabytes << 20, time.monotonic() + limits.seconds)
        sums = _own(copy, new, left)
        for name, digest in sums.items():
            _bring(copy, folder, new, name, digest, left)
        check_sizes([path.stat().st_size for path in _files(new)], limits.megabytes)
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)
    except UnreadableError as error:
        hint = "Xem lại dia_chi trong mirror.yml, đường mạng, máy chủ của xã. Lượt sau máy tự thử lại."
        said = str(error)
        raise NotTakenError("không tải được trang ở địa chỉ đã ghi", hint, said, passing=True) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return folder


def clear_fetched(store: Path, wanted: set[str]) -> None:
    """Delete what was fetched of communes that are no longer taken over the web."""
    with suppress(FileNotFoundError):
        for folder in (store / FETCHED).iterdir():
            if folder.name not in wanted:
                shutil.rmtree(folder, ignore_errors=True)


def _own(copy: Copy, new: Path, left: _Left) -> Mapping[str, str]:
    """The three signed files, and what they name; what is missing or wrong there is told later."""
    for name in OWN:
        _fetch(copy, name, new, left, LARGEST[name])
    if not (new / STATEMENT).is_file():
        hint = "Qua địa chỉ web chỉ lấy được trang đã phát hành: xã chạy congkhai release. Hoặc lấy qua kho git."
        raise NotTakenError("ở địa chỉ ấy không có release.json", hint, code="release_missing")
    try:
        sums = read_sums((new / SUMS).read_bytes()) if (new / SUMS).is_file() else {}
    except BrokenError as error:
        raise NotTakenError(f"SHA256SUMS {error}", "Báo cho xã: danh sách tệp sai mẫu.", code="release_path") from None  # fmt: skip
    if len(sums) > MOST_FILES:
        raise NotTakenError(f"có hơn {MOST_FILES} tệp", "Xã dọn bớt tệp thừa.", code="release_too_large")
    return sums


def _bring(copy: Copy, old: Path, new: Path, name: str, digest: str, left: _Left) -> None:
    """One file, from the last time where it has not changed."""
    before, here = old / name, new / name
    here.parent.mkdir(parents=True, exist_ok=True)
    if before.is_file() and hash_of(before) == digest:
        left.take(before.stat().st_size)
        shutil.copyfile(before, here)
    else:
        _fetch(copy, name, new, left, left.bytes)


def _fetch(copy: Copy, name: str, into: Path, left: _Left, most: int) -> None:
    with copy.open(name) as source:
        if source is None:
            return
        with (into / name).open("xb") as file:
            while piece := source.read1(
                PIECE
            ):  # as it comes, so that a server which sends drop by drop is noticed
                left.take(len(piece))
                most -= len(piece)
                if most < 0:
                    raise NotTakenError(f"{name} lớn hơn mức cho phép", "Báo cho xã: tệp ấy không đúng.", code="release_too_large")  # fmt: skip
                file.write(piece)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
