"""Fetching a release from a real https server, and from one that sends drop by drop."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest

from generator.mirror.fetch import Limits
from generator.mirror.trouble import NotTakenError, from_machine
from generator.mirror.web import download
from generator.release.copies import FolderCopy, Readable, WebCopy
from generator.release.statement import STATEMENT
from tests.kills import full
from tests.release.conftest import Desk, desk, released, ssh_keygen  # noqa: F401
from tests.release.test_commands import Web, web  # noqa: F401

LIMITS = Limits(seconds=60, megabytes=10)


def test_every_file_comes_over_https_as_it_was_signed(
    released: Desk,  # noqa: F811
    web: Web,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    fetched = download(WebCopy(web.address), tmp_path / "tai", LIMITS)
    assert released.wrong(copy=fetched) == []
    names = {path.relative_to(fetched).as_posix() for path in fetched.rglob("*") if path.is_file()}
    assert {"tep/quyết định 12.pdf", STATEMENT} <= names


def test_a_server_that_cannot_be_trusted_gives_nothing(
    released: Desk,  # noqa: F811
    web: Web,  # noqa: F811
    tmp_path: Path,
) -> None:
    with pytest.raises(NotTakenError, match="không tải được"):
        download(WebCopy(web.address), tmp_path / "tai", LIMITS)
    assert not (tmp_path / "tai").exists()


def test_a_server_that_sends_drop_by_drop_is_left(released: Desk, tmp_path: Path) -> None:  # noqa: F811
    class Drops(BytesIO):
        def read1(self, most: int | None = None) -> bytes:
            time.sleep(0.05)
            return b" "

    class Slow(FolderCopy):
        @contextmanager
        def open(self, name: str) -> Iterator[Readable]:
            yield Drops()

    start = time.monotonic()
    with pytest.raises(NotTakenError, match="tải quá lâu"):
        download(Slow(released.site), tmp_path / "tai", Limits(seconds=1, megabytes=10))
    assert time.monotonic() - start < 30


def test_a_disk_that_fills_while_files_come_is_told_as_such_and_keeps_what_was_fetched(
    released: Desk,  # noqa: F811
    web: Web,  # noqa: F811
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
    download(WebCopy(web.address), small_disk / "tai", LIMITS)
    released.write({"tep/b.pdf": "%PDF\n" + "0" * 2_000_000})
    released.release()
    with full(small_disk, 1 << 20), pytest.raises(OSError) as failed:  # noqa: PT011
        download(WebCopy(web.address), small_disk / "tai", LIMITS)
    assert from_machine(failed.value).reason == "đĩa của máy chủ đã đầy"
    assert [path.name for path in small_disk.iterdir()] == ["tai"]
    assert not (small_disk / "tai" / "tep" / "b.pdf").exists()
    assert released.wrong(copy=small_disk / "tai") == []
    assert released.wrong(copy=download(WebCopy(web.address), small_disk / "tai", LIMITS)) == []
