"""What the page of one procedure shows, worked out for one commune and one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate

from generator.core import Link
from generator.kinds._kind import Scope
from generator.kinds.procedure.answer import Answer
from generator.kinds.procedure.dossier import Group, count_answer, dossier
from generator.kinds.procedure.place import Place, place_of
from generator.kinds.procedure.ways import CaseTime, Way, case_times, fee_answer, time_answer, ways
from generator.province import Procedure, Summary
from generator.province.places import other_places
from generator.province.procedures import ChannelKind, InForce, LegalBasis, OnlineLevel
from generator.words.dates import say_day
from generator.words.fold import fold

PORTAL = "https://dichvucong.gov.vn/"
DEEP = PORTAL + "thu-tuc-hanh-chinh/{id}"
LONG_NAME = 60
"""A name above so many characters is set smaller."""
SHEET_TEXT = 6_000
"""Characters of papers that two sides of A4 hold beside the rest."""
LONG_TEXT = 1_200
"""Official text above so many characters is folded."""
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
class Agency:
    """Who has which part in a procedure; no names means that the source gives none."""

    part: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Facts of a procedure's page; official text is passed on as it is."""

    procedure: Procedure
    summary: Summary | None
    place: Place
    banner: Banner | None
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    ways: tuple[Way, ...]
    case_times: tuple[CaseTime, ...]
    agencies: tuple[Agency, ...]
    basis: tuple[LegalBasis, ...]
    portal: Link
    elsewhere: tuple[str, ...]
    """Other provinces whose offices the official text names: it may be theirs, not ours."""
    outdated: bool
    """Whether the source changed after the summary was written."""

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

    @property
    def papers_told(self) -> bool:
        """Whether the summary says what to bring, so that the one-sheet print can do without the official list."""
        return bool(self.summary and self.summary.bring)

    @property
    def on_one_sheet(self) -> int:
        """How many groups of papers the one-sheet print has room for; the others stand on the page."""
        lengths = accumulate(0 if group.folded else group.length for group in self.groups)
        return max(1, sum(length <= SHEET_TEXT for length in lengths))

    @property
    def long_conditions(self) -> bool:
        return len(self.procedure.conditions or "") > LONG_TEXT


def sheet(procedure: Procedure, scope: Scope) -> Sheet:
    summary = scope.province.summaries.get(procedure.code)
    place = place_of(procedure.code, scope)
    groups = dossier(procedure)
    updated = procedure.updated
    return Sheet(
        procedure=procedure,
        summary=summary,
        place=place,
        banner=banner(procedure, scope),
        facts=tuple(_facts(procedure, summary, place, groups)),
        groups=groups,
        ways=ways(procedure),
        case_times=case_times(procedure),
        agencies=tuple(_agencies(procedure)),
        basis=tuple(_once(procedure.basis)),
        portal=portal(procedure),
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


def portal(procedure: Procedure) -> Link:
    """The official page by the portal's own id; without one its start page and the code to look for."""
    if procedure.portal_id:
        return Link("Bản gốc trên Cổng Dịch vụ công quốc gia", DEEP.format(id=procedure.portal_id))
    return Link(f"Mở Cổng Dịch vụ công quốc gia, tìm theo mã {procedure.code}", PORTAL)


def _facts(
    procedure: Procedure, summary: Summary | None, place: Place, groups: tuple[Group, ...]
) -> Iterable[Fact]:
    if summary and summary.bring:
        yield Fact("Mang theo", Answer((f"{len(summary.bring)} thứ",)), "mang-theo")
    else:
        yield Fact("Mang theo", count_answer(groups), "ho-so")
    yield Fact("Nộp ở đâu", place.answer, "noi-nop" if place.row else "")
    yield Fact("Bao lâu", time_answer(procedure), "cach-nop")
    yield Fact("Bao nhiêu tiền", fee_answer(procedure), "cach-nop")
    yield Fact("Trực tuyến", online(procedure))


def _agencies(procedure: Procedure) -> Iterable[Agency]:
    receiving = [procedure.receiving] if procedure.receiving else []
    for part, names in (
        ("Ai thực hiện", procedure.executing),
        ("Ai quyết định", procedure.deciding),
        ("Ai phối hợp", procedure.coordinating),
        ("Nơi chỉ tiếp nhận", receiving),
    ):
        yield Agency(part, tuple(dict.fromkeys(names)))


def _elsewhere(procedure: Procedure, home: str) -> Iterable[str]:
    names = " ; ".join(name for agency in _agencies(procedure) for name in agency.names)
    return other_places(names, home)


def _once(basis: Iterable[LegalBasis]) -> Iterable[LegalBasis]:
    """Each document once by number and name; the source repeats some."""
    found: dict[tuple[str, str], LegalBasis] = {}
    for document in basis:
        found.setdefault((fold(document.number or ""), fold(document.name)), document)
    return found.values()
