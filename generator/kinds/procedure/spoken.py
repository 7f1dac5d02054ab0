"""What a loudspeaker says of procedures: how many the commune takes in, and where."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.procedure.model import LocalProcedures


def spoken(record: Record[LocalProcedures], scope: Scope) -> Iterable[str]:
    received = sum(row.received for row in record.data.rows)
    profile = scope.commune.one("profile")
    yield f"Xã nhận hồ sơ {received} thủ tục hành chính."
    if profile and profile.data.one_stop:
        centre = profile.data.one_stop
        yield f"Nơi nhận: {centre.name}."
        yield from (
            f"{hours.days}: {'; '.join(span.say() for span in hours.hours)}." for hours in centre.hours
        )
        if centre.phone:
            yield f"Điện thoại {centre.phone}."
