"""The small frozen values that the stages hand to each other."""

from generator.core.outcomes import Outcome, State
from generator.core.pages import (
    DATA,
    LICENCE,
    LICENCE_URL,
    VALUES,
    WHOLE,
    Draft,
    File,
    Here,
    Link,
    Page,
    Site,
    Told,
    json_file,
)
from generator.core.past import Change, FilePast, History, Past
from generator.core.problems import (
    FALSE_ALARM,
    Level,
    Loc,
    Place,
    Problem,
    count_levels,
    has_error,
    in_order,
)
from generator.core.records import Commune, Record, Source, office_of

__all__ = [
    "DATA",
    "FALSE_ALARM",
    "LICENCE",
    "LICENCE_URL",
    "VALUES",
    "WHOLE",
    "Change",
    "Commune",
    "Draft",
    "File",
    "FilePast",
    "Here",
    "History",
    "Level",
    "Link",
    "Loc",
    "Outcome",
    "Page",
    "Past",
    "Place",
    "Problem",
    "Record",
    "Site",
    "Source",
    "State",
    "Told",
    "count_levels",
    "has_error",
    "in_order",
    "json_file",
    "office_of",
]
