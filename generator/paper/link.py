"""The way from a paper to its page: a QR code, and the address as people type it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.qr import qr_of


@dataclass(frozen=True)
class PageLink:
    """Address of a page on paper."""

    address: str
    shown: str
    """Without what nobody needs to type: "xa-mau.example/du-an/DA-2026-01"."""
    svg: str


def link_of(address: str) -> PageLink:
    """For an absolute address."""
    parts = urlsplit(address)
    code = qr_of(address)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">'
        f'<rect width="{code.size}" height="{code.size}" fill="#fff"/>'
        f'<path stroke="#000" d="{code.path}"/></svg>'
    )
    return PageLink(address, f"{parts.netloc}{parts.path}".rstrip("/"), svg)
