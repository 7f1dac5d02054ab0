"""Rules that hold for every record, whatever its kind: addresses, dates of publication, documents."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.kinds._kind import Scope
from generator.kinds._rules.addresses import check_addresses
from generator.kinds._rules.disclosure import check_disclosure
from generator.kinds._rules.documents import check_documents
from generator.kinds._rules.duties import check_duties
from generator.kinds._rules.named_duties import check_named_duties
from generator.kinds._rules.placeholders import check_placeholders
from generator.kinds._rules.standing import check_standing


def check_all(scope: Scope) -> Iterable[Problem]:
    """What no single kind can see, or every kind would have to repeat."""
    yield from check_addresses(scope.commune)
    yield from check_disclosure(scope)
    yield from check_documents(scope.commune)
    yield from check_duties(scope)
    yield from check_named_duties(scope)
    yield from check_placeholders(scope.commune)
    yield from check_standing(scope)
