"""A run that is killed, starved or cut off leaves every page as it was or as it was to be, never between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.webserver import Hosting, Server, configuration
from tests.conftest import until
from tests.receive.conftest import SAMPLE, Clone, Machine
from tests.servers import free_port, get, nginx, wait_for

pytestmark = pytest.mark.long
SEED = 20_261_122
KILLS = 20
Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def profile(code: str, phone: str) -> str:
    """A telephone number stands at the foot of every page, so that each page differs."""
    return f'ma: "{code}"\ntinh_trang: cho_tiep_nhan\ntru_so: {{dia_chi: Đường Trung Tâm, dien_thoai: {phone}}}\n'


@pytest.fixture
def two(machine: Machine, clone: Clone) -> tuple[list[str], list[Tree]]:
    """Two commits that differ on every page of both communes, and the site that each gives."""
    commits, sites = [], []
    for phone in ("0200 000 0001", "0200 000 0002"):
        files = {
            "content/xa/xa-mau/xa.yml": profile("00000", phone),
            "content/xa/xa-phu-dinh/xa.yml": profile("05602", phone),
        }
        commits.append(clone.commit(files))
        assert clone.push().returncode == 0
        sites.append(tree(machine.out))
    pages = [
        name
        for name in sites[0]
        if name.endswith("index.html") and name.startswith(("xa-mau/", "xa-phu-dinh/"))
    ]
    assert len(pages) > 10
    assert [name for name in pages if sites[0][name] == sites[1][name]] == []
    return commits, sites


def wholly_one_of(found: Tree, sites: list[Tree]) -> list[str]:
    """What is neither: a commune's folder is judged as a whole, the province's files one by one."""
    names = {name.split("/")[0] for name in found if "/" in name and name.startswith("xa-")}
    half = [name for name in names if part(found, name) not in [part(site, name) for site in sites]]
    single = (name for name in found if not name.startswith("xa-") and name != ".congkhai.json")
    half += [name for name in single if found[name] not in [site.get(name) for site in sites]]
    missing = [name for name in ("xa-mau", "xa-phu-dinh") if name not in names]
    return half + missing


def part(site: Tree, name: str) -> Tree:
    return {path: content for path, content in site.items() if path.startswith(f"{name}/")}


@contextmanager
def reader(port: int, sites: list[Tree], wrong: list[str]) -> Iterator[list[int]]:
    """A citizen who reads one page after the other all the while."""
    pages = sorted(name for name in sites[0] if name.endswith("index.html"))
    stop, count = threading.Event(), [0]

    def read() -> None:
        while not stop.is_set():
            name = pages[count[0] % len(pages)]
            answer = get(port, "/" + name.removesuffix("index.html"))
            count[0] += 1
            if answer.status != 200 or answer.body not in [site[name] for site in sites]:
                wrong.append(f"{name}: {answer.status}")

    thread = threading.Thread(target=read)
    thread.start()
    yield count
    stop.set()
    thread.join()


def test_twenty_kills_at_random_moments_never_leave_half_a_site(
    machine: Machine, two: tuple[list[str], list[Tree]], tmp_path: Path
) -> None:
    commits, sites = two
    moments, port = random.Random(SEED), free_port()  # noqa: S311  no secret
    wrong: list[str] = []
    start = time.monotonic()
    run(machine, commits[0]).wait(timeout=120)
    whole = time.monotonic() - start
    site = configuration(Server.NGINX, Hosting(machine.out, port=port))
    with nginx(tmp_path / "nginx", site):
        wait_for(port)
        with reader(port, sites, wrong) as count:
            killed = tries = 0
            while killed < KILLS:
                tries += 1
                assert tries < 4 * KILLS, "most runs ended before they were killed"
                process = run(machine, commits[tries % 2])
                time.sleep(moments.uniform(0.0, 1.0) * whole)
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    killed += 1
                process.wait()
                assert wholly_one_of(tree(machine.out), sites) == []
    assert wrong == []
    assert count[0] > 100
    assert run(machine, commits[1]).wait(timeout=120) == 0
    assert tree(machine.out) == sites[1]
    assert list((machine.repo / "congkhai-tam").iterdir()) == []
    assert not list(machine.folder.glob(".trang-dang-dung-*"))
    assert any(line.startswith("bắt đầu") for line in machine.journal())


def run(machine: Machine, commit: str) -> subprocess.Popen[bytes]:
    """A run after a push of a commit, in a group of its own so that its workers die with it."""
    Clone(machine.repo).git("update-ref", "refs/heads/main", commit)
    command = [*machine.publish(), "--all"]
    return subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_a_worker_killed_for_want_of_memory_leaves_the_old_site_and_a_word(
    machine: Machine, two: tuple[list[str], list[Tree]]
) -> None:
    """As the kernel does when memory runs out: one process is gone, the others live."""
    commits, sites = two
    process = run(machine, commits[0])
    workers: list[int] = []

    def both_work() -> bool:
        """One alone may be what is about to become git."""
        workers[:] = children(process.pid)
        return len(workers) > 1

    until(both_work)
    os.kill(workers[0], signal.SIGKILL)
    assert process.wait(timeout=120) == 1
    assert tree(machine.out) == sites[1]
    assert machine.journal()[-1] == "hỏng: máy chủ thiếu bộ nhớ, một tiến trình đã bị dừng"
    assert run(machine, commits[0]).wait(timeout=120) == 0
    assert wholly_one_of(tree(machine.out), sites[:1]) == []


def children(pid: int) -> list[int]:
    """Python's own processes below one; git, which it also starts, is none."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)
            name = fields[0].split("(", 1)[1]
        except OSError:
            continue
        if int(fields[1].split()[1]) == pid and name.startswith("python"):
            found.append(int(status.parent.name))
    return found


def test_a_full_disk_keeps_the_old_site_and_says_so(
    machine: Machine, clone: Clone, small_disk: Path
) -> None:
    on_disk = Machine(small_disk)
    shutil.copytree(machine.repo, on_disk.repo)
    command = on_disk.publish()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    before = tree(on_disk.out)
    clone.git("remote", "set-url", "origin", str(on_disk.repo))
    clone.commit({"content/xa/xa-mau/xa.yml": SAMPLE + "tru_so: {dia_chi: Số 1 đường Trung Tâm}\n"})
    Clone(on_disk.repo).git("fetch", "--quiet", str(clone.folder), "main:main")
    fill(small_disk / "day")
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "đĩa của máy chủ đã đầy. Trang cũ vẫn nguyên." in done.stdout
    assert tree(on_disk.out) == before
    (small_disk / "day").unlink()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert tree(on_disk.out) != before


def fill(path: Path) -> None:
    """Leave room for less than the smallest site."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"0" * 65_536)
        except OSError:
            return
