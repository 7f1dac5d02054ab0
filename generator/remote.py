"""Asking other people's web servers for files: unpacked, with an end to silence, led on only where that is allowed."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from email.message import Message
from http.client import HTTPResponse
from typing import IO
from urllib.parse import urlsplit

SECONDS = 30
"""What a server may stay silent for."""
HEADERS = {"User-Agent": "congkhai", "Accept-Encoding": "identity"}
Follows = Callable[[str, str], bool]
"""Whether an address may lead on to another."""


class LeadsAwayError(Exception):
    """An address leads on to where it may not."""


class Remote(urllib.request.HTTPRedirectHandler):
    """Servers as one reader asks them."""

    def __init__(self, follows: Follows) -> None:
        self.follows = follows
        self.opener = urllib.request.build_opener(self)

    def ask(self, url: str, method: str = "GET") -> HTTPResponse:
        """The answer, to be read and closed; whoever asks has seen to the scheme of the address.

        Raises: LeadsAwayError, OSError (HTTPError where the server refuses), HTTPException, ValueError
        """
        request = urllib.request.Request(url, headers=HEADERS, method=method)  # noqa: S310
        found: HTTPResponse = self.opener.open(request, timeout=SECONDS)
        return found

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if not self.follows(req.full_url, newurl):
            fp.close()
            raise LeadsAwayError(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def same_server(old: str, new: str) -> bool:
    """Within scheme, host and port."""
    return urlsplit(old)[:2] == urlsplit(new)[:2]


def below(base: str) -> Follows:
    """Within one folder of one server."""
    return lambda old, new: new.startswith(base)
