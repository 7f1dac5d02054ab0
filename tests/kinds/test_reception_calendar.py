"""The reception calendar read by another party's reader: times, names that stay, what was changed or put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from generator.core import Site
from generator.kinds._disclosure import Correction
from generator.kinds._kind import Scope
from generator.kinds.reception.calendar import calendars
from tests.conftest import DAY, Load

PLAN = """
noi_tiep: {place}
lich:
  - nam: 2026
    ngay_dang: 2025-12-17
    tu_ngay: {since}
    den_ngay: {until}
    dinh_ky:
      - ma: chu-tich
        quy_tac: {rule}
        gio: 7:30 - 11:30; 13:30 - 16:00
        nguoi_tiep: Chủ tịch UBND xã
    dieu_chinh:
{changes}
"""
SITE = Site("UBND xã Mẫu", "Tỉnh", DAY, base="https://xa-mau.example/")
MOVED = (
    "      - {ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-11-27, ly_do: họp, ngay_dang: 2026-11-20}\n"
)
PUT_OFF = "      - {ngay: 2026-11-26, loai: doi_ngay, ly_do: họp, ngay_dang: 2026-11-20}\n"


def scope_of(
    load: Load,
    changes: str = "",
    since: str = "2026-11-02",
    until: str = "2026-12-31",
    rule: str = "thứ Năm hằng tuần",
    place: str = "Phòng Tiếp công dân",
) -> Scope:
    given = {"changes": changes or "      []", "since": since, "until": until, "rule": rule, "place": place}
    scope, problems = load({"tiep-cong-dan.yml": PLAN.format(**given)})
    assert scope, problems
    return scope


def files(scope: Scope, site: Site = SITE) -> dict[str, bytes]:
    return {file.path: file.content or b"" for file in calendars(scope, site)}


def events(content: bytes) -> dict[str, Event]:
    found = [
        event for event in Calendar.from_ical(content.decode()).walk("VEVENT") if isinstance(event, Event)
    ]
    named = {str(event["uid"]): event for event in found}
    assert len(named) == len(found)
    return named


def all_events(scope: Scope) -> dict[str, Event]:
    return events(files(scope)["tiep-cong-dan/lich.ics"])


def test_a_session_moved_over_the_new_year_stays_in_the_calendar(load: Load) -> None:
    over = "      - {ngay: 2026-12-31, loai: doi_ngay, sang_ngay: 2027-01-05, ly_do: họp, ngay_dang: 2026-12-20}\n"
    scope = scope_of(load, over + PUT_OFF)
    plan = scope.commune.records["reception"][0].data.years[0]
    following = plan.model_copy(update={"year": 2027, "changes": [], "since": None, "until": None})
    scope.commune.records["reception"][0].data.years.append(following)
    january = replace(scope, day=date(2027, 1, 2))
    found = files(january)
    assert "tiep-cong-dan/buoi/2026-12-31-chu-tich.ics" in found
    told = events(found["tiep-cong-dan/lich.ics"])
    assert told["00000-2026-12-31-chu-tich@congkhai"].start == datetime(2027, 1, 5, 0, 30, tzinfo=UTC)
    assert told["00000-2026-11-26-chu-tich@congkhai"]["status"] == "CANCELLED"


def test_a_correction_of_the_whole_schedule_is_told_to_calendars(load: Load) -> None:
    scope = scope_of(load)
    record = scope.commune.records["reception"][0]
    correction = Correction.model_construct(day=date(2026, 11, 20), what="Giờ tiếp", why=None)
    told = record.data.disclosure.model_copy(update={"corrections": [correction]})
    corrected = replace(record, data=record.data.model_copy(update={"disclosure": told}))
    commune = replace(scope.commune, records={"reception": (corrected,)})
    later = all_events(replace(scope, commune=commune, day=date(2026, 11, 21)))
    event = later["00000-2026-11-26-chu-tich@congkhai"]
    assert event["sequence"] == 1
    assert event["dtstamp"].dt == datetime(2026, 11, 20, tzinfo=UTC)


def test_times_are_in_utc_and_a_session_has_one_event(load: Load) -> None:
    event = all_events(scope_of(load))["00000-2026-11-26-chu-tich@congkhai"]
    assert event.start == datetime(2026, 11, 26, 0, 30, tzinfo=UTC)
    assert event.end == datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    assert (event["status"], event["sequence"]) == ("CONFIRMED", 0)
    assert event["dtstamp"].dt == datetime(2025, 12, 17, tzinfo=UTC)
    assert "7 giờ 30 – 11 giờ 30; 13 giờ 30 – 16 giờ" in event["description"]
    assert event["url"] == "https://xa-mau.example/tiep-cong-dan/"


def test_a_moved_session_keeps_its_name_and_tells_one_more_correction(load: Load) -> None:
    before, after = all_events(scope_of(load)), all_events(scope_of(load, MOVED))
    assert before.keys() == after.keys()
    name = "00000-2026-11-26-chu-tich@congkhai"
    assert after[name]["sequence"] == before[name]["sequence"] + 1
    assert after[name].start == datetime(2026, 11, 27, 0, 30, tzinfo=UTC)
    assert after[name]["dtstamp"].dt == datetime(2026, 11, 20, tzinfo=UTC)
    assert after[name]["status"] == "CONFIRMED"
    assert [uid for uid in before if uid != name and before[uid] != after[uid]] == []


def test_a_session_put_off_stays_cancelled_under_its_name(load: Load) -> None:
    scope = scope_of(load, PUT_OFF)
    event = all_events(scope)["00000-2026-11-26-chu-tich@congkhai"]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    assert event.start == datetime(2026, 11, 26, 0, 30, tzinfo=UTC)
    assert event["summary"].startswith("HOÃN: ")
    assert "tiep-cong-dan/buoi/2026-11-26-chu-tich.ics" not in files(scope)


def test_a_session_that_a_day_off_moved_tells_more_corrections_with_each_decision(load: Load) -> None:
    """Sunday 15/11/2026 goes to the 16th by the calendar, to the 24th by decision, then is put off."""
    moved = "      - {ngay: 2026-11-16, loai: doi_ngay, sang_ngay: 2026-11-24, ngay_dang: 2026-11-09}\n"
    put_off = "      - {ngay: 2026-11-15, loai: doi_ngay, ngay_dang: 2026-11-18}\n"
    states = [
        all_events(scope_of(load, changes, rule="ngày 15 hằng tháng"))["00000-2026-11-15-chu-tich@congkhai"]
        for changes in ("", moved, moved + put_off)
    ]
    assert [state.start.day for state in states] == [16, 24, 15]
    assert [state["status"] for state in states] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [state["sequence"] for state in states] == [1, 2, 3]


def test_a_session_joined_to_another_is_cancelled_and_the_other_held(load: Load) -> None:
    """Monday 16/02/2026 is a day off for the New Year; the next working day has its own session."""
    found = all_events(scope_of(load, since="2026-02-10", until="2026-02-28", rule="thứ Hai hằng tuần"))
    held, joined = found["00000-2026-02-23-chu-tich@congkhai"], found["00000-2026-02-16-chu-tich@congkhai"]
    assert (held["status"], joined["status"]) == ("CONFIRMED", "CANCELLED")
    assert "23/02/2026" in joined["description"]
    assert len(found) == 2


def test_extra_sessions_of_one_day_have_names_of_their_own(load: Load) -> None:
    extra = "      - {{ngay: 2026-12-05, loai: them_buoi, gio: '{hours}', nguoi_tiep: Chủ tịch UBND xã}}\n"
    two = extra.format(hours="14:00 - 15:00") + extra.format(hours="8:00 - 9:00")
    found = all_events(scope_of(load, two))
    first, second = found["00000-them-2026-12-05@congkhai"], found["00000-them-2-2026-12-05@congkhai"]
    assert [str(event.start) for event in (first, second)] == [
        "2026-12-05 07:00:00+00:00",
        "2026-12-05 01:00:00+00:00",
    ]
    assert first["sequence"] == second["sequence"] == 0


EXTRA = (
    "      - {ngay: 2026-12-05, loai: them_buoi, gio: '8:00 - 9:00', nguoi_tiep: Chủ tịch UBND xã,"
    " ngay_dang: 2026-11-20}\n"
)
EXTRA_AGAIN = (
    "      - {ngay: 2026-12-05, loai: doi_ngay, sang_ngay: 2026-12-08, ngay_dang: 2026-11-23}\n",
    "      - {ngay: 2026-12-08, loai: thay_nguoi, nguoi_tiep: Phó Chủ tịch, ngay_dang: 2026-11-24}\n",
    "      - {ngay: 2026-12-05, loai: doi_ngay, ngay_dang: 2026-11-25}\n",
    "      - {ngay: 2026-12-05, loai: doi_ngay, sang_ngay: 2026-12-10, ngay_dang: 2026-11-26}\n",
)


def test_an_extra_session_that_is_moved_substituted_and_put_off_keeps_its_name(load: Load) -> None:
    states = [
        all_events(scope_of(load, EXTRA + "".join(EXTRA_AGAIN[:count])))["00000-them-2026-12-05@congkhai"]
        for count in range(5)
    ]
    assert [state.start.day for state in states] == [5, 8, 8, 5, 10]
    assert [str(state["summary"]).split(": ")[-1] for state in states][1:3] == [
        "Chủ tịch UBND xã",
        "Phó Chủ tịch",
    ]
    assert [state["status"] == "CANCELLED" for state in states] == [False, False, False, True, False]
    assert [state["sequence"] for state in states] == [0, 1, 2, 3, 4]
    assert [state["dtstamp"].dt.day for state in states] == [20, 23, 24, 25, 26]


def test_each_further_decision_on_a_session_is_one_more_correction(load: Load) -> None:
    again = "      - {ngay: 2026-11-27, loai: doi_ngay, sang_ngay: 2026-11-30, ngay_dang: 2026-11-21}\n"
    back = "      - {ngay: 2026-11-26, loai: doi_ngay, sang_ngay: 2026-11-26, ngay_dang: 2026-11-22}\n"
    states = [
        all_events(scope_of(load, MOVED + more))["00000-2026-11-26-chu-tich@congkhai"]
        for more in ("", again, again + back)
    ]
    assert [(state.start.day, state["sequence"]) for state in states] == [(27, 1), (30, 2), (26, 3)]


def test_a_session_online_says_so_with_its_link_and_one_elsewhere_its_place(sample: Scope) -> None:
    found = all_events(sample)
    online, usual = found["00000-2026-12-10-chu-tich@congkhai"], found["00000-2026-12-17-chu-tich@congkhai"]
    assert online["summary"] == "Tiếp công dân xã Mẫu (trực tuyến): Chủ tịch UBND xã"
    assert usual["summary"] == "Tiếp công dân xã Mẫu: Chủ tịch UBND xã"
    assert online["location"] == f"{usual['location']}; dự qua mạng: https://hop.example/xa-mau"
    assert found["00000-them-2026-12-05@congkhai"]["location"] == "Nhà văn hóa bản Khe Đá"


def test_each_session_to_come_has_a_file_with_the_same_event(sample: Scope) -> None:
    found = files(sample)
    whole = events(found.pop("tiep-cong-dan/lich.ics"))
    assert len(found) == 8
    for content in found.values():
        ((uid, event),) = events(content).items()
        assert event == whole[uid]
        assert str(event.start) >= str(DAY)


def test_the_bytes_depend_on_the_content_alone(sample: Scope) -> None:
    assert files(sample) == files(sample)
    later = files(replace(sample, day=date(2026, 12, 1)))
    assert files(sample)["tiep-cong-dan/lich.ics"] == later["tiep-cong-dan/lich.ics"]


def test_whoever_subscribes_is_told_when_to_ask_again(sample: Scope) -> None:
    text = files(sample)["tiep-cong-dan/lich.ics"].decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in text
    assert "X-WR-CALNAME:Tiếp công dân xã Mẫu\r\n" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_without_a_full_address_the_calendar_names_none(sample: Scope) -> None:
    text = files(sample, replace(SITE, base=None))["tiep-cong-dan/lich.ics"].decode()
    assert "URL" not in text
    assert "https://xa-mau" not in text


def test_no_schedule_gives_no_calendar(empty: Scope) -> None:
    assert files(empty) == {}


HOSTILE = 'a\r\nEND:VEVENT\nBEGIN:VALARM\r;,\\n"]]>\\ ' + "Tiếng Việt " * 400


def test_hostile_words_stay_words(sample: Scope) -> None:
    """Past what the reader of the files lets in, so that the calendar is safe by itself."""
    record = sample.commune.one("reception")
    assert record
    data = record.data.model_copy(update={"place": HOSTILE, "address": HOSTILE})
    records = {**sample.commune.records, "reception": (replace(record, data=data),)}
    content = files(replace(sample, commune=replace(sample.commune, records=records)))[
        "tiep-cong-dan/lich.ics"
    ]
    found = events(content)
    assert found.keys() == all_events(sample).keys()
    assert all(event.subcomponents == [] for event in found.values())
    place = found["00000-2026-11-26-chu-tich@congkhai"]["location"]
    assert place.startswith("a END:VEVENT BEGIN:VALARM ;,")
    assert content.count(b"\r\nEND:VEVENT\r\n") == content.count(b"\r\nBEGIN:VEVENT\r\n") == len(found)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
