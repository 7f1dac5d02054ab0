"""Nothing of what is pushed runs, leaves its folder or reaches what only the server may write."""

from __future__ import annotations

import errno
import subprocess
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator import cli
from generator.receive import live, source
from generator.receive.repository import Repository, TooLargeError
from tests.conftest import DAY
from tests.receive.conftest import RECEPTION, SAMPLE, Clone, Machine, made
from tests.test_cli import congkhai
from tests.test_publish import mtimes

SCHEDULE = "content/xa/xa-mau/tiep-cong-dan.yml"
LATER = RECEPTION.replace("07:30", "08:15")
RUN = "import pathlib; pathlib.Path({mark!r}).write_text('x')\n"

pytestmark = pytest.mark.usefixtures("quick_hooks")


def test_nothing_that_is_pushed_is_run(machine: Machine, clone: Clone, tmp_path: Path) -> None:
    """Whatever git, Python, MkDocs, pytest, make or a shell would pick up by its name."""
    made(machine.folder)  # the hooks as they stand on a server
    mark = tmp_path / "da-chay"
    code = RUN.format(mark=str(mark))
    shell = f"#!/bin/sh\ntouch {mark}\n"
    names = ("generator/__init__.py", "sitecustomize.py", "yaml.py", "hook.py", "mkdocs/__init__.py")
    files = {f"{folder}{name}": code for folder in ("", "content/", "content/xa/xa-mau/") for name in names}
    hooks = ("pre-receive", "post-receive", "hooks/post-receive", ".git-hooks/post-checkout")
    files |= dict.fromkeys(hooks, shell)
    files |= {f"content/xa/xa-mau/{name}": shell for name in ("tep/chay.sh", "post-checkout")}
    files["mkdocs.yml"] = files["content/mkdocs.yml"] = "site_name: x\nhooks: [hook.py]\n"
    files["Makefile"] = f"all:\n\ttouch {mark}\n"
    files[".gitattributes"] = files["content/.gitattributes"] = (
        "* filter=x diff=x export-subst text eol=crlf\n"
    )
    files[".gitconfig"] = f'[filter "x"]\n\tsmudge = touch {mark}\n'
    clone.commit({**files, SCHEDULE: LATER})
    done = clone.push()
    assert not mark.exists()
    assert done.returncode == 0, done.stderr
    assert "8\u00a0giờ\u00a015" in machine.page("xa-mau/tiep-cong-dan")
    assert "\r\n" not in machine.page("xa-mau/tiep-cong-dan")
    assert not [path for path in machine.out.rglob("*") if path.suffix in (".py", ".sh")]


def test_links_and_other_repositories_are_refused_with_their_place(machine: Machine, clone: Clone) -> None:
    before = machine.head()
    (clone.folder / "content/xa/xa-mau/tep").mkdir()
    (clone.folder / "content/xa/xa-mau/tep/khoa.txt").symlink_to("/etc/passwd")
    clone.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/xa/xa-mau/kho")
    clone.git("add", "content/xa/xa-mau/tep")
    clone.git("commit", "--quiet", "--message", "Liên kết")
    done = clone.push()
    assert done.returncode == 1
    assert "content/xa/xa-mau/kho:1:1: lỗi: là liên kết tới nơi khác [link_refused]" in done.stderr
    assert "content/xa/xa-mau/tep/khoa.txt:1:1: lỗi: là liên kết tới nơi khác [link_refused]" in done.stderr
    assert machine.head() == before


def test_a_tree_that_leads_out_of_its_folder_writes_nothing_outside(
    machine: Machine, tmp_path: Path
) -> None:
    """Git refuses such a push by itself; the reading does not rely on it."""
    repository = Repository(machine.repo)
    blob = object_of(machine.repo, "blob", b"x")
    up = object_of(machine.repo, "tree", b"100644 ra.txt\0" + bytes.fromhex(blob))
    tree = object_of(
        machine.repo, "tree", b"40000 ..\0" + bytes.fromhex(up) + b"100644 a.yml\0" + bytes.fromhex(blob)
    )
    for name in ("xa-mau", "xa", "content"):
        tree = object_of(machine.repo, "tree", f"40000 {name}\0".encode() + bytes.fromhex(tree))
    found = source.Source(repository)
    entries = found.entries(tree, ["xa-mau"])
    assert [(entry.path.rsplit("/", 2)[-2:], entry.is_safe) for entry in entries] == [
        (["..", "ra.txt"], False),
        (["xa-mau", "a.yml"], True),
    ]
    with found.on_disk(entries):
        assert sorted(path.name for path in Path().rglob("*") if path.is_file()) == ["a.yml"]
    assert not list(tmp_path.rglob("ra.txt"))


def object_of(repo: Path, kind: str, content: bytes) -> str:
    command = ["git", f"--git-dir={repo}", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode().strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["main:refs/tags/v1"],
        ["main:refs/congkhai/published"],
        ["main:refs/replace/1111111111111111111111111111111111111111"],
        ["--delete", "main"],
        ["--force", "HEAD~2:main"],
    ],
    ids=" ".join,
)
def test_only_branches_come_in_and_never_backwards(
    machine: Machine, clone: Clone, arguments: list[str]
) -> None:
    clone.commit({SCHEDULE: LATER})
    assert clone.push().returncode == 0
    before = Clone(machine.repo).git("for-each-ref").stdout
    clone.commit({SCHEDULE: RECEPTION})
    assert clone.push(*arguments).returncode != 0
    assert Clone(machine.repo).git("for-each-ref").stdout == before


