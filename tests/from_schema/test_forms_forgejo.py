"""A change made in the forms arrives at a Forgejo server as one commit, signed in with a token.

The server here answers only what the editor asks: https://codeberg.org/api/swagger
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha1
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from generator.kinds._kind import Scope
from generator.province.repositories import Repository
from generator.resources import editor
from tests.from_schema.form_page import FOLDER, FormPage, sample_files, write_forms
from tests.servers import Quiet, served

pytestmark = [pytest.mark.browser, pytest.mark.long]
API = "/api/v1"
REPOSITORY = f"{API}/repos/cong-khai/xa-mau"
USER = {"login": "thao", "full_name": "Nông Thị Thảo", "email": "thao@xa-mau.example", "id": 1}


def _blob(text: str) -> str:
    """The name that git gives a file."""
    content = text.encode()
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class Forgejo(Quiet):
    """A repository with the sample commune; keeps what is committed and with which token."""

    files: ClassVar[dict[str, str]] = {}
    commits: ClassVar[list[dict[str, Any]]] = []
    tokens: ClassVar[set[str]] = set()

    def do_GET(self) -> None:  # noqa: N802
        path = urlsplit(self.path)
        if path.path.startswith(API):
            self.tokens.add(self.headers.get("Authorization", ""))
            self._say(self._told(path.path, parse_qs(path.query)))
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.commits.append({"path": self.path, **body})
        files = [{"path": file["path"], "sha": "b" * 40} for file in body["files"]]
        self._say({"commit": {"sha": "c" * 40, "created": "2026-11-22T08:00:00Z"}, "files": files})

    def _told(self, path: str, asked: dict[str, list[str]]) -> Any:
        by_name = {_blob(text): text for text in self.files.values()}
        if path == f"{REPOSITORY}/git/blobs":
            names = asked["shas"][0].split(",")
            return [
                {"sha": name, "encoding": "base64", "content": b64encode(by_name[name].encode()).decode()}
                for name in names
            ]
        if path.startswith(f"{REPOSITORY}/git/trees/"):
            tree = [
                {"path": name, "type": "blob", "sha": _blob(text), "size": len(text.encode())}
                for name, text in self.files.items()
            ]
            return {"tree": tree, "truncated": False}
        return {
            f"{API}/user": USER,
            f"{API}/version": {"version": "12.0.1+gitea-1.22.0"},
            f"{API}/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            REPOSITORY: {"default_branch": "main", "permissions": {"pull": True, "push": True}},
            f"{REPOSITORY}/branches/main": {"commit": {"id": "a" * 40, "message": "Ban đầu"}},
        }[path]

    def _say(self, found: Any) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())


def test_a_change_arrives_as_a_commit_with_its_path_and_bytes(
    browser: Browser, sample: Scope, tmp_path: Path
) -> None:
    folder = editor()
    if folder is None:
        pytest.skip("the editor is missing: `make admin`, then run again")
    Forgejo.files = {f"{FOLDER}/{name}": text for name, text in sample_files().items()}
    page = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 3000}).new_page()
    with served(tmp_path, Forgejo) as address:
        told = {"loai": "forgejo", "dia_chi": "https://git.tinh.example", "kho": "cong-khai/{xa}"}
        repository = Repository.model_validate(told).model_copy(update={"address": address})
        settings = sample.province.settings.model_copy(update={"repositories": [repository]})
        scope = replace(sample, province=replace(sample.province, settings=settings))
        write_forms(tmp_path, scope, folder)
        form = FormPage(page, f"{address}quan-tri/")
        page.goto(form.address)
        page.get_by_role("button", name="Đăng nhập bằng mã truy cập").click()
        page.get_by_role("textbox", name="Mã truy cập cá nhân").fill("ma-cua-thao")
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.get_by_text("Mục chỉ có một tệp").first.wait_for(timeout=15_000)
        form.open("chung/entries/tiep-cong-dan")
        form.put("noi_tiep", "Phòng Tiếp công dân, tầng 2")
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.get_by_text("Đã lưu mục").wait_for()
        page.context.close()
    (commit,) = Forgejo.commits
    (file,) = commit["files"]
    before = Forgejo.files[f"{FOLDER}/tiep-cong-dan.yml"].splitlines(keepends=True)
    assert (commit["path"], commit["branch"]) == (f"{REPOSITORY}/contents", "main")
    assert (file["operation"], file["path"]) == ("update", f"{FOLDER}/tiep-cong-dan.yml")
    assert file["sha"] == _blob("".join(before))
    assert b64decode(file["content"]).decode() == "".join(
        ["noi_tiep: Phòng Tiếp công dân, tầng 2\n", *before[1:]]
    )
    assert commit["author"]["email"] == USER["email"]
    assert Forgejo.tokens == {"token ma-cua-thao"}
