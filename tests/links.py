"""Our own link check: every address that a built site names inside itself must be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

BASE = "http://site.invalid/"
ADDRESSES = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")}
ABSOLUTE_ALLOWED = {("a", "href"), ("link", "href")}


@dataclass
class Names(HTMLParser):
    """What a page names, and the ids it offers."""

    links: list[tuple[str, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) in ADDRESSES and value is not None:
                self.links.append((tag, name, value))
            if name == "id" and value:
                self.ids.append(value)


def read(page: Path) -> Names:
    names = Names()
    names.feed(page.read_text(encoding="utf-8"))
    return names


def broken(root: Path) -> Iterator[str]:
    """Every link of every page below `root` that leads nowhere, loads from elsewhere or leaves `root`."""
    pages = {path: read(path) for path in sorted(root.rglob("*.html"))}
    for path, names in pages.items():
        here = path.relative_to(root).as_posix()
        for id in sorted({id for id in names.ids if names.ids.count(id) > 1}):
            yield f"{here}: id {id} stands twice"
        for tag, name, value in names.links:
            problem = _wrong(root, pages, here, tag, name, value)
            if problem:
                yield f"{here}: <{tag} {name}={value}> {problem}"


def _wrong(root: Path, pages: dict[Path, Names], here: str, tag: str, name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme or parts.netloc:
        return "" if (tag, name) in ABSOLUTE_ALLOWED and _not_loaded(tag, value) else "loads from elsewhere"
    if value.startswith("/"):
        return "is tied to the root of a host"
    url = urljoin(BASE + here.removesuffix("index.html"), value)
    path = unquote(urlsplit(url).path).lstrip("/")
    depth_error = ".." in Path(path).parts or value.count("../") > here.count("/")
    target = root / path / "index.html" if path.endswith("/") or not path else root / path
    if depth_error or not target.is_file():
        return "leads to nothing"
    if parts.fragment and unquote(parts.fragment) not in pages.get(target, Names()).ids:
        return "names no id there"
    return ""


def _not_loaded(tag: str, value: str) -> bool:
    """A link to follow may lead outside; a <link> may only name the canonical address."""
    return tag == "a" or not value.endswith((".css", ".js", ".svg", ".png", ".woff2"))
