"""What each poster says on a day, and what it leaves to the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.kinds._kind import Scope
from generator.paper import papers, press
from generator.stories import stories
from tests.paper.reading import Reading, squeezed


def facts_of(scope: Scope, name: str) -> Any:
    return next(paper.sheets[0].facts for paper in papers(scope) if paper.name == name)


def text_of(scope: Scope, name: str) -> str:
    paper = next(paper for paper in papers(scope) if paper.name == name)
    return Reading(press(paper, scope)).text


def on(scope: Scope, day: str) -> Scope:
    return replace(scope, day=date.fromisoformat(day))


def test_a_rule_of_reception_is_told_once_above_its_sessions(sample: Scope) -> None:
    found = text_of(on(sample, "2026-12-01"), "tiep-cong-dan/2026-12")
    usual = "Nội dung: Đất đai, xây dựng, chính sách xã hội và các việc người dân phản ánh"
    assert found.count(squeezed(usual)) == 1
    assert squeezed("Nội dung: Nước sinh hoạt bản Khe Đá") in found


def test_a_moved_session_says_from_where_until_it_is_over(sample: Scope) -> None:
    before, after = (
        next(
            each
            for each in facts_of(on(sample, day), "tiep-cong-dan/2026-11")["sessions"]
            if each["day"] == "13/11"
        )
        for day in ("2026-11-10", "2026-11-14")
    )
    assert (before["changes"], before["reason"]) == (["Dời từ thứ Năm 12/11"], "Chủ tịch họp ở tỉnh")
    assert (after["changes"], after["notes"]) == ([], ["Đã qua"])


def test_a_session_that_was_put_off_without_a_new_day_is_not_called_over(sample: Scope) -> None:
    record = sample.commune.one("reception")
    assert record
    year = record.data.years[0]
    waiting = [change.model_copy(update={"new_day": None}) for change in year.changes]
    plan = record.data.model_copy(update={"years": [year.model_copy(update={"changes": waiting})]})
    records = {**sample.commune.records, "reception": (replace(record, data=plan),)}
    scope = replace(sample, commune=replace(sample.commune, records=records))
    rows = facts_of(scope, "tiep-cong-dan/2026-11")["sessions"]
    assert [(row["day"], row["changes"]) for row in rows if row["off"]] == [
        ("12/11", ["Hoãn, chưa có ngày mới"])
    ]
    assert not [row for row in rows if row["off"] and row["past"]]


def test_a_consultation_asks_until_its_last_day_and_answers_afterwards(sample: Scope) -> None:
    name = "lay-y-kien/LYK-2026-04"
    found = text_of(on(sample, "2026-12-14"), name)
    assert squeezed("đến hết Thứ Hai, 14/12/2026") in found
    assert squeezed("Thứ Bảy, ngày 28/11/2026") in found
    assert facts_of(on(sample, "2026-12-15"), name)["state"] == "Đã đóng, chờ tổng hợp"


def test_members_of_a_dissolved_board_hang_nowhere(sample: Scope) -> None:
    at_work, dissolved = (text_of(sample, f"giam-sat/{name}") for name in ("DA-2026-01", "DA-2025-02"))
    assert squeezed("Hoàng Thị Nhung Trưởng ban Xóm Trung Tâm") in at_work
    assert squeezed("Đã giải thể ngày 30/09/2026") in dissolved
    assert squeezed("Triệu Văn Tài") not in dissolved


def test_rules_of_conduct_are_all_there_in_the_words_of_the_plan(sample: Scope) -> None:
    found = text_of(sample, "van-hoa-cong-vu/ung-xu")
    plan = sample.province.plan("KH-188-2024")
    assert plan
    assert all(squeezed(words) in found for rule in plan.conduct for words in rule.words)
    assert squeezed("(cần đối chiếu)") in found


def test_a_commune_without_a_one_stop_centre_gets_a_plain_notice_of_its_telephones(sample: Scope) -> None:
    profile = sample.commune.one("profile")
    assert profile
    without = replace(profile, data=profile.data.model_copy(update={"one_stop": None}))
    records = {**sample.commune.records, "profile": (without,)}
    scope = replace(sample, commune=replace(sample.commune, records=records))
    names = {paper.name for paper in papers(scope)}
    assert "mot-cua" not in names
    assert squeezed("Gọi số 0200 000 0003") in text_of(scope, "gioi-thieu")


def test_a_notice_says_its_title_once(sample: Scope) -> None:
    plain = {paper.name: paper for paper in papers(sample) if paper.sheets[0].template == "notice.typ"}
    told = [story for story in stories(sample) if story.url.strip("/") in plain]
    repeated = [story for story in told if story.facts[0].rstrip(".").endswith(f": {story.title}")]
    assert repeated
    for story in repeated:
        facts = plain[story.url.strip("/")].sheets[0].facts
        assert facts["opening"] == story.facts[0].partition(": ")[0]
        assert facts["told"] == story.facts[1:]
