"""The sample with notices that were hung."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.kinds._kind import Scope
from tests.paper.hanging import hung_at

Hung = Callable[[str, str | None], Scope]


@pytest.fixture
def hung(sample: Scope) -> Hung:
    """The first project with one notice."""

    def scope(since: str, until: str | None = None) -> Scope:
        return hung_at(sample, {"tu_ngay": since} | ({"den_ngay": until} if until else {}))

    return scope
