"""Web servers for tests on a free port: a folder as it is, or a real server with a printed configuration."""

from __future__ import annotations

import functools
import http.client
import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CADDY = shutil.which("caddy")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
FRAME = """
{load}
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/sites/*;
}}
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and is no log in the output of tests."""

    def do_GET(self) -> None:
        """Chromium asks for favicon.ico by itself, sooner or later, where a page names no icon: 404.html."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder; what has no file is not found."""
    bound = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def need(program: str | None, package: str) -> str:
    """The program; where it is missing the test is skipped, and the summary says so."""
    if program is None:
        pytest.skip(f"{package} is missing: `apt-get install {package}`, then run again")
    return program


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def nginx(folder: Path, *sites: str) -> Iterator[subprocess.Popen[bytes]]:
    """nginx with printed configurations, after `nginx -t` has found nothing; stopped afterwards."""
    command = [need(NGINX, "nginx-light"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    (folder / "sites").mkdir(parents=True)
    for number, site in enumerate(sites):
        (folder / "sites" / f"{number}.conf").write_text(site, encoding="utf-8")
    frame = FRAME.format(
        folder=folder,
        load=f"load_module {BROTLI};" if BROTLI.exists() else "",
        user="user root;" if os.geteuid() == 0 else "",
    )
    (folder / "nginx.conf").write_text(frame, encoding="utf-8")
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr
    yield from _running([*command], folder)


@contextmanager
def caddy(folder: Path, *sites: str) -> Iterator[subprocess.Popen[bytes]]:
    """Caddy with printed configurations, without its administration port."""
    folder.mkdir(parents=True)
    text = "{\n\tadmin off\n\tauto_https off\n}\n" + "\n".join(sites)
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    command = [need(CADDY, "caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    yield from _running(command, folder)


def _running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    env = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=env)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for(port: int, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while True:
        with closing(socket.socket()) as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < end, f"nothing listens on {port}"
        time.sleep(0.05)


@dataclass(frozen=True)
class Answer:
    """What a web server answered."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def get(port: int, path: str, host: str = "congkhai.example", **headers: str) -> Answer:
    """One request to this machine, redirects not followed; header names in small letters."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Host": host, **given})
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
