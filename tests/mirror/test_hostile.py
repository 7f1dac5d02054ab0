"""Sources that mean harm: they keep their own last good copy and touch nothing and nobody else."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.mirror import files, tries
from generator.mirror.address import read_git_address
from generator.mirror.fetch import Limits, Seen, fetch
from generator.mirror.settle import Result
from generator.mirror.take import Taken, Task, take
from generator.mirror.trouble import NotTakenError
from generator.publish import Job
from generator.receive import repository
from tests.mirror.conftest import BROKEN, EARLY, LATE, LATER, Mirror, Origin, listing, origin, results
from tests.receive.conftest import GIT

SCHEDULE = "tiep-cong-dan.yml"
TOKEN = "bi-mat-1234"  # noqa: S105
LIMITS = Limits(seconds=20, megabytes=50)

pytestmark = pytest.mark.long  # minutes of real git


def loi(mirror: Mirror, slug: str = "xa-mau") -> str:
    return str(mirror.entry(slug)["loi"]["noi_dung"])


def blob(commune: Origin, text: str, mode: str, path: str) -> None:
    """Put something into the next commit that the file system here would not hold."""
    file = commune.folder / "tam"
    file.write_text(text, encoding="utf-8")
    id = commune.git("hash-object", "-w", str(file))
    file.unlink()
    commune.git("update-index", "--add", "--cacheinfo", f"{mode},{id},{path}")


def commit_index(commune: Origin) -> None:
    commune.git("commit", "--quiet", "--message", "Sửa")


def test_links_and_submodules_in_a_commune_are_refused(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.sync()
    link, module = three["xa-mau"], three["xa-phu-dinh"]
    blob(link, "/etc/passwd", "120000", "content/xa/xa-mau/tep/a.pdf")
    commit_index(link)
    head = module.git("rev-parse", "HEAD")
    module.git("update-index", "--add", "--cacheinfo", f"160000,{head},content/xa/xa-phu-dinh/tep")
    commit_index(module)
    three["xa-dinh-hoa"].commit({SCHEDULE: LATER})
    found = results(mirror.sync())
    assert found == {"xa-mau": Result.KEPT, "xa-phu-dinh": Result.KEPT, "xa-dinh-hoa": Result.NEW}
    for slug in ("xa-mau", "xa-phu-dinh"):
        assert "có liên kết hoặc đường dẫn ra ngoài" in loi(mirror, slug)
        assert EARLY in mirror.page(f"{slug}/tiep-cong-dan")


def test_a_tree_that_leaves_its_folder_does_not_come_in(mirror: Mirror, three: dict[str, Origin]) -> None:
    """git itself refuses to fetch it; where it would not, the path is refused."""
    mirror.sync()
    commune = three["xa-mau"]
    id = commune.git("rev-parse", "HEAD:content/xa/xa-mau/xa.yml")
    tree = f"100644 blob {id}\t../../../thoat.yml"
    made = mktree(commune, tree)
    for name in ("xa-mau", "xa", "content"):
        made = mktree(commune, f"040000 tree {made}\t{name}")
    head = commune.git("commit-tree", made, "-m", "x")
    commune.git("update-ref", "refs/heads/main", head)
    assert results(mirror.sync())["xa-mau"] is Result.KEPT
    assert list(mirror.folder.rglob("thoat.yml")) == []
    entry = repository.Entry("content/xa/xa-mau/../../thoat.yml", "100644", id, 9)
    with pytest.raises(NotTakenError):
        files.GitFiles(repository.Repository(commune.folder), (entry,)).check(1)


def mktree(commune: Origin, text: str) -> str:
    """As a hostile repository holds it: git mktree would not take a slash in a name."""
    import hashlib
    import zlib

    head, _, name = text.partition("\t")
    mode, _, id = head.split()
    body = mode.lstrip("0").encode() + b" " + name.encode() + b"\0" + bytes.fromhex(id)
    content = b"tree %d\0" % len(body) + body
    digest = hashlib.sha1(content).hexdigest()  # noqa: S324  git's own
    path = commune.folder / ".git" / "objects" / digest[:2] / digest[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(content))
    return digest


def test_a_tree_that_never_ends_is_given_up(
    mirror: Mirror, three: dict[str, Origin], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten folders deep, each with ten names for the same folder: ten thousand million files in few bytes."""
    mirror.sync()
    commune = three["xa-mau"]
    monkeypatch.setattr(repository, "LISTED_MB", 1)
    id = commune.git("rev-parse", "HEAD:content/xa/xa-mau/xa.yml")
    made = bomb(commune, "100644 blob", id)
    for _ in range(9):
        made = bomb(commune, "040000 tree", made)
    for name in ("xa-mau", "xa", "content"):
        made = mktree(commune, f"040000 tree {made}\t{name}")
    commune.git("update-ref", "refs/heads/main", commune.git("commit-tree", made, "-m", "x"))
    three["xa-phu-dinh"].commit({SCHEDULE: LATER})
    start = time.monotonic()
    found = results(mirror.sync())
    assert (found["xa-mau"], found["xa-phu-dinh"]) == (Result.KEPT, Result.NEW)
    assert "quá nhiều tệp" in loi(mirror)
    assert time.monotonic() - start < 60


