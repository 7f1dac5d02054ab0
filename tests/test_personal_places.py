"""Messages on personal data point at the very number, and no message repeats it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.console import Console

from generator.cli import report
from generator.cli.check import Format, written
from generator.compose.report import compose_report
from generator.core import Commune, Place, Problem
from generator.personal.masking import masked
from tests.conftest import DAY, Load

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'


def told(problems: tuple[Problem, ...], code: str) -> list[tuple[int, int]]:
    return [(problem.place.line, problem.place.column) for problem in problems if problem.code == code]


def shown(problems: Iterable[Problem]) -> str:
    """All that is said of the problems, wherever it is said."""
    return "\n".join(f"{p.place} {p.sentence} {p.hint}" for p in masked(problems))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lich_su: Gọi 0912 000 001 nhé\n", (3, 14)),
        ("lich_su: 'Gọi 0912 000 001 nhé'\n", (3, 15)),
        ('lich_su: "Gọi 0912 000 001 nhé"\n', (3, 15)),
        ("lich_su:    Gọi 0912 000 001 nhé\n", (3, 17)),
        ("lich_su: |\n  Đồi chè.\n\n  Gọi 0912 000 001 nhé\n", (6, 7)),
        ("lich_su: |-\n    Gọi 0912 000 001 nhé", (4, 9)),
        ("lich_su: |2\n    Gọi 0912 000 001 nhé\n", (4, 9)),
        ("lich_su: Lễ\u200b hội: gọi 0912 000 001\n".replace(": gọi", ", gọi"), (3, 23)),
        ("dieu_kien_tu_nhien: Đồi\nlich_su: Gọi\u00a00912\u00a0000\u00a0001\n", (4, 14)),
    ],
)
def test_a_finding_stands_where_the_number_was_typed(load: Load, text: str, place: tuple[int, int]) -> None:
    _, problems = load({"xa.yml": XA + text})
    assert told(problems, "private_phone") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "lich_su: >\n  Đồi chè.\n  Gọi 0912 000 001\n",
        "lich_su: Đồi chè.\n  Gọi 0912 000 001\n",
        'lich_su: "\\u0110\\u1ed3i ch\\u00e8, g\\u1ecdi 0912 000 001"\n',
        "lich_su: 'Đồi ''chè'', gọi 0912 000 001'\n",
    ],
)
def test_where_yaml_changes_the_text_the_value_is_pointed_at(load: Load, text: str) -> None:
    _, problems = load({"xa.yml": XA + text})
    assert told(problems, "private_phone") == [(3, 10)]


def test_a_cell_of_a_table_in_prose_is_pointed_at(load: Load) -> None:
    table = (
        "lich_su: |\n  Danh sách.\n\n  | Họ tên | SĐT |\n  | --- | --- |\n  | Nguyễn Văn A | 912000001 |\n"
    )
    _, problems = load({"xa.yml": XA + table})
    assert told(problems, "private_phone") == [(8, 20)]


def test_two_false_alarms_in_one_field_are_told_once(load: Load) -> None:
    mark = (
        "bao_nham:\n  - {tep: xa.yml, loai: private_phone, gia_tri: 0912••••01, so_cho: 2,"
        " ly_do: Số thử, nguoi: A, ngay: 2/11/2026}\n"
    )
    _, problems = load({"xa.yml": XA + "lich_su: Gọi 0912 000 001, 0912 000 001\n", "bao-nham.yml": mark})
    assert told(problems, "false_alarm") == [(3, 14)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("so_lieu:\n  so_ho: CCCD 019085001234\n", "count_expected"),
        ("tru_so:\n  dien_thoai: 0912 000 001, CCCD 019085001234\n", "phone_"),
        ("tru_so:\n  thu_dien_tu: CCCD 019085001234\n", "email_expected"),
        ("lich_su: x\nNguyễn Văn A CCCD 019085001234\n", ""),
    ],
)
def test_no_message_repeats_personal_data_that_was_typed_in_the_wrong_place(
    load: Load, text: str, code: str
) -> None:
    _, problems = load({"xa.yml": XA + text})
    assert any(problem.code.startswith(code) for problem in problems)
    assert "019085001234" not in shown(problems)


def test_a_number_in_its_official_field_is_shown_as_typed(load: Load) -> None:
    _, problems = load({"xa.yml": XA + "tru_so:\n  dien_thoai: 0912 000 001 và 0912 000 002\n"})
    assert "0912 000 001" in shown(problems)
    _, problems = load({"xa.yml": XA + "so_lieu:\n  so_ho: 0912 000 001\n"})
    assert "0912 000 001" not in shown(problems)


def test_the_name_of_a_file_is_repeated_without_its_number(load: Load) -> None:
    named = XA + "cong_khai:\n  van_ban:\n    tep: tep/cccd-001099000001.csv\n"
    _, problems = load({"xa.yml": named, "tep/cccd-001099000001.csv": "Thôn\nĐồi Chè\n"})
    assert "identity_number" in {problem.code for problem in problems}
    assert "001099000001" not in shown(problems)


def test_a_number_in_the_name_of_a_data_file_is_told_there_and_hidden(load: Load) -> None:
    project = "ten: Sửa đường\ntinh_trang: chuan_bi\n"
    _, problems = load({"du-an/019085001234.yml": project, "du-an/2026-11-0912.yml": project})
    found = [problem for problem in problems if problem.code == "identity_number"]
    assert [(Path(p.place.path).name, p.place.line) for p in found] == [("019085001234.yml", 1)]
    assert "019085001234" not in shown(problems)
    assert "du-an/0190••••••34.yml" in shown(problems)
    assert "du-an/2026-11-0912.yml" in shown(problems)


def test_every_way_out_hides_the_same(tmp_path: Path) -> None:
    rule = Problem(Place("xa/0912000001.yml"), "count_expected", "ghi “019085001234”", "Bỏ 019085001234.")
    out = io.StringIO()
    report.show([rule], Console(file=out))
    for format in set(Format) - {Format.TEXT}:
        out.write(written([rule], format))
    draft = compose_report(Commune("00000", "Xã Mẫu", "xa-mau", "", True, tmp_path, {}), [rule], DAY)
    out.write(repr(draft))
    assert "count_expected" in out.getvalue()
    assert "019085001234" not in out.getvalue()
    assert "0912000001" not in out.getvalue()


def test_the_end_says_that_rules_wait_only_where_they_do() -> None:
    waits = "Sửa xong thì kiểm tra lại: tệp còn lỗi và chỗ nhắc tới nó chưa kiểm được hết."
    form, rule = (Problem(Place("xa.yml"), "missing", "x", before_rules=early) for early in (True, False))
    assert report.closing(Path("content"), [form, form]).splitlines()[0] == waits
    assert waits not in report.closing(Path("content"), [rule])
