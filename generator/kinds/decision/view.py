"""What the pages of the matters that residents decide show, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.core import Link, Record
from generator.kinds._deadlines import last_day
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_links
from generator.kinds._votes import Outcome
from generator.kinds.decision.model import Decision, Extent, Form, ThonVote
from generator.kinds.decision.result import outcome_of, passed, thon_needed
from generator.words.dates import say_day, say_when

SECTION = "dan-ban/"
COMING = {Form.MEETING: "Sắp họp", Form.BALLOT: "Đang lấy phiếu", Form.ONLINE: "Sắp biểu quyết"}


@dataclass(frozen=True)
class Line:
    """The vote of one thôn."""

    vote: ThonVote
    thon: Link
    when: str
    """"Thứ Bảy, 05/12/2026, 19 giờ 30"."""
    outcome: Outcome | None
    state: str
    tone: str
    late: date | None
    """The last day for the invitation, where it came later."""


@dataclass(frozen=True)
class Step:
    """What follows the vote, by a deadline of the law: its day, and how it stands."""

    name: str
    day: date | None
    state: str
    tone: str


@dataclass(frozen=True)
class Sheet:
    """One matter on a day."""

    day: date
    decision: Decision
    url: str
    state: str
    """"Đã thông qua", "Không đủ số hộ tán thành", "Sắp họp ngày 05/12/2026"."""
    tone: str
    lines: tuple[Line, ...]
    counted: int
    """How many thôn have voted."""
    tally: str
    """"3 thôn tán thành, 1 thôn không; cần ít nhất 2/3, tức 4 thôn"; empty before the first vote."""
    clause: str
    steps: tuple[Step, ...]

    @property
    def single(self) -> Line | None:
        """The only thôn; None where several vote."""
        return self.lines[0] if len(self.lines) == 1 else None


def overview(scope: Scope) -> tuple[Sheet, ...]:
    """What is still to be voted on first, then the latest."""
    found = [sheet(record, scope) for record in scope.commune.all("decision")]
    return tuple(sorted(found, key=lambda s: (s.counted > 0, -_last(s).toordinal(), s.url)))


def sheet(record: Record[Decision], scope: Scope) -> Sheet:
    decision, day = record.data, scope.day
    lines = tuple(_lines(decision, scope))
    counted = [line for line in lines if line.outcome]
    state, tone = _state(decision, lines, passed(decision, scope), day)
    duty = scope.province.duty("THDC-15", decision.thon[0].day)
    return Sheet(
        day=day,
        decision=decision,
        url=f"{SECTION}{record.id}/",
        state=state,
        tone=tone,
        lines=lines,
        counted=len(counted),
        tally=_tally(decision, [line.outcome.passed for line in lines if line.outcome], scope),
        clause=f"Khoản {decision.matter.clause}, {duty.basis.article} {duty.basis.document}"
        if duty
        else "",
        steps=tuple(_steps(decision, scope)) if passed(decision, scope) else (),
    )


def _last(sheet: Sheet) -> date:
    return max(line.vote.day for line in sheet.lines)


def _lines(decision: Decision, scope: Scope) -> Iterator[Line]:
    links = thon_links([vote.thon for vote in decision.thon], scope)
    for vote, link in zip(decision.thon, links, strict=True):
        found = outcome_of(decision, vote, scope)
        last = last_day(decision.form.notice, vote.day, scope)
        late = last if vote.told and last and vote.told > last else None
        yield Line(
            vote,
            link,
            say_when(vote.day, vote.clock),
            found,
            *_thon_state(decision, vote, found, scope.day),
            late,
        )


def _thon_state(decision: Decision, vote: ThonVote, found: Outcome | None, day: date) -> tuple[str, str]:
    if found and found.passed is not None:
        return ("Đủ số hộ tán thành", "tot") if found.passed else ("Không đủ số hộ tán thành", "vua")
    if found:
        return "Đã kiểm phiếu", "tin"
    if vote.day >= day:
        return f"{COMING[decision.form]}, ngày {say_day(vote.day)}", "tin"
    return "Chưa công khai kết quả", "vua"


def _state(decision: Decision, lines: tuple[Line, ...], settled: bool | None, day: date) -> tuple[str, str]:
    """Of the whole matter, in words, with the tone of its tag."""
    if settled is not None:
        return ("Đã thông qua", "tot") if settled else ("Không được thông qua", "vua")
    counted = sum(line.outcome is not None for line in lines)
    if decision.extent is Extent.COMMUNE and counted:
        return f"Đã có kết quả {counted} thôn, chưa đủ để kết luận", "tin"
    first = min(lines, key=lambda line: (line.vote.day < day, line.vote.day))
    return first.state, first.tone


def _tally(decision: Decision, found: list[bool | None], scope: Scope) -> str:
    if not found:
        return ""
    rule = thon_needed(decision, scope) if decision.extent is Extent.COMMUNE else None
    need = f"; cần {rule[1]}, tức {rule[0]} thôn" if rule else ""
    return f"{found.count(True)} thôn tán thành, {found.count(False)} thôn không{need}"


def _steps(decision: Decision, scope: Scope) -> Iterator[Step]:
    """Sent to the commune, recognised by it; each with the deadline that the law leaves."""
    limit = last_day("THDC-20", decision.last_vote, scope)
    yield _step("Thôn gửi UBND, Mặt trận", decision.sent, limit, scope.day)
    if decision.sent or decision.recognition:
        day = decision.recognition.day if decision.recognition else None
        limit = last_day("THDC-21-CONG-NHAN", decision.sent, scope)
        if day or not decision.recognition:
            yield _step("UBND xã công nhận", day, limit, scope.day)


def _step(name: str, done: date | None, limit: date | None, day: date) -> Step:
    if limit is None:
        return Step(name, done, "" if done else "chưa công khai trên trang này", "tin")
    late = ((done or day) - limit).days
    if done:
        return Step(
            name, done, f"Chậm {late} ngày" if late > 0 else "Đúng hạn", "vua" if late > 0 else "tot"
        )
    if late > 0:
        return Step(name, None, f"Chưa công khai, quá hạn {late} ngày", "xau")
    return Step(name, None, f"Chưa có, hạn đến ngày {say_day(limit)}", "tin")
