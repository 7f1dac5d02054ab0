"""Text of files: encodings are named, harmless characters dropped, sound Vietnamese left alone."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import characters
from generator.load.yaml_tree import read_yaml
from generator.words.legacy import TCVN3, VNI, find_legacy, recognise
from generator.words.legacy_tables import tcvn3, vni
from generator.words.syllables import is_syllable
from tests.conftest import CONTENT
from tests.real import real_data

WORDS = "công khai thủ tục của ủy ban nhân dân xã đồi chè, đường số 1, xóm nà mẫu"


def as_vni(text: str) -> str:
    signs = {char: sign for sign, char in reversed(vni().items())}
    return "".join(signs.get(char, char) for char in text)


def as_tcvn3(text: str) -> bytes:
    signs = {char: byte for byte, char in tcvn3().items()}
    return bytes(signs.get(char) or ord(char) for char in text)


def told(content: bytes) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in read_yaml(content, "a.yml").problems]


def test_text_in_old_encodings_is_read_back_to_what_was_meant() -> None:
    assert TCVN3.read(as_tcvn3(WORDS).decode("latin-1")) == WORDS
    assert VNI.read(as_vni(WORDS)) == WORDS
    assert VNI.read(as_vni(WORDS.upper())) == WORDS.upper()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_tcvn3(WORDS), "TCVN3 (ABC)"),
        (as_vni(WORDS).encode("latin-1"), "VNI"),
        ("Công khai của Uy ban".encode("latin-1", "replace"), "Windows-1258"),
        (b"caf\xe9 d\xe9j\xe0 vu", ""),
    ],
)
def test_bytes_are_recognised_by_the_syllables_that_they_spell(content: bytes, name: str) -> None:
    found = recognise(content)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("line", "column", "meant"),
    [
        ("C«ng khai", 0, "Công khai"),
        ("Coâng khai", 0, "Công khai"),
        ("Đi ñöôøng Đồi Chè", 3, "Đi đường Đồi Chè"),
        ("X· MÉu", 0, "Xã Mẫu"),
        ("®\u00adêng x·", 0, "đường xã"),
        ("Chủ tịch: Lª V¨n A", 10, "Chủ tịch: Lê Văn A"),
        ("CÃ´ng khai", 1, "Công khai"),
    ],
)
def test_old_text_inside_unicode_is_found_and_read(line: str, column: int, meant: str) -> None:
    found = find_legacy(line)
    assert found
    assert (found.column, found.meant) == (column, meant)


@pytest.mark.parametrize(
    "line",
    [
        "Công khai, ủy ban, uỷ ban, hoà giải, hòa giải, quí, quý, khoẻ, thuỷ lợi",
        "«Công khai», «An toàn giao thông», « nhà văn hóa »; « xã » và « phường »",
        "Vinamilk®, © 2026, 25 °C, 30 m², 12 m³, 5 µm, 2×3, m×n, 1½ ngày, xã¹, cho¹",
        "El Niño, La Niña, Müller, Noël, café, Saïgon, Malmö, Thaï, Chloé",
        "Krông Pắc, Đắk Lắk, Plei Ku, K'Bang, Lô Lô, Bố Y, Xtiêng",
        "QÐ-TTg, NÐ-CP, HÐND, TÐ, Ðinh Văn A",
        "«Khá»… và 5 €",
    ],
)
def test_sound_text_raises_no_alarm(line: str) -> None:
    assert find_legacy(line) is None
    assert find_legacy(unicodedata.normalize("NFD", line)) is None


def test_no_alarm_in_the_content_of_this_project() -> None:
    files = sorted(CONTENT.rglob("*.yml"))
    assert len(files) > 50
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if find_legacy(line)] == []


def test_no_alarm_in_thousands_of_real_official_texts() -> None:
    root = real_data("tthc/portal").parent
    texts = [
        text
        for path in sorted(root.rglob("*.json"))
        for text in strings(json.loads(path.read_text("utf-8")))
    ]
    lines = {line for text in texts for line in unicodedata.normalize("NFC", text).splitlines()}
    assert len(lines) > 5_000
    assert [line for line in lines if find_legacy(line)] == []


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


@pytest.mark.parametrize("word", ["nghiêng", "Quyền", "giếng", "khuỷu", "ở", "YÊN", "thuở", "xoáy", "gìn"])
def test_a_vietnamese_syllable_is_one_in_both_unicode_forms(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["Coâng", "khàt", "cê", "ngiêng", "zô", "ă", "ẫn1", "tồán", "khaih"])
def test_what_the_spelling_does_not_allow_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_the_first_wrong_byte_is_told_by_line_and_column() -> None:
    assert told("ten: Đồi\r\nmo_ta: xã ".encode() + b"\xff\n") == [("not_utf8", 2, 11)]
    assert told("\ufeffmo_ta: ".encode() + as_tcvn3("nhà văn hóa")) == [("legacy_encoding", 1, 10)]


def test_the_suggestion_shows_the_value_that_was_meant() -> None:
    (problem,) = read_yaml(b"ten: " + as_tcvn3("công khai") + b"\n", "a.yml").problems
    assert "Có phải là: công khai?" in problem.hint


def test_two_byte_text_is_named_and_its_other_mistakes_are_told() -> None:
    text = "ma: 1\nma: 2\n"
    for content in (text.encode("utf-16"), text.encode("utf-16-be")):
        assert told(content) == [("utf16_text", 1, 1), ("duplicate_key", 2, 1)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one(end: str) -> None:
    reading = read_yaml(f"a: x{end}b: |{end}  y{end}  z{end}a: 1{end}".encode(), "a.yml")
    assert [(p.code, p.place.line) for p in reading.problems] == [("duplicate_key", 5)]
    assert reading.guess == {"a": "x", "b": "y\nz\n"}


def test_invisible_characters_vanish_from_keys_values_and_indentation() -> None:
    text = "\ufeffnhom:\n\u200b  t\u200ben: X\u00adóm \u200eĐồi\u2060\n"
    assert read_yaml(text.encode(), "a.yml").tree == {"nhom": {"ten": "Xóm Đồi"}}


def test_columns_are_those_of_the_file_as_typed() -> None:
    typed = unicodedata.normalize("NFD", "- {ten: Đồi, loai: ệ}")
    reading = read_yaml(f"a:\n{typed}\n".encode(), "a.yml")
    assert reading.tree == {"a": [{"ten": "Đồi", "loai": "ệ"}]}
    assert reading.places["a", 0, "loai"] == (2, typed.index("e\u0323") + 1)
    dropped = read_yaml("a: [\u200bx, \u200b\u200by]\n".encode(), "a.yml")
    assert dropped.places["a", 1] == (1, 11)


def test_a_line_separator_of_unicode_is_a_space_and_moves_no_line() -> None:
    reading = read_yaml("a: x\u2028y\nb: 1\nb: 2\n".encode(), "a.yml")
    assert reading.guess == {"a": "x y", "b": "1"}
    assert [p.place.line for p in reading.problems] == [3]


def test_a_line_separator_is_told_only_where_the_line_makes_no_sense_with_a_space() -> None:
    assert told("a: x\u2028b: y\nc: 1\n".encode()) == [("line_separator", 1, 5)]
    assert told("a:\n  - x\u2029- y\n".encode()) == [("line_separator", 2, 6)]
    assert told("a: x\x85b: y\n".encode()) == [("control_character", 1, 5)]
    assert told("a: |\n  x\u2028- y\n".encode()) == []


@pytest.mark.parametrize("text", ["a:\u00a0\n  b: 1\n", "a:\u00a0\u00a0\n  b: 1\n", "a:\n  b:\u00a01\n"])
def test_a_space_of_word_after_a_key_is_a_space(text: str) -> None:
    assert read_yaml(text.encode(), "a.yml").tree == {"a": {"b": "1"}}


@pytest.mark.parametrize(
    "text",
    [
        "Ai? Khi nào? Ở đâu?",
        "Có được không?Có.",
        "https://a.vn/tim?q=thu-tuc&trang=2",
        "Xem www.a.vn/?tim=x",
        "(?) “?” ???",
    ],
)
def test_a_question_mark_that_ends_a_question_stands_for_no_letter(text: str) -> None:
    assert told(f"a: {text}\n".encode()) == []


def test_question_marks_for_letters_are_told_once_a_file() -> None:
    (found,) = read_yaml("a: M? r?ng ???ng\nb: Nh? v?n hóa\n".encode(), "a.yml").problems
    assert (found.code, found.place.line, found.place.column, str(found.level)) == (
        "lost_letters",
        1,
        7,
        "error",
    )
    assert "2 dòng" in found.message


@pytest.mark.parametrize(
    "text", ["Đề mục\n  =======\n  chữ", "| a |\n  |||||||\n  x", "<<<<<< x", "a ======= b", "<<<<<<<x"]
)
def test_what_only_looks_like_a_marker_of_git_is_text(text: str) -> None:
    assert told(f"a: |\n  {text}\n".encode()) == []


def test_letters_lost_before_are_noticed_and_do_not_stop_the_file(tmp_path: Path) -> None:
    reading = read_yaml("a: C\ufffdng\nb: \uf0b7 x\n".encode(), "a.yml")
    assert [(p.code, str(p.level)) for p in reading.problems] == [
        ("lost_letter", "notice"),
        ("private_character", "notice"),
    ]
    assert reading.tree == {"a": "C\ufffdng", "b": "\uf0b7 x"}


def test_ordinary_letters_are_none_that_need_a_closer_look() -> None:
    ordinary = [char for char in map(chr, range(0x110000)) if characters.ORDINARY.fullmatch(char)]
    needy = [characters.ODD, characters.FOREIGN, characters.BIDI, characters.CONTROL, characters.PRIVATE]
    assert not any(form.search("".join(ordinary)) for form in needy)
    assert set("\t\n\r aĐđỹ“”–…°²") <= set(ordinary)
    assert not set("\xa0\u2007\u202f\u3000\u2028") & set(ordinary)


def test_a_file_of_many_hidden_signs_keeps_the_columns_as_typed() -> None:
    reading = read_yaml("a: x\u00ady\u00ad \u200bz\nb: [\u00ade\u0302\u0301\u200b, q]\n".encode(), "a.yml")
    assert reading.tree == {"a": "xy z", "b": ["ế", "q"]}
    assert reading.columns[0] == [0, 1, 2, 3, 5, 7, 9, 10]
    assert reading.places["b", 1] == (2, 12)


def test_letters_written_as_escapes_are_composed_as_typed_ones_are() -> None:
    reading = read_yaml(b'a: "Nha\\u0300 va\\u0306n ho\\u0301a"', "a.yml")
    assert reading.problems == []
    assert reading.tree == {"a": "Nhà văn hóa"}
