"""`congkhai paper --thu`: asks what a letter needs, prints it, and keeps nothing of the answers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.ask import ask, ask_or_leave
from generator.fields.dates import read_day

if TYPE_CHECKING:
    from generator.kinds._kind import Scope
    from generator.paper import Size
    from generator.paper.letters import Letter, Question

LATE = (
    "Thư xin lỗi phải tới người nộp trước ngày hẹn ít nhất 1 ngày, và chỉ hẹn lại một lần "
    "(Nghị định 118/2025/NĐ-CP, Thông tư 03/2025/TT-VPCP: cần đối chiếu)."
)


def write_letter(id: str, scope: Scope, content: Path, out: Path | None, size: Size) -> int:
    """One PDF in a folder that no repository keeps."""
    from generator.canonical import put
    from generator.paper import press
    from generator.paper.letters import written

    letter = _letter(id)
    folder = _folder(out, content)
    paper = written(letter, _answers(letter, scope), scope)
    path = folder / f"{letter.id}.pdf"
    put(path, press(paper, scope, size))
    typer.echo(f"Đã viết {path}. Tệp có tên người: in xong thì xóa, đừng gửi lên mạng.")
    typer.echo(f"Nhớ cộng một thư vào {letter.counted} của quý này trong van-hoa-cong-vu.yml.")
    return 0


def _letter(id: str) -> Letter:
    from generator.paper.letters import LETTERS, letter_of

    letter = letter_of(id)
    if letter is None:
        known = ", ".join(each.id for each in LETTERS)
        raise typer.BadParameter(f"--thu: không có thư “{id}”. Có: {known}.")
    return letter


def _folder(out: Path | None, content: Path) -> Path:
    """A new one among the temporary files of the machine; a folder of a repository is refused."""
    above = (out or Path(tempfile.gettempdir())).resolve()
    kept = any((folder / ".git").exists() for folder in (above, *above.parents))
    if kept or above.is_relative_to(content.resolve().parent):
        raise typer.BadParameter(
            f"--out: “{out or above}” nằm trong kho dữ liệu. Thư có tên người, chọn thư mục ở ngoài."
        )
    if out is None:
        return Path(tempfile.mkdtemp(prefix="thu-"))
    out.mkdir(parents=True, exist_ok=True)
    return out


def _answers(letter: Letter, scope: Scope) -> dict[str, str]:
    from generator.paper.letters import signer

    typer.echo(f"{letter.title}. Máy hỏi từng ý, không lưu câu trả lời ở đâu ngoài tờ thư.")
    if letter.id == "xin-loi":
        typer.echo(LATE)
    found: dict[str, str] = {}
    for question in letter.questions:
        found[question.key] = _answer(question, found, scope)
        if question.key == "due" and read_day(found["due"]) <= scope.day:
            typer.echo("  Đã tới hoặc quá ngày hẹn: thư này gửi muộn, báo người nộp bằng điện thoại ngay.")
    post, name = signer(scope)
    found["post"] = ask("Người ký, chức vụ", lambda text: "", post)
    found["name"] = ask_or_leave("Họ tên người ký", name)
    return found


def _answer(question: Question, before: dict[str, str], scope: Scope) -> str:
    from generator.paper.letters import Answer, refused

    if question.answer is Answer.OPTIONAL:
        return ask_or_leave(question.text)
    return ask(question.text, lambda text: refused(question, text, before, scope.day))
