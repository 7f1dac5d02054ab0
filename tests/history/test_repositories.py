"""Every shape of repository and of commit: merges, moves, submodules, shallow clones, none at all."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.core import NOT_GIVEN, Change, FilePast
from generator.core.past import MOST
from generator.history import git, histories, histories_at
from generator.preview import Wish, preview
from tests.conftest import CONTENT, DAY
from tests.history.conftest import DA, Begun, Repository, project

OTHER = "du-an/DA-02.yml"


def merged(repository: Repository, branch: str, day: str, *more: str) -> str:
    return repository.close(day, "merge", "--quiet", "--no-ff", "--no-edit", *more, branch)


def test_a_change_is_told_on_its_own_day_whoever_merged_it_into_what(begun: Begun) -> None:
    """Staff who pull before they push make what all others did the second parent of the merge."""
    repository = begun(**{OTHER: project("5000000", id="DA-02")})
    repository.git("branch", "nguoi-khac")
    repository.commit("2026-11-05", {OTHER: project("6000000", id="DA-02")})
    repository.git("checkout", "--quiet", "nguoi-khac")
    repository.commit("2026-11-07", {DA: project("1500000000")})
    merged(repository, "main", "2026-11-09")
    assert repository.told() == [("2026-11-07", ("Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ",))]
    assert repository.told(OTHER) == [("2026-11-05", ("Tổng mức đầu tư: 5 triệu → 6 triệu",))]


def test_a_merge_of_two_changes_of_a_file_tells_each_once(begun: Begun) -> None:
    long = "muc_tieu: |-\n" + "".join(f"  Dòng {n}.\n" for n in range(9))
    repository = begun(**{DA: project("1200000000", long + "dia_diem: A\n")})
    repository.git("branch", "khac")
    repository.commit("2026-11-05", {DA: project("1500000000", long + "dia_diem: A\n")})
    repository.git("checkout", "--quiet", "khac")
    repository.commit("2026-11-07", {DA: project("1200000000", long + "dia_diem: B\n")})
    merged(repository, "main", "2026-11-09")
    assert repository.told() == [
        ("2026-11-07", ("Địa điểm: đã sửa",)),
        ("2026-11-05", ("Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ",)),
    ]


def test_what_a_merge_itself_slips_in_is_told(begun: Begun) -> None:
    repository = begun()
    repository.git("checkout", "--quiet", "-b", "khac")
    repository.commit("2026-11-05", {DA: project("1300000000")})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-11-06", {OTHER: project("5000000", id="DA-02")})
    merged(repository, "khac", "2026-11-09", "--no-commit")
    repository.commit("2026-11-09", {DA: project("9000000000")})
    assert repository.told()[0] == ("2026-11-09", ("Tổng mức đầu tư: 1,2 tỷ → 9 tỷ",))


def test_what_a_merge_threw_away_was_never_published_and_is_not_told(begun: Begun) -> None:
    repository = begun()
    repository.git("checkout", "--quiet", "-b", "khac")
    repository.commit("2026-11-05", {DA: project("1300000000")})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-11-06", {OTHER: project("5000000", id="DA-02")})
    merged(repository, "khac", "2026-11-09", "--strategy=ours")
    assert repository.told() == []


def test_a_communes_folder_may_get_another_name_or_stand_anywhere(begun: Begun, tmp_path: Path) -> None:
    repository = begun(inside="du-lieu/content/xa/xa-cu")
    repository.commit("2026-11-05", {DA: project("1300000000")})
    repository.git("mv", "du-lieu/content/xa/xa-cu", "du-lieu/content/xa/xa-mau")
    repository.close("2026-11-07", "commit", "--quiet", "--message", "Đổi tên")
    found = histories(repository.folder / "du-lieu" / "content", (), DAY)["xa-mau"]
    past = found.files[DA]
    assert str(past.first) == "2026-11-02"
    assert [str(change.day) for change in past.changes] == ["2026-11-05"]
    assert histories(repository.folder / "du-lieu" / "content", ("xa-mau",), DAY)["xa-mau"] == found
    assert histories(repository.folder / "du-lieu" / "content", ("00000",), DAY)["xa-mau"] == found


def test_each_commune_may_be_a_repository_of_its_own_or_a_submodule(begun: Begun, tmp_path: Path) -> None:
    own = begun(inside=".")
    own.commit("2026-11-05", {DA: project("1300000000")})
    content = tmp_path / "content"
    shutil.copytree(own.folder, content / "xa" / "xa-mau")
    assert [str(c.day) for c in histories(content, (), DAY)["xa-mau"].files[DA].changes] == ["2026-11-05"]
    whole = Repository(tmp_path / "tinh", own.province)
    whole.folder.mkdir()
    whole.git("init", "--quiet")
    whole.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(own.folder),
        "content/xa/xa-mau",
    )
    assert (whole.folder / "content/xa/xa-mau/.git").is_file()
    assert whole.told() == [("2026-11-05", ("Tổng mức đầu tư: 1,2 tỷ → 1,3 tỷ",))]


def test_without_a_whole_history_the_site_says_so_and_is_otherwise_the_same(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated = "cong_khai: {ngay_dang: 2026-11-02}\n"
    repository = begun(**{DA: project("1200000000", dated)})
    repository.commit("2026-11-12", {DA: project("1500000000", dated)})
    shallow = Repository(tmp_path / "nong", repository.province)
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(shallow.folder))
    assert shallow.history().lack == git.SHALLOW
    tarball = Repository(tmp_path / "goi", repository.province)
    shutil.copytree(repository.folder / "content", tarball.folder / "content")
    assert tarball.history().lack == NOT_GIVEN
    whole, bare = repository.made()[0], tarball.made()[0]
    assert git.SHALLOW in shallow.made()[0]["du-an/DA-01/"].body
    assert NOT_GIVEN in bare["du-an/DA-01/"].body
    assert whole.keys() == bare.keys()
    differing = {url for url, page in whole.items() if page.body != bare[url].body}
    assert differing == {"gioi-thieu/", "du-an/DA-01/"}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository.history().lack == git.NO_GIT


def test_folders_that_git_does_not_know_have_no_history(begun: Begun, tmp_path: Path) -> None:
    repository = begun()
    repository.commit("2026-11-05", {".gitignore": "DA-09.yml\n"})
    (repository.folder / repository.inside / "du-an/DA-09.yml").write_text(
        project("5000000", id="DA-09"), "utf-8"
    )
    assert "du-an/DA-09.yml" not in repository.history().files
    assert "Chưa rõ có từ ngày nào." in repository.made()[0]["du-an/DA-09/"].body
    new = Repository(tmp_path / "moi", repository.province)
    new.folder.mkdir()
    new.git("init", "--quiet")
    shutil.copytree(repository.folder / "content", new.folder / "content")
    assert new.history().lack == git.UNREAD  # not one commit


def test_a_blob_that_is_missing_too_large_or_no_file_is_told_without_words(
    begun: Begun, tmp_path: Path
) -> None:
    repository = begun()
    repository.commit("2026-11-05", {DA: project("1200000000", f"muc_tieu: {'a' * (1 << 20)}\n")})
    repository.commit("2026-11-07", {DA: project("1300000000")})
    assert repository.told() == [(f"2026-11-0{day}", ("Nội dung: đã sửa",)) for day in (7, 5)]
    part = Repository(tmp_path / "thieu", repository.province)
    repository.git("config", "uploadpack.allowFilter", "true")
    source = f"file://{repository.folder}"
    repository.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", source, str(part.folder))
    shutil.copytree(repository.folder / "content", part.folder / "content")
    assert {line for _, told in part.told() for line in told} == {"Nội dung: đã sửa"}
    (repository.folder / repository.inside / DA).unlink()
    (repository.folder / repository.inside / DA).symlink_to("/etc/passwd")
    repository.commit("2026-11-09", {})
    assert DA not in repository.history().files


def test_nothing_of_the_repository_or_the_environment_is_run_or_obeyed(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = begun()
    repository.commit(
        "2026-11-05", {DA: project("1300000000"), ".gitattributes": "*.yml diff=x filter=x\n"}
    )
    expected = repository.history()
    ran = tmp_path / "da-chay"
    touch = f"touch {ran};"
    for name in ("diff.x.textconv", "diff.x.command", "diff.external", "filter.x.smudge", "core.fsmonitor",
                 "core.pager", "gpg.program", "core.sshCommand", "uploadpack.packObjectsHook",
                 "core.alternateRefsCommand", "alias.rev-list"):  # fmt: skip
        repository.git("config", name, f"!{touch}" if name.startswith("alias") else touch)
    repository.git("config", "log.showSignature", "true")
    first = repository.git("rev-list", "--max-parents=0", "HEAD")
    repository.git("replace", "--graft", "HEAD")
    (repository.folder / ".git" / "info").mkdir(exist_ok=True)
    (repository.folder / ".git" / "info" / "grafts").write_text(f"{first} {first}\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "khac"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", touch)
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "khac"))
    assert repository.history() == expected
    assert not ran.exists()


def test_git_is_asked_a_few_times_for_all_communes_together(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = begun()
    for number in range(9):
        shutil.copytree(
            repository.folder / repository.inside, repository.folder / f"content/xa/xa-{number}"
        )
    for day in range(10, 19):
        repository.commit(f"2026-11-{day}", {DA: project(f"{day}00000000")})
    asked: list[list[str]] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, command: list[str], **given: Any) -> None:
            asked.append(command)
            super().__init__(command, **given)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    found = histories(repository.folder / "content", (), DAY)
    assert len(found) == 10
    assert len(found["xa-mau"].files[DA].changes) == 9
    assert len(asked) == 5
    assert histories(repository.folder / "content", (), DAY, jobs=2) == found


def test_moments_that_no_clock_shows_break_nothing(begun: Begun) -> None:
    repository = begun()
    (repository.folder / repository.inside / DA).write_text(project("1300000000"), "utf-8")
    repository.git("add", "--all")
    tree, head = repository.git("write-tree"), repository.git("rev-parse", "HEAD")
    for seconds in ("99999999999999", "-5", "0"):
        raw = f"tree {tree}\nparent {head}\nauthor a <a> {seconds} +0000\ncommitter a <a> {seconds} +0000\n\nx\n"
        written = repository.folder / "commit"
        written.write_text(raw)
        id = repository.git("hash-object", "-t", "commit", "--literally", "-w", str(written))
        repository.git("update-ref", "HEAD", id)
        assert repository.history().lack in ("", git.UNREAD)


def test_a_bare_repository_is_read_at_the_commit_that_is_published(begun: Begun) -> None:
    repository = begun()
    before = repository.commit("2026-11-05", {DA: project("1300000000")})
    repository.commit("2026-11-07", {DA: project("1400000000")})
    found = histories_at(repository.folder / ".git", before, {"xa-mau": "content/xa/xa-mau"}, DAY)["xa-mau"]
    assert [str(change.day) for change in found.files[DA].changes] == ["2026-11-05"]


def test_live_preview_tells_the_history_too(begun: Begun) -> None:
    repository = begun()
    repository.commit("2026-11-12", {DA: project("1500000000")})
    found = preview(Wish("xa-mau", repository.folder / "content", CONTENT / "tinh", DAY))
    assert found.made
    (page,) = [page for page in found.made[1] if page.url == "du-an/DA-01/"]
    assert "1,2 tỷ → 1,5 tỷ" in page.body


def test_a_page_with_hundreds_of_changes_folds_them_and_stays_light(begun: Begun) -> None:
    repository = begun()
    days = [date(2026, 11, 20) - timedelta(n) for n in range(200)]
    told = [
        Change(
            day,
            tuple(
                f"Nguồn vốn, mục {n}: Số tiền: {day.day * 37 % 100} triệu → {n * 13} triệu"
                for n in range(3)
            ),
        )
        for day in days
    ]
    known = repository.history()
    made = repository.made(
        history=replace(known, files={**known.files, DA: FilePast(days[-1], tuple(told))})
    )
    body = made[0]["du-an/DA-01/"].body
    assert f"Xem {MOST - 3} ngày sửa trước đó" in body
    assert f"Còn {200 - MOST} ngày sửa trước nữa" in body
    assert len(gzip.compress(body.encode())) < 9 * 1024  # the frame weighs 6 KB more
