"""The files of a copy against the list that was signed: none changed, missing, added, and no link among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from generator.core import Place, Problem
from generator.release.copies import Budget, Copy, TooLargeError, hash_in, read
from generator.release.statement import SUMS, BrokenError, Statement, digest
from generator.release.sums import MOST_SUMS, read_sums

AT_ONCE = 8
MOST_TOLD = 50
"""Problems of one copy that are told; a copy of something else differs in every file."""
WHOLE = "Có thể là tệp của hai bản phát hành lẫn vào nhau, hoặc có người sửa. Tải lại cả bản sao."


def wrong_in_files(copy: Copy, statement: Statement, files: int, size: int) -> Iterator[Problem]:
    """At most `files` files of `size` bytes in all are read. Raises: UnreadableError"""
    if statement.files > files or statement.bytes > size:
        yield _problem("release.json", "release_too_large", f"bản này có {statement.files} tệp, {statement.bytes} byte, quá mức cho phép", "Xã bớt tệp nặng, hoặc tỉnh tăng mức cho phép.")  # fmt: skip
        return
    try:
        content = read(copy, SUMS, MOST_SUMS)
    except TooLargeError:
        yield _problem(SUMS, "release_too_large", "tệp lớn hơn mức cho phép", WHOLE)
        return
    if content is None or digest(content) != statement.sums:
        wrong = "thiếu tệp" if content is None else "không phải danh sách đã ký trong release.json"
        yield _problem(SUMS, "release_sums_changed", wrong, WHOLE)
        return
    try:
        sums = read_sums(content)
    except BrokenError as error:
        yield _problem(SUMS, "release_path", str(error), "Đừng dùng bản này. Báo cho xã: danh sách tệp sai mẫu.")  # fmt: skip
        return
    yield from islice(_wrong(copy, sums, statement.bytes), MOST_TOLD)


def _wrong(copy: Copy, sums: Mapping[str, str], size: int) -> Iterator[Problem]:
    found = copy.tree()
    if found is not None:
        for name in found.odd:
            yield _problem(name, "release_link", "là liên kết hoặc tệp đặc biệt, không phải tệp của trang", "Xóa đi, tải lại tệp thật.")  # fmt: skip
        for name in sorted(set(found.files) - set(sums)):
            yield _problem(name, "release_file_extra", "có tệp này mà bản phát hành không có", "Không mở tệp ấy. Xóa đi, hoặc tải lại cả bản sao.")  # fmt: skip
    odd = set(found.odd) if found else set()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        names = [name for name in sorted(sums) if not _below(name, odd)]
        budget = Budget(2 * size)  # a file that grew a little is told as changed
        results = pool.map(lambda name: _of_file(copy, name, sums[name], budget), names)
        yield from (problem for problem in results if problem)


def _below(name: str, odd: Iterable[str]) -> bool:
    """Whether a file is a link, or lies below one: already told."""
    return any(name == one or name.startswith(f"{one}/") for one in odd)


def _of_file(copy: Copy, name: str, expected: str, budget: Budget) -> Problem | None:
    try:
        found = hash_in(copy, name, budget)
    except TooLargeError:
        return _problem(
            SUMS, "release_too_large", "các tệp cộng lại nặng hơn nhiều so với bản đã ký", WHOLE
        )
    if found is None:
        return _problem(name, "release_file_missing", "thiếu tệp này", "Tải lại cả bản sao.")
    if found != expected:
        return _problem(name, "release_file_changed", "nội dung khác bản đã ký", WHOLE)
    return None


def _problem(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(Place(name), code, message, hint)
