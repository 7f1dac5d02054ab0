"""The guide for a commune's staff, at `/quan-tri/huong-dan/` of its site: the same files for every commune."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generator.core import File
from generator.from_schema.files import data_files
from generator.from_schema.guide.markup import page_html
from generator.from_schema.guide.messages import Message, introduction, messages
from generator.from_schema.guide.tables import tables
from generator.kinds import kinds
from generator.render import relative
from generator.resources import DOCS, TEMPLATES
from generator.templates import environment

FOLDER = "quan-tri/huong-dan/"
OWN = DOCS / "huong-dan"
SAMPLES = DOCS / "mau-de-chep.md"
FIELDS, MESSAGES, STYLE = "muc/", "loi-bao/", "huong-dan.css"
PICTURES = "anh"
TEMPLATE = "quan-tri/huong-dan"
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@cache
def guide(forms: bool) -> tuple[File, ...]:
    """Every file of the guide, made once; `forms` where the sites have the forms that it leads to."""
    return (
        *(_page(url, forms, **facts) for url, facts in _pages()),
        File(f"{FOLDER}{STYLE}", (TEMPLATES / TEMPLATE / STYLE).read_bytes()),
        *(
            File(f"{FOLDER}{PICTURES}/{path.name}", path.read_bytes())
            for path in sorted((OWN / PICTURES).iterdir())
        ),
    )


def _pages() -> Iterator[tuple[str, dict[str, Any]]]:
    """Address inside the guide of each page, with its template and what that shows."""
    for path in (*sorted(OWN.glob("*.md")), SAMPLES):
        text = path.read_text("utf-8")
        url = _url(path)
        yield url, {"template": "trang", "title": _title(text), "body": page_html(text, _leads(path, url))}
    yield FIELDS, {"template": "cac-muc", "title": "Mọi ô của từng mục", "kinds": kinds()}
    for kind in kinds():
        url = f"{FIELDS}{kind.section}"
        yield url, {"template": "muc", "title": kind.title, "kind": kind, "tables": tables(kind.model)}
    yield from _messages()


def _messages() -> Iterator[tuple[str, dict[str, Any]]]:
    letters: defaultdict[str, list[Message]] = defaultdict(list)
    for message in messages().values():
        letters[message.letter].append(message)
    text = introduction()
    body = page_html(text, _leads(DOCS / "ma-loi.md", MESSAGES))
    yield MESSAGES, {"template": "cac-loi", "title": _title(text), "body": body, "letters": letters}
    for letter, found in letters.items():
        url = f"{MESSAGES}{letter}/"
        lead = _leads(DOCS / "ma-loi.md", url)
        meanings = [(message, page_html(message.text, lead)) for message in found]
        title = f"Mã bắt đầu bằng {letter.upper()}"
        yield url, {"template": "loi", "title": title, "messages": meanings}


def _page(url: str, forms: bool, *, template: str, title: str, **facts: Any) -> File:
    here = f"{FOLDER}{url}"
    html = (
        environment()
        .get_template(f"{TEMPLATE}/{template}.html")
        .render(
            title=title,
            first=not url,
            above=_above(url),
            forms=forms,
            style=relative(here, f"{FOLDER}{STYLE}"),
            to=lambda inside: relative(here, f"{FOLDER}{inside}"),
            home=relative(here, ""),
            editor=relative(here, "quan-tri/"),
            **facts,
        )
    )
    return File(f"{here}index.html", html.encode())


def _above(url: str) -> tuple[tuple[str, str], ...]:
    """(title, address) of the page between the guide's first and this one."""
    titles = {FIELDS: "Mọi ô của từng mục", MESSAGES: "Mã lỗi và lưu ý"}
    return tuple((title, top) for top, title in titles.items() if url.startswith(top) and url != top)


def _url(path: Path) -> str:
    return "" if path.name == "index.md" else f"{path.stem}/"


def _title(text: str) -> str:
    found = TITLE.search(text)
    if found is None:
        raise ValueError("a page of the guide begins with its title")
    return found[1]


def _leads(path: Path, url: str) -> Callable[[str], str]:
    """Where an address written in a file of `docs/` leads to, from a page of the guide.

    Raises: KeyError of the returned function for what the guide does not hold
    """
    here = f"{FOLDER}{url}"

    def lead(address: str) -> str:
        file, mark, at = address.partition("#")
        named = posixpath.normpath(posixpath.join(path.parent.relative_to(DOCS.parent).as_posix(), file))
        if named == "docs/ma-loi.md" and at:
            return relative(here, f"{FOLDER}{MESSAGES}{messages()[at].letter}/#{at}")
        if named.startswith(f"docs/huong-dan/{PICTURES}/"):
            return relative(here, f"{FOLDER}{PICTURES}/{posixpath.basename(named)}")
        return relative(here, f"{FOLDER}{_places()[named]}{mark}{at}")

    return lead


@cache
def _places() -> dict[str, str]:
    """Address inside the guide of each file that its pages name; a schema's is the table of its fields."""
    of_kind = {kind.model: f"{FIELDS}{kind.section}" for kind in kinds()}
    return {
        **{f"docs/huong-dan/{path.name}": _url(path) for path in OWN.glob("*.md")},
        "docs/mau-de-chep.md": _url(SAMPLES),
        "docs/ma-loi.md": MESSAGES,
        **{each.schema: of_kind[each.model] for each in data_files() if each.model in of_kind},
    }
