"""Feeds and calendars of a site that a commune built itself: only of the form that this program writes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.mirror.built import CHECKED, _wrong
from generator.mirror.file_check import wrong_in_calendar, wrong_in_feed

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>tag:congkhai.example,2026:00000/</id>
<title>Tin mới &amp; cũ</title>
<updated>2026-11-22T00:00:00+07:00</updated>
<author><name>UBND xã Mẫu</name></author>
<link rel="self" type="application/atom+xml" href="https://xa-mau.example/cap-nhat.atom"/>
<link rel="alternate" type="text/html" href="https://xa-mau.example/"/>
<entry>
<id>tag:congkhai.example,2026:00000/du-an/A/</id>
<title>Dự án A</title>
<updated>2026-11-22T00:00:00+07:00</updated>
<link rel="alternate" type="text/html" href="https://xa-mau.example/du-an/A/"/>
<category term="du-an"/>
<summary type="text">Đăng ngày 22/11/2026.</summary>
</entry>
</feed>
"""
EVENT = """BEGIN:VEVENT
SUMMARY:Tiếp công dân xã Mẫu: Chủ tịch
DTSTART:20261126T003000Z
DTEND:20261126T043000Z
DTSTAMP:20251217T000000Z
UID:00000-2026-11-26-chu-tich@congkhai
SEQUENCE:0
CATEGORIES:Tiếp công dân
DESCRIPTION:Người tiếp: Chủ tịch\\nGiờ: 7\\, 8
LOCATION:Phòng 1\\, trụ
  sở
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
"""
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//congkhai//tiep-cong-dan//VI
METHOD:PUBLISH
X-WR-CALNAME:Tiếp công dân xã Mẫu
{EVENT}END:VCALENDAR
""".replace("\n", "\r\n")
ALL = "tiep-cong-dan/lich.ics"


def test_every_feed_and_calendar_of_our_own_is_let_be(site: Path) -> None:
    commune = site / "xa-mau"
    found = [path for path in commune.rglob("*") if path.suffix in (".atom", ".ics")]
    assert len(found) > 20
    wrong = {path: _wrong(path, path.relative_to(commune).as_posix()) for path in found}
    assert {path: said for path, said in wrong.items() if said} == {}
    assert {".atom", ".ics"} <= CHECKED


def test_the_plainest_of_each_is_let_be() -> None:
    assert wrong_in_feed(FEED, "cap-nhat.atom") == ""
    assert wrong_in_calendar(CALENDAR, ALL) == ""


@pytest.mark.parametrize("name", ["tin.atom", "tep/a/cap-nhat.atom", "../cap-nhat.atom", "Cap-nhat.atom"])
def test_a_feed_stands_where_ours_stand(name: str) -> None:
    assert wrong_in_feed(FEED, name)


@pytest.mark.parametrize("name", ["lich.ics", "tep/lich.ics", "tiep-cong-dan/buoi/a/b.ics", f"{ALL}\n"])
def test_a_calendar_stands_where_ours_stand(name: str) -> None:
    assert wrong_in_calendar(CALENDAR, name)


def put(text: str) -> str:
    return FEED.replace("Dự án A", text)


def lead(href: str) -> str:
    return FEED.replace("https://xa-mau.example/du-an/A/", href)


@pytest.mark.parametrize(
    "text",
    [
        put('<script xmlns="http://www.w3.org/1999/xhtml">x()</script>'),
        put("&#60;script&#62;"),
        put("&x;"),
        put("a & b"),
        put("<![CDATA[x]]>"),
        put("<!-- x -->"),
        put("a\x1bb"),
        put("a\u2028b"),
        put("a\nb"),
        lead("javascript:x()"),
        lead("data:text/html,x"),
        lead('https://a.example/" onload="x()'),
        lead("https://a.example/ b"),
        lead("https://a.example\\b"),
        FEED.replace('type="text">', 'type="html">'),
        FEED.replace('type="text">', 'type="xhtml">'),
        FEED.replace("<summary", '<content type="html">&lt;b&gt;</content>\n<summary'),
        FEED.replace('term="du-an"', 'term="du an"'),
        FEED.replace("utf-8", "utf-16"),
        FEED.replace("<feed", '<?xml-stylesheet type="text/xsl" href="a.xsl"?>\n<feed'),
        FEED.replace("<feed", '<!DOCTYPE feed [<!ENTITY x "y">]>\n<feed'),
        FEED.replace('xml:lang="vi"', 'xml:lang="vi" xml:base="https://khac.example/"'),
        FEED.replace("</feed>\n", '</feed>\n<x xmlns="http://www.w3.org/1999/xhtml"/>'),
        FEED + " ",
        "\ufeff" + FEED,
        "",
    ],
)
def test_what_our_feeds_are_not_made_of_is_refused(text: str) -> None:
    assert text != FEED
    assert wrong_in_feed(text, "cap-nhat.atom")


ALARM = "BEGIN:VALARM\r\nACTION:EMAIL\r\nEND:VALARM\r\n"


@pytest.mark.parametrize(
    "text",
    [
        CALENDAR.replace("END:VEVENT", f"{ALARM}END:VEVENT"),
        CALENDAR.replace("END:VEVENT", "ATTACH:https://khac.example/a.exe\r\nEND:VEVENT"),
        CALENDAR.replace("END:VEVENT", "URL:javascript:x()\r\nEND:VEVENT"),
        CALENDAR.replace("END:VEVENT", "URL:file:///etc/passwd\r\nEND:VEVENT"),
        CALENDAR.replace("END:VEVENT", "URL:https://a.example/ b\r\nEND:VEVENT"),
        CALENDAR.replace("SEQUENCE:0", "SEQUENCE:0\r\nATTENDEE:mailto:a@khac.example"),
        CALENDAR.replace("SEQUENCE:0", "SEQUENCE:0\r\nRRULE:FREQ=SECONDLY"),
        CALENDAR.replace("DTSTART:", "DTSTART;TZID=Asia/Ho_Chi_Minh:"),
        CALENDAR.replace("METHOD:PUBLISH", "METHOD:REQUEST"),
        CALENDAR.replace("DESCRIPTION:", 'DESCRIPTION;ALTREP="https://khac.example/":'),
        CALENDAR.replace("DESCRIPTION:", "X-ALT-DESC;FMTTYPE=text/html:<b>\r\nDESCRIPTION:"),
        CALENDAR.replace("Phòng 1", "Phòng 1\nEND:VEVENT"),
        CALENDAR.replace("Phòng 1", "Phòng 1\u2028END:VEVENT"),
        CALENDAR.replace("\\,", ","),
        CALENDAR.replace("\r\n", "\n"),
        CALENDAR.replace("END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n"),
        "",
    ],
)
def test_what_our_calendars_are_not_made_of_is_refused(text: str) -> None:
    assert text != CALENDAR
    assert wrong_in_calendar(text, ALL)


def seconds(check: Callable[[str, str], str], text: str, name: str) -> float:
    start = time.process_time()
    assert check(text, name)
    return time.process_time() - start


@pytest.mark.parametrize(
    "part", ["a", "&amp;", "&", " ", "<entry>\n", "\\", "\\,", "\r\n ", "BEGIN:VEVENT\r\n"]
)
def test_text_without_end_is_refused_in_no_time(part: str) -> None:
    many = part * 200_000
    for text in (put(many)[:-3], lead(f"https://{many}")[:-3], FEED[:-8] + many):
        assert seconds(wrong_in_feed, text, "cap-nhat.atom") < 1
    for text in (CALENDAR.replace("Phòng 1", many)[:-3], CALENDAR[:-15] + many):
        assert seconds(wrong_in_calendar, text, ALL) < 1
