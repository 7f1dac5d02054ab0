"""Records of the sample with other words in them, as whoever means harm would write them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.kinds._kind import Scope
from generator.stories import Story, stories


def with_words(sample: Scope, kind: str, **words: Any) -> Scope:
    """The sample, where the first record of a kind says something else; no rule has looked at it."""
    first, *others = sample.commune.all(kind)
    changed = replace(first, data=first.data.model_copy(update=words))
    records = {**sample.commune.records, kind: (changed, *others)}
    return replace(sample, commune=replace(sample.commune, records=records))


def story(scope: Scope, url: str) -> Story:
    return next(each for each in stories(scope) if each.url == url)
