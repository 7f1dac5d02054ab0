"""What the tests of procedures share: a catalogue written in the test, in a province of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

from generator.compose import compose, frame
from generator.kinds._kind import Scope
from generator.kinds.procedure.sheet import Sheet
from generator.province import Procedure, Summary
from generator.render import render
from tests.conftest import Load

CODE = "1.001193"
ROW = """
thu_tuc:
  - ma: "1.001193"
    tiep_nhan: {received}
    quay: Quầy 1
"""
PROFILE = """
ma: "00000"
tinh_trang: {standing}
mot_cua:
  ten: Trung tâm Phục vụ hành chính công xã Mẫu
  dien_thoai: 0200 000 0002
"""
NOTE = "Mức do Hội đồng nhân dân tỉnh quyết định, miễn cho người thuộc hộ nghèo và người khuyết tật"
DOSSIER = [
    {
        "truong_hop": "* Giấy tờ phải nộp:",
        "giay_to": [
            {"ten": "- Tờ khai", "ban_chinh": "1", "mau": [{"ten": "TK.docx"}]},
            {"ten": "- Bản vẽ", "ban_chinh": "2", "ban_sao": "1"},
            {"ten": "Trường hợp đã có dữ liệu thì không phải nộp."},
        ],
    },
    {"truong_hop": "* Lưu ý :", "giay_to": [{"ten": f"- Lưu ý {n}."} for n in range(5)]},
    {"giay_to": [{"ten": "- Đơn", "ban_sao": "1", "mau": [{"ten": "Đơn", "lien_ket": "https://a.vn/d"}]}]},
]
Scoped = Callable[..., Scope]


def procedure(**facts: Any) -> Procedure:
    """A procedure as the catalogue writes it; what a test is about stands in the test."""
    least = {"ma": CODE, "ten": "Thủ tục đăng ký khai sinh", "ngay_nhap": "2026-07-19", "nguon": "Cổng"}
    return Procedure.model_validate({**least, **facts})


def summary(**facts: Any) -> Summary:
    least = {"ma": CODE, "ten_thuong_goi": "Làm khai sinh", "tom_tat": "Ra xã.", "ngay_viet": "2026-01-01"}
    return Summary.model_validate({**least, **facts})


def way(kind: str, limit: dict[str, str] | None = None, fees: list[dict[str, str]] | None = None) -> Any:
    """One way of handing in, as the catalogue writes it."""
    return {"kenh": kind, "phi": fees or [], **({"thoi_han": limit} if limit else {})}


def scope_of(
    load: Load,
    procedures: list[Procedure],
    summaries: list[Summary] | None = None,
    rows: str = "",
    standing: str = "cho_tiep_nhan",
) -> Scope:
    """A commune of the test's own files, in a province with the test's own catalogue."""
    files = {"xa.yml": PROFILE.format(standing=standing), **({"thu-tuc.yml": rows} if rows else {})}
    scope, problems = load(files)
    assert scope, problems
    province = replace(
        scope.province,
        procedures={found.code: found for found in procedures},
        summaries={found.code: found for found in summaries or []},
    )
    return replace(scope, province=province)


def body_of(scope: Scope, url: str = f"thu-tuc/{CODE}/") -> str:
    drafts = compose(scope)
    return next(p.body for p in render(drafts, frame(scope, drafts), scope.commune) if p.url == url)


def words_of(body: str) -> str:
    """The words of a page, as a reader sees them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def answers(found: Sheet) -> dict[str, str]:
    return {fact.label: fact.answer.flat for fact in found.facts}
