"""What a loudspeaker says of the plan of a friendly government: how many tasks stand how, the next sessions."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import when
from generator.kinds._thon import thon_names
from generator.kinds.initiative.model import Initiative
from generator.kinds.initiative.view import sheet


def spoken(record: Record[Initiative], scope: Scope) -> Iterable[str]:
    shown, names = sheet(scope), thon_names(scope)
    yield "Mô hình chính quyền thân thiện, vì Nhân dân phục vụ."
    for label, count in shown.counts if shown else ():
        yield f"{label}: {count} nhiệm vụ."
    for session in shown.coming if shown else ():
        yield f"Sắp họp {when(session.day)}: {', '.join(names.get(id, id) for id in session.thon)}."
        yield f"Nội dung: {session.content}."
