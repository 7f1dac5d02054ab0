"""What a loudspeaker says of the commune: where its office is, and whom to call about what."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.profile.model import Profile


def spoken(record: Record[Profile], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"Số điện thoại bà con cần nhớ của {scope.commune.office}."
    if found.office and found.office.phone:
        yield f"Trụ sở, điện thoại {found.office.phone}."
    if found.one_stop and found.one_stop.phone:
        yield f"{found.one_stop.name}. Điện thoại {found.one_stop.phone}."
    for line in found.hotlines:
        yield f"{line.matter}. Gọi số {line.phone}."
    if found.office:
        yield f"Địa chỉ trụ sở: {found.office.address}."
