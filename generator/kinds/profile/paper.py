"""The guide to the one-stop centre, for its door and the boards of the thôn: where, when, which counter, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.profile.model import OneStop, OpenDays, Profile
from generator.words.letters import small


def papers(scope: Scope) -> Iterator[Sheet]:
    record = scope.commune.one("profile")
    if record and record.data.one_stop:
        facts = _facts(record.data, record.data.one_stop)
        yield Sheet("mot-cua", record.data.one_stop.name, "profile/one-stop.typ", facts, "lien-he/", record)


def _facts(profile: Profile, centre: OneStop) -> dict[str, Any]:
    office = profile.office
    return {
        "address": centre.address or (office.address if office else ""),
        "phone": centre.phone or "",
        "hours": [_open(each) for each in centre.hours],
        "counters": [{"name": each.name, "matters": each.matters} for each in centre.counters],
        "note": centre.note or "",
        "amenities": "; ".join(small(each.label) for each in centre.amenities),
        "hotlines": [
            {"matter": line.matter, "phone": line.phone, "note": line.note or ""}
            for line in profile.hotlines
        ],
        "seat": office.address if office and centre.address else "",
        "seat_phone": (office.phone or "") if office else "",
    }


def _open(each: OpenDays) -> dict[str, Any]:
    return {"days": each.days, "hours": [span.say() for span in each.hours]}
