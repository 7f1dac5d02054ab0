"""The criteria: data in `tieu-chi.yml`, a small function for each."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.audit import access, data, disclosed, feeds, reception, safe, ways
from generator.audit.verdict import Judge
from generator.fields.base import Model, given, maybe
from generator.province.basis import Basis, say_basis

FILE = Path(__file__).with_name("tieu-chi.yml")
JUDGES: dict[str, Judge] = {
    **reception.JUDGES,
    **disclosed.JUDGES,
    **data.JUDGES,
    **feeds.JUDGES,
    **ways.JUDGES,
    **safe.JUDGES,
    **access.JUDGES,
}


class Criterion(Model):
    """One question to a site; its id never changes and is never given again."""

    id: str = given("ma", "Mã", "Không đổi: TC-TCD-01.")
    title: str = given("ten", "Tiêu chí", "Điều trang phải có.")
    why: str = given("vi_sao", "Vì sao", "Bà con được gì, luật đòi gì.")
    bases: tuple[Basis, ...] = given("can_cu", "Căn cứ", "Điều luật; trống thì theo quy tắc của phần mềm.")
    rule: str = maybe("quy_tac", "Quy tắc", "Quy tắc của phần mềm, khi không do luật đòi.", "")
    test: str = given("cach_thu", "Cách thử", "Máy xem gì.")
    mend: str = given("cach_sua", "Cách sửa", "Việc cần làm.")
    none: str = maybe("khong_ap_dung", "Khi nào không áp dụng", "Lý do.", "không có gì để xét")
    tolerance: int = maybe(
        "dung_sai", "Dung sai", "Bao nhiêu phần trăm số trang sai thì vẫn đạt một phần.", 0
    )

    def applies(self, day: date) -> bool:
        """Whether a law that asks for it is in force that day; a rule of our own always holds."""
        return not self.bases or any(basis.in_force(day) for basis in self.bases)

    def grounds(self, day: date) -> tuple[str, ...]:
        """What it rests on that day, with a mark where nobody has read the text itself."""
        laws = (
            say_basis(basis) + (f" ({basis.doubt})" if basis.doubt else "")
            for basis in self.bases
            if basis.in_force(day)
        )
        return (*laws, *([f"Quy tắc của phần mềm: {self.rule}"] if self.rule else []))


@cache
def criteria() -> tuple[Criterion, ...]:
    """In the order in which they are told."""
    # every value a string, as in all our YAML
    told: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    bases = {name: Basis.model_validate(basis) for name, basis in told["can_cu"].items()}
    return tuple(
        Criterion.model_validate({**each, "can_cu": tuple(bases[name] for name in each.get("can_cu", ()))})
        for each in told["tieu_chi"]
    )
