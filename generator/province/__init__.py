"""What the province declares once for all communes."""

from generator.province.basis import say_basis
from generator.province.calendar import WorkCalendar
from generator.province.duties import Duty, is_unread
from generator.province.events import LifeEvent
from generator.province.former import Moved, former_addresses
from generator.province.procedures import Procedure
from generator.province.province import Province
from generator.province.settings import ErrorDesk
from generator.province.summaries import Summary
from generator.province.units import Unit
from generator.province.words import Abbreviation, Saying, Words

__all__ = [
    "Abbreviation",
    "Duty",
    "ErrorDesk",
    "LifeEvent",
    "Moved",
    "Procedure",
    "Province",
    "Saying",
    "Summary",
    "Unit",
    "Words",
    "WorkCalendar",
    "former_addresses",
    "is_unread",
    "say_basis",
]
