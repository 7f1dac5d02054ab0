"""What the pages of our sites are made of: the templates, Material's base and the prose use nothing else."""

from __future__ import annotations

import re

_PLAIN = (
    "article", "aside", "b", "blockquote", "body", "br", "caption", "code", "dd", "details", "div", "dl", "dt",
    "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "head", "header", "hr", "html", "li", "main",
    "mark", "nav", "ol", "p", "s", "section", "span", "strong", "summary", "table", "tbody", "thead", "tr", "ul",
)  # fmt: skip
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN, frozenset[str]()),
    "a": frozenset({"href", "rel", "download"}),
    "button": frozenset({"type"}),
    "form": frozenset({"action", "method"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "input": frozenset({"type", "name", "autocomplete", "enterkeyhint", "value"}),
    "label": frozenset({"for"}),
    "link": frozenset({"rel", "href", "type"}),
    "meta": frozenset({"charset", "name", "property", "content"}),
    "output": frozenset({"for"}),
    "path": frozenset({"d", "fill", "stroke"}),
    "rect": frozenset({"x", "y", "width", "height", "rx", "fill"}),
    "svg": frozenset({"viewBox", "preserveAspectRatio", "focusable", "xmlns", "width", "height"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
"""Tags of our pages, and what each may have beside `EVERYWHERE`."""
EVERYWHERE = re.compile(r"class|id|hidden|lang|dir|title|role|tabindex|open|aria-[a-z]+|data-[a-z-]+")
"""Attributes that load nothing and run nothing."""
_UP = r"(?:\.\./)*"
OWN_SCRIPT = _UP + r"assets/congkhai\.[0-9a-f]{8}\.js"
OWN_SEARCH = tuple(_UP + rf"assets/{name}\.[0-9a-f]{{8}}\.js" for name in ("tim", "xep"))
"""What the script fetches when somebody searches."""
SEARCH_PAGE = re.compile(_UP + r"a-z/|\./")
"""Where the one form of our pages leads."""
OWN_STYLE = r"assets/(?:congkhai\.[0-9a-f]{8}|stylesheets/main\.[0-9a-f]{8}\.min)\.css"
LINKS = {
    "stylesheet": re.compile(_UP + OWN_STYLE),
    "icon": re.compile(_UP + r"assets/bieu-tuong\.svg"),
    "alternate": re.compile(_UP + r"(?:[a-z0-9-]+/)?cap-nhat\.atom"),
    "canonical": re.compile(r"https?://[^\s\\]+"),
}
"""What `<link>` may name, by its `rel`; browsers fetch no canonical address."""
METAS = re.compile(r"charset|viewport|description|robots|theme-color|og:[a-z_:]+")
