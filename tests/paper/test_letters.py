"""Letters: what is asked becomes the paper, and stands nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.kinds._kind import Scope
from generator.paper import press
from generator.paper.letters import LETTERS, Answer, Letter, letter_of, written
from tests.conftest import CONTENT, ROOT
from tests.paper.reading import Reading, spilled, squeezed
from tests.test_cli import congkhai

each_letter = pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
NAME = "Vừ Thị Mỷ Dzấu"


def answers_to(letter: Letter, text: str = NAME) -> dict[str, str]:
    days = iter(("18/11/2026", "20/11/2026"))
    found = {
        question.key: next(days) if question.answer is Answer.DAY else f"{text} {number}"
        for number, question in enumerate(letter.questions)
    }
    return {**found, "post": "Chủ tịch UBND xã", "name": "Ma Thị Lan"}


@each_letter
def test_all_answers_are_on_one_page(letter: Letter, sample: Scope) -> None:
    answers = answers_to(letter)
    found = Reading(press(written(letter, answers, sample), sample))
    assert len(found.reader.pages) == 1
    assert not [
        answer for answer in answers.values() if squeezed(answer).casefold() not in found.text.casefold()
    ]


@each_letter
def test_long_answers_stay_inside_the_margins(letter: Letter, sample: Scope) -> None:
    found = Reading(
        press(written(letter, answers_to(letter, "Nguyễn Thị Thanh Hằng và gia đình " * 3), sample), sample)
    )
    assert not [page for page in found.pictures() if spilled(page, 8)]
    assert len(found.reader.pages) == 1


def test_a_procedure_is_named_by_its_code(sample: Scope) -> None:
    letter = letter_of("xin-loi")
    assert letter
    code, procedure = next(iter(sample.province.procedures.items()))
    found = Reading(press(written(letter, {**answers_to(letter), "procedure": code}, sample), sample))
    assert squeezed(procedure.name) in found.text


def asked(xa: Path, out: str, lines: list[str], letter: str = "ket-hon") -> tuple[int, str]:
    """What the command says to whoever answers these lines, in a copy of the content."""
    result = congkhai("paper", "xa-mau", "--thu", letter, "--date", "2026-11-22", *(["--out", out] if out else []),
                      cwd=xa, input="\n".join([*lines, ""]))  # fmt: skip
    return result.returncode, result.stdout + result.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "kho"
    shutil.copytree(CONTENT / "tinh", root / "content" / "tinh")
    shutil.copytree(CONTENT / "xa" / "xa-mau", root / "content" / "xa" / "xa-mau")
    return root


def test_names_stand_in_the_letter_and_nowhere_else(copy: Path, tmp_path: Path) -> None:
    status, said = asked(copy, str(tmp_path / "thu"), [NAME, "Ma Thị Mẫu", "20/11/2026", "", ""])
    assert status == 0, said
    assert squeezed(NAME) in Reading((tmp_path / "thu" / "ket-hon.pdf").read_bytes()).text
    assert NAME not in said
    kept = [path for path in copy.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]
    assert not kept
    assert not list(copy.glob("giay*"))


def test_a_letter_is_not_written_into_the_repository(copy: Path) -> None:
    status, said = asked(copy, "thu", [NAME, "Ma Thị Mẫu", "20/11/2026", "", ""])
    assert (status, (copy / "thu").exists()) == (2, False)
    assert "nằm trong kho dữ liệu" in said


def test_an_unknown_letter_is_a_wrong_command_line_that_names_those_there_are(copy: Path) -> None:
    status, said = asked(copy, "", [], "sinh-nhat")
    assert status == 2
    assert all(letter.id in said for letter in LETTERS)


def test_nobody_who_answers_leaves_nothing(copy: Path, tmp_path: Path) -> None:
    status, said = asked(copy, str(tmp_path / "thu"), [NAME])
    assert status == 1
    assert "chưa ghi gì" in said
    assert not list((tmp_path / "thu").glob("*.pdf"))


def test_only_what_does_not_go_together_is_asked_again(copy: Path, tmp_path: Path) -> None:
    first = ["A", "", "1.004873", "H1", "20/11/2026", "", "máy hỏng"]
    lines = [*first, "20/11/2026", "27/11/2026", "", "", ""]
    status, said = asked(copy, str(tmp_path / "thu"), lines, "xin-loi")
    assert status == 0, said
    assert said.count("phải sau ngày đã hẹn trả") == said.count("thư này gửi muộn") == 1
    assert said.count("Người nộp hồ sơ") == 1
    assert "cần đối chiếu" in said


def test_a_letter_is_not_written_into_any_repository(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "khac" / ".git").mkdir(parents=True)
    status, said = asked(copy, str(tmp_path / "khac" / "thu"), [NAME, "Ma Thị Mẫu", "20/11/2026", "", ""])
    assert status == 2, said
    assert not (tmp_path / "khac" / "thu").exists()


def test_the_promised_and_the_new_day_stand_where_they_belong(sample: Scope) -> None:
    letter = letter_of("xin-loi")
    assert letter
    answers = {**answers_to(letter), "due": "18/11/2026", "again": "27/11/2026"}
    text = Reading(press(written(letter, answers, sample), sample)).text
    assert "ngày18/11/2026" in text.split("Đếnnay")[0]
    assert "ngày27/11/2026" in text.split("hẹntrảkếtquảvào")[1]


def test_letters_are_offered_only_as_templates_that_are_there() -> None:
    folder = ROOT / "site_templates" / "paper"
    assert not [letter.id for letter in LETTERS if not (folder / letter.template).is_file()]
