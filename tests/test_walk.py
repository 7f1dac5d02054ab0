"""Going through records: what `find` gives is what a walk through everything would have met."""

from __future__ import annotations

from datetime import date

from generator.fields.attachment import Attachment, named_in
from generator.fields.base import Model
from generator.fields.walk import find, walk
from generator.kinds._disclosure import Document
from generator.kinds._kind import Scope


class Branch(Model):
    """A model that holds itself."""

    inner: list[Branch]
    other: Branch | None = None
    file: Attachment | None = None


def test_finding_a_type_gives_what_a_whole_walk_meets(sample: Scope) -> None:
    for record in (record for group in sample.commune.records.values() for record in group):
        for kind in (Attachment, date, str):
            met = [(loc, value) for loc, value in walk(record.data) if isinstance(value, kind)]
            assert list(find(kind, record.data)) == met


def test_groups_are_found_with_the_keys_that_lead_to_them(sample: Scope) -> None:
    record = sample.commune.all("project")[0]
    numbers = {
        (*loc, "so"): document.number for loc, document in find(Document, record.data) if document.number
    }
    met = dict(walk(record.data))
    assert numbers
    assert {loc: met[loc] for loc in numbers} == numbers


def test_a_model_that_holds_itself_is_gone_through_to_its_end() -> None:
    file = Attachment("tep/a.pdf")
    tree = Branch(inner=[Branch(inner=[], other=Branch(inner=[], file=file))], file=file)
    assert list(find(Attachment, tree)) == [(("inner", 0, "other", "file"), file), (("file",), file)]


def test_files_are_named_as_often_as_records_name_them(sample: Scope) -> None:
    profile = sample.commune.one("profile")
    assert profile is not None
    once = [(loc, value) for _, loc, value in named_in([profile])]
    assert once == [(loc, value) for loc, value in walk(profile.data) if isinstance(value, Attachment)]
    assert [value for _, _, value in named_in([profile, profile])] == [value for _, value in once] * 2
