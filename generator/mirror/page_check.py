"""Whether a page that somebody else built may be shown under the province's name: nothing from elsewhere runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LOADING = {
    "audio": ("src",),
    "body": ("background",),
    "form": ("action",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "link": ("href",),
    "script": ("src", "href", "xlink:href"),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""What a browser fetches by itself, or sends to, and the attributes that say from where."""
REFUSED = (
    "applet",
    "base",
    "embed",
    "fencedframe",
    "foreignobject",
    "frame",
    "frameset",
    "iframe",
    "object",
    "portal",
)
NAMED_ONLY = {"canonical", "alternate", "license", "author"}
"""`<link rel=…>` that no browser fetches."""
OUTSIDE = re.compile(
    r"^[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})|,\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})", re.IGNORECASE
)
RUNS = re.compile(
    r"^[\x00-\x20]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|data)\s*:",
    re.IGNORECASE,
)
STYLE = re.compile(
    r"(?:url\(\s*[\"']?|@import\s*[\"']?)\s*(?:(?!data:image/)[a-z][a-z0-9+.-]*:|[\\/]{2})", re.IGNORECASE
)
DATA = ("application/ld+json", "application/json")


class _Found(HTMLParser):
    """Reads a page, remembers the first thing that it must not have."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.wrong = self.wrong or _wrong(tag, values)
        self.inside = tag if tag in ("script", "style") else ""
        if tag == "script" and values.get("type", "").lower() in DATA:
            self.inside = ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script" and data.strip():
            self.wrong = self.wrong or "có mã lệnh viết ngay trong trang"
        if self.inside == "style":
            self.wrong = self.wrong or wrong_in_style(data)


def wrong_in_page(text: str) -> str:
    """What a page of HTML, or a picture of SVG, must not have; empty where there is nothing of it."""
    found = _Found()
    found.feed(text)
    found.close()
    return found.wrong


def wrong_in_style(text: str) -> str:
    """The same for a style sheet."""
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "kiểu dáng lấy từ nơi khác" if "\\" in _escapes(plain) or STYLE.search(plain) else ""


def _escapes(text: str) -> str:
    """Escaped letters, by which `url(` may be written so that it is not seen."""
    return "".join(re.findall(r"\\[0-9a-fA-F]*(?=[uUrRlL@iI(])", text))


def _wrong(tag: str, values: dict[str, str]) -> str:
    if tag in REFUSED:
        return f"có phần nhúng trang khác ({tag})"
    if any(name.startswith("on") for name in values):
        return "có mã lệnh gắn vào một chỗ trong trang"
    if any(
        RUNS.match(value)
        for name, value in values.items()
        if name in ("href", "src", "action", "formaction")
    ):
        return "có liên kết chạy mã lệnh"
    if tag == "meta" and "refresh" in values.get("http-equiv", "").lower() and _leaves(values):
        return "tự chuyển sang trang khác"
    if wrong_in_style(values.get("style", "")):
        return "kiểu dáng lấy từ nơi khác"
    return _loaded(tag, values)


def _leaves(values: dict[str, str]) -> bool:
    """Whether a page that forwards leads out of the site; ours forward what has moved inside it."""
    where = re.sub(
        r"^[\d\s.]*[;,]?\s*(?:url\s*=)?\s*[\"']?", "", values.get("content", ""), flags=re.IGNORECASE
    )
    return bool(OUTSIDE.search(where))


def _loaded(tag: str, values: dict[str, str]) -> str:
    rel = set(values.get("rel", "").lower().split())
    if tag == "link" and rel and rel <= NAMED_ONLY:
        return ""
    for name in LOADING.get(tag, ()):
        if OUTSIDE.search(values.get(name, "")):
            return "có mã lệnh lấy từ nơi khác" if tag == "script" else "tự lấy ảnh hoặc tệp từ nơi khác"
    return ""
