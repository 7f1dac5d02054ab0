"""What is new, read by another party's reader of news (Atom, RFC 4287)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import feedparser
import pytest

from generator.compose import compose, frame
from generator.core import Draft, Site
from generator.feeds import MOST, NAME, feed_links, feeds
from generator.kinds._kind import Scope
from tests.conftest import DAY

SITE = Site("UBND xã A", "Tỉnh", DAY, base="https://xa-a.example/")


@pytest.fixture(scope="module")
def drafts(sample: Scope) -> tuple[Draft, ...]:
    return compose(sample)


def read(drafts: tuple[Draft, ...], site: Site = SITE) -> dict[str, feedparser.FeedParserDict]:
    found = {file.path: feedparser.parse(file.content or b"") for file in feeds(drafts, site, "00000")}
    assert [path for path, feed in found.items() if feed.bozo or feed.version != "atom10"] == []
    return found


def with_disclosure(draft: Draft, **changed: object) -> Draft:
    record = draft.record
    assert record
    disclosure = record.data.disclosure.model_copy(update=changed)
    return replace(
        draft, record=replace(record, data=record.data.model_copy(update={"disclosure": disclosure}))
    )


def project(drafts: tuple[Draft, ...]) -> Draft:
    return next(draft for draft in drafts if draft.url == "du-an/DA-2026-01/")


def test_site_and_sections_have_namednamed_in_the_frame(sample: Scope, drafts: tuple[Draft, ...]) -> None:
    site = frame(sample, drafts)
    found = read(drafts, site)
    assert [link.url for link in site.feeds] == list(found)
    assert {NAME, f"du-an/{NAME}", f"tiep-cong-dan/{NAME}"} <= found.keys()
    assert found[NAME].feed.title == "Tin mới của UBND xã Mẫu"
    links = {link.rel: link.href for link in found[f"du-an/{NAME}"].feed.links}
    assert links == {
        "self": f"https://xa-mau.example/du-an/{NAME}",
        "alternate": "https://xa-mau.example/du-an/",
    }


def test_each_disclosure_is_one_entry_the_last_changed_first(drafts: tuple[Draft, ...]) -> None:
    entries = read(drafts)[NAME].entries
    assert len(entries) > 20
    assert len({entry.id for entry in entries}) == len(entries)
    assert [entry.updated for entry in entries] == sorted((e.updated for e in entries), reverse=True)
    (reception,) = [entry for entry in entries if entry.link == "https://xa-a.example/tiep-cong-dan/"]
    assert reception.id == "tag:congkhai.example,2026:00000/tiep-cong-dan/"
    assert (reception.published, reception.updated) == (
        "2025-12-17T00:00:00+07:00",
        "2026-11-20T00:00:00+07:00",
    )
    assert [tag.term for tag in reception.tags] == ["tiep-cong-dan"]
    assert "Đính chính ngày 20/11/2026: Giờ tiếp của Chủ tịch HĐND sửa" in reception.summary
    assert reception.summary_detail.type == "text/plain"


def test_an_id_names_one_feed_or_one_entry(drafts: tuple[Draft, ...]) -> None:
    """RFC 4287, 4.2.6; the page of a section may be a record's, and so an entry."""
    found = read(drafts)
    named = [feed.feed.id for feed in found.values()]
    entries = {entry.id: entry.link for feed in found.values() for entry in feed.entries}
    assert {f"https://xa-a.example/{path.removesuffix(NAME)}" for path in found} & set(entries.values())
    assert len(set(named)) == len(named) == len(found)
    assert set(named) & entries.keys() == set()
    assert len(set(entries.values())) == len(entries)
    assert f"tag:congkhai.example,2026:00000/can-bo/{NAME}" in named


