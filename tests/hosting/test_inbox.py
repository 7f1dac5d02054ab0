"""The workflow for `nhap/` played through: a workbook comes back as a proposal, and nothing else changes."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.hosting.limits import Host as Name
from tests.conftest import CONTENT, write_tree
from tests.from_schema.workbooks import PROJECTS, Edited
from tests.hosting.conftest import GOOD, SAMPLE, Machine, commit, province_clone
from tests.hosting.runners import NAME, SERVER, Done, Host, github, gitlab
from tests.hosting.test_workflows import PREFIX, commune_host, hosted, locked, on, push
from tests.test_cli import congkhai

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("curl")), reason="no git, or no curl"
)
PROJECT = "ma: DA-01\nten: Cầu Khe Đá\ntinh_trang: chuan_bi\n"
TAKEN = {"xa.yml": SAMPLE.replace("cho_tiep_nhan", "chinh_thuc"), "du-an/DA-01.yml": PROJECT}
RECORD = "content/xa/xa-mau/du-an/DA-01.yml"


@dataclass
class Api:
    """The host's own API, as far as proposals go; curl is led to it."""

    port: int
    asked: list[dict[str, Any]] = field(default_factory=list)
    status: int = 201
    answer: str = '{"html_url": "https://git.example/tinh/kho/pulls/7"}'

    def lead(self, machine: Machine) -> None:
        curl = machine.python.with_name("curl")
        script = (
            f"from={SERVER} to=http://127.0.0.1:{self.port}\n"
            'for a; do shift; set -- "$@" "${a/#$from/$to}"; done\n'
            f'exec {shutil.which("curl")} "$@"'
        )
        curl.write_text(f"#!/bin/bash\n{script}\n", "utf-8")
        curl.chmod(0o755)


