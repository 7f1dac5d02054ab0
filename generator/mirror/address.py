"""Where a commune's git repository is: three ways to reach one, and no password on any page or in any log."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import BeforeValidator

from generator.fields.base import refuse, scalar
from generator.fields.typed import quote, tidy, ways

LONGEST = 500
HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::[0-9]{1,5})?"
PATH = r"/[^\s<>\"'`\\?#]+"
PLAIN = r"/[^\s<>\"'`\\?#@]+"
"""Without what ends a password that holds a slash."""
HTTPS = re.compile(rf"https://(?:(?P<who>[^\s/@]+)@)?(?P<where>{HOST}{PLAIN})")
SSH = re.compile(rf"ssh://(?P<who>[A-Za-z0-9][A-Za-z0-9._-]*@)?(?P<where>{HOST}{PLAIN})")
FILE = re.compile(rf"file://(?P<where>{PATH})")
SITE = re.compile(rf"https://{HOST}(?:/[^\s<>\"'`\\?#@]*)?")
SHORT = re.compile(rf"(?P<who>[A-Za-z0-9._-]+@)?(?P<host>{HOST}):(?P<path>[^\s/:@][^\s@]*)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/+")
HARMLESS = re.compile(rf"[a-z]+://(?:git@)?(?:{HOST})?(?:/[^\s:@?#…]*)?|git@{HOST}:[^\s:@?#…]*")
BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
INSIDE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
HERE = "thư mục trên máy chủ của tỉnh"


@dataclass(frozen=True)
class GitAddress:
    """A repository's address as git is given it, and what must be told to nobody."""

    url: str
    """Without name and password."""
    secret: str = field(default="", repr=False)
    """The name and password of https, as `Authorization: Basic` wants them; empty where there are none."""

    @property
    def scheme(self) -> str:
        return self.url.partition(":")[0]

    @property
    def shown(self) -> str:
        """For pages and logs: without who signs in, and without paths of this machine."""
        if self.scheme == "file":
            return HERE
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def read_git_address(value: object) -> GitAddress:
    """`https://…`, `ssh://…` or `file:///…`; others can make git run what the address says."""
    found = scalar(value)
    if len(found) <= LONGEST and not re.search(r"[\x00-\x20\x7f]|//-|@-", found):
        if (https := HTTPS.fullmatch(found)) and ".." not in https["where"]:
            return GitAddress(f"https://{https['where']}", _basic(https["who"]))
        if SSH.fullmatch(found) or FILE.fullmatch(found):
            return GitAddress(found)
    raise _refused(found)


def read_site_address(value: object) -> str:
    """`https://…/`, without a name and password, which everybody would see on the status page."""
    found = scalar(value)
    if len(found) <= LONGEST and ".." not in found and SITE.fullmatch(found):
        return found.rstrip("/") + "/"
    hint = "Chép địa chỉ trang đầu của xã: https://xa-phu-dinh.example/"
    raise refuse(
        "site_address_expected",
        f"cần là địa chỉ https của trang, đang ghi {quote(without_secrets(found))}",
        hint,
    )


def read_branch(value: object) -> str:
    found = tidy(value)
    if BRANCH.fullmatch(found) and ".." not in found and not found.endswith((".lock", ".")):
        return found
    raise refuse("branch_expected", f"cần là tên nhánh git, đang ghi {quote(found)}", "Ghi như main.")


def read_inside(value: object) -> str:
    """A folder inside a repository; empty for its root."""
    found = tidy(value).strip("/")
    if found in ("", ".") or (INSIDE.fullmatch(found) and ".." not in found):
        return found.removeprefix(".")
    hint = "Ghi đường dẫn bên trong kho: content; thư mục gốc thì ghi dấu chấm."
    raise refuse("inside_expected", f"ghi {quote(found)}, không phải thư mục bên trong kho", hint)


def without_secrets(text: str) -> str:
    """What somebody wrote, with all between its scheme, or its start, and the last @ left out."""
    if HARMLESS.fullmatch(text) or not re.search(r"@|:/", text):
        return text
    scheme = SCHEME.match(text)
    _, sign, place = text.rpartition("@")
    return f"{scheme[0] if scheme else ''}…{sign}{re.split('[?#]', place)[0] if sign else ''}"


def _basic(who: str | None) -> str:
    if not who:
        return ""
    name, colon, password = who.partition(":")
    plain = f"{unquote(name)}:{unquote(password)}" if colon else f"{unquote(name)}:"
    return b64encode(plain.encode()).decode()


def _refused(found: str) -> Exception:
    told = quote(without_secrets(found))
    short = SHORT.fullmatch(found)
    if short and "://" not in found:
        who = "tên@" if short["who"] not in (None, "git@") else short["who"] or ""
        meant = f"ssh://{who}{short['host']}/{short['path']}"
        return refuse("git_address_short", f"ghi {told}, là cách viết tắt của ssh", f"Ghi: {ways(meant)}")
    if found.lower().startswith("http://"):
        hint = "Ghi địa chỉ bắt đầu bằng https://; http:// ai ở giữa đường cũng sửa được dữ liệu."
        return refuse("git_address_plain", f"ghi {told}, là đường truyền không mã hóa", hint)
    hint = "Chép địa chỉ trên trang giữ kho: https://…, ssh://…; kho trên máy này ghi file:///đường/dẫn."
    return refuse("git_address_expected", f"cần là địa chỉ kho git, đang ghi {told}", hint)


Address = Annotated[GitAddress, BeforeValidator(read_git_address)]
SiteAddress = Annotated[str, BeforeValidator(read_site_address)]
Branch = Annotated[str, BeforeValidator(read_branch)]
Inside = Annotated[str, BeforeValidator(read_inside)]
