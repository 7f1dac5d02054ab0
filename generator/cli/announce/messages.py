"""`congkhai tin`: what to send of a page to a Zalo group or by SMS, with its length counted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli import options
from generator.cli.announce import common
from generator.cli.communes import Commune, scope_of
from generator.cli.pages import All, Pages, chosen
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.announce import Message, Short


def command(
    xa: Commune,
    pages: Pages = None,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    all_of_them: All = False,
    out: common.Out = None,
) -> int:
    """Tin nhắn để gửi nhóm Zalo và SMS, kèm địa chỉ trang.

    SMS không dấu dài tối đa 160 ký tự, có dấu tối đa 70. Không ghi trang nào thì lấy các tin trong ngày.
    """
    from generator.announce import messages_of
    from generator.stories import stories

    options.folder(content, "--content")
    day, province = options.day(date, today()), options.province_folder(content, tinh)
    scope = scope_of(content, province, xa, day)
    known = stories(scope)
    found = chosen(known, pages, all_of_them)
    if not pages and not all_of_them:
        found = [story for story in known if story.is_on(day)]
    if not found:
        typer.echo("Hôm nay không có tin mới. Muốn gửi tin của một trang thì ghi địa chỉ của nó.")
        return 0
    told = messages_of(found, scope)
    if not told[0].link:
        typer.echo("Trang chưa có địa chỉ (dia_chi_goc trong xa.yml), nên tin không có liên kết.", err=True)
    common.give({common.file_name(message.url): _text(message) for message in told}, out)
    return 0


def _text(message: Message) -> str:
    return "\n".join(
        (
            f"{message.title}",
            "",
            "Zalo:",
            message.zalo,
            "",
            f"SMS không dấu ({_count(message.plain, message)}):",
            message.plain.text,
            "",
            f"SMS có dấu ({_count(message.toned, message)}):",
            message.toned.text,
            "",
        )
    )


def _count(short: Short, message: Message) -> str:
    without = "" if short.linked or not message.link else "; địa chỉ trang dài quá nên không kèm"
    return f"{short.count}/{short.room} ký tự{without}"
