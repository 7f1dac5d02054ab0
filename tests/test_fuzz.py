"""Any bytes as any file: problems or a page, never an exception, never more than two seconds.

`make test` tries a few hundred inputs, `make fuzz MINUTES=30` as many as fit (`python -m tests.test_fuzz 30`).
"""

from __future__ import annotations

import atexit
import io
import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from pydantic import BaseModel

from generator.core import Problem, has_error
from generator.fields.titles import model_inside
from generator.inspection import Question, judge
from generator.load import load_province
from generator.load.data_files import model_at
from generator.load.yaml_tree import read_yaml
from generator.province import Province
from generator.publish import make_site
from generator.tidy import data_files, tidy
from tests.conftest import CONTENT, DAY
from tests.hostile import BATTERY, write_commune

SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
"""In place of documents: to read them anew for every input would take most of the time."""
TRIED: Counter[str] = Counter()
SLOWEST: dict[str, float] = {}
"""Seconds of the processor for one file read, checked and turned into pages; `make fuzz` tells them."""
CODE = re.compile(r"[a-z][a-z0-9_]*")
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
ENGLISH = re.compile(
    r"\b(expected|invalid|input|should|value|error|found|could|cannot|mapping|scalar|token|block|string|int|str|"
    r"dict|list|none|traceback|exception|bytes|type|object|decode|codec)\b",
    re.IGNORECASE,
)
TOKENS = [
    b": ", b"- ", b"\t", b"#", b"&a ", b"*a", b"!!int ", b"---\n", b"...\n", b"{", b"}", b"[", b"]", b"|", b">", b"'",
    b'"', b"%", b"@", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc3", "“".encode(), b"\r", b"\r\n", b"\xe2\x80\xa8",
    b"? ", b"<<: *a", b"~", b"null", b"1.25", b"31/02/2026", "1,25 tỷ".encode(), b"7h30", b"9" * 400, "０１９０８５００１２３４".encode(), "٠١٩٠٨٥٠٠١٢٣٤".encode(), b"019085001234",
    "\u0300".encode() * 40, b"  " * 40, b"[" * 40, b"a: " * 40, *(text.encode() for text in BATTERY[:20]),
]  # fmt: skip
ENDINGS = ["pdf", "docx", "xlsx", "odt", "ods", "csv", "txt", "zip", "jpg", "jpeg", "png", "webp"]
Op = tuple[str, int, int, bytes]


