"""Codes and identifiers, always kept as text: leading zeros and dots belong to them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse, scalar

UNIT = re.compile(r"\d{5}")
PROCEDURE = re.compile(r"\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?")
RECORD = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,58}[A-Za-z0-9])?")
NUMBER = re.compile(r"[^\s<>\"“”]{1,60}")


def read_unit_code(value: object) -> str:
    """Unit code of the General Statistics Office: 5 digits (QĐ 19/2025/QĐ-TTg)."""
    return _match(
        UNIT, value, "unit_code_expected", "mã đơn vị hành chính gồm 5 chữ số", "Ghi đủ cả số 0 đầu: 05602"
    )


def read_procedure_code(value: object) -> str:
    """National code of an administrative procedure, or its provincial form."""
    return _match(
        PROCEDURE,
        value,
        "procedure_code_expected",
        "mã thủ tục hành chính",
        "Ghi như trên Cổng Dịch vụ công quốc gia: 1.001193",
    )


def read_record_id(value: object) -> str:
    return _match(
        RECORD,
        value,
        "record_id_expected",
        "mã không dấu, không khoảng trắng",
        "Chỉ dùng chữ cái không dấu, chữ số, dấu gạch nối: DA-2026-01",
    )


def read_document_number(value: object) -> str:
    return _match(
        NUMBER,
        value,
        "document_number_expected",
        "số và ký hiệu văn bản",
        "Ghi liền, không khoảng trắng: 188/KH-UBND",
    )


def _match(form: re.Pattern[str], value: object, code: str, what: str, hint: str) -> str:
    found = scalar(value)
    if form.fullmatch(found):
        return found
    raise refuse(code, f"cần là {what}, đang ghi “{found}”", hint)


UnitCode = Annotated[str, BeforeValidator(read_unit_code)]
ProcedureCode = Annotated[str, BeforeValidator(read_procedure_code)]
RecordId = Annotated[str, BeforeValidator(read_record_id)]
DocumentNumber = Annotated[str, BeforeValidator(read_document_number)]
