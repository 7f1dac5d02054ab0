"""Which model each file of `content/tinh` follows."""

from __future__ import annotations

from generator.fields.base import Model
from generator.province.calendar import YearOverride
from generator.province.duties import Duties
from generator.province.events import LifeEvents
from generator.province.indices import Indices
from generator.province.plans import Plans
from generator.province.procedures import Procedure
from generator.province.settings import Settings
from generator.province.summaries import Summary
from generator.province.units import Register
from generator.province.words import Words

FILES: dict[str, type[Model]] = {
    "tinh.yml": Settings,
    "don-vi.yml": Register,
    "nghia-vu.yml": Duties,
    "su-kien.yml": LifeEvents,
    "mo-hinh.yml": Plans,
    "chi-so.yml": Indices,
    "tu-ngu.yml": Words,
    "ngay-nghi/*.yml": YearOverride,
    "thu-tuc/*.tom-tat.yml": Summary,
    "thu-tuc/*.yml": Procedure,
}
"""By pattern of its path inside the folder; the first that fits."""
