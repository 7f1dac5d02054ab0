"""A kept copy that is taken once more, and a sync that dies while it tidies up."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from generator.mirror.settle import Result
from tests.mirror.conftest import Mirror, results
from tests.mirror.test_releases import desk, good  # noqa: F401
from tests.release.conftest import Desk, ssh_keygen  # noqa: F401


def test_a_copy_kept_once_more_is_whole_though_the_sync_dies_in_its_middle(
    mirror: Mirror,
    good: Desk,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = mirror.store / "giu" / "xa-mau"
    (kept,) = shelf.iterdir()
    before = sorted(path.relative_to(kept) for path in kept.rglob("*"))

    def dies(folder: Path | str, **more: Any) -> None:
        """Killed once the first file on the shelf is gone."""
        for file in (path for path in Path(folder).rglob("*") if path.is_file() and shelf in path.parents):
            file.unlink()
            raise KeyboardInterrupt
        rmtree(folder, **more)

    with (mirror.folder / "tinh" / "tinh.yml").open("a", encoding="utf-8") as file:
        file.write("# dữ liệu của tỉnh đổi, nên mọi bản sao được lấy lại\n")
    with monkeypatch.context() as patched:
        patched.setattr("generator.mirror.shelf.shutil.rmtree", dies)
        with pytest.raises(KeyboardInterrupt):
            mirror.sync()
    assert sorted(path.relative_to(kept) for path in kept.rglob("*")) == before
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert list(shelf.iterdir()) == [kept]
