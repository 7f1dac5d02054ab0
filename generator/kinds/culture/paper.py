"""Rules of conduct for the wall of every office, in the plan's own words; what inspections found beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.culture.model import Culture
from generator.kinds.culture.spoken import spoken
from generator.kinds.culture.view import Sheet as Shown
from generator.kinds.culture.view import sheet
from generator.province.basis import Basis, say_basis
from generator.province.plans import ConductRule
from generator.words.dates import say_day
from generator.words.letters import capital

SECTION = "van-hoa-cong-vu/"


def papers(scope: Scope) -> Iterator[Sheet]:
    record, shown = scope.commune.one("culture"), sheet(scope)
    if record is None or shown is None or not shown.conduct:
        return
    title = ", ".join(rule.title for rule in shown.conduct)
    yield Sheet(
        f"{SECTION}ung-xu", capital(title), "culture/conduct.typ", _facts(shown, scope), SECTION, record
    )
    yield _found(record, scope)


def _facts(shown: Shown, scope: Scope) -> dict[str, Any]:
    return {
        "rules": [_rule(rule) for rule in shown.conduct],
        "basis": _basis(shown.plan.basis) if shown.plan else "",
        "complaints": list(_complaints(scope)),
    }


def _basis(basis: Basis) -> str:
    doubt = f" ({basis.doubt})" if basis.doubt else ""
    until = f"; tỉnh định làm đến {say_day(basis.until)}" if basis.until else ""
    return f"{say_basis(basis)}{doubt}{until}"


def _rule(rule: ConductRule) -> dict[str, Any]:
    """ "4 xin": the number is drawn large beside its word."""
    number, _, word = rule.title.partition(" ")
    return {"number": number, "word": word, "words": list(rule.words)}


def _complaints(scope: Scope) -> Iterator[dict[str, str]]:
    """Whom to call when an official behaves otherwise, as the page of the officials says."""
    record = scope.commune.one("official")
    for complaint in record.data.complaints if record else ():
        if complaint.contact.phone:
            yield {
                "matter": complaint.matter,
                "post": complaint.contact.post,
                "phone": complaint.contact.phone,
            }


def _found(record: Record[Culture], scope: Scope) -> Sheet:
    """What the loudspeakers tell too: the last inspection, where the rules hang."""
    told = {"opening": "", "told": list(spoken(record, scope))}
    return Sheet(SECTION.strip("/"), "Văn hóa công vụ", "notice.typ", told, SECTION, record)
