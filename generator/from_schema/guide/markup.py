"""Pages of `docs/` as HTML: with code, pictures, headings that can be linked to, and addresses of the site.

Prose of records (`generator.words.prose`) has none of these, since it stands inside other pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup

from generator.words.prose import SCHEMES, TAGS

WITH_MORE = TAGS | {"code", "h1", "h2", "img", "pre"}
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "img": {"alt", "src", "width", "height"},
    "h2": {"id"},
    "h3": {"id"},
    "th": {"style"},
}
ADDRESS = re.compile(r'(?<=[ ])(href|src)="([^"]+)"')
WHOLE = re.compile(r"[a-z]+:")
PICTURE = re.compile(r'<p>(<img alt="[^"]*")')
WIDE = re.compile(r'<pre>(?!<code class="language-text")')
"""What is not wrapped, since its indentation counts: scrolled, so the keyboard must reach it (WCAG 2.1.1)."""
COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)


def page_html(text: str, leads: Callable[[str], str]) -> Markup:
    """Markdown of our own to HTML; `leads` says where an address of `docs/` stands on the site."""
    html = nh3.clean(
        _markdown().reset().convert(COMMENT.sub("", text)),
        tags=WITH_MORE,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    html = WIDE.sub('<pre tabindex="0">', html)
    return Markup(ADDRESS.sub(lambda found: f'{found[1]}="{_led(found[2], leads)}"', html))  # noqa: S704 - cleaned


def anchor(text: str) -> str:
    """Of a heading, as GitHub names it: "Dời một buổi" → "dời-một-buổi"."""
    return re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-")


def _led(address: str, leads: Callable[[str], str]) -> str:
    return address if WHOLE.match(address) or address.startswith("#") else leads(address)


@cache
def _markdown() -> Markdown:
    return Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "toc"],
        extension_configs={"toc": {"slugify": lambda text, _: anchor(text)}},
        output_format="html",
    )
