"""What many tests need: the real province folder, the sample commune, a site built once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from generator.assess import assess
from generator.compose import compose
from generator.core import Problem
from generator.imports.procedures import Order as Import
from generator.imports.procedures import import_procedures
from generator.kinds._kind import Scope
from generator.load import load_commune, load_province
from generator.province import Province
from generator.publish import Order, publish
from tests.real import real_data

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
DAY = date(2026, 11, 22)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_configure() -> None:
    """Whoever starts the tests in the background of a script has Ctrl-C ignored; commands under test must hear it."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def write_tree(root: Path, files: dict[str, str]) -> Path:
    """Write files named by their path below `root`; the input of a test stands in the test."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def province() -> Province:
    """The province as `content/tinh` declares it."""
    found, problems = load_province(CONTENT / "tinh")
    assert found, [str(p.place) + p.sentence for p in problems]
    return found


@pytest.fixture(scope="session")
def sample(province: Province) -> Scope:
    """The fictional commune, with every kind filled richly."""
    commune, problems = load_commune(CONTENT / "xa" / "xa-mau", province)
    assert commune, [str(p.place) + p.sentence for p in problems]
    scope = Scope(commune, province, DAY)
    return replace(scope, verdicts=assess(scope))


@pytest.fixture(scope="session")
def empty(province: Province) -> Scope:
    """A commune of which only code and standing are known."""
    commune, _ = load_commune(CONTENT / "xa" / "xa-phu-dinh", province)
    assert commune
    return Scope(commune, province, DAY)


def until(happened: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for something that another process does; fails when it never comes."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


Load = Callable[[dict[str, str]], tuple[Scope | None, tuple[Problem, ...]]]


@pytest.fixture
def load(tmp_path: Path, province: Province) -> Load:
    """Loads a commune from files written in the test; `xa.yml` is the fictional one's where not given."""

    def from_files(files: dict[str, str]) -> tuple[Scope | None, tuple[Problem, ...]]:
        given = {"xa.yml": 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n', **files}
        folder = write_tree(tmp_path / "xa-mau", given)
        commune, problems = load_commune(folder, province)
        return (Scope(commune, province, DAY) if commune else None), problems

    return from_files


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout's own files, to change at will."""
    for name in ("generator", "site_templates", "docs", "content", "tests", "mkdocs.yml", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB, where this test may make one."""
    folder = tmp_path / "dia"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder for all workers of this run; the first that asks for its name makes it, nobody changes it."""
    own = tmp_path_factory.getbasetemp()
    root = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        with FileLock(root / f"{name}.lock"):
            if not (root / f"{name}.done").exists():
                (root / name).mkdir()
                make(root / name)
                (root / f"{name}.done").touch()
        return root / name

    return folder


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """All of `content/` built for one day."""

    def make(folder: Path) -> None:
        assert publish(Order(CONTENT, CONTENT / "tinh", folder, DAY, jobs=2)).good

    return once("site", make)


@pytest.fixture(scope="session")
def real_site(once: Once) -> Path:
    """The sample commune with every real procedure."""
    sources = [real_data("tthc/portal"), real_data("tthc/thu_tuc.json")]

    def make(folder: Path) -> None:
        content = shutil.copytree(CONTENT, folder / "content")
        import_procedures(Import(tuple(sources), content / "tinh" / "thu-tuc", DAY))
        order = Order(content, content / "tinh", folder / "site", DAY, only=("xa-mau",))
        assert publish(order).good

    return once("real-search", make) / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        message = "Chromium is missing: `apt-get install chromium`, then run again"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def urls(sample: Scope) -> list[str]:
    """One address for each template of the sample commune, an empty commune's pages, the province."""
    by_template = {draft.template: draft.url for draft in compose(sample)}
    sections = {f"xa-phu-dinh/{draft.url}" for draft in compose(sample) if draft.menu or not draft.url}
    return ["", "404.html", *(f"xa-mau/{url}" for url in by_template.values()), *sorted(sections)]
