"""What the page of one procedure shows, worked out for one commune and one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from generator.core import Link
from generator.kinds._kind import Scope
from generator.kinds.procedure.answer import Answer
from generator.kinds.procedure.dossier import count_answer
from generator.kinds.procedure.official import Official, agencies, official
from generator.kinds.procedure.place import Place, place_of
from generator.province import Procedure, Summary
from generator.province.places import other_places
from generator.province.procedures import ChannelKind, InForce, OnlineLevel
from generator.words.dates import say_day

LONG_NAME = 60
"""A name above so many characters is set smaller."""
ONLINE = {
    OnlineLevel.FULL: Answer(("Được, làm hết qua mạng",), "Dịch vụ công trực tuyến toàn trình"),
    OnlineLevel.PARTIAL: Answer(("Được một phần",), "Còn bước phải tới nơi"),
    OnlineLevel.UNSTATED: Answer(("Nộp hồ sơ được",), "Chưa rõ mức độ"),
    OnlineLevel.NONE: Answer(("Không",)),
    OnlineLevel.UNKNOWN: Answer(("Chưa rõ",)),
}


@dataclass(frozen=True)
class Fact:
    """One of the five answers that come first."""

    label: str
    answer: Answer
    to: str = ""
    """Where on the page the whole answer stands."""


@dataclass(frozen=True)
class Banner:
    """Says that a procedure is not in force on the day of the page."""

    text: str
    tone: str
    short: str
    """For a list."""


@dataclass(frozen=True)
class Sheet:
    """Facts of a procedure's page."""

    text: Official
    """What it says in every commune."""
    place: Place
    banner: Banner | None
    facts: tuple[Fact, ...]
    elsewhere: tuple[str, ...]
    """Other provinces whose offices the official text names: it may be theirs, not ours."""
    outdated: bool
    """Whether the source changed after the summary was written."""

    @property
    def procedure(self) -> Procedure:
        return self.text.procedure

    @property
    def summary(self) -> Summary | None:
        return self.text.summary

    @property
    def portal(self) -> Link:
        return self.text.portal

    @property
    def title(self) -> str:
        return self.summary.short_name if self.summary else self.procedure.name

    @property
    def official(self) -> str:
        """The official name where the title is another; else empty."""
        return self.procedure.name if self.title != self.procedure.name else ""

    @property
    def is_long(self) -> bool:
        return len(self.title) > LONG_NAME


def sheet(procedure: Procedure, scope: Scope) -> Sheet:
    text = scope.province.once(official, procedure)
    summary, updated = text.summary, procedure.updated
    place = place_of(procedure.code, scope)
    return Sheet(
        text=text,
        place=place,
        banner=banner(procedure, scope),
        facts=tuple(_facts(text, place)),
        elsewhere=tuple(_elsewhere(procedure, scope.province.settings.short_name)),
        outdated=bool(summary and updated and updated > summary.written),
    )


def banner(procedure: Procedure, scope: Scope) -> Banner | None:
    """None where the procedure is in force."""
    state = procedure.in_force(scope.day)
    if state is InForce.FUTURE and procedure.since:
        since = say_day(procedure.since)
        return Banner(f"Chưa áp dụng: từ ngày {since}", "vua", f"Chưa áp dụng, từ {since}")
    if state is InForce.ENDED and procedure.until:
        end = say_day(procedure.until + timedelta(days=1))
        return Banner(f"Đã hết áp dụng từ ngày {end}", "xau", "Đã hết áp dụng")
    return None


def online(procedure: Procedure) -> Answer:
    """How far it can be done online; a way of handing in online counts where no level is given."""
    level = procedure.online
    kinds = {channel.kind for channel in procedure.channels}
    if level is OnlineLevel.UNKNOWN and ChannelKind.ONLINE in kinds:
        level = OnlineLevel.UNSTATED
    return ONLINE[level]


def _facts(text: Official, place: Place) -> Iterable[Fact]:
    if text.summary and text.summary.bring:
        yield Fact("Mang theo", Answer((f"{len(text.summary.bring)} thứ",)), "mang-theo")
    else:
        yield Fact("Mang theo", count_answer(text.groups), "ho-so")
    yield Fact("Nộp ở đâu", place.answer, "noi-nop" if place.row else "")
    yield Fact("Bao lâu", text.time, "cach-nop")
    yield Fact("Bao nhiêu tiền", text.fee, "cach-nop")
    yield Fact("Trực tuyến", online(text.procedure))


def _elsewhere(procedure: Procedure, home: str) -> Iterable[str]:
    names = " ; ".join(name for agency in agencies(procedure) for name in agency.names)
    return other_places(names, home)
