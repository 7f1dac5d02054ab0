"""The printed configurations in real web servers: headers, caching, compression, 404, former names."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import brotli
import pytest

from generator.province import Province, former_addresses
from generator.publish import Order, publish
from generator.webserver import Hosting, Server, configuration, security_headers
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.servers import BROTLI, caddy, free_port, get, nginx, wait_for
from tests.test_cli import congkhai

Started = Callable[..., AbstractContextManager[Any]]
SERVERS: dict[Server, Started] = {Server.NGINX: nginx, Server.CADDY: caddy}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample and one prepared commune with compressed forms."""
    out = tmp_path_factory.mktemp("built") / "trang"
    only = ("xa-mau", "xa-phu-dinh")
    assert publish(Order(CONTENT, CONTENT / "tinh", out, DAY, only, compressed=True)).good
    return out


@pytest.fixture(scope="module", params=list(Server))
def port(
    request: pytest.FixtureRequest,
    built: Path,
    province: Province,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[int]:
    """One server with the province's site under a domain, under a path, and a commune's own domain."""
    found, server = free_port(), request.param
    moved = {moved.slug: moved.unit.slug for moved in former_addresses(province)}
    sites = (
        Hosting(built, ("congkhai.example",), port=found, brotli=BROTLI.exists(), moved=moved),
        Hosting(built, ("tinh.example",), "/cong-khai/", port=found, moved=moved),
        Hosting(built / "xa-mau", ("xa-mau.example", "www.xa-mau.example"), port=found),
    )
    texts = [configuration(server, site) for site in sites]
    with SERVERS[server](tmp_path_factory.mktemp("server") / "run", *texts):
        wait_for(found)
        yield found


@pytest.mark.parametrize(
    ("host", "path", "page"),
    [
        ("congkhai.example", "/", "index.html"),
        ("congkhai.example", "/xa-mau/", "xa-mau/index.html"),
        ("congkhai.example", "/xa-mau/tiep-cong-dan/", "xa-mau/tiep-cong-dan/index.html"),
        ("tinh.example", "/cong-khai/", "index.html"),
        ("tinh.example", "/cong-khai/xa-mau/lien-he/", "xa-mau/lien-he/index.html"),
        ("xa-mau.example", "/", "xa-mau/index.html"),
        ("www.xa-mau.example", "/lien-he/", "xa-mau/lien-he/index.html"),
    ],
)
def test_each_site_is_served_under_its_domain_and_path(
    port: int, built: Path, host: str, path: str, page: str
) -> None:
    answer = get(port, path, host)
    assert (answer.status, answer.body) == (200, (built / page).read_bytes())
    assert answer.headers["content-type"].replace(" ", "").lower() == "text/html;charset=utf-8"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/xa-mau/tiep-cong-dan/lich.ics", "text/calendar;charset=utf-8"),
        ("/xa-mau/tiep-cong-dan/buoi/2026-11-26-chu-tich.ics", "text/calendar;charset=utf-8"),
        ("/xa-mau/cap-nhat.atom", "application/atom+xml;charset=utf-8"),
        ("/xa-mau/du-an/cap-nhat.atom", "application/atom+xml;charset=utf-8"),
    ],
)
def test_calendars_and_feeds_say_what_they_are(port: int, built: Path, path: str, kind: str) -> None:
    answer = get(port, path)
    assert (answer.status, answer.body) == (200, (built / path[1:]).read_bytes())
    assert answer.headers["content-type"].replace(" ", "").lower() == kind
    assert get(port, f"{path}x").headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "status"), [("/xa-mau/", 200), ("/khong-co/", 404), ("/xa-mau/lien-he", 301)]
)
def test_every_answer_carries_the_security_headers(port: int, path: str, status: int) -> None:
    answer = get(port, path)
    assert answer.status in (status, 308 if status == 301 else status)
    expected = {name.lower(): value for name, value in security_headers().items()}
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert "strict-transport-security" not in answer.headers
    assert not re.search(r"\d", answer.headers.get("server", ""))


def test_hashed_assets_are_kept_for_ever_and_pages_asked_for_again(port: int, built: Path) -> None:
    style = next((built / "xa-mau" / "assets").glob("congkhai.*.css")).name
    kept = "public, max-age=31536000, immutable"
    short = "public, max-age=60, must-revalidate"
    material = next((built / "xa-mau" / "assets" / "stylesheets").glob("main.*.css")).name
    for path, expected in {
        f"/xa-mau/assets/{style}": kept,
        f"/xa-mau/assets/stylesheets/{material}": kept,
        "/xa-mau/assets/congkhai.00000000.css": short,
        "/xa-mau/": short,
        "/xa-mau/assets/bieu-tuong.svg": short,
        "/xa-mau/tep/98-tb-ubnd.pdf": short,
    }.items():
        assert get(port, path).headers["cache-control"] == expected, path