def bomb(commune: Origin, kind: str, id: str) -> str:
    lines = "".join(f"{kind} {id}\tf{number}\n" for number in range(10))
    done = subprocess.run(
        ["git", "mktree"], input=lines, cwd=commune.folder, env={**os.environ, **GIT},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_what_is_too_large_is_refused_in_one_file_in_sum_and_in_the_pack(
    mirror: Mirror, three: dict[str, Origin], monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror.sync()
    text = listing(*three.values(), more="toi_da_mb: 2\n")
    mirror.listed(text)
    commune = three["xa-mau"]
    commune.commit({"tep/a.txt": "0" * (3 << 20)})
    assert results(mirror.sync())["xa-mau"] is Result.KEPT
    assert "tất cả các tệp cộng lại nặng hơn 2 MB" in loi(mirror)
    monkeypatch.setattr(files, "LARGEST_FILE_MB", 1)
    mirror.sync()
    assert "có tệp nặng hơn 1 MB" in loi(mirror)
    noise = commune.folder / "content" / "xa" / "xa-mau" / "tep" / "b.bin"
    noise.write_bytes(os.urandom(5 << 20))
    commune.commit_all()
    three["xa-phu-dinh"].commit({SCHEDULE: LATER})
    found = results(mirror.sync())
    assert (found["xa-mau"], found["xa-phu-dinh"]) == (Result.KEPT, Result.NEW)
    assert "kho nặng hơn mức 2 MB" in loi(mirror)
    size = sum(path.stat().st_size for path in mirror.store.rglob("*") if path.is_file())
    assert size < 6 << 20
    commune.git("rm", "-r", "--quiet", "--force", "content/xa/xa-mau/tep")
    commune.commit_all()
    assert results(mirror.sync())["xa-mau"] is Result.NEW


@contextmanager
def silent_server() -> Iterator[int]:
    """It takes a connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held: list[socket.socket] = []
        threading.Thread(target=lambda: held.append(listening.accept()[0]), daemon=True).start()
        yield listening.getsockname()[1]
        for one in held:
            one.close()


def test_a_host_that_never_answers_is_given_up_and_the_others_are_new(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    with silent_server() as port:
        good = listing(three["xa-phu-dinh"], more="toi_da_giay: 15\n")
        mirror.listed(f"{good}  - xa: [xa-mau]\n    kho: https://127.0.0.1:{port}/xa-mau.git\n")
        start = time.monotonic()
        found = results(mirror.sync())
    assert time.monotonic() - start < 120
    assert found == {"xa-mau": Result.NOTHING, "xa-phu-dinh": Result.NEW}
    assert "lấy quá 15 giây chưa xong" in loi(mirror)


def test_nothing_in_a_repository_runs_here(mirror: Mirror, three: dict[str, Origin]) -> None:
    """Its configuration, attributes, hooks and submodules are data, or not even that."""
    commune, proof = three["xa-mau"], mirror.folder / "da-chay"
    hook = commune.folder / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {proof}\n", encoding="utf-8")
    hook.chmod(0o755)
    (commune.folder / ".gitattributes").write_text("* filter=x\n", encoding="utf-8")
    (commune.folder / ".gitmodules").write_text(
        f'[submodule "x"]\n\tpath = x\n\turl = ext::touch {proof}\n', encoding="utf-8"
    )
    commune.commit_all()
    for name in ("uploadpack.packObjectsHook", "core.fsmonitor", "core.sshCommand", "core.gitProxy"):
        commune.git("config", name, f"touch {proof}")
    mirror.sync()
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    assert not proof.exists()
    for folder in (mirror.store / "kho").iterdir():
        assert not (folder / "hooks").exists()


def test_a_build_that_hangs_or_dies_harms_no_other(
    mirror: Mirror, three: dict[str, Origin], monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror.sync()
    for one in three.values():
        one.commit({SCHEDULE: LATER})
    mirror.listed(listing(*three.values(), more="toi_da_giay: 15\n"))
    monkeypatch.setattr(tries, "take", troubled)
    found = results(mirror.sync())
    assert found == {"xa-mau": Result.KEPT, "xa-phu-dinh": Result.KEPT, "xa-dinh-hoa": Result.NEW}
    assert "dựng quá lâu" in loi(mirror, "xa-mau")
    assert "thiếu bộ nhớ" in loi(mirror, "xa-phu-dinh")
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    monkeypatch.setattr(tries, "take", take)
    assert set(results(mirror.sync()).values()) == {Result.NEW, Result.SAME}
    assert LATE in mirror.page("xa-mau/tiep-cong-dan")


def troubled(job: Job, task: Task) -> Taken:
    """One hangs in the middle of its build, one is killed as the kernel does when memory runs out."""
    if task.found.slug == "xa-dinh-hoa":
        return take(job, task)
    (job.fresh / task.found.slug).mkdir()
    (job.fresh / task.found.slug / "index.html").write_text("nửa trang", encoding="utf-8")
    if task.found.slug == "xa-phu-dinh":
        os.kill(os.getpid(), 9)
    time.sleep(600)
    return Taken()


def test_names_and_passwords_are_in_no_page_file_message_or_list_of_processes(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    with silent_server() as port:
        kho = f"https://can-bo:{TOKEN}@127.0.0.1:{port}/xa-mau.git"
        mirror.listed(f"toi_da_giay: 4\nnguon:\n  - xa: [xa-mau]\n    kho: {kho}\n")
        process = subprocess.Popen(
            mirror.command("sync"),
            cwd=mirror.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        listed = ""
        while process.poll() is None:
            listed += subprocess.run(
                ["ps", "-ww", "-eo", "args"], capture_output=True, text=True, check=True
            ).stdout
            time.sleep(0.2)
        said = process.communicate()[0]
    assert (
        f"fetch --quiet --no-tags --no-write-fetch-head --no-auto-gc --update-shallow --depth=1 --end-of-options https://127.0.0.1:{port}/xa-mau.git"
        in listed
    )
    assert TOKEN not in listed + said
    told = [path for path in mirror.folder.rglob("*") if path.is_file() and path.name != "mirror.yml"]
    assert [
        path for path in told if TOKEN.encode() in path.read_bytes() or b"can-bo:" in path.read_bytes()
    ] == []
    assert mirror.entry("xa-mau")["nguon"]["kho"] == f"https://127.0.0.1:{port}/xa-mau.git"


def test_the_password_reaches_the_host_and_none_is_asked_for(tmp_path: Path) -> None:
    """The host says no; git neither asks a person nor a helper."""
    address = read_git_address(f"https://can-bo:{TOKEN}@127.0.0.1:1/x.git")
    assert (address.url, address.shown) == ("https://127.0.0.1:1/x.git",) * 2
    assert TOKEN not in repr(address)
    with pytest.raises(NotTakenError) as refused:
        fetch(tmp_path / "x.git", address, "main", Seen(), LIMITS)
    assert refused.value.reason == "không nối được tới nơi giữ kho"


def test_what_a_killed_fetch_left_is_no_hindrance(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.sync()
    three["xa-mau"].commit({SCHEDULE: LATER})
    folders = sorted((mirror.store / "kho").iterdir())
    for folder in folders:
        (folder / "shallow.lock").touch()
        (folder / "refs" / "congkhai" / "moi.lock").touch()
    (folders[0] / "HEAD").unlink()
    report = mirror.sync()
    assert report.good
    assert results(report)["xa-mau"] is Result.NEW
    assert list((mirror.store / "kho").rglob("*.lock")) == []


def test_an_empty_repository_and_a_missing_branch_are_told(mirror: Mirror) -> None:
    commune = origin(mirror.folder, "xa-mau")
    mirror.listed(f"nguon:\n  - {{xa: [xa-mau], kho: '{commune.url}', nhanh: khac}}\n")
    assert results(mirror.sync()) == {"xa-mau": Result.NOTHING}
    assert loi(mirror) == "kho không có nhánh đã ghi"
    mirror.listed(f"nguon:\n  - {{xa: [xa-phu-dinh], kho: '{commune.url}'}}\n")
    assert results(mirror.sync()) == {"xa-phu-dinh": Result.NOTHING}
    assert "không có thư mục content/xa/xa-phu-dinh" in loi(mirror, "xa-phu-dinh")


def test_broken_content_of_a_commune_never_taken_gives_a_page_that_says_so(mirror: Mirror) -> None:
    commune = origin(mirror.folder, "xa-mau", {SCHEDULE: BROKEN})
    mirror.listed(listing(commune))
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert "Trang này chưa dựng được" in mirror.page("xa-mau")
    assert mirror.entry("xa-mau")["tinh_trang"] == "cho_sua"
    commune.commit({SCHEDULE: LATER})
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
