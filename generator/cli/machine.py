"""Problems as programs read them: a JSON list, GitHub's and GitLab's own forms, SARIF 2.1.0."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.core import Level, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Level.ERROR: "error", Level.NOTICE: "note"}
GITLAB_LEVELS = {Level.ERROR: "major", Level.NOTICE: "info"}
GITHUB_LEVELS = {Level.ERROR: "error", Level.NOTICE: "notice"}
CODES = "docs/ma-loi.md"


def as_json(problems: Iterable[Problem]) -> str:
    return json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """A workflow command a problem, which GitHub shows at the line of the change.

    Source: docs.github.com, "Workflow commands for GitHub Actions".
    """
    return "\n".join(map(_workflow_command, problems))


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A code quality report, which GitLab shows beside the change.

    Source: docs.gitlab.com, "Code Quality", section "Code Quality report format".
    """
    seen: Counter[str] = Counter()
    found = []
    for problem in problems:
        mark = _fingerprint(problem)
        seen[mark] += 1
        found.append(
            {
                "description": f"{_whole(problem)} [{problem.code}]",
                "check_name": problem.code,
                "fingerprint": f"{mark}:{seen[mark]}",
                "severity": GITLAB_LEVELS[problem.level],
                "location": {
                    "path": _from_here(problem.place.path),
                    "lines": {"begin": problem.place.line},
                },
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_sarif(problems: Iterable[Problem]) -> str:
    """One run of the OASIS format that code scanning reads; a notice is a "note" there."""
    found = tuple(problems)
    driver = {"name": "congkhai", "version": __version__, "rules": _rules(found)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": _results(found),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _workflow_command(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": _from_here(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.field or 'Cả tệp'} [{problem.code}]",
    }
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    return f"::{GITHUB_LEVELS[problem.level]} {listed}::{_escaped(_whole(problem))}"


def _whole(problem: Problem) -> str:
    return f"{problem.sentence}\nGợi ý: {problem.hint}" if problem.hint else problem.sentence


def _escaped(text: str) -> str:
    """The percent sign first, or it would be escaped twice."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _from_here(path: str) -> str:
    """The path from the working folder, with forward slashes; both readers know no other."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(path).as_posix()


def _rules(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    levels = {problem.code: problem.level for problem in reversed(problems)}
    return [
        {
            "id": code,
            "shortDescription": {"text": f"Mã {code}"},
            "help": {"text": f"Lỗi này là gì, sửa thế nào: xem mục {code} trong {CODES}."},
            "defaultConfiguration": {"level": SARIF_LEVELS[level]},
        }
        for code, level in sorted(levels.items())
    ]


def _results(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    rules = {code: index for index, code in enumerate(sorted({problem.code for problem in problems}))}
    seen: Counter[str] = Counter()
    results = []
    for problem in problems:
        mark = _fingerprint(problem)
        seen[mark] += 1
        results.append(
            {
                "ruleId": problem.code,
                "ruleIndex": rules[problem.code],
                "level": SARIF_LEVELS[problem.level],
                "message": {"text": _literal(_whole(problem))},
                "locations": [_location(problem)],
                "partialFingerprints": {"primaryLocationLineHash": f"{mark}:{seen[mark]}"},
            }
        )
    return results


def _literal(text: str) -> str:
    """SARIF reads "{0}" and "[words](address)" in a message; what a file says must stay as it is."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"\[(?=[^\]]*\]\()", r"\\[", doubled)


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "physicalLocation": {
            "artifactLocation": {
                "uri": quote(os.fsencode(_from_here(place.path))),
                "uriBaseId": "%SRCROOT%",
            },
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _fingerprint(problem: Problem) -> str:
    """The same for the same mistake after lines were added above it: its line is not part of it."""
    told = "\0".join((_from_here(problem.place.path), problem.code, problem.sentence))
    return sha256(os.fsencode(told)).hexdigest()[:16]
