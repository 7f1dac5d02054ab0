"""`congkhai excel nhan`: the workbooks that wait in `nhap/`, written as data for somebody to approve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.cli import options, report
from generator.cli.communes import province_at
from generator.cli.excel.changes import told, write
from generator.core import Problem, has_error, in_order, only_errors
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.from_schema.excel.inbox import Arrived
    from generator.inspection import Question
    from generator.province import Province

Inbox = Annotated[Path, typer.Argument(metavar="THƯ MỤC", help="Nơi thả bảng tính.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="TỆP", help="Ghi lời đề nghị vào tệp này: dòng đầu là tiêu đề.", show_default=False),
]  # fmt: skip
KEPT = "vẫn giữ tệp; muốn bỏ thì xóa tệp ấy rồi gửi đề nghị"
LONGEST = 40_000
"""Characters of a proposal; hosts take a little more (GitHub 65,536)."""
INTRO = (
    "Máy đã đọc bảng tính và viết lại thành dữ liệu. Chưa có gì được đăng."
    " Xem từng thay đổi; đúng thì duyệt, sai thì đóng đề nghị này, sửa bảng và gửi lại."
)


def command(
    inbox: Inbox = Path("nhap"),
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    out: Out = None,
) -> int:
    """Nhập mọi bảng tính đã thả vào nhap/, không hỏi; dùng trong quy trình tự động.

    Bảng của xã nào để trong thư mục nhap/<xã>/, hoặc ngay trong nhap/ nếu là bảng máy xuất ra. Nhập xong thì xóa bảng.
    Một bảng có lỗi thì không ghi gì.
    """
    from generator.inspection import Question

    province = province_at(content, tinh)
    question = Question(province, options.day(date, today()))
    found = _waiting(inbox, content, question)
    if not found:
        typer.echo(f"Không có bảng tính nào trong {inbox}.")
        return 0
    if not _sound(found):
        typer.echo("Chưa ghi gì. Sửa các bảng trên, lưu rồi gửi lại.", err=True)
        return 1
    if not _taken_in(found):
        return 1
    _give(_proposal(found, province, _checked(found, question)), out)
    return 0


def _give(text: str, out: Path | None) -> None:
    """Shown, and with a file written there too."""
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(text, nl=False)


def _waiting(inbox: Path, content: Path, question: Question) -> tuple[Arrived, ...]:
    from generator.from_schema.excel.inbox import arrived
    from generator.load import commune_folders

    folders = {folder.name: folder for folder in commune_folders(content, question.province)}
    try:
        return arrived(inbox, folders, question)
    except OSError as error:
        raise typer.BadParameter(f"Không đọc được “{error.filename}”.") from None


def _sound(found: Sequence[Arrived]) -> bool:
    """Whether there is no error; whatever is wrong is told under the name of its workbook."""
    for one in found:
        if one.plan.problems:
            typer.echo(f"{report.plain(one.path.as_posix())}:")
            report.show(one.plan.problems, Console(force_terminal=False))
    return not any(has_error(one.plan.problems) for one in found)


def _taken_in(found: Sequence[Arrived]) -> bool:
    """Whether all could be written; only then the workbooks are deleted."""
    if not all(write([c for c in one.plan.changes if c.content], one.root) for one in found if one.root):
        return False
    for one in found:
        one.path.unlink()
    return True


def _checked(found: Sequence[Arrived], question: Question) -> tuple[Problem, ...]:
    """What is wrong with the communes' data as they are now."""
    from generator.inspection import inspect_commune

    roots = {one.root for one in found if one.root}
    return in_order([problem for root in roots for problem in inspect_commune(question, root)])


def _proposal(found: Sequence[Arrived], province: Province, problems: tuple[Problem, ...]) -> str:
    """Title, empty line, description: what cells say stands indented, so that no host reads markup in it."""
    lines = [line for one in found for line in _lines(one, province)]
    errors = list(only_errors(problems))
    judged = f"Kiểm tra sau khi nhập: {report.count(problems)}."
    advice = " Còn lỗi, chưa nên duyệt:\n\n" if errors else "\n"
    return f"{_title(found, province)}\n\n{INTRO}\n\n{_indented(_short(lines))}\n{judged}{advice}{_listed(errors)}"


def _title(found: Sequence[Arrived], province: Province) -> str:
    names = sorted({_name(one, province) for one in found})
    more = f" và {len(names) - 3} xã khác" if len(names) > 3 else ""
    return f"Nhập bảng tính: {', '.join(names[:3])}{more}"


def _name(one: Arrived, province: Province) -> str:
    slug = one.root.name if one.root else ""
    unit = province.unit_called(slug)
    return unit.name if unit else slug


def _lines(one: Arrived, province: Province) -> Iterator[str]:
    yield f"{_name(one, province)}, từ bảng {one.path.as_posix()}"
    for change in one.plan.changes:
        if one.root:
            yield from told(change, one.root, KEPT)
    if not one.plan.changes:
        yield "Bảng không khác gì dữ liệu đang có."


def _listed(errors: Sequence[Problem]) -> str:
    from generator.personal.masking import masked

    shown = [f"{p.place}: {p.sentence} [{p.code}]" for p in masked(errors[: report.SHOWN])]
    rest = [f"… và {len(errors) - report.SHOWN} lỗi nữa"] if len(errors) > report.SHOWN else []
    return _indented((*shown, *rest))


def _short(lines: Iterable[str]) -> Iterator[str]:
    """As many as a host takes."""
    length = 0
    for line in lines:
        length += len(line) + 5
        if length > LONGEST:
            yield "… và nhiều thay đổi nữa, xem từng tệp."
            return
        yield line


def _indented(lines: Iterable[str]) -> str:
    return "".join(f"    {report.plain(line)}\n" for line in lines)
