"""Codes and identifiers, always kept as text: leading zeros and dots belong to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.documents import DocumentNumber as DocumentNumber
from generator.fields.documents import read_document_number as read_document_number
from generator.fields.typed import number_like, quote, tidy, ways
from generator.words.fold import slug

UNIT = re.compile(r"[0-9]{5}")
PROCEDURE = re.compile(r"[0-9]\.[0-9]{6}(\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.H[0-9]{2})?")
INSIDE = re.compile(
    r"(?<![0-9.])([0-9])[ .,]{0,2}([0-9]{6})((?:\.[0-9]{2,3}){3}\.H[0-9]{2})?(?![0-9])", re.IGNORECASE
)
SHORTENED = re.compile(r"([0-9])[.,]([0-9]{3,5})")
KEY = re.compile(r"[a-z][a-z0-9_]{0,40}")
PAGE = re.compile(
    r"/?(?P<path>[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*)/?(?P<part>#[A-Za-z0-9][A-Za-z0-9._-]*)?"
)
RECORD = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,58}[A-Za-z0-9])?")


@dataclass(frozen=True)
class CodeOf:
    """Marks a code that names something declared elsewhere, for forms to offer it by its name."""

    what: str
    """ "thon", "procedure", "duty", "plan", or the name of a kind."""


@number_like
def read_unit_code(found: str) -> str:
    """Unit code of the General Statistics Office: 5 digits (QĐ 19/2025/QĐ-TTg)."""
    if UNIT.fullmatch(found):
        return found
    short = re.fullmatch(r"([0-9]{3,5})(?:[.,]0)?", found)
    if short and short[1] != "000":
        raise refuse(
            "unit_code_lost_zero",
            f"cần là mã đơn vị hành chính gồm 5 chữ số, đang ghi {quote(found)}",
            f"Bảng tính làm mất số 0 ở đầu? Ghi: {ways(short[1].zfill(5))}",
        )
    code = re.search(r"(?<![0-9])[0-9]{5}(?![0-9])", found)
    hint = f"Chỉ ghi mã: {ways(code[0])}" if code else "Xem mã 5 chữ số trong sổ đăng ký đơn vị của tỉnh."
    raise refuse(
        "unit_code_expected", f"cần là mã đơn vị hành chính gồm 5 chữ số, đang ghi {quote(found)}", hint
    )


@number_like
def read_procedure_code(found: str) -> str:
    """National code of an administrative procedure, or its provincial form, H in upper case."""
    if PROCEDURE.fullmatch(found.upper()):
        return found.upper()
    if short := SHORTENED.fullmatch(found):
        raise refuse(
            "procedure_code_lost_zero",
            f"ghi {quote(found)}, sau dấu chấm cần 6 chữ số",
            f"Bảng tính làm mất số 0 ở cuối? Nếu đúng thì ghi: {ways(f'{short[1]}.{short[2]:0<6}')}",
        )
    code = INSIDE.search(found)
    meant = f"{code[1]}.{code[2]}{(code[3] or '').upper()}" if code else ""
    good = PROCEDURE.fullmatch(meant)
    hint = (
        f"Ghi: {ways(meant)}"
        if good
        else "Ghi như trên Cổng Dịch vụ công quốc gia: một chữ số, dấu chấm, 6 chữ số."
    )
    raise refuse("procedure_code_expected", f"cần là mã thủ tục hành chính, đang ghi {quote(found)}", hint)


def read_key(value: object) -> str:
    """The name of a key or a kind, as the files write it: lanh_dao, profile."""
    found = tidy(value)
    if KEY.fullmatch(found):
        return found
    raise refuse(
        "key_expected",
        f"cần là tên mục, đang ghi {quote(found)}",
        "Chỉ dùng chữ thường không dấu và gạch dưới.",
    )


def read_page(value: object) -> str:
    """An address inside the site as pages have it: "van-ban/12-qd-ubnd/", "lien-he/#mot-cua"."""
    found = tidy(value)
    if page := PAGE.fullmatch(found):
        return f"{page['path']}/{page['part'] or ''}"
    inside = PAGE.fullmatch(re.sub(r"^https?://[^/]+/", "", found))
    meant = f"{inside['path']}/{inside['part'] or ''}" if inside else ""
    hint = f"Chỉ ghi phần sau tên miền: {ways(meant)}" if meant else "Ghi như: tiep-cong-dan/"
    raise refuse("page_expected", f"cần là địa chỉ trên trang này, đang ghi {quote(found)}", hint)


def read_record_id(value: object) -> str:
    found = tidy(value)
    if RECORD.fullmatch(found):
        return found
    parts = [_as_id(part) for part in re.split("[,;]", found)]
    hint = f"Chỉ dùng chữ không dấu, chữ số, gạch nối: {ways(parts[0])}"
    if len(parts) > 1 and all(parts):
        hint = f"Nhiều mã thì ghi trong ngoặc vuông, giữa là dấu phẩy: [{', '.join(parts)}]"
    elif not parts[0]:
        hint = "Đặt mã bằng chữ không dấu."
    raise refuse(
        "record_id_expected", f"cần là mã không dấu, không khoảng trắng, đang ghi {quote(found)}", hint
    )


def _as_id(text: str) -> str:
    """ "THDC-11.9" for "THDC 11.9", which needs no more; "na-mau" for "Nà Mẫu"; empty where nothing is left."""
    joined = "-".join(text.split())
    return joined if RECORD.fullmatch(joined) else slug(text)[:60].strip("-")


UnitCode = Annotated[str, BeforeValidator(read_unit_code)]
ProcedureCode = Annotated[str, BeforeValidator(read_procedure_code)]
KnownProcedure = Annotated[ProcedureCode, CodeOf("procedure")]
PageAddress = Annotated[str, BeforeValidator(read_page)]
Key = Annotated[str, BeforeValidator(read_key)]
RecordId = Annotated[str, BeforeValidator(read_record_id)]
ThonId = Annotated[RecordId, CodeOf("thon")]
