"""What a loudspeaker says of a consultation: what is asked, until when, how to answer; then what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import paper, when
from generator.kinds.consultation.model import Consultation, Summary
from generator.words.dates import say_day


def spoken(record: Record[Consultation], scope: Scope) -> Iterable[str]:
    found = record.data
    if found.summary:
        yield f"Kết quả lấy ý kiến: {found.name}."
        yield from _result(found.summary)
        yield from paper(found.decision, "đã quyết định")
    elif found.until < scope.day:
        yield f"Lấy ý kiến Nhân dân: {found.name}."
        yield f"Đã hết hạn nhận ý kiến ngày {say_day(found.until)}, chưa đăng kết quả tổng hợp."
    else:
        yield f"Lấy ý kiến Nhân dân: {found.name}."
        yield from _open(found)


def occasions(record: Record[Consultation], scope: Scope) -> Iterable[date]:
    found = record.data
    return (found.until, *(way.day for way in found.ways if way.day)) if found.summary is None else ()


def _open(found: Consultation) -> Iterator[str]:
    yield f"Nhận ý kiến từ ngày {say_day(found.since)} đến hết ngày {say_day(found.until)}."
    if found.receiver:
        yield f"Gửi ý kiến về {found.receiver.office}."
        if found.receiver.phone:
            yield f"Điện thoại {found.receiver.phone}."
    if found.concerned:
        yield f"Những ai nên góp ý: {found.concerned}."
    yield found.text
    for way in found.ways:
        yield f"Cách góp ý: {way.form.label}."
        yield from (f"{told}." for told in (way.day and f"Thời gian: {when(way.day)}", way.how) if told)


def _result(summary: Summary) -> Iterator[str]:
    yield f"Nhận được {summary.count} ý kiến."
    if summary.text:
        yield summary.text
    for opinion in summary.opinions:
        count = f"{opinion.count} ý kiến" if opinion.count else "Có ý kiến"
        yield f"{count}: {opinion.text}."
        yield f"{opinion.taken.label}. {opinion.reply}"
