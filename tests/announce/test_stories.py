"""What is told of a record, and on which days it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.announce import bulletin, scripts
from generator.compose import compose
from generator.core import Draft
from generator.fields.posting import PostingForm
from generator.kinds._disclosure import Posting
from generator.kinds._kind import Scope
from generator.stories import stories
from tests.announce.telling import story, with_words

CONSULTATION, PROJECT = "lay-y-kien/LYK-2026-04/", "du-an/DA-2025-02/"


def test_for_scripts_and_the_bulletin_a_site_is_composed_once(
    sample: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[Scope] = []

    def counted(scope: Scope) -> tuple[Draft, ...]:
        composed.append(scope)
        return compose(scope)

    monkeypatch.setattr("generator.stories.compose", counted)
    scope = replace(sample)
    assert len(scripts(scope)) == len(stories(scope))
    assert len(bulletin(scope).lines) > 2
    assert len(composed) == 1


def test_the_duty_says_how_many_days_a_record_is_read(sample: Scope) -> None:
    told, posted = story(sample, CONSULTATION), date(2026, 11, 9)
    bare = told.disclosure.model_copy(
        update={"forms": [], "corrections": [], "posted": posted, "changed": None}
    )
    record = replace(told.record, data=told.record.data.model_copy(update={"disclosure": bare}))
    read = [day for day in range(-1, 6) if replace(told, record=record).is_on(posted + timedelta(day))]
    assert (told.days, read) == (3, [0, 1, 2])


def test_what_no_duty_has_read_is_news_on_its_day_alone(sample: Scope) -> None:
    petition = story(sample, "kien-nghi/2026-021/")
    read = [day for day in range(1, 9) if petition.is_on(date(2026, 11, day))]
    assert (petition.days, read) == (0, [4])


def test_a_run_that_is_noted_is_in_the_bulletin_of_its_days(sample: Scope) -> None:
    first = next(r for r in sample.commune.all("project") if r.id == "DA-2025-02").data
    run = Posting.model_validate(
        {"loai": "truyen_thanh", "tu_ngay": "2026-12-01", "den_ngay": "2026-12-02"}
    )
    assert run.form is PostingForm.LOUDSPEAKER
    disclosure = first.disclosure.model_copy(update={"forms": [run]})
    scope = with_words(sample, "project", disclosure=disclosure)
    read = [day for day in range(1, 5) if story(scope, PROJECT).is_on(date(2026, 12, day))]
    assert read == [1, 2]
