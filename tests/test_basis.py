"""The legal basis at the foot of a record's page: what applies to it, not all that its kind may rest on."""

from __future__ import annotations

import pytest

from generator.kinds._kind import Scope
from generator.publish import make_site

THRESHOLDS = {"THDC-21.1", "THDC-21.1-XA", "THDC-21.2"}


@pytest.fixture(scope="module")
def bodies(sample: Scope) -> dict[str, str]:
    return {page.url: page.body for page in make_site(sample)[1]}


@pytest.mark.parametrize(
    ("url", "applying"),
    [
        ("dan-ban/DB-2026-02/", {"THDC-21.2"}),  # the rules of a thôn
        ("dan-ban/DB-2026-03/", {"THDC-21.1", "THDC-21.1-XA"}),  # money of the whole commune
        ("doi-thoai/BC-2026-01/", {"THDC-21.2", "THDC-23"}),  # an election
        ("doi-thoai/DT-2026-01/", {"THDC-32"}),
        ("doi-thoai/HN-2026-03/", {"THDC-33"}),  # also before it is held
        ("giam-sat/ban-thanh-tra-nhan-dan/", {"THDC-36", "THDC-40.1c"}),
        ("giam-sat/DA-2026-01/", {"THDC-41", "THDC-45", "THDC-45.1b"}),
    ],
)
def test_a_page_names_the_rules_that_apply_to_it(
    sample: Scope, bodies: dict[str, str], url: str, applying: set[str]
) -> None:
    others = {"THDC-32", "THDC-33", "THDC-36", "THDC-40.1c", "THDC-41", "THDC-45", "THDC-45.1b"}
    titles = {id: duty.title for id in THRESHOLDS | others | applying if (duty := sample.duty(id))}
    foot = bodies[url][bodies[url].index("Căn cứ") :]
    assert {id for id, title in titles.items() if f"<li>{title}: " in foot} == applying
