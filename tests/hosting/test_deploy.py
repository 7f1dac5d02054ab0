"""`congkhai new deploy`: what it writes is sound by the hosts' own rules, and never undoes anybody's work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.hosting.limits import Host
from generator.hosting.owners import Owners, read_owners, rules
from tests.conftest import write_tree
from tests.hosting.conftest import GOOD, SAMPLE
from tests.hosting.runners import PINNED
from tests.test_cli import congkhai

BIN = Path(sys.executable).parent
SHAPES = ("xa", "tinh")
WRITERS = {
    "dang": {"pages", "id-token"},
    "giu": {"contents"},
    "de-nghi": {"contents", "pull-requests"},
    "gui": {"issues"},
}
USES = re.compile(r"uses: (\S+)(.*)")


def repository(root: Path, shape: str) -> Path:
    """Of one commune, or of a province with two."""
    files = {"congkhai.lock": "# ghim\n", "content/xa/xa-mau/xa.yml": SAMPLE}
    if shape == "tinh":
        files |= {"content/xa/xa-phu-dinh/xa.yml": GOOD, "content/tinh/tinh.yml": 'ten: Tỉnh\nma: "19"\n'}
    return write_tree(root, files)


def deploy(root: Path, host: Host, *more: str) -> subprocess.CompletedProcess[str]:
    return congkhai("new", "deploy", host.value, "--out", str(root), *more)


def written(root: Path) -> dict[str, str]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in found
        if not path.is_relative_to(root / "content") and path.name != "congkhai.lock"
    }


def workflows(root: Path) -> dict[str, Any]:
    return {name: yaml.safe_load(text) for name, text in written(root).items() if "/workflows/" in name}


EVERY = pytest.mark.parametrize(("host", "shape"), [(host, shape) for host in Host for shape in SHAPES])


@EVERY
def test_the_linter_and_the_hosts_own_schemas_find_nothing(host: Host, shape: str, tmp_path: Path) -> None:
    assert deploy(repository(tmp_path, shape), host).returncode == 0
    if host is Host.GITLAB:
        schema, files = "vendor.gitlab-ci", [".gitlab-ci.yml"]
    else:
        schema, files = "vendor.github-workflows", list(workflows(tmp_path))
        linted = [str(BIN / "zizmor"), "--offline", "--persona=pedantic", "--no-progress", *files]
        found = subprocess.run(linted, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout
    checked = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *files]
    found = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_gitlab_takes_the_name_of_the_preview(tmp_path: Path) -> None:
    """The form that GitLab asks of `expose_as`; its schema does not."""
    assert deploy(repository(tmp_path, "xa"), Host.GITLAB).returncode == 0
    pipeline = yaml.safe_load(written(tmp_path)[".gitlab-ci.yml"])
    name = pipeline["xem-truoc"]["artifacts"]["expose_as"]
    assert re.fullmatch(r"\w[-\w ]*", name, re.ASCII)
    assert len(name) <= 100


def test_the_linter_and_the_schema_would_find_something(tmp_path: Path) -> None:
    deploy(repository(tmp_path, "xa"), Host.GITHUB)
    file = tmp_path / ".github" / "workflows" / "xem-truoc.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("on: pull_request", "on: pull_request_target"), "utf-8")
    linted = [str(BIN / "zizmor"), "--offline", "--no-progress", str(file)]
    found = subprocess.run(linted, capture_output=True, text=True, check=False)
    assert found.returncode == 14
    assert "dangerous-triggers" in found.stdout
    file.write_text(text.replace("runs-on:", "run-on:"), "utf-8")
    checked = [str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(file)]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 1


@EVERY
def test_actions_are_pinned_by_hash_and_say_their_version(host: Host, shape: str, tmp_path: Path) -> None:
    deploy(repository(tmp_path, shape), host)
    used = [found for text in written(tmp_path).values() for found in USES.findall(text)]
    assert all(PINNED.fullmatch(name) for name, _ in used)
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, version in used)
    expected = {"github": 6, "cloudflare": 4, "forgejo": 1}
    assert len({name.split("@")[0] for name, _ in used}) == expected.get(host, 0)


@pytest.mark.parametrize("host", [Host.GITHUB, Host.CLOUDFLARE])
def test_only_jobs_that_run_nothing_of_the_content_may_write(host: Host, tmp_path: Path) -> None:
    deploy(repository(tmp_path, "xa"), host)
    for name, workflow in workflows(tmp_path).items():
        assert workflow["permissions"] == {}
        assert "pull_request_target" not in str(workflow)
        for job, said in workflow["jobs"].items():
            rights = {right for right, level in said["permissions"].items() if level == "write"}
            expected = WRITERS.get(job, set())
            assert rights == expected, (name, job)
            runs = " ".join(step.get("run", "") for step in said["steps"])
            assert not (rights and ("congkhai " in runs or "pip install" in runs)), (name, job)
            secret = [(name, step["name"]) for step in said["steps"] if "secrets." in str(step)]
            assert secret in ([], [(".github/workflows/cong-khai.yml", "Phát hành")]), (name, job)
            assert set(re.findall(r"secrets\.(\w+)", str(said))) <= {"CONGKHAI_KHOA"}


@pytest.mark.parametrize("host", [Host.GITHUB, Host.CLOUDFLARE, Host.FORGEJO])
def test_it_runs_daily_and_one_at_a_time(host: Host, tmp_path: Path) -> None:
    deploy(repository(tmp_path, "tinh"), host)
    chief = next(flow for name, flow in workflows(tmp_path).items() if name.endswith("cong-khai.yml"))
    on = chief[True]  # YAML 1.1 takes the key "on" for a truth value
    assert on["schedule"] == [{"cron": "10 17 * * *"}]
    assert chief["concurrency"] == {"group": "cong-khai", "cancel-in-progress": False}


def test_the_branch_is_written_with_the_password_of_the_run_and_no_other(tmp_path: Path) -> None:
    deploy(repository(tmp_path, "xa"), Host.GITHUB)
    script = written(tmp_path)[".github/workflows/cong-khai.yml"]
    helper = re.findall(r"credential\.helper='(.*?)'", script)
    assert len(helper) == 1
    asked = [
        "git",
        "-c",
        "credential.helper=",
        "-c",
        f"credential.helper={helper[0]}",
        "credential",
        "fill",
    ]
    env = {
        "PATH": os.environ["PATH"],
        "NGUOI": "x-access-token",
        "TOKEN": "mat-khau",
        "HOME": str(tmp_path),
    }
    told = subprocess.run(
        asked,
        input="protocol=https\nhost=github.com\n\n",
        env=env,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines()[2:] == ["username=x-access-token", "password=mat-khau"]


def test_each_commune_owns_its_own_folder_and_the_province_the_rest(tmp_path: Path) -> None:
    repository(tmp_path, "tinh")
    write_tree(tmp_path, {"nguoi-duyet.yml": 'chung: ["@tinh/quan-tri"]\nxa:\n  - xa: xa-mau\n    nguoi: ["@chu-tich", "@van-phong"]\n'})  # fmt: skip
    assert deploy(tmp_path, Host.GITHUB).returncode == 0
    lines = [line for line in written(tmp_path)[".github/CODEOWNERS"].splitlines() if line[0] != "#"]
    assert lines == [
        "* @tinh/quan-tri",
        "/content/xa/xa-mau/ @chu-tich @van-phong",
        "/content/xa/xa-phu-dinh/ @tinh/quan-tri",
    ]


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("content/xa/xa-mau/du-an/DA-01.yml", ["@chu-tich"]),
        ("content/xa/xa-phu-dinh/xa.yml", ["@tinh"]),
        ("content/tinh/tinh.yml", ["@tinh"]),
        (".forgejo/workflows/cong-khai.yml", ["@tinh"]),
        ("nguoi-duyet.yml", ["@tinh"]),
        ("content/xa/xa-mau-2/xa.yml", []),
    ],
)
def test_forgejos_rules_match_whole_paths(path: str, owners: list[str]) -> None:
    said = Owners.model_validate({"chung": ["@tinh"], "xa": [{"xa": "xa-mau", "nguoi": ["@chu-tich"]}]})
    found = rules(said, Host.FORGEJO, "content", ("xa-mau", "xa-phu-dinh"))
    fits = [
        accounts for pattern, accounts in found if bool(re.fullmatch(pattern.lstrip("!"), path)) != (pattern[0] == "!")
    ]  # fmt: skip
    assert fits == owners


@pytest.mark.parametrize(
    ("host", "pattern"), [(Host.GITHUB, "*"), (Host.GITLAB, "*"), (Host.FORGEJO, "!content/xa/[^/]+/.*")]
)
def test_where_nobody_owns_the_rest_of_a_communes_repository_its_leader_does(
    host: Host, pattern: str, tmp_path: Path
) -> None:
    repository(tmp_path, "xa")
    write_tree(tmp_path, {"nguoi-duyet.yml": 'xa:\n  - xa: xa-mau\n    nguoi: ["@chu-tich"]\n'})
    assert deploy(tmp_path, host).returncode == 0
    name = {Host.GITHUB: ".github/CODEOWNERS", Host.GITLAB: ".gitlab/CODEOWNERS"}.get(host, "CODEOWNERS")
    lines = [line for line in written(tmp_path)[name].splitlines() if line[0] != "#"]
    inside = "content/xa/xa-mau/.*" if host is Host.FORGEJO else "/content/xa/xa-mau/"
    assert lines == [f"{pattern} @chu-tich", f"{inside} @chu-tich"]


def test_in_a_repository_of_the_province_no_commune_owns_the_rest(tmp_path: Path) -> None:
    repository(tmp_path, "tinh")
    write_tree(tmp_path, {"nguoi-duyet.yml": 'xa:\n  - xa: xa-mau\n    nguoi: ["@chu-tich"]\n'})
    assert deploy(tmp_path, Host.GITHUB).returncode == 0
    lines = [line for line in written(tmp_path)[".github/CODEOWNERS"].splitlines() if line[0] != "#"]
    assert lines == ["/content/xa/xa-mau/ @chu-tich"]


def test_the_starter_names_every_commune_and_is_never_overwritten(tmp_path: Path) -> None:
    result = deploy(repository(tmp_path, "tinh"), Host.GITHUB)
    assert "Chưa ai phải duyệt: điền nguoi-duyet.yml" in result.stdout
    owners, problems = read_owners(tmp_path / "nguoi-duyet.yml")
    assert owners
    assert not problems
    assert [entry.slug for entry in owners.communes] == ["xa-mau", "xa-phu-dinh"]
    mine = {"nguoi-duyet.yml": 'chung: ["@tinh"]\n', "nhap/README.md": "Của xã.\n"}
    write_tree(tmp_path, mine)
    assert deploy(tmp_path, Host.GITHUB, "--force").returncode == 0
    assert {name: written(tmp_path)[name] for name in mine} == mine


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("chung: [chu-tich]\n", "account_expected", 1),
        ('chung:\n  - "@a b"\n', "account_expected", 2),
        ('chung: ["@a\\n* @ke-la"]\n', "account_expected", 1),
        ('chung: ["@a"]\nxã: []\n', "unknown_key", 2),
        ('xa:\n  - xa: "../tinh"\n', "record_id_expected", 2),
    ],
)
def test_a_wrong_list_of_approvers_is_told_with_its_place(
    text: str, code: str, line: int, tmp_path: Path
) -> None:
    write_tree(repository(tmp_path, "tinh"), {"nguoi-duyet.yml": text})
    result = deploy(tmp_path, Host.GITHUB)
    assert result.returncode == 1
    assert re.search(rf"nguoi-duyet\.yml:{line}:\d+: lỗi: .*\[{code}\]", result.stdout), result.stdout
    assert not (tmp_path / ".github").exists()


def test_it_says_what_it_wrote_and_the_next_three_steps(tmp_path: Path) -> None:
    result = deploy(repository(tmp_path, "xa"), Host.CLOUDFLARE)
    lines = result.stdout.splitlines()
    assert lines[:9] == [
        "Đã viết:",
        "  .github/workflows/cong-khai.yml",
        "  .github/workflows/xem-truoc.yml",
        "  .github/workflows/nhap-bang-tinh.yml",
        "  .github/workflows/nhac-viec.yml",
        "  .github/workflows/in-giay.yml",
        "  .github/CODEOWNERS",
        "  nguoi-duyet.yml",
        "  nhap/README.md",
    ]
    assert [line[:2] for line in lines[10:13]] == ["1.", "2.", "3."]


def test_its_own_files_are_renewed_and_those_that_somebody_changed_are_left(tmp_path: Path) -> None:
    deploy(repository(tmp_path, "xa"), Host.GITHUB)
    assert deploy(tmp_path, Host.CLOUDFLARE).returncode == 0  # nobody touched them
    chief = tmp_path / ".github" / "workflows" / "cong-khai.yml"
    chief.write_text(chief.read_text("utf-8").replace("ubuntu-24.04", "ubuntu-26.04"), "utf-8")
    before = written(tmp_path)
    result = deploy(tmp_path, Host.GITHUB)
    assert result.returncode == 1
    assert ".github/workflows/cong-khai.yml: tệp này đã có và có người sửa tay" in result.stderr
    assert written(tmp_path) == before
    assert deploy(tmp_path, Host.GITHUB, "--force").returncode == 0
    assert "ubuntu-26.04" not in chief.read_text("utf-8")


def test_somebody_elses_link_in_the_place_of_a_file_is_left(tmp_path: Path) -> None:
    repository(tmp_path, "xa")
    outside = write_tree(tmp_path, {"ngoai.yml": "của người khác\n"}) / "ngoai.yml"
    (tmp_path / ".gitlab-ci.yml").symlink_to(outside)
    assert deploy(tmp_path, Host.GITLAB).returncode == 1
    assert outside.read_text("utf-8") == "của người khác\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content/xa/xa-mau/xa.yml": SAMPLE}, "không có bộ dựng trang, cũng không có tệp congkhai.lock"),
        ({"content/xa/.gitkeep": "", "congkhai.lock": ""}, "Không có thư mục của xã nào"),
        ({"congkhai.lock": ""}, "--content: không có thư mục"),
    ],
)
def test_a_repository_that_nothing_can_be_built_from_is_said(
    files: dict[str, str], said: str, tmp_path: Path
) -> None:
    result = deploy(write_tree(tmp_path, files), Host.GITHUB)
    assert result.returncode == 2
    assert said in result.stderr


def test_content_outside_the_repository_is_a_wrong_command_line(tmp_path: Path) -> None:
    repository(tmp_path / "khac", "xa")
    (tmp_path / "kho").mkdir()
    result = deploy(tmp_path / "kho", Host.GITHUB, "--content", str(tmp_path / "khac" / "content"))
    assert result.returncode == 2
    assert "không nằm trong" in result.stderr
