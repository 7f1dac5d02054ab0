"""The configuration of a web server for a built site: nginx or Caddy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.resources import TEMPLATES

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HSTS = "max-age=31536000"
"""Of this name alone: a commune below it, or beside it, may still lack a certificate."""
PDF_POLICY = "frame-ancestors 'self'"
FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")


class Server(StrEnum):
    """The web servers that a configuration is written for."""

    NGINX = "nginx"
    CADDY = "caddy"


@dataclass(frozen=True)
class Hosting:
    """Which folder is served where."""

    folder: Path
    """A built site: the province's with every commune below it, or one commune's."""
    domains: tuple[str, ...] = ()
    """Any name that reaches the server, where empty."""
    path: str = "/"
    """Where on those domains the site begins, with a slash at both ends."""
    certificate: Path | None = None
    """Folder of `fullchain.pem` and `privkey.pem`; without encryption where there is none."""
    brotli: bool = False
    """Whether nginx has the module that sends `.br` files; Caddy always can."""
    port: int = 80
    secure_port: int = 443
    moved: Mapping[str, str] = field(default_factory=dict)
    """First parts of addresses that lead to another, by slug."""

    @property
    def id(self) -> str:
        """What tells the variables of this site from another's on the same nginx."""
        return f"_{sha256(' '.join((*self.domains, self.path)).encode()).hexdigest()[:8]}"

    @property
    def default(self) -> str:
        """What makes nginx answer names that no site has, where the site is for any name."""
        return "" if self.domains else " default_server"

    @property
    def depth(self) -> int:
        """How many parts of an address stand before those of the site."""
        return self.path.strip("/").count("/") + 1 if self.path != "/" else 0

    @property
    def caddy_addresses(self) -> str:
        """Without a port of its own, Caddy fetches certificates and forwards to https by itself."""
        port = self.secure_port if self.certificate else self.port
        if not self.domains:
            return f":{port}"
        scheme = "https" if self.certificate else "http"
        usual = port == (443 if self.certificate else 80)
        return ", ".join(name if usual else f"{scheme}://{name}:{port}" for name in self.domains)


def configuration(server: Server, hosting: Hosting) -> str:
    """The text of a configuration file for a built site."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "server"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  no page: its values are checked where they come in
    )
    return environment.get_template(f"{server}.conf").render(
        site=hosting, headers=security_headers(), hsts=HSTS, pdf_policy=PDF_POLICY, editor=editor_headers()
    )


def security_headers() -> dict[str, str]:
    """What every answer carries, also one that something is not there."""
    return {
        "Content-Security-Policy": content_security_policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def content_security_policy() -> str:
    """Nothing but the site's own files; the style inside the pages without a frame (404.html), by its hash.

    `data:` for the small pictures that Material's style sheet holds.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",  # Pagefind's WebAssembly; no eval of script
            f"style-src 'self' {' '.join(_style_hashes())}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def editor_headers() -> dict[str, str]:
    """What the forms at `/quan-tri/` need otherwise: the page itself says which server they may write to,
    and whoever signs in there comes back through a window that must know where it was opened."""
    return {
        "Content-Security-Policy": f"{editor_policy(('https:',))}; form-action 'self'; frame-ancestors 'self'",
        "Cross-Origin-Opener-Policy": "unsafe-none",
    }


def editor_policy(origins: Iterable[str] = ()) -> str:
    """Of the forms: the site's own files, and the servers that hold the repository.

    The editor writes styles into its elements and previews uploads from memory.
    """
    servers = "".join(f" {origin}" for origin in origins)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            f"img-src 'self' data: blob:{servers}",
            "media-src blob:",
            f"connect-src 'self' data: blob:{servers}",
            "worker-src 'self' blob:",
            "frame-src blob:",
            "base-uri 'none'",
        )
    )


def _style_hashes() -> list[str]:
    """Of the styles written into pages without a frame, as CSP level 2 wants them."""
    page = (TEMPLATES / "parts" / "tran.html").read_text(encoding="utf-8")
    digests = (sha256(style.encode()).digest() for style in STYLE.findall(page))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]
