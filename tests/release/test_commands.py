"""The commands as people run them; the words of the page, run as they stand; an https address."""

from __future__ import annotations

import shutil
import ssl
import stat
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.province.signers import ALLOWED, REVOKED
from generator.publish import Order, publish
from generator.release.statement import SIGNATURE, STATEMENT, SUMS
from tests.conftest import CONTENT, DAY, Once, write_tree
from tests.release.conftest import Desk
from tests.test_cli import congkhai

ON = ("--date", "2026-11-22")


@pytest.fixture(scope="module")
def built(once: Once) -> Path:
    """A commune of few pages, and the province's page, from a province that lets a key sign."""

    def make(folder: Path) -> None:
        tinh = shutil.copytree(
            CONTENT / "tinh", folder / "content" / "tinh", ignore=shutil.ignore_patterns("thu-tuc")
        )
        settings = tinh / "tinh.yml"
        address = "dia_chi_goc: https://congkhai.example/\n"
        settings.write_text(settings.read_text("utf-8") + address, "utf-8")
        write_tree(folder / "content/xa/xa-mau", {"xa.yml": 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'})
        write_tree(tinh, {ALLOWED: "# khóa\n", REVOKED: ""})
        assert publish(Order(folder / "content", tinh, folder / "site", DAY)).good

    return once("release-built", make) / "site"


def test_from_keys_to_a_verified_copy_with_the_commands_alone(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "site")
    (tmp_path / "tinh").mkdir()
    signers = ("--signers", str(tmp_path / "tinh" / ALLOWED))
    key, site = tmp_path / "khoa" / "xa", tmp_path / "site" / "xa-mau"
    assert congkhai("keys", "new", str(key)).returncode == 0
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    dates = ("--from", "01/11/2026", "--until", "31/12/2026")
    added = congkhai("keys", "allow", f"{key}.pub", "xa-mau", "05602", *signers, *dates)
    assert added.returncode == 0, added.stderr
    line = (tmp_path / "tinh" / ALLOWED).read_text("utf-8")
    assert line.startswith("00000,05602 ")
    assert 'valid-after="20261031170000Z",valid-before="20261231165959Z"' in line
    made = congkhai("release", str(tmp_path / "site"), "--key", str(key), *ON)
    assert (made.returncode, made.stdout.count("số 1, đã ký")) == (0, 1), made.stderr
    good = congkhai("verify", str(site), *signers, *ON)
    assert good.returncode == 0, good.stdout
    assert "bản phát hành số 1" in good.stdout
    assert congkhai("verify", str(site), *signers, *ON, "--seen", "2").returncode == 1
    assert congkhai("keys", "revoke", f"{key}.pub", *signers).returncode == 0
    refused = congkhai("verify", str(site), *signers, *ON)
    assert (refused.returncode, "[release_key_revoked]" in refused.stdout) == (1, True)
    assert congkhai("keys", "allow", f"{key}.pub", "xa-mau", *signers).returncode == 1


def test_a_copy_is_verified_by_the_words_of_its_page_with_no_tool_of_ours(
    built: Path, desk: Desk, tmp_path: Path
) -> None:
    site = shutil.copytree(built / "xa-mau", tmp_path / "ban-sao")
    made = congkhai("release", str(site), "--key", str(desk.key("xa")), *ON)
    assert made.returncode == 0, made.stderr
    for name in (ALLOWED, REVOKED):
        shutil.copy(desk.allowed.with_name(name), site)
    page = (site / "phat-hanh" / "index.html").read_text("utf-8")
    said = [unescape(part.split("</code>")[0]) for part in page.split('<p class="lenh"><code>')[1:]]
    assert [command.split()[0] for command in said] == ["ssh-keygen", "grep"]
    signature, files = (partial(run, command, site) for command in said)
    assert signature().stdout.startswith("Good")
    assert files().stdout == "Đủ và đúng\n"
    sums, statement = site / SUMS, site / STATEMENT
    before = sums.read_bytes(), statement.read_bytes()
    write_tree(site, {"index.html": "khác"})
    assert files().returncode != 0
    sums.write_bytes(subprocess.check_output(["sha256sum", "index.html"], cwd=site))
    assert files().returncode != 0
    statement.write_bytes(before[1].replace(b'"so": 1', b'"so": 2'))
    assert signature().returncode != 0


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    shell = ["bash", "-o", "pipefail", "-c", command]
    return subprocess.run(shell, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_province_serves_its_lists_and_the_page_leads_to_them(built: Path) -> None:
    assert (built / ALLOWED).read_text("utf-8") == "# khóa\n"
    assert (built / REVOKED).is_file()
    page = (built / "xa-mau" / "phat-hanh" / "index.html").read_text("utf-8")
    assert f'href="https://congkhai.example/{ALLOWED}"' in page
    assert f'href="https://congkhai.example/{REVOKED}"' in page


def test_pages_of_a_build_hold_nothing_of_a_release(built: Path) -> None:
    page = (built / "xa-mau" / "phat-hanh" / "index.html").read_text("utf-8")
    assert "Bản này chưa phát hành" in page
    assert not any((built / "xa-mau" / name).exists() for name in (SUMS, STATEMENT, SIGNATURE))


def test_without_a_key_the_release_is_unsigned_and_says_so(desk: Desk) -> None:
    made = congkhai("release", str(desk.site), *ON)
    assert made.returncode == 0
    assert "CHƯA KÝ" in made.stderr
    assert (desk.site / SUMS).is_file()
    assert "Chưa ký" in (desk.site / "phat-hanh" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["release", "{root}"], "không phải trang do congkhai build ghi"),
        (["release", "{site}", "--key", "{root}/khong-co"], "--key: không có tệp"),
        (["release", "{site}", "--previous", "http://xa.example/"], "--previous:"),
        (["verify", "{root}/khong-co"], "không phải thư mục hay địa chỉ https"),
        (["verify", "http://xa.example/"], "không phải thư mục hay địa chỉ https"),
        (["verify", "{site}", "--signers", "{root}/khong-co"], "--signers: không có tệp"),
        (["keys", "new", "{site}/.git/khoa"], "là kho hoặc dữ liệu"),
        (["keys", "new", "{root}/khoa/xa"], "đã có nên để nguyên"),
        (["keys", "allow", "{root}/khoa/xa", "xa-mau", "--signers", "{root}/a"], "đây là khóa riêng"),
        (["keys", "allow", "{site}/index.html", "xa-mau"], "không có khóa công khai"),
        (["keys", "allow", "{root}/khoa/xa.pub", "xa-la", "--signers", "{root}/a"], "không có “xa-la”"),
        (["keys", "allow", "{root}/khoa/xa.pub", "xa-mau", "--until", "2020-01-01"], "trước ngày bắt đầu"),
    ],
)
def test_wrong_command_lines_are_told(desk: Desk, arguments: list[str], said: str) -> None:
    (desk.site / ".git").mkdir()
    given = [word.format(root=desk.root, site=desk.site) for word in arguments]
    result = congkhai(*given)
    assert result.returncode == 2, result.stdout + result.stderr
    assert said in result.stderr


def test_a_key_that_others_may_read_does_not_sign(desk: Desk) -> None:
    desk.key("xa").chmod(0o644)
    result = congkhai("release", str(desk.site), "--key", str(desk.key("xa")), *ON)
    assert result.returncode == 1
    assert "quyền 600" in result.stderr
    assert not (desk.site / STATEMENT).exists()


@dataclass(frozen=True)
class Web:
    """An https server of this test, and what its clients trust."""

    address: str
    certificate: Path

    def verify(self, desk: Desk, path: str = "") -> subprocess.CompletedProcess[str]:
        given = ("verify", f"{self.address}{path}", "--signers", str(desk.allowed), *ON)
        return congkhai(*given, SSL_CERT_FILE=str(self.certificate))


class Pages(SimpleHTTPRequestHandler):
    """A host of pages; below /di/ it leads to another server."""

    def do_GET(self) -> None:
        if self.path.startswith("/di/"):
            self.send_response(302)
            self.send_header("Location", "https://khac.example/release.json")
            self.end_headers()
            return
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Tests are quiet."""


@pytest.fixture
def web(released: Desk, tmp_path: Path) -> Iterator[Web]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing, no certificate can be made")
    key, certificate = tmp_path / "tls.key", tmp_path / "tls.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate), *names],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(released.site)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Web(f"https://localhost:{server.server_port}/", certificate)
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_copy_is_verified_where_it_is_served(released: Desk, web: Web) -> None:
    good = web.verify(released)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "không thấy được tệp lạ" in good.stdout
    (released.site / "assets" / "a.css").unlink()
    released.write({"index.html": "khác"})
    found = web.verify(released)
    assert found.returncode == 1
    assert "[release_file_changed]" in found.stdout
    assert "[release_file_missing]" in found.stdout


def test_an_address_that_leads_to_another_server_is_refused(released: Desk, web: Web) -> None:
    found = web.verify(released, "di/")
    assert (found.returncode, "[release_unreadable]" in found.stdout) == (1, True)


def test_a_server_that_nobody_vouches_for_is_not_believed(released: Desk, web: Web) -> None:
    empty = Web(web.address, released.allowed)
    found = empty.verify(released)
    assert (found.returncode, "[release_unreadable]" in found.stdout) == (1, True)


def test_an_endless_answer_is_not_read(released: Desk, web: Web) -> None:
    (released.site / STATEMENT).write_bytes(b" " * (1 << 22))
    assert "[release_too_large]" in web.verify(released).stdout
