"""Mistakes of writing: each on the line to be mended, all at once, in bounded time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.petition.model import Channel
from generator.kinds.profile.model import Profile
from generator.load.misread import needs_quotes
from generator.load.models import read_model
from generator.load.reading import MOST_TOLD, Reading
from generator.load.yaml_tree import read_yaml
from tests.conftest import CONTENT, Load

SAMPLE = (CONTENT / "xa" / "xa-mau" / "xa.yml").read_bytes()
MANY = """\
ma: “00000”
tinh_trang:cho_tiep_nhan
tru_so:
\tdia_chi: Số 1
zalo: @xamau
facebook: "https://facebook.com/xamau
truyen_thanh:
  mo_ta: Loa: 6 cụm
thon:
  - ten: Đồi Chè
    ma: doi-che
    loai: lang
la: 1
"""


def read(content: bytes) -> Reading:
    reading = read_yaml(content, "xa.yml")
    read_model(Profile, reading)
    return reading


def test_every_independent_mistake_of_a_file_is_told_at_once() -> None:
    found = sorted((p.place.line, p.place.column, p.code) for p in read(MANY.encode()).problems)
    assert found == [
        (1, 5, "word_quotes"),
        (2, 12, "space_after_colon"),
        (4, 1, "tab_indent"),
        (5, 7, "reserved_start"),
        (6, 11, "quote_unclosed"),
        (8, 13, "colon_in_value"),
        (12, 11, "choice_unknown"),
        (13, 1, "unknown_key"),
    ]


def test_a_part_that_cannot_be_read_is_not_called_missing() -> None:
    text = "tinh_trang: cho_tiep_nhan\nma: [1\ntru_so:\n  dia_chi: Số 1\n    so: 2\n"
    found = [(p.place.line, p.code) for p in read(text.encode()).problems]
    assert found == [(2, "bracket_unclosed"), (5, "wrong_indent")]


def told(text: str) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in read_yaml(text.encode(), "a.yml").problems]


def test_a_quotation_that_takes_the_next_entries_in_is_told_where_it_opens() -> None:
    assert told('a: "x\nb: y\nc: z"\n') == [("quote_unclosed", 1, 4)]
    assert told("a:\n  - 'x\n  - 'y'\n") == [("quote_unclosed", 2, 5)]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\n  y: z"\nb: 1\n',
        "a:\n  - 'x\n    - y'\n",
        'a: |\n  b: "x\n  c: [\nd: "1"\n',
        '- |\n "x\n- noi: |-\n    "x\n  ngay: 1\n',
        'a: "x \\" # y\n  z"\n',
        "a: [x,\n  y]\nb: {c: 1,\n d: 2}\n",
    ],
)
def test_what_closes_on_a_later_line_of_its_own_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("opened", ["[", "{", "[x,", "{x: 1,", "[[x]", '["x]"'])
@pytest.mark.parametrize("after", ["", "\n", "\nb: 1\n", "\n  y\nb: ]\n", "\n# x\nb: '1'\n"])
def test_a_bracket_is_told_where_it_opens_whatever_follows(opened: str, after: str) -> None:
    assert told(f"a: {opened}{after}")[0] == ("bracket_unclosed", 1, 4)


def test_a_mended_file_is_never_published_as_guessed() -> None:
    reading = read_yaml(b"ma:1\nten: x\n", "a.yml")
    assert (reading.tree, reading.guess) == (None, {"ma": "1", "ten": "x"})


def test_values_on_a_mended_line_keep_the_columns_as_typed() -> None:
    reading = read_yaml("nhom: {a:1, b: ì, c: 2, c: 3}\nten:x\nd: 1\n".encode(), "a.yml")
    found = [(p.code, p.place.line, p.place.column) for p in reading.problems]
    assert ("space_after_colon", 2, 5) in found
    assert ("duplicate_key", 1, 25) in found


def test_right_yaml_that_looks_like_a_mistake_is_read() -> None:
    text = (
        "gio: 7:30\nlink: https://a.vn/x:y\nmo_ta: |\n  ten:Xóm\n  \t- a\n  “x” # y\nhai: dòng một\n  dòng hai\n"
        "ngoac: “Ba sạch” là gì\nam: -5\nngoac_kep: 'a: b # c'\nds: [a, 'b:c', \"- d\"]\n# ghi chú: @\n"
    )
    reading = read_yaml(text.encode(), "a.yml")
    assert reading.problems == []
    assert isinstance(reading.tree, dict)
    assert reading.tree["mo_ta"] == "ten:Xóm\n\t- a\n“x” # y\n"


@pytest.mark.parametrize("text", ["“Ba sạch”", "ten:Xóm", "-a", "• loa", "ten：Xóm"])
def test_writers_can_ask_what_must_stand_in_quotes(text: str) -> None:
    assert needs_quotes(text)
    assert read_yaml(f"a:\n  - {text}\n".encode(), "a.yml").problems
    assert read_yaml(f"a:\n  - '{text}'\n".encode(), "a.yml").problems == []


def test_no_more_mistakes_are_told_than_can_be_mended_in_one_go() -> None:
    problems = read(b"".join(b"a%d: 1\n" % n for n in range(200))).problems
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].code == "more_problems"
    assert max(p.place for p in problems) == problems[-1].place
    assert f"còn {202 - MOST_TOLD} lỗi" in problems[-1].message


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "- - - - ", "[{"])
def test_a_hundred_thousand_openings_stop_the_reading_at_once(sign: str) -> None:
    problems = read((sign * 100_000).encode()).problems
    assert problems[-1].code == "yaml_too_deep"


@pytest.mark.parametrize(
    "part",
    [
        "- \n", "a: ", '"', "a\n", "x ", "a: @\n", "&a ", "a: *a\n", "a: 1\n", "\t", "a:\n\tb: 1\n", "\u00a0",
        "\x00", "\u200b", "“", "' ", "<", "---\n", "?\n", "\\", "Coâng ", "Ã©", "«a ", "e\u0302\u0323", "\u0300\u0323",
        "\u0610\u0e38", "a:b\n", "?x\n", "a?b ", "<<<<<<<\n", "a: \u2028- b\n", "[1,", "{a,", "|\n ", "# \n", "!a ", "%a\n", "…", "a: “b”\n", "- a: x\n  b\n",
    ],
)  # fmt: skip
def test_the_same_sign_without_end_is_an_error_and_no_crash(part: str) -> None:
    """What two megabytes cost stands in `bench/hostile.py`."""
    size = len(part.encode())
    for head in ("", "a: "):
        assert read(head.encode() + part.encode() * (100_000 // size)).problems


def test_sixty_thousand_different_unknown_keys_are_told_in_a_few_lines() -> None:
    content = "".join(f"khoa{n}: ngaxé{n}ù\n" for n in range(90_000)).encode()[:1_999_999]
    assert len(read(content).problems) <= MOST_TOLD + 1


INSERTED = st.sampled_from(
    ["\t", ": ", '"', "'", "[", "{", "- ", "\n", "&", "*", "!", "|", ">", "@", "%", "#", ",", "]", "“", "”", "：",
     "\u00a0", "\x00", "\\", "? ", "---\n", "...\n", "<<: ", "\r", "~", "\u200b", "e\u0301", '"\\x', "%YAML"]
)  # fmt: skip


@settings(max_examples=150, deadline=2_000)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE)), INSERTED | st.binary(max_size=3)), max_size=6))
def test_any_change_of_a_good_file_gives_a_tree_or_problems(changes: list[tuple[int, str | bytes]]) -> None:
    content = SAMPLE
    for at, what in changes:
        content = content[:at] + (what if isinstance(what, bytes) else what.encode()) + content[at:]
    reading = read(content)
    last = content.count(b"\n") + content.count(b"\r") + 2
    assert reading.tree is not None or reading.problems
    assert all(1 <= p.place.line <= last and p.place.column >= 1 for p in reading.problems)


@settings(max_examples=150, deadline=2_000)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_tree_or_problems(content: bytes) -> None:
    reading = read(content)
    assert reading.problems or reading.tree is not None


def test_a_missing_choice_is_told_with_all_that_may_be_chosen(load: Load) -> None:
    """Nobody can guess the codes."""
    text = "ma: a\nchu_de: Rãnh tắc\nlinh_vuc: duong_sa\nngay_nhan: 2026-11-05\n"
    _, problems = load({"kien-nghi/a.yml": text})
    (problem,) = [p for p in problems if p.code == "missing"]
    assert problem.hint.startswith("Thêm dòng: kenh: ")
    assert all(channel.value in problem.hint and channel.label in problem.hint for channel in Channel)
    _, problems = load({"kien-nghi/a.yml": text.replace("ma: a", "kenh: tru_so")})
    assert [p.hint for p in problems if p.code == "missing"] == ["Thêm dòng: ma: …"]


def test_a_missing_choice_inside_a_list_is_told_too(load: Load) -> None:
    head = "ma: a\nchu_de: Rãnh\nlinh_vuc: khac\nngay_nhan: 2026-11-05\nkenh: tru_so\n"
    posting = "cong_khai:\n  hinh_thuc:\n    - noi: Trụ sở\n"
    _, problems = load({"kien-nghi/a.yml": head + posting})
    (problem,) = [p for p in problems if p.code == "missing"]
    assert "niem_yet (Niêm yết)" in problem.hint


def test_a_key_left_empty_is_to_be_filled_in_where_it_stands() -> None:
    hints = [(p.code, p.place.line, p.hint) for p in read(b"ma:\ntinh_trang: cho_tiep_nhan\n").problems]
    assert hints == [("missing", 1, "Ghi nội dung vào sau dấu hai chấm ở dòng 1.")]
    (choice,) = read(b'ma: "00000"\ntinh_trang:\n').problems
    assert choice.hint.startswith("Ghi nội dung vào sau dấu hai chấm ở dòng 2. ")
    assert "cho_tiep_nhan" in choice.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  x\nb: |\nc: 1\n",
        "a:\n  - b: |\n      x\n  - b: y\n    c: |-\n      - z\nd: 1\n",
        "a: |\n  b: |\n  c\nd: 1\n",
        "a: >-\n\n  x\n# y\nb: 1\n",
    ],
)
def test_a_text_that_is_set_in_is_right_whatever_follows(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("opened", ["a: |", "a: |-", "a: >", "a: |\n  Đã thụt"])
@pytest.mark.parametrize(
    "pasted", ["Xã\n- b\n", "- b\n- Điều 1: d\n", "Nội dung gồm: b\n\nban hành: c\n", "+ b\n1. c\n"]
)
def test_a_pasted_text_is_one_mistake_and_what_follows_is_read(opened: str, pasted: str) -> None:
    first = opened.count("\n") + 2
    after = first + pasted.count("\n") + 1
    assert told(f"{opened}\n{pasted}z: 1\nz: 2\n") == [
        ("block_indent", first, 1),
        ("duplicate_key", after, 1),
    ]
