"""Reports as programs read them: JSON, and JUnit's XML that CI shows."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.audit import Report, Result
from generator.audit.verdict import Verdict

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


def as_json(reports: Sequence[Report]) -> str:
    """All verdicts with their reasons; `places` names every page with a fault."""
    return json.dumps({"sites": [_site(report) for report in reports]}, ensure_ascii=False, indent=1) + "\n"


def _site(report: Report) -> dict[str, Any]:
    return {
        "site": report.name,
        "date": report.day.isoformat(),
        "counts": {verdict.value: report.count(verdict) for verdict in Verdict},
        "results": [_result(result, report) for result in report.results],
    }


def _result(result: Result, report: Report) -> dict[str, Any]:
    criterion = result.criterion
    return {
        "id": criterion.id,
        "title": criterion.title,
        "verdict": result.verdict.value,
        "reason": result.reason,
        "concerned": result.tried.concerned,
        "places": list(result.tried.places),
        "why": criterion.why,
        "basis": list(criterion.grounds(report.day)),
        "test": criterion.test,
        "mend": criterion.mend,
    }


def as_junit(reports: Sequence[Report]) -> str:
    """A suite a site, a case a criterion; in part is a pass with a word about it, not applicable is skipped.

    Source: the form that Jenkins, GitLab and GitHub actions read (testmoapp/junitxml).
    """
    tests = sum(len(report.results) for report in reports)
    failed = sum(report.count(Verdict.FAIL) for report in reports)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="{tests}" failures="{failed}">\n'
    return head + "".join(map(_suite, reports)) + "</testsuites>\n"


def _suite(report: Report) -> str:
    counts = f'tests="{len(report.results)}" failures="{report.count(Verdict.FAIL)}"'
    skipped = (
        f'skipped="{report.count(Verdict.NOT_APPLICABLE)}" timestamp="{report.day.isoformat()}T00:00:00"'
    )
    cases = "".join(_case(result, report.name) for result in report.results)
    return f"<testsuite name={_quoted(report.name)} {counts} {skipped}>\n{cases}</testsuite>\n"


def _case(result: Result, site: str) -> str:
    criterion = result.criterion
    name = f"<testcase classname={_quoted(site)} name={_quoted(f'{criterion.id} {criterion.title}')}>"
    inner = {
        Verdict.PASS: "",
        Verdict.PARTIAL: f"<system-out>{_plain(f'Đạt một phần: {result.reason}')}</system-out>",
        Verdict.FAIL: f"<failure message={_quoted(result.reason)}>{_plain(f'Cách sửa: {criterion.mend}')}</failure>",
        Verdict.NOT_APPLICABLE: f"<skipped message={_quoted(result.reason)}/>",
    }
    return f"{name}{inner[result.verdict]}</testcase>\n"


def _plain(text: str) -> str:
    return escape(FORBIDDEN.sub("�", text))


def _quoted(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("�", text))
