"""What a mirror or a thief may do to a copy, each told by its code, and a good copy that is not."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.release.copies import FolderCopy
from generator.release.failures import UnreadableError
from generator.release.keys import revoke
from generator.release.sign import sign
from generator.release.statement import SIGNATURE, STATEMENT, SUMS, digest, read_statement, written
from generator.release.verify import Asked, Limits, Seen, verify
from tests.release.conftest import NOW, Desk


def sign_anew(desk: Desk, key: str = "xa", **changed: object) -> None:
    """What the holder of a key could do: sign another statement over the files as they lie."""
    before = read_statement((desk.site / STATEMENT).read_bytes())
    sums = digest((desk.site / SUMS).read_bytes())
    content = written(before.model_copy(update={"sums": sums, **changed}))
    (desk.site / STATEMENT).write_bytes(content)
    (desk.site / SIGNATURE).write_bytes(sign(content, desk.key(key)))


def test_a_good_release_has_nothing_wrong_up_to_its_last_minute(released: Desk) -> None:
    assert released.wrong(released.asked(NOW + timedelta(days=14))) == []


def test_a_changed_file_is_found(released: Desk) -> None:
    released.write({"index.html": "<h1>UBND xã khác</h1>\n"})
    assert released.wrong() == [("release_file_changed", "index.html")]


def test_a_changed_statement_breaks_the_signature(released: Desk) -> None:
    path = released.site / STATEMENT
    path.write_bytes(path.read_bytes().replace(b'"so": 1,', b'"so": 9,'))
    assert released.wrong() == [("release_signature_wrong", SIGNATURE)]


def test_a_changed_list_is_not_the_one_that_was_signed(released: Desk) -> None:
    path = released.site / SUMS
    path.write_bytes(path.read_bytes().replace(b"index.html", b"indeX.html"))
    assert released.wrong() == [("release_sums_changed", SUMS)]


def test_an_older_release_is_refused_after_a_newer_one_was_seen(released: Desk) -> None:
    assert released.wrong(released.asked(seen=Seen(2))) == [("release_older", STATEMENT)]
    same = Seen(1, digest((released.site / STATEMENT).read_bytes()))
    assert released.wrong(released.asked(seen=same)) == []


def test_two_releases_of_one_number_are_told(released: Desk) -> None:
    assert released.wrong(released.asked(seen=Seen(1, "0" * 64))) == [("release_same_serial", STATEMENT)]


def test_an_expired_release_is_refused(released: Desk) -> None:
    late = NOW + timedelta(days=15)
    assert released.wrong(released.asked(late)) == [("release_expired", STATEMENT)]


def test_a_release_of_tomorrow_or_of_too_long_a_life_is_refused(released: Desk) -> None:
    assert released.wrong(released.asked(NOW - timedelta(days=2))) == [("release_date_wrong", STATEMENT)]
    sign_anew(released, expires=NOW + timedelta(days=300))
    assert released.wrong() == [("release_date_wrong", STATEMENT)]


def test_files_of_two_releases_mixed_are_found(released: Desk, tmp_path: Path) -> None:
    shutil.copytree(released.site, tmp_path / "cu")
    released.write({"index.html": "<h1>Mới</h1>\n", "moi.html": "mới\n"})
    released.release()
    shutil.copy(tmp_path / "cu" / "index.html", released.site)
    assert released.wrong() == [("release_file_changed", "index.html")]
    shutil.copy(tmp_path / "cu" / SUMS, released.site)
    assert released.wrong() == [("release_sums_changed", SUMS)]


def test_a_file_added_is_found_wherever_it_hides(released: Desk) -> None:
    added = ["la.html", "tep/.an", "index.html.br", ".htaccess", "x/SHA256SUMS", "x/.git/config"]
    released.write(dict.fromkeys(added, "lạ"))
    found = dict.fromkeys(name for code, name in released.wrong() if code == "release_file_extra")
    assert set(found) == set(added)


def test_what_hosts_keep_at_the_top_is_no_file_added(released: Desk) -> None:
    released.write({".nojekyll": "", ".git/config": "", ".congkhai.json": "{}"})
    assert released.wrong() == []


def test_a_missing_file_is_found(released: Desk) -> None:
    (released.site / "assets" / "a.css").unlink()
    assert released.wrong() == [("release_file_missing", "assets/a.css")]


def test_a_signature_by_a_key_that_nobody_allowed_is_refused(released: Desk) -> None:
    sign_anew(released, "ke-la")
    assert released.wrong() == [("release_key_unknown", SIGNATURE)]


def test_the_key_of_another_commune_is_refused(released: Desk) -> None:
    released.allow("xa-khac", "05602")
    sign_anew(released, "xa-khac")
    assert released.wrong() == [("release_key_other_commune", SIGNATURE)]


def test_a_revoked_key_is_refused_for_all_that_it_ever_signed(released: Desk) -> None:
    revoke(released.public("xa"), "xa", released.allowed)
    assert released.wrong() == [("release_key_revoked", SIGNATURE)]


def test_a_key_called_back_stays_refused_where_the_list_still_allows_it(released: Desk) -> None:
    """Somebody serves an old `allowed_signers` beside today's `revoked_keys`."""
    allowed = released.allowed.read_bytes()
    revoke(released.public("xa"), "xa", released.allowed)
    released.allowed.write_bytes(allowed)
    assert released.wrong() == [("release_key_revoked", SIGNATURE)]


