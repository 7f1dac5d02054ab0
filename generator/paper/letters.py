"""Letters of the commune to its citizens: what is asked before one is printed, and the sheet it becomes.

Congratulation, condolence, thanks, apology, as the province's model asks (`mo-hinh.yml`, task 1.6). What is answered
goes into the PDF and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic_core import PydanticCustomError

from generator.fields.dates import read_day
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.profile.model import Profile
from generator.paper.press import Paper
from generator.words.dates import say_day
from generator.words.fold import fold

HEAD = "chu tich ubnd"
"""How the post of whoever signs begins, without tone marks."""


class Answer(StrEnum):
    """What can be answered."""

    TEXT = "text"
    OPTIONAL = "optional"
    DAY = "day"


@dataclass(frozen=True)
class Question:
    """One thing asked at the keyboard."""

    key: str
    text: str
    answer: Answer = Answer.TEXT


@dataclass(frozen=True)
class Letter:
    """One occasion to write."""

    id: str
    title: str
    questions: tuple[Question, ...]
    counted: str
    """The count in `van-hoa-cong-vu.yml` that grows by one."""

    @property
    def template(self) -> str:
        return f"letter/{self.id}.typ"


def _optional(key: str, text: str) -> Question:
    return Question(key, f"{text} (không có thì bấm Enter)", Answer.OPTIONAL)


LETTERS = (
    Letter(
        "ket-hon",
        "Thư chúc mừng kết hôn",
        (
            Question("one", "Họ tên chồng"),
            Question("other", "Họ tên vợ"),
            Question("day", "Ngày đăng ký kết hôn", Answer.DAY),
        ),
        "ket_hon",
    ),
    Letter(
        "khai-sinh",
        "Thư chúc mừng sinh con",
        (
            Question("child", "Họ tên cháu bé"),
            Question("parents", "Gia đình của ai, ở đâu (ví dụ: anh … và chị …, xóm …)"),
            Question("day", "Ngày sinh của cháu", Answer.DAY),
        ),
        "khai_sinh",
    ),
    Letter(
        "chia-buon",
        "Thư chia buồn",
        (
            Question("gone", "Người đã mất (ví dụ: cụ …, ông …, bà …)"),
            Question("family", "Gửi gia đình ai, ở đâu"),
            Question("day", "Ngày mất", Answer.DAY),
        ),
        "chia_buon",
    ),
    Letter(
        "cam-on",
        "Thư cảm ơn",
        (
            Question("who", "Cảm ơn ai (người, gia đình, tổ chức)"),
            Question("deed", "Cảm ơn vì đã (ví dụ: hiến 120 m² đất làm đường Nà Mẫu - Khe Đá)"),
        ),
        "cam_on",
    ),
    Letter(
        "xin-loi",
        "Thư xin lỗi và hẹn lại ngày trả kết quả",
        (
            Question("who", "Người nộp hồ sơ"),
            _optional("identity", "Số định danh của người nộp"),
            Question("procedure", "Thủ tục (tên hoặc mã)"),
            Question("dossier", "Mã hồ sơ"),
            Question("due", "Ngày đã hẹn trả", Answer.DAY),
            _optional("clock", "Giờ đã hẹn trả"),
            Question("reason", "Vì sao chậm"),
            Question("again", "Hẹn lại ngày nào", Answer.DAY),
            _optional("number", "Số văn bản"),
        ),
        "xin_loi_tre_hen",
    ),
)
"""The fields of an apology: TT 03/2025/TT-VPCP, annex, form 04 (to be compared with the original)."""


def letter_of(id: str) -> Letter | None:
    return next((letter for letter in LETTERS if letter.id == id), None)


def refused(question: Question, text: str, before: Mapping[str, str], today: date) -> str:
    """Why an answer cannot be used beside those before it, in Vietnamese; empty where it can."""
    if question.answer is not Answer.DAY:
        return ""
    try:
        day = read_day(text)
    except PydanticCustomError as error:
        return error.message()
    if question.key == "day" and day > today:
        return f"ngày {say_day(day)} chưa tới"
    if question.key == "again" and day <= read_day(before["due"]):
        return "ngày hẹn lại phải sau ngày đã hẹn trả"
    return ""


def written(letter: Letter, answers: Mapping[str, str], scope: Scope) -> Paper:
    """The letter as it is printed on the day."""
    facts = {question.key: _said(question, answers, scope) for question in letter.questions}
    facts |= {"post": answers["post"], "name": answers.get("name", "")}
    facts |= {"phone": _phone(scope), "written": _long(scope.day)}
    sheet = Sheet(f"thu/{letter.id}", letter.title, letter.template, facts)
    return Paper(sheet.name, letter.title, (sheet,))


def _said(question: Question, answers: Mapping[str, str], scope: Scope) -> str:
    answer = answers.get(question.key, "")
    if question.answer is Answer.DAY:
        return say_day(read_day(answer))
    known = scope.province.procedures.get(answer) if question.key == "procedure" else None
    if known:
        return f"{known.name} (mã {answer})"
    return answer


def signer(scope: Scope) -> tuple[str, str]:
    """Post and name of whoever usually signs; the post alone where the profile names nobody."""
    profile = _profile(scope)
    for leader in profile.leaders if profile else ():
        if fold(leader.post).startswith(HEAD):
            return leader.post, leader.name
    return f"Chủ tịch {scope.commune.office}", ""


def _phone(scope: Scope) -> str:
    profile = _profile(scope)
    found = (profile.one_stop or profile.office) if profile else None
    return found.phone or "" if found else ""


def _profile(scope: Scope) -> Profile | None:
    record = scope.commune.one("profile")
    return record.data if record else None


def _long(day: date) -> str:
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
