"""Taking data of persons that slipped out off the site: the file goes, a dated notice stays."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import getitem
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from generator.canonical import as_yaml, put
from generator.core import Loc
from generator.fields.attachment import FOLDER, Attachment
from generator.fields.base import Model
from generator.fields.walk import walk
from generator.kinds._withdrawn import FILE, Withdrawal, Withdrawals, kind_of
from generator.load.data_files import model_at
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.personal import find
from generator.personal.masking import masked_path
from generator.tidy import data_files

PROFILE = "xa.yml"


class CannotWithdrawError(Exception):
    """Why a file cannot be withdrawn, and what to do; in Vietnamese."""


@dataclass
class Plan:
    """What withdrawing one file does to a commune's folder; nothing is done yet."""

    remove: list[Path] = field(default_factory=list)
    write: dict[Path, bytes] = field(default_factory=dict)

    def changes(self, root: Path) -> dict[str, bytes | None]:
        """What files would hold, by their path inside the folder; None for those that would be gone."""
        written: dict[str, bytes | None] = {
            _name(path, root): content for path, content in self.write.items()
        }
        return {**written, **{_name(path, root): None for path in self.remove}}

    def do(self) -> None:
        """The notice first: a plan that is cut short can be done again."""
        for path, content in self.write.items():
            put(path, content)
        for path in self.remove:
            path.unlink(missing_ok=True)


def plan_withdrawal(root: Path, name: str, reason: str, day: date, along: tuple[str, ...] = ()) -> Plan:
    """Everything to do for one file, named by its path inside the commune's folder.

    A data file goes with the attachments that only it names, and with the data files `along`;
    an attachment goes with every mention.

    Raises: CannotWithdrawError
    """
    paths = [_inside(root, file) for file in (name, *along)]
    plan = Plan(remove=[*paths])
    if name.startswith(f"{FOLDER}/"):
        _drop_mentions(root, name, plan)
    else:
        plan.remove += _only_named_by(root, paths)
    because = f"Đi kèm {masked_path(name)} đã thu hồi."
    entries = [_entry(name, reason, day), *(_entry(file, because, day) for file in along)]
    plan.write[root / FILE] = _noted(root, entries)
    return plan


def _inside(root: Path, name: str) -> Path:
    path = root / PurePosixPath(name)
    names = {file.relative_to(root).as_posix() for file in root.rglob("*") if not file.is_dir()}
    if name not in names or path.is_symlink():
        raise CannotWithdrawError(f"Trong thư mục {root.name} không có tệp “{name}”. Xem lại tên tệp.")
    if not name.startswith(f"{FOLDER}/") and (name == PROFILE or not kind_of(name)):
        raise CannotWithdrawError(
            f"“{name}” không gỡ cả tệp được. Mở tệp, xóa riêng phần bị lộ rồi dựng lại trang."
        )
    return path


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _only_named_by(root: Path, paths: list[Path]) -> list[Path]:
    """Attachments that these data files name and no other does."""
    others = [file.read_text("utf-8", "replace") for file in data_files(root) if file not in paths]
    own = "\n".join(path.read_text("utf-8", "replace") for path in paths)
    attachments = [file for file in sorted((root / FOLDER).rglob("*")) if file.is_file()]
    return [
        file
        for file in attachments
        if (name := file.relative_to(root).as_posix()) in own and not any(name in text for text in others)
    ]


def _drop_mentions(root: Path, name: str, plan: Plan) -> None:
    for path in data_files(root):
        content = path.read_bytes()
        model = model_at(path)
        if name.encode() in content and model and path.name != FILE:
            plan.write[path] = _without(content, name, model, path)


def _without(content: bytes, name: str, model: type[Model], path: Path) -> bytes:
    """A data file without the mentions of an attachment.

    Raises: CannotWithdrawError where the file is wrong or cannot be without it.
    """
    reading = read_yaml(content, path.as_posix())
    data = read_model(model, reading)
    if data is None:
        raise CannotWithdrawError(
            f"Tệp {path.as_posix()} có nhắc “{name}” nhưng đang có lỗi. Sửa lỗi trước: congkhai check."
        )
    tree: Any = reading.tree
    for loc in reversed(
        [loc for loc, value in walk(data) if isinstance(value, Attachment) and value == name]
    ):
        whole = next((cut for end in range(len(loc), 0, -1) if (cut := _cut(tree, loc[:end], model))), None)
        if whole is None:
            raise CannotWithdrawError(
                f"Tệp {path.as_posix()} bắt buộc phải có “{name}”. Thu hồi cả tệp ấy, hoặc thay bằng tệp khác."
            )
        tree, data = whole
    return as_yaml(data)


def _cut(tree: Any, loc: Loc, model: type[Model]) -> tuple[Any, Model] | None:
    """Tree and model without one part; None where the model cannot be without it."""
    left = deepcopy(tree)
    holder = reduce(getitem, loc[:-1], left)
    del holder[loc[-1]]
    try:
        return left, model.model_validate(left)
    except ValidationError:
        return None


def _noted(root: Path, entries: list[Withdrawal]) -> bytes:
    """The commune's `thu-hoi.yml` with more entries; the newest stands last.

    Raises: CannotWithdrawError where the file is wrong.
    """
    path = root / FILE
    before = (
        read_model(Withdrawals, read_yaml(path.read_bytes(), path.as_posix())) if path.is_file() else None
    )
    if path.is_file() and before is None:
        raise CannotWithdrawError(f"Tệp {path.as_posix()} đang có lỗi. Sửa lỗi trước: congkhai check.")
    new = {(entry.file, entry.day) for entry in entries}
    others = [old for old in (before.entries if before else ()) if (old.file, old.day) not in new]
    return as_yaml(Withdrawals.model_construct(entries=[*others, *entries]))


def _entry(name: str, reason: str, day: date) -> Withdrawal:
    """One entry; a number of a person in the name of the file is not written down again.

    Raises: CannotWithdrawError where the reason is wrong.
    """
    found = find(reason)
    if found:
        label = found[0].datum.label.lower()
        raise CannotWithdrawError(
            f"Lý do có {label}, mà lý do được công khai. Viết lại, không nhắc thông tin đã lộ."
        )
    try:
        return Withdrawal.model_validate(
            {"tep": masked_path(name), "ngay": day.isoformat(), "ly_do": reason}
        )
    except ValidationError:
        raise CannotWithdrawError("Lý do cần một câu ngắn, ví dụ: Lộ số căn cước của người dân.") from None
