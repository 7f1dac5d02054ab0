"""A key that is called back after its release was taken: the copy stays, and is no longer told to be verified."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from generator.mirror.settle import Result
from generator.release.keys import revoke
from generator.release.signers import read_signers
from tests.mirror.conftest import Mirror, results
from tests.mirror.test_releases import desk, good, write  # noqa: F401
from tests.release.conftest import NOW, Desk, ssh_keygen  # noqa: F401

SAID = "tỉnh đã thôi công nhận khóa ký bản này"


@pytest.mark.parametrize("reachable", [True, False])
def test_what_a_key_signed_is_not_told_to_be_verified_once_it_is_called_back(
    mirror: Mirror,
    good: Desk,  # noqa: F811
    reachable: bool,
) -> None:
    revoke(good.public("xa"), "xa", good.allowed)
    if not reachable:
        shutil.move(good.site, good.root / "mất")
    for _ in range(2):
        assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
        entry = mirror.entry("xa-mau")
        assert (entry["kiem_chung"], entry["phat_hanh"]["so"]) == ("khoa_thu_hoi", 1)
        assert (entry["loi"]["ma"] == "release_key_revoked") is reachable
        assert SAID in mirror.status()
        assert "đã kiểm chứng chữ ký" not in mirror.status()
        assert "nhat-ky.git" in mirror.status()
    if not reachable:
        shutil.move(good.root / "mất", good.site)
    good.allow("moi")
    write(good, "Bản hai")
    good.release(key="moi")
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert mirror.entry("xa-mau")["kiem_chung"] == "da_kiem_chung"
    assert SAID not in mirror.status()


def test_a_key_whose_days_were_cut_to_before_the_release_counts_no_more(
    mirror: Mirror,
    good: Desk,  # noqa: F811
) -> None:
    before = good.allowed.read_text(encoding="utf-8")
    end = read_signers(before.encode())[0].before
    assert end
    for cut, said in (
        (NOW + timedelta(days=1), "da_kiem_chung"),
        (NOW - timedelta(days=1), "khoa_thu_hoi"),
    ):
        text = before.replace(f"{end:%Y%m%d%H%M%S}Z", f"{cut:%Y%m%d%H%M%S}Z")
        assert text != before
        good.allowed.write_text(text, encoding="utf-8")
        mirror.sync()
        assert mirror.entry("xa-mau")["kiem_chung"] == said
