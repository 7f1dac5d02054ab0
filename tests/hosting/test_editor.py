"""The editor of the forms travels in the wheel where `make admin` has fetched it, and the wheel does without it too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.hosting.limits import Host
from generator.resources import ADMIN
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.hosting.conftest import SAMPLE, Machine
from tests.hosting.test_deploy import deploy, repository, written

PARTS = ("generator", "site_templates", "docs", "requirements")
FILES = ("pyproject.toml", "hatch_build.py", "mkdocs.yml", "README.md", "LICENSE")
EDITOR = {
    f"{ADMIN.name}/{name}": f"/* {name} */\n" for name in ("sveltia-cms.js", "vi.json", "symbols.woff2")
}


def checkout(root: Path) -> Path:
    for folder in PARTS:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, root / file)
    return root


def wheel_of(root: Path, to: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--wheel-dir", str(to), str(root)], check=True)
    return next(to.glob("*.whl"))


def built(machine: Machine, wheel: Path, root: Path) -> Path:
    """The site of a commune whose forms have somewhere to write, by the installed wheel."""
    root.mkdir()
    pip = (str(machine.python), "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall")
    machine.run(*pip, str(wheel), cwd=root)
    shutil.copytree(CONTENT / "tinh", root / "content" / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    with (root / "content" / "tinh" / "tinh.yml").open("a", encoding="utf-8") as file:
        file.write("kho_du_lieu:\n  - loai: github\n    dia_chi: https://github.com\n    kho: ubnd/{xa}\n")
    write_tree(root / "content" / "xa", {"xa-mau/xa.yml": SAMPLE.replace("cho_tiep_nhan", "chinh_thuc")})
    machine.run("congkhai", "build", "--date", str(DAY), cwd=root)
    return root / "site" / "xa-mau"


def test_an_installed_wheel_publishes_the_forms_that_it_carries(machine: Machine, tmp_path: Path) -> None:
    root = write_tree(checkout(tmp_path / "kho"), EDITOR)
    site = built(machine, wheel_of(root, tmp_path / "dist"), tmp_path / "xa")
    assert "khoi-dong.js" in (site / "quan-tri" / "index.html").read_text("utf-8")
    assert (site / "quan-tri" / "sveltia-cms.js").read_text("utf-8") == "/* sveltia-cms.js */\n"


@pytest.mark.long
def test_a_wheel_without_the_editor_publishes_everything_else(machine: Machine, tmp_path: Path) -> None:
    root = checkout(tmp_path / "kho")
    site = built(machine, wheel_of(root, tmp_path / "dist"), tmp_path / "xa")
    assert (site / "index.html").is_file()
    assert [path.name for path in (site / "quan-tri").iterdir()] == ["huong-dan"]


def step(root: Path) -> str:
    """What a workflow runs to add the editor, where the repository holds the generator."""
    repository(root, "tinh")
    (root / "congkhai.lock").unlink()
    write_tree(root, {"requirements/site.txt": "", "generator/x.py": ""})
    assert deploy(root, Host.GITHUB).returncode == 0
    flow = yaml.safe_load(written(root)[".github/workflows/cong-khai.yml"])
    steps = {one["name"]: one.get("run", "") for one in flow["jobs"]["dung"]["steps"]}
    names = list(steps)
    assert (
        names.index("Cài bộ dựng trang")
        < names.index("Thêm bộ biểu mẫu nhập liệu")
        < names.index("Dựng trang")
    )
    return str(steps["Thêm bộ biểu mẫu nhập liệu"])


@pytest.mark.parametrize(("npm", "installs"), [(0, True), (1, False)])
def test_where_npm_fails_the_site_goes_out_without_forms_and_says_so(
    npm: int, installs: bool, tmp_path: Path
) -> None:
    script = step(tmp_path / "kho")
    said = {"npm": f'echo "npm $*" >> "$LOG"; exit {npm}', "python": 'echo "python $*" >> "$LOG"'}
    tools = write_tree(tmp_path / "bin", {name: f"#!/bin/sh\n{text}\n" for name, text in said.items()})
    for name in said:
        (tools / name).chmod(0o755)
    env = {"PATH": f"{tools}:{os.environ['PATH']}", "LOG": str(tmp_path / "log")}
    bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(bash, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    log = (tmp_path / "log").read_text("utf-8")
    assert done.returncode == 0, done.stderr
    assert "npm ci --prefix bench/admin --ignore-scripts" in log
    assert ("python bench/admin.py" in log, "pip install" in log) == (installs, installs)
    assert ("Không lấy được bộ biểu mẫu" in done.stdout) is not installs


def test_a_repository_with_a_lock_asks_npm_for_nothing(tmp_path: Path) -> None:
    assert deploy(repository(tmp_path, "xa"), Host.GITHUB).returncode == 0
    assert "npm" not in "".join(written(tmp_path).values())
