"""The page /phat-hanh/: built like every page, with one marked place that the release fills in.

The build writes the page with everything that holds for any release (the commands, what they prove) and
says that it has no number yet; so two builds stay the same bytes and the page has the site's own frame.
"""

from __future__ import annotations

import re
from datetime import datetime

from generator.templates import environment
from generator.words.dates import VIETNAM

MARKED = re.compile(r'(<section id="ban-nay">).*?(</section>)', re.DOTALL)


def filled(html: str, serial: int, made: datetime, expires: datetime, signed: bool) -> str:
    """The page with number and dates in its place; as it is where a page has no such place."""
    days = {"made": made.astimezone(VIETNAM), "expires": expires.astimezone(VIETNAM).date()}
    template = environment().get_template("release/ban-nay.html")
    said = template.render(serial=serial, signed=signed, **days).strip()
    return MARKED.sub(lambda found: f"{found[1]}\n{said}\n{found[2]}", html, count=1)
