"""What a verdict says: to a citizen why, to a clerk what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Record
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.province import Duty
from generator.province.duties import RequiredForm, may_be_empty


def add_where(duty: Duty, record: Record[Any] | None, missing: tuple[str, ...] = ()) -> str:
    """The file and the fields that a clerk fills in."""
    if record and missing:
        return f"Mở {record.source.path.rsplit('/', 1)[-1]}, thêm mục: {', '.join(missing)}."
    named = (file for kind in kinds() if kind.name in duty.kinds for file in kind.files)
    files = [file.replace("*", "<mã>") for file in named]
    empty = " Không có gì để công khai thì ghi vào khong-phat-sinh.yml." if may_be_empty(duty) else ""
    if duty.kinds == ["document"]:
        return f"Thêm văn bản vào van-ban/, trong đó ghi nghia_vu: {duty.id}.{empty}"
    return f"Thêm tệp {' hoặc '.join(files)}.{empty}"


def add_kinds(duty: Duty, absent: Iterable[Kind[Any]]) -> str:
    """The files that a clerk adds where a duty wants several kinds; a document also names the duty."""
    files = (kind.files[0].replace("*", "<mã>") for kind in absent)
    return f"Thêm tệp {', '.join(files)}; văn bản thì ghi nghia_vu: {duty.id}."


def form_name(form: RequiredForm) -> str:
    """ "Niêm yết ít nhất 30 ngày"."""
    return f"{form.form.label} ít nhất {form.days} ngày" if form.days else form.form.label
