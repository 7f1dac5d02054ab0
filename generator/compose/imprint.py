"""What every site says of itself: whose it is, where its data come from, what it keeps of readers, who can use it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.core import Draft
from generator.kinds._kind import Scope
from generator.kinds.profile import Profile

IMPRINT, IMPRINT_TITLE = "ve-trang-nay/", "Về trang này"


@dataclass(frozen=True)
class Imprint:
    """Facts of the page."""

    profile: Profile | None


def imprint(scope: Scope) -> Draft:
    record = scope.commune.one("profile")
    return Draft(
        IMPRINT,
        IMPRINT_TITLE,
        "pages/ve-trang-nay.html",
        Imprint(record.data if record else None),
        "Trang của ai giữ, số liệu lấy ở đâu, dùng lại thế nào, có ghi gì về người xem không, ai khó nhìn thì làm sao.",
        also=("Giấy phép dùng lại số liệu", "Quyền riêng tư", "Người khuyết tật dùng trang này"),
    )


def rating_of(scope: Scope) -> str:
    """The commune's own address for ratings, else the province's."""
    record = scope.commune.one("profile")
    return (record.data.rating if record else None) or scope.province.settings.rating or ""
