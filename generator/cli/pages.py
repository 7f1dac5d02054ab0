"""The pages of a commune that a command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from generator.stories import Story

Pages = Annotated[
    list[str] | None,
    typer.Argument(metavar="TRANG", help="Địa chỉ hoặc mã của trang: du-an/DA-2026-01, LYK-2026-04."),
]
All = Annotated[bool, typer.Option("--tat-ca", metavar=" ", help="Mọi trang của xã.")]


def chosen(stories: tuple[Story, ...], pages: list[str] | None, all_of_them: bool) -> list[Story]:
    """The pages that are named by address or id, each once; all of them where that is asked."""
    if all_of_them:
        return list(stories)
    found = (_called(name, stories) for name in pages or ())
    return list({story.url: story for story in found}.values())


def _called(name: str, stories: tuple[Story, ...]) -> Story:
    address = f"{name.strip('/')}/"
    found = [story for story in stories if story.url == address]
    found = found or [story for story in stories if story.url.endswith(f"/{address}")]
    if len(found) == 1:
        return found[0]
    if found:
        urls = ", ".join(story.url.rstrip("/") for story in found)
        raise typer.BadParameter(f"Mã “{name}” có ở nhiều trang: {urls}. Ghi rõ một địa chỉ.")
    raise typer.BadParameter(
        f"Không có trang “{name}”. Ghi địa chỉ hoặc mã như trên trang: du-an/DA-2026-01, LYK-2026-04."
    )
