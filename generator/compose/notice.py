"""The only page of a commune whose content has an error and that has no earlier site to keep."""

from __future__ import annotations

from datetime import date

from generator.compose.pages import noticed, slashed
from generator.core import Draft, Site, office_of
from generator.province import Province, Unit


def compose_notice(unit: Unit, province: Province, day: date) -> tuple[Site, tuple[Draft, ...]]:
    """Frame and page that say the commune's content is being mended."""
    name = office_of(unit.name)
    above = province.settings.name
    home = slashed(province.settings.base) if province.settings.base else None
    site = Site(name=name, above=above, day=day, home=home, notice=noticed(province), indexed=False)
    draft = Draft("", name, "pages/notice.html", None, f"Trang của {name} chưa dựng được.", listed=False)
    return site, (draft,)
