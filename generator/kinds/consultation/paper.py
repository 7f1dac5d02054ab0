"""A consultation on the wall: while it is open what is asked and how to answer; then what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet, paragraphs
from generator.kinds._spoken import when
from generator.kinds.consultation.model import Consultation, Summary, Way
from generator.kinds.consultation.view import Sheet as Shown
from generator.kinds.consultation.view import sheet
from generator.words.dates import say_day, say_long_day
from generator.words.letters import capital
from generator.words.money import say_number


def papers(scope: Scope) -> Iterator[Sheet]:
    for record in scope.commune.all("consultation"):
        shown = sheet(record, scope)
        asking = shown.open or shown.coming
        yield Sheet(
            shown.url.strip("/"),
            record.data.name,
            f"consultation/{'open' if asking else 'closed'}.typ",
            _asked(record, shown) if asking else _answered(record.data, shown),
            shown.url,
            record,
        )


def _asked(record: Record[Consultation], shown: Shown) -> dict[str, Any]:
    found, to = record.data, record.data.receiver
    return {
        "since": say_day(found.since),
        "until": say_long_day(found.until),
        "text": paragraphs(found.text),
        "concerned": found.concerned or "Mọi người dân",
        "thon": ", ".join(thon.text for thon in shown.thon) or "Cả xã",
        "decider": found.decider,
        "meetings": [_way(way) for way in found.ways if way.day],
        "ways": [_way(way) for way in found.ways if not way.day],
        "office": to.office if to else "",
        "address": (to.address or "") if to else "",
        "phone": (to.phone or "") if to else "",
        "email": (to.email or "") if to else "",
        "online": bool(to and to.link),
        "papers": [paper.name for paper in found.papers],
    }


def _way(way: Way) -> dict[str, str]:
    day = capital(when(way.day)) if way.day else ""
    return {"form": way.form.label, "day": day, "how": way.how or ""}


def _answered(found: Consultation, shown: Shown) -> dict[str, Any]:
    summary, decision, higher = found.summary, found.decision, found.higher
    decided = f"{decision.issuer or found.decider} đã quyết định" if decision else ""
    return {
        "since": say_day(found.since),
        "until": say_day(found.until),
        "state": shown.state,
        "count": say_number(summary.count) if summary else "",
        "text": paragraphs((summary.text or "") if summary else found.text),
        "phone": (found.receiver.phone or "") if found.receiver else "",
        "opinions": list(_opinions(summary)) if summary else [],
        "unanswered": say_number(summary.unanswered) if summary and summary.unanswered else "",
        "higher": paragraphs(higher.text) if higher else [],
        "higher_by": f"{higher.by or 'Cấp trên'} trả lời ngày {say_day(higher.day)}" if higher else "",
        "decided": f"{decided} ngày {say_day(decision.day)}" if decision and decision.day else decided,
        "number": f"Văn bản số {decision.number}" if decision and decision.number else "",
    }


def _opinions(summary: Summary) -> Iterator[dict[str, Any]]:
    for opinion in summary.opinions:
        yield {
            "text": opinion.text,
            "count": f"{say_number(opinion.count)} ý kiến" if opinion.count is not None else "Có ý kiến",
            "taken": opinion.taken.label,
            "reply": paragraphs(opinion.reply),
        }