def test_what_has_not_changed_is_not_sent_again(port: int) -> None:
    mark = get(port, "/xa-mau/lien-he/").headers["etag"]
    again = get(port, "/xa-mau/lien-he/", If_None_Match=mark)
    assert (again.status, again.body) == (304, b"")


def test_the_compressed_forms_made_by_the_build_are_sent(port: int, built: Path) -> None:
    page = built / "xa-mau" / "lien-he" / "index.html"
    answer = get(port, "/xa-mau/lien-he/", Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.body == page.with_name("index.html.gz").read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_brotli_is_sent_where_the_server_can(
    port: int, built: Path, request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.params["port"] is Server.NGINX and not BROTLI.exists():
        pytest.skip("libnginx-mod-http-brotli-static is missing")
    answer = get(port, "/xa-mau/lien-he/", Accept_Encoding="br, gzip")
    assert answer.headers["content-encoding"] == "br"
    assert answer.body == (built / "xa-mau" / "lien-he" / "index.html.br").read_bytes()


@pytest.mark.parametrize(
    ("host", "path", "page"),
    [
        ("congkhai.example", "/khong-co/", "404.html"),
        ("congkhai.example", "/xa-mau/khong/co/", "xa-mau/404.html"),
        ("congkhai.example", "/xa-phu-dinh/x.css", "xa-phu-dinh/404.html"),
        ("congkhai.example", "/.congkhai.json", "404.html"),
        ("congkhai.example", "/xa-mau/tep/", "xa-mau/404.html"),
        ("tinh.example", "/cong-khai/xa-mau/khong-co", "xa-mau/404.html"),
        ("tinh.example", "/cong-khai/.congkhai.json", "404.html"),
        ("xa-mau.example", "/khong-co/nua/", "xa-mau/404.html"),
    ],
)
def test_what_is_not_there_gets_the_page_of_its_own_site(
    port: int, built: Path, host: str, path: str, page: str
) -> None:
    answer = get(port, path, host)
    assert (answer.status, answer.body) == (404, (built / page).read_bytes())


@pytest.mark.parametrize("path", ["/.well-known/security.txt", "/security.txt"])
def test_whom_to_tell_of_a_hole_stands_where_the_standard_says(port: int, built: Path, path: str) -> None:
    """RFC 9116; nothing else that is hidden is served."""
    answer = get(port, path, "xa-mau.example")
    assert (answer.status, answer.body) == (200, (built / "xa-mau" / "security.txt").read_bytes())
    assert answer.headers["content-type"].startswith("text/plain")
    assert get(port, "/.well-known/x", "xa-mau.example").status == 404


def test_a_path_that_leaves_the_site_leads_nowhere(port: int, built: Path) -> None:
    (built.parent / "kin.txt").write_text("kín", encoding="utf-8")
    for path in ("/../kin.txt", "/%2e%2e/kin.txt", "/xa-mau/..%2f..%2fkin.txt", "/cong-khai../kin.txt"):
        for host in ("congkhai.example", "tinh.example"):
            assert "kín".encode() not in get(port, path, host).body


def test_a_former_name_leads_to_the_commune_of_today(port: int) -> None:
    """Xã Trung Lương went into Xã Bình Yên."""
    for host, path, target in (
        ("congkhai.example", "/xa-duong-quang/lien-he/", "/xa-phong-quang/"),
        ("congkhai.example", "/xa-duong-quang", "/xa-phong-quang/"),
        ("tinh.example", "/cong-khai/xa-duong-quang/", "/cong-khai/xa-phong-quang/"),
    ):
        answer = get(port, path, host)
        assert (answer.status, answer.headers["location"]) == (301, target)


@pytest.mark.parametrize(("path", "status"), [("/cong-khai", 301), ("/", 302)])
def test_an_address_short_of_the_path_of_the_site_leads_there(port: int, path: str, status: int) -> None:
    answer = get(port, path, "tinh.example")
    assert (answer.status, answer.headers["location"]) == (status, "/cong-khai/")


def test_a_site_for_any_name_answers_names_that_another_site_has_not(built: Path, tmp_path: Path) -> None:
    port = free_port()
    named = Hosting(built / "xa-mau", ("xa-mau.example",), port=port)
    texts = [configuration(Server.NGINX, site) for site in (named, Hosting(built, port=port))]
    with nginx(tmp_path / "run", *texts):
        wait_for(port)
        assert get(port, "/", "192.0.2.1").body == (built / "index.html").read_bytes()
        assert get(port, "/", "xa-mau.example").body == (built / "xa-mau" / "index.html").read_bytes()


def test_a_pdf_may_be_shown_by_the_browsers_own_reader(port: int) -> None:
    answer = get(port, "/xa-mau/tep/98-tb-ubnd.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'self'"
    missing = get(port, "/xa-mau/tep/khong-co.pdf")
    assert missing.status == 404
    assert "default-src 'none'" in missing.headers["content-security-policy"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A folder with a certificate that nobody vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=congkhai.example"
    command += " -addext subjectAltName=DNS:congkhai.example"
    files = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("server", list(Server))
def test_over_https_the_browser_is_told_to_stay_there(
    built: Path, certificate: Path, tmp_path: Path, server: Server
) -> None:
    plain, secure = free_port(), free_port()
    site = Hosting(built, ("congkhai.example",), "/", certificate, port=plain, secure_port=secure)
    with SERVERS[server](tmp_path / "run", configuration(server, site)):
        wait_for(secure)
        assert get_secure(secure, "/xa-mau/")["strict-transport-security"] == "max-age=31536000"
        if server is Server.NGINX:  # Caddy forwards by itself, from port 80 alone
            answer = get(plain, "/xa-mau/?a=1")
            assert answer.headers["location"] == f"https://congkhai.example:{secure}/xa-mau/?a=1"


def get_secure(port: int, path: str) -> dict[str, str]:
    """Headers of an answer over https, from this machine under the name of the certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as plain,
        context.wrap_socket(plain, server_hostname="congkhai.example") as secure,
    ):
        secure.sendall(
            f"GET {path} HTTP/1.1\r\nHost: congkhai.example:{port}\r\nConnection: close\r\n\r\n".encode()
        )
        head = b"".join(iter(lambda: secure.recv(65_536), b"")).split(b"\r\n\r\n", 1)[0]
    lines = (line.partition(": ") for line in head.decode().splitlines()[1:])
    return {name.lower(): value for name, _, value in lines}


def test_compressed_forms_unpack_to_the_file_and_are_the_same_each_time(
    built: Path, tmp_path: Path
) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        content = page.read_bytes()
        assert (
            gzip.decompress(
                page.with_name("index.html.gz" if page.name == "index.html" else "404.html.gz").read_bytes()
            )
            == content
        )
        assert brotli.decompress(Path(f"{page}.br").read_bytes()) == content
    assert publish(Order(CONTENT, CONTENT / "tinh", tmp_path / "x", DAY, ("xa-mau",), compressed=True)).good
    again = sorted((tmp_path / "x" / "xa-mau").rglob("*.[gb][zr]"))
    assert [p.read_bytes() for p in again] == [
        p.read_bytes() for p in sorted((built / "xa-mau").rglob("*.[gb][zr]"))
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["apache"],
        ["nginx", "--domain", "https://congkhai.example/"],
        ["nginx", "--domain", "a b; }"],
        ["nginx", "--path", "/a b/"],
        ["nginx", "--path", "/../"],
        ["nginx", "--out", 'trang"; }'],
        ["nginx", "--tls", "chung-thu"],
        ["nginx", "--port", "0"],
        ["nginx", "--tinh", "khong-co"],
    ],
    ids=" ".join,
)
def test_what_cannot_stand_in_a_configuration_is_refused(arguments: list[str]) -> None:
    result = congkhai("new", "server", *arguments)
    assert result.returncode == 2
    assert "Xem cách dùng" in result.stderr
    assert result.stdout == ""


def test_the_command_prints_what_the_server_takes(built: Path, tmp_path: Path) -> None:
    port = free_port()
    given = ["--out", str(built), "--domain", "congkhai.example", "--port", str(port), "--no-brotli"]
    printed = congkhai("new", "server", "nginx", *given, "--tinh", str(CONTENT / "tinh"))
    assert printed.returncode == 0, printed.stderr
    with nginx(tmp_path / "run", printed.stdout):
        wait_for(port)
        assert get(port, "/xa-duong-quang/").headers["location"] == "/xa-phong-quang/"
    assert "brotli_static" not in printed.stdout


def test_a_site_that_grew_a_link_to_elsewhere_does_not_serve_it(built: Path, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "trang", {"index.html": "trang", "404.html": "không có"})
    (site / "passwd.txt").symlink_to(ROOT / "LICENSE")
    port = free_port()
    with nginx(tmp_path / "run", configuration(Server.NGINX, Hosting(site, port=port))):
        wait_for(port)
        assert get(port, "/passwd.txt").status == 404
        assert get(port, "/").body == b"trang"
