"""Whether a feed or a calendar that somebody else built is of the one form that this program writes.

Patterns that never go back over what they have read (possessive), so that what they cost grows with the text.
"""

from __future__ import annotations

import re

FEED_NAME = re.compile(r"(?:[a-z0-9-]+/)?cap-nhat\.atom")
CALENDAR_NAME = re.compile(r"tiep-cong-dan/(?:lich|buoi/[A-Za-z0-9._-]+)\.ics")
_XML_TEXT = r"(?:[^<>&\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|&(?:amp|lt|gt|quot|#x27);)*+"
_QUOTED = r"(?:[^<>&\\\"\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|&(?:amp|quot|#x27);)*+"
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00\+07:00"
_ALTERNATE = rf'<link rel="alternate" type="text/html" href="https?://{_QUOTED}"/>\n'
FEED = re.compile(
    r'<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http://www\.w3\.org/2005/Atom" xml:lang="vi">\n'
    rf"<id>tag:{_XML_TEXT}</id>\n<title>{_XML_TEXT}</title>\n<updated>{_MOMENT}</updated>\n"
    rf"<author><name>{_XML_TEXT}</name></author>\n"
    rf'<link rel="self" type="application/atom\+xml" href="https?://{_QUOTED}"/>\n{_ALTERNATE}'
    rf"(?:<entry>\n<id>tag:{_XML_TEXT}</id>\n<title>{_XML_TEXT}</title>\n<updated>{_MOMENT}</updated>\n"
    rf"(?:<published>{_MOMENT}</published>\n)?+{_ALTERNATE}"
    rf'<category term="[a-z0-9-]++"/>\n<summary type="text">{_XML_TEXT}</summary>\n</entry>\n)*+</feed>\n'
)
_WORDS = r"(?:[^\\;,\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\\[\\;,nN])*+"
_UTC = r"[0-9]{8}T[0-9]{6}Z"
_ADDRESS = r"https?://[^\x00-\x20\x7f-\x9f\u2028\u2029\\]++"
CALENDAR = re.compile(
    r"BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//congkhai//tiep-cong-dan//VI\r\nMETHOD:PUBLISH\r\n"
    rf"X-WR-CALNAME:{_WORDS}\r\n(?:REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n)?+"
    rf"(?:URL:{_ADDRESS}\r\n)?+(?:X-PUBLISHED-TTL:P1D\r\n)?+"
    rf"(?:BEGIN:VEVENT\r\nSUMMARY:{_WORDS}\r\nDTSTART:{_UTC}\r\nDTEND:{_UTC}\r\nDTSTAMP:{_UTC}\r\n"
    r"UID:[0-9]{5}-[A-Za-z0-9._-]++@congkhai\r\nSEQUENCE:[0-9]{1,4}\r\nCATEGORIES:Tiếp công dân\r\n"
    rf"DESCRIPTION:{_WORDS}\r\nLOCATION:{_WORDS}\r\nSTATUS:(?:CONFIRMED|CANCELLED)\r\nTRANSP:TRANSPARENT\r\n"
    rf"(?:URL:{_ADDRESS}\r\n)?+END:VEVENT\r\n)*+END:VCALENDAR\r\n"
)
FOLD = "\r\n "
"""Where a long line goes on in the next one (RFC 5545, 3.1)."""


def wrong_in_feed(text: str, name: str) -> str:
    """What is wrong, in Vietnamese; empty where nothing is."""
    return "" if FEED_NAME.fullmatch(name) and FEED.fullmatch(text) else "tệp tin mới (Atom) không đúng mẫu"


def wrong_in_calendar(text: str, name: str) -> str:
    """The same for calendars."""
    good = CALENDAR_NAME.fullmatch(name) and CALENDAR.fullmatch(text.replace(FOLD, ""))
    return "" if good else "tệp lịch không đúng mẫu"
