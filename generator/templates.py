"""The one environment of our own templates: it knows formats, never rules."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.compiled import compiled
from generator.fields.contact import dial
from generator.kinds._files import saved_as
from generator.province import say_basis
from generator.qr import qr_of
from generator.rendered_once import rendered_once
from generator.resources import TEMPLATES
from generator.words import dates, money, prose, sizes
from generator.words.letters import small


def compile_templates() -> None:
    """For processes that are about to be forked: what is compiled now is compiled for all of them."""
    env = environment()
    for name in env.list_templates(extensions=["html"]):
        if not name.startswith("theme/"):
            env.get_template(name)


@cache
def environment() -> Environment:
    """The one environment of our own templates; it knows formats, never rules."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
    )
    env.filters |= {
        "ngay": dates.say_day,
        "ngay_thu": dates.say_long_day,
        "gio_phut": dates.say_time,
        "gio": lambda spans: "; ".join(span.say() for span in spans),
        "so": money.say_number,
        "tien": money.say_money,
        "tien_gon": money.say_short_money,
        "phan_tram": money.say_percent,
        "dung_luong": sizes.say_size,
        "van_xuoi": prose.markdown_html,
        "cong_van": prose.plain_html,
        "noi_so": prose.with_calls,
        "goi": dial,
        "can_cu": say_basis,
        "thuong": small,
        "ma_qr": qr_of,
        "mot_lan": rendered_once,
        "ten_tep": saved_as,
        "ban_do": lambda place: f"https://www.google.com/maps/search/?api=1&query={quote(place, safe='')}",
    }
    return env
