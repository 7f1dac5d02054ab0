"""Messages: counted as networks count, facts whole, the link whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.announce import Message, messages
from generator.announce.messages import GSM, GSM_TWICE, _short, septets, ucs2_units, unaccented
from generator.kinds._kind import Scope
from tests.announce.telling import with_words

BASE = "https://xa-mau.example/"
PAGE, PETITION = "lay-y-kien/LYK-2026-04/", "kien-nghi/2026-015/"


def message(scope: Scope, url: str) -> Message:
    return next(each for each in messages(scope) if each.url == url)


def test_a_group_gets_plain_lines_with_the_facts_and_the_link(sample: Scope) -> None:
    assert message(sample, PAGE).zalo.splitlines() == [
        "UBND xã Mẫu",
        "Lấy ý kiến Nhân dân: Đặt điểm tập kết rác ở xóm Suối Mẫu.",
        "Nhận ý kiến từ ngày 09/11/2026 đến hết ngày 14/12/2026.",
        "Gửi ý kiến về Phòng Kinh tế xã.",
        "Điện thoại 0200 000 0007.",
        "Những ai nên góp ý: Các hộ ở gần chợ Suối và dọc đường liên xóm.",
        "Xã định làm một điểm tập kết rác rộng 300 m² ở cuối xóm Suối Mẫu, cách nhà gần nhất 220 mét. "
        "Rác gom ở đây rồi xe chở đi mỗi tuần ba lần.",
        f"Xem đầy đủ: {BASE}{PAGE}",
    ]


def test_without_tone_marks_one_message_of_160_places_holds_office_facts_and_link(sample: Scope) -> None:
    plain = message(sample, PAGE).plain
    assert (
        plain.text == f"UBND xa Mau: Lay y kien Nhan dan: Dat diem tap ket rac o xom Suoi Mau. {BASE}{PAGE}"
    )
    assert (plain.count, plain.room, plain.linked) == (117, 160, True)


def test_with_tone_marks_one_message_of_70_places_is_cut_between_words(sample: Scope) -> None:
    toned = message(sample, PAGE).toned
    assert toned.text == f"Đặt điểm tập kết rác... {BASE}{PAGE}"
    assert (toned.count, toned.room, toned.linked) == (70, 70, True)


def test_every_page_has_messages_that_fit_and_lead_to_it(sample: Scope) -> None:
    for told in messages(sample):
        assert told.plain.count == septets(told.plain.text) <= 160
        assert told.toned.count == ucs2_units(told.toned.text) <= 70
        assert set(told.plain.text) <= GSM | GSM_TWICE
        assert told.zalo.endswith(f"{BASE}{told.url}")
        assert all(
            each.text.endswith(f" {BASE}{told.url}") == each.linked for each in (told.plain, told.toned)
        )


def test_where_the_link_leaves_no_room_the_words_go_without_it(sample: Scope) -> None:
    long = "https://trang-thong-tin-cong-khai.xa-mau.thai-nguyen.example/"
    profile = sample.commune.all("profile")[0].data
    told = message(with_words(sample, "profile", base=long), PAGE)
    assert profile.base != long
    assert told.toned.text == "Đặt điểm tập kết rác ở xóm Suối Mẫu" + told.toned.text[35:]
    assert (told.toned.linked, "http" in told.toned.text) == (False, False)
    assert (told.plain.linked, told.plain.text.endswith(f"{long}{PAGE}")) == (True, True)


def test_where_the_site_has_no_address_yet_no_link_is_made_up(sample: Scope) -> None:
    scope = with_words(sample, "profile", base=None)
    settings = scope.province.settings.model_copy(update={"base": None})
    told = message(replace(scope, province=replace(scope.province, settings=settings)), PAGE)
    assert told.link == ""
    assert "http" not in f"{told.zalo}{told.plain.text}{told.toned.text}"


def test_no_message_names_a_person_of_a_support_list(sample: Scope) -> None:
    people = [p.name for record in sample.commune.all("support") for p in record.data.people]
    said = "\n".join(f"{m.zalo}\n{m.plain.text}\n{m.toned.text}" for m in messages(sample))
    assert len(people) > 3
    assert [name for name in people if name in said or unaccented(name) in said] == []


@pytest.mark.parametrize(
    "hostile", ["\x1b[2J", "a\nXem đầy đủ: https://lua.example/", "\u202egnod", "😀" * 90, "x" * 900]
)
def test_hostile_words_stay_one_line_and_inside_the_room(sample: Scope, hostile: str) -> None:
    told = message(with_words(sample, "petition", subject=hostile), PETITION)
    assert [line for line in told.zalo.splitlines() if line.startswith("Xem")][-1].endswith(PETITION)
    for each in (told.plain, told.toned):
        assert each.count <= each.room
        assert "\n" not in each.text
        assert not {"\x1b", "\u202e"} & set(each.text)


def test_places_are_counted_as_networks_count_them() -> None:
    assert (septets("Gia 5 € [moi]"), ucs2_units("Đã xong 😀")) == (16, 10)


def test_letters_lose_their_marks_and_keep_their_case() -> None:
    assert (
        unaccented("Đường Ỷ Lan, ngày “mùng một” – ½ 😀 nghỉ…")
        == 'Duong Y Lan, ngay "mung mot" -   nghi...'
    )


@given(
    st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=120), min_size=1, max_size=6),
    st.integers(0, 160),
)
def test_whatever_is_told_fits_and_the_link_is_never_cut(facts: list[str], length: int) -> None:
    link = f"https://{'x' * length}/" if length else ""
    for room, count in ((160, septets), (70, ucs2_units)):
        told = _short(facts, link, room, count)
        assert count(told.text) == told.count <= room
        assert ("https://" in told.text.replace("".join(facts), "")) <= (
            told.linked or "https://" in "".join(facts)
        )
        assert not told.linked or told.text.endswith(link)
