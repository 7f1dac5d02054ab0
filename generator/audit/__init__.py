"""Whether a built site gives citizens what it should: criteria with stable ids, tried without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.audit.criteria import JUDGES, Criterion, criteria
from generator.audit.site import Site
from generator.audit.verdict import NONE, Tried, Verdict, reason, verdict

NOT_YET = "luật đòi điều này chưa có hiệu lực, hoặc đã hết hiệu lực, vào ngày xét"


@dataclass(frozen=True)
class Result:
    """What one criterion says of a site."""

    criterion: Criterion
    tried: Tried
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Report:
    """What all criteria say of one site, on one day."""

    name: str
    day: date
    results: tuple[Result, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(result.verdict is verdict for result in self.results)

    @property
    def good(self) -> bool:
        """Whether no criterion failed."""
        return not self.count(Verdict.FAIL)


def audit(site: Site, day: date) -> Report:
    """Every criterion, in order; the same for the same files and day."""
    return Report(site.name, day, tuple(_result(site, day, each) for each in criteria()))


def _result(site: Site, day: date, criterion: Criterion) -> Result:
    if not criterion.applies(day):
        return Result(criterion, NONE, Verdict.NOT_APPLICABLE, NOT_YET)
    found = JUDGES[criterion.id](site, day)
    return Result(criterion, found, verdict(found, criterion.tolerance), reason(found, criterion.none))
