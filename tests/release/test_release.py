"""Releases made: their numbers, what differs between two, what stands when something fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.core import Outcome, State
from generator.ledger import Ledger, write_ledger
from generator.release.chain import Previous, known, newest
from generator.release.copies import FolderCopy
from generator.release.failures import BrokenChainError, KeyUseError, OddFileError, TrialDataError
from generator.release.make import How, Made, NotASiteError, release, sites_of
from generator.release.publishing import release_fresh
from generator.release.source import Source, source_of
from generator.release.statement import OWN, SIGNATURE, STATEMENT, SUMS, digest, read_statement
from tests.conftest import write_tree
from tests.hosting.conftest import commit
from tests.release.conftest import FILES, NOW, Desk


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def rebuilt(desk: Desk) -> None:
    """What a build does to a released site."""
    shutil.rmtree(desk.site)
    desk.write(FILES)


def test_numbers_go_on_after_a_build_and_name_the_release_before(desk: Desk) -> None:
    first = desk.release()
    before = (desk.site / STATEMENT).read_bytes()
    rebuilt(desk)
    second = desk.release(NOW + timedelta(days=1))
    assert (first.statement.serial, second.statement.serial) == (1, 2)
    assert (first.statement.previous, second.statement.previous) == ("", digest(before))
    assert "<dd>2</dd>" in (desk.site / "phat-hanh" / "index.html").read_text("utf-8")


def test_numbers_go_on_on_a_machine_that_starts_empty(desk: Desk, tmp_path: Path) -> None:
    for _ in range(3):
        desk.release()
    published = shutil.copytree(desk.site, tmp_path / "nhanh" / "pages")
    for left in tmp_path.glob(".trang*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    rebuilt(desk)
    given = FolderCopy(published)
    made = release(desk.site, How(NOW), lambda root, site, code: known(root, site, code, given))
    assert made.statement.serial == 4
    assert made.statement.previous == digest((published / STATEMENT).read_bytes())


def test_a_clock_set_back_never_repeats_a_number(desk: Desk) -> None:
    serials = [desk.release(NOW - timedelta(days=days)).statement.serial for days in range(3)]
    assert serials == [1, 2, 3]


def test_two_releases_of_one_content_differ_in_what_says_so_alone(desk: Desk) -> None:
    desk.release()
    first = contents(desk.site)
    desk.release(NOW + timedelta(days=1))
    second = contents(desk.site)
    assert {n for n in first if first[n] != second[n]} == {*OWN, "phat-hanh/index.html"}
    assert first.keys() == second.keys()


def test_the_same_release_is_the_same_bytes(desk: Desk) -> None:
    desk.release()
    first = contents(desk.site)
    rebuilt(desk)
    made = release(desk.site, How(NOW, key=desk.key("xa")), lambda *_: Previous())
    assert made.statement.serial == 1
    assert contents(desk.site) == first


def test_a_key_that_fails_leaves_everything_as_it_was(released: Desk) -> None:
    before = contents(released.site)
    released.key("xa").chmod(0o644)
    with pytest.raises(KeyUseError):
        released.release()
    assert contents(released.site) == before
    released.key("xa").chmod(0o600)
    assert released.release().statement.serial == 2


def test_trial_data_are_never_released_with_a_key_or_without(desk: Desk) -> None:
    desk.write({"trang.json": FILES["trang.json"].replace('"cho_sua"', '"thu_nghiem": true, "cho_sua"')})
    before = contents(desk.site)
    for key in ("xa", None):
        with pytest.raises(TrialDataError):
            desk.release(key=key)
    assert contents(desk.site) == before


def test_trial_data_do_not_go_live_as_a_release(desk: Desk, tmp_path: Path) -> None:
    trial = FILES["trang.json"].replace('"cho_sua"', '"thu_nghiem": true, "cho_sua"')
    fresh = write_tree(tmp_path / "moi", {"xa-mau/trang.json": trial, "xa-mau/index.html": "<h1>Xã</h1>"})
    with pytest.raises(TrialDataError):
        release_fresh(tmp_path / "trang", How(NOW, key=desk.key("xa")), (), lambda made: None)(fresh)
    assert not (fresh / "xa-mau" / STATEMENT).exists()


def test_a_killed_release_leaves_the_old_one_and_loses_no_number(
    released: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between writing the number down and showing the site: the number stays unused."""
    before = contents(released.site)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.release.make.put", killed)
    with pytest.raises(KeyboardInterrupt):
        released.release()
    monkeypatch.undo()
    assert contents(released.site) == before
    assert released.wrong() == []
    assert released.release().statement.serial == 3
    assert released.wrong() == []


