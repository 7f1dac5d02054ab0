"""Plain MkDocs at the root and live preview: the same path, never touching `site/`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.links import broken

THON = "thon:\n  - {ma: doi-che, ten: Đồi Chè, loai: xom}\n"
XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'


def environment(content: Path) -> dict[str, str]:
    return {**os.environ, "XA": "xa-mau", "CONGKHAI_CONTENT": str(content), "CONGKHAI_DATE": str(DAY)}


def test_mkdocs_build_at_the_root_gives_the_same_pages_and_never_touches_site(
    checkout: Path, site: Path
) -> None:
    write_tree(checkout, {"site/index.html": "trang đã đăng"})
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=checkout,
        env={**environment(checkout / "content"), "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    built = checkout / ".mkdocs-site"
    assert (checkout / "site" / "index.html").read_text("utf-8") == "trang đã đăng"
    assert list(broken(built)) == []
    for page in (site / "xa-mau").rglob("*"):
        if page.is_file():
            assert (built / page.relative_to(site / "xa-mau")).read_bytes() == page.read_bytes(), page


def test_mkdocs_build_with_an_error_in_the_content_fails_and_says_where(checkout: Path) -> None:
    write_tree(checkout, {"content/xa/xa-mau/xa.yml": "ma: 0\n"})
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=checkout,
        env={**environment(checkout / "content"), "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "xa-mau/xa.yml:1:5" in result.stderr
    assert "Traceback" not in result.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page(address: str) -> str:
    """What is served; empty while there is no server. MkDocs answers nobody while it builds."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(address: str, words: str, seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if words in page(address):
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def preview(checkout: Path) -> Iterator[tuple[Path, str]]:
    """A preview server over a checkout of its own, with a small commune."""
    shutil.rmtree(checkout / "content" / "xa" / "xa-mau")
    write_tree(checkout, {"content/xa/xa-mau/xa.yml": XA + "tru_so: {dia_chi: Số 1 đường Cũ}\n"})
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "xa-mau", "--port", str(port), "--date", str(DAY)],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield checkout, f"http://127.0.0.1:{port}/lien-he/"
    finally:
        server.terminate()
        server.wait(timeout=10)


def test_preview_reloads_when_data_a_template_or_a_model_changes(preview: tuple[Path, str]) -> None:
    root, address = preview
    assert wait_for(address, "Số 1 đường Cũ")

    write_tree(root, {"content/xa/xa-mau/xa.yml": XA + "tru_so: {dia_chi: Số 2 đường Mới}\n"})
    assert wait_for(address, "Số 2 đường Mới")

    write_tree(root, {"content/xa/xa-mau/xa.yml": "ma: 0\n"})
    time.sleep(1.5)
    assert wait_for(address, "Số 2 đường Mới"), "an error in the content keeps the last good page"

    write_tree(root, {"content/xa/xa-mau/xa.yml": XA + "tru_so: {dia_chi: Số 3}\n" + THON})
    assert wait_for(address, "Số 3")

    template = root / "site_templates" / "profile" / "contact.html"
    template.write_text(template.read_text("utf-8").replace("<h1>Liên hệ</h1>", "<h1>Gọi ai</h1>"), "utf-8")
    assert wait_for(address, "<h1>Gọi ai</h1>")

    model = root / "generator" / "kinds" / "profile" / "model.py"
    model.write_text(model.read_text("utf-8").replace('"xom", "Xóm"', '"xom", "Xóm nhỏ"'), "utf-8")
    assert wait_for(address.replace("lien-he", "thon"), "Xóm nhỏ Đồi Chè")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python environment with the built wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run(
        [
            *pip,
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(folder),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    wheel = next(folder.glob("*.whl"))
    subprocess.run(
        [*pip, "install", "--quiet", "--no-deps", "--target", str(folder / "site"), str(wheel)],
        check=True,
        capture_output=True,
    )
    return folder / "site"


def test_the_installed_wheel_carries_templates_and_look_and_builds_a_communes_own_repository(
    installed: Path, tmp_path: Path, site: Path
) -> None:
    shutil.copytree(CONTENT / "xa" / "xa-mau", tmp_path / "content" / "xa" / "xa-mau")
    alone = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    where = [sys.executable, "-c", "import generator.resources as r; print(r.LOOK)"]
    look = subprocess.run(where, cwd=tmp_path, env=alone, capture_output=True, text=True, check=True)
    assert Path(look.stdout.strip()) == installed / "generator" / "look"
    result = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--tinh", str(CONTENT / "tinh"), "--date", str(DAY)],
        cwd=tmp_path,
        env=alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    for page in (site / "xa-mau").rglob("*"):
        if page.is_file():
            same = tmp_path / "site" / "xa-mau" / page.relative_to(site / "xa-mau")
            assert same.read_bytes() == page.read_bytes(), page
