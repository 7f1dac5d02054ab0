"""What a verdict says: to a citizen why, to a clerk what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Record
from generator.fields.period import Period
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.province import Duty
from generator.province.duties import RequiredForm, may_be_empty


def add_where(
    duty: Duty, record: Record[Any] | None, missing: tuple[str, ...] = (), period: Period | None = None
) -> str:
    """The file and the fields that a clerk fills in."""
    if record and missing:
        return f"Mở {record.source.path.rsplit('/', 1)[-1]}, thêm mục: {', '.join(missing)}."
    files = [file for kind in kinds() if kind.name in duty.kinds for file in _files(kind, duty, period)]
    empty = " Không có gì để công khai thì ghi vào khong-phat-sinh.yml." if may_be_empty(duty) else ""
    if duty.kinds == ["document"]:
        told = f" và ky: {period}" if period else ""
        return f"Thêm văn bản vào van-ban/, trong đó ghi nghia_vu: [{duty.id}]{told}.{empty}"
    return f"Thêm tệp {' hoặc '.join(files)}.{empty}"


def _files(kind: Kind[Any], duty: Duty, period: Period | None) -> Iterable[str]:
    told = kind.cure(duty.id, period)
    return (told,) if told else (file.replace("*", "<mã>") for file in kind.files)


def add_kinds(duty: Duty, absent: Iterable[Kind[Any]]) -> str:
    """The files that a clerk adds where a duty wants several kinds; a document also names the duty."""
    files = (kind.files[0].replace("*", "<mã>") for kind in absent)
    return f"Thêm tệp {', '.join(files)}; văn bản thì ghi nghia_vu: [{duty.id}]."


def form_name(form: RequiredForm) -> str:
    """ "Niêm yết ít nhất 30 ngày"."""
    return f"{form.form.label} ít nhất {form.days} ngày" if form.days else form.form.label