def test_a_file_shared_with_other_sites_is_not_written_into(desk: Desk, tmp_path: Path) -> None:
    page = desk.site / "phat-hanh" / "index.html"
    (tmp_path / "chung.html").hardlink_to(page)
    before = page.read_bytes()
    desk.release()
    assert (tmp_path / "chung.html").read_bytes() == before != page.read_bytes()


def test_compressed_forms_of_the_page_follow_it(desk: Desk) -> None:
    desk.write({"phat-hanh/index.html.gz": "cũ", "phat-hanh/index.html.br": "cũ"})
    desk.release()
    assert desk.wrong() == []
    assert b"c\xc5\xa9" not in (desk.site / "phat-hanh" / "index.html.gz").read_bytes()


def test_a_link_or_an_odd_name_is_not_released(desk: Desk) -> None:
    (desk.site / "lien-ket").symlink_to("/etc/passwd")
    with pytest.raises(OddFileError):
        desk.release()
    (desk.site / "lien-ket").unlink()
    desk.write({"a\\b.html": "x"})
    with pytest.raises(OddFileError):
        desk.release()
    assert not (desk.site / STATEMENT).exists()


def test_the_release_before_must_be_one_of_this_commune(desk: Desk) -> None:
    desk.release()
    other = json.loads((desk.site / STATEMENT).read_text("utf-8")) | {"ma": "05602"}
    for content in (b"{", json.dumps(other).encode()):
        with pytest.raises(BrokenChainError):
            newest([("truoc", content)], "00000")


def test_a_release_names_the_commit_it_was_made_of(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.yml").write_text("a: 1\n", "utf-8")
    assert source_of(content) == Source()
    made = commit(content)
    assert source_of(content).commit == made
    (content / "a.yml").write_text("a: 2\n", "utf-8")
    assert source_of(content) == Source()


def test_a_folder_of_something_else_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(NotASiteError):
        sites_of(tmp_path)


def output(desk: Desk) -> Path:
    """An output folder with the site in it."""
    out = desk.root / "site"
    out.mkdir()
    desk.site.rename(out / "xa-mau")
    outcome = Outcome("xa-mau", "00000", "Xã Mẫu", "", True, State.PUBLISHED, 1, 0, 0)
    write_ledger(Ledger((outcome,)), out)
    return out


def test_every_site_of_an_output_folder_is_released(desk: Desk) -> None:
    out = output(desk)
    assert sites_of(out) == (out / "xa-mau",)
    release(out / "xa-mau", How(NOW, key=desk.key("xa")), known)
    assert desk.wrong(copy=out / "xa-mau") == []
    assert sorted(p.name for p in out.iterdir()) == [".congkhai.json", "xa-mau"]


def test_new_sites_are_released_before_they_go_live_and_kept_ones_with_them(desk: Desk) -> None:
    out, fresh = output(desk), desk.root / "moi"
    told: list[Made] = []
    release(out / "xa-mau", How(NOW, key=desk.key("xa")), known)
    shutil.copytree(out / "xa-mau", fresh / "xa-hai")
    later = How(NOW + timedelta(days=1), key=desk.key("xa"))
    release_fresh(out, later, ("xa-mau", "xa-ba"), told.append)(fresh)
    assert [made.statement.serial for made in told] == [1, 2]
    assert desk.wrong(copy=fresh / "xa-mau") == []
    assert read_statement((out / "xa-mau" / STATEMENT).read_bytes()).serial == 1


def test_a_key_that_fails_on_a_server_does_not_keep_pages_from_people(desk: Desk) -> None:
    out = output(desk)
    told: list[Made] = []
    fresh = shutil.copytree(out, desk.root / "moi")
    how = replace(How(NOW), key=desk.root / "khong-co")
    release_fresh(out, how, (), told.append)(fresh)
    assert [made.signed for made in told] == [False]
    assert (fresh / "xa-mau" / SUMS).is_file()
    assert not (fresh / "xa-mau" / SIGNATURE).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no coreutils")
def test_sha256sum_alone_checks_every_file(released: Desk) -> None:
    check = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(check, cwd=released.site, check=False).returncode == 0
    released.write({"tep/quyết định 12.pdf": "khác"})
    assert subprocess.run(check, cwd=released.site, capture_output=True, check=False).returncode == 1