@pytest.fixture
def api() -> Iterator[Api]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.asked.append({"path": self.path, "as": self.headers["Authorization"], **json.loads(body)})
            self.send_response(found.status)
            self.end_headers()
            self.wfile.write(found.answer.encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Api(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


def take_in(host: Host, name: Name, branch: str = "main") -> Done:
    if name is Name.GITLAB:
        return gitlab(host, "push", branch)
    return github(host, f"{PREFIX[name]}/workflows/nhap-bang-tinh.yml", f"refs/heads/{branch}")


def workbook(clone: Path, to: str, slug: str = "xa-mau", **put: str) -> None:
    """The commune's workbook with its first project changed, where a clerk would upload it."""
    file = clone / to
    file.parent.mkdir(parents=True, exist_ok=True)
    tinh = ("--tinh", str(CONTENT / "tinh"))
    done = congkhai("excel", "export", slug, "du-an", "--out", str(file), "--force", *tinh, cwd=clone)
    assert done.returncode == 0, done.stderr
    edited = Edited.of(file, clone)
    edited.put(PROJECTS, 3, put)
    edited.book.save(file)


def proposals(host: Host) -> list[str]:
    return host.git("branch", "--list", "nhap-bang-tinh-*", "--format=%(refname:short)").split()


def listening(host: Host) -> Path:
    """Where GitLab would read what a push asks for."""
    host.git("config", "receive.advertisePushOptions", "true")
    said = host.root / "push-options"
    hook = 'env | grep ^GIT_PUSH_OPTION_ | sort >> "$1"'.replace("$1", str(said))
    write_tree(host.bare, {"hooks/pre-receive": f"#!/bin/sh\n{hook}\n"})
    (host.bare / "hooks" / "pre-receive").chmod(0o755)
    return said


@on(Name.GITHUB)
def test_a_workbook_becomes_a_proposal_and_changes_nothing_else(
    machine: Machine, tmp_path: Path, api: Api, name: Name
) -> None:
    api.lead(machine)
    host, clone = commune_host(machine, tmp_path, name, TAKEN)
    options = listening(host) if name is Name.GITLAB else None
    before = host.git("rev-parse", "main")
    workbook(clone, "nhap/bảng của tôi; $(touch x).xlsx", ten="Cầu Khe Đá mới")
    commit(clone, "Add files via upload")
    host.git("push", "--quiet", str(host.bare), "HEAD:can-bo-patch-1", cwd=clone)
    done = take_in(host, name, "can-bo-patch-1")
    assert set(done.results.values()) == {"success"}, done.log
    assert (proposals(host), host.git("rev-parse", "main")) == ([proposals(host)[0]], before)
    branch = proposals(host)[0]
    assert host.git("rev-parse", f"{branch}^") == before  # the workbook is not in its history
    assert host.git("diff", "--name-only", "main", branch) == RECORD
    assert host.git("show", f"{branch}:{RECORD}") == PROJECT.strip().replace("Khe Đá", "Khe Đá mới")
    message = host.git("log", "-1", "--format=%B", branch)
    assert message.startswith("Nhập bảng tính: Xã Mẫu\n\nMáy đã đọc bảng tính")
    assert "        Tên: Cầu Khe Đá → Cầu Khe Đá mới" in message
    if options:
        assert "merge_request.create" in options.read_text("utf-8")
        assert "merge_request.target=main" in options.read_text("utf-8")
        return
    root = "/api/v1" if name is Name.FORGEJO else "/api/v3"
    asked = api.asked[0]
    assert (asked["path"], asked["as"]) == (f"{root}/repos/{NAME}/pulls", "token mat-khau")
    assert (asked["head"], asked["base"], asked["title"]) == (branch, "main", "Nhập bảng tính: Xã Mẫu")
    assert asked["body"].strip() == message.partition("\n\n")[2]
    assert "Đã mở đề nghị: https://git.example/tinh/kho/pulls/7" in done.summary
    api.status, api.answer = 422, '{"message": "A pull request already exists for tinh:x."}'
    again = take_in(host, name, "can-bo-patch-1")
    assert set(again.results.values()) == {"success"}, again.log
    assert proposals(host) == [branch]


@on()
def test_a_wrong_workbook_fails_the_run_with_sheet_and_cell(
    machine: Machine, tmp_path: Path, api: Api, name: Name
) -> None:
    api.lead(machine)
    host, clone = commune_host(machine, tmp_path, name, TAKEN)
    push(host, clone, {"nhap/ghi-chu.txt": "không phải bảng tính\n"})
    nothing = take_in(host, name)
    assert "failure" not in nothing.results.values(), nothing.log
    workbook(clone, "nhap/xa-mau.xlsx", tinh_trang="xong rồi")
    push(host, clone, {})
    before = host.git("rev-parse", "main")
    done = take_in(host, name)
    assert "failure" in done.results.values()
    assert f"{PROJECTS}!C3: lỗi: “Tình trạng” ghi “xong rồi”" in done.summary
    assert (proposals(host), api.asked, host.git("rev-parse", "main")) == ([], [], before)


@on()
def test_a_host_that_may_not_open_proposals_says_where_to_click(
    machine: Machine, tmp_path: Path, api: Api, name: Name
) -> None:
    if name is Name.GITLAB:
        pytest.skip("GitLab opens it with the push itself")
    api.lead(machine)
    api.status, api.answer = 403, '{"message": "GitHub Actions is not permitted to create pull requests"}'
    host, clone = commune_host(machine, tmp_path, name, TAKEN)
    workbook(clone, "nhap/xa-mau.xlsx", ten="Cầu Khe Đá mới")
    push(host, clone, {})
    done = take_in(host, name)
    assert done.results["de-nghi"] == "failure"
    branch = proposals(host)[0]
    assert f"{SERVER}/{NAME}/compare/main...{branch}" in done.summary
    # dropped on main itself, the workbook goes with the proposal
    assert host.git("diff", "--name-only", "main", branch).split() == [RECORD, "nhap/xa-mau.xlsx"]


@on()
def test_workbooks_of_two_communes_are_one_proposal(
    machine: Machine, tmp_path: Path, api: Api, name: Name
) -> None:
    api.lead(machine)
    clone = province_clone(tmp_path / "tinh")
    for slug, profile in (("xa-mau", SAMPLE), ("xa-phu-dinh", GOOD)):
        taken = {"xa.yml": profile.replace("cho_tiep_nhan", "chinh_thuc"), "du-an/DA-01.yml": PROJECT}
        write_tree(clone / "content" / "xa" / slug, taken)
    locked(machine, clone, None)
    host = hosted(machine, tmp_path, clone, name)
    if name is Name.GITLAB:
        listening(host)
    workbook(clone, "nhap/a.xlsx", ten="Cầu A")
    workbook(clone, "nhap/xa-phu-dinh/a.xlsx", "xa-phu-dinh", ten="Cầu B")
    push(host, clone, {})
    done = take_in(host, name)
    assert "failure" not in done.results.values(), done.log
    changed = host.git("diff", "--name-only", "main", proposals(host)[0]).split()
    assert changed == [
        RECORD, RECORD.replace("mau", "phu-dinh"), "nhap/a.xlsx", "nhap/xa-phu-dinh/a.xlsx"
    ]  # fmt: skip
