"""What pages say to programs in the words of schema.org 30: the office, its hours, events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from generator.core import Here, office_of
from generator.fields.contact import dial
from generator.fields.dates import Span
from generator.kinds._kind import Scope
from generator.words.dates import WEEKDAYS
from generator.words.fold import fold

OFFICE = Here("#co-quan")
"""The same in every page of a site."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMED = {fold(name): number for number, name in enumerate(WEEKDAYS)}
RANGE = re.compile(r"(.+?)\s*(?: đến | - |–)\s*(.+)")


def office(scope: Scope) -> dict[str, Any]:
    """The commune's People's Committee, as its own profile gives it."""
    commune, profile = scope.commune, scope.commune.one("profile")
    seat = profile.data.office if profile else None
    region = scope.province.settings.name
    return {
        "@type": "GovernmentOffice",
        "@id": OFFICE,
        "name": commune.office,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "Mã đơn vị hành chính",
            "value": commune.code,
        },
        "url": Here(""),
        "areaServed": {"@type": "AdministrativeArea", "name": f"{commune.name}, {region}"},
        "parentOrganization": {"@type": "GovernmentOrganization", "name": office_of(region)},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": seat.address,
            "addressRegion": region,
            "addressCountry": "VN",
        }
        if seat
        else None,
        "telephone": dial(seat.phone) if seat and seat.phone else None,
        "email": seat.email if seat else None,
        "openingHoursSpecification": [h for each in seat.hours for h in hours(each.days, each.hours)]
        if seat
        else None,
    }


def hours(days: str, spans: Iterable[Span]) -> Iterator[dict[str, Any]]:
    """Opening hours on days that are named alone or as a range; other words are left to the reader."""
    found = [DAYS[number] for number in days_of(days)]
    if found:
        for span in spans:
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": found,
                "opens": f"{span.start:%H:%M}",
                "closes": f"{span.end:%H:%M}",
            }


def days_of(words: str) -> list[int]:
    """ "Thứ Hai đến thứ Sáu" → [0, 1, 2, 3, 4]; none where there is anything else."""
    if whole := RANGE.fullmatch(words.strip()):
        first, last = (NAMED.get(fold(part)) for part in whole.groups())
        return list(range(first, last + 1)) if first is not None and last is not None else []
    found = [NAMED.get(fold(part)) for part in re.split(r",\s*| và ", words.strip())]
    named = [number for number in found if number is not None]
    return named if len(named) == len(found) else []


def event(name: str, day: date, start: time, end: time | None, place: str, url: str) -> dict[str, Any]:
    """Something held on a day by the commune."""
    return {
        "@type": "Event",
        "name": name,
        "startDate": moment(day, start),
        "endDate": moment(day, end) if end else None,
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": place, "address": place},
        "organizer": {"@id": OFFICE},
        "url": Here(url),
    }


def moment(day: date, hour: time) -> str:
    return f"{day.isoformat()}T{hour:%H:%M}:00+07:00"