def test_a_key_signs_only_between_its_dates_in_utc(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.allow("nam-nay", since=NOW, days=1)
    for zone in ("UTC", "Asia/Ho_Chi_Minh", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        desk.release(NOW + timedelta(minutes=5), "nam-nay")
        assert desk.wrong() == []
        desk.release(NOW - timedelta(minutes=5), "nam-nay")
        assert desk.wrong() == [("release_key_not_valid", SIGNATURE)]
        desk.release(NOW + timedelta(days=1, minutes=5), "nam-nay")
        assert desk.wrong(desk.asked(NOW + timedelta(days=1))) == [("release_key_not_valid", SIGNATURE)]


def test_a_signature_made_for_another_purpose_is_refused(
    released: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.release.sign.NAMESPACE", "file")
    sign_anew(released)
    monkeypatch.undo()
    assert released.wrong() == [("release_namespace_wrong", SIGNATURE)]


@pytest.mark.parametrize(
    "content", [b"", b"chu ky", b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"]
)
def test_what_is_no_signature_is_refused(released: Desk, content: bytes) -> None:
    (released.site / SIGNATURE).write_bytes(content)
    assert released.wrong() == [("release_signature_wrong", SIGNATURE)]


def test_an_unsigned_release_is_told(desk: Desk) -> None:
    desk.release(key=None)
    assert desk.wrong() == [("release_unsigned", SIGNATURE)]


def test_the_site_of_another_commune_is_refused(released: Desk) -> None:
    assert released.wrong(released.asked(code="05602")) == [("release_other_commune", STATEMENT)]


def test_a_site_that_was_never_released_is_told(desk: Desk) -> None:
    assert desk.wrong() == [("release_missing", STATEMENT)]


@pytest.mark.parametrize("content", ["", "{}", "[" * 9000, '{"ma": "00000", "so": "1"}', '{"so": 1e9}'])
def test_a_broken_statement_is_told(released: Desk, content: str) -> None:
    released.write({STATEMENT: content})
    assert released.wrong() == [("release_broken", STATEMENT)]


@pytest.mark.parametrize("name", [STATEMENT, SIGNATURE])
def test_endless_signed_files_are_not_read(released: Desk, name: str) -> None:
    os.truncate(released.site / name, 1 << 40)
    assert ("release_too_large", name) in released.wrong()


def test_an_endless_list_is_not_read(released: Desk) -> None:
    os.truncate(released.site / SUMS, 1 << 40)
    assert released.wrong() == [("release_too_large", SUMS)]


def test_an_endless_file_is_not_read(released: Desk) -> None:
    os.truncate(released.site / "index.html", 1 << 40)
    assert released.wrong() == [("release_too_large", SUMS)]


def test_a_release_above_the_limits_of_the_reader_is_refused(released: Desk) -> None:
    few = replace(released.asked(), limits=Limits(files=4))
    assert released.wrong(few) == [("release_too_large", STATEMENT)]
    small = replace(released.asked(), limits=Limits(bytes=10))
    assert released.wrong(small) == [("release_too_large", STATEMENT)]


def test_a_link_to_a_file_outside_is_refused_even_with_the_right_bytes(
    released: Desk, tmp_path: Path
) -> None:
    (released.site / "index.html").rename(tmp_path / "ngoai.html")
    (released.site / "index.html").symlink_to(tmp_path / "ngoai.html")
    assert released.wrong() == [("release_link", "index.html")]


def test_a_folder_that_is_a_link_is_refused(released: Desk, tmp_path: Path) -> None:
    (released.site / "tep").rename(tmp_path / "ngoai")
    (released.site / "tep").symlink_to(tmp_path / "ngoai")
    assert released.wrong() == [("release_link", "tep")]


def test_links_in_the_place_of_signed_files_are_not_followed(released: Desk, tmp_path: Path) -> None:
    for name in (STATEMENT, SIGNATURE, SUMS):
        (released.site / name).rename(tmp_path / name)
        (released.site / name).symlink_to(tmp_path / name)
    assert released.wrong() == [("release_missing", STATEMENT)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_does_not_stop_the_check(released: Desk) -> None:
    os.mkfifo(released.site / "ong")
    assert released.wrong() == [("release_link", "ong")]


@pytest.mark.parametrize(
    "name", ["../ngoai.html", "/etc/passwd", "tep/../../x", "a//b", "./a", "SHA256SUMS", "a\\b", "a\tb"]
)
def test_a_list_that_leads_outside_is_refused_even_when_signed(released: Desk, name: str) -> None:
    path = released.site / SUMS
    path.write_bytes(path.read_bytes() + f"{'0' * 64}  {name}\n".encode())
    sign_anew(released)
    assert released.wrong() == [("release_path", SUMS)]


def test_a_list_that_names_a_file_twice_or_is_cut_is_refused(released: Desk) -> None:
    path, lines = released.site / SUMS, (released.site / SUMS).read_bytes()
    for content in (lines * 2, lines[:-1], b""):
        path.write_bytes(content)
        sign_anew(released)
        assert released.wrong() == [("release_path", SUMS)]


def test_only_some_of_very_many_problems_are_told(desk: Desk) -> None:
    desk.write({f"trang/{number}.html": f"{number}" for number in range(300)})
    desk.release()
    shutil.rmtree(desk.site / "trang")
    assert len(desk.wrong()) == 50


def test_a_copy_that_cannot_be_read_is_told_not_called_bad(released: Desk) -> None:
    class Gone(FolderCopy):
        def tree(self) -> None:  # type: ignore[override]
            raise UnreadableError("mất mạng")

    asked: Asked = released.asked()
    assert [p.code for p in verify(Gone(released.site), asked)] == ["release_unreadable"]
