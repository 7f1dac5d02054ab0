"""Direct support and social policy: what there is, who may ask, how; who was helped, by thôn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.support.check import check
from generator.kinds.support.model import Purpose, Support
from generator.kinds.support.spoken import occasions, spoken
from generator.kinds.support.table import rows
from generator.kinds.support.view import SECTION, Overview, overview, sheet
from generator.province.duties import Moment
from generator.words.fold import fold
from generator.words.money import say_short_money

__all__ = ["KIND", "Support"]

TITLE = "Hỗ trợ, chính sách"
DUTIES = ("ND73-36.3d", "TCTT-17.1d")
"""What every programme fulfils, whatever it is for."""
POLICY = "ND73-37-CHINH-SACH"
"""What it fulfils that comes from above, counted from the day that the commune received it."""
RESULT = "ND73-37-CHI-TRA"
"""What its result fulfils; the programme is often public months before."""
CLAUSES = {
    Purpose.DISASTER: ("THDC-11.8", "TCTT-17.1dd"),
    Purpose.SOCIAL: ("THDC-11.7", "TCTT-17.1dd"),
    Purpose.MERIT: ("THDC-11.7", "TCTT-17.1dd"),
}
"""What help after a disaster (cứu trợ) and allowances (trợ cấp) fulfil (Luật 01/2026/QH16 Đ17 k1 đ)."""


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "support/list.html",
        overview(scope),
        f"Hỗ trợ, chính sách ở {scope.commune.name}: ai được, được bao nhiêu, đăng ký ở đâu, kết quả từng thôn.",
        menu="Hỗ trợ",
        also=("Chính sách xã hội",),
    )
    for record in scope.commune.all("support"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            record.data.name,
            "support/support.html",
            shown,
            f"{record.data.name}: ai được, đăng ký thế nào, kết quả từng thôn.",
            section=SECTION,
            record=record,
            data=record.data.without_people(),
            listed=False,
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))), action="Xem các chính sách")


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Chính sách hỗ trợ và kết quả: chưa công khai trên trang này."
        return
    yield f"{len(found.sheets)} chính sách"
    if found.open:
        yield f"{found.open} chính sách đang nhận đăng ký"
    if found.told:
        yield f"Đã hỗ trợ {say_short_money(found.amount)}"


def answers(scope: Scope) -> Iterable[Answer]:
    """Help after a disaster has a clause of its own; a result is judged by its own day of posting."""
    for record in scope.commune.all("support"):
        support: Support = record.data
        clauses = CLAUSES.get(support.purpose, ("THDC-11.7",))
        decision = support.decision or support.basis
        approved = support.decision.day if support.decision else None
        told = {
            Moment.DECIDED: decision.day if decision else None,
            Moment.PAID: approved,
            Moment.RECEIVED: support.received,
        }
        policy = () if _is_own(support, scope) else (POLICY,)
        answer = answer_of(record)
        moments = {**{moment: day for moment, day in told.items() if day}, **answer.moments}
        yield replace(answer, duties=(*clauses, *DUTIES, *policy), moments=moments)
        if support.has_result:
            yield replace(answer, duties=(RESULT,), moments=moments, posted=support.posted)


def _is_own(support: Support, scope: Scope) -> bool:
    """Whether the commune set the policy itself, and so received it from nobody."""
    issuer = support.basis.issuer if support.basis else None
    return support.received is None and issuer is not None and fold(scope.commune.name) in fold(issuer)


KIND = Kind(
    name="support",
    title=TITLE,
    section=SECTION,
    files=("ho-tro/*.yml",),
    model=Support,
    pages=pages,
    check=check,
    spoken=spoken,
    occasions=occasions,
    card=card,
    rows=rows,
    answers=answers,
    order=50,
    prominent=True,
)