def test_a_change_that_no_correction_explains_is_told_with_its_day(drafts: tuple[Draft, ...]) -> None:
    draft = project(drafts)
    posted, changed = date(2026, 3, 2), date(2026, 11, 9)

    def summary(**told: object) -> str:
        (entry,) = read((with_disclosure(draft, **told),))[NAME].entries
        return str(entry.summary)

    alone = summary(posted=posted, changed=changed, corrections=[])
    assert alone.endswith("Đăng ngày 02/03/2026. Sửa ngày 09/11/2026.")
    assert "Sửa ngày" not in summary(posted=posted, changed=posted, corrections=[])
    assert draft.record
    (*_, correction) = draft.record.data.disclosure.corrections
    explained = [correction.model_copy(update={"day": changed})]
    assert "Sửa ngày" not in summary(posted=posted, changed=changed, corrections=explained)


def test_an_id_stays_when_the_site_moves_and_the_record_changes(drafts: tuple[Draft, ...]) -> None:
    draft = project(drafts)
    changed = replace(with_disclosure(draft, changed=DAY), title="Tên khác")
    moved = replace(SITE, base="https://tinh.example/xa-a/", name="UBND phường A")
    (before,), (after,) = read((draft,))[NAME].entries, read((changed,), moved)[NAME].entries
    assert before.id == after.id
    assert before.link != after.link
    assert before.updated < after.updated == "2026-11-22T00:00:00+07:00"


def test_what_must_not_be_listed_is_no_news(drafts: tuple[Draft, ...]) -> None:
    hidden = {f"https://xa-a.example/{draft.url}" for draft in drafts if not draft.listed}
    assert hidden
    found = {entry.link for feed in read(drafts).values() for entry in feed.entries}
    assert found & hidden == set()
    assert read((replace(project(drafts), listed=False),)) == {}


def test_what_is_dated_ahead_is_not_told_yet(drafts: tuple[Draft, ...]) -> None:
    ahead = with_disclosure(project(drafts), posted=date(2026, 12, 1), changed=None, corrections=[])
    assert read((ahead,)) == {}
    again = with_disclosure(
        project(drafts), posted=date(2026, 11, 1), changed=date(2027, 1, 1), corrections=[]
    )
    assert read((again,))[NAME].entries[0].updated == "2026-11-01T00:00:00+07:00"


def test_a_feed_ends_somewhere(drafts: tuple[Draft, ...]) -> None:
    draft = project(drafts)
    many = tuple(
        replace(with_disclosure(draft), url=f"du-an/{number}/", title=f"Dự án {number}")
        for number in range(MOST + 20)
    )
    assert {path: len(feed.entries) for path, feed in read(many).items()} == {
        NAME: MOST,
        f"du-an/{NAME}": MOST,
    }


def test_without_a_full_address_there_is_none(drafts: tuple[Draft, ...]) -> None:
    assert read(drafts, replace(SITE, base=None)) == {}
    assert feed_links(drafts, "A", None, DAY) == ()


def test_the_same_content_gives_the_same_bytes(drafts: tuple[Draft, ...]) -> None:
    assert list(feeds(drafts, SITE, "00000")) == list(feeds(drafts, SITE, "00000"))


def test_hostile_words_stay_words(drafts: tuple[Draft, ...]) -> None:
    words = "]]></title><script>x()</script> &amp; \"'\x00\x1b\ud800\ufffe\u2028 " + "Rất dài " * 5000
    draft = replace(project(drafts), title=words, description=words)
    correction = draft.record.data.disclosure.corrections  # type: ignore[union-attr]
    assert correction
    told = [one.model_copy(update={"what": words, "why": words}) for one in correction]
    site = replace(SITE, name=words, base="https://x.example/?a='&b=\"<c>")
    (entry,) = read((with_disclosure(draft, corrections=told),), site)[NAME].entries
    assert entry.title.startswith("]]></title><script>x()</script> &amp; \"'")
    assert entry.link == "https://x.example/?a='&b=\"<c>du-an/DA-2026-01/"
    assert "<script>x()</script>" in entry.summary