@cache
def workplace() -> Path:
    """The sample commune and a small province, to be spoiled one file at a time."""
    folder = Path(tempfile.mkdtemp(prefix="cong-khai-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    written = write_commune(folder, None)
    for path in written.rglob("*.pdf"):
        path.write_bytes(SCAN)
    return written


@cache
def good_files(part: str) -> list[Path]:
    return [path for path in data_files(workplace()) if path.relative_to(workplace()).parts[0] == part]


@contextmanager
def spoiled(path: Path, content: bytes) -> Iterator[None]:
    """The file holds something else for a moment."""
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(content)
    try:
        yield
    finally:
        path.unlink() if before is None else path.write_bytes(before)


def attempt(name: str, path: Path, content: bytes) -> None:
    """What must hold for every input."""
    TRIED[name] += 1
    with spoiled(path, content):
        start = time.process_time()
        problems, published = outcome()
        tidied = tidy(path) if path.suffix == ".yml" else None
        SLOWEST[name] = max(SLOWEST.get(name, 0), time.process_time() - start)
        assert published or has_error(problems)
        for problem in [*problems, *(tidied.problems if tidied else ())]:
            look_at(problem)


@lru_cache(maxsize=1)
def province_of(files: tuple[bytes, ...]) -> tuple[Province | None, tuple[Problem, ...]]:
    """The province, read anew only where one of its files is another."""
    return load_province(workplace() / "tinh")


def outcome() -> tuple[list[Problem], bool]:
    """Every problem, and whether pages came out."""
    content = workplace()
    province, problems = province_of(tuple(path.read_bytes() for path in good_files("tinh")))
    found = list(problems)
    if province is None:
        return found, False
    scope, problems = judge(Question(province, DAY), content / "xa" / "xa-mau")
    found += problems
    return found, scope is not None and bool(make_site(scope)[1])


def look_at(problem: Problem) -> None:
    """A code, Vietnamese words without a word of the parser's, and a place inside the file."""
    path = Path(problem.place.path)
    text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    assert CODE.fullmatch(problem.code), problem
    assert VIETNAMESE.search(problem.message), problem
    foreign = {word.lower() for word in ENGLISH.findall(f"{problem.message} {problem.hint}")}
    assert {word for word in foreign if word not in text.lower()} == set(), problem
    # What is missing at the end belongs on the line after the last.
    assert 1 <= problem.place.line <= len(LINE_END.split(text)) + 1, problem
    assert problem.place.column >= 1, problem


def mutated(content: bytes, ops: list[Op]) -> bytes:
    for op, a, b, token in ops:
        content = OPS[op](content, a, b, token)
    return content


def _flip(content: bytes, a: int, b: int, token: bytes) -> bytes:
    if not content:
        return token
    spot = a % len(content)
    return content[:spot] + bytes([content[spot] ^ (1 << b % 8)]) + content[spot + 1 :]


def _cut(content: bytes, a: int, b: int, token: bytes) -> bytes:
    spot = a % (len(content) + 1)
    return content[:spot] + content[spot + b % 60 :]


def _insert(content: bytes, a: int, b: int, token: bytes) -> bytes:
    spot = a % (len(content) + 1)
    return content[:spot] + token + content[spot:]


def _on_lines(
    change: Callable[[list[bytes], int, int, bytes], None],
) -> Callable[[bytes, int, int, bytes], bytes]:
    def apply(content: bytes, a: int, b: int, token: bytes) -> bytes:
        lines = content.split(b"\n")
        change(lines, a % len(lines), b % len(lines), token)
        return b"\n".join(lines)

    return apply


def _delete(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    del lines[a]
    lines += [] if lines else [b""]


def _repeat(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    lines.insert(b, lines[a])


def _swap(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    lines[a], lines[b] = lines[b], lines[a]


def _shift(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    lines[a] = b" " * (b % 7) + (lines[a].lstrip() if b % 2 else lines[a])


def _trade(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    """The values of two lines change places."""
    (left, colon, one), (right, other, two) = lines[a].partition(b":"), lines[b].partition(b":")
    lines[a], lines[b] = left + colon + two, right + other + one


def _overwrite(lines: list[bytes], a: int, b: int, token: bytes) -> None:
    lines[a] = lines[a].partition(b":")[0] + b": " + token


OPS: dict[str, Callable[[bytes, int, int, bytes], bytes]] = {
    "flip": _flip,
    "cut": _cut,
    "insert": _insert,
    **{
        change.__name__: _on_lines(change)
        for change in (_delete, _repeat, _swap, _shift, _trade, _overwrite)
    },
}
numbers = st.integers(0, 1 << 20)
tokens = st.one_of(
    st.sampled_from(TOKENS),
    st.binary(max_size=12),
    st.text(max_size=12).map(lambda t: t.encode("utf-8", "replace")),
)
ops = st.lists(st.tuples(st.sampled_from(sorted(OPS)), numbers, numbers, tokens), min_size=1, max_size=6)


@cache
def tree_of(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Trees with the keys of a model and any text; now and then a list or a group where none belongs."""
    keys = {}
    for name, info in model.model_fields.items():
        inner = model_inside(info.annotation)
        one = st.deferred(_later(inner)) if inner else texts
        keys[info.alias or name] = one | st.lists(one, max_size=3) | texts
    return st.fixed_dictionaries({}, optional=keys)


def _later(model: type[BaseModel]) -> Callable[[], st.SearchStrategy[Any]]:
    def grow() -> st.SearchStrategy[Any]:
        return tree_of(model)

    return grow


texts = st.one_of(
    st.sampled_from(
        ["", "x", "2026-11-05", "30/02/2026", "1.250.000", "1,25 tỷ", "7:30 - 11:30", "có", "00000", "DA-2026-01",
         "1.001193", "tep/45-tb-ubnd.pdf", "0208 3855 123", "https://x.example/", "1e9", "-1", "62,5%", "~", *BATTERY]
    ),
    st.text(max_size=30),
)  # fmt: skip


@st.composite
def structured(draw: st.DrawFn) -> tuple[Path, bytes]:
    """A good file of which some branches are grown anew under valid keys."""
    path = draw(st.sampled_from([*good_files("xa"), *good_files("tinh")]))
    model = model_at(path)
    assert model
    base: Any = read_yaml(path.read_bytes(), str(path)).tree if draw(st.booleans()) else {}
    tree = {**base, **draw(tree_of(model))}
    return path, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def _yaml_bytes(part: str) -> st.SearchStrategy[tuple[Path, bytes]]:
    return st.tuples(
        st.sampled_from(good_files(part)),
        st.binary(max_size=400) | st.lists(tokens, max_size=30).map(b"".join),
    )


def _yaml_mutants(part: str) -> st.SearchStrategy[tuple[Path, bytes]]:
    paths = st.sampled_from(good_files(part))
    return st.tuples(paths, ops).map(lambda drawn: (drawn[0], mutated(drawn[0].read_bytes(), drawn[1])))


@cache
def originals() -> dict[str, bytes]:
    """A good file of each kind that may be attached."""
    files = {
        path.suffix[1:]: path.read_bytes() for path in (CONTENT / "xa" / "xa-mau" / "tep").rglob("*.*")
    }
    book, sheet = Workbook(), io.BytesIO()
    book.active.append(["Họ tên", "Số tiền"])  # type: ignore[union-attr]
    book.save(sheet)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document><w:t>Xã Mẫu</w:t></w:document>")
        archive.writestr("content.xml", "<office/>")
    return {**files, "xlsx": sheet.getvalue(), "docx": packed.getvalue(), "csv": "a,b\nđ,1\n".encode()}


@st.composite
def attachments(draw: st.DrawFn) -> tuple[str, bytes]:
    ending = draw(st.sampled_from(ENDINGS))
    content = draw(st.binary(max_size=200) | st.sampled_from(sorted(originals().values())))
    return ending, mutated(content, draw(st.just([]) | ops))


def try_yaml(name: str) -> Callable[[tuple[Path, bytes]], None]:
    return lambda drawn: attempt(name, *drawn)


def try_attachment(drawn: tuple[str, bytes]) -> None:
    """The file is named by a document and, where it may be, as a picture."""
    ending, content = drawn
    folder = workplace() / "xa" / "xa-mau"
    picture = ending in ("jpg", "jpeg", "png", "webp")
    named = (
        f"ban_do:\n  mo_ta: x\n  tep: tep/thu.{ending}\n"
        if picture
        else f"cong_khai:\n  van_ban:\n    tep: tep/thu.{ending}\n"
    )
    own = (folder / "xa.yml").read_bytes()
    kept = re.sub(rb"(?ms)^(ban_do|cong_khai):.*?(?=^\S|\Z)", b"", own)
    with spoiled(folder / "xa.yml", kept + named.encode()):
        attempt("attachments", folder / "tep" / f"thu.{ending}", content)


# Few inputs of each here, the same every time; `make fuzz` draws new ones for as long as it is given.
PROPERTIES: dict[str, tuple[Callable[[], st.SearchStrategy[Any]], Callable[[Any], None], int]] = {
    "bytes": (lambda: _yaml_bytes("xa"), try_yaml("bytes"), 40),
    "bytes of the province": (lambda: _yaml_bytes("tinh"), try_yaml("bytes of the province"), 30),
    "mutations": (lambda: _yaml_mutants("xa"), try_yaml("mutations"), 60),
    "mutations of the province": (lambda: _yaml_mutants("tinh"), try_yaml("mutations of the province"), 40),
    "structured": (structured, try_yaml("structured"), 40),
    "attachments": (attachments, try_attachment, 30),
}


def try_out(name: str, examples: int) -> None:
    strategy, attempted, _ = PROPERTIES[name]

    def run(drawn: Any) -> None:
        attempted(drawn)

    wanted = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    wanted(given(strategy())(run))()


@pytest.mark.parametrize("name", PROPERTIES)
def test_any_input_gives_problems_or_a_page(name: str) -> None:
    try_out(name, PROPERTIES[name][2])
    assert TRIED[name] >= PROPERTIES[name][2] // 2


TURN = 50
"""Inputs of one property before the next has its turn."""


def main(minutes: float) -> None:
    """All properties in turn until the time is over; the first failure ends it with its input."""
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        for name in PROPERTIES:
            if time.monotonic() < end:
                try_out(name, TURN)
        print(
            f"{sum(TRIED.values())} inputs tried:",
            ", ".join(f"{n} {name} ({SLOWEST.get(name, 0):.1f} s at most)" for name, n in TRIED.items()),
            flush=True,
        )


if __name__ == "__main__":
    main(float(sys.argv[1]))