def test_another_branch_comes_in_and_is_not_published(machine: Machine, clone: Clone) -> None:
    before = mtimes(machine.out)
    clone.commit({SCHEDULE: "hỏng: ["})
    done = clone.push("main:nhap")
    assert done.returncode == 0
    assert "nhánh này không được đăng" in done.stderr
    assert mtimes(machine.out) == before


def test_names_that_no_screen_shows_do_not_reach_the_screen(machine: Machine, clone: Clone) -> None:
    clone.commit({"content/xa/xa-\x1b[31mđỏ/xa.yml": SAMPLE})
    done = clone.push(CONGKHAI_XA="xa-mau")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert "không được sửa content/xa/xa-·[31mđỏ/xa.yml." in done.stderr


def test_what_would_unpack_to_more_than_a_disk_holds_is_refused_unread(
    machine: Machine, clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LARGEST_FILE_MB", 1)
    clone.commit({"content/xa/xa-mau/tep/to.txt": "0" * (3 << 20)})
    clone.push("main:nhap")
    commit = machine.head("refs/heads/nhap")
    with pytest.raises(TooLargeError, match=r"to\.txt: tệp 3 MB, lớn hơn 1 MB"):
        source.Source(Repository(machine.repo)).entries(commit, ["xa-mau"])
    monkeypatch.setattr(source, "LARGEST_FILE_MB", 9)
    monkeypatch.setattr(source, "LARGEST_MB", 2)
    with pytest.raises(TooLargeError, match="tất cả các tệp cộng lại 3 MB"):
        source.Source(Repository(machine.repo)).entries(commit, ["xa-mau"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "đĩa của máy chủ đã đầy"),
        (MemoryError(), "máy chủ thiếu bộ nhớ"),
        (BrokenProcessPool(), "máy chủ thiếu bộ nhớ, một tiến trình đã bị dừng"),
    ],
    ids=["disk", "memory", "killed"],
)
def test_a_machine_that_fails_leaves_the_old_site_and_says_why(
    machine: Machine, clone: Clone, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    before = mtimes(machine.out)
    clone.commit({SCHEDULE: LATER})
    Clone(machine.repo).git("fetch", "--quiet", str(clone.folder), "main:main")

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(live, "publish", fails)
    given = [
        "receive",
        "publish",
        "--repo",
        str(machine.repo),
        "--out",
        str(machine.out),
        "--date",
        str(DAY),
    ]
    assert cli.app(given, standalone_mode=False) == 1
    assert mtimes(machine.out) == before
    assert machine.journal()[-1] == f"hỏng: {said}"
    assert list((machine.repo / source.WORK).iterdir()) == []


def test_the_journal_is_laid_aside_when_it_has_grown(machine: Machine, clone: Clone) -> None:
    (machine.repo / "congkhai.log").write_text("x" * (2 << 20), encoding="utf-8")
    clone.commit({SCHEDULE: LATER})
    assert clone.push().returncode == 0
    assert (machine.repo / "congkhai.log.1").stat().st_size == 2 << 20
    assert len(machine.journal()) == 2


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1yPPQQX2k2Yb0bq0v8w6ZcX1mJH3m0l4xv9hQk7dYt"


def test_the_line_for_a_key_lets_it_push_its_commune_and_nothing_else() -> None:
    printed = congkhai("receive", "key", "xa-mau", input=f"{KEY} can-bo@may\n")
    assert printed.stdout == (
        f'restrict,command="CONGKHAI_XA=xa-mau git-shell -c \\"$SSH_ORIGINAL_COMMAND\\"" {KEY} xa-mau\n'
    )


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["xa-mau"], "-----BEGIN OPENSSH PRIVATE KEY-----"),
        (["xa-mau"], 'command="sh" ' + KEY),
        (["xa-mau"], ""),
        (["xa-mau; sh"], KEY),
        (['xa"mau'], KEY),
    ],
)
def test_what_is_no_public_key_or_no_commune_gets_no_line(arguments: list[str], key: str) -> None:
    refused = congkhai("receive", "key", *arguments, input=f"{key}\n")
    assert refused.returncode == 2
    assert refused.stdout == ""


def test_the_forced_command_of_a_key_carries_the_commune_to_the_hook(
    machine: Machine, clone: Clone, tmp_path: Path
) -> None:
    """What sshd does with the line: the login shell runs the command, the wish stands beside it."""
    printed = congkhai("receive", "key", "xa-mau", input=f"{KEY}\n").stdout
    forced = printed.split('command="', 1)[1].rsplit('" ssh-', 1)[0].replace('\\"', '"')
    ssh = tmp_path / "ssh"
    ssh.write_text(f'#!/bin/sh\nfor wish; do :; done\nexport SSH_ORIGINAL_COMMAND="$wish"\n{forced}\n')
    ssh.chmod(0o755)
    clone.git("remote", "set-url", "origin", f"may-chu:{machine.repo}")
    clone.commit({SCHEDULE: LATER})
    done = clone.push(GIT_SSH=str(ssh), GIT_SSH_VARIANT="simple")
    assert done.returncode == 0, done.stderr
    clone.commit({"content/xa/xa-phu-dinh/xa.yml": SAMPLE})
    refused = clone.push(GIT_SSH=str(ssh), GIT_SSH_VARIANT="simple")
    assert refused.returncode == 1
    assert "Khóa này chỉ được sửa content/xa/xa-mau/" in refused.stderr
