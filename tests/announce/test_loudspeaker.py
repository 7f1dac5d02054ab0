"""What the loudspeakers read: short sentences in words, the facts twice, never a person's name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.announce import bulletin, place_of, script_of, scripts
from generator.kinds._kind import Scope
from generator.words.aloud import aloud
from generator.words.sentences import MOST, short_sentences, unmarked, without_addresses
from tests.announce.telling import story, with_words

CONSULTATION, RESULT = "lay-y-kien/LYK-2026-04/", "lay-y-kien/LYK-2026-01/"
PROJECT, PETITION, SUPPORT = "du-an/DA-2025-02/", "kien-nghi/2026-015/", "ho-tro/HT-2026-01/"
CUT = {"tháng", "mùng", "và", "của", "từ", "đến", "phẩy", "thứ", "giờ,", "lẻ"}


def lines_of(scope: Scope, url: str) -> tuple[str, ...]:
    return script_of(story(scope, url), scope).lines


def test_no_sentence_is_longer_than_a_breath(sample: Scope) -> None:
    days = [sample.day + timedelta(days) for days in range(0, 40, 3)]
    read = [*scripts(sample), *(bulletin(replace(sample, day=day)) for day in days)]
    assert [line for script in read for line in script.lines if len(line.split()) >= 20] == []


def test_nothing_is_left_for_the_reader_to_decipher(sample: Scope) -> None:
    said = "\n".join(line for script in scripts(sample) for line in script.lines)
    assert re.findall(r"\d|[*_#/%&+=@]|UBND|HĐND|https?:", said) == []


def test_no_sentence_ends_in_the_middle_of_a_day_or_a_number(sample: Scope) -> None:
    last = {script.lines[n].rstrip(".").split()[-1].lower() for script in scripts(sample) for n in range(len(script.lines))}  # fmt: skip
    assert last & CUT == set()


def test_a_consultation_is_read_with_its_days_its_office_and_its_telephone(sample: Scope) -> None:
    lines = lines_of(sample, CONSULTATION)
    assert lines[:5] == (
        "Đài truyền thanh xã Mẫu.",
        "Lấy ý kiến Nhân dân: Đặt điểm tập kết rác ở xóm Suối Mẫu.",
        "Nhận ý kiến từ ngày mùng chín tháng mười một đến hết ngày mười bốn tháng mười hai.",
        "Gửi ý kiến về Phòng Kinh tế xã.",
        "Điện thoại không hai không không, không không không, không không không bảy.",
    )


def test_the_first_facts_are_said_again_at_the_end(sample: Scope) -> None:
    lines = lines_of(sample, CONSULTATION)
    again = lines.index("Xin nhắc lại.")
    assert lines[again + 1 : again + 3] == lines[1:3]


def test_an_invitation_says_hour_weekday_and_day_in_this_order(sample: Scope) -> None:
    said = lines_of(sample, "doi-thoai/HN-2026-03/")
    assert "Thời gian: mười chín giờ ba mươi phút, thứ Bảy, ngày mùng năm tháng mười hai." in said


def test_the_year_is_said_only_where_it_is_another_one(sample: Scope) -> None:
    told = "Đăng ký đến hết ngày mười lăm tháng mười hai"
    assert f"{told}." in lines_of(sample, "ho-tro/HT-2027-01/")
    assert aloud("tháng 10/2026, ngày 15/12/2025", this_year=2025) == (
        "tháng mười năm hai nghìn không trăm hai mươi sáu, ngày mười lăm tháng mười hai"
    )
    assert aloud("tháng 10/2020", this_year=2020) == "tháng mười"
    assert "hai mươi sáu" in aloud("tháng 10/2026", this_year=2020)


def test_the_result_of_a_consultation_is_read_with_each_answer(sample: Scope) -> None:
    said = " ".join(lines_of(sample, RESULT))
    for opinion in next(
        r for r in sample.commune.all("consultation") if r.id == "LYK-2026-01"
    ).data.summary.opinions:
        assert opinion.taken.label in said
    assert "Nhận được hai trăm mười bốn ý kiến." in said


def test_persons_of_support_lists_and_those_who_answer_petitions_are_never_named(sample: Scope) -> None:
    said = "\n".join(line for script in scripts(sample) for line in script.lines)
    programmes = [record.data for record in sample.commune.all("support")]
    petitions = [record.data.disclosure.contact for record in sample.commune.all("petition")]
    names = [person.name for programme in programmes for person in programme.people]
    names += [contact.name for contact in petitions if contact and contact.name]
    assert len(names) > 5
    assert [name for name in names if name in said] == []


def test_how_to_register_is_read_while_one_can(sample: Scope) -> None:
    none: dict[str, Any] = {
        "until": None,
        "total": None,
        "amount": None,
        "decision": None,
        "thon": [],
        "people": [],
    }
    waiting = with_words(sample, "support", how="Nộp đơn ở Quầy 3.", **none)
    granted = with_words(sample, "support", how="Nộp đơn ở Quầy 3.", **none | {"total": 5})
    closed = with_words(sample, "support", how="Nộp đơn ở Quầy 3.", **none | {"until": date(2026, 11, 1)})
    said = ["Nộp đơn ở Quầy ba." in lines_of(scope, SUPPORT) for scope in (waiting, granted, closed)]
    assert said == [True, False, False]


def test_the_day_before_a_meeting_the_bulletin_invites_to_it(sample: Scope) -> None:
    days = [date(2026, 12, day) for day in (3, 4, 5, 6)]
    told = ["Mời bà con dự: Hội nghị cuối năm bản Khe Đá." in bulletin(replace(sample, day=day)).lines for day in days]  # fmt: skip
    assert told == [False, True, True, False]


def test_news_are_counted_as_people_count_and_their_facts_come_again(sample: Scope) -> None:
    lines = bulletin(replace(sample, day=date(2026, 12, 5))).lines
    counted = [line for line in lines if line.startswith("Tin thứ")]
    assert counted[:4] == ["Tin thứ nhất.", "Tin thứ hai.", "Tin thứ ba.", "Tin thứ tư."][: len(counted)]
    assert len(counted) >= 2
    again = lines.index("Xin nhắc lại các tin chính.")
    assert "Mời bà con dự: Hội nghị cuối năm bản Khe Đá." in lines[again:]


def test_a_day_without_news_says_so(sample: Scope) -> None:
    assert "Hôm nay không có tin mới." in bulletin(replace(sample, day=date(2030, 1, 1))).lines


def test_reading_takes_as_long_as_its_syllables(sample: Scope) -> None:
    script = replace(script_of(story(sample, PROJECT), sample), lines=("một hai ba bốn năm sáu.",) * 35)
    assert (script.seconds, script.length) == (70, "khoảng 1 phút 10 giây")


@pytest.mark.parametrize(
    "hostile",
    ["\x1b[31mđỏ\x1b[0m", "dòng một\nXin nhắc lại", "a\u202eb\u2066c", "<script>alert(1)</script>", "x" * 3000, "\ud800"],
    ids=["escape", "newline", "turned", "script", "long", "half"],
)  # fmt: skip
def test_hostile_words_stay_words(sample: Scope, hostile: str) -> None:
    scope = with_words(sample, "petition", subject=hostile)
    script = script_of(story(scope, PETITION), scope)
    assert not re.search(
        "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "".join(script.lines)
    )
    assert all(len(line.split()) <= MOST for line in script.lines)


def test_of_a_link_the_words_are_read_and_of_an_address_where_to_look() -> None:
    told = "Xem [lịch cắt điện](https://x.example/a) hoặc https://x.example/b."
    assert without_addresses(unmarked(told)) == "Xem lịch cắt điện hoặc địa chỉ ghi trên trang công khai."


def test_items_of_a_list_are_counted_aloud() -> None:
    assert aloud(without_addresses(unmarked("1. Họp bản\n2. **Niêm yết**\n- Ghi sổ"))) == (
        "một là Họp bản\nhai là Niêm yết\nGhi sổ"
    )


def test_what_a_number_counts_for_stays_with_it() -> None:
    said = "Chi làm đường đạt bốn mươi ba phần trăm vì đường Nà Mẫu Khe Đá khởi công chậm chín ngày, lại gặp mưa."
    assert list(short_sentences(said)) == [
        "Chi làm đường đạt bốn mươi ba phần trăm.",
        "Vì đường Nà Mẫu Khe Đá khởi công chậm chín ngày, lại gặp mưa.",
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=400) | st.lists(st.sampled_from(
    ["ngày", "05/12/2026", "tháng", "2026", "1.250.000", "đồng,", "và", "Thứ Bảy,", "0200 000 0007", "xã", "nghỉ;", "-", "7:30"]),
    max_size=80).map(" ".join))  # fmt: skip
def test_any_text_becomes_short_sentences_with_every_word_in_its_place(text: str) -> None:
    said: Any = aloud(without_addresses(unmarked(text)), this_year=2026)
    sentences = list(short_sentences(said))
    assert all(0 < len(sentence.split()) <= MOST for sentence in sentences)
    assert letters("".join(sentences)) == letters(said)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def test_the_place_is_what_the_profile_says_first_of_its_loudspeakers(sample: Scope, empty: Scope) -> None:
    place = "6 cụm loa, mỗi xóm, bản một cụm, đặt tại nhà văn hóa"
    assert (place_of(sample), place_of(empty)) == (place, "")
