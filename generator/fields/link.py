"""Addresses on the web: public, plain, without passwords, disguises or anything that runs."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.fields.base import refuse, scalar
from generator.fields.typed import is_read, quote, ways

LONGEST = 2_000
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)+[A-Za-z][A-Za-z0-9-]{{0,61}}[A-Za-z0-9]")
BARE = re.compile(rf"(?:{LABEL}\.)+[A-Za-z]{{2,24}}(?:[:/?#]\S*)?")
INSIDE = re.compile(r"https?://[^\s<>\"“”()\[\]]+", re.IGNORECASE)
PRIVATE = ("localhost", "local", "internal", "lan", "home", "intranet", "localdomain", "test", "invalid")
MISTYPED = re.compile(r"(?:h?tt?p+|htpp|htp)(s?)[:;]?[/\\]{1,3}(?=[A-Za-z0-9])", re.IGNORECASE)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def read_link(value: object) -> str:
    """An address on the web as it was copied; only http and https, only public hosts."""
    found = scalar(value)
    if len(found) > LONGEST:
        raise refuse(
            "too_long", f"dài {len(found)} ký tự, quá dài cho một địa chỉ", "Chép địa chỉ ngắn của trang."
        )
    if _hidden(found) or any(char.isspace() for char in found):
        raise _broken(found)
    if not found.lower().startswith(("http://", "https://")):
        raise _no_scheme(found)
    parts = _split(found)
    if parts is None or re.search(r"[<>\"“”\\^`{|}]", found):
        raise _no_link(found)
    _check_host(found, parts)
    return found


def _split(found: str) -> SplitResult | None:
    """The parts of an address; None where it has no host or no possible port."""
    try:
        parts = urlsplit(found)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if whole else None


def _hidden(found: str) -> bool:
    """Whether control, format or private characters stand in the text (also soft hyphens)."""
    return any(unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") for char in found)


def _check_host(found: str, parts: SplitResult) -> None:
    """Raises: PydanticCustomError for passwords, private or disguised hosts."""
    host = (parts.hostname or "").rstrip(".")
    if "@" in parts.netloc:
        raise _refused_user(found)
    if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
        hint = "Chỉ nhận tên miền chữ La-tinh không dấu; gõ lại địa chỉ bằng tay."
        raise refuse("link_lookalike", f"ghi {quote(found)}, tên miền có chữ dễ nhầm", hint)
    if _is_private(host):
        hint = "Ghi địa chỉ mà người dân mở được từ mạng bên ngoài."
        raise refuse("link_private", f"ghi {quote(found)}, địa chỉ chỉ mở được trong mạng nội bộ", hint)
    if not HOST.fullmatch(host) and not _address(host):
        raise _no_link(found)


def _refused_user(found: str) -> PydanticCustomError:
    start, _, rest = found.partition("//")
    bare = f"{start}//{rest.split('@', 1)[1]}" if "@" in rest else ""
    hint = f"Ghi: {ways(bare)}" if is_read(read_link, bare) else "Bỏ phần đứng trước dấu @."
    return refuse("link_user", "có tên đăng nhập hoặc mật khẩu trong địa chỉ", hint)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_private(host: str) -> bool:
    """Whether only a local network answers there; browsers also take 127.1 and 0x7f.1 for addresses."""
    if address := _address(host):
        return not address.is_global
    last = host.rsplit(".", 1)[-1]
    return "." not in host or last in PRIVATE or re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last) is not None


def _broken(found: str) -> Exception:
    """Spaces, line ends or unseen characters inside, as Word and spreadsheets leave them."""
    seen = "".join(char for char in found if not _hidden(char) or char.isspace())
    inside = INSIDE.findall(seen)
    if len(inside) > 1:
        hint = (
            f"Mục này chỉ nhận một địa chỉ: {ways(*(link for link in inside if is_read(read_link, link)))}"
        )
        return refuse("link_several", f"ghi {quote(seen)}, có nhiều địa chỉ", hint)
    meant = next((way for way in ("".join(seen.split()), *inside) if is_read(read_link, way)), "")
    if not seen.lower().startswith("http") and meant in ("", *inside):
        return _no_scheme(seen)
    hint = f"Nếu là một địa chỉ liền thì ghi: {ways(meant)}" if meant else "Chép lại cả địa chỉ."
    if seen != found and not re.search(r"\s", seen):
        return refuse("link_hidden", f"ghi {quote(seen)}, có ký tự ẩn bên trong", hint)
    return refuse("link_spaces", f"ghi {quote(seen)}, bị ngắt bởi dấu cách", hint)


def _no_scheme(found: str) -> Exception:
    mended = MISTYPED.sub(r"http\1://", found, count=1)
    if mended != found and is_read(read_link, mended):
        return refuse(
            "link_mistyped", f"ghi {quote(found)}, phần đầu địa chỉ gõ sai", f"Ghi: {ways(mended)}"
        )
    secure = f"https://{found.lstrip('/')}"
    if BARE.fullmatch(found.lstrip("/")) and is_read(read_link, secure):
        return refuse(
            "link_no_scheme", f"ghi {quote(found)}, còn thiếu https:// ở đầu", f"Ghi: {ways(secure)}"
        )
    if SCHEME.match(found) or found.startswith("\\\\"):
        hint = "Chỉ nhận địa chỉ trang web; tệp trên máy thì chép vào thư mục tep/ và ghi ở mục tệp."
        return refuse("link_scheme", f"ghi {quote(found)}, không phải địa chỉ trang web", hint)
    return _no_link(found)


def _no_link(found: str) -> Exception:
    inside = INSIDE.search(found)
    good = inside and inside[0] != found and is_read(read_link, inside[0])
    hint = (
        f"Ghi: {ways(inside[0])}"
        if inside and good
        else "Chép cả địa chỉ từ thanh trình duyệt, bắt đầu bằng https://"
    )
    return refuse("link_expected", f"cần là địa chỉ trang web, đang ghi {quote(found)}", hint)


Link = Annotated[str, BeforeValidator(read_link)]
